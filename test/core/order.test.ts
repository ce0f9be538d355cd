import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUtf8, sortedBy } from '../../src/core/order.ts';
import { rawText, wellFormedText } from '../rawText.ts';

const RUNS = { numRuns: 5000 };
const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('compareUtf8', () => {
  it('is the order of the UTF-8 bytes, for any well-formed text', () => {
    fc.assert(
      fc.property(wellFormedText, wellFormedText, (a, b) => {
        expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(bytes(a), bytes(b)));
      }),
      RUNS,
    );
  });

  it('is so for texts that begin alike', () => {
    fc.assert(
      fc.property(wellFormedText, wellFormedText, wellFormedText, (start, a, b) => {
        expect(Math.sign(compareUtf8(start + a, start + b))).toBe(
          Buffer.compare(bytes(start + a), bytes(start + b)),
        );
      }),
      RUNS,
    );
  });

  it('puts astral characters behind U+FFFF, where JavaScript puts them before', () => {
    expect('\uffff' < '\u{10000}').toBe(false);
    expect(compareUtf8('\uffff', '\u{10000}')).toBeLessThan(0);
    expect(compareUtf8('\ue000', '\u{1f6a2}')).toBeLessThan(0);
  });

  it('is a total order of all texts, lone surrogates too', () => {
    fc.assert(
      fc.property(rawText, rawText, rawText, (a, b, c) => {
        expect(compareUtf8(a, b) === 0).toBe(a === b);
        expect(Math.sign(compareUtf8(a, b))).toBe(-Math.sign(compareUtf8(b, a)) + 0);
        if (compareUtf8(a, b) < 0 && compareUtf8(b, c) < 0) expect(compareUtf8(a, c)).toBeLessThan(0);
      }),
      RUNS,
    );
  });
});

describe('sortedBy', () => {
  it('keeps the order of equal keys and leaves its input alone', () => {
    const items = [
      { k: 'b', n: 1 },
      { k: 'a', n: 2 },
      { k: 'b', n: 3 },
      { k: 'a', n: 4 },
    ];
    const before = [...items];
    expect(sortedBy(items, (item) => item.k).map((item) => item.n)).toEqual([2, 4, 1, 3]);
    expect(items).toEqual(before);
  });

  it('gives the same for any order of distinct keys', () => {
    fc.assert(
      fc.property(fc.uniqueArray(wellFormedText), fc.infiniteStream(fc.nat()), (texts, numbers) => {
        const shuffled = texts
          .map((text) => ({ text, at: numbers.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ text }) => text);
        expect(sortedBy(shuffled, (text) => text)).toEqual(sortedBy(texts, (text) => text));
      }),
      { numRuns: 500 },
    );
  });
});
