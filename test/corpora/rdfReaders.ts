/** Two readers for every RDF format, which share no code with the writers or with each other. */
import type { RdfFormat } from '../../src/formats/rdf/read.ts';
import { jsonldLines, n3Lines, oxigraphLines, RDF_WRITERS } from '../formats/rdf/reading.ts';

/** Canonical lines, in byte order; throws what the reader throws. */
export interface RdfReader {
  readonly name: string;
  readonly read: (text: string) => Promise<readonly string[]>;
}

export function readersOf(format: RdfFormat): readonly RdfReader[] {
  const oxigraph = { name: 'oxigraph', read: (text: string) => oxigraphLines(text, format) };
  if (format === 'jsonld' || format === 'ndjsonld') {
    // Its N-Quads are legal but not canonical: Oxigraph spells them as it spells all others.
    const spell = (lines: readonly string[]) =>
      oxigraphLines(lines.map((line) => `${line}\n`).join(''), 'nquads');
    return [oxigraph, { name: 'jsonld.js', read: async (text) => spell(await jsonldLines(text, format)) }];
  }
  const { mediaType } = RDF_WRITERS[format];
  return [oxigraph, { name: 'n3', read: async (text) => n3Lines(text, mediaType) }];
}
