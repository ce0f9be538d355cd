/** The words of the site for what facts are, beside those of the ontology. */
import type { Certainty, Status } from '../facts/facts.ts';
import type { NotPlainReason } from '../knowledge/knowledge.ts';

/** Why a fact is not plain: in a word, and in a sentence. */
export const REASON_WORDS: { readonly [R in NotPlainReason]: readonly [word: string, sentence: string] } = {
  rejected: ['rejected', 'An editor has rejected it.'],
  planned: ['planned', 'The source speaks of a plan, not of what came about.'],
  expected: ['expected', 'The source expects it; it does not say that it came about.'],
  alleged: ['alleged', 'The source calls it an allegation; it does not say that it is so.'],
  attributed: ['attributed', 'The source reports that someone says so; it does not say so itself.'],
  negated: ['denied', 'The source says that it is not so.'],
  possible: ['possible', 'The reading of the source is not sure.'],
  'no-value': ['no value', 'No value is named.'],
  disputed: [
    'disputed',
    'Other facts contradict it, and this data set takes only undisputed facts as plain.',
  ],
  outweighed: ['outweighed', 'Another fact that contradicts it is better stated.'],
};

export const STATUS_WORDS: { readonly [S in Status]: string } = {
  asserted: 'asserted by the source',
  attributed: 'attributed to someone',
  alleged: 'alleged',
  planned: 'planned',
  expected: 'expected',
};

export const CERTAINTY_WORDS: { readonly [C in Certainty]: string } = {
  certain: 'read with certainty',
  probable: 'probably read so',
  possible: 'possibly read so',
};

/** `1 fact`, `1,234 facts`. */
export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  const digits = String(count).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
  return `${digits} ${count === 1 ? noun : nouns}`;
}
