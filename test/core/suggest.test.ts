import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/core/suggest.ts';
import { rawText } from '../rawText.ts';

describe('nearest', () => {
  it.each([
    ['homeprot', ['homePort', 'homeRoute'], 'homePort'],
    ['HOMEPORT', ['homePort'], 'homePort'],
    ['lauched', ['launched', 'latched'], 'latched'],
    ['flga', ['flag'], 'flag'],
    ['escrots', ['escorts'], 'escorts'],
    ['a', ['b'], 'b'],
  ])('%s among %j is %s', (value, names, name) => expect(nearest(value, names)).toBe(name));

  it.each([
    ['length', ['homePort']],
    ['', ['launched']],
    ['homePort', []],
    ['abcdef', ['uvwxyz']],
  ])('%s has none among %j', (value, names) => expect(nearest(value, names)).toBeUndefined());

  it('gives the same for any order of the candidates', () => {
    const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'abAB'), maxLength: 5 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abAB'), maxLength: 5 }),
        names,
        fc.nat(),
        (value, list, by) => {
          const turned = [...list.slice(by % (list.length + 1)), ...list.slice(0, by % (list.length + 1))];
          expect(nearest(value, turned)).toBe(nearest(value, list));
          expect(nearest(value, [...list].reverse())).toBe(nearest(value, list));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('gives a candidate or nothing, and the value itself where it is one', () => {
    fc.assert(
      fc.property(rawText, fc.array(rawText, { maxLength: 5 }), (value, list) => {
        const found = nearest(value, list);
        if (found !== undefined) expect(list).toContain(found);
        const same = list.filter((name) => name.toLowerCase() === value.toLowerCase());
        if (same.length > 0) expect(same).toContain(found);
      }),
      { numRuns: 2000 },
    );
  });

  it('never takes a word for a slip of one that is a third longer', () => {
    expect(nearest('port', ['portable'])).toBeUndefined();
    expect(nearest('port', ['ports'])).toBe('ports');
  });
});
