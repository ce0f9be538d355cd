import { describe, expect, it } from 'vitest';
import { listed, otherEnd, toModel } from '../../../src/viewer/client/model.ts';
import { smallPayload } from './payload.ts';

const model = toModel(smallPayload());

describe('toModel', () => {
  it('lists the edges at each node, a loop once', () => {
    expect([...listed(model.incident, 0)]).toEqual([0, 1, 2, 4]);
    expect([...listed(model.incident, 4)]).toEqual([5]);
    expect([...listed(model.incident, 5)]).toEqual([]);
  });

  it('lists the facts that speak of a node, its literal ones too', () => {
    expect([...listed(model.factsOf, 0)]).toEqual([0, 1, 2, 3, 5, 7, 8]);
    expect([...listed(model.factsOf, 2)]).toEqual([2, 3]);
  });

  it('knows the other end', () => {
    expect(otherEnd(model, 2, 0)).toBe(2);
    expect(otherEnd(model, 2, 2)).toBe(0);
    expect(otherEnd(model, 5, 4)).toBe(4);
  });

  it('finds how facts stand, plain ones first, counting all of them', () => {
    expect(model.standings).toEqual([
      { key: 'asserted', name: 'asserted', plain: true, count: 7 },
      { key: 'alleged', name: 'alleged', plain: false, count: 1 },
      { key: 'no-value', name: 'no-value', plain: false, count: 1 },
    ]);
  });

  it('keeps a status that is plain in one fact and not in another apart', () => {
    const payload = smallPayload();
    const facts = payload.facts.map((one, index) => (index === 0 ? { ...one, status: 'alleged' } : one));
    const keys = toModel({ ...payload, facts }).standings.map(({ key }) => key);
    expect(keys).toEqual(['alleged', 'asserted', 'alleged-not-plain', 'no-value']);
  });

  it('spans the years of edges', () => expect(model.years).toEqual([1905, 1920]));

  it('bends parallel edges apart whichever way they run', () => {
    const [a = 0, b = 0] = model.bends;
    // One runs the other way: the same sign puts them on two sides.
    expect(a).not.toBe(0);
    expect(b).toBe(a);
    expect(model.bends[5]).toBeGreaterThan(0);
  });

  it('takes an empty graph', () => {
    const payload = smallPayload();
    const empty = toModel({
      ...payload,
      nodes: { id: [], label: [], iri: [], class: [], x: [], y: [], size: [], community: [], hidden: [] },
      edges: { id: [], source: [], target: [], relation: [], facts: [], plain: [], disputed: [] },
      facts: [],
    });
    expect(empty.years).toBeUndefined();
    expect(empty.standings).toEqual([]);
  });
});
