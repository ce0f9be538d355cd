/** One quad a line, canonical, sorted by bytes and distinct: what `LC_ALL=C sort -u` would leave as it is. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { KnowledgeFormat, WriteContext } from '../formats.ts';
import type { SubjectGroup } from './groups.ts';
import { CHUNK_LENGTH, openScope } from './profile.ts';
import { profileFor } from './profiles.ts';
import { subjectsInByteOrder } from './subjects.ts';
import { CANONICAL_BYTES } from './terms.ts';

/** The lines in chunks of byte text: of N-Quads or, without named graphs, of N-Triples. */
export function* writeLines(
  format: KnowledgeFormat,
  knowledge: Knowledge,
  context: WriteContext,
): Generator<string> {
  const profile = profileFor(format, context);
  const scope = profile && openScope(knowledge, { format: format.name, context, syntax: CANONICAL_BYTES });
  if (!scope) return;
  let chunk = '';
  for (const group of subjectsInByteOrder(scope, profile)) {
    chunk += linesOf(group);
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** The pieces are joined as few times as possible: it is what writing costs. */
function linesOf({ subject, predicates, objects, graphs }: SubjectGroup): string {
  const nextLine = ` .\n${subject}`;
  let text: string = subject;
  for (let i = 0; i < predicates.length; i++) {
    if (i > 0) text += nextLine;
    text += predicates[i]?.between;
    text += objects[i];
    const graph = graphs?.[i];
    if (graph !== undefined) text += ` ${graph}`;
  }
  return `${text} .\n`;
}
