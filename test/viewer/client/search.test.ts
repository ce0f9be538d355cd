import { describe, expect, it } from 'vitest';
import { findLabels, folded } from '../../../src/viewer/client/search.ts';

describe('folded', () => {
  it.each([
    ['Écho', 'echo'],
    ['Ørsted', 'orsted'],
    ['STRASSE Straße', 'strasse strasse'],
    ['Łódź', 'lodz'],
    ['Æsir’s', "aesir's"],
    ['ﬁne  blank', 'fine blank'],
    ['İstanbul', 'istanbul'],
    ['東京', '東京'],
  ])('%s → %s', (text, expected) => expect(folded(text)).toBe(expected));
});

describe('findLabels', () => {
  const index = ['Nord', 'Écho du Nord', 'Nordkapp', 'Snorre', 'Anord', 'Lord'].map(folded);
  const find = (query: string, limit = 10) =>
    findLabels(index, { query, limit, weight: (item) => (item === 2 ? 5 : 0) });

  it('puts beginnings before words before the rest, the weightier first', () => {
    expect(find('nor')).toEqual([2, 0, 1, 3, 4]);
  });
  it('does not mind accents and capitals', () => expect(find('ECHÓ')).toEqual([1]));
  it('keeps to the limit', () => expect(find('nor', 2)).toEqual([2, 0]));
  it('finds nothing for nothing', () => expect(find('  ')).toEqual([]));
  it('takes signs as they are', () => expect(find('.*')).toEqual([]));
  it('sees a later word where an earlier place is inside one', () => {
    expect(findLabels(['xab ab', 'xab'], { query: 'ab', limit: 9, weight: () => 0 })).toEqual([0, 1]);
  });
});
