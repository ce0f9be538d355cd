/**
 * Byte text: a string whose UTF-16 units are the bytes of the UTF-8 of a text.
 *
 * V8 holds such a string with one byte a unit and copies it to a buffer as it is. A single letter beyond U+00FF would
 * make every chunk that it gets into twice as large and several times as slow to encode. Its order is that of the bytes.
 */

const BEYOND_ASCII = /[^\0-\x7f]/;

/** The text, which holds no lone surrogate, as byte text; most texts of a file are ASCII and stay what they are. */
export function toByteText(text: string): string {
  return BEYOND_ASCII.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}

/** Byte text as the bytes that it stands for. */
export function* bytesOf(chunks: Iterable<string>): Generator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk, 'latin1');
}

/** Byte text as text; a chunk must not end in the middle of a character. */
export function* textOf(chunks: Iterable<string>): Generator<string> {
  for (const chunk of chunks) yield Buffer.from(chunk, 'latin1').toString('utf8');
}
