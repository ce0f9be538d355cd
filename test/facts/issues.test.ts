/** Every issue that a schema finds becomes a diagnostic with a place in the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { Problems } from '../../src/core/diagnostic.ts';
import { messageOf } from '../../src/core/messages.ts';
import { SourceText } from '../../src/core/place.ts';
import { treeDocument } from '../../src/facts/document.ts';
import { BlockSpec, EntitySpec, FactSpec, JudgementSpec, SourceSpec } from '../../src/facts/form.ts';
import { checkForm, shapeOf } from '../../src/facts/issues.ts';
import { readJson } from '../../src/facts/text/json.ts';
import { readYaml } from '../../src/facts/text/yaml.ts';
import { parse } from '../harbour.ts';
import { errorsOf } from '../marked.ts';

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  BlockSpec,
  EntitySpec,
  FactSpec,
  JudgementSpec,
  SourceSpec,
};

function check(name: string, yaml: string) {
  const problems = new Problems();
  const source = new SourceText('f', yaml);
  const tree = readYaml(source, problems);
  if (!tree) throw new Error('no tree');
  const document = treeDocument(source, tree);
  const schema = SCHEMAS[name];
  if (!schema) throw new Error(`no schema ${name}`);
  const value = checkForm(schema, document.value, { document, path: [] }, problems);
  return { value, errors: errorsOf(problems), problems };
}

describe('checkForm', () => {
  it.each([
    ['EntitySpec', 'label: x', ['missing-key 1:1']],
    ['EntitySpec', 'class: [Ship]\nlabel: {a: b}', ['wrong-shape 1:8', 'wrong-shape 2:8']],
    ['EntitySpec', '- Ship', ['wrong-shape 1:1']],
    ['EntitySpec', 'class: Ship\nclas: Ship\nlabl: x', ['unknown-key 2:1', 'unknown-key 3:1']],
    ['FactSpec', 'subject: a', ['missing-key 1:1']],
    ['FactSpec', 'subject: a\nrelation: b\nqualifiers: x', ['wrong-shape 3:13']],
    ['BlockSpec', 'quote: [q]\nsays: [a]', ['wrong-shape 1:8', 'wrong-shape 2:7']],
    ['JudgementSpec', 'by: A\nwhy: w\ndistinct: [a, [b]]', ['wrong-shape 3:15']],
    ['JudgementSpec', 'by: " "\nwhy: w', ['wrong-shape 1:5']],
    ['SourceSpec', 'type: T\nurl: {a: b}\nurll: x', ['wrong-shape 2:6', 'unknown-key 3:1']],
  ] as const)('%s: %j', (name, yaml, errors) => expect(check(name, yaml).errors).toEqual(errors));

  it('suggests the key that was meant', () => {
    const { problems } = check('EntitySpec', 'class: Ship\nlabl: x');
    expect(problems.diagnostics[0]?.params).toEqual({
      key: 'labl',
      allowed: ['class', 'label', 'formerIds'],
      suggestion: 'label',
    });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'reports the key %s as any other',
    (key) => {
      for (const name of ['EntitySpec', 'SourceSpec', 'JudgementSpec', 'BlockSpec', 'FactSpec'] as const) {
        const { errors } = check(name, `${key}: x`);
        expect(errors, name).toContain('unknown-key 1:1');
      }
    },
  );
});

describe('any value in place of any part of a fact file', () => {
  const scalar = fc.oneof(
    fc.constantFrom('a', 'Ship', 'true', '', 'q', '2021', '__proto__'),
    fc.string({ maxLength: 4 }),
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'quote',
          'says',
          'subject',
          'relation',
          'object',
          'qualifiers',
          'class',
          'type',
          'by',
          'why',
          'reject',
          'distinct',
          'a',
          '__proto__',
          'unknown',
          'status',
          'source',
        ),
        tie('value'),
        { maxKeys: 4, noNullPrototype: false },
      ),
    ),
  }));
  const file = fc.dictionary(
    fc.constantFrom('source', 'language', 'sources', 'entities', 'facts', 'judgements', 'x'),
    value,
    { maxKeys: 6 },
  );

  it('is read without an exception, and each problem has a place, a message and a hint', () => {
    fc.assert(
      fc.property(file, (content) => {
        const { problems, parsed } = parse({ 'facts.json': content });
        for (const diagnostic of problems.diagnostics) {
          expect(diagnostic.place?.line).toBe(1);
          expect(diagnostic.place?.column).toBeGreaterThan(0);
          const { message, hint } = messageOf(diagnostic);
          expect(message).not.toMatch(/undefined|\[object/);
          expect(hint).not.toMatch(/undefined|\[object/);
        }
        expect(parsed.counts.read).toBe(parsed.facts.length + parsed.counts.refused);
        if (parsed.counts.refused > 0) expect(problems.errors).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('is refused as a whole file too', () => {
    fc.assert(
      fc.property(value, (content) => {
        const { problems } = parse({ 'facts.json': JSON.stringify(content) });
        const isFile = typeof content === 'object' && content !== null && !Array.isArray(content);
        if (!isFile) expect(problems.errors).toBeGreaterThan(0);
        for (const { place } of problems.diagnostics) expect(place).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});

describe('shapeOf', () => {
  it.each([
    [undefined, 'nothing'],
    ['abc', 'the text "abc"'],
    ['', 'the text ""'],
    ['x'.repeat(50), `the text "${'x'.repeat(39)}…"`],
    [[], 'an empty list'],
    [['a'], 'a list'],
    [{}, 'an empty map'],
    [{ a: 'b' }, 'a map'],
  ])('%j is %s', (given, shape) => expect(shapeOf(given)).toBe(shape));
});

it('the reader of JSON gives the same tree to check', () => {
  const problems = new Problems();
  const source = new SourceText('f', '{"__proto__":{"class":"x"},"class":1}');
  const tree = readJson(source, problems);
  if (!tree) throw new Error('no tree');
  const document = treeDocument(source, tree);
  checkForm(EntitySpec, document.value, { document, path: [] }, problems);
  expect(errorsOf(problems)).toEqual(['unknown-key 1:2']);
});
