/** The years of facts, for the slider: nothing is hidden that may lie in the time looked at. */
import { describe, expect, it } from 'vitest';
import { know, says, withFacts } from '../harbour.ts';
import { payloadOf, rust } from './voyages.ts';

describe('years', () => {
  const yearsOf = (...facts: readonly string[]) =>
    Object.fromEntries(
      payloadOf(know(withFacts(...facts)).knowledge).facts.map(({ years, object, subject, relation }) => [
        'node' in object ? `${subject} ${relation} ${object.node}` : relation,
        years,
      ]),
    );

  it('are those of the qualifiers, open ends reaching as far as any fact does', () => {
    expect(
      yearsOf(
        says('aurora: { homePort: { object: malmo, season: a, startDate: 1901-05, endDate: 1903~ } }'),
        says('aurora: { homePort: { object: visby, season: b, startDate: 1912 } }'),
        says('borealis: { homePort: { object: visby, asOf: 1950-02-03 } }'),
        says('borealis: { escorts: aurora }'),
      ),
    ).toEqual({
      '0 home port 2': [1901, 1903],
      '0 home port 3': [1912, 1950],
      '1 home port 3': [1950, 1950],
      '1 escorts 0': undefined,
    });
  });

  it('of a date are its own, and an open interval ends with the last fact', () => {
    expect(yearsOf(says('aurora: { launched: 190X }'), says('aurora: { scrapped: 1950/.. }'))).toEqual({
      launched: [1900, 1909],
      scrapped: [1950, 1950],
    });
  });

  it('of an event are those of its facts', () => {
    const made = payloadOf(rust());
    const deceased = made.facts.find(({ relation }) => relation === 'deceased');
    const start = made.facts.find(
      ({ relation, subject }) => /start/.test(relation) && subject === deceased?.subject,
    );
    expect(deceased?.years).toEqual(start?.years);
    expect(deceased?.years).toEqual([2021, 2021]);
  });
});
