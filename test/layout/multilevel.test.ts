/** Graphs above 1,500 nodes, which are laid out by levels: groups first, then their members. */
import { describe, expect, it } from 'vitest';
import { project } from '../../src/graph/projection.ts';
import type { GraphView, Placement } from '../../src/graph/view.ts';
import { arrange } from '../../src/layout/arrange.ts';
import { componentsOf } from '../../src/layout/components.ts';
import { kernelForces } from '../../src/layout/forces/kernel.ts';
import { settleFromScratch } from '../../src/layout/levels.ts';
import { PROFILE } from '../../src/layout/profiles.ts';
import { brokenPromises, graphOf, overlapsOf, type Pair, star } from './graphs.ts';

const forces = { seed: 1, engine: 'forceatlas2' } as const;
const PROFILES = ['communities', 'overview'] as const;

/** Groups of six, all linked, and each group with the next by one pair; nodes from `first` on. */
function chain(groups: number, first = 0): Pair[] {
  const pairs: Pair[] = [];
  for (let group = 0; group < groups; group++) {
    const at = first + 6 * group;
    for (let i = 0; i < 6; i++) for (let j = 0; j < i; j++) pairs.push([at + j, at + i]);
    if (group > 0) pairs.push([at - 1, at]);
  }
  return pairs;
}

const path = (count: number, first: number): Pair[] =>
  Array.from({ length: count - 1 }, (_, i): Pair => [first + i, first + i + 1]);

const GROUPS = 300;
const COUNT = 6 * GROUPS;
const fleet = graphOf(COUNT, chain(GROUPS));

function weighted(view: GraphView, weights: readonly number[]): GraphView {
  const weight = Float64Array.from(view.edges.weight, (_, e) => weights[e % weights.length] ?? 1);
  return { ...view, edges: { ...view.edges, weight } };
}

/** What holds of every placement that has room: the frame is kept and no circles overlap. */
function expectKept(placement: Placement): void {
  expect(brokenPromises(placement)).toEqual([]);
  expect(overlapsOf(placement)).toBe(0);
}

/** The mean distance of some pairs of nodes. */
function meanApart({ x, y }: Placement, pairs: readonly Pair[]): number {
  const apart = ([a, b]: Pair) => Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
  return pairs.reduce((sum, pair) => sum + apart(pair), 0) / pairs.length;
}

describe.each(PROFILES)('a layout by levels, profile %s', (profile) => {
  const { placement } = arrange(fleet, { ...forces, profile });

  it('keeps the promises of the frame, and says that it went by levels', () => {
    expectKept(placement);
    expect(placement.algorithm).toBe(`multilevel-${PROFILE[profile].algorithm}`);
    // Of the last level: its start is so good that the forces rest soon.
    expect(placement.iterations).toBeGreaterThanOrEqual(40);
    expect(placement.iterations).toBeLessThanOrEqual(80);
  });

  it('keeps together what hangs together', () => {
    const within = meanApart(placement, chain(GROUPS));
    const across = meanApart(
      placement,
      Array.from({ length: COUNT }, (_, i): Pair => [i, (i * 7 + COUNT / 2) % COUNT]),
    );
    expect(within).toBeLessThan(across / 5);
  });

  it('gives the same bytes again, whether or not somebody hears of it', () => {
    const again = arrange(graphOf(COUNT, chain(GROUPS)), { ...forces, profile, progress: () => {} });
    expect(again.placement).toEqual(placement);
  });

  it('gives another picture with another seed', () => {
    expect(arrange(fleet, { ...forces, profile, seed: 2 }).placement.x).not.toEqual(placement.x);
  });

  it('tells how far it is: never falling, from above 0 to 1, also where there are more components', () => {
    const more = graphOf(COUNT + 103, [...chain(GROUPS), ...path(100, COUNT), [COUNT + 100, COUNT + 101]]);
    for (const graph of [fleet, more]) {
      const parts: number[] = [];
      arrange(graph, { ...forces, profile, progress: (part) => void parts.push(part) });
      expect(parts.length).toBeGreaterThan(6);
      expect(parts).toEqual([...parts].sort((a, b) => a - b));
      expect(parts[0]).toBeGreaterThan(0);
      // The groups are the first half of a component, their members the second.
      expect(parts.some((part) => part > 0.4 && part < 0.6)).toBe(true);
      expect(parts.at(-1)).toBe(1);
    }
  });
});

describe('levels', () => {
  const levelsOf = ({ nodes, edges }: GraphView, iterations?: number) => {
    const [largest] = componentsOf(project(nodes.count, edges));
    if (!largest) throw new Error('no component');
    return settleFromScratch(largest, 1, {
      engine: kernelForces,
      profile: PROFILE.communities,
      iterations,
    });
  };

  it('are as many as it takes until the groups are few', () => {
    expect(levelsOf(graphOf(1500, chain(250)), 5).levels).toBe(1);
    expect(levelsOf(graphOf(1506, chain(251)), 5).levels).toBe(2);
    expect(levelsOf(graphOf(12_000, chain(2000)), 5).levels).toBe(3);
  });

  it('are not made where groups would hardly be fewer than their members', () => {
    expect(levelsOf(star(3000), 5).levels).toBe(1);
    expect(arrange(star(3000), { ...forces, iterations: 5 }).placement.algorithm).toBe('forceatlas2-linlog');
  });

  it('take the steps that are asked for', () => {
    const { placement } = arrange(fleet, { ...forces, iterations: 7 });
    expect(placement.iterations).toBe(7);
    expectKept(placement);
    const still = arrange(fleet, { ...forces, iterations: 0 }).placement;
    expect([still.iterations, brokenPromises(still)]).toEqual([0, []]);
  });
});

describe('a large component among small ones', () => {
  const pairs = [...path(300, 10), [310, 311], ...chain(GROUPS, 320)] as const;
  const graph = graphOf(320 + COUNT, pairs as readonly Pair[]);
  const { placement } = arrange(graph, forces);

  it('leaves all of them apart from each other', () => {
    expectKept(placement);
    const boxOf = (from: number, to: number) => [
      Math.min(...placement.x.subarray(from, to)),
      Math.max(...placement.x.subarray(from, to)),
      Math.min(...placement.y.subarray(from, to)),
      Math.max(...placement.y.subarray(from, to)),
    ];
    for (const box of [boxOf(10, 310), boxOf(320, 320 + COUNT)])
      for (const side of box) expect(Math.abs(side)).toBeLessThanOrEqual(5000);
    const linked = meanApart(placement, path(300, 10));
    expect(linked).toBeLessThan(
      meanApart(
        placement,
        [...Array(300).keys()].map((i): Pair => [10 + i, 320 + 6 * i]),
      ),
    );
  });

  it('gives the placement its name and its iterations', () => {
    const alone = arrange(fleet, forces).placement;
    expect([placement.algorithm, placement.iterations]).toEqual([alone.algorithm, alone.iterations]);
    // Here the largest is a star, which has no groups, though the second goes by levels.
    const second = graphOf(2001 + COUNT, [
      ...Array.from({ length: 2000 }, (_, i): Pair => [0, i + 1]),
      ...chain(GROUPS, 2001),
    ]);
    expect(arrange(second, forces).placement.algorithm).toBe('forceatlas2-linlog');
  });
});

describe('a layout by levels, of what no project should hold', () => {
  it.each([
    ['zero', [0]],
    ['zero here and there', [0, 1, 1]],
    ['negative', [-1, 3]],
    ['huge', [1e300, 1]],
    ['as large as can be', [Number.MAX_VALUE]],
    ['tiny', [5e-324, 1]],
    ['not a number', [Number.NaN, 1]],
    ['infinite', [Infinity, 1, -Infinity]],
  ])('keeps its promises for weights that are %s', (_, weights) => {
    for (const profile of PROFILES)
      expectKept(arrange(weighted(fleet, weights), { ...forces, profile }).placement);
  });

  it('keeps its promises for loops and parallel edges, which are the same to it in any direction', () => {
    const loops = Array.from({ length: COUNT }, (_, node): Pair => [node, node]);
    const often = Array.from({ length: 5000 }, (): Pair => [3, 4]);
    const forth = arrange(graphOf(COUNT, [...loops, ...chain(GROUPS), ...often]), forces).placement;
    expectKept(forth);
    expect(forth.algorithm).toMatch(/^multilevel-/);
    const turned = chain(GROUPS).map(([a, b]): Pair => [b, a]);
    expect(arrange(graphOf(COUNT, [...loops, ...turned, ...often]), forces).placement).toEqual(forth);
  });
});
