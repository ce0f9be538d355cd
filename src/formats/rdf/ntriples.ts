/** N-Triples: the N-Quads of a profile without named graphs, for programs that know no graphs. */
import type { KnowledgeFormat } from '../formats.ts';
import { writeLines } from './lines.ts';

export const ntriples: KnowledgeFormat = {
  input: 'knowledge',
  profiles: ['plain', 'statements', 'rdf12'],
  name: 'ntriples',
  title: 'RDF N-Triples, sorted',
  extension: '.nt',
  mediaType: 'application/n-triples',
  write: (knowledge, context) => writeLines(ntriples, knowledge, context),
};
