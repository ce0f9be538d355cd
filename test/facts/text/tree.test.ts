import { expect, test } from 'vitest';
import { readJson } from '../../../src/facts/text/json.ts';
import { offsetAt, type Tree, toValue } from '../../../src/facts/text/tree.ts';
import { reading } from './reading.ts';

const text = '{"a": {"b": [1, "x"]}, "__proto__": {"toString": "t"}}';

function treeOf(json: string): Tree {
  const { tree } = reading(readJson, json);
  if (!tree) throw new Error('not read');
  return tree;
}

test('values inherit nothing, and names of Object are ordinary keys', () => {
  const value = toValue(treeOf(text));
  expect(Object.keys(value)).toEqual(['a', '__proto__']);
  expect('constructor' in (value as object)).toBe(false);
  expect(JSON.stringify(value)).toBe('{"a":{"b":["1","x"]},"__proto__":{"toString":"t"}}');
});

test.each([
  [[], 'value', text.indexOf('{')],
  [['a'], 'key', text.indexOf('"a"')],
  [['a'], 'value', text.indexOf('{"b"')],
  [['a', 'b', 1], 'value', text.indexOf('"x"')],
  [['a', 'b', 1], 'key', text.indexOf('"x"')],
  [['a', 'b', 7], 'value', text.indexOf('[1')],
  [['a', 'gone', 'further'], 'key', text.indexOf('{"b"')],
  [['__proto__', 'toString'], 'key', text.indexOf('"toString"')],
  [['constructor'], 'value', 0],
] as const)('the offset of the path %j, %s', (path, at, offset) => {
  expect(offsetAt(treeOf(text), path, at)).toBe(offset);
});
