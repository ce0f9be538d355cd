/** What a profile says of each part of the knowledge, and what it needs for that. */
import { Problems } from '../../core/diagnostic.ts';
import type { Evidence, Source } from '../../facts/facts.ts';
import type { Knowledge, KnownEntity } from '../../knowledge/knowledge.ts';
import type { WriteContext } from '../formats.ts';
import type { Losses } from '../losses.ts';
import type { ProfileName } from '../options.ts';
import { Telling, type ToldFact } from './cores.ts';
import { FactIndex } from './factIndex.ts';
import { type Collector, GroupBuilder, type SubjectGroup } from './groups.ts';
import { Periods } from './periods.ts';
import { CANONICAL, type Gate, Mint, type Minter, TermGate, type TermSyntax } from './terms.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

/** Each part of the knowledge as subject groups, in byte order of their subjects. */
export interface Profile {
  readonly name: ProfileName;
  /** Whether triples of plain facts stand in named graphs. */
  readonly graphs: boolean;
  readonly entity: (scope: Scope, entity: KnownEntity) => readonly SubjectGroup[];
  readonly statement: (scope: Scope, told: ToldFact) => readonly SubjectGroup[];
  readonly source: (scope: Scope, source: Source) => readonly SubjectGroup[];
  readonly evidence: (scope: Scope, evidence: Evidence) => readonly SubjectGroup[];
}

/** What a profile needs to describe a part of the knowledge. */
export interface Scope {
  readonly knowledge: Knowledge;
  readonly facts: FactIndex;
  readonly telling: Telling;
  /** Empty whenever a part is described. */
  readonly group: Collector;
  readonly periods: Periods;
  readonly vocabulary: Vocabulary;
  readonly mint: Minter;
  readonly gate: Gate;
  /** For values that are described in two places, so that a refusal is reported once. */
  readonly quietGate: Gate;
  readonly losses: Losses;
}

/** How a format writes, and where it reports. */
export interface Writing {
  readonly format: string;
  readonly context: WriteContext;
  /** {@link CANONICAL} unless given. */
  readonly syntax?: TermSyntax;
  /** Whether `rdf:type` comes before all other predicates. */
  readonly typeFirst?: boolean;
}

/** Undefined, with a diagnostic, when the base of the data set is not an IRI to append ids to. */
export function openScope(knowledge: Knowledge, writing: Writing): Scope | undefined {
  const { format, context, syntax = CANONICAL, typeFirst = false } = writing;
  const gate = new TermGate(format, context, syntax);
  const mint = Mint.of(knowledge.dataset.base, gate);
  if (!mint) return undefined;
  return {
    knowledge,
    facts: new FactIndex(knowledge),
    telling: new Telling(),
    group: new GroupBuilder(),
    periods: new Periods(),
    vocabulary: buildVocabulary(knowledge.ontology, gate, { typeFirst }),
    mint,
    gate,
    quietGate: gate.quiet(),
    losses: context.losses,
  };
}

/** A context whose reports nobody reads. */
export function unheard(): WriteContext {
  return { problems: new Problems(), losses: new Map() };
}

/** From this length on (UTF-16 units) a writer yields what it has; twice as long, and V8 handles them apart, which is slow. */
export const CHUNK_LENGTH = 1 << 15;
