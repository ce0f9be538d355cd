import type { GraphEdges } from './view.ts';

/** The linked pairs of nodes, without direction, loops and parallels; sorted by `low`, then `high`. */
export interface Projection {
  readonly nodes: number;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** Sum of the weights of the pair's edges. */
  readonly weight: Float64Array;
}

/** What of the edges says how nodes hang together. */
export type Links = Pick<GraphEdges, 'count' | 'source' | 'target' | 'weight'>;

/** Projects the edges on pairs of nodes: what communities and layout see of a graph. */
export function project(nodes: number, edges: Links): Projection {
  const { low, high } = ends(edges);
  const order = sortedBy(
    low,
    nodes,
    sortedBy(
      high,
      nodes,
      Uint32Array.from(low, (_, e) => e),
    ),
  );
  const firsts = new Uint32Array(order.length);
  const weights = new Float64Array(order.length);
  let pairs = 0;
  let last: number | undefined;
  for (const edge of order) {
    if (low[edge] === high[edge]) continue;
    if (last === undefined || low[last] !== low[edge] || high[last] !== high[edge]) firsts[pairs++] = edge;
    weights[pairs - 1] = (weights[pairs - 1] ?? 0) + (edges.weight[edge] ?? 0);
    last = edge;
  }
  const kept = firsts.subarray(0, pairs);
  return {
    nodes,
    low: Uint32Array.from(kept, (edge) => low[edge] ?? 0),
    high: Uint32Array.from(kept, (edge) => high[edge] ?? 0),
    weight: weights.slice(0, pairs),
  };
}

function ends({ source, target }: Links): { low: Uint32Array; high: Uint32Array } {
  const low = source.slice();
  const high = target.slice();
  for (let e = 0; e < low.length; e++) {
    const [a, b] = [source[e] ?? 0, target[e] ?? 0];
    low[e] = Math.min(a, b);
    high[e] = Math.max(a, b);
  }
  return { low, high };
}

/** Edges by a node of theirs, in linear time; those of one node stay in the order given. */
function sortedBy(node: Uint32Array, nodes: number, order: Uint32Array): Uint32Array {
  const next = new Uint32Array(nodes + 1);
  for (const at of node) next[at + 1] = (next[at + 1] ?? 0) + 1;
  for (let i = 0; i < nodes; i++) next[i + 1] = (next[i + 1] ?? 0) + (next[i] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const edge of order) {
    const at = node[edge] ?? 0;
    const to = next[at] ?? 0;
    sorted[to] = edge;
    next[at] = to + 1;
  }
  return sorted;
}
