import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { checkLanguageTag, suggestLanguageTag } from '../../src/core/language.ts';

const GOOD =
  'en en-US EN abcd abcdefgh de-1996 de-419 zh-cmn-Hans-CN zh-min-nan fr-abc-def-ghi fr-Latn-FR-variant en-1abc en-abcd1 ' +
  'en-a-bb en-a-bb-cc-x-y en-US-u-co-phonebk en-x-a x-a x-1-2 i-klingon i-default sgn-BE-FR en-GB-oed art-lojban no-bok';
const BAD =
  'e 1 12 a-DE x i-foo abcdefghi en-abcdefghi en-x-abcdefghi en-a en-u-a en-x de-419-DE en-Latn-Latn en-US-US en-ab1 ' +
  'en-1ab en_US en- -en en--us é fr-abc-def-ghi-jkl en-US--ltr abcd-abc';

function oxigraphAccepts(tag: string): boolean {
  try {
    oxigraph.literal('x', tag);
    const line = `<http://s> <http://p> "x"@${tag} .`;
    new oxigraph.Store().load(line, { format: 'application/n-triples' });
    return true;
  } catch {
    return false;
  }
}

const subtag = fc.oneof(
  fc.constantFrom(
    ...'en de x X a u i sgn BE gb oed Latn cmn 419 1996 1abc abcd1 abcdefgh abcdefghi ab1 0 klingon'.split(
      ' ',
    ),
    '',
  ),
  fc.string({ unit: fc.constantFrom(...'aZ09x'), maxLength: 9 }),
);
const tags = fc
  .tuple(fc.array(subtag, { minLength: 1, maxLength: 6 }), fc.constantFrom('-', '-', '-', '_'))
  .map(([subtags, joint]) => subtags.join(joint));

describe('checkLanguageTag', () => {
  test.each(GOOD.split(' '))('accepts %s', (tag) => {
    expect(checkLanguageTag(tag)).toBe(true);
    expect(oxigraphAccepts(tag)).toBe(true);
  });

  test.each([...BAD.split(' '), '', 'en us', 'en\n', '\ud800'])('refuses %j', (tag) => {
    expect(checkLanguageTag(tag)).toBe(false);
    expect(oxigraphAccepts(tag)).toBe(false);
  });

  test('agrees with Oxigraph on generated tags', () => {
    fc.assert(
      fc.property(tags, (tag) => {
        // An empty tag makes `oxigraph.literal` a plain literal.
        fc.pre(tag !== '');
        expect(checkLanguageTag(tag)).toBe(oxigraphAccepts(tag));
      }),
      { numRuns: 20000 },
    );
  });

  test('refuses tags of more than 250 characters, at once', () => {
    expect(checkLanguageTag(`en-x${'-1'.repeat(123)}`)).toBe(true);
    for (const tag of [`en-x${'-1'.repeat(124)}`, 'en-'.repeat(1e6), `en${'-abcde'.repeat(1e6)}!`]) {
      expect(checkLanguageTag(tag)).toBe(false);
    }
  });
});

describe('suggestLanguageTag', () => {
  test.each([
    ['en_US', 'en-US'],
    ['en_us', 'en-US'],
    ['pt_BR.UTF-8', 'pt-BR'],
    ['zh_hant_tw', 'zh-Hant-TW'],
    ['@en', 'en'],
    [' de ', 'de'],
    ['en--us', 'en-US'],
    ['é', undefined],
    ['', undefined],
    ['a'.repeat(1000), undefined],
  ])('%j → %s', (tag, suggestion) => {
    expect(suggestLanguageTag(tag)).toBe(suggestion);
  });
});
