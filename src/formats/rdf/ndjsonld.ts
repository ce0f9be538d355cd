/**
 * Newline-delimited JSON-LD: a node object a line, for programs that take a file line by line or in parts.
 *
 * A line is JSON-LD on its own, in expanded form: full IRIs and no context. Readers put the lines in a list, where
 * the context of one line does not hold in the next, and a context in each would be longer than the line.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { KnowledgeFormat, WriteContext } from '../formats.ts';
import { EXPANDED, membersOf } from './jsonTerms.ts';
import { CHUNK_LENGTH, openScope } from './profile.ts';
import { profileFor } from './profiles.ts';
import { subjectsInReadingOrder } from './subjects.ts';

export const ndjsonld: KnowledgeFormat = {
  input: 'knowledge',
  profiles: ['plain', 'statements', 'named-graphs'],
  name: 'ndjsonld',
  title: 'RDF JSON-LD, a node a line',
  extension: '.ndjsonld',
  mediaType: 'application/x-ld+ndjson',
  write: writeLinesOfJson,
};

/** In the order of reading. A line of a named graph is that graph with one node in it. */
function* writeLinesOfJson(knowledge: Knowledge, context: WriteContext): Generator<string> {
  const profile = profileFor(ndjsonld, context);
  const scope = profile && openScope(knowledge, { format: ndjsonld.name, context, typeFirst: true });
  if (!scope) return;
  let chunk = '';
  for (const { graph, group } of subjectsInReadingOrder(scope, profile)) {
    const node = `{${membersOf(group, EXPANDED).join(',')}}`;
    chunk += graph === undefined ? `${node}\n` : `{"@id":"${graph.slice(1, -1)}","@graph":[${node}]}\n`;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
