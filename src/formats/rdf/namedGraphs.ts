/** The profile `named-graphs`: as `statements`, but the triple of a plain fact stands in the graphs of its sources. */
import type { EntityId, SourceId } from '../../core/ids.ts';
import type { KnownEntity, KnownFact } from '../../knowledge/knowledge.ts';
import { isTriple, tell, tellMirrored } from './cores.ts';
import { addClassesAndLabel, forEachTriple } from './entities.ts';
import type { SubjectGroup } from './groups.ts';
import type { Profile, Scope } from './profile.ts';
import { statementsProfile } from './statements.ts';

/** The graph of a source is named as the source. A plain fact without evidence stays in the default graph. */
export const namedGraphsProfile: Profile = {
  ...statementsProfile,
  name: 'named-graphs',
  graphs: true,
  entity: describeInGraphs,
};

function describeInGraphs(scope: Scope, entity: KnownEntity): readonly SubjectGroup[] {
  const { group } = scope;
  addClassesAndLabel(scope, entity);
  forEachTriple(scope, entity.id, ({ fact, predicate, object }) => {
    const graphs = graphsOf(fact);
    if (graphs.length === 0) group.add(predicate, object);
    for (const graph of graphs) group.addIn(scope.mint.source(graph), predicate, object);
  });
  return group.build(scope.mint.entity(entity.id));
}

/** The sources of its evidence, less those where the reading is merely possible: there it would not be plain. */
function graphsOf({ evidence }: KnownFact): SourceId[] {
  const sources = new Set<SourceId>();
  for (const { source, certainty } of evidence) if (certainty !== 'possible') sources.add(source);
  return [...sources];
}

/** The part of a group in the default graph. */
export function inDefaultGraph(group: SubjectGroup): readonly SubjectGroup[] {
  const { graphs, subject } = group;
  if (!graphs) return [group];
  const isDefault = (_: unknown, i: number): boolean => graphs[i] === undefined;
  const predicates = group.predicates.filter(isDefault);
  return predicates.length === 0 ? [] : [{ subject, predicates, objects: group.objects.filter(isDefault) }];
}

/** A plain fact, told of its subject or, when its relation is symmetric, of its object. */
interface Entry {
  readonly of: EntityId;
  readonly fact: KnownFact;
}

/** Finds the triples of each named graph: two references for each fact and source are held in memory. */
export class GraphIndex {
  readonly #scope: Scope;
  readonly #entries = new Map<SourceId, Entry[]>();

  constructor(scope: Scope) {
    this.#scope = scope;
    for (const entity of scope.knowledge.entities.keys()) {
      for (const fact of scope.facts.of(entity)) if (isTriple(fact)) this.#enter({ of: entity, fact });
      for (const fact of scope.facts.mirrored(entity)) this.#enter({ of: entity, fact });
    }
  }

  /** The groups in the graph of a source, in byte order of the entities. */
  *groupsIn(source: SourceId): Generator<SubjectGroup> {
    const entries = this.#entries.get(source) ?? [];
    for (let start = 0; start < entries.length; ) {
      const subject = entries[start]?.of;
      let end = start;
      while (end < entries.length && entries[end]?.of === subject) end++;
      if (subject !== undefined) yield* this.#groupOf(subject, entries.slice(start, end));
      start = end;
    }
  }

  #enter(entry: Entry): void {
    for (const source of graphsOf(entry.fact)) {
      const entries = this.#entries.get(source);
      if (entries) entries.push(entry);
      else this.#entries.set(source, [entry]);
    }
  }

  #groupOf(subject: EntityId, entries: readonly Entry[]): readonly SubjectGroup[] {
    const scope = this.#scope;
    const { group } = scope;
    for (const { fact } of entries) {
      const isMirrored = fact.subject !== subject;
      const told = isMirrored ? tellMirrored(scope, fact) : tell(scope, fact, scope.quietGate);
      group.add(told.predicate, told.object);
    }
    return group.build(scope.mint.entity(subject));
  }
}
