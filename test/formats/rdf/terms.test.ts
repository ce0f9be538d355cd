import fc from 'fast-check';
import { parse } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { Problems } from '../../../src/core/diagnostic.ts';
import type { EntityId, FactId } from '../../../src/core/ids.ts';
import type { LossName } from '../../../src/formats/losses.ts';
import {
  iriTerm,
  type LiteralType,
  literalTerm,
  Mint,
  type Term,
  TermGate,
} from '../../../src/formats/rdf/terms.ts';
import { turtleSyntax } from '../../../src/formats/rdf/turtleSyntax.ts';
import { EDTF_DATATYPE, XSD } from '../../../src/ontology/namespaces.ts';
import { id, originAt } from './fixture.ts';

const SUBJECT_AND_PREDICATE = '<https://example.org/s> <https://example.org/p>';
const utf16 = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 });
const rawText = utf16.map((units) => String.fromCharCode(...units));
/** Text in which what matters to the syntax is frequent. */
const nastyText = fc
  .array(fc.constantFrom(...'<>"\\^@.;:/?#[]%{}|` \t\n\r\0\x01\x7f\ud83d\ude00\ufffe\uffffaé~', 'u', '://'), {
    maxLength: 10,
  })
  .map((parts) => parts.join(''));
const hostileText = fc.oneof(rawText, nastyText);

/** What Oxigraph reads as the only object of the only triple, from N-Quads and from Turtle. */
function objectsRead(term: Term) {
  return ['application/n-quads', 'text/turtle'].map((format) => {
    const quads = parse(`${SUBJECT_AND_PREDICATE} ${term} .`, { format });
    expect(quads).toHaveLength(1);
    const object = quads[0]?.object;
    if (object?.termType !== 'Literal' && object?.termType !== 'NamedNode') throw new Error('no object');
    return object;
  });
}

function isLegalText(text: string): boolean {
  return !text.includes('\0') && !/\p{Cs}/u.test(text);
}

describe('literalTerm', () => {
  test.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['\b\t\n\f\r', '"\\b\\t\\n\\f\\r"'],
    ['\x01\x0b\x1f\x7f', '"\\u0001\\u000B\\u001F\\u007F"'],
    ['\ufffe\uffff', '"\\uFFFE\\uFFFF"'],
    ['é\u0080\u2028😀', '"é\u0080\u2028😀"'],
    ['\\u0041', '"\\\\u0041"'],
  ])('writes %j canonically', (text, expected) => {
    expect(literalTerm(text)).toBe(expected);
  });

  test.each([
    ['a\0b', 'it holds U+0000'],
    ['\ud83d', 'it holds U+D83D'],
    ['x\ude00y', 'it holds U+DE00'],
  ])('refuses %j', (text, reason) => {
    expect(literalTerm(text)).toEqual({ reason });
  });

  test('any text comes back as it was, or is refused', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const term = literalTerm(text);
        expect(typeof term === 'string').toBe(isLegalText(text));
        if (typeof term !== 'string') return;
        for (const object of objectsRead(term)) {
          expect(object.value).toBe(text);
          expect(object.toString()).toBe(term);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['en', 'en-US', 'sr-Latn-RS', 'x-klingon', 'de-CH-1996', 'i-default', 'en-a-bb-x-a'])(
    'accepts the language %s and puts it in lower case',
    (language) => {
      const term = literalTerm('x', { language });
      expect(term).toBe(`"x"@${language.toLowerCase()}`);
      if (typeof term === 'string') {
        for (const object of objectsRead(term)) expect(object.toString()).toBe(term);
      }
    },
  );

  test.each(['', 'en_US', 'e', 'en-', '-en', 'en-toolongsubtag', 'en .', 'en> <x', 'é', '__proto__'])(
    'refuses the language %j',
    (language) => {
      expect(literalTerm('x', { language })).toEqual({
        reason: `${JSON.stringify(language)} is not a language tag`,
      });
    },
  );

  test('a language that passes is one for Oxigraph', () => {
    const subtag = fc.stringMatching(/^[a-zA-Z0-9]{1,9}$/);
    const tag = fc.array(fc.oneof(subtag, fc.constantFrom('x', 'u', 'en', '-', '_')), { maxLength: 5 });
    fc.assert(
      fc.property(tag, (parts) => {
        const term = literalTerm('x', { language: parts.join('-') });
        if (typeof term === 'string') objectsRead(term);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('typed literals', () => {
  const legal: Record<string, readonly string[]> = {
    boolean: ['true', 'false', '1', '0'],
    integer: ['0', '-17', '+3', '007', '123456789012345678901234567890'],
    nonNegativeInteger: ['0', '31', '-0'],
    decimal: ['1', '1.', '.5', '-3.10', '+0.0'],
    gYear: ['2024', '0000', '-0044', '12024', '2024Z', '2024+14:00'],
    gYearMonth: ['2024-12', '-0044-03'],
    date: [
      '2024-02-29',
      '2000-02-29',
      '-0044-03-15',
      '0000-02-29',
      '99999999999999992000-02-29',
      '2024-01-31Z',
    ],
    dateTime: ['2024-02-29T23:59:59Z', '2024-02-29T24:00:00', '2024-02-29T00:00:00.123+01:00'],
  };
  const illegal: Record<string, readonly string[]> = {
    boolean: ['TRUE', 'yes', '', ' true'],
    integer: ['1.0', '1e3', '', '-', 'NaN', '１', '1\n', ' 1'],
    nonNegativeInteger: ['-1', 'NaN', '1.5', 'Infinity'],
    decimal: ['INF', 'NaN', '1e3', '.', '', '1,5', '-'],
    gYear: ['24', '02024', '-0000', '2024-', '2024+14:01'],
    gYearMonth: ['2024-13', '2024-00', '2024-1'],
    date: [
      '2024-02-30',
      '2023-02-29',
      '1900-02-29',
      '2024-04-31',
      '2024-00-01',
      '2024-01-00',
      '2024-1-1',
      '01.02.2024',
    ],
    dateTime: [
      '2024-02-30T00:00:00',
      '2024-01-01T25:00:00',
      '2024-01-01T24:00:01',
      '2024-01-01',
      '2024-01-01T00:00',
    ],
    double: ['1', 'INF'],
    string2: ['x'],
  };

  const rows = (table: typeof legal) =>
    Object.entries(table).flatMap(([name, texts]) => texts.map((text) => [name, text] as const));

  test.each(rows(legal))('%s accepts %j', (name, text) => {
    expect(literalTerm(text, { datatype: XSD + name })).toBe(`"${text}"^^<${XSD}${name}>`);
  });

  test.each(rows(illegal))('%s refuses %j', (name, text) => {
    expect(literalTerm(text, { datatype: XSD + name })).toHaveProperty('reason');
  });

  test('EDTF is read as EDTF', () => {
    expect(literalTerm('1913~', { datatype: EDTF_DATATYPE })).toBe(`"1913~"^^<${EDTF_DATATYPE}>`);
    expect(literalTerm('about 1913', { datatype: EDTF_DATATYPE })).toHaveProperty('reason');
  });

  test('xsd:string has no datatype in the canonical form', () => {
    expect(literalTerm('x', { datatype: `${XSD}string` })).toBe('"x"');
  });

  test('a datatype cannot inject', () => {
    const datatype = 'http://a/> . <http://a/s> <http://a/p> <http://a/o';
    expect(literalTerm('x', { datatype })).toHaveProperty('reason');
    expect(literalTerm('x', { datatype: '__proto__' })).toHaveProperty('reason');
  });
});

describe('iriTerm', () => {
  test.each([
    'https://example.org/',
    'https://example.org/ö?q=1&r=%20#f',
    'urn:isbn:1',
    'mailto:a@example.org',
    'http://[::1]:80/',
  ])('accepts %s', (text) => {
    const term = iriTerm(text);
    expect(term).toBe(`<${text}>`);
    if (typeof term === 'string') for (const object of objectsRead(term)) expect(object.value).toBe(text);
  });

  test.each([
    '',
    'relative',
    '/path',
    'x> . <s> <p> <o',
    'http://a/ b',
    'http://a/\n',
    'http://a/"',
    'http://a/{x}',
    'http://a/\\u0020',
    'http://a/%zz',
    'http://a/#b#c',
    'http://a/\ud800',
    'http://a/\0',
    'http://a/\u00a0',
    'http://a/\u3000b',
    'urn:x:\u2028',
    '__proto__',
  ])('refuses %j', (text) => {
    expect(iriTerm(text)).toHaveProperty('reason');
  });

  test('what passes is read by Oxigraph as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('http://a/', 'urn:x:', 'http://', ''), hostileText, (start, tail) => {
        const term = iriTerm(start + tail);
        if (typeof term !== 'string') return;
        for (const object of objectsRead(term)) expect(object.value).toBe(start + tail);
      }),
      { numRuns: 5000 },
    );
  });
});

function gateWithContext() {
  const context = { problems: new Problems(), losses: new Map<LossName, number>() };
  return { gate: new TermGate('nquads', context), context };
}

describe('TermGate', () => {
  const refusals: [string, (gate: TermGate) => Term | undefined, string][] = [
    ['iri', (gate) => gate.iri('x y', { origin: originAt(5), part: 'url' }), 'x y'],
    ['literal', (gate) => gate.literal('a\0', undefined, { origin: originAt(5), part: 'url' }), 'a\0'],
    [
      'typed literal',
      (gate) => gate.literal('INF', { datatype: `${XSD}decimal` }, { origin: originAt(5), part: 'url' }),
      'INF',
    ],
  ];
  test.each(refusals)('reports a refused %s with its place', (_, make, value) => {
    const { gate, context } = gateWithContext();
    expect(make(gate)).toBeUndefined();
    expect(context.problems.diagnostics).toMatchObject([
      {
        code: 'refused-term',
        severity: 'error',
        place: { file: 'ships.yaml', line: 5, column: 9 },
        params: { value, format: 'nquads' },
      },
    ]);
    expect([...context.losses]).toEqual([['value-refused', 1]]);
  });

  test('hands out terms without a report', () => {
    const { gate, context } = gateWithContext();
    const type: LiteralType = { language: 'en' };
    expect(gate.literal('x', type, undefined)).toBe('"x"@en');
    expect(gate.iri('urn:x', undefined)).toBe('<urn:x>');
    expect(context.problems.errors).toBe(0);
  });
});

test.each(['true', 'false'])(
  'a bare %s stands in quotes in a triple term, where Jena 5 cannot read it',
  (text) => {
    const context = { problems: new Problems(), losses: new Map<LossName, number>() };
    const gate = new TermGate('turtle', context, turtleSyntax(new Map()));
    const iri = gate.iri('urn:x', undefined);
    const bare = gate.typed({ datatype: 'boolean', text }, undefined);
    if (!iri || !bare) throw new Error('refused');
    expect(bare).toBe(text);
    expect(gate.triple(iri, iri, bare)).toBe(`<<( <urn:x> <urn:x> "${text}"^^<${XSD}boolean> )>>`);
  },
);

describe('Mint', () => {
  const statement: FactId = `f-${'0a'.repeat(16)}`;

  test.each([
    ['https://a.org/x/', '#'],
    ['https://a.org/x#', ':'],
  ])('appends ids to the base %s', (base, separator) => {
    const mint = Mint.of(base, gateWithContext().gate);
    const ship = id<EntityId>('a.b-c_1');
    expect(mint?.entity(ship)).toBe(`<${base}a.b-c_1>`);
    const term = mint?.statement(ship, statement);
    expect(term).toBe(`<${base}a.b-c_1${separator}${statement}>`);
    if (term) objectsRead(term);
  });

  test.each(['', 'x', 'https://a.org', 'https://a.org/ /', 'https://a.org/#x#', '> . <a:b> <a:b> <a:'])(
    'refuses the base %j',
    (base) => {
      const { gate, context } = gateWithContext();
      expect(Mint.of(base, gate)).toBeUndefined();
      expect(context.problems.diagnostics).toMatchObject([{ code: 'refused-term', params: { value: base } }]);
    },
  );

  test('takes a malformed id for a bug', () => {
    const mint = Mint.of('https://a.org/', gateWithContext().gate);
    const ship = id<EntityId>('a');
    const injection: FactId = 'f-x> <p> <o> . <s';
    expect(() => mint?.statement(ship, injection)).toThrow(/^bug: /);
    // A brand forged with `as`, as plain JavaScript could.
    expect(() => mint?.entity('a> <p> <o> . <s' as EntityId)).toThrow(/^bug: /);
  });
});
