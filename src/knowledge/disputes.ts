import { type EdtfDate, liesBefore, overlaps, parseEdtf } from '../core/edtf.ts';
import type { FactId } from '../core/ids.ts';
import type { Fact, FactObject } from '../facts/facts.ts';
import { topicOf } from '../facts/identity.ts';
import type { Ontology } from '../ontology/ontology.ts';

/**
 * Finds the facts that contradict each other: fact id → ids of the facts against it, in byte order.
 *
 * Facts of one topic (see `topicOf`) contradict each other when they differ in object or in negation, both
 * speak of the world or both of a plan, and their times do not lie apart. `facts` is sorted by subject.
 */
export function findDisputes(
  facts: readonly Fact[],
  ontology: Ontology,
  rejected: ReadonlySet<FactId>,
): Map<FactId, FactId[]> {
  const disputes = new Map<FactId, FactId[]>();
  for (const group of groupsBySubjectAndRelation(facts)) {
    if (group.length < 2) continue;
    const standing = group.filter((fact) => !rejected.has(fact.id));
    for (const [a, b] of pairsOfOneTopic(standing, ontology)) {
      if (!contradict(a, b)) continue;
      addOpponent(disputes, a.id, b.id);
      addOpponent(disputes, b.id, a.id);
    }
  }
  for (const opponents of disputes.values()) opponents.sort();
  return disputes;
}

function addOpponent(disputes: Map<FactId, FactId[]>, fact: FactId, opponent: FactId): void {
  const opponents = disputes.get(fact);
  if (opponents) opponents.push(opponent);
  else disputes.set(fact, [opponent]);
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

/**
 * All pairs that could contradict each other. «There is none» is of one topic with every object, so it is
 * paired with all.
 */
function* pairsOfOneTopic(facts: readonly Fact[], ontology: Ontology): Generator<[Fact, Fact]> {
  const relation = facts[0] && ontology.relations.get(facts[0].relation);
  if (!relation) return;
  const topics = new Map<string, Fact[]>();
  for (const fact of facts) {
    const topic = topicOf(fact, relation);
    const known = topics.get(topic);
    if (known) known.push(fact);
    else topics.set(topic, [fact]);
  }
  for (const group of topics.values()) yield* pairs(group);
  if (relation.functional) return;
  const nothing = facts.filter((fact) => fact.object.kind === 'none');
  for (const none of nothing) {
    for (const fact of facts) if (fact.object.kind !== 'none') yield [none, fact];
  }
}

function* pairs(facts: readonly Fact[]): Generator<[Fact, Fact]> {
  for (const [i, a] of facts.entries()) {
    for (const b of facts.slice(i + 1)) yield [a, b];
  }
}

function contradict(a: Fact, b: Fact): boolean {
  if (isPlan(a) !== isPlan(b)) return false; // a plan that came to nothing contradicts nothing
  if (a.negated && b.negated) return false;
  const same = sameObject(a.object, b.object);
  const differ = a.negated === b.negated ? !same : same;
  return differ && !lieApart(a, b);
}

function isPlan(fact: Fact): boolean {
  return fact.status === 'planned' || fact.status === 'expected';
}

/** Whether two objects can both be true: the same thing, an unknown one, or dates of which one holds the other. */
function sameObject(a: FactObject, b: FactObject): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return a.kind !== 'none' && b.kind !== 'none';
  if (a.kind === 'entity' && b.kind === 'entity') return a.id === b.id;
  if (a.kind !== 'literal' || b.kind !== 'literal') return a.kind === b.kind;
  const [x, y] = [a.literal, b.literal];
  if (x.datatype === 'date' && y.datatype === 'date') return datesAgree(x.text, y.text);
  if (x.datatype === 'decimal' || x.datatype === 'integer')
    return x.text === y.text || Number(x.text) === Number(y.text);
  return x.text === y.text && (x.language ?? '') === (y.language ?? '');
}

function datesAgree(x: string, y: string): boolean {
  const [a, b] = [parseEdtf(x), parseEdtf(y)];
  return a.ok && b.ok && overlaps(a.date, b.date);
}

/** Whether the times of two facts certainly do not meet. */
function lieApart(a: Fact, b: Fact): boolean {
  return endsBeforeStart(a, b) || endsBeforeStart(b, a);
}

/** Where sources differ on a date, all of them have to say so. */
function endsBeforeStart(a: Fact, b: Fact): boolean {
  const ends = datesOf(a, 'endDate') ?? datesOf(a, 'asOf') ?? [];
  const starts = datesOf(b, 'startDate') ?? datesOf(b, 'asOf') ?? [];
  const apart = ends.every((end) => starts.every((start) => liesBefore(end, start)));
  return apart && ends.length > 0 && starts.length > 0;
}

function datesOf(fact: Fact, qualifier: string): EdtfDate[] | undefined {
  const dates = fact.qualifiers.get(qualifier)?.map((value) => parseEdtf(value.text));
  return dates?.flatMap((date) => (date.ok ? [date.date] : []));
}
