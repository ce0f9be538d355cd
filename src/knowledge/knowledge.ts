/** The canonical representation: sorted, merged, judged. RDF and table writers read it; the graph view is made from it. */
import type { EntityId, FactId, SourceId } from '../core/ids.ts';
import type { Entity, Evidence, Fact, Source } from '../facts/facts.ts';
import type { Ontology } from '../ontology/ontology.ts';

/** Why a fact is not plain; the order in which reasons are listed. */
export const REASONS = [
  'rejected',
  'planned',
  'expected',
  'alleged',
  'attributed',
  'negated',
  'possible',
  'no-value',
  // By the choice of what is plain (see `withPlain`); a fact has one of them alone.
  'disputed',
  'outweighed',
] as const;
export type NotPlainReason = (typeof REASONS)[number];

/** A fact with the evidence of all its readings. */
export interface KnownFact extends Fact {
  /** All that hold, in the order of `REASONS`; empty when the fact is plain. */
  readonly reasons: readonly NotPlainReason[];
  /** The first of `reasons`; undefined when the fact is plain. */
  readonly notPlain: NotPlainReason | undefined;
  /** Another fact of the same topic contradicts it. */
  readonly disputed: boolean;
  /** Ids of the facts that contradict it, the first 20 in byte order; empty when undisputed. */
  readonly disputedBy: readonly FactId[];
  /** Why an editor rejected it, and who. */
  readonly rejected?: { readonly by: string; readonly why: string };
  /** How many records of the input say it (1 or more). */
  readonly readings: number;
}

export interface KnownEntity extends Entity {
  /** The display name: the editor's label, else the best name fact, else the id. */
  readonly name: string;
  /** The language of `name`, where known. */
  readonly nameLanguage?: string;
}

/** Who made a data set: a person, or a group without an ORCID iD. */
export interface Creator {
  readonly name: string;
  /** Sixteen digits in four groups, the last possibly `X`, with a right check digit (ISO 7064). */
  readonly orcid?: string;
}

/** Title, licence and the like of the data set. */
export interface DatasetInfo {
  /** The IRI that entity ids are appended to; ends in `/` or `#`. */
  readonly base: string;
  readonly title: string;
  readonly description?: string;
  readonly licence?: string;
  readonly creators: readonly Creator[];
  /** What this edition is called: `1.2.0`, `2026-11`. */
  readonly version?: string;
  /** Without a resolver before it: `10.5281/zenodo.1234567`. */
  readonly doi?: string;
  /** The day it was published: `2026-11-22`. The program never takes it from a clock. */
  readonly issued?: string;
  readonly publisher?: string;
  /** An IRI of a page about the data set. */
  readonly homepage?: string;
  /** The IRI of the folder that the files are published in; ends in `/`. */
  readonly download?: string;
  readonly keywords?: readonly string[];
  /** BCP 47, for text without a language of its own. */
  readonly language?: string;
}

export interface Knowledge {
  readonly dataset: DatasetInfo;
  readonly ontology: Ontology;
  /** By id, in byte order. */
  readonly entities: ReadonlyMap<EntityId, KnownEntity>;
  /** By subject, relation, object, id; all in byte order. */
  readonly facts: readonly KnownFact[];
  /** By id, in byte order. */
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** The evidence in use, distinct, by source and id in byte order. */
  readonly evidence: readonly Evidence[];
  readonly counts: { readonly read: number; readonly refused: number };
}
