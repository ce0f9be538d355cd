/** Where the nodes of the viewer stand: where the exports have them. */
import { describe, expect, it } from 'vitest';
import { view } from '../../src/graph/build.ts';
import { DEFAULT_VIEW_OPTIONS } from '../../src/graph/options.ts';
import { arrange } from '../../src/layout/arrange.ts';
import { INCLUDABLE } from '../../src/project/form.ts';
import { pictureOf } from '../../src/viewer/picture.ts';
import { know, says, withFacts } from '../harbour.ts';
import { voyage } from '../site/voyage.ts';
import { rust } from './voyages.ts';

const FORCES = { engine: 'forceatlas2', seed: 1 } as const;
const { knowledge } = voyage();

describe('the nodes of the viewer', () => {
  it('have the places of the exports, those of loose nodes aside', () => {
    const files = withFacts(
      says('aurora: { homePort: malmo }'),
      '{ quote: will come, status: planned, says: { borealis: { homePort: visby, escorts: aurora } } }',
    );
    const all = know(files).knowledge;
    const options = { include: INCLUDABLE, view: DEFAULT_VIEW_OPTIONS, layout: FORCES };
    const positions = new Map(
      ['aurora', 'borealis', 'malmo', 'visby'].map((id, i) => [id, [1000 * i, -700] as const]),
    );
    const links = [['aurora', 'malmo']] as const;
    const exported = { positions, links, algorithm: 'kept', seed: 1, iterations: 0 };
    const { x, y } = pictureOf(all, { ...options, exported }).placement;
    expect([x[0], x[2]]).toEqual([0, 2000]);
    expect([y[0], y[2]]).toEqual([-700, -700]);
    expect([x[1], x[3]]).not.toEqual([1000, 3000]);
    const plain = pictureOf(all, { ...options, include: [], exported }).placement;
    expect([...plain.x]).toEqual([0, 1000, 2000, 3000]);
    expect(plain.algorithm).toBe('kept');
  });

  it('without exports have the places that these would have', () => {
    const options = { include: [], view: DEFAULT_VIEW_OPTIONS, layout: FORCES, exported: undefined };
    const { x, y } = arrange(view(knowledge), FORCES).placement;
    expect(pictureOf(knowledge, options).placement).toMatchObject({ x, y });
  });

  it('are all placed when the exports lack some, or have events as edges', () => {
    const all = rust();
    const ids = [...all.entities.keys()];
    const options = { include: INCLUDABLE, layout: FORCES };
    const flattened = { ...DEFAULT_VIEW_OPTIONS, events: 'flattened' } as const;
    const positions = new Map(ids.slice(1).map((id, i) => [id, [i * 100, -i * 50] as const]));
    const stale = { positions, links: [], algorithm: 'kept', seed: 1, iterations: 0 };
    for (const [view, exported] of [
      [flattened, undefined],
      [DEFAULT_VIEW_OPTIONS, stale],
      [flattened, stale],
    ] as const) {
      const { view: graph, placement } = pictureOf(all, { ...options, view, exported });
      expect(graph.nodes.id).toEqual(ids);
      const places = [...placement.x, ...placement.y];
      expect(places).toHaveLength(2 * ids.length);
      expect(places.every((one) => Math.abs(one) <= 5000)).toBe(true);
    }
  });
});
