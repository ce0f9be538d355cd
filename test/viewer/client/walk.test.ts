import { describe, expect, it } from 'vitest';
import { toVisible } from '../../../src/viewer/client/filters.ts';
import { toModel } from '../../../src/viewer/client/model.ts';
import { startFilter } from '../../../src/viewer/client/state.ts';
import { neighboursClockwise, shortestPath, toNeighbourhood } from '../../../src/viewer/client/walk.ts';
import { smallPayload } from './payload.ts';

const model = toModel(smallPayload());
const plain = toVisible(model, startFilter(model));
const all = toVisible(model, { ...startFilter(model), hiddenStandings: new Set() });

describe('toNeighbourhood', () => {
  it('goes one hop over all parallel edges', () => {
    const { nodes, edges } = toNeighbourhood(model, plain, { node: 0, hops: 1 });
    expect([...nodes].sort()).toEqual([0, 1, 2]);
    expect([...edges].sort()).toEqual([0, 1, 2]);
  });
  it('goes two hops', () => {
    expect([...toNeighbourhood(model, plain, { node: 0, hops: 2 }).nodes].sort()).toEqual([0, 1, 2, 3]);
  });
  it('goes over shown edges only', () => {
    expect(toNeighbourhood(model, all, { node: 0, hops: 1 }).nodes.has(6)).toBe(true);
  });
});

describe('shortestPath', () => {
  it('goes against the direction of edges too', () => {
    expect(shortestPath(model, plain, { from: 2, to: 3 })).toEqual({ nodes: [2, 0, 1, 3], edges: [2, 0, 3] });
  });
  it('is empty from a node to itself', () => {
    expect(shortestPath(model, plain, { from: 4, to: 4 })).toEqual({ nodes: [4], edges: [] });
  });
  it('is undefined where none is shown', () => {
    expect(shortestPath(model, plain, { from: 0, to: 6 })).toBeUndefined();
    expect(shortestPath(model, all, { from: 0, to: 6 })?.edges).toEqual([4]);
  });
});

describe('neighboursClockwise', () => {
  it('begins at the top', () => {
    // Bergen is above (twice), Ghost and the company to the right.
    expect(neighboursClockwise(model, all, 0).map(({ node }) => node)).toEqual([1, 1, 2, 6]);
    expect(neighboursClockwise(model, plain, 1).map(({ node }) => node)).toEqual([0, 0, 3]);
  });
  it('goes all the way round', () => {
    const payload = smallPayload();
    const edges = { ...payload.edges, source: [0, 0, 0, 0, 0, 4], target: [4, 3, 2, 1, 6, 4] };
    const star = toModel({ ...payload, edges });
    const order = neighboursClockwise(star, toVisible(star, startFilter(star)), 0).map(({ node }) => node);
    expect(order).toEqual([1, 2, 3, 4]);
  });
});
