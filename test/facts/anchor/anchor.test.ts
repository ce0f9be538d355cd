import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, MOST_MATCHES, type QuoteMatch } from '../../../src/facts/anchor/anchor.ts';
import { normalised, SearchText } from '../../../src/facts/anchor/searchText.ts';

function matchesOf(quote: string, text: string | SearchText): readonly QuoteMatch[] {
  const search = findQuote(quote, text);
  return search.kind === 'found' ? search.matches : [];
}

function nearestOf(quote: string, text: string): string | undefined {
  const search = findQuote(quote, text);
  return search.kind === 'missing' ? search.nearest : undefined;
}

test('an exact quote has offsets in code points and 20 code points around it', () => {
  const text = `${'😀'.repeat(25)}the words${'é'.repeat(30)}`;
  expect(matchesOf('the words', text)).toEqual([
    { start: 25, end: 34, prefix: '😀'.repeat(20), suffix: 'é'.repeat(20), match: 'exact' },
  ]);
  expect(matchesOf('a', 'a')).toEqual([{ start: 0, end: 1, prefix: '', suffix: '', match: 'exact' }]);
});

test('all matches are found, overlapping ones too, up to a limit', () => {
  expect(matchesOf('aa', 'aaa b aa').map(({ start }) => start)).toEqual([0, 1, 6]);
  expect(matchesOf('a', 'a'.repeat(5000))).toHaveLength(MOST_MATCHES);
});

test('an exact match hides the others', () => {
  expect(matchesOf('“x”', '"x" and “x”')).toMatchObject([{ start: 8, end: 11, match: 'exact' }]);
});

test.each([
  ['white space', 'two  words', 'the two\n\t words here', 'two\n\t words'],
  ['a no-break space', '5 km', 'about 5\u00a0km off', '5\u00a0km'],
  ['quotation marks', `"don't"`, 'he said “don’t” twice', '“don’t”'],
  ['dashes', 'a-b', 'an a–b here', 'a–b'],
  ['an ellipsis', 'up ... I', 'came up … I was', 'up … I'],
  ['soft hyphens', 'cooperation', 'the co\u00adope\u00adration of', 'co\u00adope\u00adration'],
  ['NFC', 'café', 'a cafe\u0301 there', 'cafe\u0301'],
  ['NFD in the quote', 'cafe\u0301', 'a café there', 'café'],
  [
    'Hangul letters',
    '한글',
    'in \u1112\u1161\u11ab\u1100\u1173\u11af now',
    '\u1112\u1161\u11ab\u1100\u1173\u11af',
  ],
  ['mojibake', 'wasn’t', 'it wasnâ€™t so', 'wasnâ€™t'],
  ['a dagger inside', '“Rust” in October', 'the set of “Rust†in October 2021', '“Rust†in October'],
  ['a dagger at the end', '“Rust”', 'of “Rust†in', '“Rust†'],
  ['the lost end of a closing quote', 'talking.”', 'less talking.â€\nFilming', 'talking.â€'],
])('%s may differ', (_, quote, text, exact) => {
  const [match, ...more] = matchesOf(quote, text);
  expect(more).toEqual([]);
  expect(match).toMatchObject({ match: 'normalised', exact });
  expect([...text].slice(match?.start, match?.end).join('')).toBe(exact);
});

test('case counts, an elision does not stand for words, a letter is not found below its accent', () => {
  expect(findQuote('Rust', 'rust').kind).toBe('missing');
  expect(findQuote('the … words', 'the left out words').kind).toBe('missing');
  expect(findQuote('cafe', 'a cafe\u0301').kind).toBe('missing');
  expect(findQuote('', 'text').kind).toBe('missing');
  expect(findQuote(' \n', 'text here').kind).toBe('missing');
});

test('the nearest passage shares most words, rare ones first', () => {
  const text =
    'The film was the talk of the town. It was directed by Joel\n Souza and produced by others. The end of the film.';
  expect(nearestOf('is directed by Joel Sousa', text)).toBe('was directed by Joel Souza');
  expect(nearestOf('the directed', text)).toContain('directed');
  expect(nearestOf('nothing alike', text)).toBe('');
  expect(nearestOf('w'.repeat(10), '')).toBe('');
  expect([...(nearestOf(`x ${'w '.repeat(500)}`, 'w '.repeat(1000)) ?? '')]).toHaveLength(160);
});

test('a million words are searched in linear time', () => {
  const text = new SearchText('some words of “a textâ€\u009d '.repeat(200_000));
  expect(findQuote(`${'words of some '.repeat(300)}x`, text).kind).toBe('missing');
});

const letters = fc.constantFrom(
  'a',
  'b',
  ' ',
  '\n',
  '“',
  '”',
  "'",
  '…',
  '–',
  'é',
  'e\u0301',
  '😀',
  '\u00ad',
  '†',
  'â€™',
  '\u00a0',
);
const texts = fc.array(letters, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));

test('a quote cut out of a text is found at its place', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, from, size) => {
      const points = [...text];
      const start = from % points.length;
      const end = Math.min(points.length, start + 1 + (size % 10));
      const quote = points.slice(start, end).join('');
      if (/^\p{M}/u.test(points.slice(end).join('')) || quote.trim() === '') return;
      const prefix = points.slice(Math.max(0, start - 20), start).join('');
      const suffix = points.slice(end, end + 20).join('');
      expect(matchesOf(quote, text)).toContainEqual({ start, end, prefix, suffix, match: 'exact' });
    }),
    { numRuns: 5000 },
  );
});

test('a quote typed otherwise than the text is found over the same stretch', () => {
  const words = fc.array(fc.constantFrom('the', 'naïve', 'co', '“so”', 'it’s', 'a–b'), {
    minLength: 3,
    maxLength: 12,
  });
  const typed = (text: string) =>
    text
      .normalize('NFD')
      .replaceAll(' ', '\n ')
      .replace(/[“”]/g, '"')
      .replaceAll('’', "'")
      .replaceAll('–', '-');
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (list, from, size) => {
      const first = from % list.length;
      const last = Math.min(list.length, first + 1 + (size % 4));
      const text = list.join(' ');
      const start = [
        ...list
          .slice(0, first)
          .map((word) => `${word} `)
          .join(''),
      ].length;
      const quote = list.slice(first, last).join(' ');
      const starts = matchesOf(typed(quote), text).map((match) => [match.start, match.end]);
      expect(starts).toContainEqual([start, start + [...quote].length]);
    }),
    { numRuns: 3000 },
  );
});

test('the normalised form does not depend on the form of the accents', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(normalised(text.normalize('NFD')).text).toBe(normalised(text.normalize('NFC')).text);
    }),
    { numRuns: 5000 },
  );
});

const ARTICLE = new URL('../../../../shared/sources/latimes-rust.txt', import.meta.url);

describe.skipIf(!existsSync(ARTICLE))('the first article', () => {
  const text = existsSync(ARTICLE) ? readFileSync(ARTICLE, 'utf8') : '';

  test.each([
    ['“Rust” in October 2021', '“Rust†in October 2021'],
    ['“Rust,” the western', '“Rust,†the western'],
    ['Souza\'s 2019 thriller "Crown Vic" but couldn\'t', 'Souza’s 2019 thriller “Crown Vic†but couldn’t'],
    ['I really do love his writing.”', 'I really do love his writing.â€'],
    ['financed by BondIt Media Capital', undefined],
    ['Filming began in Santa Fe this month', undefined],
  ])('%s', (quote, exact) => {
    const matches = matchesOf(quote, text);
    const stored = exact ?? quote;
    const start = [...text.slice(0, text.indexOf(stored))].length;
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({
      start,
      end: start + [...stored].length,
      match: exact ? 'normalised' : 'exact',
    });
    expect(matches[0]?.exact).toBe(exact);
  });

  test('the offsets are those of the stored file', () => {
    expect(matchesOf('“Rust” in October 2021', text)[0]).toMatchObject({
      start: [...text].join('').indexOf('“Rust†in'),
      prefix: 'illed on the set of ',
      suffix: '. A judge dismissed ',
    });
  });
});
