import { describe, expect, it } from 'vitest';
import { view } from '../../src/graph/build.ts';
import { toGraphology } from '../../src/graph/graphology.ts';
import { arrange } from '../../src/layout/arrange.ts';
import { fact, knowledgeOf } from './fleet.ts';

const fleet = view(
  knowledgeOf([
    fact(['bark', 'calledAt', 'port-1'], { qualifiers: { berth: ['north', 'south'] } }),
    fact(['bark', 'sisterOf', 'brig']),
    fact(['bark', 'type', '=three-master']),
  ]),
);

describe('toGraphology', () => {
  it('has the ids, ends and attributes of the view', () => {
    const graph = toGraphology(fleet);
    expect(graph.nodes()).toEqual(['bark', 'brig', 'port-1']);
    expect(graph.edges()).toEqual(fleet.edges.id);
    expect(graph.getNodeAttributes('bark')).toMatchObject({
      label: 'The bark',
      kind: 'Ship',
      color: '#222222',
      uri: 'https://example.org/fleet/bark',
      degree: 2,
      community: 0,
      type_: ['three-master'],
    });
    const [sister] = graph.edges('bark', 'brig');
    expect(graph.getEdgeAttributes(sister)).toMatchObject({ kind: 'SISTER_OF', symmetric: true, weight: 1 });
    const [call] = graph.edges('bark', 'port-1');
    expect(graph.getEdgeAttribute(call, 'symmetric')).toBeUndefined();
    expect(graph.getAttribute('title')).toBe('Fleet');
  });

  it('never has an attribute called type', () => {
    const graph = toGraphology(fleet);
    graph.forEachNode((_, attributes) => expect(attributes).not.toHaveProperty('type'));
    graph.forEachEdge((_, attributes) => expect(attributes).not.toHaveProperty('type'));
  });

  it('gives copies: changing them leaves the view as it was', () => {
    const graph = toGraphology(fleet);
    const [call] = graph.edges('bark', 'port-1');
    const berth = graph.getEdgeAttribute(call, 'berth');
    if (!Array.isArray(berth)) throw new Error('no list');
    berth.push('changed');
    graph.getAttribute('kinds').pop();
    expect(toGraphology(fleet).getEdgeAttribute(call, 'berth')).toEqual(['north', 'south']);
    expect(fleet.kinds).toHaveLength(2);
  });

  it('has positions and sizes where a placement is given', () => {
    const { placement } = arrange(fleet, { seed: 1, engine: 'none' });
    const graph = toGraphology(fleet, placement);
    expect(graph.getNodeAttribute('bark', 'size')).toBe(100);
    expect(graph.getNodeAttribute('brig', 'x')).toBe(placement.x[1]);
    expect(graph.getAttribute('layout')).toMatchObject({ algorithm: 'spiral', seed: 1, yAxis: 'up' });
  });

  it('keeps entities that are called like members of an object', () => {
    const names = ['constructor', 'toString', 'valueOf', 'isPrototypeOf'];
    const facts = names.flatMap((name) => [
      fact(['bark', 'calledAt', name]),
      fact([name, 'ownedBy', 'bark']),
    ]);
    const graph = toGraphology(view(knowledgeOf(facts)));
    expect(graph.size).toBe(8);
    expect(graph.outNeighbors('bark').sort()).toEqual([...names].sort());
    expect(graph.degree('constructor')).toBe(2);
    expect(graph.hasEdge('bark', 'toString')).toBe(true);
    expect(graph.hasEdge('valueOf', 'bark')).toBe(false);
    expect(Object.hasOwn(Object, 'previous')).toBe(false);
  });

  it('keeps even one called hasOwnProperty', () => {
    const graph = toGraphology(view(knowledgeOf([fact(['bark', 'calledAt', 'hasOwnProperty'])])));
    expect(graph.neighbors('hasOwnProperty')).toEqual(['bark']);
    expect(graph.neighbors('bark')).toEqual(['hasOwnProperty']);
  });
});
