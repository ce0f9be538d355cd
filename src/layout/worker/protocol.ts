/** What goes between a page or program and the worker that lays out for it: plain data, copied by structured clone. */
import type { Placement } from '../../graph/view.ts';
import { type ArrangeOptions, type LayoutGraph, place } from '../arrange.ts';

export interface LayoutRequest {
  readonly kind: 'place';
  readonly graph: LayoutGraph;
  readonly options: Omit<ArrangeOptions, 'progress'>;
}

export type LayoutReply =
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'placed'; readonly placement: Placement }
  | { readonly kind: 'failed'; readonly message: string };

/** The reply to a message that did not survive the copying, as in a worker that has no memory left for it. */
export const UNREADABLE_REQUEST: LayoutReply = {
  kind: 'failed',
  message: 'the layout worker could not read the graph that it was sent',
};
/** What the caller is told of a reply that did not survive it. */
export const UNREADABLE_REPLY = 'the reply of the layout worker could not be read';

/** Does what a request wants and posts replies: parts of the work, then the placement or what went wrong. */
export function answer(request: LayoutRequest, post: (reply: LayoutReply) => void): void {
  try {
    const progress = (part: number): void => post({ kind: 'progress', part });
    post({ kind: 'placed', placement: place(request.graph, { ...request.options, progress }) });
  } catch (error) {
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

/** The request for a graph: only what a layout looks at, for texts and evidence need not be copied. */
export function requestFor(
  { nodes, edges }: LayoutGraph,
  options: Omit<ArrangeOptions, 'progress'>,
): LayoutRequest {
  const { count, degree } = nodes;
  const { source, target, weight } = edges;
  return {
    kind: 'place',
    graph: {
      nodes: { count, degree, id: options.earlier ? nodes.id : [] },
      edges: { count: edges.count, source, target, weight },
    },
    options,
  };
}
