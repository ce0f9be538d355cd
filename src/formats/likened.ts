import type { ReadAttributes, ReadGraph } from './readGraph.ts';
import { withoutIllegal } from './xml.ts';

/** Two graphs of one build, less what the options of the writers made differ. */
export interface Likened {
  readonly found: ReadGraph;
  readonly json: ReadGraph;
}

/**
 * Makes a graph and the laid-out JSON of its build comparable: where a writer replaced characters, the JSON has them
 * replaced too; where the sizes of the JSON are in pixels, neither has sizes.
 */
export function likened(found: ReadGraph, json: ReadGraph, replaced: boolean): Likened {
  const legal = replaced ? mapGraph(json, withLegalTexts) : json;
  if (!inPixels(json)) return { found, json: legal };
  return { found: mapGraph(found, withoutSize), json: mapGraph(legal, withoutSize) };
}

function inPixels({ attributes }: ReadGraph): boolean {
  const layout = attributes.get('layout');
  return (
    typeof layout === 'object' && layout !== null && 'sizeUnit' in layout && layout.sizeUnit === 'pixels'
  );
}

function mapGraph(
  { attributes, nodes, edges }: ReadGraph,
  change: (attributes: ReadAttributes) => ReadAttributes,
): ReadGraph {
  return {
    attributes: change(attributes),
    nodes: new Map([...nodes].map(([id, node]) => [id, change(node)])),
    edges: new Map([...edges].map(([id, edge]) => [id, { ...edge, attributes: change(edge.attributes) }])),
  };
}

/** JSON text inside of a value escapes what XML refuses, so that only raw characters are replaced. */
function withLegalTexts(attributes: ReadAttributes): ReadAttributes {
  return new Map([...attributes].map(([name, value]) => [name, legal(value)]));
}

function legal(value: unknown): unknown {
  if (typeof value === 'string') return withoutIllegal(value);
  if (Array.isArray(value)) return value.map(legal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, legal(member)]));
}

function withoutSize(attributes: ReadAttributes): ReadAttributes {
  const rest = new Map(attributes);
  rest.delete('size');
  const layout = rest.get('layout');
  if (typeof layout === 'object' && layout !== null) rest.set('layout', { ...layout, sizeUnit: 'positions' });
  return rest;
}
