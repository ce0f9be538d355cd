import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, place } from '../../src/layout/arrange.ts';
import { brokenPromises, fillOf, graphOf, overlapsOf, type Pair, star } from './graphs.ts';

const forces = { seed: 1, engine: 'forceatlas2' } as const;
const none = { seed: 1, engine: 'none' } as const;

/** Hubs with leaves, a pair, two single nodes. */
const harbour = graphOf(30, [
  ...Array.from({ length: 8 }, (_, i): Pair => [0, i + 1]),
  ...Array.from({ length: 17 }, (_, i): Pair => [(i * i) % 8, i + 9]),
  [26, 27],
]);

describe('arrange', () => {
  it('places nothing, one node, two, and two linked ones', () => {
    for (const engine of ['forceatlas2', 'none'] as const) {
      const place = (count: number, pairs: readonly Pair[]) =>
        arrange(graphOf(count, pairs), { seed: 1, engine }).placement;
      expect([...place(0, []).x]).toEqual([]);
      expect([[...place(1, []).x], [...place(1, []).y]]).toEqual([[0], [0]]);
      expect(brokenPromises(place(2, []))).toEqual([]);
      expect(overlapsOf(place(2, []))).toBe(0);
      const { x, y, size } = place(2, [[0, 1]]);
      expect(size).toBeUndefined();
      if (engine === 'forceatlas2') expect([Math.abs(x[0] ?? 0), ...y]).toEqual([Math.abs(x[1] ?? 0), 0, 0]);
      expect(x[0]).not.toBe(x[1]);
    }
  });

  it('keeps its promises for a graph with hubs, a pair and single nodes', () => {
    const { placement } = arrange(harbour, forces);
    expect(brokenPromises(placement)).toEqual([]);
    expect(overlapsOf(placement)).toBe(0);
    expect(fillOf(placement)).toBeGreaterThan(0.08);
    expect(placement).toMatchObject({ algorithm: 'forceatlas2-linlog', seed: 1 });
  });

  it('brings linked nodes nearer to each other than others', () => {
    const { x, y } = arrange(harbour, forces).placement;
    const apart = (a: number, b: number): number =>
      Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
    const { source, target } = harbour.edges;
    const linked = source.reduce((sum, a, e) => sum + apart(a, target[e] ?? 0), 0) / source.length;
    let all = 0;
    for (let a = 0; a < 26; a++) for (let b = 0; b < 26; b++) all += apart(a, b) / (26 * 25);
    expect(linked).toBeLessThan(all * 0.6);
  });

  it('keeps what is not linked close by', () => {
    const { x, y } = arrange(harbour, forces).placement;
    const away = (node: number): number => Math.hypot(x[node] ?? 0, y[node] ?? 0);
    const farthestLinked = Math.max(...Array.from({ length: 26 }, (_, node) => away(node)));
    for (const node of [26, 27, 28, 29]) expect(away(node)).toBeLessThan(farthestLinked * 1.5);
  });

  it('is the same on every run, and another picture with another seed', () => {
    expect(arrange(harbour, forces).placement).toEqual(arrange(harbour, forces).placement);
    expect(arrange(harbour, { ...forces, seed: 2 }).placement.x).not.toEqual(
      arrange(harbour, forces).placement.x,
    );
  });

  it('takes the number of iterations given, none included', () => {
    expect(arrange(harbour, { ...forces, iterations: 7 }).placement.iterations).toBe(7);
    const still = arrange(harbour, { ...forces, iterations: 0 }).placement;
    expect(brokenPromises(still)).toEqual([]);
    expect(overlapsOf(still)).toBe(0);
  });

  it('leaves nodes on a spiral without an engine', () => {
    const { placement } = arrange(harbour, none);
    expect(placement).toMatchObject({ algorithm: 'spiral', iterations: 0 });
    expect(brokenPromises(placement)).toEqual([]);
    expect(overlapsOf(placement)).toBe(0);
  });

  it('gives no sizes where all nodes are equally linked', () => {
    const ring = graphOf(
      40,
      Array.from({ length: 40 }, (_, i): Pair => [i, (i + 1) % 40]),
    );
    const { placement } = arrange(ring, forces);
    expect(placement.size).toBeUndefined();
    expect(brokenPromises(placement)).toEqual([]);
    expect(overlapsOf(placement)).toBe(0);
  });

  it('packs 100 single nodes, and 50,000, into a frame that they fill', () => {
    const few = arrange(graphOf(100, []), forces).placement;
    expect(brokenPromises(few)).toEqual([]);
    expect(overlapsOf(few)).toBe(0);
    expect(fillOf(few)).toBeGreaterThan(0.2);
    const many = arrange(graphOf(50_000, []), forces).placement;
    expect(brokenPromises(many)).toEqual([]);
    expect(new Set(many.x.map((x, i) => x * 1e7 + (many.y[i] ?? 0))).size).toBe(50_000);
    expect(fillOf(many)).toBeGreaterThan(0.2);
  });

  it('places a star of 10,000 leaves around its middle', () => {
    const { placement } = arrange(star(10_000), forces);
    expect(brokenPromises(placement)).toEqual([]);
    expect(overlapsOf(placement)).toBe(0);
    expect(fillOf(placement)).toBeGreaterThan(0.05);
    expect(Math.hypot(placement.x[0] ?? 0, placement.y[0] ?? 0)).toBeLessThan(200);
  });

  it('fits nodes of which nearly all are as large as can be', () => {
    const side = 32;
    const mesh: Pair[] = [];
    for (let i = 0; i < side * side; i++) {
      if (i % side > 0) mesh.push([i, i - 1]);
      if (i >= side) mesh.push([i, i - side]);
    }
    const { placement } = arrange(graphOf(side * side, mesh), { ...forces, iterations: 20 });
    expect(brokenPromises(placement)).toEqual([]);
    expect(overlapsOf(placement)).toBe(0);
  });

  it('keeps its promises for any graph, loops and parallel edges included', () => {
    const anyPairs = fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 60 });
    fc.assert(
      fc.property(anyPairs, fc.nat(), (pairs, seed) => {
        const { placement } = arrange(graphOf(25, pairs), { ...forces, seed, iterations: 60 });
        expect(brokenPromises(placement)).toEqual([]);
        expect(overlapsOf(placement)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('arrange, of what no project should hold', () => {
  const weighted = (weights: readonly number[]) => {
    const view = graphOf(
      70,
      Array.from({ length: 69 }, (_, i): Pair => [Math.floor(i / 2), i + 1]),
    );
    const weight = Float64Array.from(view.edges.weight, (_, e) => weights[e % weights.length] ?? 1);
    return { ...view, edges: { ...view.edges, weight } };
  };

  it.each([
    ['zero', [0]],
    ['negative', [-1, 3]],
    ['huge', [1e300, 1]],
    ['not a number', [Number.NaN, 1]],
    ['infinite', [Infinity, 1, -Infinity]],
  ])('keeps its promises for weights that are %s', (_, weights) => {
    for (const profile of ['overview', 'communities'] as const) {
      const { placement } = arrange(weighted(weights), { ...forces, profile });
      expect(brokenPromises(placement)).toEqual([]);
      expect(overlapsOf(placement)).toBe(0);
    }
  });

  it('keeps its promises for loops alone, one pair told ten thousand times, and nodes around the thresholds', () => {
    const loops = graphOf(
      40,
      Array.from({ length: 40 }, (_, i): Pair => [i, i]),
    );
    const often = graphOf(
      3,
      Array.from({ length: 10_000 }, (): Pair => [0, 1]),
    );
    const trees = [64, 65, 66, 1500, 1501, 1502].map((count) =>
      graphOf(
        count,
        Array.from({ length: count - 1 }, (_, i): Pair => [Math.floor(i / 3), i + 1]),
      ),
    );
    for (const graph of [loops, often, ...trees]) {
      const { placement } = arrange(graph, forces);
      expect(brokenPromises(placement)).toEqual([]);
      expect(overlapsOf(placement)).toBe(0);
    }
  });

  it('bounds a star of 100,000 leaves', () => {
    expect(brokenPromises(arrange(star(100_000), forces).placement)).toEqual([]);
  });

  it('goes by levels above 1,500 nodes, and says so', () => {
    const tree = (count: number) =>
      graphOf(
        count,
        Array.from({ length: count - 1 }, (_, i): Pair => [Math.floor(i / 3), i + 1]),
      );
    expect(arrange(tree(1500), forces).placement.algorithm).toBe('forceatlas2-linlog');
    expect(arrange(tree(2000), forces).placement.algorithm).toBe('multilevel-forceatlas2-linlog');
    const other = { ...forces, engine: 'graphology', profile: 'overview', iterations: 3 } as const;
    expect(arrange(tree(100), other).placement.algorithm).toBe('graphology-forceatlas2');
  });
});

describe('what no graph and no settings can hold', () => {
  it.each([
    { seed: Number.NaN },
    { seed: 1.5 },
    { iterations: -1 },
    { engine: 'springs' as 'none' },
    { profile: 'stars' as 'overview' },
  ])('is a RangeError: %o', (option) => {
    const call = () => arrange(star(3), { engine: 'forceatlas2', seed: 1, ...option });
    expect(call).toThrow(RangeError);
  });

  it('an edge of a node that is not there', () => {
    const { nodes, edges } = star(3);
    const far = { ...edges, target: edges.target.map((end, edge) => (edge === 1 ? 99 : end)) };
    const call = () => place({ nodes, edges: far }, { engine: 'forceatlas2', seed: 1 });
    expect(call).toThrow(/^edge 1 leads from node \d to node 99, and there are \d$/);
  });
});
