/** What the readers of fact files hand on: text as written, with its place, not yet typed by the ontology. */
import type { Origin } from '../core/place.ts';

export interface SourceRecord {
  readonly id: string;
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly origin: Origin;
}

export interface EntityRecord {
  readonly id: string;
  readonly class: string;
  readonly label?: string | undefined;
  /** Of the label, as its file says it for all texts. */
  readonly language?: string | undefined;
  readonly formerIds?: readonly string[] | undefined;
  readonly origin: Origin;
}

/** Written once and shared by all facts of a block, so that it is checked once. */
export interface EvidenceRecord {
  readonly source?: string | undefined;
  /** Where the file names the source once for all its facts, if it is that one. */
  readonly defaultSource?: Origin | undefined;
  readonly quote?: string | undefined;
  readonly occurrence?: string | undefined;
  readonly row?: string | undefined;
  readonly column?: string | undefined;
  readonly certainty?: string | undefined;
  readonly confidence?: string | undefined;
  readonly saidBy?: string | undefined;
  readonly dateExpression?: string | undefined;
  readonly note?: string | undefined;
  readonly withoutPlace?: string | undefined;
  readonly origin: Origin;
}

export interface FactRecord {
  readonly subject: string;
  readonly relation: string;
  readonly object?: string | undefined;
  /** `unknown` or `none` in place of an object. */
  readonly absent?: 'unknown' | 'none' | undefined;
  readonly language?: string | undefined;
  /** Whether the fact itself names the language, and not its file. */
  readonly ownLanguage?: boolean | undefined;
  readonly qualifiers: readonly (readonly [name: string, values: readonly string[]])[];
  readonly status?: string | undefined;
  readonly negated?: string | undefined;
  readonly evidence: EvidenceRecord;
  readonly origin: Origin;
}

export interface JudgementRecord {
  readonly reject?: string | undefined;
  readonly distinct?: readonly string[] | undefined;
  readonly by: string;
  readonly why: string;
  readonly origin: Origin;
}

/** Takes the records of a file one by one: a file of a million lines is never a list of a million records. */
export interface RecordSink {
  source(record: SourceRecord): void;
  entity(record: EntityRecord): void;
  fact(record: FactRecord): void;
  judgement(record: JudgementRecord): void;
  /** Facts whose form was refused: they are counted as read, and as refused. */
  refusedFacts(count: number): void;
  /** A file, or its list of facts, that cannot be read: nobody knows how many facts it holds. */
  unreadable(): void;
  /** A definition that was refused: what names its id is refused too, without a second diagnostic. */
  refused(kind: 'source' | 'entity', id: string): void;
}
