/**
 * Inputs made to use up time, memory or stack: each is read, or refused with a code. What takes time that is not
 * linear would not end before the time limit of a test.
 */
import { expect, test } from 'vitest';
import { Problems } from '../../../src/core/diagnostic.ts';
import { SourceText } from '../../../src/core/place.ts';
import { readJson } from '../../../src/facts/text/json.ts';
import { readJsonLines } from '../../../src/facts/text/jsonLines.ts';
import { toValue } from '../../../src/facts/text/tree.ts';
import { readYaml } from '../../../src/facts/text/yaml.ts';
import { reading } from './reading.ts';

const many = (count: number, make: (i: number) => string, between = '') =>
  Array.from({ length: count }, (_, i) => make(i)).join(between);

function laughs(levels: number): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < levels; i++) lines.push(`a${i}: &a${i} [${many(10, () => `*a${i - 1}`, ', ')}]`);
  return lines.join('\n');
}

const YAML: readonly (readonly [string, string, string | undefined])[] = [
  ['80,000 keys', many(80_000, (i) => `k${i}: v\n`), undefined],
  ['80,000 keys in braces', `{${many(80_000, (i) => `k${i}: v`, ', ')}}`, undefined],
  ['80,000 equal keys', many(80_000, () => 'k: v\n'), 'duplicate-key'],
  ['billion laughs', laughs(10), 'limit-exceeded'],
  ['100,000 honest aliases', `- &a x\n${many(100_000, () => '- *a\n')}`, undefined],
  ['50,000 anchors', many(50_000, (i) => `- &a${i} x\n`), undefined],
  ['100,000 brackets', '['.repeat(100_000), 'too-deep'],
  ['100,000 braces', '{a: '.repeat(100_000), 'too-deep'],
  ['100,000 dashes', '- '.repeat(100_000), 'too-deep'],
  ['100,000 question marks', '? '.repeat(100_000), 'too-deep'],
  ['1,000 indented maps', many(1_000, (i) => `${' '.repeat(i)}a:\n`), 'too-deep'],
  ['a plain text of a million characters', `k: ${'a'.repeat(1_000_000)}`, undefined],
  ['a quoted text of a million escapes', `k: "${'\\n'.repeat(500_000)}"`, undefined],
  ['a folded text of 300,000 lines', `k: >\n${'  a\n'.repeat(300_000)}`, undefined],
  ['a million blanks', `k: ${' '.repeat(1_000_000)}v`, undefined],
  ['200,000 comments', `${'#\n'.repeat(200_000)}a: b`, undefined],
  ['50,000 tags', `${'!a '.repeat(50_000)}x`, 'yaml-feature'],
  ['100,000 documents', '---\na\n'.repeat(100_000), 'yaml-feature'],
  ['50,000 directives', '%a\n'.repeat(50_000), 'yaml-feature'],
  ['20,000 syntax errors', 'k: "a" b\n'.repeat(20_000), 'yaml-syntax'],
  ['50,000 closing brackets', ']'.repeat(50_000), 'yaml-syntax'],
  ['50,000 commas', `[${','.repeat(50_000)}]`, 'yaml-syntax'],
  ['100,000 nulls', many(100_000, () => '-\n'), 'null-value'],
];

test.each(YAML)('YAML: %s', { timeout: 60_000 }, (_, text, code) => {
  const { tree, problems } = reading(readYaml, text);
  if (tree) toValue(tree);
  expect(problems.diagnostics[0]?.code).toBe(code);
});

const JSONS: readonly (readonly [string, string, string | undefined])[] = [
  ['80,000 keys', `{${many(80_000, (i) => `"k${i}":1`, ',')}}`, undefined],
  ['80,000 equal keys', `{${many(80_000, () => '"k":1', ',')}}`, 'duplicate-key'],
  ['100,000 brackets', '['.repeat(100_000), 'too-deep'],
  ['100,000 braces', '{"a":'.repeat(100_000), 'too-deep'],
  ['a text of a million characters', `"${'a'.repeat(1_000_000)}"`, undefined],
  ['a text of a million escapes', `"${'\\n'.repeat(1_000_000)}"`, undefined],
  ['a number of a million digits', '1'.repeat(1_000_000), undefined],
  ['a million blanks', `${' '.repeat(1_000_000)}1`, undefined],
  ['a million items', `[${many(1_000_000, () => '1', ',')}]`, undefined],
  ['100,000 nulls in one line', `[${many(100_000, () => 'null', ',')}]`, 'null-value'],
];

test.each(JSONS)('JSON: %s', { timeout: 60_000 }, (_, text, code) => {
  const { tree, problems } = reading(readJson, text);
  if (tree) toValue(tree);
  expect(problems.diagnostics[0]?.code).toBe(code);
});

test('JSON lines: a million blank lines, 200,000 bad lines', { timeout: 60_000 }, () => {
  for (const [text, code] of [
    ['\n'.repeat(1_000_000), 'empty-file'],
    ['x\n'.repeat(200_000), 'json-syntax'],
  ] as const) {
    const problems = new Problems();
    expect([...readJsonLines('f', Buffer.from(text), problems)]).toEqual([]);
    expect(problems.diagnostics[0]?.code).toBe(code);
  }
});

test('too many YAML tokens and too many values are refused', () => {
  const limits = { fileBytes: 1e6, lineBytes: 1e6, depth: 64, values: 10, aliasedValues: 10, yamlTokens: 50 };
  const yaml = new Problems();
  expect(readYaml(new SourceText('f', '- a\n'.repeat(20)), yaml, limits)).toBeUndefined();
  expect(yaml.diagnostics).toMatchObject([{ code: 'limit-exceeded', params: { limit: 50 } }]);
  const json = new Problems();
  expect(readJson(new SourceText('f', '[1,1,1,1,1,1,1,1,1,1]'), json, limits)).toBeUndefined();
  expect(json.diagnostics).toMatchObject([{ code: 'limit-exceeded', params: { limit: 10 } }]);
});
