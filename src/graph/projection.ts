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
  const low = edges.source.map((source, e) => Math.min(source, edges.target[e] ?? source));
  const high = edges.source.map((source, e) => Math.max(source, edges.target[e] ?? source));
  const order = Uint32Array.from(low, (_, e) => e).sort((a, b) => comparePairs(low, high, [a, b]));
  const kept: number[] = [];
  const weights: number[] = [];
  for (const edge of order) {
    if (low[edge] === high[edge]) continue;
    const last = kept.at(-1);
    const again = last !== undefined && low[last] === low[edge] && high[last] === high[edge];
    if (again) weights[weights.length - 1] = (weights.at(-1) ?? 0) + (edges.weight[edge] ?? 0);
    else {
      kept.push(edge);
      weights.push(edges.weight[edge] ?? 0);
    }
  }
  return {
    nodes,
    low: Uint32Array.from(kept, (edge) => low[edge] ?? 0),
    high: Uint32Array.from(kept, (edge) => high[edge] ?? 0),
    weight: Float64Array.from(weights),
  };
}

function comparePairs(low: Uint32Array, high: Uint32Array, [a, b]: readonly [number, number]): number {
  return (low[a] ?? 0) - (low[b] ?? 0) || (high[a] ?? 0) - (high[b] ?? 0) || a - b;
}
