/** TriG: Turtle with named graphs. */
import { bytesOf, textOf } from '../byteText.ts';
import type { KnowledgeFormat } from '../formats.ts';
import { PROFILE_NAMES } from '../options.ts';
import { writeReadable } from './readable.ts';

export const trig: KnowledgeFormat = {
  input: 'knowledge',
  profiles: PROFILE_NAMES,
  name: 'trig',
  title: 'RDF TriG',
  extension: '.trig',
  mediaType: 'application/trig',
  write: (knowledge, context) => textOf(writeReadable(trig, knowledge, context)),
  bytes: (knowledge, context) => bytesOf(writeReadable(trig, knowledge, context)),
};
