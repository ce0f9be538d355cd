import { type MappedText, replaced, rewritten, unchanged } from './mappedText.ts';
import { repairsOf } from './repair.ts';

/** Marks, and Hangul letters, that NFC may join with what stands before; and single characters that it replaces. */
const CLUSTER =
  /\P{M}\p{M}+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|[\u0340-\u2fff\uf900-\ufaff]/gu;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;
const FOLDED = /[‘’‚‛‹›ʼ′“”„‟«»″‐‑‒–—―−…]/g;
const BLANKS = /\s+/g;

/** The stored text of a source, ready for many quotes to be looked up: what each look-up needs is made once. */
export class SearchText {
  readonly stored: string;
  #normalised: MappedText | undefined;
  #codePoints: Uint32Array | undefined;

  constructor(stored: string) {
    this.stored = stored;
  }

  /** The text in the form in which quotes are compared: see {@link normalised}. */
  get normalised(): MappedText {
    this.#normalised ??= normalised(this.stored);
    return this.#normalised;
  }

  /** The code point offset of a UTF-16 offset into the stored text. */
  codePointOffset(unit: number): number {
    this.#codePoints ??= codePointOffsets(this.stored);
    return this.#codePoints[unit] ?? 0;
  }
}

/**
 * The form in which quotes are compared: repaired, in NFC, soft hyphens and zero-width characters dropped, quotation
 * marks, dashes and ellipses as in ASCII, a run of white space as one blank. Case counts.
 */
export function normalised(text: string): MappedText {
  let mapped = replaced(unchanged(text), repairsOf(text));
  if (mapped.text.normalize('NFC') !== mapped.text) {
    mapped = rewritten(mapped, CLUSTER, (cluster) => cluster.normalize('NFC'));
  }
  mapped = rewritten(mapped, INVISIBLE, () => '');
  mapped = rewritten(mapped, FOLDED, fold);
  return rewritten(mapped, BLANKS, () => ' ');
}

function fold(character: string): string {
  if (character === '…') return '...';
  if ('‘’‚‛‹›ʼ′'.includes(character)) return "'";
  return '“”„‟«»″'.includes(character) ? '"' : '-';
}

/** For each UTF-16 offset the number of code points before it. */
function codePointOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    offsets[i] = count;
    const wide = (text.codePointAt(i) ?? 0) > 0xffff;
    if (!wide) count++;
  }
  offsets[text.length] = count;
  return offsets;
}
