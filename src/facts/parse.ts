import type { Problems } from '../core/diagnostic.ts';
import type { EntityId, SourceId } from '../core/ids.ts';
import { showPlace } from '../core/place.ts';
import { nearest } from '../core/suggest.ts';
import { isOneOf, type Ontology } from '../ontology/ontology.ts';
import type { Entity, Fact, Judgement, Source } from './facts.ts';
import { FormerIds } from './formerIds.ts';
import { parseEntity } from './parseEntity.ts';
import { createFactParser } from './parseFact.ts';
import { parseIdAt } from './parseId.ts';
import { parseSource } from './parseSource.ts';
import type { EntityRecord, FactRecord, JudgementRecord, RecordSink, SourceRecord } from './records.ts';

/** What all fact files of a project say, typed by the ontology, each fact checked on its own. */
export interface Parsed {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly facts: readonly Fact[];
  readonly judgements: readonly Judgement[];
  /** Fact records read, and how many of them were refused because of an error. */
  readonly counts: { readonly read: number; readonly refused: number };
  /** How many files hold facts that could not even be counted. */
  readonly unreadable: number;
}

/**
 * A sink that keeps the records of all files, and types them when `finish` is called.
 *
 * Facts wait for the end, since they may name entities and sources that a later file defines.
 */
export class Parser implements RecordSink {
  readonly #ontology: Ontology;
  readonly #maxFacts: number;
  readonly #problems: Problems;
  #beyondLimit = 0;
  #refusedFacts = 0;
  #unreadable = 0;
  readonly #entities = new Map<EntityId, Entity>();
  readonly #formerIds = new FormerIds();
  readonly #sources = new Map<SourceId, Source>();
  readonly #refused = { source: new Set<string>(), entity: new Set<string>() };
  readonly #facts: FactRecord[] = [];
  readonly #judgements: JudgementRecord[] = [];

  /** `maxFacts` bounds the memory of a run: further facts are counted, and refused with `limit-exceeded`. */
  constructor(ontology: Ontology, maxFacts: number, problems: Problems) {
    this.#ontology = ontology;
    this.#maxFacts = maxFacts;
    this.#problems = problems;
  }

  source(record: SourceRecord): void {
    const id = parseIdAt<SourceId>(record.id, { origin: record.origin }, this.#problems);
    if (!id) {
      this.refused('source', record.id);
      return;
    }
    const first = this.#sources.get(id);
    if (first) {
      this.#problems.add('duplicate-source', record.origin.place(), {
        id,
        firstPlace: showPlace(first.origin.place()),
      });
      return;
    }
    const source = parseSource(id, record, this.#problems);
    if (source) this.#sources.set(id, source);
  }

  entity(record: EntityRecord): void {
    const parsed = parseEntity(record, this.#ontology, this.#problems);
    if (!parsed) {
      this.refused('entity', record.id);
      return;
    }
    const { entity, formerIds } = parsed;
    const first = this.#entities.get(entity.id);
    this.#entities.set(entity.id, first ? this.#joined(first, entity) : entity);
    this.#formerIds.add(entity.id, formerIds);
  }

  fact(record: FactRecord): void {
    if (this.#facts.length < this.#maxFacts) {
      this.#facts.push(record);
      return;
    }
    if (this.#beyondLimit === 0) {
      this.#problems.add('limit-exceeded', record.origin.place(), { what: 'facts', limit: this.#maxFacts });
    }
    this.#beyondLimit++;
  }

  judgement(record: JudgementRecord): void {
    this.#judgements.push(record);
  }

  refusedFacts(count: number): void {
    this.#refusedFacts += count;
  }

  unreadable(): void {
    this.#unreadable++;
  }

  refused(kind: 'source' | 'entity', id: string): void {
    this.#refused[kind].add(id);
  }

  /** Types all facts and judgements; those with an error are left out and counted. */
  finish(): Parsed {
    this.#checkSourceLinks();
    this.#settleFormerIds();
    const parseFact = createFactParser({
      ontology: this.#ontology,
      entities: this.#entities,
      formerIds: this.#formerIds,
      sources: this.#sources,
      refused: this.#refused,
      problems: this.#problems,
    });
    const facts: Fact[] = [];
    for (const record of this.#facts) {
      const fact = parseFact(record);
      if (fact) facts.push(fact);
    }
    const read = this.#facts.length + this.#beyondLimit + this.#refusedFacts;
    const judgements = this.#judgements.flatMap((record) => this.#parseJudgement(record));
    return {
      entities: this.#entities,
      sources: this.#sources,
      facts,
      judgements,
      counts: { read, refused: read - facts.length },
      unreadable: this.#unreadable,
    };
  }

  /** A second file may define an entity again, if both definitions agree; the narrower class wins. */
  #joined(first: Entity, second: Entity): Entity {
    const { id } = first;
    const place = second.origin.place();
    if (first.label !== undefined && second.label !== undefined && first.label !== second.label) {
      this.#problems.add('duplicate-entity', place, { id, firstPlace: showPlace(first.origin.place()) });
      return first;
    }
    const { label, labelLanguage } = first.label === undefined ? second : first;
    const labelled = label !== undefined && { label, ...(labelLanguage !== undefined && { labelLanguage }) };
    const joined = ({ labelLanguage: _, ...narrow }: Entity): Entity => ({ ...narrow, ...labelled });
    if (isOneOf(this.#ontology, first.class, [second.class])) return joined(first);
    if (isOneOf(this.#ontology, second.class, [first.class])) return joined(second);
    if (areDisjoint(this.#ontology, first.class, second.class)) {
      this.#problems.add('disjoint-classes', place, { id, classes: [first.class, second.class] });
    } else {
      this.#problems.add('duplicate-entity', place, { id, firstPlace: showPlace(first.origin.place()) });
    }
    return first;
  }

  #settleFormerIds(): void {
    for (const [id, formerIds] of this.#formerIds.settle(this.#entities, this.#problems)) {
      const entity = this.#entities.get(id);
      if (entity) this.#entities.set(id, { ...entity, formerIds });
    }
  }

  #checkSourceLinks(): void {
    for (const source of this.#sources.values()) {
      for (const key of ['copyOf', 'corrects', 'retracts'] as const) {
        const id = source[key];
        if (id === undefined || this.#sources.has(id)) continue;
        const suggestion = nearest(id, this.#sources.keys());
        this.#problems.add('unknown-source', source.origin.place(key), { id, suggestion });
      }
    }
  }

  #parseJudgement({ reject, distinct, by, why, origin }: JudgementRecord): Judgement[] {
    const judgements: Judgement[] = [];
    if (reject !== undefined) {
      if (isFactId(reject)) judgements.push({ kind: 'reject', fact: reject, by, why, origin });
      else this.#problems.add('unknown-fact', origin.place('reject'), { id: reject });
    }
    if (distinct !== undefined) {
      const entities = distinct.filter((id): id is EntityId => {
        if (this.#entities.has(id as EntityId)) return true; // a look-up only: the map holds parsed ids
        if (this.#refused.entity.has(id)) return false;
        this.#problems.add('unknown-entity', origin.place('distinct'), {
          id,
          suggestion: this.#formerIds.suggestion(id, this.#entities),
        });
        return false;
      });
      judgements.push({ kind: 'distinct', entities, by, why, origin });
    }
    return judgements;
  }
}

function isFactId(text: string): text is `f-${string}` {
  return /^f-[0-9a-f]{32}$/.test(text);
}

function areDisjoint(ontology: Ontology, a: string, b: string): boolean {
  const lineageA = ontology.classes.get(a)?.lineage ?? [];
  const lineageB = ontology.classes.get(b)?.lineage ?? [];
  return lineageA.some((name) =>
    ontology.classes.get(name)?.disjointWith.some((other) => lineageB.includes(other)),
  );
}
