import type { Anchor } from '../facts.ts';
import { nearestPassage } from './nearestPassage.ts';
import { normalised, SearchText } from './searchText.ts';

/** A place where a quote stands, in code points of the stored text. */
export interface QuoteMatch extends Anchor {
  /** `normalised` when only quotation marks, dashes, white space or damage of the text differ. */
  readonly match: 'exact' | 'normalised';
}

export type QuoteSearch =
  /** In order of the text; of more than {@link MOST_MATCHES} the first. */
  | { readonly kind: 'found'; readonly matches: readonly QuoteMatch[] }
  /** `nearest` is the passage that shares most words with the quote, empty when none shares any. */
  | { readonly kind: 'missing'; readonly nearest: string };

export const MOST_MATCHES = 1000;
const CONTEXT = 20;

/**
 * Finds where a quote stands in the stored text of a source.
 *
 * An exact match comes first. Only where there is none, quotation marks, dashes, white space, soft hyphens and
 * damage of the text (see `repair`) are made equal on both sides; case always counts. `…` or `...` in a quote is
 * looked up like any other text: it does not stand for left-out words, so quote each part by itself.
 * Pass a {@link SearchText} to look up many quotes in one text.
 */
export function findQuote(quote: string, text: string | SearchText): QuoteSearch {
  const searched = typeof text === 'string' ? new SearchText(text) : text;
  const exact = exactMatches(quote, searched);
  const matches = exact.length > 0 ? exact : normalisedMatches(quote, searched);
  return matches.length > 0
    ? { kind: 'found', matches }
    : { kind: 'missing', nearest: nearestPassage(quote, searched) };
}

function exactMatches(quote: string, text: SearchText): QuoteMatch[] {
  return occurrences(quote, text.stored).map((at) => {
    return { ...anchorOf(quote, text, { start: at, end: at + quote.length }), match: 'exact' };
  });
}

function normalisedMatches(quote: string, text: SearchText): QuoteMatch[] {
  const { text: searched, start, end } = text.normalised;
  const wanted = normalised(quote).text.trim();
  return occurrences(wanted, searched).map((at) => {
    const stretch = { start: start[at] ?? 0, end: end[at + wanted.length - 1] ?? 0 };
    return { ...anchorOf(quote, text, stretch), match: 'normalised' };
  });
}

/** The offsets where `wanted` stands, overlapping ones too; not where a combining mark changes its last letter. */
function occurrences(wanted: string, text: string): number[] {
  const found: number[] = [];
  if (wanted === '') return found;
  for (
    let at = text.indexOf(wanted);
    at !== -1 && found.length < MOST_MATCHES;
    at = text.indexOf(wanted, at + 1)
  ) {
    if (!/^\p{M}/u.test(text.slice(at + wanted.length, at + wanted.length + 2))) found.push(at);
  }
  return found;
}

/** The anchor of a stretch of the stored text, given in UTF-16 offsets. */
function anchorOf(quote: string, text: SearchText, { start, end }: { start: number; end: number }): Anchor {
  const { stored } = text;
  const words = stored.slice(start, end);
  return {
    start: text.codePointOffset(start),
    end: text.codePointOffset(end),
    ...(words === quote ? {} : { exact: words }),
    prefix: [...stored.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join(''),
    suffix: [...stored.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT).join(''),
  };
}
