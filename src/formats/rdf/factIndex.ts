import type { EntityId } from '../../core/ids.ts';
import type { Knowledge, KnownFact } from '../../knowledge/knowledge.ts';
import { SortedRanges } from './sortedRange.ts';

/** Finds facts by the entity they are told of, in the sorted facts themselves. */
export class FactIndex {
  readonly #facts: SortedRanges<KnownFact>;
  /** Object → the plain facts of symmetric links that point to it. */
  readonly #mirrored = new Map<EntityId, KnownFact[]>();

  constructor(knowledge: Knowledge) {
    this.#facts = new SortedRanges(knowledge.facts, (fact) => fact.subject);
    const symmetric = new Set<string>();
    for (const relation of knowledge.ontology.relations.values()) {
      if (relation.kind === 'link' && relation.symmetric) symmetric.add(relation.name);
    }
    for (const fact of symmetric.size > 0 ? knowledge.facts : []) {
      const { notPlain, object, relation } = fact;
      if (notPlain === undefined && object.kind === 'entity' && symmetric.has(relation)) {
        this.#mirror(object.id, fact);
      }
    }
  }

  /** The facts with this subject, in the order of the knowledge. */
  of(subject: EntityId): readonly KnownFact[] {
    return this.#facts.of(subject);
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
