/** The attributes that a GEXF file declares and, for each, the text of a node's or edge's value. */
import type { AttributeColumn, AttributeValue, GraphEdges, GraphNodes } from '../../graph/view.ts';
import { prepareColumns, RESERVED_EDGE_NAMES, RESERVED_NODE_NAMES } from '../columns.ts';
import type { XmlGate } from '../xmlGate.ts';
import { toListText } from './list.ts';

/** One `<attribute>`; its id and its title are its name. */
export interface Field {
  readonly name: string;
  readonly type: 'boolean' | 'integer' | 'long' | 'double' | 'string' | 'liststring';
  /** The escaped value, by index; undefined where there is no `<attvalue>`. */
  readonly text: (index: number) => string | undefined;
}

/** What every node may have, then the domain attributes in use. */
export function nodeFields(nodes: GraphNodes, gate: XmlGate): Field[] {
  if (nodes.count === 0) return [];
  const { community } = nodes;
  const fields: Field[] = [
    { name: 'kind', type: 'string', text: (i) => gate.text(nodes.kind[i]) },
    { name: 'uri', type: 'string', text: (i) => gate.text(nodes.iri[i]) },
    { name: 'degree', type: 'integer', text: (i) => gate.number(nodes.degree[i]) },
    { name: 'weightedDegree', type: 'double', text: (i) => gate.number(nodes.weightedDegree[i]) },
  ];
  if (community) fields.push({ name: 'community', type: 'integer', text: (i) => gate.number(community[i]) });
  return [
    ...fields,
    ...columnFields(prepareColumns(nodes.attributes, RESERVED_NODE_NAMES, gate.report), gate),
  ];
}

/** The same for edges. The kind stands here too, for readers that do not know the XML attribute of GEXF 1.3. */
export function edgeFields(edges: GraphEdges, gate: XmlGate): Field[] {
  if (edges.count === 0) return [];
  const fields: Field[] = [
    { name: 'kind', type: 'string', text: (i) => gate.text(edges.kind[i]) },
    { name: 'predicate', type: 'string', text: (i) => gate.text(edges.predicate[i]) },
  ];
  return [
    ...fields,
    ...columnFields(prepareColumns(edges.attributes, RESERVED_EDGE_NAMES, gate.report), gate),
  ];
}

function columnFields(columns: readonly AttributeColumn[], gate: XmlGate): Field[] {
  return columns.map((column) => ({
    name: column.name,
    type: TYPES[column.type],
    text: (i) => valueText(column.values[i], gate),
  }));
}

const TYPES: Record<AttributeColumn['type'], Field['type']> = {
  boolean: 'boolean',
  int: 'integer',
  long: 'long',
  double: 'double',
  string: 'string',
  strings: 'liststring',
};

function valueText(value: AttributeValue | undefined, gate: XmlGate): string | undefined {
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'string':
      return gate.text(value);
    case 'object': {
      const items = value.flatMap((item) => gate.legal(item) ?? []);
      return items.length === 0 ? undefined : gate.text(toListText(items));
    }
    default:
      return String(value);
  }
}
