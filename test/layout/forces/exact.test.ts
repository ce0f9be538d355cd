import { describe, expect, it } from 'vitest';
import { bodiesOf } from '../../../src/layout/forces/bodies.ts';
import { exactForcesAt } from '../../../src/layout/forces/exact.ts';
import { graphologyForcesAt } from '../../../src/layout/forces/graphology.ts';
import { ln, ln1p } from '../../../src/layout/forces/ln.ts';
import { power } from '../../../src/layout/forces/power.ts';
import { errorOf, graphOf, hubs, SETTINGS, strewn } from './hubs.ts';

const EXACT = { ...SETTINGS, theta: 0 };

describe('exactForcesAt', () => {
  it('gives two linked nodes what the paper says', () => {
    const graph = graphOf(2, [[0, 1, 3]]);
    const places = { x: Float64Array.of(0, 4), y: Float64Array.of(0, 0) };
    const force = exactForcesAt(bodiesOf(graph, EXACT), places, { ...EXACT, gravity: 0 });
    // Repulsion 10 · 2 · 2 / 4 apart, attraction 3 · 4 together.
    expect([...force.x]).toEqual([2, -2]);
    const linLog = { ...EXACT, gravity: 0, linLog: true };
    const logarithmic = exactForcesAt(bodiesOf(graph, linLog), places, linLog);
    expect(logarithmic.x[0]).toBeCloseTo(3 * Math.log(5) - 10, 12);
  });

  it.each([
    { linLog: false },
    { linLog: true },
    { strongGravity: false, gravity: 1 },
    { dissuadeHubs: true },
    { dissuadeHubs: true, linLog: true },
    { weightInfluence: 0 },
    { scaling: 2, gravity: 0 },
  ])('agrees with the exact mode of graphology within 1e-9: %o', (options) => {
    const settings = { ...EXACT, ...options };
    const graph = hubs(300);
    const places = strewn(300, 500);
    const found = exactForcesAt(bodiesOf(graph, settings), places, settings);
    expect(errorOf(found, graphologyForcesAt(graph, places, settings))).toBeLessThan(1e-9);
  });

  it('counts weights by their power, as graphology, whose masses are sums of weights', () => {
    const graph = graphOf(3, [[0, 1, 0.25], [1, 2, 9]]); // biome-ignore format: one row
    const settings = { ...EXACT, weightInfluence: 1.3 };
    const places = strewn(3, 100);
    const mass = Float64Array.of(1.25, 10.25, 10);
    const found = exactForcesAt({ ...bodiesOf(graph, settings), mass }, places, settings);
    expect(errorOf(found, graphologyForcesAt(graph, places, settings))).toBeLessThan(1e-9);
  });
});

describe('ln, ln1p and power', () => {
  it.each([1e-300, 1e-9, 0.3, 0.7072, 0.99999, 1, 1.5, 2, 10, 12345.678, 1e300])(
    'are those of Math for %f',
    (value) => {
      expect(Math.abs(ln(value) - Math.log(value))).toBeLessThanOrEqual(Math.abs(Math.log(value)) * 1e-14);
      expect(Math.abs(ln1p(value) / Math.log1p(value) - 1)).toBeLessThan(1e-14);
    },
  );

  it('is exact for whole powers and roots', () => {
    expect(power(3, 4)).toBe(81);
    expect(power(2, 0)).toBe(1);
    expect(power(9, 0.5)).toBe(3);
    expect(power(5, 1.37) / 5 ** 1.37).toBeCloseTo(1, 8);
  });
});
