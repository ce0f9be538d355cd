import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntityId, hashOf, parseId, suggestId } from '../../src/core/ids.ts';
import { rawText, wellFormedText } from '../rawText.ts';

describe('parseId', () => {
  it.each(['a', 'A1', '0', 'low-tide', 'm.s._x-', 'constructor', 'toString', 'x'.repeat(200)])(
    'takes %s',
    (text) => expect(parseId<EntityId>(text)).toBe(text),
  );

  it.each([
    '',
    ' ',
    '-a',
    '.a',
    '_a',
    '__proto__',
    'a b',
    'a\n',
    'é',
    'a/b',
    'a#b',
    'a%20',
    '../a',
    'x'.repeat(201),
  ])('refuses %j', (text) => expect(parseId<EntityId>(text)).toBeUndefined());

  it('never alters what it takes, and takes only what can stand in any IRI, file or XML id as it is', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        const id = parseId<EntityId>(text);
        if (id === undefined) return;
        expect(id).toBe(text);
        expect(encodeURIComponent(id)).toBe(id);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('suggestId', () => {
  it.each([
    ['Joel Souza', 'joel-souza'],
    ['Ängström & Co.', 'angstrom-co.'],
    ['  --x--  ', 'x'],
    ['__proto__', 'proto__'],
  ])('%s → %s', (text, id) => expect(suggestId(text)).toBe(id));

  it.each(['', '東京', '!!!', '\ud800'])('has none for %j', (text) =>
    expect(suggestId(text)).toBeUndefined(),
  );

  it('suggests ids only, unless they are too long', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        const id = suggestId(text);
        if (id !== undefined) expect(parseId<EntityId>(id)).toBe(id);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('hashOf', () => {
  it('is the start of SHA-256 over the parts, each after its length in bytes', () => {
    const whole = createHash('sha256').update('2:ab6:h\u00e9\u20ac0:', 'utf8').digest('hex');
    expect(hashOf(['ab', 'h\u00e9\u20ac', ''])).toBe(whole.slice(0, 32));
  });

  it('tells (ab, c) from (a, bc)', () => {
    expect(hashOf(['ab', 'c'])).not.toBe(hashOf(['a', 'bc']));
    expect(hashOf(['a', ''])).not.toBe(hashOf(['a']));
    expect(hashOf(['1:a'])).not.toBe(hashOf(['a', '']));
    expect(hashOf(['a1:b'])).not.toBe(hashOf(['a', 'b']));
  });

  it('differs wherever the lists of parts differ', () => {
    const parts = fc.array(fc.oneof(wellFormedText, fc.constantFrom('', '1', ':', '1:', '0:', 'a')), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(hashOf(a) === hashOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 5000 },
    );
  });

  it('differs wherever one list of parts is cut elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 9 }), fc.nat(), fc.nat(), (text, i, j) => {
        const cut = (at: number) => [
          text.slice(0, at % (text.length + 1)),
          text.slice(at % (text.length + 1)),
        ];
        const [a, b] = [cut(i), cut(j)];
        expect(hashOf(a) === hashOf(b)).toBe(a[0] === b[0]);
      }),
      { numRuns: 5000 },
    );
  });
});
