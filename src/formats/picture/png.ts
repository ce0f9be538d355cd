/** PNG: the same picture in pixels, for programs that show no SVG. */
import type { PlacedGraph } from '../../graph/view.ts';
import type { FormatFile, GraphFilesFormat, WriteContext } from '../formats.ts';
import { countLoss } from '../losses.ts';
import { drawingOf } from './drawing.ts';
import { renderPng } from './resvg.ts';
import { FAMILY } from './style.ts';

export const png: GraphFilesFormat = {
  name: 'png',
  title: 'PNG',
  extension: '.png',
  mediaType: 'image/png',
  input: 'graph',
  files: (graph, context, stem) => [pngFile(graph, context, `${stem}.png`)],
};

const CHUNK = 65_536;

/**
 * The picture of {@link writeSvg} in pixels: 1600 wide, or 300 an inch on paper. The renderer and the fonts are those of
 * `context.asset`, so that the bytes are the same on every machine. Evidence has no place in it (loss
 * `evidence-left-out`), and characters that the font has no sign for show as boxes (loss `glyph-missing`).
 *
 * Throws a TypeError without `context.asset`.
 */
function pngFile(graph: PlacedGraph, context: WriteContext, name: string): FormatFile {
  return { name, mediaType: png.mediaType, chunks: writePng(graph, context) };
}

function* writePng(graph: PlacedGraph, context: WriteContext): Generator<Uint8Array> {
  const { asset, options, losses } = context;
  if (!asset) throw new TypeError('the format png needs `asset` in its context, such as `packagedAsset`');
  const theme = options?.theme === 'dark' ? 'dark' : 'light';
  const { parts, pixels, missing } = drawingOf(graph, context, { format: 'png', theme, bare: true });
  if (missing > 0) countLoss(losses, 'glyph-missing', missing);
  const bytes = renderPng([...parts].join(''), {
    wasm: asset('resvg'),
    fonts: [asset('font'), asset('boldFont')],
    family: FAMILY,
    width: pixels,
  });
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
