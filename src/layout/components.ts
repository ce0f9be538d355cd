import type { Projection } from '../graph/projection.ts';
import type { ForceGraph } from './forces/forces.ts';

/** The neighbours of all nodes: those of node `i` stand from `starts[i]` up to `starts[i + 1]`, in index order. */
export interface Adjacency {
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
}

/** A connected part of a graph, with nodes numbered anew from 0. */
export interface Component extends ForceGraph {
  /** The node of the whole graph at each number: breadth first from the smallest, so that neighbours are near. */
  readonly members: Uint32Array;
}

/** The connected components, largest first, then by smallest node. */
export function componentsOf(projection: Projection): Component[] {
  const { nodes, low, high, weight } = projection;
  const { order, starts } = breadthFirst(nodes, adjacencyOf(nodes, low, high));
  const number = new Uint32Array(nodes);
  const component = new Uint32Array(nodes);
  for (let c = 0; c + 1 < starts.length; c++) {
    const first = starts[c] ?? 0;
    order.subarray(first, starts[c + 1]).forEach((node, i) => {
      number[node] = i;
      component[node] = c;
    });
  }
  const pairs: number[][] = Array.from({ length: starts.length - 1 }, () => []);
  low.forEach((node, pair) => {
    pairs[component[node] ?? 0]?.push(pair);
  });
  return pairs
    .map((own, c) => ({
      count: (starts[c + 1] ?? 0) - (starts[c] ?? 0),
      members: order.slice(starts[c], starts[c + 1]),
      source: Uint32Array.from(own, (pair) => number[low[pair] ?? 0] ?? 0),
      target: Uint32Array.from(own, (pair) => number[high[pair] ?? 0] ?? 0),
      weight: Float64Array.from(own, (pair) => weight[pair] ?? 0),
    }))
    .sort((a, b) => b.count - a.count);
}

/** The neighbours of each node from a list of pairs. */
export function adjacencyOf(nodes: number, source: Uint32Array, target: Uint32Array): Adjacency {
  const starts = new Uint32Array(nodes + 1);
  for (const ends of [source, target])
    for (const node of ends) starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  for (let i = 0; i < nodes; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const neighbours = new Uint32Array(source.length * 2);
  const put = (node: number, neighbour: number): void => {
    const at = next[node] ?? 0;
    neighbours[at] = neighbour;
    next[node] = at + 1;
  };
  source.forEach((node, pair) => {
    put(node, target[pair] ?? 0);
    put(target[pair] ?? 0, node);
  });
  return { starts, neighbours };
}

/** All nodes, component after component from the smallest node not yet met; `starts` ends with their number. */
function breadthFirst(
  nodes: number,
  { starts, neighbours }: Adjacency,
): { order: Uint32Array; starts: number[] } {
  const order = new Uint32Array(nodes);
  const met = new Uint8Array(nodes);
  const firsts: number[] = [];
  let filled = 0;
  for (let root = 0; root < nodes; root++) {
    if (met[root]) continue;
    firsts.push(filled);
    let head = filled;
    order[filled++] = root;
    met[root] = 1;
    for (; head < filled; head++) {
      const node = order[head] ?? 0;
      for (const neighbour of neighbours.subarray(starts[node], starts[node + 1])) {
        if (met[neighbour]) continue;
        met[neighbour] = 1;
        order[filled++] = neighbour;
      }
    }
  }
  return { order, starts: [...firsts, nodes] };
}
