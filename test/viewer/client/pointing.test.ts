import { describe, expect, it } from 'vitest';
import { hitAt, leastRadius, type Reach, reachFor } from '../../../src/viewer/client/pointing.ts';

const circle = (key: string, x: number, radius: number) => ({ key, x, y: 0, radius });
const [a, b] = [circle('a', 0, 10), circle('b', 100, 10)];
const line = { key: 'ab', source: a, target: b, bend: 0, sourceRadius: 10, targetRadius: 10 };
const targets = { circles: [a, b], lines: [line] };
const reach: Reach = { ...reachFor(10, false), least: 3.5, pixel: 1 };

describe('hitAt', () => {
  it.each([
    ['in a circle', { x: 3, y: 3 }, 'a'],
    ['beside a circle', { x: -14, y: 0 }, 'a'],
    ['on a line', { x: 50, y: 4 }, 'ab'],
    ['beside all', { x: 50, y: 8 }, undefined],
  ])('%s', (_, at, key) => {
    const { node, edge } = hitAt(at, targets, reach);
    expect(node ?? edge).toBe(key);
  });

  it('leaves a short line its middle', () => {
    const near = circle('b', 26, 10);
    const short = { circles: [a, near], lines: [{ ...line, target: near }] };
    expect(hitAt({ x: 13, y: 0 }, short, reach).edge).toBe('ab');
    expect(hitAt({ x: 13, y: 0 }, { ...short, lines: [] }, reach).node).toBe('a');
  });

  it('finds the inner one of circles that lie on each other', () => {
    const over = { circles: [circle('large', 0, 50), circle('small', 20, 5)], lines: [] };
    expect(hitAt({ x: 21, y: 0 }, over, reach).node).toBe('small');
    expect(hitAt({ x: -20, y: 0 }, over, reach).node).toBe('large');
  });

  it('tells fractions of a pixel inside of circles apart', () => {
    const over = { circles: [circle('far', 0.4, 9), circle('near', 0, 9)], lines: [] };
    expect(hitAt({ x: 0, y: 0 }, over, reach).node).toBe('near');
  });

  it('reckons in pixels: zoomed out, reach and least radius take more of the graph', () => {
    expect(hitAt({ x: 50, y: 40 }, targets, { ...reach, pixel: 10 }).edge).toBe('ab');
    expect(hitAt({ x: -60, y: 0 }, targets, { ...reach, pixel: 10 }).node).toBe('a');
  });

  it('follows bent lines and loops', () => {
    const bent = { circles: [a, b], lines: [{ ...line, bend: 0.3 }] };
    expect(hitAt({ x: 50, y: -30 }, bent, reach).edge).toBe('ab');
    expect(hitAt({ x: 50, y: 0 }, bent, reach).edge).toBeUndefined();
    const loop = { circles: [a], lines: [{ ...line, target: a, bend: 1 }] };
    expect(hitAt({ x: 0, y: -37.8 }, loop, reach).edge).toBe('ab');
    expect(hitAt({ x: 0, y: 40 }, loop, reach).edge).toBeUndefined();
  });
});

describe('leastRadius', () => {
  it('shrinks as circles become many', () =>
    expect([10, 1000, 50_000].map(leastRadius)).toEqual([3.5, 2, 0.8]));
});
