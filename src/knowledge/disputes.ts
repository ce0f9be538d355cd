import type { FactId } from '../core/ids.ts';
import type { Fact } from '../facts/facts.ts';
import { topicOf } from '../facts/identity.ts';
import type { Ontology, Relation } from '../ontology/ontology.ts';
import { type Claim, claimsOf } from './claims.ts';
import { ClaimTree } from './claimTree.ts';

/** How many of the facts against a fact are kept: the first in byte order of ids. */
export const MOST_OPPONENTS = 20;

/**
 * Finds the facts that contradict each other: fact id → ids of the facts against it, the first 20 in byte order.
 *
 * Facts of one topic (see `topicOf`) contradict each other when both speak of the world or both of a plan, their
 * times do not lie apart, and one denies what the other says, or both say what cannot both be true: two objects of
 * a functional relation, or any object and that there is none. `facts` is sorted by subject and relation.
 *
 * Takes time in proportion to the facts and little more, however many of them contradict each other.
 */
export function findDisputes(
  facts: readonly Fact[],
  ontology: Ontology,
  rejected: ReadonlySet<FactId>,
): Map<FactId, FactId[]> {
  const disputes = new Map<FactId, FactId[]>();
  const standing = rejected.size === 0 ? facts : facts.filter((fact) => !rejected.has(fact.id));
  for (const { topic, relation } of contestableTopics(standing, ontology)) {
    const claims = claimsOf(topic, relation.functional);
    const against = new Opponents(claims, relation);
    for (const claim of claims) {
      const opponents = against.of(claim, MOST_OPPONENTS).flatMap((place) => claims[place]?.fact.id ?? []);
      if (opponents.length > 0) disputes.set(claim.fact.id, opponents);
    }
  }
  return disputes;
}

/** The topics with facts that may contradict each other. `facts` is sorted by subject and relation. */
export function* contestableTopics(
  facts: readonly Fact[],
  ontology: Ontology,
): Generator<{ readonly topic: readonly Fact[]; readonly relation: Relation }> {
  for (const group of groupsBySubjectAndRelation(facts)) {
    const [first] = group;
    const relation = first && ontology.relations.get(first.relation);
    if (!relation || group.length < 2) continue;
    if (!relation.functional && !group.some((fact) => fact.negated || isNone(fact))) continue;
    for (const topic of topicsOf(group, relation)) if (topic.length > 1) yield { topic, relation };
  }
}

function* groupsBySubjectAndRelation(facts: readonly Fact[]): Generator<readonly Fact[]> {
  let start = 0;
  for (let i = 1; i <= facts.length; i++) {
    const first = facts[start];
    const fact = facts[i];
    if (first && fact && fact.subject === first.subject && fact.relation === first.relation) continue;
    yield facts.slice(start, i);
    start = i;
  }
}

/** A plan that came to nothing contradicts nothing, so that plans are set apart from what speaks of the world. */
function topicsOf(facts: readonly Fact[], relation: Relation): Iterable<readonly Fact[]> {
  const topics = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${isPlan(fact)} ${topicOf(fact, relation)}`;
    const topic = topics.get(key);
    if (topic) topic.push(fact);
    else topics.set(key, [fact]);
  }
  return topics.values();
}

/** Claims of one topic, asked which of them are against another claim of the topic. */
export class Opponents {
  readonly #denied: ClaimTree;
  readonly #said: ClaimTree;
  /** Those that any other object is against. */
  readonly #rivals: ClaimTree;

  constructor(claims: readonly Claim[], relation: Relation) {
    const said = claims.filter(({ fact }) => !fact.negated);
    this.#denied = new ClaimTree(claims.filter(({ fact }) => fact.negated));
    this.#said = new ClaimTree(said);
    this.#rivals = new ClaimTree(relation.functional ? said : said.filter(({ fact }) => isNone(fact)));
  }

  /** The places of those against `claim`, the first `most` of them. */
  of(claim: Claim, most: number): readonly number[] {
    const into = { found: [], most };
    if (claim.fact.negated) this.#said.search(claim, 'same', into);
    else {
      this.#denied.search(claim, 'same', into);
      (isNone(claim.fact) ? this.#said : this.#rivals).search(claim, 'differ', into);
    }
    return into.found;
  }
}

function isNone(fact: Fact): boolean {
  return fact.object.kind === 'none';
}

function isPlan(fact: Fact): boolean {
  return fact.status === 'planned' || fact.status === 'expected';
}
