/** The file form of sources, entities, facts and judgements. All scalars are text: the ontology types them later. */
import { z } from 'zod';
import { Refused, type Value } from './text/tree.ts';

const text = z.string();
const words = z.string().regex(/\S/, 'a text with words in it');
/** A map whose keys are data; it is read by hand, because zod's own records drop the key `__proto__`. */
const map = z.custom<object>(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Refused),
);

export const SourceSpec = z.strictObject({
  type: text,
  title: text.optional(),
  publisher: text.optional(),
  author: text.optional(),
  published: text.optional(),
  retrieved: text.optional(),
  url: text.optional(),
  language: text.optional(),
  licence: text.optional(),
  text: text.optional(),
  sha256: text.optional(),
  copyOf: text.optional(),
  corrects: text.optional(),
  retracts: text.optional(),
});

export const EntitySpec = z.strictObject({
  class: text,
  label: text.optional(),
  /** A text or a list of texts, which the reader tells apart. */
  formerIds: z.custom<Value>().optional(),
});

const evidence = {
  source: text.optional(),
  quote: text.optional(),
  occurrence: text.optional(),
  row: text.optional(),
  column: text.optional(),
  certainty: text.optional(),
  confidence: text.optional(),
  saidBy: text.optional(),
  dateExpression: text.optional(),
  note: text.optional(),
  withoutPlace: text.optional(),
};
/** The keys of evidence, which a fact in a block may override one by one. */
export const EVIDENCE_KEYS = Object.keys(evidence) as readonly (keyof typeof evidence)[];

/** A block: evidence written once, and the facts that it states. */
export const BlockSpec = z.strictObject({
  ...evidence,
  status: text.optional(),
  negated: text.optional(),
  says: map,
});

/** One fact on its own, as JSON lines have it. */
export const FactSpec = z.strictObject({
  ...evidence,
  subject: text,
  relation: text,
  object: text.optional(),
  unknown: text.optional(),
  none: text.optional(),
  language: text.optional(),
  status: text.optional(),
  negated: text.optional(),
  qualifiers: map.optional(),
});

export const JudgementSpec = z.strictObject({
  reject: text.optional(),
  distinct: z.array(text).min(2).max(100).optional(),
  by: words,
  why: words,
});

/** The keys of a fact inside `says` that are not qualifiers. */
export const SAYS_KEYS = ['object', 'unknown', 'none', 'language', 'status', 'negated'] as const;

/** The keys of a whole fact file. */
export const FILE_KEYS = ['source', 'language', 'sources', 'entities', 'facts', 'judgements'] as const;
