import type { LayoutWorker } from './arrangeIn.ts';
import {
  answer,
  type LayoutReply,
  type LayoutRequest,
  UNREADABLE_REPLY,
  UNREADABLE_REQUEST,
} from './protocol.ts';

/** What of a browser's worker scope is used. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: LayoutRequest }) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
  postMessage(reply: LayoutReply): void;
}

/** What of a browser's `Worker` is used. */
export interface WebWorker {
  onmessage: ((event: { readonly data: LayoutReply }) => void) | null;
  onmessageerror: ((event: unknown) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(request: LayoutRequest): void;
  terminate(): void;
}

/** Makes a web worker one that lays out: `serveLayout(self)` is all that its script has to say. */
export function serveLayout(scope: WorkerScope): void {
  scope.onmessage = ({ data }) => answer(data, (reply) => scope.postMessage(reply));
  scope.onmessageerror = () => scope.postMessage(UNREADABLE_REQUEST);
}

/** A web worker as `arrangeIn` wants it. */
export function webWorker(worker: WebWorker): LayoutWorker {
  return {
    post: (request) => worker.postMessage(request),
    listen: (replied, failed) => {
      worker.onmessage = ({ data }) => replied(data);
      worker.onmessageerror = () => failed(new Error(UNREADABLE_REPLY));
      // A script that cannot be loaded gives an event without a message, one of another origin an empty one.
      worker.onerror = ({ message }) => failed(new Error(message || 'the layout worker broke'));
    },
    stop: () => worker.terminate(),
  };
}
