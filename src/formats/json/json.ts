/** Laid-out JSON: the serialized form of graphology with positions, ready for sigma; its schema is in `schema.ts`. */
import type { PlacedGraph } from '../../graph/view.ts';
import { inChunks } from '../chunks.ts';
import { writableElements } from '../elements.ts';
import type { GraphFormat, WriteContext } from '../formats.ts';
import { edgeFields, nodeFields, objectOf } from '../jsonFields.ts';
import { createJsonGate, type JsonGate } from '../jsonGate.ts';
import { graphAttributes } from '../jsonGraph.ts';
import { membersOf } from '../jsonText.ts';
import type { WriteOptions } from '../options.ts';

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
  const sizeUnit = context.options?.sizeUnit ?? 'positions';
  const sized = sizeUnit === 'pixels' ? inPixels(graph) : graph;
  return inChunks(writeParts(sized, createJsonGate(context, 'json'), sizeUnit));
}

/** Sizes from 4 to 100 as radii from 3 to 20 pixels. */
function inPixels({ view, placement }: PlacedGraph): PlacedGraph {
  return {
    view,
    placement: { ...placement, size: placement.size?.map((size) => 3 + ((size - 4) * 17) / 96) },
  };
}

function* writeParts(
  graph: PlacedGraph,
  gate: JsonGate,
  sizeUnit: WriteOptions['sizeUnit'],
): Generator<string> {
  const { nodes, edges } = graph.view;
  const writable = writableElements(graph.view, 'json', gate.report);
  yield '{\n"options":{"allowSelfLoops":true,"multi":true,"type":"directed"},\n"attributes":{\n';
  yield membersOf(graphAttributes(graph, gate, { yAxis: 'up', sizeUnit })).join(',\n');
  yield '\n},\n"nodes":[';

  let before = '\n';
  const ofNode = objectOf(nodeFields(graph, gate));
  for (let i = 0; i < nodes.count; i++) {
    if (!writable.nodes[i]) continue;
    yield `${before}{"key":"${nodes.id[i]}","attributes":${ofNode(i)}}`;
    before = ',\n';
  }
  yield '\n],\n"edges":[';

  before = '\n';
  const ofEdge = objectOf(edgeFields(graph.view, gate));
  for (let i = 0; i < edges.count; i++) {
    if (!writable.edges[i]) continue;
    const ends = `"source":"${nodes.id[edges.source[i] ?? -1]}","target":"${nodes.id[edges.target[i] ?? -1]}"`;
    yield `${before}{"key":"${edges.id[i]}",${ends},"attributes":${ofEdge(i)}}`;
    before = ',\n';
  }
  yield '\n]\n}\n';
}
