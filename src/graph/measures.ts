import { UndirectedGraph } from 'graphology';
import * as louvainModule from 'graphology-communities-louvain';
import { randomFrom } from '../core/random.ts';
import { type Links, project } from './projection.ts';
import type { GraphNodes } from './view.ts';

type Louvain = (graph: UndirectedGraph, options: Record<string, unknown>) => Record<string, number>;
// The package exports the function as `module.exports`, while its types promise a `default` member.
const louvain = louvainModule.default as unknown as Louvain;

/** The number of edges at each node and the sum of their weights; a loop counts twice. */
export function degrees(nodes: number, edges: Links): Pick<GraphNodes, 'degree' | 'weightedDegree'> {
  const degree = new Uint32Array(nodes);
  const weightedDegree = new Float64Array(nodes);
  for (let edge = 0; edge < edges.count; edge++) {
    for (const node of [edges.source[edge] ?? 0, edges.target[edge] ?? 0]) {
      degree[node] = (degree[node] ?? 0) + 1;
      weightedDegree[node] = (weightedDegree[node] ?? 0) + (edges.weight[edge] ?? 0);
    }
  }
  return { degree, weightedDegree };
}

/**
 * The community of each node by the Louvain method (resolution 1), numbered from 0 by size, then smallest node.
 *
 * Direction and loops do not count, parallel edges add up. The same numbers on every run: nodes are walked in
 * their order, and the random source that the library asks for is a seeded one.
 */
export function communities(nodes: number, edges: Links): Uint32Array {
  const graph = new UndirectedGraph();
  for (let node = 0; node < nodes; node++) graph.addNode(node);
  const { low, high, weight } = project(nodes, edges);
  low.forEach((node, pair) => {
    graph.addEdgeWithKey(pair, node, high[pair], { weight: weight[pair] });
  });
  const found = louvain(graph, {
    getEdgeWeight: 'weight',
    randomWalk: false,
    resolution: 1,
    rng: randomFrom(1),
  });
  return renumbered(Uint32Array.from({ length: nodes }, (_, node) => found[node] ?? node));
}

function renumbered(raw: Uint32Array): Uint32Array {
  const sizes = new Map<number, number>();
  for (const community of raw) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  // A map keeps the order of first insertion, which is that of the smallest node; sorting is stable.
  const bySize = [...sizes].sort((a, b) => b[1] - a[1]);
  const numbers = new Map(bySize.map(([community], number) => [community, number]));
  return raw.map((community) => numbers.get(community) ?? 0);
}
