/**
 * What a GEXF file must hold, told from the laid-out JSON of the same graph:
 *
 * | JSON | GEXF |
 * |---|---|
 * | an empty text | nothing; for the label of a node its id |
 * | a label with line breaks | with blanks in their place |
 * | `color` | in lower case |
 * | `symmetric` | the type `undirected` |
 * | `kind` of an edge | also the XML attribute `kind` |
 * | `start`, `end`, of nodes also `startDate`, `endDate` | also the XML attributes, in years |
 * | `title`, `description`, `licence`, `creators` of the graph | `description`, `creator`; no other |
 */
import type { AttributeValue } from '../../graph/view.ts';
import type { ReadAttributes, ReadGraph } from '../readGraph.ts';
import { EDGE_BOUNDS, NODE_BOUNDS, periodOf } from './time.ts';

/** The graph that {@link readGexf} finds when the file says what the laid-out JSON says. */
export function expectedOfGexf(json: ReadGraph): ReadGraph {
  const nodes = new Map<string, ReadAttributes>();
  for (const [id, attributes] of json.nodes) {
    const expected = elementOf(attributes, NODE_BOUNDS);
    if (!expected.has('label')) expected.set('label', id);
    nodes.set(id, expected);
  }
  const edges = new Map(
    [...json.edges].map(([id, edge]) => {
      const attributes = elementOf(edge.attributes, EDGE_BOUNDS);
      const kind = attributes.get('kind');
      return [id, { ...edge, label: typeof kind === 'string' ? kind : undefined, attributes }];
    }),
  );
  return { attributes: metaOf(json.attributes), nodes, edges };
}

function elementOf(attributes: ReadAttributes, bounds: typeof NODE_BOUNDS | typeof EDGE_BOUNDS) {
  const expected = new Map<string, unknown>();
  for (const [name, value] of attributes) {
    const text = name === 'color' ? String(value).toLowerCase() : name === 'label' ? oneLine(value) : value;
    if (text !== '') expected.set(name, text);
  }
  const dateOf = (names: readonly string[]) => {
    const name = names.find((one) => attributes.has(one));
    return name === undefined ? undefined : dateValue(attributes.get(name));
  };
  const { start, end } = periodOf(dateOf(bounds.start), dateOf(bounds.end)) ?? {};
  if (start !== undefined && end !== undefined && end < start) return expected;
  if (start !== undefined) expected.set('@start', start);
  if (end !== undefined) expected.set('@end', end);
  return expected;
}

function oneLine(value: unknown): string {
  return String(value).replace(/\r\n|[\t\n\r]/g, ' ');
}

function dateValue(value: unknown): AttributeValue | undefined {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function metaOf(json: ReadAttributes): ReadAttributes {
  const licence = json.get('licence');
  const lines = [json.get('title'), json.get('description'), licence && `Licence: ${licence}`];
  const about = lines.filter((line) => line !== undefined && line !== '').join('\n');
  const creators = json.get('creators');
  const names = Array.isArray(creators) ? creators.filter((name) => name !== '').join('; ') : '';
  return new Map([
    ...(names === '' ? [] : [['creator', names] as const]),
    ...(about === '' ? [] : [['description', about] as const]),
  ]);
}
