import { describe, expect, it } from 'vitest';
import { chainOf, distanceToChain, pointOn } from '../../../src/viewer/client/curve.ts';

const line = { source: { x: 0, y: 0 }, target: { x: 100, y: 0 } };

describe('pointOn', () => {
  it('runs from end to end', () => {
    expect(pointOn({ ...line, bend: 0.3 }, 0)).toEqual({ x: 0, y: 0 });
    expect(pointOn({ ...line, bend: 0.3 }, 1)).toEqual({ x: 100, y: 0 });
    expect(pointOn({ ...line, bend: 0 }, 0.5).x).toBeCloseTo(50, 9);
  });
  it('stands aside in the middle by the bend', () => {
    expect(pointOn({ ...line, bend: 0.2 }, 0.5).y).toBeCloseTo(-20, 9);
  });
  it('goes up from a circle and back to it in a loop', () => {
    const loop = { source: { x: 5, y: 5 }, target: { x: 5, y: 5 }, bend: 1, loop: 10 };
    expect(pointOn(loop, 1)).toEqual({ x: 5, y: 5 });
    expect(pointOn(loop, 0.5).y).toBeLessThan(-20);
  });
});

describe('distanceToChain', () => {
  it('is that to the nearest stretch', () => {
    expect(distanceToChain({ x: 50, y: 7 }, chainOf({ ...line, bend: 0 }))).toBeCloseTo(7, 9);
    expect(distanceToChain({ x: 130, y: 40 }, chainOf({ ...line, bend: 0 }))).toBeCloseTo(50, 9);
    expect(distanceToChain({ x: 50, y: -20 }, chainOf({ ...line, bend: 0.2 }))).toBeLessThan(0.1);
  });
});
