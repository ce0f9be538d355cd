/** TriG: Turtle with named graphs. */
import { type KnowledgeFormat, PROFILE_NAMES } from '../formats.ts';
import { writeReadable } from './readable.ts';

export const trig: KnowledgeFormat = {
  input: 'knowledge',
  profiles: PROFILE_NAMES,
  name: 'trig',
  title: 'RDF TriG',
  extension: '.trig',
  mediaType: 'application/trig',
  write: (knowledge, context) => writeReadable(trig, knowledge, context),
};
