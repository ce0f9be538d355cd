/** Node-link JSON, the form of D3 and of NetworkX (`node_link_graph(data, edges="links")`). */
import type { PlacedGraph } from '../../graph/view.ts';
import { inChunks } from '../chunks.ts';
import { writableElements } from '../elements.ts';
import type { GraphFormat, WriteContext } from '../formats.ts';
import { edgeFields, nodeFields, objectOf } from '../jsonFields.ts';
import { createJsonGate, type JsonGate } from '../jsonGate.ts';
import { graphAttributes, upsideDown } from '../jsonGraph.ts';
import { membersOf } from '../jsonText.ts';

export const nodelink: GraphFormat = {
  name: 'nodelink',
  title: 'Node-link JSON',
  extension: '.nodelink.json',
  mediaType: 'application/json',
  input: 'graph',
  write: writeNodelink,
};

/**
 * Writes the graph in chunks of about 64 kB, one node or link a line, in the order of the view: ids as `id` of
 * nodes and `key` of links, all attributes flat beside them. Positions have two decimals; y points down, as on a
 * screen.
 *
 * What JSON cannot hold is left out and reported as `refused-term`, an id used twice as `id-collision`.
 */
export function writeNodelink(graph: PlacedGraph, context: WriteContext): Iterable<string> {
  return inChunks(writeParts(upsideDown(graph), createJsonGate(context, 'nodelink')));
}

function* writeParts(graph: PlacedGraph, gate: JsonGate): Generator<string> {
  const { nodes, edges } = graph.view;
  const writable = writableElements(graph.view, 'nodelink', gate.report);
  yield '{\n"directed":true,\n"multigraph":true,\n"graph":{\n';
  yield membersOf(graphAttributes(graph, gate, { yAxis: 'down' })).join(',\n');
  yield '\n},\n"nodes":[';

  let before = '\n';
  const ofNode = objectOf([{ name: 'id', text: (i) => `"${nodes.id[i]}"` }, ...nodeFields(graph, gate)]);
  for (let i = 0; i < nodes.count; i++) {
    if (!writable.nodes[i]) continue;
    yield before + ofNode(i);
    before = ',\n';
  }
  yield '\n],\n"links":[';

  before = '\n';
  const ofEdge = objectOf([
    { name: 'source', text: (i) => `"${nodes.id[edges.source[i] ?? -1]}"` },
    { name: 'target', text: (i) => `"${nodes.id[edges.target[i] ?? -1]}"` },
    { name: 'key', text: (i) => `"${edges.id[i]}"` },
    ...edgeFields(graph.view, gate),
  ]);
  for (let i = 0; i < edges.count; i++) {
    if (!writable.edges[i]) continue;
    yield before + ofEdge(i);
    before = ',\n';
  }
  yield '\n]\n}\n';
}
