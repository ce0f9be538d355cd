import { describe, expect, it } from 'vitest';
import { pointOn } from '../../../src/viewer/client/curve.ts';
import { boxesOf, Taken, toLines } from '../../../src/viewer/client/placing.ts';

const box = (left: number, top: number) => ({ left, top, right: left + 50, bottom: top + 12 });

describe('Taken', () => {
  it('gives a place once', () => {
    const taken = new Taken();
    expect(taken.take(box(0, 0))).toBe(true);
    expect(taken.take(box(40, 6))).toBe(false);
    expect(taken.take(box(50, 0))).toBe(true);
    expect(taken.take(box(-60, -20))).toBe(true);
    expect(taken.take(box(-20, -9))).toBe(false);
  });
  it('sees boxes of many cells', () => {
    const taken = new Taken();
    taken.add({ left: -500, right: 500, top: -500, bottom: 500 });
    expect(taken.take(box(300, 300))).toBe(false);
    expect(taken.take(box(600, 300))).toBe(true);
  });
});

describe('boxesOf', () => {
  it('stays within the circle', () => {
    for (const { left, top, right, bottom } of boxesOf({ x: 5, y: -3, radius: 10 })) {
      for (const [x, y] of [
        [left, top],
        [right, bottom],
        [left, bottom],
        [right, top],
      ] as const) {
        expect((x - 5) ** 2 + (y + 3) ** 2).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('toLines', () => {
  it.each([
    ['Bergen', ['Bergen']],
    ['Harbour master of Bergen', ['Harbour master of', 'Bergen']],
    [
      'one two three four five six seven eight nine ten eleven twelve thirteen',
      ['one two three four', 'five six seven eight', 'nine ten eleven…'],
    ],
    ['x'.repeat(60), [`${'x'.repeat(39)}…`]],
    ['', ['']],
  ])('%j', (text, lines) => expect(toLines(text, 20)).toEqual(lines));
});

describe('pointOn', () => {
  const line = { source: { x: 0, y: 0 }, target: { x: 100, y: 0 } };
  it('runs from end to end', () => {
    expect(pointOn({ ...line, bend: 0.3 }, 0)).toEqual({ x: 0, y: 0 });
    expect(pointOn({ ...line, bend: 0.3 }, 1)).toEqual({ x: 100, y: 0 });
    expect(pointOn({ ...line, bend: 0 }, 0.5).x).toBeCloseTo(50, 9);
  });
  it('stands aside in the middle by the bend', () => {
    expect(pointOn({ ...line, bend: 0.2 }, 0.5).y).toBeCloseTo(-20, 9);
  });
});
