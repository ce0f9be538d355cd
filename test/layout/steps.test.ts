import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { project } from '../../src/graph/projection.ts';
import { componentsOf } from '../../src/layout/components.ts';
import { drawnIn, toFrame } from '../../src/layout/frame.ts';
import { countOverlaps, removeOverlap } from '../../src/layout/overlap.ts';
import { packPieces } from '../../src/layout/pack.ts';
import { unfold } from '../../src/layout/pivots.ts';
import { type Positions, reach } from '../../src/layout/positions.ts';
import { spiral } from '../../src/layout/seed.ts';
import { gapFor, sizesFor } from '../../src/layout/sizes.ts';
import { spreadToSizes } from '../../src/layout/spread.ts';
import { graphOf, type Pair } from './graphs.ts';

function partsOf(count: number, pairs: readonly Pair[]) {
  return componentsOf(project(count, graphOf(count, pairs).edges));
}

const chain = (count: number): Pair[] => Array.from({ length: count - 1 }, (_, i): Pair => [i, i + 1]);

describe('componentsOf', () => {
  it('gives the largest first, then by smallest node, breadth first, with numbers of their own', () => {
    const parts = partsOf(8, [
      [7, 5],
      [5, 6],
      [1, 2],
      [3, 0],
      [5, 5],
    ]);
    expect(parts.map((part) => [...part.members])).toEqual([[5, 6, 7], [0, 3], [1, 2], [4]]);
    expect(parts.map((part) => [[...part.source], [...part.target]])).toEqual([
      [
        [0, 0],
        [1, 2],
      ],
      [[0], [1]],
      [[0], [1]],
      [[], []],
    ]);
  });

  it('is a partition', () => {
    const anyPairs = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 30 });
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const members = partsOf(21, pairs).flatMap((part) => [...part.members]);
        expect([...members].sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, i) => i));
      }),
    );
  });
});

describe('spiral', () => {
  it('puts no two nodes at one place, is finite, turns with the seed, and keeps its spacing', () => {
    const { x, y } = spiral(5000, 10, 3);
    expect(new Set(x.map((value, i) => value * 1e6 + (y[i] ?? 0))).size).toBe(5000);
    expect(x.every(Number.isFinite) && y.every(Number.isFinite)).toBe(true);
    expect(countOverlaps({ x, y }, new Float64Array(5000).fill(4), 0)).toBe(0);
    expect(spiral(5, 10, 4).x).not.toEqual(spiral(5, 10, 3).x);
    expect(spiral(5, 10, 3)).toEqual(spiral(5, 10, 3));
    expect(Math.hypot(x[4999] ?? 0, y[4999] ?? 0)).toBeCloseTo(10 * 0.56 * Math.sqrt(4999.5), 6);
  });
});

describe('unfold', () => {
  it('lays a chain out in its order', () => {
    const [part] = partsOf(60, chain(60));
    if (!part) throw new Error('no component');
    const { x } = unfold(part);
    const rises = Math.sign((x[59] ?? 0) - (x[0] ?? 0));
    for (let i = 1; i < 60; i++) expect(Math.sign((x[i] ?? 0) - (x[i - 1] ?? 0))).toBe(rises);
  });

  it('is finite for stars and cliques, where distances say nothing', () => {
    const shapes: Pair[][] = [
      Array.from({ length: 9 }, (_, i): Pair => [0, i + 1]),
      Array.from({ length: 100 }, (_, i): Pair => [i % 10, Math.floor(i / 10)]),
    ];
    for (const shape of shapes) {
      const [part] = partsOf(10, shape);
      if (!part) throw new Error('no component');
      const { x, y } = unfold(part);
      expect([...x, ...y].every(Number.isFinite)).toBe(true);
    }
  });
});

describe('sizesFor', () => {
  it('spans 4 to 100 exactly, in the order of importance', () => {
    expect([...(sizesFor([1, 9, 4]) ?? [])]).toEqual([4, 100, 52]);
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 2 }), (importance) => {
        const sizes = sizesFor(importance);
        if (new Set(importance).size === 1) return expect(sizes).toBeUndefined();
        expect(Math.min(...(sizes ?? []))).toBe(4);
        expect(Math.max(...(sizes ?? []))).toBe(100);
        const order = importance
          .map((value, i) => ({ value, size: sizes?.[i] ?? 0 }))
          .sort((a, b) => a.value - b.value);
        for (const [i, { size }] of order.entries())
          expect(size).toBeGreaterThanOrEqual(order[i - 1]?.size ?? 0);
      }),
    );
  });

  it('lets the middle give way where nodes would not fit the frame, never the ends or the order', () => {
    const few = sizesFor([0, 36, 49, 100]) ?? [];
    const importance = Array.from({ length: 20_000 }, (_, i) =>
      i % 100 === 3 ? 100 : [0, 36, 49][i % 3],
    ) as number[];
    const many = sizesFor(importance) ?? [];
    expect([many[0], many[3]]).toEqual([4, 100]);
    expect(many[1]).toBeGreaterThan(4);
    expect(many[1]).toBeLessThan(few[1] ?? 0);
    expect(many[2]).toBeGreaterThan(many[1] ?? 0);
  });

  it('is undefined where most share the highest importance and would cover each other', () => {
    const hubs = (count: number) => Array.from({ length: count }, (_, i) => (i === 0 ? 1 : 2));
    expect(sizesFor(hubs(2000))).toBeUndefined();
    expect(sizesFor(hubs(400))).toBeDefined();
  });

  it('is undefined for equal importance and for no node', () => {
    expect(sizesFor([3, 3])).toBeUndefined();
    expect(sizesFor([])).toBeUndefined();
  });
});

const circles = fc.array(
  fc.record({
    x: fc.integer({ min: -50, max: 50 }),
    y: fc.integer({ min: -50, max: 50 }),
    radius: fc.integer({ min: 4, max: 100 }),
  }),
  { minLength: 1, maxLength: 60 },
);

describe('removeOverlap', () => {
  it('parts any circles, at one place or not, and leaves its input as it is', () => {
    fc.assert(
      fc.property(circles, (given) => {
        const start = {
          x: Float64Array.from(given, ({ x }) => x),
          y: Float64Array.from(given, ({ y }) => y),
        };
        const before = { x: start.x.slice(), y: start.y.slice() };
        const radii = Float64Array.from(given, ({ radius }) => radius);
        const parted = removeOverlap(start, { radii, gap: 2 });
        expect(countOverlaps(parted, radii, 1.99)).toBe(0);
        expect(start).toEqual(before);
        expect(removeOverlap(start, { radii, gap: 2 })).toEqual(parted);
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing where nothing overlaps', () => {
    const apart = { x: Float64Array.of(0, 30, 0), y: Float64Array.of(0, 0, 30) };
    expect(removeOverlap(apart, { radii: new Float64Array(3).fill(10), gap: 5 })).toEqual(apart);
  });

  it('moves the larger circle less', () => {
    const { x } = removeOverlap(
      { x: Float64Array.of(0, 1), y: new Float64Array(2) },
      { radii: Float64Array.of(100, 10), gap: 1 },
    );
    expect(Math.abs(x[0] ?? 0) * 50).toBeLessThan(Math.abs((x[1] ?? 0) - 1));
  });

  it('parts a thousand circles at one place', () => {
    const heap = { x: new Float64Array(1000), y: new Float64Array(1000) };
    const radii = new Float64Array(1000).fill(4);
    expect(countOverlaps(removeOverlap(heap, { radii, gap: 1 }), radii, 0.99)).toBe(0);
  });

  it('finds the same overlaps as trying all pairs does', () => {
    fc.assert(
      fc.property(circles, (given) => {
        const at: Positions = {
          x: Float64Array.from(given, ({ x }) => x * 9),
          y: Float64Array.from(given, ({ y }) => y * 9),
        };
        let overlaps = 0;
        given.forEach((a, i) => {
          for (const b of given.slice(0, i)) {
            if (((a.x - b.x) * 9) ** 2 + ((a.y - b.y) * 9) ** 2 < (a.radius + b.radius) ** 2) overlaps++;
          }
        });
        expect(
          countOverlaps(
            at,
            Float64Array.from(given, ({ radius }) => radius),
            0,
          ),
        ).toBe(overlaps);
      }),
    );
  });
});

describe('spreadToSizes', () => {
  const circles = { radii: new Float64Array(50).fill(6), gap: 8 };

  it('brings positions of any unit to the same picture', () => {
    const small = spreadToSizes(spiral(50, 0.001, 1), circles, 5000);
    const large = spreadToSizes(spiral(50, 1000, 1), circles, 5000);
    for (const [i, x] of small.x.entries()) expect(x).toBeCloseTo(large.x[i] ?? Number.NaN, 6);
  });

  it('leaves nodes that are all at one place there', () => {
    const heap = { x: new Float64Array(3).fill(7), y: new Float64Array(3) };
    expect([...spreadToSizes(heap, { radii: new Float64Array(3).fill(6), gap: 8 }, 5000).x]).toEqual([
      0, 0, 0,
    ]);
  });

  it('makes room for circles that crowd, and keeps within the limit', () => {
    const even = spiral(50, 1, 1);
    const crowded = {
      x: even.x.map((x, i) => (i < 40 ? x / 50 : x)),
      y: even.y.map((y, i) => (i < 40 ? y / 50 : y)),
    };
    const widthOf = (start: Positions, limit: number) => reach(spreadToSizes(start, circles, limit));
    expect(widthOf(crowded, 5000)).toBeGreaterThan(widthOf(even, 5000) * 1.4);
    expect(widthOf(crowded, 150)).toBeLessThan(150.001);
  });
});

describe('packPieces', () => {
  const piece = (given: readonly { x: number; y: number; radius: number }[]) => ({
    positions: { x: Float64Array.from(given, ({ x }) => x), y: Float64Array.from(given, ({ y }) => y) },
    radii: Float64Array.from(given, ({ radius }) => radius),
    source: new Uint32Array(0),
    target: new Uint32Array(0),
  });

  it('keeps the circles of different pieces apart by the gap', () => {
    fc.assert(
      fc.property(fc.array(circles, { minLength: 1, maxLength: 12 }), (groups) => {
        const pieces = groups.map(piece);
        const offsets = packPieces(pieces, 10);
        const all = pieces.flatMap(({ positions, radii }, p) =>
          [...radii].map((radius, i) => ({
            p,
            radius,
            x: (positions.x[i] ?? 0) + (offsets.x[p] ?? 0),
            y: (positions.y[i] ?? 0) + (offsets.y[p] ?? 0),
          })),
        );
        const nearest = Math.min(
          ...all.flatMap((a) =>
            all.filter((b) => b.p !== a.p).map((b) => Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius),
          ),
          Infinity,
        );
        expect(nearest).toBeGreaterThan(9.99);
      }),
      { numRuns: 100 },
    );
  });

  it('puts nothing into the hole or the bay of another piece', () => {
    // Three walls; the fourth side, right or above, is open.
    const along = Array.from({ length: 21 }, (_, i) => i * 20);
    const wall = (x: (d: number) => number, y: (d: number) => number) =>
      along.map((d) => ({ x: x(d), y: y(d), radius: 4 }));
    const walls = {
      right: [
        ...wall(
          (d) => d,
          () => 0,
        ),
        ...wall(
          (d) => d,
          () => 400,
        ),
        ...wall(
          () => 0,
          (d) => d,
        ),
      ],
      above: [
        ...wall(
          (d) => d,
          () => 0,
        ),
        ...wall(
          () => 400,
          (d) => d,
        ),
        ...wall(
          () => 0,
          (d) => d,
        ),
      ],
    };
    for (const side of [walls.right, walls.above]) {
      const { x, y } = packPieces([piece(side), piece([{ x: 0, y: 0, radius: 4 }])], 8);
      const speck = { x: (x[1] ?? 0) - (x[0] ?? 0), y: (y[1] ?? 0) - (y[0] ?? 0) };
      expect(speck.x > 0 && speck.x < 400 && speck.y > 0 && speck.y < 400).toBe(false);
    }
  });
});

describe('toFrame', () => {
  const coordinates = fc.array(
    fc.tuple(
      fc.double({ min: -1e7, max: 1e7, noNaN: true }),
      fc.double({ min: -1e7, max: 1e7, noNaN: true }),
    ),
    {
      minLength: 1,
    },
  );

  it('has its centroid at the origin to the hundredth, and nothing beyond 5,000', () => {
    fc.assert(
      fc.property(coordinates, (given) => {
        const framed = toFrame({
          x: Float64Array.from(given, ([x]) => x),
          y: Float64Array.from(given, ([, y]) => y),
        });
        for (const values of [framed.x, framed.y]) {
          expect(values.reduce((sum, value) => sum + Math.round(value * 100), 0)).toBe(0);
          expect(values.every((value) => Math.abs(value) <= 5000 && !Object.is(value, -0))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves what lies within as it is, but for the rounding', () => {
    const { x } = toFrame({ x: Float64Array.of(-10.004, 10.004), y: new Float64Array(2) });
    expect([...x]).toEqual([-10, 10]);
  });
});

describe('drawnIn', () => {
  it('leaves the inner half, and draws the rest in without changing direction or order', () => {
    const { x, y } = drawnIn({
      x: Float64Array.of(2000, -4000, 20_000, 3000),
      y: Float64Array.of(-100, 0, 10_000, 0),
    });
    expect([x[0], y[0]]).toEqual([2000, -100]);
    expect(Math.max(...x.map(Math.abs))).toBeLessThan(5000);
    expect((y[2] ?? 0) / (x[2] ?? 0)).toBeCloseTo(0.5, 12);
    expect(2500 < (x[3] ?? 0) && (x[3] ?? 0) < -(x[1] ?? 0) && -(x[1] ?? 0) < (x[2] ?? 0)).toBe(true);
  });

  it('leaves alone what lies within the frame', () => {
    const within = { x: Float64Array.of(-4000, 4000), y: new Float64Array(2) };
    expect(drawnIn(within)).toEqual(within);
  });
});

describe('gapFor', () => {
  it('follows the mean radius within bounds, and gives way where there is no room', () => {
    expect(gapFor(new Float64Array(10).fill(10))).toBe(10);
    expect(gapFor(new Float64Array(10).fill(1))).toBe(4);
    expect(gapFor(new Float64Array(10).fill(90))).toBe(40);
    expect(gapFor(new Float64Array(900).fill(100))).toBeLessThan(10);
    expect(gapFor(new Float64Array(0))).toBe(4);
  });
});
