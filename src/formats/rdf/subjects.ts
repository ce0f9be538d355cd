/** The two orders of the export: all subjects by their bytes, or each entity and source with what is said of it. */
import type { EntityId, SourceId } from '../../core/ids.ts';
import type { Evidence, Source } from '../../facts/facts.ts';
import type { KnownEntity } from '../../knowledge/knowledge.ts';
import type { ToldFact } from './cores.ts';
import type { SubjectGroup } from './groups.ts';
import { GraphIndex, inDefaultGraph } from './namedGraphs.ts';
import type { Profile, Scope } from './profile.ts';
import { SortedRanges } from './sortedRange.ts';
import type { IriTerm } from './terms.ts';

/**
 * Subject groups in byte order of their IRIs, so that their lines are sorted without sorting all lines.
 *
 * The subjects fall into blocks: what begins with `id#` or `source/id#`, and the single `id>` or `source/id>`. No
 * beginning of a block is the beginning of another, since ids hold none of `#`, `/`, `>`: so sorting the
 * beginnings sorts the blocks. They are ASCII, for which the default sort is the order of bytes.
 */
export function* subjectsInByteOrder(scope: Scope, profile: Profile): Generator<SubjectGroup> {
  const tally = new Tally(scope);
  for (const { entity, source, single } of blocksInOrder(scope)) {
    if (entity && single) for (const group of profile.entity(scope, entity)) yield group;
    if (entity && !single) {
      for (const told of byId(tally.facts(entity.id))) {
        for (const group of profile.statement(scope, told)) yield group;
      }
    }
    if (source && single) for (const group of profile.source(scope, source)) yield group;
    if (source && !single) {
      for (const evidence of tally.evidence(source.id)) {
        for (const group of profile.evidence(scope, evidence)) yield group;
      }
    }
  }
  tally.check();
}

interface Block {
  readonly start: string;
  /** The entity or source itself, not what is said of it. */
  readonly single: boolean;
  readonly entity: KnownEntity | undefined;
  readonly source: Source | undefined;
}

/** The knowledge is sorted by ids, so that there is little to move. */
function blocksInOrder({ knowledge, mint }: Scope): Block[] {
  const blocks: Block[] = [];
  const add = (id: string, entity: KnownEntity | undefined, source: Source | undefined): void => {
    blocks.push({ start: id + mint.separator, single: false, entity, source });
    blocks.push({ start: `${id}>`, single: true, entity, source });
  };
  for (const entity of knowledge.entities.values()) add(entity.id, entity, undefined);
  for (const source of knowledge.sources.values()) add(`source/${source.id}`, undefined, source);
  return blocks.sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** Fact ids are ASCII and of one length. */
function byId(facts: readonly ToldFact[]): ToldFact[] {
  return [...facts].sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
}

export type Section = 'entities' | 'sources' | 'graphs';

/** A group of the default graph, or one of a named graph in the section `graphs`. */
export interface Passage {
  readonly section: Section;
  readonly graph?: IriTerm;
  readonly group: SubjectGroup;
}

/**
 * Entities by id, each followed by its statements as the knowledge sorts them; then sources with their evidence;
 * then the named graphs, where the profile has them, in byte order.
 */
export function* subjectsInReadingOrder(scope: Scope, profile: Profile): Generator<Passage> {
  const tally = new Tally(scope);
  for (const entity of scope.knowledge.entities.values()) {
    const groups = profile.entity(scope, entity);
    for (const group of profile.graphs ? groups.flatMap(inDefaultGraph) : groups) {
      yield { section: 'entities', group };
    }
    for (const told of tally.facts(entity.id)) {
      for (const group of profile.statement(scope, told)) yield { section: 'entities', group };
    }
  }
  for (const source of scope.knowledge.sources.values()) {
    for (const group of profile.source(scope, source)) yield { section: 'sources', group };
    for (const evidence of tally.evidence(source.id)) {
      // In byte order the selectors come first; a reader wants the quote before its selectors.
      for (const group of profile.evidence(scope, evidence).toReversed()) yield { section: 'sources', group };
    }
  }
  tally.check();
  if (profile.graphs) yield* passagesInGraphs(scope);
}

function* passagesInGraphs(scope: Scope): Generator<Passage> {
  const index = new GraphIndex(scope);
  for (const source of scope.knowledge.sources.keys()) {
    const graph = scope.mint.source(source);
    for (const group of index.groupsIn(source)) yield { section: 'graphs', graph, group };
  }
}

/** Hands out facts and evidence and makes sure that none was left (guards.md G15). */
class Tally {
  readonly #scope: Scope;
  readonly #pieces: SortedRanges<Evidence>;
  #facts = 0;
  #evidence = 0;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#pieces = new SortedRanges(scope.knowledge.evidence, (piece) => piece.source);
  }

  facts(subject: EntityId): readonly ToldFact[] {
    const facts = this.#scope.telling.of(this.#scope, subject);
    this.#facts += facts.length;
    return facts;
  }

  evidence(source: SourceId): readonly Evidence[] {
    const evidence = this.#pieces.of(source);
    this.#evidence += evidence.length;
    return evidence;
  }

  check(): void {
    const { facts, evidence } = this.#scope.knowledge;
    if (this.#facts === facts.length && this.#evidence === evidence.length) return;
    throw new Error(
      `bug: wrote ${this.#facts} of ${facts.length} facts and ${this.#evidence} of ${evidence.length} pieces of evidence`,
    );
  }
}
