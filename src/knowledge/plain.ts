import type { EntityId, FactId } from '../core/ids.ts';
import type { Fact } from '../facts/facts.ts';
import type { Relation } from '../ontology/ontology.ts';
import { type Claim, claimsOf } from './claims.ts';
import { contestableTopics, Opponents } from './disputes.ts';
import type { Knowledge, KnownEntity, KnownFact, NotPlainReason } from './knowledge.ts';
import { namedEntity, namesBySubject, namingRelations } from './names.ts';
import { compareSupport, supportFinder } from './support.ts';

/** Which disputed facts are plain; the first is the default. */
export const PLAIN_CHOICES = ['all', 'best', 'undisputed'] as const;
export type PlainChoice = (typeof PLAIN_CHOICES)[number];

/**
 * Takes plainness from disputed facts, by choice; the facts themselves stay, with their evidence.
 *
 * - `all` leaves everything as it is, and returns the same object.
 * - `undisputed` takes it from every fact that another contradicts, be that one plain or not: reason `disputed`.
 * - `best` takes it from a fact when one that contradicts it, is asserted too and holds itself is better supported
 *   (see `compareSupport`): reason `outweighed`. What contradicts it may be a denial, or that there is none. Facts
 *   that are equally well supported stay plain side by side, disputed as before.
 *
 * An entity whose name was taken by such a fact gets the next best.
 */
export function withPlain(knowledge: Knowledge, choice: PlainChoice): Knowledge {
  const reason = choice === 'best' ? 'outweighed' : 'disputed';
  const leaving = LEAVING[choice](knowledge);
  if (leaving.size === 0) return knowledge;
  const facts = knowledge.facts.map((fact) => (leaving.has(fact.id) ? without(fact, reason) : fact));
  return { ...knowledge, facts, entities: renamed(knowledge, facts, leaving) };
}

const LEAVING: Record<PlainChoice, (knowledge: Knowledge) => ReadonlySet<FactId>> = {
  all: () => new Set(),
  best: outweighedFacts,
  undisputed: ({ facts }) =>
    new Set(facts.filter((fact) => fact.notPlain === undefined && fact.disputed).map(({ id }) => id)),
};

function without(fact: KnownFact, reason: NotPlainReason): KnownFact {
  return { ...fact, reasons: [reason], notPlain: reason };
}

function outweighedFacts({ facts, ontology, sources }: Knowledge): ReadonlySet<FactId> {
  const supportOf = supportFinder(sources);
  const plain = new Set(facts.filter((fact) => fact.notPlain === undefined).map(({ id }) => id));
  const rivals = facts.filter((fact) => fact.disputed && isRival(fact));
  const outweighed = new Set<FactId>();
  for (const { topic, relation } of contestableTopics(rivals, ontology)) {
    const levels = bySupport(claimsOf(topic, relation.functional), supportOf);
    for (const id of losersOf(levels, relation)) if (plain.has(id)) outweighed.add(id);
  }
  return outweighed;
}

/** A source asserts it surely enough; a denial, and that there is none, weigh as much as what they are against. */
function isRival({ reasons }: KnownFact): boolean {
  return reasons.every((reason) => reason === 'negated' || reason === 'no-value');
}

/** The claims in groups that are equally well supported, the best first. */
function bySupport(
  claims: readonly Claim[],
  supportOf: ReturnType<typeof supportFinder>,
): readonly (readonly Claim[])[] {
  const weighed = claims.map((claim) => ({ claim, support: supportOf(claim.fact) }));
  weighed.sort((a, b) => compareSupport(a.support, b.support));
  const levels: Claim[][] = [];
  weighed.forEach(({ claim, support }, i) => {
    const before = weighed[i - 1];
    if (before && compareSupport(before.support, support) === 0) levels.at(-1)?.push(claim);
    else levels.push([claim]);
  });
  return levels;
}

/** From the best level down: what has lost already is no longer against anybody. */
function losersOf(levels: readonly (readonly Claim[])[], relation: Relation): readonly FactId[] {
  const losers: FactId[] = [];
  const holding: Claim[] = [];
  for (const level of levels) {
    const against = new Opponents(holding, relation);
    const lost = new Set(level.filter((claim) => against.of(claim, 1).length > 0));
    for (const claim of level) {
      if (lost.has(claim)) losers.push(claim.fact.id);
      else holding.push(claim);
    }
  }
  return losers;
}

/** Names anew the entities that facts not plain any longer may have named. */
function renamed(
  { dataset, entities, ontology }: Knowledge,
  facts: readonly KnownFact[],
  leaving: ReadonlySet<FactId>,
): ReadonlyMap<EntityId, KnownEntity> {
  const naming = namingRelations(ontology);
  const touched = facts.filter((fact: Fact) => leaving.has(fact.id) && naming.has(fact.relation));
  if (touched.length === 0) return entities;
  const subjects = new Set(touched.map(({ subject }) => subject));
  const names = namesBySubject(facts, ontology);
  return new Map(
    [...entities].map(([id, known]) => {
      if (!subjects.has(id)) return [id, known];
      const { name: _, nameLanguage: __, ...entity } = known;
      return [id, namedEntity(entity, names.get(id) ?? [], dataset)];
    }),
  );
}
