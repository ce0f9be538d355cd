/** SVG: the picture of the graph as text, for pages, print and editors. */
import type { PlacedGraph } from '../../graph/view.ts';
import { inChunks } from '../chunks.ts';
import type { GraphFormat, WriteContext } from '../formats.ts';
import { WRITE_DEFAULTS } from '../options.ts';
import { drawingOf } from './drawing.ts';

export const svg: GraphFormat = {
  name: 'svg',
  title: 'SVG',
  extension: '.svg',
  mediaType: 'image/svg+xml',
  input: 'graph',
  write: writeSvg,
};

/**
 * Writes the picture in chunks of about 64 kB: edges, then nodes, one a line, in the order of the view, then their
 * names, the legend and the origin.
 *
 * A node is the `<g>` of its id with `data-label` and `data-kind`, an edge that of its id with `data-source`,
 * `data-target` and `data-kind`; in the `<title>` of each stand its facts with quote and source (up to 10,000 nodes and
 * edges; beyond, loss `evidence-left-out`). A position x, y of the layout stands at `data-left + data-scale · x`,
 * `data-top − data-scale · y`, with two decimals. Names that do not fit are left out of the drawing (loss
 * `label-left-out`) or end with «…» (`label-shortened`). What XML cannot hold is reported as `refused-term`.
 */
export function writeSvg(graph: PlacedGraph, context: WriteContext): Iterable<string> {
  const theme = context.options?.theme ?? WRITE_DEFAULTS.theme;
  return inChunks(drawingOf(graph, context, { format: 'svg', theme, bare: false }).parts);
}
