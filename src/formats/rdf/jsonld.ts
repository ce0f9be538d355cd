/** JSON-LD: flattened, with the context of the ontology inside. */

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { contextLines, toContext } from '../../ontology/context.ts';
import type { KnowledgeFormat, WriteContext } from '../formats.ts';
import { membersOf, namesOf } from './jsonTerms.ts';
import { CHUNK_LENGTH, openScope } from './profile.ts';
import { profileFor } from './profiles.ts';
import { type Passage, subjectsInReadingOrder } from './subjects.ts';

export const jsonld: KnowledgeFormat = {
  input: 'knowledge',
  profiles: ['plain', 'statements', 'named-graphs'],
  name: 'jsonld',
  title: 'RDF JSON-LD',
  extension: '.jsonld',
  mediaType: 'application/ld+json',
  write: writeJsonLd,
};

/** A list of node objects, one key a line; those of a named graph stand in the `@graph` of its name. */
function* writeJsonLd(knowledge: Knowledge, context: WriteContext): Generator<string> {
  const profile = profileFor(jsonld, context);
  const scope = profile && openScope(knowledge, { format: jsonld.name, context, typeFirst: true });
  if (!scope) return;
  const jsonContext = toContext(knowledge.ontology, [knowledge.dataset.base]);
  const names = namesOf(jsonContext);
  let chunk = `{\n"@context": ${contextLines(jsonContext)},\n"@graph": [`;
  let last: Passage | undefined;
  for (const passage of subjectsInReadingOrder(scope, profile)) {
    chunk += between(last, passage);
    chunk += `{\n${membersOf(passage.group, names).join(',\n')}\n}`;
    last = passage;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}${last?.graph === undefined ? '' : '\n]}'}\n]\n}\n`;
}

/** Commas, and the beginning and end of a named graph. */
function between(last: Passage | undefined, { graph }: Passage): string {
  if (graph === last?.graph) return last ? ',\n' : '\n';
  const close = last?.graph === undefined ? '' : '\n]}';
  const comma = last ? ',\n' : '\n';
  return `${close}${comma}{"@id":"${graph?.slice(1, -1)}","@graph":[\n`;
}
