import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repair } from '../../../src/facts/anchor/repair.ts';

/** UTF-8 read as Windows-1252, as browsers do. */
function damaged(text: string): string {
  return new TextDecoder('windows-1252').decode(Buffer.from(text));
}

test.each([
  ['â€™', '’'],
  ['â€œRustâ€\u009d', '“Rust”'],
  ['writing.â€', 'writing.”'],
  ['writing.â€ ', 'writing.” '],
  ['a â€“ b â€” câ€¦', 'a – b — c…'],
  ['cafÃ©', 'café'],
  ['Ã\u00a0 la', 'à la'],
  ['12Â\u00a0km', '12\u00a0km'],
  ['Å“uvre, Å¡, Ä‡', 'œuvre, š, ć'],
  ['â‚¬ 5, â„¢, ï¬\u0081', '€ 5, ™, ﬁ'],
  ['ðŸ˜€', '😀'],
  ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
  ['“Rust†in October', '“Rust” in October'],
  ['“Rust,†the western', '“Rust,” the western'],
])('%j is read as %j', (stored, wanted) => {
  expect(repair(stored).text).toBe(wanted);
});

test.each([
  'café',
  '“Rust” is',
  'Smith† and',
  'a † b',
  '†',
  'a note.†',
  'É” and CAFÉ’S',
  '“SMÅ” and Ä…',
  'Noé”— he',
  'Â and â',
  'âge €',
  'Fuß\u00adball, »Fuß« groß\u00a0und É…',
  'a\ud800†',
])('%j is left as it is', (text) => {
  const copy = repair(text);
  expect(copy.text).toBe(text);
  expect(copy.edits).toEqual([]);
});

test('edits and offsets count code points of the stored text', () => {
  const copy = repair('😀“A†b â€™c');
  expect(copy.text).toBe('😀“A” b ’c');
  expect(copy.edits).toEqual([
    { offset: 3, stored: '†', repaired: '” ' },
    { offset: 6, stored: 'â€™', repaired: '’' },
  ]);
  expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => copy.toStored(i))).toEqual([
    0, 1, 2, 3, 3, 4, 5, 6, 9, 10,
  ]);
  expect([0, 1, 3, 4, 5, 7, 8, 9].map((i) => copy.toStored(i, 'end'))).toEqual([0, 1, 3, 4, 4, 6, 9, 10]);
});

test('damaged text of western languages comes back', () => {
  const letters = fc.constantFrom(...'aeou ’“”–—…éèüñçß€™œšž\u00a0AZ019.,');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      expect(repair(damaged(text)).text).toBe(text);
    }),
    { numRuns: 3000 },
  );
});

test('the edits make the copy out of the stored text, whatever it is', () => {
  const pieces = fc.oneof(
    fc.constantFrom('â€', '™', 'Ã', '©', '†', 'a', '“', ' ', '😀', 'Ð', 'Ÿ', '\ud800', '.'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const stored = parts.join('');
      const copy = repair(stored);
      const points = [...stored];
      for (const { offset, stored: before, repaired } of [...copy.edits].reverse()) {
        expect(points.slice(offset, offset + [...before].length).join('')).toBe(before);
        points.splice(offset, [...before].length, repaired);
      }
      expect(points.join('')).toBe(copy.text);
      const length = [...copy.text].length;
      for (let i = 1; i <= length; i++) expect(copy.toStored(i)).toBeGreaterThanOrEqual(copy.toStored(i - 1));
      expect(copy.toStored(length, 'end')).toBe([...stored].length);
    }),
    { numRuns: 5000 },
  );
});

const ARTICLE = new URL('../../../../shared/sources/latimes-rust.txt', import.meta.url);

describe.skipIf(!existsSync(ARTICLE))('the first article', () => {
  const bytes = existsSync(ARTICLE) ? readFileSync(ARTICLE) : Buffer.alloc(0);

  test('has seven † and two â€, and no other damage', () => {
    expect(hash('sha256', bytes, 'hex')).toMatch(/^083d7e0c/);
    const copy = repair(bytes.toString('utf8'));
    expect(copy.edits.map(({ stored }) => stored).sort()).toEqual(
      [...Array(2).fill('â€'), ...Array(7).fill('†')].sort(),
    );
    expect(copy.text).toContain('“Rust” in October 2021');
    expect(copy.text).toContain('“Rust,” the western');
    expect(copy.text).toContain('a little less talking.”\nFilming');
    const opened = copy.text.match(/“/g)?.length;
    expect(copy.text.match(/”/g)?.length).toBe(opened);
  });
});
