import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bodiesOf } from '../../../src/layout/forces/bodies.ts';
import { exactForces, exactForcesAt, exactRepulsionAt } from '../../../src/layout/forces/exact.ts';
import type { ForceGraph } from '../../../src/layout/forces/forces.ts';
import { kernelForces, kernelForcesAt, kernelRepulsionAt } from '../../../src/layout/forces/kernel.ts';
import type { Positions } from '../../../src/layout/positions.ts';
import { errorOf, filmGraph, hubs, moviesAtHand, SETTINGS, strewn } from './hubs.ts';

describe('kernelForces', () => {
  it.each([
    { linLog: false },
    { linLog: true },
    { strongGravity: false, gravity: 1 },
    { dissuadeHubs: true },
    { dissuadeHubs: true, linLog: true },
    { weightInfluence: 0 },
    { scaling: 0.5, gravity: 0 },
  ])('agrees with the exact sum within 1e-4 where theta is 0: %o', (options) => {
    const settings = { ...SETTINGS, theta: 0, ...options };
    const bodies = bodiesOf(hubs(777), settings);
    const places = strewn(777, 900);
    const found = kernelForcesAt(bodies, places, settings);
    expect(errorOf(found, exactForcesAt(bodies, places, settings))).toBeLessThan(1e-4);
  });

  it('reads the logarithm right from a millionth to a million', () => {
    const settings = { ...SETTINGS, linLog: true, scaling: 0, gravity: 0, theta: 0 };
    for (const side of [1e-6, 1e-3, 1, 1e3, 1e6]) {
      const bodies = bodiesOf(hubs(101), settings);
      const places = strewn(101, side);
      const found = kernelForcesAt(bodies, places, settings);
      expect(errorOf(found, exactForcesAt(bodies, places, settings))).toBeLessThan(1e-5);
    }
  });

  it('moves as the exact engine does, step by step', () => {
    const settings = { ...SETTINGS, theta: 0 };
    const kernel = kernelForces(hubs(200), strewn(200, 100), settings);
    const exact = exactForces(hubs(200), strewn(200, 100), settings);
    const [own, reference] = [kernel.run(5), exact.run(5)];
    for (const part of ['swinging', 'traction', 'speed', 'moved', 'extent'] as const)
      expect(Math.abs(own[part] / reference[part] - 1)).toBeLessThan(1e-3);
    expect(own.steps).toBe(5);
    expect(errorOf(kernel.positions(), exact.positions())).toBeLessThan(1e-3);
  });

  it('gives the same bytes again, and in slices', () => {
    const once = kernelForces(hubs(1500), strewn(1500, 10), SETTINGS);
    const sliced = kernelForces(hubs(1500), strewn(1500, 10), SETTINGS);
    const report = once.run(40);
    for (let i = 0; i < 8; i++) sliced.run(5);
    expect(sliced.run(0)).toEqual(report);
    expect(sliced.positions()).toEqual(once.positions());
  });

  it('is what its source gives', () => {
    const script = new URL('../../../scripts/buildKernel.mjs', import.meta.url);
    expect(() => execFileSync('node', [script.pathname, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});

/** At rest for the kernel: the places that matter for its error. */
function settled(graph: ForceGraph, linLog: boolean): Positions {
  const settings = { ...SETTINGS, linLog, scaling: linLog ? 1 : 10 };
  const forces = kernelForces(graph, strewn(graph.count, 1000), settings);
  forces.run(100);
  return forces.positions();
}

describe('the error of the kernel’s repulsion at theta 1.2', () => {
  const cases: [string, () => ForceGraph][] = [
    ['hubs of 1,000', () => hubs(1_000)],
    ['hubs of 10,000', () => hubs(10_000)],
  ];
  if (moviesAtHand) cases.push(['films of 1,000', () => filmGraph(1_000)]);
  if (moviesAtHand) cases.push(['films of 10,000', () => filmGraph(10_000)]);

  it.each(cases)('is below 1.5 %% strewn and settled: %s', (_, graphOfCase) => {
    const graph = graphOfCase();
    const bodies = bodiesOf(graph, SETTINGS);
    for (const places of [strewn(graph.count, 1000), settled(graph, false), settled(graph, true)]) {
      const found = kernelRepulsionAt(bodies, places, SETTINGS);
      const error = errorOf(found, exactRepulsionAt(bodies, places, SETTINGS.scaling));
      expect(error).toBeLessThan(0.015);
      // The sum of two forces between a pair is 0 as long as no mass is lost.
      expect(error).toBeGreaterThan(0);
    }
  });
});
