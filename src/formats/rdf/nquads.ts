/** N-Quads, the form for loaders and diffs. A version is not announced: it would not sort, and Oxigraph refuses it. */
import { bytesOf, textOf } from '../byteText.ts';
import type { KnowledgeFormat } from '../formats.ts';
import { PROFILE_NAMES } from '../options.ts';
import { writeLines } from './lines.ts';

export const nquads: KnowledgeFormat = {
  input: 'knowledge',
  profiles: PROFILE_NAMES,
  name: 'nquads',
  title: 'RDF N-Quads, sorted',
  extension: '.nq',
  mediaType: 'application/n-quads',
  write: (knowledge, context) => textOf(writeLines(nquads, knowledge, context)),
  bytes: (knowledge, context) => bytesOf(writeLines(nquads, knowledge, context)),
};
