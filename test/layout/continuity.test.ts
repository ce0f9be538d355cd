import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/core/ids.ts';
import type { GraphView, Placement } from '../../src/graph/view.ts';
import { alignTo } from '../../src/layout/align.ts';
import { arrange } from '../../src/layout/arrange.ts';
import type { EarlierPicture } from '../../src/layout/continuity.ts';
import { brokenPromises, graphOf, overlapsOf, type Pair } from './graphs.ts';

const forces = { seed: 1, engine: 'forceatlas2' } as const;

/** A tree of five ports with ten ships each, and three islands of two. */
const fleet: Pair[] = [
  ...Array.from({ length: 4 }, (_, i): Pair => [i, i + 1]),
  ...Array.from({ length: 50 }, (_, i): Pair => [i % 5, 5 + i]),
  [55, 56],
  [57, 58],
  [59, 60],
];
const COUNT = 61;

function named(count: number, pairs: readonly Pair[], nameOf = (node: number) => `n${node}`): GraphView {
  const view = graphOf(count, pairs);
  // Any text serves as an id here.
  const id = Array.from({ length: count }, (_, node) => nameOf(node) as EntityId);
  return { ...view, nodes: { ...view.nodes, id } };
}

function pictureOf({ nodes, edges }: GraphView, { x, y }: Placement): EarlierPicture {
  const idOf = (node: number) => nodes.id[node] ?? '';
  return {
    positions: new Map(nodes.id.map((id, i) => [id, [x[i] ?? 0, y[i] ?? 0]])),
    links: [...edges.source].map((source, e) => [idOf(source), idOf(edges.target[e] ?? 0)] as const),
  };
}

const before = named(COUNT, fleet);
const first = arrange(before, forces).placement;
const earlier = pictureOf(before, first);

describe('arrange from an earlier picture', () => {
  it('moves nothing when nothing has changed', () => {
    const { placement } = arrange(before, { ...forces, earlier });
    expect([...placement.x]).toEqual([...first.x]);
    expect([...placement.y]).toEqual([...first.y]);
    expect(placement.movement).toEqual({ known: COUNT, added: 0, mean: 0, largest: 0 });
    expect(placement.algorithm).toMatch(/^continued-/);
  });

  it('moves little, and only near it, when a few nodes join', () => {
    const pairs: Pair[] = [...fleet, [4, 61], [61, 62], [62, 63], [63, 64]];
    const { placement } = arrange(named(65, pairs), { ...forces, earlier });
    expect(brokenPromises(placement)).toEqual([]);
    expect(overlapsOf(placement)).toBe(0);
    expect(placement.movement).toMatchObject({ known: COUNT, added: 4 });
    expect(placement.movement?.mean).toBeLessThan(0.05);
    // A fresh picture of the larger graph has no reason to look like the first.
    const fresh = arrange(named(65, pairs), forces).placement;
    expect(distanceBetween(first, placement)).toBeLessThan(distanceBetween(first, fresh) / 10);
  });

  it('packs what is new and hangs on nothing known beside the rest', () => {
    const { placement } = arrange(named(70, [...fleet, [61, 62], [62, 63]]), { ...forces, earlier });
    expect(brokenPromises(placement)).toEqual([]);
    expect(overlapsOf(placement)).toBe(0);
    expect(placement.movement?.mean).toBeLessThan(0.05);
  });

  it('does not turn the picture round when a node changes sides', () => {
    const pairs = fleet.map(([a, b]): Pair => (b === 54 ? [0, 54] : [a, b]));
    const { placement } = arrange(named(COUNT, pairs), { ...forces, earlier });
    expect(placement.movement?.mean).toBeLessThan(0.05);
  });

  it('takes an earlier picture of another graph for none', () => {
    const other = named(COUNT, fleet, (node) => `other-${node}`);
    const { placement } = arrange(other, { ...forces, earlier });
    expect(placement.movement).toEqual({ known: 0, added: COUNT, mean: 0, largest: 0 });
    expect([...placement.x]).toEqual([...first.x]);
  });

  it('keeps its promises with all known nodes at one place, or at the border of the frame', () => {
    for (const place of [
      [0, 0],
      [5000, -5000],
    ] as const) {
      const heap = { ...earlier, positions: new Map(before.nodes.id.map((id) => [id, place] as const)) };
      const { placement } = arrange(named(COUNT + 1, [...fleet, [0, COUNT]]), { ...forces, earlier: heap });
      expect(brokenPromises(placement)).toEqual([]);
      expect(overlapsOf(placement)).toBe(0);
    }
  });
});

describe('alignTo', () => {
  it('undoes turning, mirroring, scaling and moving', () => {
    const places = { x: Float64Array.of(0, 10, 3, Number.NaN), y: Float64Array.of(0, 1, 7, Number.NaN) };
    for (const mirror of [1, -1]) {
      const turned = {
        x: places.x.map((x, i) => 3 * (x * 0.6 - mirror * (places.y[i] ?? 0) * 0.8) + 50),
        y: places.x.map((x, i) => 3 * (x * 0.8 + mirror * (places.y[i] ?? 0) * 0.6) - 9),
      };
      turned.x[3] = turned.y[3] = 0;
      const back = alignTo(turned, places);
      for (let i = 0; i < 3; i++) {
        expect(back.x[i]).toBeCloseTo(places.x[i] ?? Number.NaN, 9);
        expect(back.y[i]).toBeCloseTo(places.y[i] ?? Number.NaN, 9);
      }
    }
  });
});

/** The mean distance between the nodes that two placements share, when the one is shifted onto the other. */
function distanceBetween(a: Placement, b: Placement): number {
  const mean = (values: Float64Array) =>
    values.slice(0, COUNT).reduce((sum, value) => sum + value, 0) / COUNT;
  const [shiftX, shiftY] = [mean(b.x) - mean(a.x), mean(b.y) - mean(a.y)];
  let sum = 0;
  for (let i = 0; i < COUNT; i++)
    sum += Math.hypot((a.x[i] ?? 0) + shiftX - (b.x[i] ?? 0), (a.y[i] ?? 0) + shiftY - (b.y[i] ?? 0));
  return sum / COUNT;
}
