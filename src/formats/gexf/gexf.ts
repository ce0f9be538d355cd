/**
 * GEXF 1.3, the form that Gephi reads best: kinds of edges, lists, time, colours, sizes and positions. The schema
 * of what is written is `ontology/schemas/factweave-gexf.rng`.
 */

import type { PlacedGraph } from '../../graph/view.ts';
import type { DatasetInfo } from '../../knowledge/knowledge.ts';
import { inChunks } from '../chunks.ts';
import { isColour } from '../columns.ts';
import { writableElements } from '../elements.ts';
import type { GraphFormat, WriteContext } from '../formats.ts';
import { countLoss } from '../losses.ts';
import { xmlAttribute, xmlReason, xmlText } from '../xml.ts';
import { createXmlGate, type XmlGate } from '../xmlGate.ts';
import { edgeFields, type Field, nodeFields } from './fields.ts';
import { EDGE_BOUNDS, NODE_BOUNDS, type Period, periodsOf, yearText } from './time.ts';

export const gexf: GraphFormat = {
  name: 'gexf',
  title: 'GEXF 1.3',
  extension: '.gexf',
  mediaType: 'application/gexf+xml',
  input: 'graph',
  write: writeGexf,
};

/**
 * Writes the graph as GEXF in chunks of about 64 kB, one node or edge a line, in the order of the view. Positions
 * have two decimals; y points up. A symmetric edge is of the type `undirected`.
 *
 * Where any node or edge has a date, the file is dynamic: `start` and `end` are fractional years, the day of a
 * date standing for the point where it begins; dates in their own precision stay beside as texts. A period that ends
 * before it starts is left out (loss `period-left-out`).
 *
 * What XML cannot hold is left out and reported as `refused-term`, an id used twice as `id-collision`.
 */
export function writeGexf(graph: PlacedGraph, context: WriteContext): Iterable<string> {
  return inChunks(writeLines(graph, createXmlGate(context, { format: 'gexf', place: 'attribute' })));
}

function* writeLines(graph: PlacedGraph, gate: XmlGate): Generator<string> {
  const { nodes, edges, dataset } = graph.view;
  const writable = writableElements(graph.view, 'gexf', gate.report);
  const ofNodes = nodeFields(nodes, gate);
  const ofEdges = edgeFields(edges, gate);
  const nodePeriod = periodsOf(nodes.attributes, NODE_BOUNDS);
  const edgePeriod = periodsOf(edges.attributes, EDGE_BOUNDS);
  const dynamic =
    writable.nodes.some((written, i) => written === 1 && stands(nodePeriod(i))) ||
    writable.edges.some((written, i) => written === 1 && stands(edgePeriod(i)));
  const colour = colourWriter(gate);

  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield metaLines(dataset, gate);
  const time = ' mode="dynamic" timeformat="double" timerepresentation="interval"';
  const direction = attribute('defaultedgetype', directionOfAll(edges.symmetric, writable.edges));
  yield `<graph${direction}${dynamic ? time : ' mode="static"'}>\n`;
  yield declarations('node', ofNodes);
  yield declarations('edge', ofEdges);
  yield '<nodes>\n';
  yield* nodeLines(graph, { gate, colour, written: writable.nodes, fields: ofNodes, period: nodePeriod });
  yield '</nodes>\n<edges>\n';
  yield* edgeLines(graph, { gate, colour, written: writable.edges, fields: ofEdges, period: edgePeriod });
  yield '</edges>\n</graph>\n</gexf>\n';
}

/** What the lines of nodes, or of edges, are made with. */
interface Parts {
  readonly gate: XmlGate;
  readonly colour: (colour: string | undefined) => string;
  /** 1 where the node or edge of that index is written. */
  readonly written: Uint8Array;
  readonly fields: readonly Field[];
  readonly period: (index: number) => Period | undefined;
}

function* nodeLines({ view: { nodes }, placement }: PlacedGraph, parts: Parts): Generator<string> {
  const { gate, colour, written, period } = parts;
  const { x, y, size } = placement;
  const values = valuesOf(parts.fields);
  for (let i = 0; i < nodes.count; i++) {
    if (!written[i]) continue;
    const id = nodes.id[i] ?? '';
    // Every node has a label: Gephi shows nothing in place of one.
    const label = nodes.label[i] ? gate.text(gate.line(nodes.label[i])) : undefined;
    const time = timeOf(period(i), gate);
    const looks = sizeOf(gate.rounded(size?.[i])) + positionOf(gate.rounded(x[i]), gate.rounded(y[i]));
    yield `<node id="${id}" label="${label ?? id}"${time}>${values(i)}${looks}${colour(nodes.colour[i])}</node>\n`;
  }
}

function* edgeLines({ view: { nodes, edges } }: PlacedGraph, parts: Parts): Generator<string> {
  const { gate, colour, written, period } = parts;
  const values = valuesOf(parts.fields);
  for (let i = 0; i < edges.count; i++) {
    if (!written[i]) continue;
    const ends = `source="${nodes.id[edges.source[i] ?? -1]}" target="${nodes.id[edges.target[i] ?? -1]}"`;
    const type = ` type="${edges.symmetric[i] ? 'undirected' : 'directed'}"`;
    const kind = attribute('kind', escapedIfLegal(edges.kind[i] ?? ''));
    const label = attribute('label', gate.text(gate.line(edges.label[i])));
    const weight = attribute('weight', gate.positive(edges.weight[i]));
    const attributes = ends + type + kind + label + weight + timeOf(period(i), gate);
    yield `<edge id="${edges.id[i]}" ${attributes}>${values(i)}${colour(edges.colour[i])}</edge>\n`;
  }
}

/** GEXF has no element for title and licence: they are the first and the last line of the description. */
function metaLines({ title, description, licence, creators }: DatasetInfo, gate: XmlGate): string {
  const legalOf = (line: string | undefined) => (line ? gate.legal(line) : undefined);
  const names = creators.map(({ name }) => legalOf(name)).filter((name) => name !== undefined);
  const about = [title, description, licence && `Licence: ${licence}`]
    .map(legalOf)
    .filter((line) => line !== undefined);
  const creator = names.length === 0 ? '' : `<creator>${xmlText(names.join('; '))}</creator>\n`;
  const text = about.length === 0 ? '' : `<description>${xmlText(about.join('\n'))}</description>\n`;
  return creator + text === '' ? '' : `<meta>\n${creator}${text}</meta>\n`;
}

function declarations(of: 'node' | 'edge', fields: readonly Field[]): string {
  if (fields.length === 0) return '';
  const lines = fields.map(({ name, type }) => {
    const escaped = xmlAttribute(name);
    return `<attribute id="${escaped}" title="${escaped}" type="${type}"/>\n`;
  });
  return `<attributes class="${of}">\n${lines.join('')}</attributes>\n`;
}

/** The `<attvalues>` of a node or edge, by its index. */
function valuesOf(fields: readonly Field[]): (index: number) => string {
  const parts = fields.map(({ name, text }) => ({
    start: `<attvalue for="${xmlAttribute(name)}" value="`,
    text,
  }));
  return (index) => {
    let values = '';
    for (const { start, text } of parts) {
      const value = text(index);
      if (value !== undefined) values += `${start}${value}"/>`;
    }
    return values === '' ? '' : `<attvalues>${values}</attvalues>`;
  };
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${value}"`;
}

/**
 * The type that all edges have; none for a mixed graph, of which Gephi keeps only the edges of the default type.
 * NetworkX reads no directed edges without it.
 */
function directionOfAll(symmetric: Uint8Array, written: Uint8Array): 'directed' | 'undirected' | undefined {
  const has = (flag: 0 | 1) => written.some((one, i) => one === 1 && symmetric[i] === flag);
  if (!has(1)) return 'directed';
  return has(0) ? undefined : 'undirected';
}

/** The kind once more; where XML refuses it, its `<attvalue>` says so. */
function escapedIfLegal(text: string): string | undefined {
  return text === '' || xmlReason(text) !== undefined ? undefined : xmlAttribute(text);
}

/** A period that ends before it starts makes Gephi drop it with an error. */
function stands(period: Period | undefined): period is Period {
  return (
    period !== undefined &&
    !(period.start !== undefined && period.end !== undefined && period.end < period.start)
  );
}

function timeOf(period: Period | undefined, gate: XmlGate): string {
  if (period === undefined) return '';
  if (!stands(period)) {
    countLoss(gate.report.losses, 'period-left-out');
    return '';
  }
  const { start, end } = period;
  return (
    attribute('start', start === undefined ? undefined : yearText(start)) +
    attribute('end', end === undefined ? undefined : yearText(end))
  );
}

function sizeOf(size: string | undefined): string {
  return size === undefined ? '' : `<viz:size value="${size}"/>`;
}

/** The schema wants a z. */
function positionOf(x: string | undefined, y: string | undefined): string {
  return x === undefined || y === undefined ? '' : `<viz:position x="${x}" y="${y}" z="0"/>`;
}

/** Writes colours, each other form than `#rrggbb` refused once. */
function colourWriter(gate: XmlGate): (colour: string | undefined) => string {
  const known = new Map<string, string>();
  return (colour = '') => {
    const seen = known.get(colour);
    if (seen !== undefined) return seen;
    const valid = isColour(colour);
    if (!valid) gate.refuse(colour, 'a colour is «#» and six hex digits');
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    const element = valid ? `<viz:color r="${r}" g="${g}" b="${b}"/>` : '';
    known.set(colour, element);
    return element;
  };
}
