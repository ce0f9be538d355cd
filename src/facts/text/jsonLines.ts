import { isUtf8 } from 'node:buffer';
import type { Problems } from '../../core/diagnostic.ts';
import type { Origin, Place } from '../../core/place.ts';
import { codePointLength } from '../../core/text.ts';
import { checkEncoding } from './decode.ts';
import { JsonParser, type JsonSink } from './jsonParser.ts';
import { TEXT_LIMITS, type TextLimits } from './limits.ts';
import { offsetAt, type Tree } from './tree.ts';
import { firstBadByte } from './utf8.ts';

/** One value of a JSON lines file, and where its line stands: see {@link lineOrigin}. */
export interface JsonLine {
  readonly tree: Tree;
  /** From 1. */
  readonly line: number;
  readonly byteOffset: number;
}

/**
 * Reads the values of a JSON lines file, one a line, in order; blank lines are skipped.
 *
 * A bad line is reported and left out, and the reading goes on. The file is never one string, so that it may be
 * larger than a string can be.
 */
export function* readJsonLines(
  file: string,
  bytes: Uint8Array,
  problems: Problems,
  limits: TextLimits = TEXT_LIMITS,
): Generator<JsonLine> {
  const start = checkEncoding(file, bytes, problems);
  if (start === undefined) return;
  const reader = new LineReader(file, bytes, problems, limits);
  let filled = false;
  let line = 0;
  for (let from = start; from < bytes.length; ) {
    const end = endOfLine(bytes, from);
    const text = reader.textAt(from, end, ++line);
    filled ||= text === undefined || text.trim() !== '';
    const tree = text === undefined || text.trim() === '' ? undefined : reader.parse(text, line);
    if (tree) yield { tree, line, byteOffset: from };
    from = end + 1;
  }
  if (!filled) problems.add('empty-file', { file, line: 1, column: 1 }, {});
}

/**
 * The origin of a value of a JSON lines file. Its `place` decodes and parses the line again, so that a million
 * records need no places until one is asked for. `part` may be a dotted path: `qualifiers.position`.
 */
export function lineOrigin(file: string, bytes: Uint8Array, byteOffset: number, line: number): Origin {
  return {
    place(part?: string): Place {
      const text = utf8Of(bytes).toString('utf8', byteOffset, endOfLine(bytes, byteOffset));
      const tree = new JsonParser({ report: () => {}, lineAt: () => line }).parse(text);
      const offset = tree ? offsetAt(tree, part === undefined ? [] : pathOf(tree, part)) : 0;
      return { file, line, column: codePointLength(text.slice(0, offset)) + 1 };
    },
  };
}

/** The keys of a dotted path; a key that has a dot itself is found by trying longer ones. */
function pathOf(tree: Tree, part: string): string[] {
  const words = part.split('.');
  if (tree.kind !== 'map') return words;
  for (let length = 1; length <= words.length; length++) {
    const key = words.slice(0, length).join('.');
    const entry = tree.entries.find((candidate) => candidate.key === key);
    if (!entry) continue;
    const rest = words.slice(length).join('.');
    return rest === '' ? [key] : [key, ...pathOf(entry.value, rest)];
  }
  return words;
}

/** Decodes and parses lines, and reports what is wrong in them. */
class LineReader implements JsonSink {
  readonly #file: string;
  readonly #buffer: Buffer;
  readonly #valid: boolean;
  readonly #problems: Problems;
  readonly #limits: TextLimits;
  readonly #parser: JsonParser;
  #line = 0;
  #text = '';

  constructor(file: string, bytes: Uint8Array, problems: Problems, limits: TextLimits) {
    this.#file = file;
    this.#buffer = utf8Of(bytes);
    this.#valid = isUtf8(bytes);
    this.#problems = problems;
    this.#limits = limits;
    this.#parser = new JsonParser(this, limits);
  }

  /** The text of a line, or undefined when it was reported as too long or not UTF-8. */
  textAt(from: number, end: number, line: number): string | undefined {
    const limit = this.#limits.lineBytes;
    if (end - from > limit) {
      this.#problems.add(
        'limit-exceeded',
        { file: this.#file, line, column: 1 },
        { what: 'bytes in one line', limit },
      );
      return undefined;
    }
    if (!this.#valid && !this.#isValid(from, end, line)) return undefined;
    return this.#buffer.toString('utf8', from, end);
  }

  parse(text: string, line: number): Tree | undefined {
    this.#text = text;
    this.#line = line;
    return this.#parser.parse(text);
  }

  report: JsonSink['report'] = (code, offset, params) => {
    const text = this.#text;
    const line = this.#line;
    const origin = {
      place: () => ({ file: this.#file, line, column: codePointLength(text.slice(0, offset)) + 1 }),
    };
    this.#problems.add(code, { origin }, params);
  };

  lineAt(): number {
    return this.#line;
  }

  #isValid(from: number, end: number, line: number): boolean {
    const bad = firstBadByte(this.#buffer.subarray(from, end));
    if (bad === undefined) return true;
    const before = this.#buffer.toString('utf8', from, from + bad);
    this.#problems.add(
      'not-utf8',
      { file: this.#file, line, column: codePointLength(before) + 1 },
      { offset: from + bad },
    );
    return false;
  }
}

/** The offset of the line feed that ends a line, or of the end of the file. */
function endOfLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0x0a, from);
  return at === -1 ? bytes.length : at;
}

/** A view that decodes ranges without copying the bytes. */
function utf8Of(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
