import type { GraphView, PlacedGraph } from '../../graph/view.ts';
import type { ArrangeOptions } from '../arrange.ts';
import { type LayoutReply, type LayoutRequest, requestFor } from './protocol.ts';

/** A worker, of Node or of a browser, that runs `serveLayout`. */
export interface LayoutWorker {
  readonly post: (request: LayoutRequest) => void;
  /** Called once; `failed` when the worker itself breaks. */
  readonly listen: (replied: (reply: LayoutReply) => void, failed: (error: Error) => void) => void;
  readonly stop: () => void;
}

/** How a layout under way gets on. */
export interface LayoutProgress {
  /** From 0 to 1, never falling. */
  readonly part: number;
  /** An estimate; undefined until there is something to judge by. */
  readonly secondsLeft: number | undefined;
}

export interface ArrangeInOptions extends Omit<ArrangeOptions, 'progress'> {
  readonly onProgress?: (progress: LayoutProgress) => void;
  /** Stops the worker; the promise is then rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/**
 * As `arrange`, in a worker: the caller goes on meanwhile, hears how far the work is, and can stop it.
 *
 * The placement is the same to the last bit. The worker is stopped at the end, whatever that is. Rejected with what
 * went wrong in the worker, with what `onProgress` throws, and with the reason of the signal.
 */
export async function arrangeIn(
  worker: LayoutWorker,
  view: GraphView,
  options: ArrangeInOptions,
): Promise<PlacedGraph> {
  // Before anything can throw, so that no worker is left running.
  try {
    return await arrangedIn(worker, view, options);
  } finally {
    worker.stop();
  }
}

function arrangedIn(
  worker: LayoutWorker,
  view: GraphView,
  { onProgress, signal, ...options }: ArrangeInOptions,
): Promise<PlacedGraph> {
  const began = performance.now();
  let abort = (): void => {};
  let ended = false;
  return new Promise<PlacedGraph>((resolve, reject) => {
    abort = () => reject(signal?.reason);
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    const hear = (reply: LayoutReply) => {
      switch (reply.kind) {
        case 'progress':
          return onProgress?.({ part: reply.part, secondsLeft: secondsLeft(reply.part, began) });
        case 'placed':
          return resolve({ view, placement: reply.placement });
        case 'failed':
          return reject(new Error(reply.message));
      }
    };
    worker.listen((reply) => {
      // Replies may still be under way when the worker is stopped.
      if (ended) return;
      try {
        hear(reply);
      } catch (error) {
        reject(error);
      }
    }, reject);
    worker.post(requestFor(view, options));
  }).finally(() => {
    ended = true;
    signal?.removeEventListener('abort', abort);
  });
}

/** From the time that the part took; a hundredth is too little to tell. */
function secondsLeft(part: number, began: number): number | undefined {
  if (part < 0.01) return undefined;
  return ((performance.now() - began) / 1000) * (1 / part - 1);
}
