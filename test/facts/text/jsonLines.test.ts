import { expect, test } from 'vitest';
import { Problems } from '../../../src/core/diagnostic.ts';
import { lineOrigin, readJsonLines } from '../../../src/facts/text/jsonLines.ts';
import { TEXT_LIMITS } from '../../../src/facts/text/limits.ts';
import { toValue } from '../../../src/facts/text/tree.ts';
import { codesOf } from './reading.ts';

function read(input: string | Uint8Array, limits = TEXT_LIMITS) {
  const problems = new Problems();
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const lines = [...readJsonLines('f.jsonl', bytes, problems, limits)];
  return { lines, bytes, problems, codes: codesOf(problems) };
}

const shown = ({ lines }: ReturnType<typeof read>) =>
  lines.map((l) => `${l.line}@${l.byteOffset} ${JSON.stringify(toValue(l.tree))}`);

test('one value a line; blank lines and CRLF are fine', () => {
  const result = read('{"a":1}\r\n\n  \r\n["é"]\n"last"');
  expect(shown(result)).toEqual(['1@0 {"a":"1"}', '4@14 ["é"]', '5@21 "last"']);
  expect(result.codes).toEqual([]);
});

test('a bad line is reported at its column, and the reading goes on', () => {
  const result = read('{"a":1}\n{"é😀" 2}\n{"b":null}\n{"c":3} x\n{"d":4}\n');
  expect(shown(result)).toEqual([
    '1@0 {"a":"1"}',
    expect.stringMatching(/^3@.* \{"b":\{"values":\[\]\}\}$/),
    expect.stringMatching(/^5@.* \{"d":"4"\}$/),
  ]);
  expect(result.codes).toEqual(['json-syntax 2:7', 'null-value 3:6', 'json-syntax 4:9']);
});

test('a duplicate key is in its own line', () => {
  expect(read('{}\n{"a":1,"a":2}').problems.diagnostics).toMatchObject([
    { code: 'duplicate-key', params: { key: 'a', firstLine: 2 }, place: { line: 2, column: 8 } },
  ]);
});

test('bad UTF-8 spoils only its line', () => {
  const result = read(Buffer.concat([Buffer.from('"é"\n"ü'), Buffer.from([0xff]), Buffer.from('"\n"b"\n')]));
  expect(shown(result).map((line) => line.slice(0, 2))).toEqual(['1@', '3@']);
  expect(result.problems.diagnostics).toMatchObject([
    { code: 'not-utf8', params: { offset: 8 }, place: { file: 'f.jsonl', line: 2, column: 3 } },
  ]);
});

test('a byte order mark is skipped, UTF-16 refused, an empty file named', () => {
  const marked = read('\ufeff{"a":1}');
  expect(shown(marked)).toEqual(['1@3 {"a":"1"}']);
  expect(marked.codes).toEqual(['byte-order-mark 1:1']);
  expect(read(Buffer.from('{"a":1}', 'utf16le')).codes).toEqual(['utf16-text 1:1']);
  expect(read('\n \n').codes).toEqual(['empty-file 1:1']);
  expect(read('').codes).toEqual(['empty-file 1:1']);
  expect(read('nope\n').codes).toEqual(['json-syntax 1:1']);
});

test('a line over the limit is left out', () => {
  const result = read('"abcdef"\n"b"\n', { ...TEXT_LIMITS, lineBytes: 5 });
  expect(shown(result)).toEqual(['2@9 "b"']);
  expect(result.codes).toEqual(['limit-exceeded 1:1']);
});

test('the origin of a line finds its parts again', () => {
  const text = '{"x":1}\n  {"subject":"é😀","qualifiers":{"position":2,"a.b":{"c":3}}}\n';
  const { lines, bytes } = read(text);
  const second = lines[1];
  if (!second) throw new Error('no second line');
  const origin = lineOrigin('f.jsonl', bytes, second.byteOffset, second.line);
  const line = [...(text.split('\n')[1] ?? '')];
  const columnOf = (part: string) =>
    line.length - [...line.join('').slice(line.join('').indexOf(part))].length + 1;
  expect(origin.place()).toEqual({ file: 'f.jsonl', line: 2, column: 3 });
  expect(origin.place('subject').column).toBe(columnOf('"é😀'));
  expect(origin.place('qualifiers').column).toBe(columnOf('{"position'));
  expect(origin.place('qualifiers.position').column).toBe(columnOf('2,'));
  expect(origin.place('qualifiers.a.b.c').column).toBe(columnOf('3}'));
  expect(origin.place('gone').column).toBe(3);
});

test('equal keys of many lines are one string, different ones are told apart', () => {
  const keys = Array.from({ length: 2000 }, (_, i) => `k${i}`);
  const { lines, codes } = read(keys.map((key) => `{"${key}":"v"}`).join('\n'));
  expect(codes).toEqual([]);
  expect(lines.map(({ tree }) => Object.keys(toValue(tree))[0])).toEqual(keys);
});
