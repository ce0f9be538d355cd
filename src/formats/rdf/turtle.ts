/** Turtle for reading and reviewing: each entity with its statements, then the sources with their evidence. */
import { bytesOf, textOf } from '../byteText.ts';
import type { KnowledgeFormat } from '../formats.ts';
import { writeReadable } from './readable.ts';

export const turtle: KnowledgeFormat = {
  input: 'knowledge',
  profiles: ['plain', 'statements', 'rdf12'],
  name: 'turtle',
  title: 'RDF Turtle',
  extension: '.ttl',
  mediaType: 'text/turtle',
  write: (knowledge, context) => textOf(writeReadable(turtle, knowledge, context)),
  bytes: (knowledge, context) => bytesOf(writeReadable(turtle, knowledge, context)),
};
