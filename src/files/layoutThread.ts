/** The script of a worker thread that lays out: see `arrangeOffThread`. */
import { parentPort } from 'node:worker_threads';
import { answer, UNREADABLE_REQUEST } from '../layout/worker/protocol.ts';

parentPort?.on('message', (request) => answer(request, (reply) => parentPort?.postMessage(reply)));
parentPort?.on('messageerror', () => parentPort?.postMessage(UNREADABLE_REQUEST));
