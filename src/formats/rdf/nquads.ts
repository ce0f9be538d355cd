/** N-Quads: the default graph as canonical lines, sorted by their bytes and distinct, the form for loaders and diffs. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { KnowledgeFormat, WriteContext } from '../formats.ts';
import { CHUNK_LENGTH, openScope, type Profile } from './profile.ts';
import { statementsProfile } from './statements.ts';
import { subjectsInByteOrder } from './subjects.ts';

export const nquads: KnowledgeFormat = {
  input: 'knowledge',
  name: 'nquads',
  title: 'RDF N-Quads, sorted',
  extension: '.nq',
  mediaType: 'application/n-quads',
  write: (knowledge, context) => writeNQuads(knowledge, context, statementsProfile),
};

/** The lines in chunks; what `LC_ALL=C sort -u` would leave as it is. */
export function* writeNQuads(
  knowledge: Knowledge,
  context: WriteContext,
  profile: Profile,
): Generator<string> {
  const scope = openScope(knowledge, 'nquads', context);
  if (!scope) return;
  let chunk = '';
  for (const { subject, triples } of subjectsInByteOrder(scope, profile)) {
    for (const { predicate, object } of triples) chunk += `${subject} ${predicate.term} ${object} .\n`;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
