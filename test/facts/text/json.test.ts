import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from '../../../src/facts/text/json.ts';
import { type Tree, toValue } from '../../../src/facts/text/tree.ts';
import { isRefused, rawString, reading } from './reading.ts';

const read = (text: string) => reading(readJson, text);
const plain = (tree: Tree | undefined) => JSON.parse(JSON.stringify(tree && toValue(tree)));

test('scalars are the text as written', () => {
  const { tree } = read('[3.10, 007, true]');
  expect(tree).toBeUndefined();
  expect(plain(read('[3.10, 9007199254740993, -0, 1E+2, true, false, "007"]').tree)).toEqual([
    '3.10',
    '9007199254740993',
    '-0',
    '1E+2',
    'true',
    'false',
    '007',
  ]);
});

test('escapes are read', () => {
  expect(plain(read('"a\\"\\\\\\/\\n\\r\\t\\u00e9\\ud83d\\ude00z"').tree)).toBe('a"\\/\n\r\té😀z');
});

test.each([
  ['{"a" 1}', 'json-syntax 1:6'],
  ['{"a": 1 "b": 2}', 'json-syntax 1:9'],
  ['{"a": 1,}', 'json-syntax 1:9'],
  ['[1,]', 'json-syntax 1:4'],
  ['[1 2]', 'json-syntax 1:4'],
  ['[1', 'json-syntax 1:3'],
  ['{a: 1}', 'json-syntax 1:2'],
  ["['a']", 'json-syntax 1:2'],
  ['[01]', 'json-syntax 1:2'],
  ['[+1]', 'json-syntax 1:2'],
  ['[.5]', 'json-syntax 1:2'],
  ['[1.]', 'json-syntax 1:2'],
  ['[1e]', 'json-syntax 1:2'],
  ['[-]', 'json-syntax 1:2'],
  ['[NaN]', 'json-syntax 1:2'],
  ['[truer]', 'json-syntax 1:2'],
  ['[True]', 'json-syntax 1:2'],
  ['"a\nb"', 'json-syntax 1:3'],
  ['"a\tb"', 'json-syntax 1:3'],
  ['["abc]', 'json-syntax 1:2'],
  ['["\\x41"]', 'json-syntax 1:3'],
  ['["\\u12g4"]', 'json-syntax 1:3'],
  ['[1] [2]', 'json-syntax 1:5'],
  ['[1] // no', 'json-syntax 1:5'],
  ['', 'json-syntax 1:1'],
  ['\n {"é": "😀", x}', 'json-syntax 2:13'],
  ['\u00a0[1]', 'json-syntax 1:1'],
  ['[null]', 'null-value 1:2'],
  ['{"a": 1,\n "a": 2}', 'duplicate-key 2:2'],
  ['{"a": 1, "\\u0061": 2}', 'duplicate-key 1:10'],
  ['["x\\u0000"]', 'control-character 1:2'],
  ['["x\\u0007"]', 'control-character 1:2'],
  ['["x\u0007"]', 'control-character 1:4'],
  ['["x\\ud800"]', 'lone-surrogate 1:2'],
  ['["x\\ude00\\ud83d"]', 'lone-surrogate 1:2'],
  ['{"x\\ud800": 1}', 'lone-surrogate 1:2'],
  ['["x\ud800"]', 'lone-surrogate 1:4'],
])('%j is %s', (text, code) => {
  expect(read(text).codes).toEqual([code]);
});

test('all problems are reported, up to a syntax error', () => {
  const { codes } = read('{"a": null,\n"b": 1,\n"b": "\\u0000",\n"b": 2,\n"c" 1,\n"d": null}');
  expect(codes).toEqual([
    'null-value 1:7',
    'duplicate-key 3:1',
    'control-character 3:6',
    'duplicate-key 4:1',
    'json-syntax 5:5',
  ]);
});

test('a duplicate key names the line of the first, in small and large maps', () => {
  for (const size of [1, 11, 12, 13, 100]) {
    const lines = Array.from({ length: size }, (_, i) => `"k${i}": 1,\n`).join('');
    const { problems } = read(`{\n${lines}"k0": 2}`);
    expect(problems.diagnostics).toMatchObject([
      { code: 'duplicate-key', params: { key: 'k0', firstLine: 2 }, place: { line: size + 2, column: 1 } },
    ]);
  }
});

test('64 levels are read, 65 are refused', () => {
  expect(read('['.repeat(64) + ']'.repeat(64)).codes).toEqual([]);
  expect(read('['.repeat(65) + ']'.repeat(65)).codes).toEqual(['too-deep 1:65']);
});

const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    rawString,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(rawString, tie('value')), { maxLength: 4 })
      .map((pairs) => Object.fromEntries(new Map(pairs))),
  ),
})).value;

function anyText(value: unknown, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value);
  if (Array.isArray(value)) return value.some((item) => anyText(item, test));
  return Object.entries(value as object).some(([key, item]) => test(key) || anyText(item, test));
}

test('any value of raw strings comes back, or is refused for a character', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 2), (value, indent) => {
      const { tree, problems } = read(JSON.stringify(value, undefined, indent));
      if (anyText(value, isRefused)) {
        expect(
          problems.diagnostics.every(
            ({ code }) =>
              code === 'control-character' || code === 'lone-surrogate' || code === 'duplicate-key',
          ),
        ).toBe(true);
        expect(problems.errors).toBeGreaterThan(0);
      } else {
        expect(problems.errors).toBe(0);
        expect(plain(tree)).toEqual(value);
      }
    }),
    { numRuns: 5000 },
  );
});

test('what JSON.parse refuses is refused, what is read is what JSON.parse reads', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-',
    '0',
    '.5',
    'e3',
    'true',
    ' ',
    '\n',
    '"\\n"',
    '"',
    '\\',
    'x',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
      const text = parts.join('');
      const { tree } = read(text);
      if (!tree) return;
      const typed = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(typed);
        if (typeof value === 'object')
          return Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, typed(v)]));
        return String(value);
      };
      const loose = (value: unknown): unknown =>
        JSON.parse(JSON.stringify(value), (_, v) =>
          typeof v === 'string' && v !== '' && !Number.isNaN(Number(v)) ? String(Number(v)) : v,
        );
      expect(loose(toValue(tree))).toEqual(loose(typed(JSON.parse(text))));
    }),
    { numRuns: 20000 },
  );
});

test('offsets point at the value', () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(value, undefined, 1);
      const { tree } = read(text);
      const check = (node: Tree): void => {
        const first = text[node.offset];
        if (node.kind === 'scalar' && node.refused) return;
        if (node.kind === 'scalar')
          expect(text.startsWith(JSON.stringify(node.text), node.offset)).toBe(true);
        else expect(first).toBe(node.kind === 'map' ? '{' : '[');
        if (node.kind === 'list') node.items.forEach(check);
        if (node.kind !== 'map') return;
        for (const entry of node.entries) {
          if (isRefused(entry.key) || entry.key === '') continue;
          expect(text.startsWith(JSON.stringify(entry.key), entry.keyOffset)).toBe(true);
          check(entry.value);
        }
      };
      if (tree) check(tree);
    }),
    { numRuns: 2000 },
  );
});
