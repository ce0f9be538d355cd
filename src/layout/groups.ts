import { type Adjacency, adjacencyOf } from './components.ts';
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
export function groupsOf(graph: ForceGraph, most: number): Groups {
  const links = linksOf(graph);
  const partition = apart(strengthsOf(links));
  for (let pass = 0; pass < PASSES; pass++) if (moveAll(links, partition, most) === 0) break;
  return numbered(partition.of);
}

/** The weighted links of all nodes: those of node `i` stand from `starts[i]` up to `starts[i + 1]`. */
interface WeightedLinks extends Adjacency {
  readonly weights: Float64Array;
}

/** The groups while nodes move between them; at first each node is one of its own, with its number. */
interface Partition {
  /** The group of each node. */
  readonly of: Uint32Array;
  /** The summed weight of the links of each node, and of all. */
  readonly strength: Float64Array;
  readonly total: number;
  /** The members of each group, and their summed strength. */
  readonly size: Uint32Array;
  readonly sum: Float64Array;
  /** The weight between one node and each group, while that node is looked at; else 0. */
  readonly linked: Float64Array;
}

function linksOf({ count, source, target, weight }: ForceGraph): WeightedLinks {
  const { starts, neighbours } = adjacencyOf(count, source, target);
  return { starts, neighbours, weights: weightsAlong(starts, { source, target, weight }) };
}

function strengthsOf({ starts, weights }: WeightedLinks): Float64Array {
  const strength = new Float64Array(starts.length - 1);
  for (let node = 0; node < strength.length; node++) {
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++)
      strength[node] = (strength[node] ?? 0) + (weights[at] ?? 0);
  }
  return strength;
}

function apart(strength: Float64Array): Partition {
  const count = strength.length;
  return {
    of: Uint32Array.from({ length: count }, (_, node) => node),
    strength,
    total: strength.reduce((sum, own) => sum + own, 0),
    size: new Uint32Array(count).fill(1),
    sum: strength.slice(),
    linked: new Float64Array(count),
  };
}

/** Every node in turn to the group in which it gains most; gives the number of those that moved. */
function moveAll(links: WeightedLinks, partition: Partition, most: number): number {
  const { of, strength, size, sum } = partition;
  let moved = 0;
  for (let node = 0; node < of.length; node++) {
    const own = of[node] ?? 0;
    const weight = strength[node] ?? 0;
    sum[own] = (sum[own] ?? 0) - weight;
    size[own] = (size[own] ?? 0) - 1;
    const best = bestGroup(links, partition, { node, most });
    sum[best] = (sum[best] ?? 0) + weight;
    size[best] = (size[best] ?? 0) + 1;
    of[node] = best;
    if (best !== own) moved++;
  }
  return moved;
}

/** The neighbouring group with the largest gain of modularity for a node that has left its own. */
function bestGroup(
  { starts, neighbours, weights }: WeightedLinks,
  { of, strength, total, size, sum, linked }: Partition,
  { node, most }: { readonly node: number; readonly most: number },
): number {
  const own = of[node] ?? 0;
  const from = starts[node] ?? 0;
  const to = starts[node + 1] ?? 0;
  for (let at = from; at < to; at++) {
    const group = of[neighbours[at] ?? 0] ?? 0;
    linked[group] = (linked[group] ?? 0) + (weights[at] ?? 0);
  }
  const share = total > 0 ? (strength[node] ?? 0) / total : 0;
  let best = own;
  let gain = (linked[own] ?? 0) - share * (sum[own] ?? 0);
  for (let at = from; at < to; at++) {
    const group = of[neighbours[at] ?? 0] ?? 0;
    if (group === own || (size[group] ?? 0) >= most) continue;
    const here = (linked[group] ?? 0) - share * (sum[group] ?? 0);
    if (here > gain || (here === gain && best !== own && group < best)) [best, gain] = [group, here];
  }
  for (let at = from; at < to; at++) linked[of[neighbours[at] ?? 0] ?? 0] = 0;
  return best;
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
