import type { EntityId, FactId } from '../core/ids.ts';
import { compareUtf8 } from '../core/order.ts';
import type { Knowledge, KnownFact, NotPlainReason } from '../knowledge/knowledge.ts';
import type { Link, PathStep } from '../ontology/ontology.ts';

/** What must be shown beside a fact: readable texts, and the facts on the way to them; both in byte order. */
export interface Companions {
  readonly texts: readonly string[];
  readonly facts: readonly FactId[];
}

/** Finds the companions of a fact of a link that has `showWith`; the same for all facts of one subject. */
export type CompanionFinder = (link: Link, subject: EntityId) => Companions | undefined;

/** Reasons for which a fact is not shown beside another. */
const NEVER_SHOWN: ReadonlySet<NotPlainReason> = new Set(['rejected', 'negated', 'no-value']);

type Neighbours = Map<string, Map<EntityId, KnownFact[]>>;

interface Visit {
  readonly at: EntityId;
  readonly trail: readonly FactId[];
}

/**
 * Prepares the walk along all `showWith` paths of the ontology. All facts are walked but those that say nothing of the
 * kind: rejected, denied, without a value. What is not plain is shown with how it stands, rather than not.
 */
export function companionFinder(knowledge: Knowledge): CompanionFinder {
  const along = neighboursBySteps(knowledge);
  const found = new Map<string, Companions | undefined>();
  return (link, subject) => {
    if (link.showWith.length === 0) return undefined;
    const key = `${subject} ${link.name}`;
    if (!found.has(key)) found.set(key, companionsOf({ knowledge, along }, link.showWith, subject));
    return found.get(key);
  };
}

interface Walk {
  readonly knowledge: Knowledge;
  readonly along: Neighbours;
}

function companionsOf(
  walk: Walk,
  paths: readonly (readonly PathStep[])[],
  subject: EntityId,
): Companions | undefined {
  const texts = new Set<string>();
  const facts = new Set<FactId>();
  for (const path of paths) {
    let visits: Visit[] = [{ at: subject, trail: [] }];
    path.forEach((step, i) => {
      if (i < path.length - 1) visits = visits.flatMap((visit) => onward(walk, step, visit));
      else for (const visit of visits) arrive(walk, step, { visit, texts, facts });
    });
  }
  if (texts.size === 0) return undefined;
  return { texts: [...texts].sort(compareUtf8), facts: [...facts].sort(compareUtf8) };
}

function onward(walk: Walk, step: PathStep, visit: Visit): Visit[] {
  const visits: Visit[] = [];
  for (const fact of walk.along.get(keyOf(step))?.get(visit.at) ?? []) {
    const next = otherEnd(fact, visit.at);
    if (next !== undefined) visits.push({ at: next, trail: [...visit.trail, fact.id] });
  }
  return visits;
}

function arrive(
  walk: Walk,
  step: PathStep,
  into: { visit: Visit; texts: Set<string>; facts: Set<FactId> },
): void {
  const { visit, texts, facts } = into;
  for (const fact of walk.along.get(keyOf(step))?.get(visit.at) ?? []) {
    texts.add(companionText(walk.knowledge, fact, visit.at));
    for (const id of [...visit.trail, fact.id]) facts.add(id);
  }
}

/** `outcome: withdrawn (2024-07)`: the relation's label, the other end, the dates; then whether it is disputed. */
function companionText(knowledge: Knowledge, fact: KnownFact, from: EntityId): string {
  const label = knowledge.ontology.relations.get(fact.relation)?.label ?? fact.relation;
  return `${label}: ${valueText(knowledge, fact, from)}${datesText(fact)}${standingText(fact)}`;
}

/** `, attributed`; a fact that is disputed says so too. */
function standingText({ notPlain, disputed }: KnownFact): string {
  const standing = notPlain !== undefined && notPlain !== 'disputed' ? `, ${notPlain}` : '';
  return `${standing}${disputed ? ', disputed' : ''}`;
}

function valueText(knowledge: Knowledge, fact: KnownFact, from: EntityId): string {
  if (fact.object.kind === 'literal') {
    const { text, list } = fact.object.literal;
    const concepts = list === undefined ? undefined : knowledge.ontology.lists.get(list)?.concepts;
    return concepts?.get(text)?.label ?? text;
  }
  const end = otherEnd(fact, from) ?? from;
  return knowledge.entities.get(end)?.name ?? end;
}

function datesText(fact: KnownFact): string {
  const [start, end, asOf] = ['startDate', 'endDate', 'asOf'].map(
    (name) => fact.qualifiers.get(name)?.[0]?.text,
  );
  const dates: string[] = [];
  if (start !== undefined && end !== undefined && start !== end) dates.push(`${start} to ${end}`);
  else if (start !== undefined) dates.push(start);
  else if (end !== undefined) dates.push(`until ${end}`);
  if (asOf !== undefined) dates.push(`as of ${asOf}`);
  return dates.length === 0 ? '' : ` (${dates.join(', ')})`;
}

function otherEnd(fact: KnownFact, from: EntityId): EntityId | undefined {
  if (fact.object.kind !== 'entity') return undefined;
  return fact.subject === from ? fact.object.id : fact.subject;
}

/** The facts that lead on from each entity, for the steps that any path takes and no others. */
function neighboursBySteps(knowledge: Knowledge): Neighbours {
  const along: Neighbours = new Map();
  for (const relation of knowledge.ontology.relations.values()) {
    if (relation.kind !== 'link') continue;
    for (const step of relation.showWith.flat()) along.set(keyOf(step), new Map());
  }
  if (along.size === 0) return along;
  for (const fact of knowledge.facts) {
    if (fact.reasons.some((reason) => NEVER_SHOWN.has(reason))) continue;
    const relation = knowledge.ontology.relations.get(fact.relation);
    const bothWays = relation?.kind === 'link' && relation.symmetric;
    const object = fact.object.kind === 'entity' ? fact.object.id : undefined;
    for (const inverse of [false, true]) {
      const starts = along.get(keyOf({ relation: fact.relation, inverse }));
      if (!starts) continue;
      const ends = bothWays ? [fact.subject, object] : [inverse ? object : fact.subject];
      for (const end of new Set(ends)) if (end !== undefined) add(starts, end, fact);
    }
  }
  return along;
}

function add(starts: Map<EntityId, KnownFact[]>, at: EntityId, fact: KnownFact): void {
  const facts = starts.get(at);
  if (facts) facts.push(fact);
  else starts.set(at, [fact]);
}

function keyOf(step: PathStep): string {
  return `${step.inverse ? '^' : ''}${step.relation}`;
}
