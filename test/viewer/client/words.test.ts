import { describe, expect, it } from 'vitest';
import { counted, standingWord } from '../../../src/viewer/client/words.ts';

describe('words', () => {
  it('count', () => {
    expect(counted(1, 'fact')).toBe('1 fact');
    expect(counted(2000, 'entity', 'entities')).toBe('2,000 entities');
  });
  it('name how facts stand, and leave unknown names as they are', () => {
    expect(standingWord('negated')).toBe('denied');
    expect(standingWord('constructor')).toBe('constructor');
  });
});
