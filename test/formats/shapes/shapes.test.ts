import { describe, expect, test } from 'vitest';
import { Shapes, storeOf } from '../../ontology/shacl.ts';
import { harbourKnowledge, withInfo, writeSet } from '../dataset/sets.ts';

describe.each([
  ['https://example.org/id/', 'https://example.org/id/#'],
  ['https://example.org/id#', 'https://example.org/id#:'],
  ['https://example.org/dätä/', 'https://example.org/dätä/#'],
])('the shapes of a data set on %s', (base, start) => {
  const set = writeSet(withInfo(harbourKnowledge(), { base }), ['nquads', 'shapes']);
  const shapes = set.texts.get('shapes.ttl') ?? '';
  const data = set.texts.get('ships.nq') ?? '';

  test('have IRIs of the data set', () => {
    expect(set.problems.diagnostics).toEqual([]);
    const named = [...storeOf(shapes)].filter(({ subject }) => subject.termType === 'NamedNode');
    expect(named.filter(({ subject }) => !subject.value.startsWith(`${start}shape`))).toEqual([]);
    expect(named.length).toBeGreaterThan(300);
  });

  test('hold of its export, and not of a broken one', async () => {
    const validator = new Shapes(shapes, `${start}shape-`);
    expect(await validator.violations(data)).toEqual([]);
    const wrong = `<${base}borealis> <https://example.org/ships#homePort> <${base}aurora> .\n`;
    const found = await validator.violations(data + wrong);
    expect(found.map(({ shape }) => shape)).toEqual(['object-homePort']);
  });
});

test('a base that is no IRI is refused', () => {
  const { texts, problems } = writeSet(withInfo(harbourKnowledge(), { base: 'https://example.org/a b/' }), [
    'shapes',
    'dataset',
  ]);
  expect([...texts.values()].join('')).toBe('');
  expect(problems.diagnostics.map(({ code }) => code)).toEqual(['refused-term', 'refused-term']);
});
