import type { Problems } from '../../core/diagnostic.ts';
import { SourceText } from '../../core/place.ts';
import { TEXT_LIMITS } from './limits.ts';
import { firstBadByte, foreignEncoding } from './utf8.ts';

/**
 * Decodes a file as UTF-8; anything else is a diagnostic and gives undefined.
 *
 * A byte order mark is skipped with a warning. `not-utf8` stands at the first byte of the first bad sequence.
 * `limit` is in bytes, 64 MiB by default.
 */
export function decode(
  file: string,
  bytes: Uint8Array,
  problems: Problems,
  limit: number = TEXT_LIMITS.fileBytes,
): SourceText | undefined {
  const top = { file, line: 1, column: 1 };
  if (bytes.length > limit) {
    problems.add('file-too-large', top, { bytes: bytes.length, limit });
    return undefined;
  }
  const start = checkEncoding(file, bytes, problems);
  if (start === undefined) return undefined;
  const body = bytes.subarray(start);
  const bad = firstInvalid(body);
  if (bad !== undefined) {
    const before = new SourceText(file, utf8Of(body.subarray(0, bad)));
    problems.add('not-utf8', before.placeAt(before.text.length), { offset: start + bad });
    return undefined;
  }
  const text = utf8Of(body);
  if (!/\S/.test(text)) {
    problems.add('empty-file', top, {});
    return undefined;
  }
  return new SourceText(file, text);
}

/** Where the text begins (behind a byte order mark), or undefined when it is UTF-16 or UTF-32. */
export function checkEncoding(file: string, bytes: Uint8Array, problems: Problems): number | undefined {
  const encoding = foreignEncoding(bytes);
  if (encoding === undefined) return 0;
  const top = { file, line: 1, column: 1 };
  if (encoding === 'utf8-bom') {
    problems.add('byte-order-mark', top, {});
    return 3;
  }
  problems.add('utf16-text', top, { encoding });
  return undefined;
}

/** The text of valid UTF-8, with a byte order mark kept as U+FEFF. */
function utf8Of(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function firstInvalid(bytes: Uint8Array): number | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    return firstBadByte(bytes);
  }
}
