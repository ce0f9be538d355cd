/** N-Triples: the N-Quads of a profile without named graphs, for programs that know no graphs. */
import { bytesOf, textOf } from '../byteText.ts';
import type { KnowledgeFormat } from '../formats.ts';
import { writeLines } from './lines.ts';

export const ntriples: KnowledgeFormat = {
  input: 'knowledge',
  profiles: ['plain', 'statements', 'rdf12'],
  name: 'ntriples',
  title: 'RDF N-Triples, sorted',
  extension: '.nt',
  mediaType: 'application/n-triples',
  write: (knowledge, context) => textOf(writeLines(ntriples, knowledge, context)),
  bytes: (knowledge, context) => bytesOf(writeLines(ntriples, knowledge, context)),
};
