import type { Code, ProblemParams } from '../../core/diagnostic.ts';
import { showCodePoint } from '../../core/text.ts';
import { refusedCharacters } from './characters.ts';
import { TEXT_LIMITS, type TextLimits } from './limits.ts';
import { refusedTree, refusedTwice, type ScalarTree, type Tree, type TreeEntry } from './tree.ts';

/** Where a {@link JsonParser} reports; offsets are UTF-16 offsets into the text at hand. */
export interface JsonSink {
  report<C extends Code>(code: C, offset: number, params: ProblemParams[C]): void;
  /** The line of an offset, from 1. */
  lineAt(offset: number): number;
}

/** A map with more keys than this is checked for duplicates by a `Map` instead of one by one. */
const FEW_KEYS = 12;
const KEY_SLOTS = 256;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Reads JSON (RFC 8259, nothing looser) into trees that keep offsets and the text of numbers.
 *
 * One parser reads many texts: it keeps the keys it met, so that a key of a million lines is one string. After a
 * syntax error nothing more of that text is read; all other problems are collected.
 */
export class JsonParser {
  readonly #sink: JsonSink;
  readonly #limits: TextLimits;
  readonly #keys: (string | undefined)[] = new Array(KEY_SLOTS);
  #text = '';
  #pos = 0;
  #depth = 0;
  #values = 0;
  #problems = 0;
  #stopped = false;

  constructor(sink: JsonSink, limits: TextLimits = TEXT_LIMITS) {
    this.#sink = sink;
    this.#limits = limits;
  }

  /** The tree of a whole text, with stand-ins for what was refused; undefined after a syntax error or a limit. */
  parse(text: string): Tree | undefined {
    this.#text = text;
    this.#pos = 0;
    this.#depth = 0;
    this.#values = 0;
    this.#problems = 0;
    this.#stopped = false;
    const tree = this.#value();
    if (tree) {
      this.#skipBlanks();
      if (this.#pos < text.length) this.#fail('there is more after the end of the value');
    }
    return this.#stopped ? undefined : tree;
  }

  /** Undefined means that a syntax error or a limit ended the reading. */
  #value(): Tree | undefined {
    this.#skipBlanks();
    if (++this.#values > this.#limits.values) {
      return this.#stop('limit-exceeded', { what: 'values in one file', limit: this.#limits.values });
    }
    const unit = this.#text.charCodeAt(this.#pos);
    if (unit === 0x22) return this.#scalarString();
    if (unit === 0x7b) return this.#nested(() => this.#map());
    if (unit === 0x5b) return this.#nested(() => this.#list());
    if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) return this.#number();
    return this.#word();
  }

  #nested(read: () => Tree | undefined): Tree | undefined {
    if (++this.#depth > this.#limits.depth) return this.#stop('too-deep', { limit: this.#limits.depth });
    const tree = read();
    this.#depth--;
    return tree;
  }

  #list(): Tree | undefined {
    const offset = this.#pos++;
    const items: Tree[] = [];
    if (this.#closes(0x5d)) return { kind: 'list', items, offset };
    for (;;) {
      const item = this.#value();
      if (!item) return undefined;
      items.push(item);
      if (this.#closes(0x5d)) return { kind: 'list', items, offset };
      if (!this.#expect(0x2c, 'a comma or "]" is missing')) return undefined;
    }
  }

  #map(): Tree | undefined {
    const offset = this.#pos++;
    const entries: TreeEntry[] = [];
    const seen = new SeenKeys();
    if (this.#closes(0x7d)) return { kind: 'map', entries, offset };
    for (;;) {
      const entry = this.#entry();
      if (!entry) return undefined;
      const first = seen.add(entry, entries);
      if (first) this.#duplicate(entries, { entry, first });
      else entries.push(entry);
      if (this.#closes(0x7d)) return { kind: 'map', entries, offset };
      if (!this.#expect(0x2c, 'a comma or "}" is missing')) return undefined;
    }
  }

  #entry(): TreeEntry | undefined {
    this.#skipBlanks();
    const keyOffset = this.#pos;
    if (this.#text.charCodeAt(keyOffset) !== 0x22) return this.#fail('a key in double quotes is missing');
    const before = this.#problems;
    const key = this.#key();
    if (key === undefined) return undefined;
    const refused = this.#problems > before;
    this.#skipBlanks();
    if (!this.#expect(0x3a, 'a colon is missing after the key')) return undefined;
    const value = this.#value();
    return value && { key, keyOffset, value: refused ? refusedTree(keyOffset, [value]) : value };
  }

  #duplicate(entries: TreeEntry[], { entry, first }: { entry: TreeEntry; first: TreeEntry }): void {
    entries[entries.findIndex(({ key }) => key === entry.key)] = {
      ...first,
      value: refusedTwice(first.value, entry.value),
    };
    const firstLine = this.#sink.lineAt(first.keyOffset);
    this.#report('duplicate-key', entry.keyOffset, { key: entry.key, firstLine });
  }

  /** A key: the string met before where it is the same. */
  #key(): string | undefined {
    const start = this.#pos + 1;
    const end = this.#plainEnd(start);
    if (end === undefined) return this.#string();
    const length = end - start;
    const ends = this.#text.charCodeAt(start) * 7 + this.#text.charCodeAt(end - 1) * 31;
    const slot = (length + ends) % KEY_SLOTS;
    const known = this.#keys[slot];
    this.#pos = end + 1;
    if (known !== undefined && known.length === length && this.#text.startsWith(known, start)) return known;
    const key = this.#text.slice(start, end);
    this.#keys[slot] = key;
    return key;
  }

  #scalarString(): ScalarTree | undefined {
    const offset = this.#pos;
    const before = this.#problems;
    const text = this.#string();
    if (text === undefined) return undefined;
    return this.#problems > before ? refusedTree(offset) : { kind: 'scalar', text, offset };
  }

  #string(): string | undefined {
    const start = this.#pos + 1;
    const end = this.#plainEnd(start);
    if (end === undefined) return this.#escapedString(start);
    this.#pos = end + 1;
    return this.#text.slice(start, end);
  }

  /** The offset of the closing quote, or undefined when something else comes first that needs a look. */
  #plainEnd(start: number): number | undefined {
    const text = this.#text;
    for (let i = start; ; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0x22) return i;
      // The comparison is false at the end of the text too, where the unit is NaN.
      if (unit === 0x5c || !(unit >= 0x20)) return undefined;
    }
  }

  #escapedString(start: number): string | undefined {
    const parts: string[] = [];
    let from = start;
    for (let i = start; ; i++) {
      const unit = this.#text.charCodeAt(i);
      if (unit === 0x22) {
        parts.push(this.#text.slice(from, i));
        this.#pos = i + 1;
        return this.#checked(parts.join(''), start - 1);
      }
      if (!(unit >= 0x20)) return this.#badUnit(start - 1, i);
      if (unit !== 0x5c) continue;
      const character = this.#escape(i + 1);
      if (character === undefined) return undefined;
      parts.push(this.#text.slice(from, i), character);
      i += this.#text[i + 1] === 'u' ? 5 : 1;
      from = i + 1;
    }
  }

  /** The character of the escape whose letter stands at `at`. */
  #escape(at: number): string | undefined {
    const letter = this.#text[at] ?? '';
    if (letter === 'u') {
      const digits = this.#text.slice(at + 1, at + 5);
      if (/^[0-9A-Fa-f]{4}$/.test(digits)) return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = ESCAPES.get(letter);
    return character ?? this.#failAt(at - 1, 'there is no such escape');
  }

  #badUnit(start: number, at: number): undefined {
    const unit = this.#text.charCodeAt(at);
    if (Number.isNaN(unit)) return this.#failAt(start, 'the closing quote of this text is missing');
    return this.#failAt(at, `${showCodePoint(unit)} inside a text must be written as an escape`);
  }

  /** Only escapes can make what must not be in a text. */
  #checked(text: string, offset: number): string {
    const [refused] = refusedCharacters(text);
    if (refused) this.#report(refused.code, offset, { codePoint: refused.codePoint });
    return text;
  }

  #number(): ScalarTree | undefined {
    const offset = this.#pos;
    NUMBER.lastIndex = offset;
    const end = NUMBER.test(this.#text) ? NUMBER.lastIndex : offset;
    if (end === offset || /[\w.+-]/.test(this.#text[end] ?? '')) return this.#fail('this is no JSON number');
    this.#pos = end;
    return { kind: 'scalar', text: this.#text.slice(offset, end), offset };
  }

  #word(): ScalarTree | undefined {
    const offset = this.#pos;
    for (const text of ['true', 'false', 'null']) {
      if (!this.#text.startsWith(text, offset) || /\w/.test(this.#text[offset + text.length] ?? '')) continue;
      this.#pos += text.length;
      if (text === 'null') {
        this.#report('null-value', offset, {});
        return refusedTree(offset);
      }
      return { kind: 'scalar', text, offset };
    }
    return this.#fail(
      offset < this.#text.length ? 'a value is expected here' : 'the text ends before the value does',
    );
  }

  #closes(bracket: number): boolean {
    this.#skipBlanks();
    if (this.#text.charCodeAt(this.#pos) !== bracket) return false;
    this.#pos++;
    return true;
  }

  #expect(unit: number, detail: string): boolean {
    if (this.#text.charCodeAt(this.#pos) !== unit) {
      this.#fail(detail);
      return false;
    }
    this.#pos++;
    return true;
  }

  #skipBlanks(): void {
    for (;;) {
      const unit = this.#text.charCodeAt(this.#pos);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return;
      this.#pos++;
    }
  }

  #fail(detail: string): undefined {
    return this.#failAt(this.#pos, detail);
  }

  #failAt(offset: number, detail: string): undefined {
    this.#stopped = true;
    this.#report('json-syntax', offset, { detail });
  }

  #stop<C extends Code>(code: C, params: ProblemParams[C]): undefined {
    this.#stopped = true;
    this.#report(code, this.#pos, params);
  }

  #report<C extends Code>(code: C, offset: number, params: ProblemParams[C]): void {
    this.#problems++;
    this.#sink.report(code, offset, params);
  }
}

/** Finds the first of two equal keys of a map in constant time, without a `Map` where there are few. */
class SeenKeys {
  #byKey: Map<string, TreeEntry> | undefined;

  /** The entry that has the key already, or undefined. */
  add(entry: TreeEntry, before: readonly TreeEntry[]): TreeEntry | undefined {
    if (before.length < FEW_KEYS) {
      for (const other of before) if (other.key === entry.key) return other;
      return undefined;
    }
    this.#byKey ??= new Map(before.map((other) => [other.key, other]));
    const first = this.#byKey.get(entry.key);
    if (!first) this.#byKey.set(entry.key, entry);
    return first;
  }
}
