/**
 * Compares the GraphML and the laid-out JSON of one build, each as an independent reader found it. The two say the
 * same, but for this:
 *
 * | JSON | GraphML |
 * |---|---|
 * | a list | its items joined with `;`, each `;` inside an item a `,` |
 * | an empty text | nothing |
 * | a label with line breaks | with blanks in their place |
 * | `color` | `r`, `g`, `b` |
 * | `kind` of a node | also the last of `labels`, with `_` for each `:` |
 * | `kind` of an edge | also `interaction`, and the XML attribute `label` (not in strict files) |
 * | nothing | `name`: the label made unique |
 * | `layout`, `facts` of the graph | `layout`, `layout_seed`, …, `facts_written`, `facts_outside` |
 * | `sources` of the graph, a list of objects | the same as JSON text |
 * | `kinds`, `relations` of the graph (the legend) | nothing |
 */
import type { ReadAttributes, ReadEdge, ReadGraph } from './readGraph.ts';

/** What differs, with the value of the JSON and that of the GraphML. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** Yields every difference: the graph's, then the nodes', then the edges', each in the order of the JSON. */
export function* compareGraphs(graphml: ReadGraph, json: ReadGraph): Generator<Difference> {
  yield* compareAttributes('graph', graphml.attributes, graphAttributes(json.attributes));
  yield* compareKeys('node', graphml.nodes, json.nodes);
  for (const [id, attributes] of json.nodes) {
    const other = graphml.nodes.get(id);
    if (other) yield* compareNodes(`node ${id}`, other, attributes);
  }
  yield* compareNames(graphml.nodes);
  yield* compareKeys('edge', graphml.edges, json.edges);
  for (const [id, edge] of json.edges) {
    const other = graphml.edges.get(id);
    if (other) yield* compareEdges(`edge ${id}`, other, edge);
  }
}

function* compareKeys(
  what: string,
  graphml: ReadonlyMap<string, unknown>,
  json: ReadonlyMap<string, unknown>,
): Generator<Difference> {
  for (const id of json.keys())
    if (!graphml.has(id)) yield { what: `${what} ${id}`, expected: id, found: 'nothing' };
  for (const id of graphml.keys())
    if (!json.has(id)) yield { what: `${what} ${id}`, expected: 'nothing', found: id };
}

function* compareNodes(what: string, graphml: ReadAttributes, json: ReadAttributes): Generator<Difference> {
  const found = new Map(graphml);
  for (const own of ['name', 'labels']) found.delete(own);
  yield* compareAttributes(what, found, withChannels(json));
  const kind = String(graphml.get('labels') ?? '')
    .split(':')
    .at(-1);
  const expectedKind = String(json.get('kind') ?? '').replaceAll(':', '_');
  yield* differ(`${what}: labels`, kind || undefined, expectedKind || undefined);
}

function withChannels(json: ReadAttributes): Map<string, unknown> {
  const expected = new Map(json);
  expected.delete('color');
  const colour = json.get('color');
  if (typeof colour === 'string') {
    for (const [i, part] of ['r', 'g', 'b'].entries()) {
      expected.set(part, Number.parseInt(colour.slice(1 + 2 * i, 3 + 2 * i), 16));
    }
  }
  return expected;
}

/** Each node has a name, and no other node has the same. */
function* compareNames(nodes: ReadGraph['nodes']): Generator<Difference> {
  const seen = new Map<unknown, string>();
  for (const [id, attributes] of nodes) {
    const name = attributes.get('name');
    const other = seen.get(name);
    if (name === undefined) yield { what: `node ${id}: name`, expected: 'a name', found: 'nothing' };
    else if (other !== undefined) {
      yield { what: `node ${id}: name`, expected: `another than that of ${other}`, found: String(name) };
    }
    seen.set(name, id);
  }
}

function* compareEdges(what: string, graphml: ReadEdge, json: ReadEdge): Generator<Difference> {
  yield* differ(`${what}: source`, graphml.source, json.source);
  yield* differ(`${what}: target`, graphml.target, json.target);
  const kind = json.attributes.get('kind');
  if (graphml.label !== undefined) yield* differ(`${what}: label attribute`, graphml.label, kind);
  const expected = withChannels(json.attributes);
  if (kind !== undefined) expected.set('interaction', kind);
  yield* compareAttributes(what, graphml.attributes, expected);
}

function* compareAttributes(
  what: string,
  found: ReadAttributes,
  json: ReadAttributes,
): Generator<Difference> {
  for (const [name, value] of json) {
    yield* differ(`${what}: ${name}`, found.get(name), asGraphml(name, value));
  }
  for (const [name, value] of found) {
    if (!json.has(name)) yield* differ(`${what}: ${name}`, value, undefined);
  }
}

function* differ(what: string, found: unknown, expected: unknown): Generator<Difference> {
  if (Object.is(found, expected)) return;
  yield { what, expected: shown(expected), found: shown(found) };
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** A JSON value in the form that GraphML gives it. */
function asGraphml(name: string, value: unknown): unknown {
  if (Array.isArray(value))
    return emptyAsNothing(value.map((item) => String(item).replaceAll(';', ',')).join(';'));
  if (name === 'label' && typeof value === 'string') {
    return emptyAsNothing(value.replace(/\r\n|[\t\n\r]/g, ' '));
  }
  return emptyAsNothing(value);
}

function emptyAsNothing(value: unknown): unknown {
  return value === '' ? undefined : value;
}

/** The graph attributes of the JSON under the names of the GraphML. */
function graphAttributes(json: ReadAttributes): ReadAttributes {
  const flat = new Map(json);
  for (const nested of ['kinds', 'relations', 'layout', 'facts']) flat.delete(nested);
  const layout = members(json.get('layout'));
  const facts = members(json.get('facts'));
  const outside = [...members(facts.get('outside')).values()];
  flat.set('sources', JSON.stringify(json.get('sources')));
  flat.set('layout', layout.get('algorithm'));
  flat.set('layout_seed', layout.get('seed'));
  flat.set('layout_iterations', layout.get('iterations'));
  flat.set('layout_y_axis', layout.get('yAxis'));
  flat.set('facts_written', facts.get('written'));
  flat.set(
    'facts_outside',
    outside.reduce((sum: number, count) => sum + Number(count), 0),
  );
  return flat;
}

function members(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
