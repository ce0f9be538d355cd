import { describe, expect, test } from 'vitest';
import {
  fromNumbers,
  largestComponent,
  loadGraph,
  randomFrom,
  toNumbers,
} from '../../bench/layout/graphs.js';
import {
  adjacency,
  crossingsOf,
  indexOf,
  type Linked,
  nearest,
  overlapsOf,
  preservation,
  qualityOf,
  stressOf,
} from '../../bench/layout/quality.js';

/** Numbers of nodes, edge by edge. */
function linked(count: number, pairs: readonly (readonly [number, number])[]): Linked {
  return { count, source: pairs.map(([a]) => a), target: pairs.map(([, b]) => b) };
}

function complete(count: number): Linked {
  const nodes = Array.from({ length: count }, (_, i) => i);
  return linked(
    count,
    nodes.flatMap((a) => nodes.slice(a + 1).map((b) => [a, b] as const)),
  );
}

/** On a parabola no three places are in line. */
function parabola(count: number): { x: Float64Array; y: Float64Array } {
  const x = Float64Array.from({ length: count }, (_, i) => i);
  return { x, y: x.map((value) => value * value) };
}

/** A picture of chance: places on a coarse raster, so that some coincide and many distances are equal. */
function chance(seed: number, count: number, raster: number) {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const places = (): Float64Array => Float64Array.from({ length: count }, () => below(raster));
  const pairs = Array.from({ length: 2 * count }, () => [below(count), below(count)] as const);
  const radii = Float64Array.from({ length: count }, () => 0.1 * 2 ** below(6));
  return { graph: linked(count, pairs), x: places(), y: places(), radii };
}

const flat = (...values: number[]): Float64Array => Float64Array.from(values);

describe('neighbourhood preservation', () => {
  const path = linked(5, [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ]);

  test('a path on a line keeps all but the two hops of its middle’s neighbours', () => {
    const tree = indexOf(flat(0, 1, 2, 3, 4), new Float64Array(5));
    expect(preservation(adjacency(path), tree, 1)).toEqual({ share: 1, nodes: 5 });
    expect(preservation(adjacency(path), tree, 2)).toEqual({ share: 1, nodes: 5 });
  });

  test('a place out of order costs what the Jaccard index says', () => {
    // Node 4 lies between 0 and 1, nearer to 0.
    const tree = indexOf(flat(0, 1, 2, 3, 0.4), new Float64Array(5));
    // Node 0 sees 4 for 1: 0; 1 sees 4 and 0 or 2 (of the same distance, 0): 1/3; 2 sees 1 and 3: 1; 3 sees 2 and 1: 1/3;
    // 4 sees 0 for 3: 0.
    expect(preservation(adjacency(path), tree, 1).share).toBeCloseTo((1 / 3 + 1 + 1 / 3) / 5, 12);
  });

  test('adjacency is sorted and has each neighbour once', () => {
    const { from, to } = adjacency(
      linked(3, [
        [2, 1],
        [1, 2],
        [1, 1],
        [0, 2],
      ]),
    );
    expect([...from]).toEqual([0, 1, 2, 4]);
    expect([...to]).toEqual([2, 2, 0, 1]);
  });

  test('loops and parallels do not count, nor do nodes without neighbours', () => {
    const loose = linked(4, [
      [0, 1],
      [1, 0],
      [2, 2],
    ]);
    const tree = indexOf(flat(0, 1, 5, 9), new Float64Array(4));
    expect(preservation(adjacency(loose), tree, 1)).toEqual({ share: 1, nodes: 2 });
  });

  test('is what trying all gives, on rasters with coinciding places', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { graph, x, y } = chance(seed, 60, seed % 2 === 0 ? 8 : 1000);
      for (const hops of [1, 2]) {
        const found = preservation(adjacency(graph), indexOf(x, y), hops).share;
        expect(found).toBeCloseTo(triedNeighbourhoods(graph, { x, y }, hops), 12);
      }
    }
  });
});

test('the nearest are those of sorting by distance, then number', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const { x, y } = chance(seed, 200, 12);
    const tree = indexOf(x, y);
    for (const node of [0, 17, 199]) {
      for (const k of [1, 13, 100, 199]) {
        const found = [...nearest(tree, node, k).subarray(0, k)].sort((a, b) => a - b);
        expect(found).toEqual(sortedNearest(node, k, { x, y }).sort((a, b) => a - b));
      }
    }
  }
});

describe('stress', () => {
  const path = linked(3, [
    [0, 1],
    [1, 2],
  ]);

  test('is 0 where distances are as in the graph, at any scale and turn', () => {
    expect(stressOf(adjacency(path), flat(0, 3, 6), flat(0, -4, -8)).stress).toBeCloseTo(0, 12);
  });

  test('is the least over scales', () => {
    // Distances 1, 0 and 1 for 1, 1 and 2 hops: ratios 1, 0 and ½, best scale 6/5, mean of squares 2/5.
    expect(stressOf(adjacency(path), flat(0, 1, 1), flat(0, 0, 0)).stress).toBeCloseTo(0.4, 12);
  });

  test('is 1 where all places are one', () => {
    expect(stressOf(adjacency(path), flat(2, 2, 2), flat(2, 2, 2)).stress).toBe(1);
  });

  test('leaves out pairs that no path joins', () => {
    const apart = linked(4, [
      [0, 1],
      [2, 3],
    ]);
    expect(stressOf(adjacency(apart), flat(0, 1, 100, 101), new Float64Array(4)).stress).toBeCloseTo(0, 12);
  });
});

describe('edge crossings', () => {
  test('of a complete graph in convex position: four nodes make one', () => {
    for (const [count, crossings] of [
      [4, 1],
      [5, 5],
      [8, 70],
    ] as const) {
      const { x, y } = parabola(count);
      expect(crossingsOf(complete(count), x, y)).toEqual({ count: crossings, error: 0 });
    }
  });

  test('edges that touch, share an end or lie on each other do not cross', () => {
    const pair = linked(4, [
      [0, 1],
      [2, 3],
    ]);
    expect(crossingsOf(pair, flat(0, 4, 2, 2), flat(0, 0, 0, 3)).count).toBe(0);
    expect(crossingsOf(pair, flat(0, 4, 1, 3), flat(0, 0, 0, 0)).count).toBe(0);
    expect(crossingsOf(pair, flat(0, 4, 2, 2), flat(0, 0, -1, 3)).count).toBe(1);
    const fan = linked(3, [
      [0, 1],
      [0, 2],
    ]);
    expect(crossingsOf(fan, flat(0, 1, 1), flat(0, 1, 2)).count).toBe(0);
  });

  test('are what trying all gives', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { graph, x, y } = chance(seed, 40, seed % 2 === 0 ? 10 : 1e6);
      expect(crossingsOf(graph, x, y).count).toBe(triedCrossings(graph, { x, y }));
    }
  });

  test('the estimate is within four standard errors of the exact number', () => {
    const { graph, x, y } = chance(3, 400, 1e6);
    const exact = crossingsOf(graph, x, y).count;
    const { count, error } = crossingsOf(graph, x, y, 0);
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThan(exact / 100);
    expect(Math.abs(count - exact)).toBeLessThan(4 * error);
  });
});

describe('overlaps', () => {
  test('circles that only touch do not', () => {
    expect(overlapsOf(flat(0, 2), flat(0, 0), flat(1, 1))).toBe(0);
    expect(overlapsOf(flat(0, 1.99), flat(0, 0), flat(1, 1))).toBe(1);
    expect(overlapsOf(flat(-5, -5, -5), flat(7, 7, 7), flat(1, 1, 1))).toBe(3);
  });

  test('are what trying all gives, of circles of very different sizes', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { x, y, radii } = chance(seed, 150, seed % 2 === 0 ? 12 : 60);
      expect(overlapsOf(x, y, radii)).toBe(triedOverlaps({ x, y }, radii));
    }
  });
});

test('no figure depends on where, how large or which way round the picture is', () => {
  const { graph, x, y, radii } = chance(5, 100, 1e6);
  const moved = [x, y, radii].map((values, i) =>
    values.map((value) => (i === 0 ? -4 : 4) * value + (i < 2 ? 64 : 0)),
  );
  const [mx = x, my = y, mr = radii] = moved;
  const { stress, ...figures } = qualityOf(graph, x, y, radii);
  const { stress: movedStress, ...movedFigures } = qualityOf(graph, mx, my, mr);
  expect(movedFigures).toEqual(figures);
  expect(movedStress).toBeCloseTo(stress, 12);
});

describe('graphs', () => {
  test('the synthetic one is simple, connected, sorted, the same each time, and has hubs', () => {
    const graph = loadGraph('synthetic-1k');
    if (!graph) throw new Error('needs no data');
    expect(loadGraph('synthetic-1k')).toEqual(graph);
    const keys = Array.from(graph.source, (source, e) => source * graph.count + (graph.target[e] ?? 0));
    expect(keys.every((key, i) => i === 0 || key > (keys[i - 1] ?? key))).toBe(true);
    expect(graph.source.every((source, e) => source < (graph.target[e] ?? 0))).toBe(true);
    const { from } = adjacency(graph);
    const degrees = Array.from({ length: graph.count }, (_, i) => (from[i + 1] ?? 0) - (from[i] ?? 0));
    expect(Math.min(...degrees)).toBeGreaterThan(0);
    expect(Math.max(...degrees)).toBeGreaterThan(15 * (keys.length / graph.count));
    expect(graph.count).toBeGreaterThan(950);
    expect(fromNumbers(toNumbers(graph))).toEqual({
      count: graph.count,
      source: graph.source,
      target: graph.target,
    });
  });

  test('of several components the largest is kept, without loops and parallels', () => {
    const pairs = linked(8, [
      [0, 4],
      [6, 2],
      [2, 6],
      [6, 6],
      [5, 2],
      [6, 2],
      [7, 7],
    ]);
    expect(largestComponent(pairs)).toEqual({
      count: 3,
      source: Uint32Array.of(0, 0),
      target: Uint32Array.of(1, 2),
    });
  });

  test('an unknown name is refused with those known', () => {
    expect(() => loadGraph('film')).toThrow(/unknown graph film; known: film-1k, /);
  });
});

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const at = (values: ArrayLike<number>, i: number): number => values[i] ?? Number.NaN;

function squareBetween({ x, y }: Places, a: number, b: number): number {
  return (at(x, a) - at(x, b)) ** 2 + (at(y, a) - at(y, b)) ** 2;
}

function sortedNearest(node: number, k: number, places: Places): number[] {
  const others = Array.from(places.x, (_, i) => i).filter((i) => i !== node);
  others.sort((a, b) => squareBetween(places, node, a) - squareBetween(places, node, b) || a - b);
  return others.slice(0, k);
}

/** Reached sets by repeated union, as the definition says. */
function triedNeighbourhoods({ count, source, target }: Linked, places: Places, hops: number): number {
  const shares: number[] = [];
  for (let node = 0; node < count; node++) {
    const reached = new Set([node]);
    for (let hop = 0; hop < hops; hop++) {
      const before = new Set(reached);
      for (let e = 0; e < source.length; e++) {
        if (before.has(at(source, e))) reached.add(at(target, e));
        if (before.has(at(target, e))) reached.add(at(source, e));
      }
    }
    reached.delete(node);
    if (reached.size === 0) continue;
    const near = new Set(sortedNearest(node, reached.size, places));
    const shared = [...reached].filter((other) => near.has(other)).length;
    shares.push(shared / (reached.size + near.size - shared));
  }
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** By solving for the point where the two lines meet, another way than the sides of a line. */
function triedCrossings({ source, target }: Linked, { x, y }: Places): number {
  let crossings = 0;
  for (let a = 0; a < source.length; a++) {
    for (let b = 0; b < a; b++) {
      const [p, q, r, s] = [at(source, a), at(target, a), at(source, b), at(target, b)];
      if (new Set([p, q, r, s]).size < 4) continue;
      const [ux, uy] = [at(x, q) - at(x, p), at(y, q) - at(y, p)];
      const [vx, vy] = [at(x, s) - at(x, r), at(y, s) - at(y, r)];
      const [wx, wy] = [at(x, r) - at(x, p), at(y, r) - at(y, p)];
      const determinant = ux * vy - uy * vx;
      const along = (wx * vy - wy * vx) / determinant;
      const across = (wx * uy - wy * ux) / determinant;
      if (determinant !== 0 && along > 0 && along < 1 && across > 0 && across < 1) crossings++;
    }
  }
  return crossings;
}

function triedOverlaps(places: Places, radii: Float64Array): number {
  let overlaps = 0;
  for (let a = 0; a < radii.length; a++) {
    for (let b = 0; b < a; b++) {
      const wanted = at(radii, a) + at(radii, b);
      if (squareBetween(places, a, b) < wanted * wanted) overlaps++;
    }
  }
  return overlaps;
}
