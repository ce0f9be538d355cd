/** Counts what the RDF exports of a profile hold, in the triples that their writers write. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { OWL, RDF, SCHEMA, SKOS } from '../../ontology/namespaces.ts';
import type { SubjectGroup } from '../rdf/groups.ts';
import { openScope, type Profile, unheard } from '../rdf/profile.ts';
import { subjectsInByteOrder } from '../rdf/subjects.ts';
import type { Term } from '../rdf/terms.ts';

/** Links with one predicate from entities to the things of one other data set. */
export interface Links {
  readonly predicate: string;
  /** What the IRIs linked to begin with: `https://example.org/`. */
  readonly target: string;
  readonly triples: number;
}

/** Triples are counted once, in however many named graphs they stand. */
export interface DataCounts {
  readonly triples: number;
  readonly entities: number;
  readonly subjects: number;
  readonly objects: number;
  /** Class IRI → its members; predicate IRI → its triples. */
  readonly classes: ReadonlyMap<string, number>;
  readonly properties: ReadonlyMap<string, number>;
  readonly links: readonly Links[];
}

/** Predicates that link a thing to one of another data set. A page about it, or a source, is no such thing. */
export const LINK_PREDICATES: ReadonlySet<string> = new Set([
  `${OWL}sameAs`,
  `${SCHEMA}sameAs`,
  ...['exactMatch', 'closeMatch', 'broadMatch', 'narrowMatch', 'relatedMatch'].map((name) => SKOS + name),
]);

const TYPE = `${RDF}type`;
const SITE = /^<(https?:\/\/[^/?#>]+\/)/;

/**
 * Counts by running the profile once more. Every distinct object is held in memory meanwhile: its number can be
 * known in no other way.
 */
export function countData(knowledge: Knowledge, profile: Profile): DataCounts {
  const tally = new Tally(knowledge.dataset.base);
  const scope = openScope(knowledge, { format: 'dataset', context: unheard() });
  if (scope) for (const group of subjectsInByteOrder(scope, profile)) tally.add(group);
  return tally.counts();
}

class Tally {
  readonly #base: string;
  readonly #entity: RegExp;
  readonly #objects = new Set<Term>();
  readonly #classes = new Map<string, number>();
  readonly #properties = new Map<string, number>();
  readonly #links = new Map<string, Links>();
  #triples = 0;
  #entities = 0;
  #subjects = 0;

  constructor(base: string) {
    this.#base = base;
    this.#entity = new RegExp(entityPattern(base));
  }

  /** In byte order a subject has one group. */
  add({ subject, predicates, objects, graphs }: SubjectGroup): void {
    const isEntity = this.#entity.test(subject.slice(1, -1));
    this.#subjects++;
    if (isEntity) this.#entities++;
    for (const [i, predicate] of predicates.entries()) {
      const object = objects[i];
      // A triple of several graphs stands there once for each, side by side.
      const again = graphs && predicates[i - 1] === predicate && objects[i - 1] === object;
      if (object === undefined || again) continue;
      this.#triples++;
      this.#objects.add(object);
      increase(this.#properties, predicate.iri);
      if (predicate.iri === TYPE) increase(this.#classes, object.slice(1, -1));
      if (isEntity && LINK_PREDICATES.has(predicate.iri)) this.#addLink(predicate.iri, object);
    }
  }

  #addLink(predicate: string, object: Term): void {
    const target = SITE.exec(object)?.[1];
    if (target === undefined || object.startsWith(`<${this.#base}`)) return;
    const key = `${predicate} ${target}`;
    const triples = (this.#links.get(key)?.triples ?? 0) + 1;
    this.#links.set(key, { predicate, target, triples });
  }

  counts(): DataCounts {
    return {
      triples: this.#triples,
      entities: this.#entities,
      subjects: this.#subjects,
      objects: this.#objects.size,
      classes: this.#classes,
      properties: this.#properties,
      links: [...this.#links.values()],
    };
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What tells the IRIs of entities from all others of the data set, as a regular expression of SPARQL too. */
export function entityPattern(base: string): string {
  return `^${base.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}[A-Za-z0-9][A-Za-z0-9._-]*$`;
}
