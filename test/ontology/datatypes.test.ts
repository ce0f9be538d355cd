import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { DATATYPES, toScalar } from '../../src/ontology/datatypes.ts';
import { EDTF_DATATYPE, XSD } from '../../src/ontology/namespaces.ts';
import type { DatatypeName } from '../../src/ontology/ontology.ts';

const NAMES = Object.keys(DATATYPES) as readonly DatatypeName[];

const GOOD: readonly (readonly [DatatypeName, text: string, lexical: string, datatype: string])[] = [
  ['string', ' é\n\u{1f600} ', ' é\n\u{1f600} ', `${XSD}string`],
  ['token', 'tt0123456', 'tt0123456', `${XSD}string`],
  ['token', 'a b', 'a b', `${XSD}string`],
  ['date', '2021-10-21', '2021-10-21', `${XSD}date`],
  ['date', '2021-10', '2021-10', `${XSD}gYearMonth`],
  ['date', '2021', '2021', `${XSD}gYear`],
  ['date', '-0044', '-0044', `${XSD}gYear`],
  ['date', 'Y12345', '12345', `${XSD}gYear`],
  ['date', '2021-10-21T10:00:00-04', '2021-10-21T10:00:00-04:00', `${XSD}dateTime`],
  ['date', '2021~', '2021~', EDTF_DATATYPE],
  ['date', '202X', '202X', EDTF_DATATYPE],
  ['date', '2021-XX', '2021-XX', EDTF_DATATYPE],
  ['date', '2021-21', '2021-21', EDTF_DATATYPE],
  ['date', '2020/..', '2020/..', EDTF_DATATYPE],
  ['date', '[1913,1914]', '[1913,1914]', EDTF_DATATYPE],
  ['decimal', '+003.10', '+003.10', `${XSD}decimal`],
  ['decimal', '-.5', '-.5', `${XSD}decimal`],
  ['decimal', '5.', '5.', `${XSD}decimal`],
  ['integer', '-007', '-007', `${XSD}integer`],
  ['boolean', 'true', 'true', `${XSD}boolean`],
  ['boolean', 'false', 'false', `${XSD}boolean`],
  ['iri', 'https://a/é', 'https://a/é', `${XSD}anyURI`],
  ['concept', 'x', 'x', `${XSD}string`],
];

const BAD: readonly (readonly [DatatypeName, text: string, suggestion: string | undefined])[] = [
  ['string', '', undefined],
  ['string', ' \n', undefined],
  ['string', 'a\u0000', undefined],
  ['string', 'a\ud800', undefined],
  ['token', '', undefined],
  ['token', ' ', undefined],
  ['token', ' a', 'a'],
  ['token', 'a\u00a0', 'a'],
  ['token', 'a\nb', 'a b'],
  ['token', 'a\u0000', undefined],
  ['date', '2021-2-3', '2021-02-03'],
  ['date', '2021-02-30', undefined],
  ['decimal', '', undefined],
  ['decimal', '.', undefined],
  ['decimal', '+', undefined],
  ['decimal', 'INF', undefined],
  ['decimal', 'NaN', undefined],
  ['decimal', '1e6', '1000000'],
  ['decimal', '1.25E-3', '0.00125'],
  ['decimal', '12.5e1', '125'],
  ['decimal', '1.25e1', '12.5'],
  ['decimal', '1e999', undefined],
  ['decimal', '1,500,000', '1500000'],
  ['decimal', '1,500.50', '1500.50'],
  ['decimal', '1.500.000', '1500000'],
  ['decimal', '1.500.000,50', '1500000.50'],
  ['decimal', '1 500 000', '1500000'],
  ['decimal', '1\u202f500,5', '1500.5'],
  ['decimal', "1'500", '1500'],
  ['decimal', '1_500_000', '1500000'],
  ['decimal', '1 500_000', undefined],
  ['decimal', '3,5', '3.5'],
  ['decimal', '0,500', '0.500'],
  ['decimal', '−5', '-5'],
  ['decimal', ' 5 ', '5'],
  ['decimal', '$5', undefined],
  ['decimal', '5%', undefined],
  ['decimal', '1.2.3', undefined],
  ['decimal', '5\n', '5'],
  ['decimal', '٣', undefined],
  ['integer', '5.0', '5'],
  ['integer', '5.5', undefined],
  ['integer', '1,000', '1000'],
  ['integer', '1e3', '1000'],
  ['integer', '0x10', undefined],
  ['boolean', 'True', 'true'],
  ['boolean', 'no', 'false'],
  ['boolean', '1', 'true'],
  ['boolean', 'maybe', undefined],
  ['boolean', '__proto__', undefined],
  ['iri', 'https://a/b c', 'https://a/b%20c'],
  ['iri', 'www.a.org', undefined],
];

describe('DATATYPES', () => {
  test('each knows its own name', () => {
    expect(NAMES.map((name) => DATATYPES[name].name)).toEqual(NAMES);
  });

  test.each(GOOD)('%s %j is written as %j of %s', (name, text, lexical, datatype) => {
    expect(DATATYPES[name].check(text)).toBeUndefined();
    expect(DATATYPES[name].toRdf(text)).toEqual({ lexical, datatype });
    expect(text).toMatch(new RegExp(DATATYPES[name].jsonSchemaPattern ?? '', 'u'));
  });

  test.each(BAD)('%s refuses %j and suggests %s', (name, text, suggestion) => {
    const refusal = DATATYPES[name].check(text);
    expect(refusal?.reason).toMatch(/./);
    expect(refusal?.suggestion).toBe(suggestion);
  });

  test('toRdf throws on a date that check refuses', () => {
    expect(() => DATATYPES.date.toRdf('2021-02-30')).toThrow(/check refuses/);
  });
});

const pieces = fc
  .array(
    fc.constantFrom(
      ...'0 1 9 12 2020 05 31 500 000 . , - + / X XX ? ~ % Y T Z [ ] e E true false yes http: // a é < \n'.split(
        ' ',
      ),
      ' ',
      '..',
      '12:00:00',
      '\ud800',
      '\u0000',
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''));

const two = (n: number) => String(n).padStart(2, '0');
const dates = fc
  .tuple(
    fc.integer({ min: -99_999, max: 99_999 }),
    fc.integer({ min: 1, max: 12 }).map(two),
    fc.integer({ min: 1, max: 31 }).map(two),
    fc.constantFrom('year', 'month', 'day', 'time', 'approximate', 'open'),
    fc.constantFrom('', 'Z', '-04', '+05:30', '+14:00', '-12:00'),
  )
  .map(([y, m, d, form, zone]) => {
    if (Math.abs(y) > 9999) return `Y${y}`;
    const year = y < 0 ? `-${String(-y).padStart(4, '0')}` : String(y).padStart(4, '0');
    const forms = new Map([
      ['year', year],
      ['month', `${year}-${m}`],
      ['day', `${year}-${m}-${d}`],
      ['time', `${year}-${m}-${d}T23:59:59${zone}`],
      ['approximate', `${year}~`],
      ['open', `${year}/..`],
    ]);
    return forms.get(form) ?? year;
  });

/**
 * Whether Oxigraph reads the literal, and takes it for a value of its datatype: the reader keeps any lexical form,
 * the cast of SPARQL does not.
 */
function oxigraphHolds(lexical: string, datatype: string): boolean {
  const store = new oxigraph.Store();
  const term = oxigraph.literal(lexical, oxigraph.namedNode(datatype));
  const quad = oxigraph.quad(oxigraph.namedNode('http://s'), oxigraph.namedNode('http://p'), term);
  store.load(`${quad} .`, { format: 'application/n-triples' });
  if (datatype === EDTF_DATATYPE || datatype === `${XSD}anyURI`) return store.size === 1;
  // Without options `query` answers an ASK with a boolean.
  return store.query(`ASK { ?s ?p ?o FILTER(BOUND(?o) && isLiteral(<${datatype}>(STR(?o)))) }`) as boolean;
}

describe('properties', () => {
  test.each(NAMES)(
    '%s: what check passes, Oxigraph reads as a value, and the JSON Schema pattern fits',
    (name) => {
      let passed = 0;
      fc.assert(
        fc.property(pieces, (text) => {
          fc.pre(DATATYPES[name].check(text) === undefined && name !== 'concept');
          passed++;
          const { lexical, datatype } = DATATYPES[name].toRdf(text);
          expect(oxigraphHolds(lexical, datatype)).toBe(true);
          expect(text).toMatch(new RegExp(DATATYPES[name].jsonSchemaPattern ?? '', 'u'));
        }),
        { numRuns: name === 'concept' ? 0 : 100, maxSkipsPerRun: 10_000 },
      );
      expect(passed).toBe(name === 'concept' ? 0 : 100);
    },
  );

  test('every valid date is a valid literal for Oxigraph, before year 1 and beyond 9999 too', () => {
    let exact = 0;
    fc.assert(
      fc.property(dates, (text) => {
        fc.pre(DATATYPES.date.check(text) === undefined);
        const { lexical, datatype } = DATATYPES.date.toRdf(text);
        if (datatype !== EDTF_DATATYPE) exact++;
        expect([lexical, oxigraphHolds(lexical, datatype)]).toEqual([lexical, true]);
      }),
      { numRuns: 3000 },
    );
    expect(exact).toBeGreaterThan(1000);
  });

  test('suggestions are valid', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), pieces, (name, text) => {
        const suggestion = DATATYPES[name].check(text)?.suggestion;
        if (suggestion !== undefined) expect(DATATYPES[name].check(suggestion)).toBeUndefined();
      }),
      { numRuns: 20_000 },
    );
  });
});

test('Oxigraph refuses values that check refuses: the oracle of this test can say no', () => {
  for (const [lexical, name] of [
    ['2021-02-30', 'date'],
    ['02021', 'gYear'],
    ['2021-13', 'gYearMonth'],
    ['2021-01-01T00:00:00-04', 'dateTime'],
    ['1,5', 'decimal'],
  ] as const) {
    expect(oxigraphHolds(lexical, XSD + name)).toBe(false);
  }
});

describe('toScalar', () => {
  test.each<[string, DatatypeName, string | number | boolean]>([
    ['true', 'boolean', true],
    ['false', 'boolean', false],
    ['True', 'boolean', 'True'],
    ['42', 'integer', 42],
    ['+007', 'integer', 7],
    ['-0', 'integer', 0],
    ['9007199254740991', 'integer', 9007199254740991],
    ['9007199254740992', 'integer', '9007199254740992'],
    ['-9007199254740993', 'integer', '-9007199254740993'],
    ['x', 'integer', 'x'],
    ['', 'integer', ''],
    ['3.10', 'decimal', 3.1],
    ['0.1', 'decimal', 0.1],
    ['.5', 'decimal', 0.5],
    ['5.', 'decimal', 5],
    ['-0.0', 'decimal', 0],
    ['1500000', 'decimal', 1500000],
    ['0.00000015', 'decimal', 1.5e-7],
    ['100000000000000000000000', 'decimal', 1e23],
    ['0.12345678901234567890', 'decimal', '0.12345678901234567890'],
    ['12345678901234567.5', 'decimal', '12345678901234567.5'],
    ['9007199254740993', 'decimal', '9007199254740993'],
    ['NaN', 'decimal', 'NaN'],
    ['1e3', 'decimal', '1e3'],
    [`1${'0'.repeat(400)}`, 'decimal', `1${'0'.repeat(400)}`],
    ['007', 'string', '007'],
    ['007', 'token', '007'],
    ['2021', 'date', '2021'],
  ])('%s %s → %j', (text, datatype, scalar) => {
    expect(toScalar(text, datatype)).toBe(scalar);
  });

  test('a number has the same value as the text', () => {
    const decimals = fc
      .tuple(
        fc.constantFrom('', '-', '+'),
        fc.string({ unit: fc.constantFrom(...'0012345678999'), minLength: 1, maxLength: 22 }),
        fc.nat(22),
      )
      .map(([sign, digits, point]) => `${sign}${digits.slice(0, point)}.${digits.slice(point)}`)
      .filter((text) => /\d/.test(text));
    let numbers = 0;
    fc.assert(
      fc.property(decimals, (text) => {
        const scalar = toScalar(text, 'decimal');
        if (typeof scalar !== 'number') return;
        numbers++;
        expect(Object.is(scalar, -0)).toBe(false);
        expect(sameValue(text, scalar)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(numbers).toBeGreaterThan(500);
  });

  test('every double that is written out comes back as itself', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (number) => {
        fc.pre(Math.abs(number) > 1e-6);
        expect(toScalar(String(number), 'decimal')).toBe(number);
      }),
      { numRuns: 5000 },
    );
  });
});

/** Compares as fractions over a power of ten, in integers. */
function sameValue(decimal: string, number: number): boolean {
  const [a, b] = [scaled(decimal), scaled(String(number))];
  return a === b;
}

function scaled(text: string): bigint {
  const [mantissa = '', exponent = '0'] = text.replace(/^\+/, '').split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^-/, '').split('.');
  const digits =
    BigInt(`${whole}${fraction}` || '0') * 10n ** BigInt(60 + Number(exponent) - fraction.length);
  return mantissa.startsWith('-') ? -digits : digits;
}

test('hostile texts take linear time', () => {
  const n = 1e6;
  for (const text of [
    '9'.repeat(n),
    '0'.repeat(n),
    `${'0'.repeat(n)}x`,
    '1,'.repeat(n),
    ' '.repeat(n),
    `1${' '.repeat(n)}1`,
    '.'.repeat(n),
  ]) {
    for (const name of NAMES) {
      DATATYPES[name].check(text);
      toScalar(text, name);
    }
  }
});
