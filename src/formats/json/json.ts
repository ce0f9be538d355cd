/** Laid-out JSON: the serialized form of graphology with positions, ready for sigma; its schema is in `schema.ts`. */
import type { LegendEntry, PlacedGraph, Placement } from '../../graph/view.ts';
import { inChunks } from '../chunks.ts';
import { twoDecimals } from '../columns.ts';
import { writableElements } from '../elements.ts';
import type { GraphFormat, WriteContext } from '../formats.ts';
import { type JsonObject, type JsonValue, jsonObject, membersOf } from './emit.ts';
import { edgeFields, type Field, nodeFields } from './fields.ts';
import { createGate, type Gate } from './gate.ts';

export const json: GraphFormat = {
  name: 'json',
  title: 'Laid-out JSON',
  extension: '.json',
  mediaType: 'application/json',
  input: 'graph',
  write: writeJson,
};

/**
 * Writes the graph in chunks of about 64 kB, one node or edge a line, in the order of the view; keys of attributes
 * are sorted. Positions have two decimals; y points up.
 *
 * What JSON cannot hold is left out and reported as `refused-term`, an id used twice as `id-collision`.
 */
export function writeJson(graph: PlacedGraph, context: WriteContext): Iterable<string> {
  return inChunks(writeParts(graph, createGate(context)));
}

function* writeParts(graph: PlacedGraph, gate: Gate): Generator<string> {
  const { nodes, edges } = graph.view;
  const writable = writableElements(graph.view, 'json', gate.report);
  yield '{\n"options":{"allowSelfLoops":true,"multi":true,"type":"directed"},\n"attributes":{\n';
  yield membersOf(graphAttributes(graph, gate)).join(',\n');
  yield '\n},\n"nodes":[';

  let before = '\n';
  const ofNode = attributesOf(nodeFields(graph, gate));
  for (let i = 0; i < nodes.count; i++) {
    if (!writable.nodes[i]) continue;
    yield `${before}{"key":"${nodes.id[i]}","attributes":${ofNode(i)}}`;
    before = ',\n';
  }
  yield '\n],\n"edges":[';

  before = '\n';
  const ofEdge = attributesOf(edgeFields(graph.view, gate));
  for (let i = 0; i < edges.count; i++) {
    if (!writable.edges[i]) continue;
    const ends = `"source":"${nodes.id[edges.source[i] ?? -1]}","target":"${nodes.id[edges.target[i] ?? -1]}"`;
    yield `${before}{"key":"${edges.id[i]}",${ends},"attributes":${ofEdge(i)}}`;
    before = ',\n';
  }
  yield '\n]\n}\n';
}

/** All attributes of a node or edge as one JSON object, by its index. */
function attributesOf(fields: readonly Field[]): (index: number) => string {
  const parts = fields.map(({ name, text }) => ({ first: `{${JSON.stringify(name)}:`, text }));
  const later = parts.map(({ first }) => `,${first.slice(1)}`);
  return (index) => {
    let members = '';
    for (let i = 0; i < parts.length; i++) {
      const value = parts[i]?.text(index);
      if (value !== undefined) members += (members === '' ? parts[i]?.first : later[i]) + value;
    }
    return members === '' ? '{}' : `${members}}`;
  };
}

function graphAttributes({ view, placement }: PlacedGraph, gate: Gate): JsonObject {
  const { dataset, facts } = view;
  const checked = (text: string | undefined): string | undefined =>
    gate.text(text) === undefined ? undefined : text;
  return jsonObject([
    ['title', checked(dataset.title)],
    ['description', checked(dataset.description)],
    ['licence', checked(dataset.licence)],
    ['creators', dataset.creators.filter((creator) => checked(creator) !== undefined)],
    ['base', checked(dataset.base)],
    ['language', checked(dataset.language)],
    ['kinds', view.kinds.map((entry) => legendEntry(entry, checked))],
    ['relations', view.relations.map((entry) => legendEntry(entry, checked))],
    ['layout', layout(placement)],
    [
      'facts',
      jsonObject([
        ['written', facts.written],
        ['outside', new Map(facts.outside)],
      ]),
    ],
  ]);
}

function legendEntry(entry: LegendEntry, checked: (text: string) => string | undefined): JsonValue {
  const { name, label, iri, colour, count } = entry;
  return jsonObject([
    ['name', checked(name)],
    ['label', checked(label)],
    ['iri', checked(iri)],
    ['colour', checked(colour)],
    ['count', count],
  ]);
}

function layout({ algorithm, seed, iterations, x, y }: Placement): JsonObject {
  const bounds =
    x.length === 0
      ? undefined
      : jsonObject([
          ['x', extent(x)],
          ['y', extent(y)],
        ]);
  return jsonObject([
    ['algorithm', algorithm],
    ['seed', seed],
    ['iterations', iterations],
    ['yAxis', 'up'],
    ['sizeUnit', 'positions'],
    ['bounds', bounds],
  ]);
}

/** The least and the greatest of the finite values, with two decimals. */
function extent(values: Float64Array): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least > greatest ? [0, 0] : [twoDecimals(least), twoDecimals(greatest)];
}
