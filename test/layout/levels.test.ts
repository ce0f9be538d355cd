import { describe, expect, it } from 'vitest';
import type { ForceGraph } from '../../src/layout/forces/forces.ts';
import { groupsOf, quotient } from '../../src/layout/groups.ts';

/** Rings of six, each linked to the next by one pair. */
function rings(count: number): ForceGraph {
  const [source, target]: [number[], number[]] = [[], []];
  for (let ring = 0; ring < count; ring++) {
    for (let i = 0; i < 6; i++) {
      for (let j = 0; j < i; j++) {
        source.push(6 * ring + j);
        target.push(6 * ring + i);
      }
    }
    if (ring > 0) {
      source.push(6 * ring - 1);
      target.push(6 * ring);
    }
  }
  return {
    count: 6 * count,
    source: Uint32Array.from(source),
    target: Uint32Array.from(target),
    weight: new Float64Array(source.length).fill(1),
  };
}

describe('groupsOf', () => {
  it('finds what hangs together', () => {
    const { count, of } = groupsOf(rings(20), 200);
    expect(count).toBe(20);
    for (const [node, group] of of.entries()) expect(group).toBe(Math.floor(node / 6));
  });

  it('takes no more than so many members', () => {
    const { of } = groupsOf(rings(20), 4);
    const sizes = new Map<number, number>();
    for (const group of of) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(4);
  });

  it('leaves nodes without links or weight alone', () => {
    const bare = {
      count: 3,
      source: Uint32Array.of(0),
      target: Uint32Array.of(1),
      weight: Float64Array.of(0),
    };
    expect([...groupsOf(bare, 10).of]).toEqual([0, 1, 2]);
  });
});

describe('quotient', () => {
  it('links groups with the summed weights of the pairs between them', () => {
    const graph = {
      count: 4,
      source: Uint32Array.of(0, 0, 1, 2),
      target: Uint32Array.of(1, 2, 3, 3),
      weight: Float64Array.of(1, 2, 3, 4),
    };
    const { count, source, target, weight } = quotient(graph, { count: 2, of: Uint32Array.of(0, 0, 1, 1) });
    expect([count, [...source], [...target], [...weight]]).toEqual([2, [0], [1], [5]]);
  });
});
