import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedOrigin, SourceText } from '../../src/core/place.ts';
import { rawText } from '../rawText.ts';

const at = (text: string, offset: number) => {
  const { line, column } = new SourceText('f', text).placeAt(offset);
  return `${line}:${column}`;
};

describe('placeAt', () => {
  it.each([
    ['', 0, '1:1'],
    ['abc', 2, '1:3'],
    ['a\nb', 2, '2:1'],
    ['a\r\nb', 3, '2:1'],
    ['a\rb', 2, '2:1'],
    ['a\n\rb', 3, '3:1'],
    ['a\r\r\nb', 4, '3:1'],
    ['\u{1f6a2}x', 2, '1:2'],
    ['\u{1f6a2}\u{1f6a2}\nab', 6, '2:2'],
    ['e\u0301x', 2, '1:3'],
    ['a\u2028b', 2, '1:3'],
    ['a\u0085b', 2, '1:3'],
    ['\ud800x', 1, '1:2'],
    ['a\n', 2, '2:1'],
    ['a\tb', 2, '1:3'],
  ])('%j at %i is %s', (text, offset, place) => expect(at(text, offset)).toBe(place));

  it('agrees with counting line ends and code points by hand', () => {
    const text = fc
      .array(fc.oneof(rawText, fc.constantFrom('\n', '\r', '\r\n', '\u{1f6a2}')), { maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), (whole, n) => {
        let offset = n % (whole.length + 1);
        // Offsets point at characters: not between the halves of one, nor of a line end.
        if (/[\ud800-\udbff][\udc00-\udfff]|\r\n/.test(whole.slice(Math.max(0, offset - 1), offset + 1)))
          offset--;
        const before = whole.slice(0, Math.max(0, offset)).split(/\r\n|\r|\n/);
        const last = before.at(-1) ?? '';
        expect(at(whole, Math.max(0, offset))).toBe(`${before.length}:${[...last].length + 1}`);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('line', () => {
  const source = new SourceText('f', 'one\r\ntwo\rthree\n\nfive');
  it('gives each line without its end', () =>
    expect([1, 2, 3, 4, 5].map((number) => source.line(number))).toEqual([
      'one',
      'two',
      'three',
      '',
      'five',
    ]));
  it('gives nothing outside the text', () =>
    expect([source.line(0), source.line(6)]).toEqual([undefined, undefined]));

  it('holds the place of every offset', () => {
    fc.assert(
      fc.property(rawText, fc.nat(), (text, n) => {
        const whole = new SourceText('f', text);
        const { line, column } = whole.placeAt(n % (text.length + 1));
        const shown = whole.line(line);
        expect(shown).toBeDefined();
        expect(column - 1).toBeLessThanOrEqual([...(shown ?? '')].length + 2);
      }),
      { numRuns: 3000 },
    );
  });
});

it('a fixed origin has one place for all parts', () => {
  const place = { file: 'f', line: 3, column: 4 };
  expect(fixedOrigin(place).place('x')).toBe(place);
  expect(fixedOrigin(place).place()).toBe(place);
});
