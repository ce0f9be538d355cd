import { type EvidenceId, type FactId, hashOf } from '../core/ids.ts';
import type { Relation } from '../ontology/ontology.ts';
import type { Evidence, Fact, FactObject, Literal, Qualifiers } from './facts.ts';

/** The parts of a value that tell it from others: kind, datatype or list, language, text. */
export function literalParts(literal: Literal): string[] {
  return [literal.datatype, literal.list ?? '', literal.language ?? '', literal.text];
}

function objectParts(object: FactObject): string[] {
  if (object.kind === 'entity') return ['entity', object.id];
  return object.kind === 'literal' ? ['literal', ...literalParts(object.literal)] : [object.kind];
}

/**
 * The id of a fact: what it says, and how its source puts it; never its source, amount or end date.
 *
 * Parts in order: subject, relation, object, discriminating qualifiers by name with their values, start date
 * (two stints at one employer are two facts), status, negation.
 */
export function factId(fact: Omit<Fact, 'id' | 'evidence' | 'origin'>, relation: Relation): FactId {
  const parts = [fact.subject, fact.relation, ...objectParts(fact.object)];
  for (const [name, values] of fact.qualifiers) {
    const counts = name === 'startDate' || relation.qualifiers.get(name)?.discriminating === true;
    if (counts) for (const value of values) parts.push(name, ...literalParts(value));
  }
  parts.push(fact.status, String(fact.negated));
  return `f-${hashOf(parts)}`;
}

/**
 * What a fact is about, as text that is equal for facts of one topic: subject, relation, discriminating
 * qualifiers, and the object too unless the relation is functional. Time is not part of it.
 */
export function topicOf(fact: Fact, relation: Relation): string {
  const parts = [fact.subject, fact.relation];
  for (const [name, values] of discriminating(fact.qualifiers, relation)) {
    for (const value of values) parts.push(name, ...literalParts(value));
  }
  if (!relation.functional) parts.push(...objectParts(fact.object));
  return JSON.stringify(parts);
}

function discriminating(qualifiers: Qualifiers, relation: Relation): [string, readonly Literal[]][] {
  return [...qualifiers].filter(([name]) => relation.qualifiers.get(name)?.discriminating === true);
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
