/**
 * Turtle for reading and reviewing: each entity with its statements, then the sources with their evidence.
 *
 * It holds the triples of the N-Quads and nothing else. It is written twice, the first time only to find the
 * prefixes in use, so that no more is held in memory than one subject.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { RDF, XSD } from '../../ontology/namespaces.ts';
import type { KnowledgeFormat, WriteContext } from '../formats.ts';
import { candidatePrefixes, type Prefixes, Shortener } from './prefixes.ts';
import { CHUNK_LENGTH, openScope, type Profile, type SubjectGroup, type Triple, unheard } from './profile.ts';
import { statementsProfile } from './statements.ts';
import { type Section, subjectsInReadingOrder } from './subjects.ts';
import type { Term } from './terms.ts';

export const turtle: KnowledgeFormat = {
  input: 'knowledge',
  name: 'turtle',
  title: 'RDF Turtle',
  extension: '.ttl',
  mediaType: 'text/turtle',
  write: (knowledge, context) => writeTurtle(knowledge, context, statementsProfile),
};

const HEADINGS: Readonly<Record<Section, string>> = {
  entities: '# Entities, each followed by the statements about it',
  sources: '# Sources, each followed by its evidence',
};

/** The file in chunks. */
export function* writeTurtle(
  knowledge: Knowledge,
  context: WriteContext,
  profile: Profile,
): Generator<string> {
  const prefixes = prefixesInUse(knowledge, profile);
  const scope = openScope(knowledge, 'turtle', context);
  if (!scope) return;
  const shortener = new Shortener(prefixes, knowledge.dataset.base);
  let chunk = '';
  for (const [namespace, name] of prefixes) chunk += `@prefix ${name}: <${namespace}> .\n`;
  let current: Section | undefined;
  for (const { section, group } of subjectsInReadingOrder(scope, profile)) {
    if (section !== current) chunk += `\n${HEADINGS[section]}\n`;
    current = section;
    chunk += `\n${turtleOf(group, shortener)}`;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

function prefixesInUse(knowledge: Knowledge, profile: Profile): Prefixes {
  const shortener = new Shortener(candidatePrefixes(knowledge), knowledge.dataset.base);
  const scope = openScope(knowledge, 'turtle', unheard());
  if (!scope) return new Map();
  for (const { group } of subjectsInReadingOrder(scope, profile)) {
    shortener.shorten(group.subject);
    for (const { predicate, object } of group.triples) {
      turtlePredicate(predicate.term, shortener);
      turtleTerm(object, shortener);
    }
  }
  return shortener.inUse();
}

const TYPE = `<${RDF}type>`;

/** One subject: its types first, the other predicates in byte order; a blank before each terminator, for Serd. */
function turtleOf({ subject, triples }: SubjectGroup, shortener: Shortener): string {
  let text = shortener.shorten(subject);
  let last: string | undefined;
  for (const { predicate, object } of typesFirst(triples)) {
    if (predicate.term === last) text += ' ,\n    ';
    else text += `${last === undefined ? '' : ' ;'}\n  ${turtlePredicate(predicate.term, shortener)} `;
    last = predicate.term;
    text += turtleTerm(object, shortener);
  }
  return `${text} .\n`;
}

function turtlePredicate(term: string, shortener: Shortener): string {
  return term === TYPE ? 'a' : shortener.shortenPredicate(term);
}

function typesFirst(triples: readonly Triple[]): readonly Triple[] {
  const first = triples.findIndex(({ predicate }) => predicate.term === TYPE);
  if (first <= 0) return triples;
  const end = triples.findLastIndex(({ predicate }) => predicate.term === TYPE) + 1;
  return [...triples.slice(first, end), ...triples.slice(0, first), ...triples.slice(end)];
}

const BARE_TYPES: ReadonlyMap<string, RegExp> = new Map([
  [`<${XSD}integer>`, /^(?:0|-?[1-9][0-9]*)$/],
  [`<${XSD}boolean>`, /^(?:true|false)$/],
]);

/** Integers and booleans are bare where that keeps the lexical form, other literals are quoted and typed. */
function turtleTerm(term: Term, shortener: Shortener): string {
  if (term.startsWith('<')) return shortener.shorten(term);
  if (!term.endsWith('>')) return term;
  // An IRI holds no `<`, so the last `^^<` begins the datatype.
  const end = term.lastIndexOf('^^<');
  const datatype = term.slice(end + 2);
  const lexical = term.slice(1, end - 1);
  if (BARE_TYPES.get(datatype)?.test(lexical)) return lexical;
  return `${term.slice(0, end)}^^${shortener.shorten(datatype)}`;
}
