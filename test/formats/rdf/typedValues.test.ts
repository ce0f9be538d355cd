import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../src/core/edtf.ts';
import { Periods } from '../../../src/formats/rdf/periods.ts';
import { plainDateType, toTypedValue } from '../../../src/formats/rdf/typedValues.ts';
import { DATATYPES } from '../../../src/ontology/datatypes.ts';

const digits = (least: number, most: number, width: number) =>
  fc.integer({ min: least, max: most }).map((one) => String(one).padStart(width, '0'));
const date = fc
  .tuple(
    digits(0, 12000, 4),
    digits(0, 42, 2),
    digits(0, 33, 2),
    fc.constantFrom('', '~', '?', 'X', '/..', 'Z'),
  )
  .chain(([year, month, day, end]) =>
    fc.constantFrom(year, `${year}-${month}`, `${year}-${month}-${day}`).map((text) => text + end),
  );

describe('the short way for plain dates', () => {
  test('gives what EDTF gives', () => {
    fc.assert(
      fc.property(date, (text) => {
        const refusal = DATATYPES.date.check(text);
        const expected = refusal ? { reason: refusal.reason } : DATATYPES.date.toRdf(text);
        expect(toTypedValue({ datatype: 'date', text })).toEqual(expected);
        const parsed = parseEdtf(text);
        const period = new Periods().of(text);
        expect([period.earliest, period.latest]).toEqual(
          parsed.ok ? [parsed.date.earliest, parsed.date.latest] : [undefined, undefined],
        );
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['2021', '2021-10', '2021-10-21', '2024-02-29'])('is taken for %s', (text) => {
    expect(plainDateType(text)).toBeDefined();
  });

  test.each(['0001', '2021-21', '2021-02-30', '2021-10-21\n', '12021', '-2021', '２０２１', ''])(
    'is not taken for %j',
    (text) => {
      expect(plainDateType(text)).toBeUndefined();
    },
  );
});
