import { Worker } from 'node:worker_threads';
import type { GraphView, PlacedGraph } from '../graph/view.ts';
import { type ArrangeInOptions, arrangeIn, type LayoutWorker } from '../layout/worker/arrangeIn.ts';
import { UNREADABLE_REPLY } from '../layout/worker/protocol.ts';

/** As `arrange`, in a thread of its own: see {@link arrangeIn}. */
export function arrangeOffThread(view: GraphView, options: ArrangeInOptions): Promise<PlacedGraph> {
  return arrangeIn(layoutThread(), view, options);
}

function layoutThread(): LayoutWorker {
  const thread = new Worker(new URL('./layoutThread.js', import.meta.url));
  return {
    post: (request) => thread.postMessage(request),
    listen: (replied, failed) => {
      thread.on('message', replied);
      thread.on('messageerror', () => failed(new Error(UNREADABLE_REPLY)));
      thread.on('error', failed);
      thread.on('exit', (code) => failed(new Error(`the layout thread ended with code ${code}`)));
    },
    stop: () => void thread.terminate(),
  };
}
