import { UndirectedGraph } from 'graphology';
import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';
import * as forceAtlas2Module from 'graphology-layout-forceatlas2';
import type { Component } from './components.ts';
import { allFinite, type Positions } from './positions.ts';

interface ForceAtlas2 {
  assign(graph: UndirectedGraph, params: { iterations: number; settings: ForceAtlas2Settings }): void;
  inferSettings(nodes: number): ForceAtlas2Settings;
}
// The package exports the function as `module.exports`, while its types promise a `default` member.
const forceAtlas2 = forceAtlas2Module.default as unknown as ForceAtlas2;

/**
 * The steps that settle a component which starts unfolded: 400 up to 500 nodes, then fewer with the root of
 * their number (283 for 1,000, 89 for 10,000), not below 50.
 */
export function iterationsFor(nodes: number): number {
  return Math.max(50, Math.min(400, Math.round(400 * Math.sqrt(500 / Math.max(nodes, 1)))));
}

/**
 * Positions of a connected component after `iterations` steps of ForceAtlas2 from `start`.
 *
 * Settings as the library infers them, except: Barnes–Hut from 1,000 nodes with θ 1.2 (three times as fast as
 * 0.5, and the tree's own error is larger than what θ adds). Weights count by their square root, so that a pair
 * with many facts is near without falling together. Deterministic for given start and order; should forces ever
 * leave the finite numbers, the start positions stand.
 */
export function forceAtlas2Positions(component: Component, start: Positions, iterations: number): Positions {
  const nodes = component.members.length;
  if (iterations < 1) return start;
  const graph = new UndirectedGraph<{ x: number; y: number }, { weight: number }>();
  start.x.forEach((x, node) => {
    graph.addNode(node, { x, y: start.y[node] ?? 0 });
  });
  component.source.forEach((source, pair) => {
    const weight = Math.sqrt(component.weight[pair] ?? 1);
    graph.addEdgeWithKey(pair, source, component.target[pair], { weight });
  });
  const settings = {
    ...forceAtlas2.inferSettings(nodes),
    barnesHutOptimize: nodes > 1000,
    barnesHutTheta: 1.2,
  };
  forceAtlas2.assign(graph, { iterations, settings });
  const found = { x: new Float64Array(nodes), y: new Float64Array(nodes) };
  graph.forEachNode((key, { x, y }) => {
    found.x[Number(key)] = x;
    found.y[Number(key)] = y;
  });
  return allFinite(found) ? found : start;
}
