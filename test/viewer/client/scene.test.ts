import { describe, expect, it } from 'vitest';
import { toVisible } from '../../../src/viewer/client/filters.ts';
import { toModel } from '../../../src/viewer/client/model.ts';
import { MEMBER_LIMIT, opensByLevels, toLevelScene } from '../../../src/viewer/client/scene.ts';
import { startFilter } from '../../../src/viewer/client/state.ts';
import { LEVELS_FROM, type ViewerPayload } from '../../../src/viewer/payload.ts';
import { smallPayload } from './payload.ts';

const model = toModel(smallPayload());
const visible = toVisible(model, startFilter(model));

describe('toLevelScene', () => {
  it('stands for communities with one circle each, where their members are', () => {
    const { groups, nodes, bundles } = toLevelScene(model, visible, { opened: [], wanted: [] });
    expect(groups.map(({ community, members, head }) => [community, members, head])).toEqual([
      [0, 3, 0],
      [1, 2, 2],
      [2, 1, 5],
    ]);
    expect(groups[0]).toMatchObject({ x: 0, y: 0 });
    expect(nodes).toEqual([]);
    expect(bundles).toEqual([{ source: 'g0', target: 'g1', count: 1 }]);
  });

  it('opens a community in place', () => {
    const { groups, nodes, edges, bundles } = toLevelScene(model, visible, { opened: [0], wanted: [] });
    expect(groups.map(({ community }) => community)).toEqual([1, 2]);
    expect(nodes).toEqual([0, 1, 3]);
    expect(edges).toEqual([0, 1, 3]);
    expect(bundles).toEqual([{ source: 'g1', target: 'n0', count: 1 }]);
  });

  it('holds what is selected whatever is open', () => {
    const { nodes, bundles } = toLevelScene(model, visible, { opened: [], wanted: [2] });
    expect(nodes).toEqual([2]);
    expect(bundles).toEqual([{ source: 'g0', target: 'n2', count: 1 }]);
  });

  it('leaves out what is filtered', () => {
    expect(toLevelScene(model, visible, { opened: [], wanted: [6] }).nodes).toEqual([]);
  });

  it('lets no two circles overlap', () => {
    const payload = smallPayload();
    const x = payload.nodes.x.map((value) => value / 20);
    const y = payload.nodes.y.map((value) => value / 20);
    const crowded = toModel({ ...payload, nodes: { ...payload.nodes, x, y } });
    const { groups } = toLevelScene(crowded, toVisible(crowded, startFilter(crowded)), {
      opened: [],
      wanted: [],
    });
    for (const a of groups) {
      for (const b of groups) {
        if (a === b) continue;
        const distance = Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
        expect(a.size + b.size).toBeLessThanOrEqual(Math.max(distance, 1) + 1e-9);
      }
    }
  });
});

/** A star of so many ships in one community. */
function star(count: number): ViewerPayload {
  const payload = smallPayload();
  const fill = <T>(value: T) => Array.from({ length: count }, () => value);
  const ids = Array.from({ length: count }, (_, index) => index);
  const fact = payload.facts[4];
  return {
    ...payload,
    nodes: {
      id: ids.map((id) => `n${id}`),
      label: ids.map(String),
      iri: fill(''),
      class: fill(0),
      x: ids,
      y: fill(0),
      size: fill(1),
      community: fill(0),
      hidden: fill(0),
    },
    edges: {
      id: ids.map((id) => `e${id}`),
      source: fill(0),
      target: ids,
      relation: fill(0),
      facts: fill([0]),
      plain: fill(1),
      disputed: fill(0),
    },
    facts: fact === undefined ? [] : [fact],
  };
}

describe('a large graph', () => {
  const large = toModel(star(LEVELS_FROM + 1));
  const shown = toVisible(large, startFilter(large));

  it('opens by levels', () => {
    expect(opensByLevels(shown)).toBe(true);
    expect(opensByLevels(visible)).toBe(false);
  });

  it('says how many members it leaves out', () => {
    const scene = toLevelScene(large, shown, { opened: [0], wanted: [] });
    expect(scene.nodes.length).toBe(MEMBER_LIMIT);
    expect(scene.left.nodes).toBe(LEVELS_FROM + 1 - MEMBER_LIMIT);
    expect(scene.edges.length + scene.left.edges).toBe(LEVELS_FROM + 1);
  });
});
