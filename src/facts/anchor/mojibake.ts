import type { Replacement } from './mappedText.ts';

/** Windows-1252 from 0x80 to 0x9f; the five bytes it leaves undefined stand for themselves, as in browsers. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES: ReadonlyMap<string, number> = new Map([...HIGH].map((character, i) => [character, 0x80 + i]));

/** Punctuation, blanks and signs that may honestly follow a letter. */
const HONEST = /^[‘’“”…–—‹›«»•·°²³¹ªº©®™€\u00a0\u00ad]+$/;
const LETTER = /\p{L}/u;

/** A stretch that is UTF-8 read as Windows-1252, and what it was. */
interface Sequence extends Replacement {
  /** What stands behind the first character may honestly follow a letter: `É”` in capitals. */
  readonly doubtful: boolean;
}

/** The stretches of a text that are UTF-8 read as Windows-1252 (`â€™` for `’`), with what they were. */
export function mojibake(text: string): Replacement[] {
  const sequences = findSequences(text);
  return sequences.filter((sequence, i) => isCredible(text, sequence, [sequences[i - 1], sequences[i + 1]]));
}

function findSequences(text: string): Sequence[] {
  const sequences: Sequence[] = [];
  // What starts a sequence of two to four bytes: U+00C2 to U+00F4 are the same in Windows-1252.
  for (const { index } of text.matchAll(/[\u00c2-\u00f4]/g)) {
    if (index < (sequences.at(-1)?.to ?? 0)) continue;
    const sequence = sequenceAt(text, index);
    if (sequence) sequences.push(sequence);
  }
  return sequences;
}

function sequenceAt(text: string, from: number): Sequence | undefined {
  const lead = text.charCodeAt(from);
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const bytes = [lead];
  for (let i = 1; i < length; i++) {
    const byte = byteOf(text, from + i);
    // The closing quote ends in 0x9d, which Windows-1252 does not have: it is often lost.
    if (i === 2 && text.startsWith('â€', from) && !isFollowing(byte))
      return { from, to: from + 2, text: '”', doubtful: false };
    if (byte === undefined || !isFollowing(byte)) return undefined;
    bytes.push(byte);
  }
  const decoded = characterOf(bytes);
  if (decoded === undefined) return undefined;
  const to = from + length;
  return { from, to, text: decoded, doubtful: HONEST.test(text.slice(from + 1, to)) };
}

function byteOf(text: string, index: number): number | undefined {
  const unit = text.charCodeAt(index);
  return unit < 0x100 ? unit : BYTES.get(text[index] ?? '');
}

function isFollowing(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** The smallest code point of a UTF-8 sequence, by its length. */
const SMALLEST: readonly number[] = [0, 0, 0x80, 0x800, 0x10000];

/** The character of a UTF-8 sequence whose bytes have the right form. */
function characterOf(bytes: readonly number[]): string | undefined {
  const lead = (bytes[0] ?? 0) & (0x7f >> bytes.length);
  const codePoint = bytes.slice(1).reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead);
  const isSurrogate = codePoint >= 0xd800 && codePoint < 0xe000;
  if (codePoint < (SMALLEST[bytes.length] ?? 0) || codePoint > 0x10ffff || isSurrogate) return undefined;
  return String.fromCodePoint(codePoint);
}

/**
 * Whether a sequence is damage rather than honest text. What was punctuation or a Latin-1 letter always is; of the
 * others, those that are not doubtful, or touch another one, or (Latin letters) go on in the middle of a word.
 */
function isCredible(
  text: string,
  sequence: Sequence,
  neighbours: readonly (Sequence | undefined)[],
): boolean {
  const codePoint = sequence.text.codePointAt(0) ?? 0;
  if (codePoint < 0xa0) return false;
  if (codePoint < 0x100 || (codePoint >= 0x2000 && codePoint < 0x2300) || codePoint === 0xfeff) return true;
  if (!sequence.doubtful) return true;
  if (neighbours.some((other) => other?.to === sequence.from || other?.from === sequence.to)) return true;
  return codePoint < 0x180 && LETTER.test(text[sequence.to] ?? '');
}
