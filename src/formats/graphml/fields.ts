/** The keys of a GraphML file and, for each, the text of a node's or edge's value. */
import type { AttributeColumn, AttributeValue, GraphView, PlacedGraph } from '../../graph/view.ts';
import { freeName, isColour, prepareColumns, RESERVED_EDGE_NAMES, RESERVED_NODE_NAMES } from '../columns.ts';
import { countLoss, type Losses } from '../losses.ts';
import type { XmlGate as Gate } from '../xmlGate.ts';
import { uniqueNames } from './names.ts';

type KeyType = 'boolean' | 'int' | 'long' | 'double' | 'string';

/** One `<key>`: `id` is unique in the file, `name` among the keys for the same kind of element. */
export interface Key {
  readonly id: string;
  readonly for: 'graph' | 'node' | 'edge';
  readonly name: string;
  readonly type: KeyType;
}

/** A key with its values as escaped text, by index; undefined where there is no `<data>`. */
export interface Field extends Key {
  readonly text: (index: number) => string | undefined;
}

/** Title, licence, layout and the like, in a fixed order; the key id is the attribute name. */
export function graphFields({ view, placement }: PlacedGraph, gate: Gate): Field[] {
  const { dataset, facts } = view;
  const texts: [string, string | undefined][] = [
    ['title', dataset.title],
    ['description', dataset.description],
    ['licence', dataset.licence],
    ['creators', gate.joined(dataset.creators.map(({ name }) => name))],
    ['base', dataset.base],
    ['language', dataset.language],
    ['sources', JSON.stringify(view.sources.map((note) => Object.fromEntries(note)))],
    ['layout', placement.algorithm],
    ['layout_y_axis', 'up'],
  ];
  const numbers: [string, number][] = [
    ['layout_seed', placement.seed],
    ['layout_iterations', placement.iterations],
    ['facts_written', facts.written],
    ['facts_outside', [...facts.outside.values()].reduce((sum, count) => sum + count, 0)],
  ];
  const fields = texts.map(([name, text]) => graphField(name, 'string', gate.text(text)));
  for (const [name, value] of numbers) {
    const [column] = prepareColumns([{ name, type: 'int', values: [value] }], new Set(), gate.report);
    if (column) fields.push(graphField(name, keyType(column), String(column.values[0])));
  }
  return fields.filter((field) => field.text(0) !== undefined);
}

function graphField(name: string, type: KeyType, text: string | undefined): Field {
  return { id: name, for: 'graph', name, type, text: () => text };
}

/** The keys that every node may have, then those of the domain attributes in use. */
export function nodeFields({ view, placement }: PlacedGraph, gate: Gate): Field[] {
  const { nodes } = view;
  if (nodes.count === 0) return [];
  const label = nodes.label.map((text) => gate.line(text));
  const names = uniqueNames(label, nodes.id);
  const { size } = placement;
  const { community } = nodes;
  const fields = [
    node('label', 'label', 'string', (i) => gate.text(label[i])),
    node('name', 'name', 'string', (i) => gate.text(names[i])),
    node('labels', 'labels', 'string', (i) => gate.text(neo4jLabels(nodes.lineage[i], gate.report.losses))),
    node('n_kind', 'kind', 'string', (i) => gate.text(nodes.kind[i])),
    node('n_uri', 'uri', 'string', (i) => gate.text(nodes.iri[i])),
    node('x', 'x', 'double', (i) => gate.rounded(placement.x[i])),
    node('y', 'y', 'double', (i) => gate.rounded(placement.y[i])),
    ...(size ? [node('size', 'size', 'double', (i) => gate.rounded(size[i]))] : []),
    ...colourFields(nodes.colour, gate, (name, text) => node(name, name, 'int', text)),
    node('n_degree', 'degree', 'int', (i) => String(nodes.degree[i])),
    node('n_weightedDegree', 'weightedDegree', 'double', (i) => gate.number(nodes.weightedDegree[i])),
    ...(community ? [node('n_community', 'community', 'int', (i) => String(community[i]))] : []),
  ];
  const columns = prepareColumns(nodes.attributes, RESERVED_NODE_NAMES, gate.report);
  return [...fields, ...attributeFields({ for: 'node', prefix: 'n_' }, columns, { gate, fixed: fields })];
}

/** The same for edges; `symmetric` is written only where it is true. */
export function edgeFields({ edges }: GraphView, gate: Gate): Field[] {
  if (edges.count === 0) return [];
  const symmetric = edges.symmetric.includes(1);
  const fields = [
    edge('edgelabel', 'label', 'string', (i) => gate.text(gate.line(edges.label[i]))),
    edge('weight', 'weight', 'double', (i) => gate.positive(edges.weight[i])),
    edge('e_kind', 'kind', 'string', (i) => gate.text(edges.kind[i])),
    edge('interaction', 'interaction', 'string', (i) => gate.text(edges.kind[i])),
    edge('e_uri', 'predicate', 'string', (i) => gate.text(edges.predicate[i])),
    ...colourFields(edges.colour, gate, (name, text) => edge(`e_${name}`, name, 'int', text)),
    ...(symmetric
      ? [edge('e_symmetric', 'symmetric', 'boolean', (i) => (edges.symmetric[i] ? 'true' : undefined))]
      : []),
  ];
  const columns = prepareColumns(edges.attributes, RESERVED_EDGE_NAMES, gate.report);
  return [...fields, ...attributeFields({ for: 'edge', prefix: 'e_' }, columns, { gate, fixed: fields })];
}

function node(id: string, name: string, type: KeyType, text: Field['text']): Field {
  return { id, for: 'node', name, type, text };
}

function edge(id: string, name: string, type: KeyType, text: Field['text']): Field {
  return { id, for: 'edge', name, type, text };
}

/**
 * The classes as Neo4j reads them, the widest first: `:Thing:Ship`. A `:` in a name would make two classes of it and
 * becomes `_` (loss `colon-replaced`).
 */
export function neo4jLabels(lineage: readonly string[] | undefined, losses?: Losses): string {
  let labels = '';
  for (const name of (lineage ?? []).toReversed()) {
    if (losses && name.includes(':')) countLoss(losses, 'colon-replaced');
    labels += `:${name.replaceAll(':', '_')}`;
  }
  return labels;
}

/** Three numbers from 0 to 255, as Gephi reads a colour. */
function colourFields(
  colours: readonly string[],
  gate: Gate,
  fieldOf: (name: string, text: Field['text']) => Field,
): Field[] {
  const parts = new Map<string, readonly string[]>();
  for (const colour of colours) {
    if (parts.has(colour)) continue;
    const valid = isColour(colour);
    if (!valid) gate.refuse(colour, 'a colour is «#» and six hex digits');
    const numbers = [1, 3, 5].map((at) => String(Number.parseInt(colour.slice(at, at + 2), 16)));
    parts.set(colour, valid ? numbers : []);
  }
  return ['r', 'g', 'b'].map((name, part) => fieldOf(name, (i) => parts.get(colours[i] ?? '')?.[part]));
}

function attributeFields(
  at: { readonly for: 'node' | 'edge'; readonly prefix: string },
  columns: readonly AttributeColumn[],
  { gate, fixed }: { readonly gate: Gate; readonly fixed: readonly Key[] },
): Field[] {
  const taken = new Set(fixed.map((key) => key.id.toLowerCase()));
  return columns.map((column) => ({
    id: freeName(at.prefix + asNmtoken(column.name), taken),
    for: at.for,
    name: column.name,
    type: keyType(column),
    text: columnText(column, gate),
  }));
}

/** Any other character than letters, digits and `.` `_` `-` becomes `_` and its UTF-8 bytes in hex. */
function asNmtoken(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/gu, (c) => `_${Buffer.from(c).toString('hex')}`);
}

function keyType(column: AttributeColumn): KeyType {
  return column.type === 'strings' ? 'string' : column.type;
}

function columnText({ type, values }: AttributeColumn, gate: Gate): Field['text'] {
  if (type === 'string') return (i) => gate.text(asText(values[i]));
  if (type === 'strings') return (i) => gate.text(gate.joined(asList(values[i])));
  return (i) => (values[i] === undefined ? undefined : String(values[i]));
}

function asText(value: AttributeValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function asList(value: AttributeValue | undefined): readonly string[] | undefined {
  return typeof value === 'object' ? value : undefined;
}
