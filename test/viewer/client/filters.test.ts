import { describe, expect, it } from 'vitest';
import { isFiltered, toVisible } from '../../../src/viewer/client/filters.ts';
import { toModel } from '../../../src/viewer/client/model.ts';
import { allBut, type Filter, startFilter, toggled } from '../../../src/viewer/client/state.ts';
import { smallPayload } from './payload.ts';

const model = toModel(smallPayload());
const start = startFilter(model);
const shown = (mask: Uint8Array) => [...mask].flatMap((bit, index) => (bit === 1 ? [index] : []));
const visible = (change: Partial<Filter>) => {
  const { nodes, edges, ...rest } = toVisible(model, { ...start, ...change });
  return { nodes: shown(nodes), edges: shown(edges), ...rest };
};

describe('toVisible', () => {
  it('shows what is plain, and nodes without edges, at the start', () => {
    const { nodes, edges, nodeCount, edgeCount, byClass, byRelation } = visible({});
    expect(edges).toEqual([0, 1, 2, 3, 5]);
    expect(nodes).toEqual([0, 1, 2, 3, 4, 5]);
    expect([nodeCount, edgeCount]).toEqual([6, 5]);
    expect([...byClass]).toEqual([2, 3, 1]);
    expect([...byRelation]).toEqual([4, 1]);
  });

  it('shows facts that are not plain with the nodes that only they lead to', () => {
    const { nodes, edges } = visible({ hiddenStandings: new Set() });
    expect(edges).toContain(4);
    expect(nodes).toContain(6);
  });

  it('starts with those that the exports make an exception of', () => {
    const other = toModel({ ...smallPayload(), shown: ['alleged'] });
    expect(toVisible(other, startFilter(other)).edges[4]).toBe(1);
  });

  it('hides a class with its edges', () => {
    const { nodes, edges } = visible({ hiddenClasses: new Set([1]) });
    expect(edges).toEqual([2, 5]);
    expect(nodes).toEqual([0, 2, 4]);
  });

  it('hides nodes without a shown edge once edges are filtered', () => {
    expect(visible({ hiddenRelations: new Set([0]) })).toMatchObject({ nodes: [0, 2], edges: [2] });
  });

  it('keeps an edge while one fact of it has a shown source', () => {
    expect(visible({ hiddenSources: new Set([0]) }).edges).toEqual([2]);
    expect(visible({ hiddenSources: new Set([1]) }).edges).toEqual([0, 1, 2, 3, 5]);
    expect(visible({ hiddenSources: new Set([0, 1]) }).edges).toEqual([]);
  });

  it('filters by time, with and without the undated', () => {
    expect(visible({ years: [1906, 1912] }).edges).toEqual([1, 2, 3, 5]);
    expect(visible({ years: [1906, 1912], undated: false }).edges).toEqual([1]);
    expect(visible({ undated: false }).edges).toEqual([0, 1]);
  });

  it('wants one fact to pass all filters, not one for each', () => {
    // Edge 2 has a disputed fact of the log and one of the press, both undated.
    const facts = model.payload.facts.map((fact, index) =>
      index === 3 ? { ...fact, years: [1950, 1950] as const } : fact,
    );
    const dated = toModel({ ...model.payload, facts });
    const edges = toVisible(dated, {
      ...start,
      years: [1950, 1950],
      undated: false,
      hiddenSources: new Set([1]),
    }).edges;
    expect(edges[2]).toBe(0);
  });
});

describe('isFiltered', () => {
  it('is false at the start only', () => {
    expect(isFiltered(model, start)).toBe(false);
    expect(isFiltered(model, { ...start, hiddenClasses: new Set([0]) })).toBe(true);
    expect(isFiltered(model, { ...start, hiddenStandings: new Set() })).toBe(true);
  });
});

describe('sets', () => {
  it('toggle and leave one', () => {
    expect([...toggled(new Set([1]), 1)]).toEqual([]);
    expect([...toggled(new Set([1]), 2)]).toEqual([1, 2]);
    expect([...allBut(3, 1)]).toEqual([0, 2]);
  });
});
