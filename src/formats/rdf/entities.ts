/** Entities: their classes, display name, and plain facts as triples. */
import type { EntityId } from '../../core/ids.ts';
import type { KnownEntity } from '../../knowledge/knowledge.ts';
import { isTriple, type ToldFact, tellMirrored } from './cores.ts';
import type { SubjectGroup } from './groups.ts';
import type { Scope } from './profile.ts';
import { textTerm } from './values.ts';

/** The entity with all its classes, its display name, and the plain facts told of it. */
export function describeEntity(scope: Scope, entity: KnownEntity): readonly SubjectGroup[] {
  const { group } = scope;
  addClassesAndLabel(scope, entity);
  forEachTriple(scope, entity.id, ({ predicate, object }) => group.add(predicate, object));
  return group.build(scope.mint.entity(entity.id));
}

/** Types, label and former IRIs: what the editor says of an entity, so that it has no evidence. */
export function addClassesAndLabel(scope: Scope, entity: KnownEntity): void {
  const { vocabulary, gate, group, mint } = scope;
  const lineage = vocabulary.lineages.get(entity.class);
  const classPlace = { origin: entity.origin, part: 'class' };
  if (!lineage) gate.refuse(entity.class, 'the ontology has no such class', classPlace);
  for (const term of lineage ?? []) group.add(vocabulary.own.type, term);
  const labelPlace = { origin: entity.origin, part: 'label' };
  group.add(vocabulary.own.label, textTerm(gate, entity.name, labelPlace, entity.nameLanguage));
  // The former IRI gets no triples of its own: counted as a subject, it would be an entity.
  for (const id of entity.formerIds ?? []) group.add(vocabulary.own.replaces, mint.entity(id));
}

/**
 * The triples of plain facts with this subject, those of symmetric links told of the other end included: the one
 * place where a relation of the ontology becomes a predicate (architecture.md, invariant 2).
 */
export function forEachTriple(scope: Scope, subject: EntityId, each: (told: ToldFact) => void): void {
  // What is refused here is reported elsewhere: with the statement of the fact, or by the profile.
  for (const told of scope.telling.of(scope, subject)) if (isTriple(told.fact)) each(told);
  for (const fact of scope.facts.mirrored(subject)) each(tellMirrored(scope, fact));
}
