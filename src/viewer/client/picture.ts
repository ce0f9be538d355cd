/** The graph that sigma draws. Keys are the program's own: ids of the data never become names of properties. */
import { MultiDirectedGraph } from 'graphology';
import type { Model } from './model.ts';
import { edgeKey, type Group, groupKey, type LevelScene, nodeKey } from './scene.ts';

export interface NodeAttributes {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** The node, or of a community its best connected member. */
  readonly node: number;
  readonly group: Group | undefined;
}

export interface EdgeAttributes {
  /** Undefined for a bundle of edges of communities. */
  readonly edge: number | undefined;
  readonly count: number;
}

export type Picture = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

export function emptyPicture(): Picture {
  return new MultiDirectedGraph();
}

/** All of the graph, or the scene of one that opens by levels. */
export function toPicture(model: Model, scene: LevelScene | undefined): Picture {
  const picture = emptyPicture();
  const { nodes, edges } = model.payload;
  const addNode = (node: number) => {
    const [x, y, size] = [nodes.x[node] ?? 0, nodes.y[node] ?? 0, nodes.size[node] ?? 1];
    picture.addNode(nodeKey(node), { x, y, size, node, group: undefined });
  };
  const addEdge = (edge: number) => {
    const source = edges.source[edge] ?? 0;
    const target = edges.target[edge] ?? source;
    picture.addEdgeWithKey(edgeKey(edge), nodeKey(source), nodeKey(target), { edge, count: 1 });
  };
  if (scene === undefined) {
    for (const node of nodes.id.keys()) addNode(node);
    for (const edge of edges.id.keys()) addEdge(edge);
    return picture;
  }
  for (const group of scene.groups) {
    const { x, y, size, head } = group;
    picture.addNode(groupKey(group.community), { x, y, size, node: head, group });
  }
  for (const node of scene.nodes) addNode(node);
  for (const edge of scene.edges) addEdge(edge);
  scene.bundles.forEach(({ source, target, count }, index) => {
    picture.addEdgeWithKey(`b${index}`, source, target, { edge: undefined, count });
  });
  return picture;
}

export interface Extent {
  readonly x: [number, number];
  readonly y: [number, number];
}

/** The largest circle takes at most this part of the picture: else one node alone would fill it. */
const LARGEST = 1 / 4;

/** All of the circles, whatever the filters hide: so that the picture does not jump. */
export function extentOf({ payload: { nodes } }: Model): Extent {
  if (nodes.id.length === 0) return { x: [0, 1], y: [0, 1] };
  const x = rangeOf(nodes.x, nodes.size);
  const y = rangeOf(nodes.y, nodes.size);
  const largest = nodes.size.reduce((a, b) => Math.max(a, b), 1);
  const missing = (2 * largest) / LARGEST - Math.max(x[1] - x[0], y[1] - y[0]);
  const more = Math.max(0, missing) / 2;
  return { x: [x[0] - more, x[1] + more], y: [y[0] - more, y[1] + more] };
}

function rangeOf(places: readonly number[], sizes: readonly number[]): [number, number] {
  const size = (node: number) => sizes[node] ?? 1;
  const low = places.reduce((a, place, node) => Math.min(a, place - size(node)), Number.POSITIVE_INFINITY);
  const high = places.reduce((a, place, node) => Math.max(a, place + size(node)), Number.NEGATIVE_INFINITY);
  return [low, high];
}
