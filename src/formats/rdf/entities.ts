/** Entities: their classes, display name, and plain facts as triples. */
import type { KnownEntity, KnownFact } from '../../knowledge/knowledge.ts';
import { GroupBuilder, type Scope, type SubjectGroup } from './profile.ts';
import type { Term, TermGate } from './terms.ts';
import { textTerm, valueTerm } from './values.ts';
import type { Predicate } from './vocabulary.ts';

/** Relation and object of a fact as terms. */
export interface FactCore {
  readonly predicate: Predicate;
  readonly object: Term;
}

/** Undefined, with a diagnostic from `gate`, when the relation or the object is no term: the fact is refused. */
export function coreOf(scope: Scope, fact: KnownFact, gate: TermGate): FactCore | undefined {
  const predicate = scope.vocabulary.relations.get(fact.relation);
  if (!predicate) {
    const reason = 'the ontology has no such relation with a legal IRI';
    return gate.refuse(fact.relation, reason, { origin: fact.origin, part: 'relation' });
  }
  const object = objectOf(scope, fact, gate);
  return object && { predicate, object };
}

function objectOf(scope: Scope, fact: KnownFact, gate: TermGate): Term | undefined {
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

/** The entity with all its classes, its display name, and the plain facts told of it. */
export function describeEntity(scope: Scope, entity: KnownEntity): readonly SubjectGroup[] {
  const { vocabulary, gate, mint, facts } = scope;
  const group = new GroupBuilder();
  const lineage = vocabulary.lineages.get(entity.class);
  const classPlace = { origin: entity.origin, part: 'class' };
  if (!lineage) gate.refuse(entity.class, 'the ontology has no such class', classPlace);
  for (const term of lineage ?? []) group.add(vocabulary.own.type, term);
  const labelPlace = { origin: entity.origin, part: 'label' };
  group.add(vocabulary.own.label, textTerm(gate, entity.name, labelPlace, entity.nameLanguage));
  for (const fact of facts.of(entity.id)) addPlain(scope, group, fact);
  for (const fact of facts.mirrored(entity.id)) {
    group.add(vocabulary.relations.get(fact.relation), mint.entity(fact.subject));
  }
  return group.build(mint.entity(entity.id));
}

/** The one place where a relation of the ontology becomes a predicate (architecture.md, invariant 2). */
function addPlain(scope: Scope, group: GroupBuilder, fact: KnownFact): void {
  const hasValue = fact.object.kind === 'entity' || fact.object.kind === 'literal';
  if (fact.notPlain !== undefined || !hasValue) return;
  // What is refused here is reported with the statement of the fact.
  const core = coreOf(scope, fact, scope.quietGate);
  if (core) group.add(core.predicate, core.object);
}
