/**
 * GraphML that Gephi, NetworkX, igraph, graphology, Cytoscape and Neo4j all read whole; the keys are in
 * `fields.ts`, what a value may be in `../xmlGate.ts`, the schema in `ontology/schemas/factweave-graphml.xsd`.
 */
import type { PlacedGraph } from '../../graph/view.ts';
import { inByteChunks, inChunks } from '../chunks.ts';
import { writableElements } from '../elements.ts';
import type { GraphFormat, WriteContext } from '../formats.ts';
import { isPlainXmlText, xmlAttribute, xmlReason } from '../xml.ts';
import { createXmlGate } from '../xmlGate.ts';
import { edgeFields, type Field, graphFields, type Key, neo4jLabels, nodeFields } from './fields.ts';

export const graphml: GraphFormat = {
  name: 'graphml',
  title: 'GraphML',
  extension: '.graphml',
  mediaType: 'application/graphml+xml',
  input: 'graph',
  write: writeGraphml,
  bytes: (graph, context) => inByteChunks(writeLines(graph, context)),
};

/**
 * Writes the graph as GraphML in chunks of about 64 kB: the keys in use, graph data, nodes, edges, one element a
 * line, in the order of the view. Positions have two decimals; y points up.
 *
 * What XML cannot hold is left out and reported as `refused-term`, an id used twice as `id-collision`.
 */
export function writeGraphml(graph: PlacedGraph, context: WriteContext): Iterable<string> {
  return inChunks(writeLines(graph, context));
}

function* writeLines(graph: PlacedGraph, context: WriteContext): Generator<string> {
  const strict = context.options?.graphml === 'strict';
  const gate = createXmlGate(context, { format: 'graphml', place: 'element' });
  const writable = writableElements(graph.view, 'graphml', context);
  const { nodes, edges } = graph.view;
  const ofGraph = graphFields(graph, gate);
  const ofNodes = nodeFields(graph, gate);
  const ofEdges = edgeFields(graph.view, gate);

  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const key of [...ofGraph, ...ofNodes, ...ofEdges]) yield keyLine(key);
  yield '<graph id="G" edgedefault="directed">\n';
  for (const field of ofGraph) yield `${dataOf([field])(0)}\n`;

  const labels = strict ? () => '' : attributeWriter('labels');
  const nodeData = dataOf(ofNodes);
  for (let i = 0; i < nodes.count; i++) {
    if (!writable.nodes[i]) continue;
    yield `<node id="${nodes.id[i]}"${labels(neo4jLabels(nodes.lineage[i]))}>${nodeData(i)}</node>\n`;
  }
  const label = strict ? () => '' : attributeWriter('label');
  const edgeData = dataOf(ofEdges);
  for (let i = 0; i < edges.count; i++) {
    if (!writable.edges[i]) continue;
    const ends = `source="${nodes.id[edges.source[i] ?? -1]}" target="${nodes.id[edges.target[i] ?? -1]}"`;
    yield `<edge id="${edges.id[i]}" ${ends}${label(edges.kind[i] ?? '')}>${edgeData(i)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function keyLine(key: Key): string {
  const name = xmlAttribute(key.name);
  return `<key id="${key.id}" for="${key.for}" attr.name="${name}" attr.type="${key.type}"/>\n`;
}

/** All `<data>` elements of a node or edge, by its index. */
function dataOf(fields: readonly Field[]): (index: number) => string {
  const parts = fields.map(({ id, text }) => ({
    first: `<data key="${id}">`,
    later: `</data><data key="${id}">`,
    text,
  }));
  return (index) => {
    let line = '';
    for (const part of parts) {
      const value = part.text(index);
      if (value !== undefined) line += (line === '' ? part.first : part.later) + value;
    }
    return line === '' ? '' : `${line}</data>`;
  };
}

/** Writes an XML attribute from a text that recurs; one that is empty or that XML refuses is left out. */
function attributeWriter(name: string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const seen = known.get(value);
    if (seen !== undefined) return seen;
    const writable = value !== '' && (isPlainXmlText(value) || xmlReason(value) === undefined);
    const text = writable ? ` ${name}="${xmlAttribute(value)}"` : '';
    known.set(value, text);
    return text;
  };
}
