/** N-Quads, the form for loaders and diffs. A version is not announced: it would not sort, and Oxigraph refuses it. */
import { type KnowledgeFormat, PROFILE_NAMES } from '../formats.ts';
import { writeLines } from './lines.ts';

export const nquads: KnowledgeFormat = {
  input: 'knowledge',
  profiles: PROFILE_NAMES,
  name: 'nquads',
  title: 'RDF N-Quads, sorted',
  extension: '.nq',
  mediaType: 'application/n-quads',
  write: (knowledge, context) => writeLines(nquads, knowledge, context),
};
