import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated } from '../../src/core/bidi.ts';

describe('isolated', () => {
  it.each(['', 'Aurora', 'Ørsted 日本', '1 < 2'])('leaves %j as it is', (text) =>
    expect(isolated(text)).toBe(text),
  );
  it.each([
    ['שלום', '\u2068שלום\u2069'],
    ['\u202eabc', '\u2068\u202eabc\u2069'],
    ['\u2066a', '\u2068\u2066a\u2069\u2069'],
    ['a\u2069b', '\u2068\u2068a\u2069b\u2069'],
  ])('puts %j into isolates', (text, whole) => expect(isolated(text)).toBe(whole));

  it('closes all that it opens, and nothing before', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'ש', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'),
    });
    fc.assert(
      fc.property(texts, (text) => {
        let depth = 0;
        for (const sign of isolated(text)) {
          if (sign >= '\u2066' && sign <= '\u2068') depth += 1;
          if (sign === '\u2069') depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });
});
