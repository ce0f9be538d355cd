/** The attributes of nodes and edges as the JSON formats write them, each with the JSON text of its value by index. */
import { sortedBy } from '../core/order.ts';
import type { AttributeColumn, GraphView, PlacedGraph } from '../graph/view.ts';
import { prepareColumns, RESERVED_EDGE_NAMES, RESERVED_NODE_NAMES, valueText } from './columns.ts';
import type { JsonGate as Gate } from './jsonGate.ts';

export interface Field {
  readonly name: string;
  /** Undefined where the node or edge has no such attribute. */
  readonly text: (index: number) => string | undefined;
}

/** In byte order of their names. */
export function nodeFields({ view, placement }: PlacedGraph, gate: Gate): Field[] {
  const { nodes } = view;
  const { size } = placement;
  const { community } = nodes;
  const fields: Field[] = [
    { name: 'label', text: (i) => gate.text(nodes.label[i]) },
    { name: 'kind', text: (i) => gate.text(nodes.kind[i]) },
    { name: 'uri', text: (i) => gate.text(nodes.iri[i]) },
    { name: 'x', text: (i) => gate.rounded(placement.x[i]) },
    { name: 'y', text: (i) => gate.rounded(placement.y[i]) },
    ...(size ? [{ name: 'size', text: (i: number) => gate.rounded(size[i]) }] : []),
    { name: 'color', text: (i) => gate.colour(nodes.colour[i]) },
    { name: 'degree', text: (i) => gate.number(nodes.degree[i]) },
    { name: 'weightedDegree', text: (i) => gate.number(nodes.weightedDegree[i]) },
    ...(community ? [{ name: 'community', text: (i: number) => gate.number(community[i]) }] : []),
  ];
  const columns = prepareColumns(nodes.attributes, RESERVED_NODE_NAMES, gate.report);
  return byName([...fields, ...columns.map((column) => columnField(column, gate))]);
}

/** In byte order of their names; `symmetric` only where it is true. */
export function edgeFields({ edges }: GraphView, gate: Gate): Field[] {
  const fields: Field[] = [
    { name: 'label', text: (i) => gate.text(edges.label[i]) },
    { name: 'kind', text: (i) => gate.text(edges.kind[i]) },
    { name: 'predicate', text: (i) => gate.text(edges.predicate[i]) },
    { name: 'weight', text: (i) => gate.positive(edges.weight[i]) },
    { name: 'color', text: (i) => gate.colour(edges.colour[i]) },
    { name: 'symmetric', text: (i) => (edges.symmetric[i] ? 'true' : undefined) },
  ];
  const columns = prepareColumns(edges.attributes, RESERVED_EDGE_NAMES, gate.report);
  return byName([...fields, ...columns.map((column) => columnField(column, gate))]);
}

/** The fields of a node or edge as one JSON object, by its index. */
export function objectOf(fields: readonly Field[]): (index: number) => string {
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

function byName(fields: readonly Field[]): Field[] {
  return sortedBy(fields, (field) => field.name);
}

function columnField({ name, values }: AttributeColumn, gate: Gate): Field {
  return { name, text: (i) => valueText(values[i], gate) };
}
