import { describe, expect, it } from 'vitest';
import { bendsOf } from '../../../src/viewer/client/bends.ts';
import { distance, pointOn } from '../../../src/viewer/client/curve.ts';
import { smallPayload } from './payload.ts';

/** Nodes at the places, edges between them. */
function graphOf(
  places: readonly (readonly [number, number])[],
  pairs: readonly (readonly [number, number])[],
) {
  const payload = smallPayload();
  const nodes = {
    ...payload.nodes,
    id: places.map((_, node) => `n${node}`),
    x: places.map(([x]) => x),
    y: places.map(([, y]) => y),
    size: places.map(() => 10),
  };
  const edges = {
    ...payload.edges,
    id: pairs.map((_, edge) => `e${edge}`),
    source: pairs.map(([source]) => source),
    target: pairs.map(([, target]) => target),
  };
  return { ...payload, nodes, edges };
}

describe('bendsOf', () => {
  it('keeps a lone edge straight', () => {
    expect([
      ...bendsOf(
        graphOf(
          [
            [0, 0],
            [100, 0],
            [50, 40],
          ],
          [[0, 1]],
        ),
      ),
    ]).toEqual([0]);
  });

  it('goes round a circle in the way', () => {
    const places = [
      [0, 0],
      [100, 0],
      [50, 2],
    ] as const;
    const [bend = 0] = bendsOf(graphOf(places, [[0, 1]]));
    const line = { source: { x: 0, y: 0 }, target: { x: 100, y: 0 }, bend };
    const nearest = Math.min(
      ...Array.from({ length: 99 }, (_, i) => distance(pointOn(line, (i + 1) / 100), { x: 50, y: -2 })),
    );
    expect(nearest).toBeGreaterThan(10);
  });

  it('parts edges of one pair whichever way they run, also round a circle', () => {
    for (const places of [
      [
        [0, 0],
        [100, 0],
      ],
      [
        [0, 0],
        [100, 0],
        [50, 0],
      ],
    ] as const) {
      const bends = bendsOf(
        graphOf(places, [
          [0, 1],
          [1, 0],
          [0, 1],
        ]),
      );
      const middles = [...bends].map((bend, edge) =>
        edge === 1
          ? pointOn({ source: { x: 100, y: 0 }, target: { x: 0, y: 0 }, bend }, 0.5).y
          : pointOn({ source: { x: 0, y: 0 }, target: { x: 100, y: 0 }, bend }, 0.5).y,
      );
      const sorted = [...middles].sort((a, b) => a - b);
      expect(Math.min(...sorted.slice(1).map((y, i) => y - (sorted[i] ?? 0)))).toBeGreaterThan(15);
    }
  });

  it('looks near each line only: many nodes cost no more than few', () => {
    const count = 12_000;
    const places = Array.from(
      { length: count },
      (_, i) => [(i * 7919) % 10_007, (i * 104_729) % 10_009] as const,
    );
    const pairs = Array.from({ length: 2000 }, (_, i) => [i, (i * 31) % count] as const);
    const bends = bendsOf(graphOf(places, pairs));
    expect([...bends].filter((bend) => bend !== 0).length).toBeGreaterThan(1000);
  }, 20_000);

  it('makes loops of one node larger and larger', () => {
    expect([
      ...bendsOf(
        graphOf(
          [[0, 0]],
          [
            [0, 0],
            [0, 0],
          ],
        ),
      ),
    ]).toEqual([1, 1.5]);
  });
});
