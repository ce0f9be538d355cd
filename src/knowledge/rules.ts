import type { Problems } from '../core/diagnostic.ts';
import { liesBefore, parseEdtf } from '../core/edtf.ts';
import type { EntityId, FactId, SourceId } from '../core/ids.ts';
import { compareUtf8 } from '../core/order.ts';
import type { Judgement } from '../facts/facts.ts';
import type { Knowledge, KnownFact } from './knowledge.ts';
import { canName, namingRelations } from './names.ts';

/** What a rule looks at. */
export interface RuleInput {
  readonly knowledge: Knowledge;
  readonly judgements: readonly Judgement[];
  readonly problems: Problems;
}

/** A rule over the whole of the knowledge. It only reports: facts that stand on their own are never dropped here. */
export interface Rule {
  readonly name: string;
  /** Runs only when nothing was refused: it would blame what an error before has kept out. */
  readonly needsAll: boolean;
  readonly check: (input: RuleInput) => void;
}

/** All rules over the whole, in the order in which they run. */
export const RULES: readonly Rule[] = [
  { name: 'there are facts', needsAll: true, check: checkThereAreFacts },
  { name: 'facts of one topic agree', needsAll: false, check: reportDisputes },
  { name: 'a thing starts before it ends', needsAll: false, check: checkDates },
  { name: 'everything is named', needsAll: true, check: checkNames },
  { name: 'one entity, one id', needsAll: false, check: checkDuplicates },
  { name: 'quotes come from a text', needsAll: true, check: checkTexts },
  { name: 'everything is used', needsAll: true, check: checkUse },
];

/** Runs all rules that the state of the input allows. */
export function checkKnowledge(input: RuleInput): void {
  const complete = input.problems.errors === 0;
  for (const rule of RULES) if (complete || !rule.needsAll) rule.check(input);
}

function checkThereAreFacts({ knowledge, problems }: RuleInput): void {
  if (knowledge.counts.read === 0) problems.add('no-facts', undefined, {});
}

/** One report for all facts that hang together by contradiction, at the first of them in byte order of ids. */
function reportDisputes({ knowledge, problems }: RuleInput): void {
  const byId = new Map<FactId, KnownFact>();
  for (const fact of knowledge.facts) if (fact.disputed) byId.set(fact.id, fact);
  for (const group of disputedGroups(byId)) {
    const [first] = group;
    if (!first) continue;
    problems.add('disputed-facts', { origin: first.origin }, () => ({
      subject: first.subject,
      relation: first.relation,
      claims: showClaims(group),
    }));
  }
}

/** The facts that hang together, whichever of two names the other: of many opponents only some are kept. */
function* disputedGroups(facts: ReadonlyMap<FactId, KnownFact>): Generator<KnownFact[]> {
  const beside = new Map<FactId, FactId[]>();
  for (const { id, disputedBy } of facts.values()) {
    for (const other of disputedBy) for (const [a, b] of pairsBothWays(id, other)) addTo(beside, a, b);
  }
  const seen = new Set<FactId>();
  for (const start of facts.keys()) {
    if (seen.has(start)) continue;
    const group = new Set([start]);
    for (const id of group) for (const other of beside.get(id) ?? []) group.add(other);
    for (const id of group) seen.add(id);
    yield [...group].sort().flatMap((id) => facts.get(id) ?? []);
  }
}

function pairsBothWays(a: FactId, b: FactId): (readonly [FactId, FactId])[] {
  return [
    [a, b],
    [b, a],
  ];
}

function addTo(lists: Map<FactId, FactId[]>, key: FactId, value: FactId): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** How many claims a report shows. */
const MOST_CLAIMS = 10;

function showClaims(group: readonly KnownFact[]): string[] {
  const claims = group.map(showClaim).sort(compareUtf8);
  const rest = claims.length - MOST_CLAIMS;
  return rest > 0 ? [...claims.slice(0, MOST_CLAIMS), `and ${rest} more`] : claims;
}

function showClaim(fact: KnownFact): string {
  const { object } = fact;
  const what =
    object.kind === 'entity' ? object.id : object.kind === 'literal' ? object.literal.text : object.kind;
  const sources = [...new Set(fact.evidence.map((piece) => piece.source))].join(', ');
  return `${fact.negated ? 'not ' : ''}${what} (${sources}, ${fact.id})`;
}

/** The ontology says which date lies before which (`fw:before`): birth before death, start before end. */
function checkDates({ knowledge, problems }: RuleInput): void {
  const later = new Map<string, readonly string[]>();
  for (const relation of knowledge.ontology.relations.values()) {
    if (relation.kind === 'property' && relation.before.length > 0) later.set(relation.name, relation.before);
  }
  const dates = plainDates(knowledge);
  for (const start of [...dates.values()].flat()) {
    for (const relation of later.get(start.relation) ?? []) {
      for (const end of dates.get(`${start.subject} ${relation}`) ?? []) {
        const [first, last] = [dateText(start), dateText(end)];
        if (first === undefined || last === undefined || !isBefore(last, first)) continue;
        const params = { subject: start.subject, start: first, end: last };
        problems.add('dates-out-of-order', { origin: end.origin, part: 'object' }, params);
      }
    }
  }
}

/** The plain facts with a date, by subject and relation. */
function plainDates({ facts }: Knowledge): Map<string, KnownFact[]> {
  const dates = new Map<string, KnownFact[]>();
  for (const fact of facts) {
    if (fact.notPlain || fact.object.kind !== 'literal' || fact.object.literal.datatype !== 'date') continue;
    const key = `${fact.subject} ${fact.relation}`;
    const known = dates.get(key);
    if (known) known.push(fact);
    else dates.set(key, [fact]);
  }
  return dates;
}

function dateText(fact: KnownFact): string | undefined {
  return fact.object.kind === 'literal' ? fact.object.literal.text : undefined;
}

function isBefore(a: string, b: string): boolean {
  const [first, second] = [parseEdtf(a), parseEdtf(b)];
  return first.ok && second.ok && liesBefore(first.date, second.date);
}

function checkNames({ knowledge, problems }: RuleInput): void {
  const named = namedEntities(knowledge);
  for (const entity of knowledge.entities.values()) {
    if (!named.has(entity.id)) problems.add('unnamed-entity', { origin: entity.origin }, { id: entity.id });
  }
}

/** The entities whose display name is no mere id: with a label, or with a fact that can name them. */
function namedEntities({ entities, facts, ontology }: Knowledge): ReadonlySet<EntityId> {
  const naming = namingRelations(ontology);
  const named = new Set<EntityId>();
  for (const fact of facts) if (naming.has(fact.relation) && canName(fact)) named.add(fact.subject);
  for (const { id, label } of entities.values()) if (label !== undefined) named.add(id);
  return named;
}

/** Two entities of one class with the same name, letter case and blanks aside, are likely one. */
function checkDuplicates({ knowledge, judgements, problems }: RuleInput): void {
  const distinct = new Set(
    judgements.flatMap((judgement) => (judgement.kind === 'distinct' ? pairKeys(judgement.entities) : [])),
  );
  const named = namedEntities(knowledge);
  const alike = new Map<string, EntityId[]>();
  for (const entity of knowledge.entities.values()) {
    if (!named.has(entity.id)) continue;
    const key = `${entity.class} ${entity.name.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()}`;
    const before = alike.get(key) ?? [];
    const other = before.find((id) => !distinct.has(`${id} ${entity.id}`));
    if (other !== undefined) {
      const params = { first: other, second: entity.id, name: entity.name };
      problems.add('likely-duplicate', { origin: entity.origin }, params);
    }
    alike.set(key, before);
    before.push(entity.id);
  }
}

function pairKeys(ids: readonly EntityId[]): string[] {
  const sorted = [...ids].sort();
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`));
}

/** Without a text nobody can look its quotes up: one report a source. */
function checkTexts({ knowledge, problems }: RuleInput): void {
  const counts = new Map<SourceId, number>();
  for (const { source, quote } of knowledge.evidence)
    if (quote !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  for (const { id, text, sha256, origin } of knowledge.sources.values()) {
    const count = counts.get(id);
    if (count !== undefined && text === undefined && sha256 === undefined)
      problems.add('quotes-without-text', { origin }, { source: id, count });
  }
}

function checkUse({ knowledge, problems }: RuleInput): void {
  const entities = new Set<string>();
  for (const fact of knowledge.facts) {
    entities.add(fact.subject);
    if (fact.object.kind === 'entity') entities.add(fact.object.id);
    for (const piece of fact.evidence) if (piece.saidBy !== undefined) entities.add(piece.saidBy);
  }
  for (const entity of knowledge.entities.values()) {
    if (!entities.has(entity.id)) problems.add('unused-entity', { origin: entity.origin }, { id: entity.id });
  }
  const sources = new Set(knowledge.evidence.map((piece) => piece.source));
  for (const source of knowledge.sources.values()) {
    const linked = source.copyOf ?? source.corrects ?? source.retracts;
    if (!sources.has(source.id) && !linked)
      problems.add('unused-source', { origin: source.origin }, { id: source.id });
  }
}
