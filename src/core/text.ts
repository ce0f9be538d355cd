/** A character that may not stand where it was found. */
export interface BadCharacter {
  /** In UTF-16 units from 0. */
  readonly index: number;
  /** `U+0000`. */
  readonly codePoint: string;
}

/** `kind` is the diagnostic code that tells of it. */
export interface IllegalCharacter extends BadCharacter {
  readonly kind: 'lone-surrogate' | 'control-character';
}

// With the flag `u` a surrogate in the class matches only where it stands alone.
const ILLEGAL = /[\0\ud800-\udfff]/u;
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The first character that no text may hold: a lone surrogate or U+0000. */
export function findIllegal(text: string): IllegalCharacter | undefined {
  const found = find(ILLEGAL, text);
  return found && { ...found, kind: found.codePoint === 'U+0000' ? 'control-character' : 'lone-surrogate' };
}

/** The first character outside the Char production of XML 1.0 (clause 2.2). */
export function findNonXml(text: string): BadCharacter | undefined {
  return find(NOT_XML, text);
}

/** The number of code points; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let length = text.length;
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00 || (text.charCodeAt(i - 1) & 0xfc00) !== 0xd800) continue;
    length--;
  }
  return length;
}

/** A code point as Unicode writes it: `U+0020`. */
export function showCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function find(bad: RegExp, text: string): BadCharacter | undefined {
  const index = text.search(bad);
  return index < 0 ? undefined : { index, codePoint: showCodePoint(text.codePointAt(index) ?? 0) };
}

/** The most bytes that V8 turns into one text; of more it does not throw but dies. */
export const TEXT_LIMIT = 2 ** 29 - 25;

/** The text of UTF-8 bytes. Throws an Error for other bytes, and for more than 512 MiB. */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > TEXT_LIMIT)
    throw new Error('it is longer than 512 MiB, too long to be read as one text');
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
