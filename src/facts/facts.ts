/** The resolved model of what fact files say: plain data, typed by the ontology, not yet merged. */
import type { EntityId, EvidenceId, FactId, SourceId } from '../core/ids.ts';
import type { Origin } from '../core/place.ts';
import type { DatatypeName } from '../ontology/ontology.ts';

export const STATUSES = ['asserted', 'attributed', 'alleged', 'planned', 'expected'] as const;
/** How the source puts a fact. */
export type Status = (typeof STATUSES)[number];

export const CERTAINTIES = ['certain', 'probable', 'possible'] as const;
/** How sure the reading of the source is, best first. */
export type Certainty = (typeof CERTAINTIES)[number];

/** A typed value. `text` is the lexical form as the source file has it; `language` only with datatype string. */
export interface Literal {
  readonly datatype: DatatypeName;
  readonly text: string;
  readonly language?: string;
  /** The value list, with datatype concept (`text` is the concept's name). */
  readonly list?: string;
}

export type FactObject =
  | { readonly kind: 'entity'; readonly id: EntityId }
  | { readonly kind: 'literal'; readonly literal: Literal }
  /** There is one, nobody says which (`unknown`); there is none (`none`). */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

/** What facts were read in. Dates are EDTF. */
export interface Source {
  readonly id: SourceId;
  readonly type: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly retrieved?: string;
  readonly url?: string;
  readonly language?: string;
  readonly licence?: string;
  /** The file that holds its text, looked up by `sha256` in the project folder or in `--sources`. */
  readonly text?: string;
  /** Of the stored bytes, 64 hex digits. */
  readonly sha256?: string;
  readonly copyOf?: SourceId;
  readonly corrects?: SourceId;
  readonly retracts?: SourceId;
  readonly origin: Origin;
}

export interface Entity {
  readonly id: EntityId;
  readonly class: string;
  /** A display name given by the editor (of an event, say); a name that a source states is a fact. */
  readonly label?: string;
  /** The language that the file of the label names for its texts. */
  readonly labelLanguage?: string;
  /** Ids that it had before, in byte order: their IRIs lead here. Absent when there are none. */
  readonly formerIds?: readonly EntityId[];
  readonly origin: Origin;
}

/** Where a quote stands in its source text: offsets in code points of the stored text, end exclusive. */
export interface Anchor {
  readonly start: number;
  readonly end: number;
  /** The words as stored, where they differ from the quote (damaged quotation marks). */
  readonly exact?: string;
  /** At most 20 code points before and after. */
  readonly prefix: string;
  readonly suffix: string;
}

/** The place in a source that states a fact, and how it was read. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly source: SourceId;
  readonly quote?: string;
  /** Which occurrence of the quote, from 1, where it stands there more than once. */
  readonly occurrence?: number;
  readonly anchor?: Anchor;
  /** A table row instead of a quote: the row's key, and the column. */
  readonly row?: string;
  readonly column?: string;
  readonly certainty: Certainty;
  /** An extractor's score, 0 to 1, as text. */
  readonly confidence?: string;
  /** Who says so, where the source reports another's words. */
  readonly saidBy?: EntityId;
  /** The source's own words for a date that was resolved, such as «this month». */
  readonly dateExpression?: string;
  /** The reader's note, such as what a pronoun stands for. */
  readonly note?: string;
  /** Why there is neither quote nor row. */
  readonly withoutPlace?: string;
  readonly origin: Origin;
}

/** Qualifier name → values, both in byte order; empty maps are shared. */
export type Qualifiers = ReadonlyMap<string, readonly Literal[]>;

/** One reading of a fact in a file. Two readings of the same fact have the same `id`. */
export interface Fact {
  readonly id: FactId;
  readonly subject: EntityId;
  readonly relation: string;
  readonly object: FactObject;
  readonly qualifiers: Qualifiers;
  readonly status: Status;
  readonly negated: boolean;
  readonly evidence: readonly Evidence[];
  readonly origin: Origin;
}

/** What an editor decides, by whom and why. */
export type Judgement =
  | {
      readonly kind: 'reject';
      readonly fact: FactId;
      readonly by: string;
      readonly why: string;
      readonly origin: Origin;
    }
  | {
      readonly kind: 'distinct';
      readonly entities: readonly EntityId[];
      readonly by: string;
      readonly why: string;
      readonly origin: Origin;
    };
