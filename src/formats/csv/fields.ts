/** The columns of the two CSV files and, for each, the cell of a node or edge. */
import type { AttributeColumn, GraphView, PlacedGraph } from '../../graph/view.ts';
import { freeName, prepareColumns, RESERVED_EDGE_NAMES, RESERVED_NODE_NAMES, valueText } from '../columns.ts';
import { countLoss } from '../losses.ts';
import type { CellGate } from './cells.ts';

/** The types of Neo4j's admin import that are in use. */
export type CellType = 'string' | 'string[]' | 'int' | 'long' | 'double' | 'boolean';

export interface Field {
  /** Unique in its file. */
  readonly name: string;
  /** The head of the column as Neo4j reads it: `weight:double`, `:TYPE`. */
  readonly header: string;
  readonly type: CellType;
  /** The cell by index, quoted where it must be; undefined where it is empty. */
  readonly cell: (index: number) => string | undefined;
}

/** Id, labels (the widest class first), name, IRI, place and looks, then the domain attributes in use. */
export function nodeFields({ view, placement }: PlacedGraph, gate: CellGate): Field[] {
  const { nodes } = view;
  const { x, y, size } = placement;
  const { community } = nodes;
  const fields = [
    special('id', 'id:ID', (i) => nodes.id[i]),
    {
      ...special('labels', ':LABEL', (i) => gate.list(nodes.lineage[i]?.toReversed())),
      type: 'string[]' as const,
    },
    typed('label', 'string', (i) => gate.text(nodes.label[i])),
    typed('kind', 'string', (i) => gate.text(nodes.kind[i])),
    typed('uri', 'string', (i) => gate.text(nodes.iri[i])),
    typed('x', 'double', (i) => gate.rounded(x[i])),
    typed('y', 'double', (i) => gate.rounded(y[i])),
    ...(size ? [typed('size', 'double', (i) => gate.rounded(size[i]))] : []),
    typed('color', 'string', (i) => gate.colour(nodes.colour[i])),
    typed('degree', 'int', (i) => gate.number(nodes.degree[i])),
    typed('weightedDegree', 'double', (i) => gate.number(nodes.weightedDegree[i])),
    ...(community ? [typed('community', 'int', (i) => gate.number(community[i]))] : []),
  ];
  return [...fields, ...attributeFields(nodes.attributes, RESERVED_NODE_NAMES, gate)];
}

/** Id, ends, type, then what else an edge has; `symmetric` only where it is true. */
export function edgeFields({ nodes, edges }: GraphView, gate: CellGate): Field[] {
  const fields = [
    typed('id', 'string', (i) => edges.id[i]),
    special('source', ':START_ID', (i) => nodes.id[edges.source[i] ?? -1]),
    special('target', ':END_ID', (i) => nodes.id[edges.target[i] ?? -1]),
    special('type', ':TYPE', (i) => gate.text(edges.kind[i])),
    typed('label', 'string', (i) => gate.text(edges.label[i])),
    typed('predicate', 'string', (i) => gate.text(edges.predicate[i])),
    typed('weight', 'double', (i) => gate.positive(edges.weight[i])),
    typed('color', 'string', (i) => gate.colour(edges.colour[i])),
    typed('symmetric', 'boolean', (i) => (edges.symmetric[i] ? 'true' : undefined)),
  ];
  return [...fields, ...attributeFields(edges.attributes, RESERVED_EDGE_NAMES, gate)];
}

function special(name: string, header: string, cell: Field['cell']): Field {
  return { name, header, type: 'string', cell };
}

function typed(name: string, type: CellType, cell: Field['cell']): Field {
  return { name, header: `${name}:${type}`, type, cell };
}

/** Anything but what Neo4j takes for a part of a name in a header, in every version. */
const NOT_IN_HEADERS = /[^\p{L}\p{N}_.-]/gu;

function attributeFields(
  columns: readonly AttributeColumn[],
  reserved: ReadonlySet<string>,
  gate: CellGate,
): Field[] {
  const taken = new Set(reserved);
  return prepareColumns(columns, reserved, gate.report).map((column) => {
    const wanted = column.name.replace(NOT_IN_HEADERS, '_');
    const name = freeName(wanted, taken);
    if (name !== column.name) countLoss(gate.report.losses, 'attribute-renamed');
    return typed(name, TYPES[column.type], (i) => valueText(column.values[i], gate));
  });
}

const TYPES: Record<AttributeColumn['type'], CellType> = {
  string: 'string',
  strings: 'string[]',
  int: 'int',
  long: 'long',
  double: 'double',
  boolean: 'boolean',
};
