import type { EntityId } from '../../core/ids.ts';
import type { Knowledge, KnownFact } from '../../knowledge/knowledge.ts';
import { sortedRange } from './sorted-range.ts';

/** Finds facts by the entity they are told of, in the sorted facts themselves. */
export class FactIndex {
  readonly #facts: readonly KnownFact[];
  /** Object → the plain facts of symmetric links that point to it. */
  readonly #mirrored = new Map<EntityId, KnownFact[]>();

  constructor(knowledge: Knowledge) {
    this.#facts = knowledge.facts;
    for (const fact of knowledge.facts) {
      if (fact.notPlain !== undefined || fact.object.kind !== 'entity') continue;
      const relation = knowledge.ontology.relations.get(fact.relation);
      if (relation?.kind === 'link' && relation.symmetric) this.#mirror(fact.object.id, fact);
    }
  }

  /** The facts with this subject, in the order of the knowledge. */
  of(subject: EntityId): readonly KnownFact[] {
    return sortedRange(this.#facts, subject, (fact) => fact.subject);
  }

  /** The plain facts of symmetric links with this object: they hold of it too. */
  mirrored(object: EntityId): readonly KnownFact[] {
    return this.#mirrored.get(object) ?? [];
  }

  #mirror(object: EntityId, fact: KnownFact): void {
    const facts = this.#mirrored.get(object);
    if (facts) facts.push(fact);
    else this.#mirrored.set(object, [fact]);
  }
}
