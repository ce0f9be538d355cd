import { adjacencyOf } from './components.ts';
import type { ForceGraph } from './forces/forces.ts';

/** Looks at every node this often; later ones move few. */
const PASSES = 4;

/** Nodes by group, the groups numbered from 0 in the order of their first node. */
export interface Groups {
  readonly count: number;
  readonly of: Uint32Array;
}

/**
 * Groups of nodes that hang together: one level of the local moving of Louvain (Blondel et al. 2008).
 *
 * Every node, in the order of the index, goes to the neighbouring group in which it gains most modularity; where none gains
 * it stays, and of equals the one with the smaller number is taken. Linear in the links. A group takes no more than `most` nodes.
 */
export function groupsOf({ count, source, target, weight }: ForceGraph, most: number): Groups {
  const { starts, neighbours } = adjacencyOf(count, source, target);
  const weights = weightsAlong(starts, { source, target, weight });
  const strength = new Float64Array(count);
  let total = 0;
  for (let node = 0; node < count; node++) {
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++)
      strength[node] = (strength[node] ?? 0) + (weights[at] ?? 0);
    total += strength[node] ?? 0;
  }
  const of = Uint32Array.from({ length: count }, (_, node) => node);
  const size = new Uint32Array(count).fill(1);
  const sum = strength.slice();
  const linked = new Float64Array(count);
  for (let pass = 0; pass < PASSES; pass++) {
    let moved = 0;
    for (let node = 0; node < count; node++) {
      const own = of[node] ?? 0;
      const from = starts[node] ?? 0;
      const to = starts[node + 1] ?? 0;
      for (let at = from; at < to; at++) {
        const group = of[neighbours[at] ?? 0] ?? 0;
        linked[group] = (linked[group] ?? 0) + (weights[at] ?? 0);
      }
      const share = total > 0 ? (strength[node] ?? 0) / total : 0;
      sum[own] = (sum[own] ?? 0) - (strength[node] ?? 0);
      size[own] = (size[own] ?? 0) - 1;
      let best = own;
      let gain = (linked[own] ?? 0) - share * (sum[own] ?? 0);
      for (let at = from; at < to; at++) {
        const group = of[neighbours[at] ?? 0] ?? 0;
        if (group === own || (size[group] ?? 0) >= most) continue;
        const here = (linked[group] ?? 0) - share * (sum[group] ?? 0);
        if (here > gain || (here === gain && best !== own && group < best)) [best, gain] = [group, here];
      }
      for (let at = from; at < to; at++) linked[of[neighbours[at] ?? 0] ?? 0] = 0;
      sum[best] = (sum[best] ?? 0) + (strength[node] ?? 0);
      size[best] = (size[best] ?? 0) + 1;
      if (best !== own) moved++;
      of[node] = best;
    }
    if (moved === 0) break;
  }
  return numbered(of);
}

/** The weights of links in the order of `adjacencyOf`, which fills both ends of each pair in turn. */
function weightsAlong(
  starts: Uint32Array,
  { source, target, weight }: Pick<ForceGraph, 'source' | 'target' | 'weight'>,
): Float64Array {
  const next = starts.slice();
  const weights = new Float64Array(2 * source.length);
  source.forEach((node, pair) => {
    for (const end of [node, target[pair] ?? 0]) {
      const at = next[end] ?? 0;
      weights[at] = weight[pair] ?? 0;
      next[end] = at + 1;
    }
  });
  return weights;
}

function numbered(of: Uint32Array): Groups {
  const number = new Int32Array(of.length).fill(-1);
  let count = 0;
  const groups = of.map((group) => {
    if ((number[group] ?? -1) < 0) number[group] = count++;
    return number[group] ?? 0;
  });
  return { count, of: groups };
}

/** The graph of the groups: their links with summed weights, those within a group left out. */
export function quotient({ source, target, weight }: ForceGraph, { count, of }: Groups): ForceGraph {
  const sums = new Map<number, number>();
  source.forEach((node, pair) => {
    const [a, b] = [of[node] ?? 0, of[target[pair] ?? 0] ?? 0];
    if (a === b) return;
    const key = Math.min(a, b) * count + Math.max(a, b);
    sums.set(key, (sums.get(key) ?? 0) + (weight[pair] ?? 0));
  });
  const keys = Float64Array.from(sums.keys()).sort();
  return {
    count,
    source: Uint32Array.from(keys, (key) => Math.floor(key / count)),
    target: Uint32Array.from(keys, (key) => key % count),
    weight: Float64Array.from(keys, (key) => sums.get(key) ?? 0),
  };
}
