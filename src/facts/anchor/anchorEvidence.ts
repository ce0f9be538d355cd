import { hash } from 'node:crypto';
import type { Problems } from '../../core/diagnostic.ts';
import type { SourceId } from '../../core/ids.ts';
import { sortedBy } from '../../core/order.ts';
import type { Evidence, Source } from '../facts.ts';
import { firstBadByte } from '../text/utf8.ts';
import { findQuote, type QuoteMatch } from './anchor.ts';
import type { Lock, LockedQuote, LockedSource } from './lock.ts';
import { SearchText } from './searchText.ts';

/** What anchoring needs beside the evidence. */
export interface AnchorInput {
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** The stored bytes of the sources whose text is at hand. */
  readonly texts: ReadonlyMap<SourceId, Uint8Array>;
  /** The lock of the last time: it keeps the anchors of sources whose text is not at hand. */
  readonly previous?: Lock | undefined;
}

/** Evidence with a quote. */
export type QuotedEvidence = Evidence & { readonly quote: string };

/**
 * Finds every quote in the text of its source, and makes the lock. What cannot be found is reported at the quote.
 *
 * A text counts only when it has the sha256 that the source declares. Sources without a text at hand keep the
 * anchors of the previous lock that still belong to a quote.
 */
export function anchorEvidence(evidence: readonly Evidence[], input: AnchorInput, problems: Problems): Lock {
  const sources = new Map<SourceId, LockedSource>();
  for (const [id, quoted] of quotesBySource(evidence)) {
    const source = input.sources.get(id);
    if (!source) continue;
    const bytes = input.texts.get(id);
    const locked = bytes
      ? anchorIn(source, { bytes, quoted }, problems)
      : keptOf(source, { input, quoted }, problems);
    if (locked) sources.set(id, locked);
  }
  return { version: 1, sources };
}

/** The distinct quotes of each source, both in a fixed order: sources by id, quotes by text and occurrence. */
export function quotesBySource(evidence: readonly Evidence[]): Map<SourceId, QuotedEvidence[]> {
  const bySource = new Map<SourceId, Map<string, QuotedEvidence>>();
  for (const piece of evidence) {
    if (!isQuoted(piece)) continue;
    const quotes = bySource.get(piece.source) ?? new Map<string, QuotedEvidence>();
    bySource.set(piece.source, quotes);
    const key = quoteKey(piece);
    if (!quotes.has(key)) quotes.set(key, piece);
  }
  const sorted = sortedBy(bySource, ([id]) => id);
  return new Map(
    sorted.map(([id, quotes]) => [id, sortedBy(quotes, ([key]) => key).map(([, piece]) => piece)]),
  );
}

export function isQuoted(piece: Evidence): piece is QuotedEvidence {
  return piece.quote !== undefined;
}

/** Two pieces of evidence with the same key in one source have the same anchor. */
export function quoteKey({
  quote,
  occurrence,
}: {
  readonly quote: string;
  readonly occurrence?: number;
}): string {
  return `${quote}\u0000${occurrence ?? ''}`;
}

export function sha256Of(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

/** The text of a source as stored, byte order mark included; undefined and a diagnostic when it is not UTF-8. */
export function storedText(source: Source, bytes: Uint8Array, problems: Problems): SearchText | undefined {
  const offset = firstBadByte(bytes);
  if (offset === undefined)
    return new SearchText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  problems.add('not-utf8', { origin: source.origin, part: 'text' }, { offset });
  return undefined;
}

/** Whether bytes are the ones that the source declares; reports it where not. */
export function isDeclared(source: Source, bytes: Uint8Array, problems: Problems): boolean {
  const found = sha256Of(bytes);
  const at = { origin: source.origin, part: 'sha256' };
  if (source.sha256 === found) return true;
  if (source.sha256 === undefined)
    problems.add('source-without-hash', { origin: source.origin }, { source: source.id, sha256: found });
  else problems.add('source-changed', at, { source: source.id, expected: source.sha256, found });
  return false;
}

interface TextAtHand {
  readonly bytes: Uint8Array;
  readonly quoted: readonly QuotedEvidence[];
}

function anchorIn(
  source: Source,
  { bytes, quoted }: TextAtHand,
  problems: Problems,
): LockedSource | undefined {
  if (!isDeclared(source, bytes, problems)) return undefined;
  const text = storedText(source, bytes, problems);
  if (!text) return undefined;
  const quotes = quoted.flatMap((piece) => anchorQuote(piece, text, problems) ?? []);
  return { sha256: sha256Of(bytes), quotes };
}

function anchorQuote(piece: QuotedEvidence, text: SearchText, problems: Problems): LockedQuote | undefined {
  const { quote, occurrence, source } = piece;
  const at = { origin: piece.origin, part: 'quote' };
  const search = findQuote(quote, text);
  if (search.kind === 'missing') {
    problems.add('quote-not-found', at, { quote, source, nearest: search.nearest });
    return undefined;
  }
  const count = search.matches.length;
  const match =
    count === 1 && occurrence === undefined ? search.matches[0] : search.matches[(occurrence ?? 0) - 1];
  if (!match) {
    problems.add('quote-ambiguous', occurrence === undefined ? at : { ...at, part: 'occurrence' }, {
      quote,
      source,
      count,
    });
    return undefined;
  }
  return lockedOf(piece, match);
}

function lockedOf({ quote, occurrence }: QuotedEvidence, match: QuoteMatch): LockedQuote {
  const { match: _, ...anchor } = match;
  return { quote, ...(occurrence === undefined ? {} : { occurrence }), ...anchor };
}

interface NoText {
  readonly input: AnchorInput;
  readonly quoted: readonly QuotedEvidence[];
}

/** What the previous lock knows of a source whose text is not at hand. */
function keptOf(source: Source, { input, quoted }: NoText, problems: Problems): LockedSource | undefined {
  const { id, sha256 } = source;
  if (sha256 === undefined) return undefined;
  const previous = input.previous?.sources.get(id);
  const known = new Map(previous?.sha256 === sha256 ? previous.quotes.map((q) => [quoteKey(q), q]) : []);
  const quotes = quoted.flatMap((piece) => known.get(quoteKey(piece)) ?? []);
  if (quotes.length < quoted.length)
    problems.add('source-not-at-hand', { origin: source.origin }, { source: id, sha256 });
  return quotes.length === 0 ? undefined : { sha256, quotes };
}
