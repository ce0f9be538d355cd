/** Cytoscape.js JSON, which Cytoscape opens as `.cyjs` too: elements with data and positions. */
import type { PlacedGraph } from '../../graph/view.ts';
import { inChunks } from '../chunks.ts';
import { writableElements } from '../elements.ts';
import type { GraphFormat, WriteContext } from '../formats.ts';
import { edgeFields, type Field, nodeFields, objectOf } from '../jsonFields.ts';
import { createJsonGate, type JsonGate } from '../jsonGate.ts';
import { graphAttributes, upsideDown } from '../jsonGraph.ts';
import { type JsonObject, type JsonValue, jsonObject, membersOf } from '../jsonText.ts';

export const cytoscape: GraphFormat = {
  name: 'cytoscape',
  title: 'Cytoscape.js JSON',
  extension: '.cyjs',
  mediaType: 'application/json',
  input: 'graph',
  write: writeCytoscape,
};

/**
 * Writes the graph in chunks of about 64 kB, one node or edge a line, in the order of the view. Positions have two
 * decimals; y points down, as on a screen. Data of the graph are flat, since Cytoscape keeps them in a table.
 *
 * Nodes have their label also as `name` and edges their kind also as `interaction`, which Cytoscape shows. What
 * JSON cannot hold is left out and reported as `refused-term`, an id used twice as `id-collision`.
 */
export function writeCytoscape(graph: PlacedGraph, context: WriteContext): Iterable<string> {
  return inChunks(writeParts(upsideDown(graph), createJsonGate(context, 'cytoscape')));
}

function* writeParts(graph: PlacedGraph, gate: JsonGate): Generator<string> {
  const { nodes, edges } = graph.view;
  const writable = writableElements(graph.view, 'cytoscape', gate.report);
  yield '{\n"data":{\n';
  yield membersOf(flat(graphAttributes(graph, gate, { yAxis: 'down' }))).join(',\n');
  yield '\n},\n"elements":{\n"nodes":[';

  let before = '\n';
  const fields = nodeFields(graph, gate);
  const ofNode = objectOf([
    { name: 'id', text: (i) => `"${nodes.id[i]}"` },
    ...copied('label', 'name', withoutPosition(fields)),
  ]);
  const position = objectOf(fields.filter(isPosition));
  for (let i = 0; i < nodes.count; i++) {
    if (!writable.nodes[i]) continue;
    yield `${before}{"data":${ofNode(i)},"position":${position(i)}}`;
    before = ',\n';
  }
  yield '\n],\n"edges":[';

  before = '\n';
  const ofEdge = objectOf([
    { name: 'id', text: (i) => `"${edges.id[i]}"` },
    { name: 'source', text: (i) => `"${nodes.id[edges.source[i] ?? -1]}"` },
    { name: 'target', text: (i) => `"${nodes.id[edges.target[i] ?? -1]}"` },
    ...copied('kind', 'interaction', edgeFields(graph.view, gate)),
  ]);
  for (let i = 0; i < edges.count; i++) {
    if (!writable.edges[i]) continue;
    yield `${before}{"data":${ofEdge(i)}}`;
    before = ',\n';
  }
  yield '\n]\n}\n}\n';
}

function isPosition({ name }: Field): boolean {
  return name === 'x' || name === 'y';
}

function withoutPosition(fields: readonly Field[]): Field[] {
  return fields.filter((field) => !isPosition(field));
}

/** The fields with a copy of one under another name; the value is checked, and refused, once. */
function copied(name: string, copy: string, fields: readonly Field[]): Field[] {
  let last: { readonly index: number; readonly text: string | undefined } | undefined;
  return fields.flatMap((field) => {
    if (field.name !== name) return [field];
    const text = (index: number) => {
      if (last?.index !== index) last = { index, text: field.text(index) };
      return last.text;
    };
    return [
      { name, text },
      { name: copy, text },
    ];
  });
}

/** The attributes of the graph without lists of objects, and with objects taken apart; `name` is the title. */
function flat(attributes: JsonObject): JsonObject {
  const layout = objectIn(attributes, 'layout');
  const facts = objectIn(attributes, 'facts');
  const outside = [...objectIn(facts, 'outside').values()];
  const kept = ['title', 'description', 'licence', 'creators', 'base', 'language'];
  return jsonObject([
    ['name', attributes.get('title')],
    ...kept.map((name) => [name, attributes.get(name)] as const),
    ['layout', layout.get('algorithm')],
    ['layout_seed', layout.get('seed')],
    ['layout_iterations', layout.get('iterations')],
    ['layout_y_axis', layout.get('yAxis')],
    ['facts_written', facts.get('written')],
    ['facts_outside', outside.reduce((sum: number, count) => sum + Number(count), 0)],
  ]);
}

function objectIn(object: JsonObject, name: string): JsonObject {
  const value: JsonValue | undefined = object.get(name);
  return value instanceof Map ? value : new Map();
}
