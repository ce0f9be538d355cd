import type { Problems } from '../../core/diagnostic.ts';
import type { SourceId } from '../../core/ids.ts';
import type { Anchor, Evidence, Source } from '../facts.ts';
import { findQuote } from './anchor.ts';
import { isDeclared, isQuoted, quoteKey, storedText } from './anchorEvidence.ts';
import type { Lock, LockedQuote } from './lock.ts';
import type { SearchText } from './searchText.ts';

/** The lock, the sources, and those of them whose quotes are not reported. */
export interface LockInput {
  readonly lock: Lock | undefined;
  readonly sources: ReadonlyMap<SourceId, Source>;
  readonly unblamed?: ReadonlySet<SourceId> | undefined;
}

/**
 * Attaches the anchors of a lock to evidence, in the same order.
 *
 * A quote of a source that declares its sha256 and has no anchor in the lock, or one of another text, is
 * `quote-not-anchored`; a source without sha256 has no stored text to point into.
 */
export function applyLock(
  evidence: readonly Evidence[],
  { lock, sources, unblamed }: LockInput,
  problems: Problems,
): Evidence[] {
  const anchors = anchorsOf(lock, sources);
  return evidence.map((piece) => {
    if (!isQuoted(piece)) return piece;
    const locked = anchors.get(piece.source)?.get(quoteKey(piece));
    if (locked) return { ...piece, anchor: anchorOf(locked) };
    if (sources.get(piece.source)?.sha256 !== undefined && !unblamed?.has(piece.source)) {
      const { quote, source } = piece;
      problems.add('quote-not-anchored', { origin: piece.origin, part: 'quote' }, { quote, source });
    }
    return piece;
  });
}

function anchorsOf(
  lock: Lock | undefined,
  sources: ReadonlyMap<SourceId, Source>,
): Map<SourceId, Map<string, LockedQuote>> {
  const anchors = new Map<SourceId, Map<string, LockedQuote>>();
  for (const [id, { sha256, quotes }] of lock?.sources ?? []) {
    if (sources.get(id)?.sha256 === sha256)
      anchors.set(id, new Map(quotes.map((quote) => [quoteKey(quote), quote])));
  }
  return anchors;
}

function anchorOf({ start, end, exact, prefix, suffix }: LockedQuote): Anchor {
  return { start, end, ...(exact === undefined ? {} : { exact }), prefix, suffix };
}

/** How many anchors were compared with the stored text, and how many could not be. */
export interface AnchorCheck {
  readonly verified: number;
  readonly notAtHand: number;
}

/**
 * Looks each anchored quote up again in the texts at hand; one that is not found at its offsets, with the same
 * words around it, is `quote-moved`; those of a text that is not the declared one are not counted. Evidence without an anchor is left alone.
 */
export function verifyLock(
  evidence: readonly Evidence[],
  {
    sources,
    texts,
  }: { readonly sources: ReadonlyMap<SourceId, Source>; readonly texts: ReadonlyMap<SourceId, Uint8Array> },
  problems: Problems,
): AnchorCheck {
  const readable = new Map<SourceId, SearchText | undefined>();
  for (const [id, bytes] of texts) {
    const source = sources.get(id);
    if (source && isDeclared(source, bytes, problems)) readable.set(id, storedText(source, bytes, problems));
  }
  let verified = 0;
  let notAtHand = 0;
  for (const piece of evidence) {
    if (!isQuoted(piece) || !piece.anchor) continue;
    const { quote, source } = piece;
    const text = readable.get(source);
    if (!text) notAtHand += texts.has(source) ? 0 : 1;
    else if (standsAt(quote, piece.anchor, text)) verified++;
    else problems.add('quote-moved', { origin: piece.origin, part: 'quote' }, { quote, source });
  }
  return { verified, notAtHand };
}

function standsAt(quote: string, anchor: Anchor, text: SearchText): boolean {
  const search = findQuote(quote, text);
  return search.kind === 'found' && search.matches.some((match) => isSame(match, anchor));
}

function isSame(a: Anchor, b: Anchor): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix
  );
}
