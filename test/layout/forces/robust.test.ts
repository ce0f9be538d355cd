import { describe, expect, it } from 'vitest';
import { exactForces } from '../../../src/layout/forces/exact.ts';
import type { ForceEngine, ForceGraph } from '../../../src/layout/forces/forces.ts';
import { graphologyForces } from '../../../src/layout/forces/graphology.ts';
import { kernelForces } from '../../../src/layout/forces/kernel.ts';
import { allFinite, type Positions, reach } from '../../../src/layout/positions.ts';
import { graphOf, hubs, SETTINGS, strewn } from './hubs.ts';

const ENGINES: [string, ForceEngine][] = [
  ['kernel', kernelForces],
  ['exact', exactForces],
  ['graphology', graphologyForces],
];

function laidOut(engine: ForceEngine, graph: ForceGraph, start: Positions, steps = 30): Positions {
  const forces = engine(graph, start, SETTINGS);
  const report = forces.run(steps);
  for (const value of Object.values(report)) expect(Number.isFinite(value)).toBe(true);
  return forces.positions();
}

const places = ({ x, y }: Positions): number => new Set(Array.from(x, (value, i) => `${value} ${y[i]}`)).size;
const zeros = (count: number): Positions => ({ x: new Float64Array(count), y: new Float64Array(count) });
const star = (count: number): ForceGraph =>
  graphOf(
    count,
    Array.from({ length: count - 1 }, (_, i) => [0, i + 1]),
  );

describe.each(ENGINES)('%s', (_, engine) => {
  it.each([0, 1, 2, 3])('takes %i nodes', (count) => {
    const found = laidOut(engine, graphOf(count, []), zeros(count));
    expect(found.x).toHaveLength(count);
    expect(allFinite(found)).toBe(true);
    expect(places(found)).toBe(count);
  });

  it('parts nodes that start at one place, the same way each time', () => {
    const found = laidOut(engine, hubs(300), zeros(300));
    expect(allFinite(found)).toBe(true);
    expect(places(found)).toBe(300);
    expect(laidOut(engine, hubs(300), zeros(300))).toEqual(found);
  });

  it('finds places for nodes that have none', () => {
    const start = strewn(100, 100);
    start.x[3] = Number.NaN;
    start.y[4] = Number.POSITIVE_INFINITY;
    start.x[5] = 1e200;
    const short = { x: start.x.slice(0, 90), y: start.y.slice(0, 90) };
    const found = laidOut(engine, hubs(100), short);
    expect(allFinite(found)).toBe(true);
    expect(places(found)).toBe(100);
  });

  it.each([0, -5, 1e30, 1e300, Number.NaN, Number.POSITIVE_INFINITY, 1e-300])(
    'stands a weight of %d',
    (weight) => {
      const graph = hubs(100);
      graph.weight[7] = weight;
      const found = laidOut(engine, graph, strewn(100, 100), 100);
      expect(allFinite(found)).toBe(true);
      expect(reach(found)).toBeLessThan(1e9);
    },
  );

  it.each([1e-12, 1e-3, 1e6, 9e8])('stands a start as wide as %d', (side) => {
    expect(allFinite(laidOut(engine, hubs(150), strewn(150, side), 100))).toBe(true);
  });

  it('leaves out loops', () => {
    const found = laidOut(engine, graphOf(2, [[0, 1]]), strewn(2, 10), 1); // biome-ignore format: one row
    const looped = laidOut(engine, graphOf(2, [[0, 0], [0, 1]]), strewn(2, 10), 1); // biome-ignore format: one row
    expect(looped).toEqual(found);
  });
});

describe('kernel', () => {
  it('lays out a star of 100,000', () => {
    const found = laidOut(kernelForces, star(100_000), strewn(100_000, 1000), 10);
    expect(allFinite(found)).toBe(true);
  });

  it('lays out 50,000 nodes without a pair, from one place', () => {
    const found = laidOut(kernelForces, graphOf(50_000, []), zeros(50_000), 10);
    expect(allFinite(found)).toBe(true);
    expect(places(found)).toBeGreaterThan(49_900);
  });

  it('stays finite over a thousand steps, and comes to rest', () => {
    const forces = kernelForces(hubs(500), strewn(500, 1), SETTINGS);
    const early = forces.run(20);
    const late = forces.run(980);
    expect(allFinite(forces.positions())).toBe(true);
    expect(late.moved).toBeLessThan(early.moved / 10);
  });

  it('is not slowed by one node far away', () => {
    const start = strewn(20_000, 100);
    start.x[0] = 5e8;
    const found = laidOut(kernelForces, hubs(20_000), start, 5);
    expect(allFinite(found)).toBe(true);
  });
});
