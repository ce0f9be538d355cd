/** What a node-link file must hold: the same as the laid-out JSON of the graph, but for y, which points down. */
import type { ReadAttributes, ReadGraph } from '../readGraph.ts';

/** The graph that {@link readNodelink} finds when the file says what the laid-out JSON says. */
export function expectedOfNodelink(json: ReadGraph): ReadGraph {
  const nodes = new Map([...json.nodes].map(([id, attributes]) => [id, turned(attributes)]));
  const attributes = new Map(json.attributes);
  attributes.set('layout', turnedLayout(attributes.get('layout')));
  return { attributes, nodes, edges: json.edges };
}

function turned(attributes: ReadAttributes): ReadAttributes {
  const y = attributes.get('y');
  return typeof y === 'number' ? new Map([...attributes, ['y', 0 - y]]) : attributes;
}

function turnedLayout(layout: unknown): unknown {
  if (typeof layout !== 'object' || layout === null) return layout;
  const bounds = 'bounds' in layout ? layout.bounds : undefined;
  const y = typeof bounds === 'object' && bounds !== null && 'y' in bounds ? bounds.y : undefined;
  const down = { ...layout, yAxis: 'down' };
  if (!Array.isArray(y)) return down;
  return { ...down, bounds: { ...Object(bounds), y: y.map((value) => 0 - Number(value)).toReversed() } };
}
