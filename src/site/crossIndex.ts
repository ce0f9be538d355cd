import type { EntityId, FactId, SourceId } from '../core/ids.ts';
import type { Evidence } from '../facts/facts.ts';
import type { Knowledge, KnownFact } from '../knowledge/knowledge.ts';

/** Finds facts from where they are not told: from their object, their speaker, their evidence, their id. */
export class CrossIndex {
  readonly #toward = new Map<EntityId, KnownFact[]>();
  readonly #saidBy = new Map<EntityId, KnownFact[]>();
  readonly #about = new Map<EntityId, KnownFact[]>();
  readonly #stated = new Map<string, KnownFact[]>();
  readonly #evidence = new Map<SourceId, Evidence[]>();
  readonly #facts = new Map<FactId, KnownFact>();

  constructor({ facts, evidence }: Knowledge) {
    for (const fact of facts) {
      this.#facts.set(fact.id, fact);
      add(this.#about, fact.subject, fact);
      if (fact.object.kind === 'entity') add(this.#toward, fact.object.id, fact);
      for (const piece of fact.evidence) add(this.#stated, keyOf(piece), fact);
      const speakers = new Set(fact.evidence.flatMap(({ saidBy }) => saidBy ?? []));
      for (const speaker of speakers) add(this.#saidBy, speaker, fact);
    }
    for (const piece of evidence) add(this.#evidence, piece.source, piece);
    for (const pieces of this.#evidence.values()) pieces.sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** The facts with this subject; all lists are in the order of the knowledge. */
  about(subject: EntityId): readonly KnownFact[] {
    return this.#about.get(subject) ?? [];
  }

  /** The facts of others that have this object; one of an entity with itself is found by {@link about}. */
  toward(object: EntityId): readonly KnownFact[] {
    return (this.#toward.get(object) ?? []).filter(({ subject }) => subject !== object);
  }

  /** The facts that this entity says, as sources report. */
  saidBy(speaker: EntityId): readonly KnownFact[] {
    return this.#saidBy.get(speaker) ?? [];
  }

  /** The facts that a piece of evidence states. */
  statedBy(piece: Evidence): readonly KnownFact[] {
    return this.#stated.get(keyOf(piece)) ?? [];
  }

  /** The evidence in a source: in the order of its text, then what has no place in it. */
  evidenceIn(source: SourceId): readonly Evidence[] {
    return this.#evidence.get(source) ?? [];
  }

  fact(id: FactId): KnownFact | undefined {
    return this.#facts.get(id);
  }
}

/** Sorting keeps the order of those without a place. */
function placeOf({ anchor }: Evidence): number {
  return anchor?.start ?? Number.MAX_SAFE_INTEGER;
}

function keyOf({ source, id }: Evidence): string {
  return `${source} ${id}`;
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
