import type { Source } from '../facts/facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** A source as the graph carries it: key → text, in byte order of the keys. */
export type SourceNote = ReadonlyMap<string, string>;

/** Every key that a note may have, in byte order. */
export const SOURCE_KEYS = [
  'author',
  'copyOf',
  'corrects',
  'id',
  'language',
  'licence',
  'published',
  'publisher',
  'retracts',
  'retrieved',
  'sha256',
  'title',
  'type',
  'url',
] as const satisfies readonly (keyof Source)[];

/** What the sources are that the evidence names by id, so that a graph can be cited without the other exports. */
export function sourceNotes(knowledge: Knowledge): SourceNote[] {
  return [...knowledge.sources.values()].map(
    (source) =>
      new Map(SOURCE_KEYS.flatMap((key) => (source[key] === undefined ? [] : [[key, source[key]]]))),
  );
}
