import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodiesOf } from '../../../src/layout/forces/bodies.ts';
import { exactRepulsionAt } from '../../../src/layout/forces/exact.ts';
import { kernelForces, kernelRepulsionAt } from '../../../src/layout/forces/kernel.ts';
import type { Positions } from '../../../src/layout/positions.ts';
import { errorOf, hubs, SETTINGS, strewn } from './hubs.ts';

const load = createRequire(import.meta.url);
const RELEASED = load.resolve('graphology-layout-forceatlas2/iterate.js');
const PAGE = new URL('../../../docs/design/graphology-mass-loss.md', import.meta.url);

type Iterate = (settings: object, nodes: Float64Array, edges: Float64Array) => void;

/** The text with the hunks of a unified diff applied; throws where the context is not found. */
function patched(text: string, diff: string): string {
  const hunks = diff.split(/^@@.*@@.*\n/m).slice(1);
  return hunks.reduce((before, hunk) => {
    const lines = hunk.split('\n').slice(0, -1);
    const side = (mark: string): string =>
      lines
        .filter((line) => !line.startsWith(mark))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const parts = before.split(side('+'));
    if (parts.length !== 2) throw new Error('the patch does not apply');
    return parts.join(side('-'));
  }, text);
}

function mendedIterate(): Iterate {
  const diff = /```diff\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8'))?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'mass-'));
  try {
    const file = join(folder, 'iterate.cjs');
    writeFileSync(file, patched(readFileSync(RELEASED, 'utf8'), diff));
    return load(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const GRAPH = hubs(2000);
const BODIES = bodiesOf(GRAPH, SETTINGS);

function settledPlaces(): Positions {
  const forces = kernelForces(GRAPH, strewn(2000, 1000), SETTINGS);
  forces.run(100);
  return forces.positions();
}

/** The repulsion through the tree of the package. */
function repulsionBy(iterate: Iterate, places: Positions, theta: number): Positions {
  const nodes = new Float64Array(BODIES.count * 10);
  BODIES.mass.forEach((mass, i) => {
    nodes.set([places.x[i] ?? 0, places.y[i] ?? 0, 0, 0, 0, 0, mass, 1, 1, 0], i * 10);
  });
  const settings = { barnesHutOptimize: true, barnesHutTheta: theta, scalingRatio: SETTINGS.scaling };
  iterate({ ...settings, gravity: 0, slowDown: 1, edgeWeightInfluence: 1 }, nodes, new Float64Array(0));
  const column = (at: number): Float64Array => nodes.filter((_, i) => i % 10 === at);
  return { x: column(2), y: column(3) };
}

describe('the tree of graphology-layout-forceatlas2', () => {
  const places = settledPlaces();
  const exact = exactRepulsionAt(BODIES, places, SETTINGS.scaling);
  const errorAt = (iterate: Iterate, theta: number): number =>
    errorOf(repulsionBy(iterate, places, theta), exact);

  it('loses mass as released: a finer theta does not help', () => {
    const released: Iterate = load(RELEASED);
    expect(errorAt(released, 0.5)).toBeGreaterThan(0.02);
    expect(errorAt(released, 0.2)).toBeGreaterThan(0.02);
  });

  it('is mended by the patch: the finer theta, the smaller the error', () => {
    const mended = mendedIterate();
    expect(errorAt(mended, 1.2)).toBeLessThan(errorAt(load(RELEASED), 1.2));
    expect(errorAt(mended, 0.5)).toBeLessThan(0.006);
    expect(errorAt(mended, 0.2)).toBeLessThan(errorAt(mended, 0.5));
  });

  it('errs more than the kernel at the same theta', () => {
    const own = errorOf(kernelRepulsionAt(BODIES, places, SETTINGS), exact);
    expect(own).toBeLessThan(errorAt(load(RELEASED), SETTINGS.theta));
    expect(own).toBeLessThan(errorAt(mendedIterate(), SETTINGS.theta));
  });
});
