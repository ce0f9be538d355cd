import { describe, expect, it } from 'vitest';
import { bestPlace, boxesOf, Lines, Taken, toLines } from '../../../src/viewer/client/placing.ts';

const SHEET = { left: -600, top: -600, right: 800, bottom: 600 };
const box = (left: number, top: number) => ({ left, top, right: left + 50, bottom: top + 12 });

describe('Taken', () => {
  it('knows which places are free', () => {
    const taken = new Taken(SHEET);
    taken.add(box(0, 0));
    expect(taken.isFree(box(40, 6))).toBe(false);
    expect(taken.isFree(box(50, 0))).toBe(true);
    expect(taken.isFree(box(-60, -20))).toBe(true);
  });
  it('sees boxes of many cells', () => {
    const taken = new Taken(SHEET);
    taken.add({ left: -500, right: 500, top: -500, bottom: 500 });
    expect(taken.isFree(box(300, 300))).toBe(false);
    expect(taken.isFree(box(600, 300))).toBe(true);
  });
});

describe('bestPlace', () => {
  const lines = new Lines(SHEET);
  lines.add('across', [
    { x: -200, y: 6 },
    { x: 200, y: 6 },
  ]);
  const taken = new Taken(SHEET);
  taken.add(box(0, 100));
  const places = [
    { name: 'on the line', box: box(0, 0) },
    { name: 'taken', box: box(10, 100) },
    { name: 'free', box: box(0, 50) },
    { name: 'free too', box: box(0, 70) },
  ];
  it('is the first that is free and crossed by no line', () =>
    expect(bestPlace(places, { taken, lines })?.name).toBe('free'));
  it('may be on the line that the text belongs to', () =>
    expect(bestPlace(places, { taken, lines, own: 'across' })?.name).toBe('on the line'));
  it('may be across a line rather than too far away', () =>
    expect(
      bestPlace([{ name: 'far', box: box(0, 50), cost: 2 }, ...places.slice(0, 2)], { taken, lines })?.name,
    ).toBe('on the line'));
  it('is none where all are taken', () =>
    expect(bestPlace(places.slice(1, 2), { taken, lines })).toBeUndefined());
});

describe('Lines', () => {
  it('keeps of a line far beyond the sheet only what runs over it', () => {
    const lines = new Lines(SHEET);
    for (let edge = 0; edge < 400; edge += 1)
      lines.add(`e${edge}`, [
        { x: -1e8, y: -1e8 + edge },
        { x: 1e8, y: 1e8 },
      ]);
    lines.add('beside', [
      { x: -1e8, y: 900 },
      { x: 1e8, y: 900 },
    ]);
    expect(lines.countIn({ left: -10, right: 10, top: -20, bottom: 20 })).toBeGreaterThan(40);
    expect(lines.countIn({ left: -600, right: 800, top: 700, bottom: 1000 })).toBe(0);
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
