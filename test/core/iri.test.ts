import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { checkIri, isWebLink, mintSlug, suggestIri } from '../../src/core/iri.ts';

const GOOD = [
  'http://a/\ufdf0\u{e1000}',
  'a:',
  'a+b-c.d:x',
  'urn:isbn:1',
  'http:',
  'http://',
  'http:///',
  'http://a:',
  'http://a:99999',
  'http://u:p@a/b//c',
  'http://@',
  'http://:80',
  'http://%41/',
  'http://é/日本/\u{1f600}?\ue000#\u{1fffd}',
  'http://[::]',
  'http://[::1]:80/',
  'http://u@[1:2:3:4:5:6:7:8]',
  'http://[1:2:3:4:5:6:1.2.3.4]',
  'http://[1:2:3:4:5:6:7::]',
  'http://[::FFFF:255.249.199.0]?x',
  'http://[v1F.a:b]',
  'x:/a//b',
  'b:c',
  'mailto:a@b.c',
  'http://a?x/y?z#x/y?z',
  'http://a/%c3%A9',
];

const BAD: readonly (readonly [iri: string, part: string])[] = [
  ['http://a/\u00a0', 'U+00A0'],
  ['http://a/\u2028', 'U+2028'],
  ['http://a/\u3000', 'U+3000'],
  ['', 'scheme'],
  ['a', 'scheme'],
  ['1a:b', 'scheme'],
  ['é:x', 'scheme'],
  [' http://a', 'scheme'],
  ['//a', 'scheme'],
  ['a/b:c', 'scheme'],
  ['http://a b', 'U+0020 is not allowed in its host'],
  ['http://a/ b', 'U+0020 is not allowed in its path'],
  ['http://a/?<', 'U+003C is not allowed in its query'],
  ['http://a/#a#b', 'U+0023 is not allowed in its fragment'],
  ['http://a/\\u0041', 'U+005C'],
  ['http://a/\ud800', 'U+D800'],
  ['http://a/?\udfff', 'U+DFFF'],
  ['http://a/\u0000', 'U+0000'],
  ['http://a/\n', 'U+000A'],
  ['http://a/\ue000', 'U+E000'],
  ['http://a/#\u{f0000}', 'U+F0000'],
  ['http://a/?\u{1fffe}', 'U+1FFFE'],
  ['http://a/\u{e0001}', 'U+E0001'],
  ['http://a/\ufdd0', 'U+FDD0'],
  ['http://a/\ufffd', 'U+FFFD'],
  ['http://a/\u202e', 'U+202E'],
  ['http://a/\u200e', 'U+200E'],
  ['http://a/\u0085', 'U+0085'],
  ['http://a/%', 'U+0025'],
  ['http://a/%4', 'U+0025'],
  ['http://a/%4G', 'U+0025'],
  ['http://a%/', 'U+0025'],
  ['http://a/?%é', 'U+0025'],
  ['http://u@b@a', 'U+0040 is not allowed in its host'],
  ['http://u[@a', 'U+005B is not allowed in its user part'],
  ['http://a:8a', 'U+0061 is no digit'],
  ['http://a:8:9', 'U+003A is no digit'],
  ['http://a:é', 'U+00E9 is no digit'],
  ['http://a]', 'U+005D'],
  ['http://[::1', 'U+005B'],
  ['http://[::1]x', 'U+005D'],
  ['http://[::1]]', 'U+005D'],
  ['http://[]', 'IPv6'],
  ['http://[::1::]', 'IPv6'],
  ['http://[:::]', 'IPv6'],
  ['http://[1:2:3:4:5:6:7]', 'IPv6'],
  ['http://[1:2:3:4:5:6:7:8:9]', 'IPv6'],
  ['http://[1:2:3:4:5:6:7::8]', 'IPv6'],
  ['http://[::12345]', 'IPv6'],
  ['http://[1.2.3.4]', 'IPv6'],
  ['http://[1.2.3.4::]', 'IPv6'],
  ['http://[::1.2.3.256]', 'IPv6'],
  ['http://[::01.2.3.4]', 'IPv6'],
  ['http://[fe80::1%25en0]', 'IPv6'],
  ['http://[v1.]', 'IPv6'],
  ['http://[vG.a]', 'IPv6'],
  ['x:> . <http://s> <http://p> <http://o', 'U+003E'],
];

/** What Oxigraph's N-Triples reader makes of the text between angle brackets; `\` would start an escape there. */
function oxigraphAccepts(iri: string): boolean {
  try {
    if (iri.includes('\\')) oxigraph.namedNode(iri);
    else {
      oxigraph.parse(`<${iri}> <http://p> <http://o> .`, { format: 'application/n-triples' });
    }
    return true;
  } catch {
    return false;
  }
}

/** The same check without the N-Triples reader, for bulk. */
function oxigraphAcceptsNode(iri: string): boolean {
  try {
    oxigraph.namedNode(iri);
    return true;
  } catch {
    return false;
  }
}

/** Every code point of the first blocks and at the borders of blocks of 256, each 50th elsewhere. */
function step(codePoint: number): number {
  const low = codePoint & 0xff;
  return codePoint < 0x3000 || low < 2 || low >= 0xfc ? 1 : Math.min(50, 0xfc - low);
}

/** Bidirectional formatting and white space: refused beyond what Oxigraph does. */
const BEYOND = /[\u200e\u200f\u202a-\u202e\s]/;

/** Pieces that meet each other at every border of the grammar. */
const PIECES = [
  ...'a1:/?#@[]%.-_~!$&\'()*+,;="<>^`{|}\\ é日v',
  '://',
  '//',
  'http://',
  'urn:x:',
  '%4',
  '%41',
  '%zz',
  '::',
  '::1',
  '1.2.3.4',
  '[::1]',
  '[v1.a]',
  ':80',
  '\u007f',
  '\u0080',
  '\u00a0',
  '\u2028',
  '\ud7ff',
  '\ue000',
  '\uf8ff',
  '\uf900',
  '\ufdcf',
  '\ufdd0',
  '\ufdf0',
  '\uffef',
  '\ufff0',
  '\ufffd',
  '\u{10000}',
  '\u{1fffd}',
  '\u{1fffe}',
  '\u{dfffd}',
  '\u{e0000}',
  '\u{e0fff}',
  '\u{e1000}',
  '\u{efffd}',
  '\u{f0000}',
  '\u{10fffd}',
  '\u{10fffe}',
  '\ud800',
  '\udc00',
];

const pieced = fc
  .tuple(
    fc.constantFrom(
      '',
      'http:',
      'http://',
      'http://a',
      'http://a/',
      'http://a/?',
      'http://a/#',
      'http://[',
      'x:',
    ),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }),
  )
  .map(([start, parts]) => start + parts.join(''));
const group = fc.constantFrom('', '0', '1', 'ffff', '12345', 'g', '1.2.3.4', '1.2.3.04', '256.1.1.1');
const bracketed = fc
  .tuple(fc.array(group, { maxLength: 10 }), fc.constantFrom('', ':80', 'x', ':', '/', ':8x'))
  .map(([groups, end]) => `http://[${groups.join(':')}]${end}`);
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
  .map((codes) => `http://a/${String.fromCharCode(...codes)}`);

describe('checkIri', () => {
  test.each(GOOD)('accepts %j', (iri) => {
    expect(checkIri(iri)).toBeUndefined();
  });

  test.each(BAD)('refuses %j', (iri, part) => {
    expect(checkIri(iri)).toContain(part);
  });

  test('agrees with Oxigraph on the texts above, bidirectional formatting and white space apart', () => {
    for (const iri of [...GOOD, ...BAD.map(([bad]) => bad)].filter((text) => !BEYOND.test(text))) {
      expect([iri, checkIri(iri) === undefined]).toEqual([iri, oxigraphAccepts(iri)]);
    }
  });

  test('agrees with Oxigraph on code points of all planes, in each component', () => {
    let compared = 0;
    for (let codePoint = 0; codePoint < 0x110000; codePoint += step(codePoint)) {
      const c = String.fromCodePoint(codePoint);
      if (BEYOND.test(c)) continue;
      for (const start of ['http://a', 'http://a/', 'http://a/?', 'http://a/#']) {
        const reason = checkIri(start + c);
        if ((reason === undefined) !== oxigraphAcceptsNode(start + c)) {
          expect.fail(`${start} with U+${codePoint.toString(16)}: ${reason}`);
        }
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100_000);
  }, 60_000);

  test.each([
    ['pieces', pieced],
    ['bracketed hosts', bracketed],
    ['raw UTF-16', units],
  ])('agrees with Oxigraph on generated IRIs: %s', (_, iris) => {
    fc.assert(
      fc.property(iris, (iri) => {
        fc.pre(!BEYOND.test(iri));
        expect(checkIri(iri) === undefined).toBe(oxigraphAccepts(iri));
      }),
      { numRuns: 5000 },
    );
  });

  // A quadratic check of ten million characters would not end before the time limit of a test.
  test('is linear: ten million characters, good and bad', () => {
    const long = 'a'.repeat(1e7);
    for (const iri of [
      `http://a/${long}`,
      `http://a/${long} `,
      long,
      `http://[${':'.repeat(1e7)}]`,
      `x:${'%41'.repeat(3e6)}%`,
    ]) {
      checkIri(iri);
    }
  });
});

describe('mintSlug', () => {
  test.each([
    ['A-Za-z0-9-._~', 'A-Za-z0-9-._~'],
    ["a b/!'()*é%", 'a%20b%2F%21%27%28%29%2A%C3%A9%25'],
    ['\u{1f600}', '%F0%9F%98%80'],
  ])('%j → %s', (text, slug) => {
    expect(mintSlug(text)).toBe(slug);
  });

  test('is injective, reversible and always a good path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const slug = mintSlug(text);
        expect(slug).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(slug)).toBe(text);
        expect(checkIri(`http://a/${slug}`)).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });

  test('throws on a lone surrogate', () => {
    expect(() => mintSlug('\ud800')).toThrow(URIError);
  });
});

describe('suggestIri', () => {
  test.each([
    ['https://a/b c', 'https://a/b%20c'],
    [' https://a/b ', 'https://a/b'],
    ['http://a/<"{}|\\^`>', 'http://a/%3C%22%7B%7D%7C%5C%5E%60%3E'],
    ['http://a/\u0007\u0085\u202e', 'http://a/%07%C2%85%E2%80%AE'],
    ['www.a.org/b c', undefined],
    ['http://a/%zz', undefined],
    ['http://a/\ud800', undefined],
  ])('%j → %s', (iri, suggestion) => {
    expect(suggestIri(iri)).toBe(suggestion);
  });

  test('suggests only good IRIs', () => {
    fc.assert(
      fc.property(pieced, (iri) => {
        const suggestion = suggestIri(iri);
        if (suggestion !== undefined) expect(checkIri(suggestion)).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });
});

describe('isWebLink', () => {
  test.each(['http://a', 'HTTPS://a', 'doi:10.1/x', 'urn:isbn:1', 'mailto:a@b'])('%s is one', (iri) => {
    expect(isWebLink(iri)).toBe(true);
  });
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///x',
    'httpsx://a',
    ' http://a',
    'vbscript:x',
  ])('%s is none', (iri) => {
    expect(isWebLink(iri)).toBe(false);
  });
});
