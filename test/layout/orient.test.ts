import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orient } from '../../src/layout/orient.ts';
import type { Positions } from '../../src/layout/positions.ts';

const places = (points: readonly (readonly [number, number])[]): Positions => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});
const spreadOf = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
const apart = ({ x, y }: Positions, a: number, b: number) =>
  Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));

describe('orient', () => {
  it('lays what stands on end', () => {
    const tall = places([
      [0, 0],
      [1, 10],
      [0, 20],
      [1, 30],
    ]);
    const { x, y } = orient(tall);
    expect(spreadOf(x)).toBeGreaterThan(400);
    expect(spreadOf(y)).toBeLessThan(2);
  });

  it('gives one picture whichever way a shape is turned or mirrored', () => {
    const shape: [number, number][] = [
      [0, 0],
      [9, 1],
      [4, 3],
      [20, -2],
      [7, 6],
    ];
    const upright = orient(places(shape));
    for (const [turn, mirror] of [
      [0.7, 1],
      [2, 1],
      [4, -1],
    ] as const) {
      const moved = shape.map(([x, y]): [number, number] => [
        x * Math.cos(turn) - mirror * y * Math.sin(turn) + 100,
        x * Math.sin(turn) + mirror * y * Math.cos(turn) - 30,
      ]);
      const { x, y } = orient(places(moved));
      for (const [i, value] of x.entries()) expect(value).toBeCloseTo(upright.x[i] ?? Number.NaN, 6);
      for (const [i, value] of y.entries()) expect(value).toBeCloseTo(upright.y[i] ?? Number.NaN, 6);
    }
  });

  it('keeps all distances, is finite and lies wider than high', () => {
    const coordinate = fc.double({ min: -1e4, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 12 }), (points) => {
        const before = places(points);
        const after = orient(before);
        for (let a = 0; a < points.length; a++)
          for (let b = 0; b < a; b++) expect(apart(after, a, b)).toBeCloseTo(apart(before, a, b), 4);
        expect(spreadOf(after.x) * (1 + 1e-6) + 1e-6).toBeGreaterThanOrEqual(spreadOf(after.y));
      }),
    );
  });
});
