import { type EvidenceId, type FactId, hashOf } from '../core/ids.ts';
import type { Relation } from '../ontology/ontology.ts';
import type { Evidence, Fact, FactObject, Literal, Qualifiers } from './facts.ts';

/** The parts of a value that tell it from others: kind, datatype or list, language, text. */
export function literalParts(literal: Literal): string[] {
  return [literal.datatype, literal.list ?? '', literal.language ?? '', literal.text];
}

/** The parts of an object that tell it from others. */
export function objectParts(object: FactObject): string[] {
  if (object.kind === 'entity') return ['entity', object.id];
  return object.kind === 'literal' ? ['literal', ...literalParts(object.literal)] : [object.kind];
}

/**
 * The id of a fact: what it says, and how its source puts it; never its source or amount, nor its time unless the
 * ontology says that the relation's start date discriminates (two stints at one employer are two facts).
 *
 * Parts in order: subject, relation, object, discriminating qualifiers by name with their values, status, negation.
 */
export function factId(fact: Omit<Fact, 'id' | 'evidence' | 'origin'>, relation: Relation): FactId {
  const parts = [fact.subject, fact.relation, ...objectParts(fact.object)];
  parts.push(...qualifierParts(discriminating(fact.qualifiers, relation)));
  parts.push(fact.status, String(fact.negated));
  return `f-${hashOf(parts)}`;
}

/**
 * What a fact is about, as text that is equal for facts of one topic: subject, relation and the qualifiers that
 * part topics. Whether the objects and times of two such facts contradict each other is judged from there.
 */
export function topicOf(fact: Fact, relation: Relation): string {
  return JSON.stringify([fact.subject, fact.relation, ...qualifierParts(topicQualifiers(fact, relation))]);
}

/** The discriminating qualifiers but for the start date: time is judged by whether it lies apart. */
export function topicQualifiers(
  { qualifiers }: Pick<Fact, 'qualifiers'>,
  relation: Relation,
): readonly (readonly [string, readonly Literal[]])[] {
  return discriminating(qualifiers, relation).filter(([name]) => name !== 'startDate');
}

function discriminating(qualifiers: Qualifiers, relation: Relation): [string, readonly Literal[]][] {
  return [...qualifiers].filter(([name]) => relation.qualifiers.get(name)?.discriminating === true);
}

function qualifierParts(qualifiers: readonly (readonly [string, readonly Literal[]])[]): string[] {
  return qualifiers.flatMap(([name, values]) => values.flatMap((value) => [name, ...literalParts(value)]));
}

/** The id of a piece of evidence within its source: its place, and how it was read. */
export function evidenceId(evidence: Omit<Evidence, 'id' | 'origin'>): EvidenceId {
  const {
    source,
    quote,
    occurrence,
    row,
    column,
    certainty,
    confidence,
    saidBy,
    dateExpression,
    note,
    withoutPlace,
  } = evidence;
  const parts = [
    source,
    quote,
    occurrence,
    row,
    column,
    certainty,
    confidence,
    saidBy,
    dateExpression,
    note,
    withoutPlace,
  ];
  return `e-${hashOf(parts.map((part) => (part === undefined ? '' : `=${part}`)))}`;
}
