/** Which facts are plain, and why the others are not. */
import { describe, expect, it } from 'vitest';
import type { REASONS } from '../../src/knowledge/knowledge.ts';
import { HEAD, know, objectOf, place, SETTINGS, says, withFacts } from '../harbour.ts';

const reason = (said: string, evidence = 'quote: q') =>
  know(withFacts(says(said, evidence))).knowledge.facts[0]?.notPlain;
const port = (more: string) => reason(`aurora: { homePort: { object: malmo, ${more} } }`);

describe('a fact', () => {
  it('is plain when asserted, sure enough and with an object', () => {
    expect(reason('aurora: { homePort: malmo }')).toBeUndefined();
    expect(port('certainty: probable')).toBeUndefined();
    expect(reason('aurora: { homePort: malmo }', 'quote: q, confidence: "0.01"')).toBeUndefined();
  });

  it.each([
    ['status: planned', 'planned'],
    ['status: expected', 'expected'],
    ['status: alleged', 'alleged'],
    ['status: attributed', 'attributed'],
    ['negated: true', 'negated'],
    ['certainty: possible', 'possible'],
    ['status: alleged, negated: true', 'alleged'],
    ['negated: true, certainty: possible', 'negated'],
    ['status: planned, certainty: possible', 'planned'],
  ])('with %s is %s', (more, expected) => expect(port(more)).toBe(expected));

  it.each([
    ['aurora: { homePort: { unknown: true } }', 'no-value'],
    ['aurora: { homePort: { none: true } }', 'no-value'],
    ['aurora: { homePort: { none: true, status: planned } }', 'planned'],
  ])('%s is %s', (said, expected) => expect(reason(said)).toBe(expected));

  it('has all reasons that hold, in their order', () => {
    const said = says(
      'aurora: { homePort: { object: malmo, status: attributed, negated: true, certainty: possible } }',
    );
    const { knowledge } = know(
      withFacts(said, says('borealis: { homePort: { none: true, status: planned } }')),
    );
    expect(knowledge.facts.map(({ reasons }) => reasons)).toEqual([
      ['attributed', 'negated', 'possible'],
      ['planned', 'no-value'],
    ]);
  });

  it('is rejected before all else', () => {
    const said = says('aurora: { homePort: { object: malmo, status: planned, negated: true } }');
    const id = know(withFacts(said)).knowledge.facts[0]?.id;
    const { knowledge } = know({
      'facts.yaml': `${HEAD}  - ${said}\njudgements:\n  - { reject: ${id}, by: A, why: w }\n`,
    });
    expect(knowledge.facts[0]).toMatchObject({ notPlain: 'rejected', rejected: { by: 'A', why: 'w' } });
  });

  it('that is disputed is plain all the same', () => {
    const { knowledge } = know(withFacts(says('aurora: { homePort: [malmo, visby] }')));
    expect(knowledge.facts.map(({ notPlain, disputed }) => [notPlain, disputed])).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
  });
});

describe('the view', () => {
  const facts = withFacts(
    says('aurora: { homePort: malmo, escorts: { object: borealis, status: planned } }'),
    says('aurora: { homePort: { object: visby, negated: true, season: winter }, crew: { unknown: true } }'),
    says('borealis: { callSign: { object: X, status: alleged } }'),
  );
  const outside = (include: readonly (typeof REASONS)[number][]) => {
    const settings = { ...SETTINGS, view: { ...SETTINGS.view, include } };
    const { graph, knowledge } = place(facts, { settings });
    const { written, outside: hidden } = graph.view.facts;
    const sum = [...hidden.values()].reduce((total, count) => total + count, written);
    expect(sum).toBe(knowledge.counts.read);
    return [written, Object.fromEntries(hidden), graph.view.edges.count];
  };
  it('shows plain facts only, and says what it does not show', () =>
    expect(outside([])).toEqual([1, { planned: 1, alleged: 1, negated: 1, 'no-value': 1 }, 1]));
  it('shows others on request', () =>
    expect(outside(['planned', 'negated'])).toEqual([3, { alleged: 1, 'no-value': 1 }, 3]));
  it('never shows a fact without an object', () =>
    expect(outside(['no-value', 'alleged', 'planned', 'negated'])).toEqual([4, { 'no-value': 1 }, 3]));
});

it('the objects of facts are what the file says', () => {
  const { knowledge } = know(withFacts(says('aurora: { name: [A, B], escorts: borealis, crew: 007 }')));
  expect(knowledge.facts.map(objectOf)).toEqual(['007', 'borealis', 'A', 'B']);
});
