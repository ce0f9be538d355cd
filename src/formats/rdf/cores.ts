/** What facts say as terms, worked out once for the triple and the statement of each. */
import type { EntityId } from '../../core/ids.ts';
import type { KnownFact } from '../../knowledge/knowledge.ts';
import { countLoss } from '../losses.ts';
import type { Scope } from './profile.ts';
import type { Gate, Term } from './terms.ts';
import { valueTerm } from './values.ts';
import type { Predicate } from './vocabulary.ts';

/** A fact with its relation and object as terms; without `object`, one of them is no term. */
export interface ToldFact {
  readonly fact: KnownFact;
  readonly predicate: Predicate | undefined;
  readonly object: Term | undefined;
}

/** The facts of one entity at a time, in the order of the knowledge: the last entity asked for is kept. */
export class Telling {
  #subject: EntityId | undefined;
  #told: readonly ToldFact[] = [];

  /** Reports nothing: who cannot tell a fact calls {@link refuseFact}. */
  of(scope: Scope, subject: EntityId): readonly ToldFact[] {
    if (subject === this.#subject) return this.#told;
    this.#subject = subject;
    this.#told = scope.facts.of(subject).map((fact) => tell(scope, fact, scope.quietGate));
    return this.#told;
  }
}

/** Terms that cannot be made are reported to `gate`. */
export function tell(scope: Scope, fact: KnownFact, gate: Gate): ToldFact {
  const predicate = scope.vocabulary.relations.get(fact.relation);
  if (predicate) return { fact, predicate, object: objectOf(scope, fact, gate) };
  const reason = 'the ontology has no such relation with a legal IRI';
  gate.refuse(fact.relation, reason, { origin: fact.origin, part: 'relation' });
  return { fact, predicate, object: undefined };
}

/** The plain fact of a symmetric link, told of its object. */
export function tellMirrored(scope: Scope, fact: KnownFact): ToldFact {
  const predicate = scope.vocabulary.relations.get(fact.relation);
  return { fact, predicate, object: predicate && scope.mint.entity(fact.subject) };
}

function objectOf(scope: Scope, fact: KnownFact, gate: Gate): Term | undefined {
  switch (fact.object.kind) {
    case 'entity':
      return scope.mint.entity(fact.object.id);
    case 'literal':
      return valueTerm(scope, fact.object.literal, { origin: fact.origin, part: 'object' }, gate);
    case 'unknown':
      return scope.vocabulary.things.unknown;
    case 'none':
      return scope.vocabulary.things.none;
  }
}

/** Reports why a fact cannot be told and counts its readings as refused. */
export function refuseFact(scope: Scope, fact: KnownFact): readonly [] {
  tell(scope, fact, scope.gate);
  countLoss(scope.losses, 'fact-refused', fact.readings);
  return [];
}

/** Whether a fact is asserted as a triple: a plain one that names a value. */
export function isTriple({ notPlain, object }: KnownFact): boolean {
  return notPlain === undefined && (object.kind === 'entity' || object.kind === 'literal');
}
