import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type Tree, toValue } from '../../../src/facts/text/tree.ts';
import { readYaml } from '../../../src/facts/text/yaml.ts';
import { isRefused, rawString, reading } from './reading.ts';

const read = (text: string) => reading(readYaml, text);
const plain = (tree: Tree | undefined) => tree && JSON.parse(JSON.stringify(toValue(tree)));

test('scalars are the text as written', () => {
  const text =
    'a: 3.10\nb: 007\nc: 9007199254740993\nd: true\ne: 2021-10-21\nf: "null"\ng: 0x1F\nh: no\ni: ""';
  expect(plain(read(text).tree)).toEqual({
    a: '3.10',
    b: '007',
    c: '9007199254740993',
    d: 'true',
    e: '2021-10-21',
    f: 'null',
    g: '0x1F',
    h: 'no',
    i: '',
  });
});

test('block and flow forms, comments, a start mark, CRLF', () => {
  const text =
    '# top\r\n---\r\nfacts:\r\n  - { a: "x, y", b: [1, 2] } # here\r\n  - |\r\n    two\r\n    lines\r\n__proto__: x\r\n';
  expect(JSON.stringify(toValue(read(text).tree as Tree))).toBe(
    '{"facts":[{"a":"x, y","b":["1","2"]},"two\\nlines\\n"],"__proto__":"x"}',
  );
});

test.each([
  ['a: b: c', 'yaml-syntax 1:4'],
  ['a:\n\t- b', 'yaml-syntax 2:1'],
  ['a: "x\n', 'yaml-syntax 2:1'],
  ['a: [1, 2\nb: 3', 'yaml-syntax 2:1'],
  ['a: {x: 1 y: 2}', 'yaml-syntax 1:8'],
  ['a: "\\q"', 'yaml-syntax 1:5'],
  ['a: @x', 'yaml-syntax 1:4'],
  ['a: *b', 'yaml-syntax 1:4'],
  ['a: &x [*x]', 'yaml-syntax 1:8'],
  ['a: 1\nb', 'yaml-syntax 2:1'],
  ['a: !custom x', 'yaml-feature 1:4'],
  ['a: !!binary aGk=', 'yaml-feature 1:4'],
  ['a: !!js/function x', 'yaml-feature 1:4'],
  ['%YAML 1.1\n---\na: yes', 'yaml-feature 1:1'],
  ['a: 1\n---\nb: 2', 'yaml-feature 2:1'],
  ['a: &x {b: 1}\nc:\n  <<: *x', 'yaml-feature 3:3'],
  ['? [a]\n: 1', 'yaml-feature 1:3'],
  ['{a: 1}: 2', 'yaml-feature 1:1'],
  ['a: &x b\n*x : c', 'yaml-feature 2:1'],
  ['a: 1\na: 2', 'duplicate-key 2:1'],
  ['1: a\n"1": b', 'duplicate-key 2:1'],
  ['{a: 1, a: 2}', 'duplicate-key 1:8'],
  ['a:', 'null-value 1:3'],
  ['a: ~', 'null-value 1:4'],
  ['a: null', 'null-value 1:4'],
  ['- \n- b', 'null-value 1:3'],
  ['{a}', 'null-value 1:2'],
  [': b', 'null-value 1:1'],
  ['a: "x\\0"', 'control-character 1:4'],
  ['a: "x\\a"', 'control-character 1:4'],
  ['"x\\x07": a', 'control-character 1:1'],
  ['a: x\u0002', 'control-character 1:5'],
  ['a: "\\ud800"', 'lone-surrogate 1:4'],
  ['a: x\udc00', 'lone-surrogate 1:5'],
  ['# only a comment', 'empty-file 1:1'],
  ['---\n', 'null-value 1:4'],
])('%j is %s', (text, code) => {
  expect(read(text).codes).toEqual([code]);
});

test.each([
  ['a: 1\na: 2\nb: 3', { a: { values: ['1', '2'] }, b: '3' }],
  [
    'a:\nb: [1, ~, 2]\nc: {d: }',
    { a: { values: [] }, b: ['1', { values: [] }, '2'], c: { d: { values: [] } } },
  ],
  ['a: "\\0"\nb: 1', { a: { values: [] }, b: '1' }],
])('%j: what is refused is marked, the rest can be checked', (text, rest) => {
  expect(plain(read(text).tree)).toEqual(rest);
});

test.each(['a: b: c', '---\n', 'a: "x', '{'])('%j gives no tree', (text) => {
  expect(read(text).tree).toBeUndefined();
});

test('a duplicate key names the line of the first', () => {
  const { problems } = read('x:\n  a: 1\n  b: 2\n  a: 3\n');
  expect(problems.diagnostics).toMatchObject([
    { code: 'duplicate-key', params: { key: 'a', firstLine: 2 }, place: { line: 4, column: 3 } },
  ]);
});

test('all problems of a file are reported', () => {
  expect(read('a:\nb: 1\nb: "\\0"\nc: ~\n? [x]\n: 1\n').codes).toEqual([
    'null-value 1:3',
    'duplicate-key 3:1',
    'control-character 3:4',
    'null-value 4:4',
    'yaml-feature 5:3',
  ]);
  expect(read('a: b: c\nd: !t x\ne: "\\q"\n').codes).toEqual([
    'yaml-syntax 1:4',
    'yaml-feature 2:4',
    'yaml-syntax 3:5',
  ]);
});

test('a tag, a directive or a merge key inside a text is text', () => {
  const text = 'a: "!x"\nb: it is !x\nc: 100%\nd: "<<"\n"<<": e\nf: |\n  !x\n  %y\n';
  expect(plain(read(text).tree)).toEqual({
    a: '!x',
    b: 'it is !x',
    c: '100%',
    d: '<<',
    '<<': 'e',
    f: '!x\n%y\n',
  });
});

test('aliases stand for the last anchor of their name', () => {
  const text = 'a: &x 1\nb: *x\nc: &x {k: [2]}\nd: [*x, *x]\n';
  expect(plain(read(text).tree)).toEqual({
    a: '1',
    b: '1',
    c: { k: ['2'] },
    d: [{ k: ['2'] }, { k: ['2'] }],
  });
});

test('64 levels are read, 65 are refused, however they come about', () => {
  expect(read(`${'['.repeat(64)}x${']'.repeat(64)}`).codes).toEqual([]);
  expect(read(`${'['.repeat(65)}x${']'.repeat(65)}`).codes).toEqual(['too-deep 1:65']);
  expect(read(`${'- '.repeat(64)}x`).codes).toEqual([]);
  expect(read(`${'- '.repeat(65)}x`).problems.counts.get('too-deep')).toBe(1);
  const deep = `a: &x ${'['.repeat(40)}1${']'.repeat(40)}\nb: `;
  expect(read(`${deep}${'['.repeat(23)}*x${']'.repeat(23)}`).codes).toEqual([]);
  expect(read(`${deep}${'['.repeat(24)}*x${']'.repeat(24)}`).codes).toEqual(['too-deep 2:28']);
});

const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    rawString,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(rawString, tie('value')), { maxLength: 3 })
      .map((pairs) => Object.fromEntries(new Map(pairs))),
  ),
})).value;

test('any JSON is read as YAML, with the same values, or refused', () => {
  fc.assert(
    fc.property(value, (wanted) => {
      const text = JSON.stringify(wanted, undefined, 2);
      const { tree, codes } = read(text);
      if (codes.length === 0) expect(plain(tree)).toEqual(wanted);
    }),
    { numRuns: 3000 },
  );
});

test('what the yaml package writes is read back, and offsets point at the values', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !isRefused(text) && !/[\u0085\u2028\u2029\r\ufeff]/.test(text));
  fc.assert(
    fc.property(fc.dictionary(words, words, { maxKeys: 5, noNullPrototype: true }), (map) => {
      const text = stringify(map, {
        defaultStringType: 'QUOTE_DOUBLE',
        defaultKeyType: 'QUOTE_DOUBLE',
        lineWidth: 0,
      });
      const { tree, codes } = read(text);
      expect(codes).toEqual([]);
      expect(plain(tree)).toEqual(JSON.parse(JSON.stringify(map)));
      if (tree?.kind !== 'map') return;
      for (const {
        keyOffset,
        value: { offset },
      } of tree.entries)
        expect([text[keyOffset], text[offset]].join('')).toMatch(/^["?]"|"[|>]/);
    }),
    { numRuns: 2000 },
  );
});

test('no input makes the reader throw', () => {
  const pieces = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '|',
    '>',
    '&x ',
    '*x',
    '!t ',
    '#',
    '%',
    '---\n',
    '...\n',
    '\t',
    '<<',
    '~',
    '\\',
    '\r\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const { tree, problems } = read(parts.join(''));
      if (!tree) expect(problems.errors).toBeGreaterThan(0);
    }),
    { numRuns: 20000 },
  );
});
