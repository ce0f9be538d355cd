/** The accounts of the manifest: `read = written + refused + outside`, whatever a format refuses. */
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { accountOf, countsOf, refusalsOf, symmetricRelations } from '../../src/formats/manifest.ts';
import { place, says, withFacts } from '../harbour.ts';

const { knowledge, graph } = place(
  withFacts(
    says('aurora: { homePort: malmo, escorts: { object: borealis, status: planned } }'),
    says('aurora: { sisterShip: borealis, crew: [7, 8], launched: { unknown: true }, homeprt: x }'),
  ),
);

const NOTHING = { refused: 0, values: 0 };

describe('an account', () => {
  it('of all facts has none outside', () =>
    expect(accountOf(knowledge, new Map(), NOTHING)).toEqual({
      read: 7,
      written: 6,
      refused: 1,
      outside: {},
    }));
  it('of the view has those that it does not show, by reason', () =>
    expect(accountOf(knowledge, graph.view.facts.outside, NOTHING)).toEqual({
      read: 7,
      written: 4,
      refused: 1,
      outside: { 'no-value': 1, planned: 1 },
    }));
  it('counts facts that a writer refused, and says how many values it left out of others', () => {
    const account = accountOf(knowledge, graph.view.facts.outside, { refused: 1, values: 9 });
    expect(account).toMatchObject({ read: 7, written: 3, refused: 2, refusedValues: 9 });
  });
});

it('the counts are those of the whole', () => {
  expect(countsOf(knowledge, graph)).toMatchObject({
    factsRead: 7,
    factsRefused: 1,
    distinctFacts: 6,
    plainFacts: 4,
    disputedFacts: 2,
    entities: 4,
    sources: 2,
    nodes: 4,
    edges: 2,
  });
});

it('symmetric relations are those whose triples stand both ways', () =>
  expect(symmetricRelations(knowledge)).toEqual(['https://example.org/ships#sisterShip']));

it('refusals are errors, with their places, and a count of those that are not listed', () => {
  const problems = new Problems(2);
  const at = (line: number) => ({ file: 'facts.yaml', line, column: 4 });
  for (const line of [3, 4, 5, 6]) problems.add('unknown-entity', at(line), { id: 'x' });
  problems.add('unused-entity', at(7), { id: 'y' });
  problems.add('no-facts', undefined, {});
  const { refusals, refusalsOmitted } = refusalsOf(problems);
  expect(refusals.map(({ code, line }) => [code, line])).toEqual([
    ['unknown-entity', 3],
    ['unknown-entity', 4],
    ['no-facts', undefined],
  ]);
  expect(refusalsOmitted).toEqual({ 'unknown-entity': 2 });
});
