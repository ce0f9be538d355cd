import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../src/core/random.ts';
import { communities, degrees } from '../../src/graph/measures.ts';
import { type Links, project } from '../../src/graph/projection.ts';

function edgesOf(pairs: readonly (readonly [number, number, number?])[]): Links {
  return {
    count: pairs.length,
    source: Uint32Array.from(pairs, ([source]) => source),
    target: Uint32Array.from(pairs, ([, target]) => target),
    weight: Float64Array.from(pairs, ([, , weight]) => weight ?? 1),
  };
}

const anyEdges = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 1, max: 5 })), {
  maxLength: 40,
});

describe('degrees', () => {
  it('count edges and weights, a loop at both its ends', () => {
    const { degree, weightedDegree } = degrees(
      4,
      edgesOf([
        [0, 1, 3],
        [1, 0],
        [2, 2, 5],
      ]),
    );
    expect([...degree]).toEqual([2, 2, 2, 0]);
    expect([...weightedDegree]).toEqual([4, 4, 10, 0]);
  });
});

describe('project', () => {
  it('makes one pair of parallel and opposite edges and leaves loops out', () => {
    const { low, high, weight } = project(
      4,
      edgesOf([
        [2, 1, 3],
        [1, 2],
        [3, 3],
        [0, 3],
      ]),
    );
    expect([[...low], [...high], [...weight]]).toEqual([
      [0, 1],
      [3, 2],
      [1, 4],
    ]);
  });

  it('keeps all the weight that is not in loops', () => {
    fc.assert(
      fc.property(anyEdges, (pairs) => {
        const sum = pairs.reduce((total, [a, b, weight]) => total + (a === b ? 0 : weight), 0);
        expect(project(12, edgesOf(pairs)).weight.reduce((total, one) => total + one, 0)).toBe(sum);
      }),
    );
  });
});

describe('communities', () => {
  const clique = (from: number, size: number): [number, number][] => {
    const pairs: [number, number][] = [];
    for (let a = from; a < from + size; a++) for (let b = a + 1; b < from + size; b++) pairs.push([a, b]);
    return pairs;
  };

  it('find cliques, numbered by size and then by smallest node', () => {
    // 0–2, 3–7 and 8–10: the largest is number 0, of the equal ones that of node 0 comes first.
    const edges = edgesOf([...clique(0, 3), ...clique(3, 5), ...clique(8, 3), [2, 3], [7, 8]]);
    expect([...communities(11, edges)]).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 2, 2, 2]);
  });

  it('are one a node where nothing is linked, and none without nodes', () => {
    expect([...communities(3, edgesOf([[1, 1]]))]).toEqual([0, 1, 2]);
    expect([...communities(0, edgesOf([]))]).toEqual([]);
  });

  it('are numbered without gaps, larger ones first, the same on every run and in any order of edges', () => {
    fc.assert(
      fc.property(anyEdges, (pairs) => {
        const found = communities(12, edgesOf(pairs));
        expect(communities(12, edgesOf([...pairs].reverse()))).toEqual(found);
        const sizes = Array.from(
          { length: Math.max(...found) + 1 },
          (_, c) => found.filter((one) => one === c).length,
        );
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(Math.min(...sizes)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('randomFrom', () => {
  it('gives the same numbers for the same seed, others for another, all in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = (from: number): number[] => Array.from({ length: 20 }, randomFrom(from));
        expect(draw(seed)).toEqual(draw(seed));
        expect(draw(seed)).not.toEqual(draw(seed + 1));
        expect(draw(seed).every((value) => value >= 0 && value < 1)).toBe(true);
        expect(new Set(draw(seed)).size).toBeGreaterThan(15);
      }),
    );
  });
});
