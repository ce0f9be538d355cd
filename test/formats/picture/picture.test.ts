/** The picture: what may not lie on what, what ends where, and what is said of that which has no room. */
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../../src/core/diagnostic.ts';
import { packagedAsset } from '../../../src/files/packaged.ts';
import { filesOf } from '../../../src/formats/formats.ts';
import type { Losses } from '../../../src/formats/losses.ts';
import type { WriteOptions } from '../../../src/formats/options.ts';
import { contains, overlap, touches } from '../../../src/formats/picture/boxes.ts';
import { pointsOn } from '../../../src/formats/picture/curves.ts';
import { compose, type Picture } from '../../../src/formats/picture/picture.ts';
import { png } from '../../../src/formats/picture/png.ts';
import { readPngSize } from '../../../src/formats/picture/pngHeader.ts';
import { readSvg } from '../../../src/formats/picture/read.ts';
import { svg, writeSvg } from '../../../src/formats/picture/svg.ts';
import { wordsOf } from '../../../src/formats/picture/words.ts';
import { FORMATS } from '../../../src/formats/table.ts';
import { view } from '../../../src/graph/build.ts';
import type { PlacedGraph } from '../../../src/graph/view.ts';
import { arrange } from '../../../src/layout/arrange.ts';
import { rust } from '../../viewer/voyages.ts';
import { anyHostileGraph } from '../hostileGraph.ts';
import { type NodeSpec, placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';

const textOf = (graph: PlacedGraph, options: Partial<WriteOptions> = {}) =>
  written((context) => writeSvg(graph, { ...context, options })).text;

function composed(graph: PlacedGraph, paper: WriteOptions['paper'] = 'screen'): Picture {
  const { nodes, edges } = graph.view;
  const words = wordsOf(graph.view, { legal: (text) => text });
  const all = { nodes: new Uint8Array(nodes.count).fill(1), edges: new Uint8Array(edges.count).fill(1) };
  return compose({ graph, words, paper, ...all });
}

function pngOf(graph: PlacedGraph, options: Partial<WriteOptions> = {}) {
  const losses: Losses = new Map();
  const context = { problems: new Problems(), losses, options, asset: packagedAsset, stem: 'x' };
  const [file] = png.files(graph, context, 'x');
  if (!file) throw new Error('no file');
  const bytes = Buffer.concat([...file.chunks].map((part) => Buffer.from(part)));
  return { bytes, losses: Object.fromEntries(losses), problems: context.problems };
}

/** A ring of ports round a harbour, all of them called at. */
function ring(count: number, name: (i: number) => string): PlacedGraph {
  const nodes: NodeSpec[] = Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    return { id: `p${i}`, label: name(i), at: [300 * Math.cos(angle), 300 * Math.sin(angle)], size: 10 };
  });
  return placedGraph({
    sized: true,
    nodes: [{ id: 'hub', label: 'Harbour', at: [0, 0], size: 60 }, ...nodes],
    edges: nodes.map(({ id }, i) => ({ id: `e-${i}`, from: id, to: 'hub' })),
  });
}

const lines = (text: string, pattern: RegExp) => text.split('\n').filter((line) => pattern.test(line));

describe('names', () => {
  it.each([
    ['a ring', ring(40, (i) => `Port of the ${i}th call`)],
    ['a crowd', ring(110, (i) => `Some harbour with a long name, number ${i}`)],
  ])('of %s lie on no other name and no other node', (_, graph) => {
    const { labels, circles } = composed(graph);
    expect(labels.length).toBeGreaterThan(20);
    for (const { node, box } of labels) {
      expect(labels.filter((other) => other.node !== node && overlap(other.box, box))).toEqual([]);
      expect(circles.filter((circle, i) => i !== node && touches(circle, box))).toEqual([]);
    }
  });

  it('are all there where there is room, and counted where not', () => {
    expect(
      written((context) =>
        writeSvg(
          ring(12, (i) => `Port ${i}`),
          context,
        ),
      ).losses,
    ).toEqual({});
    const heap = placedGraph({
      nodes: Array.from({ length: 60 }, (_, i) => ({
        id: `n${i}`,
        label: `A name ${i}`,
        at: [i, i] as const,
      })),
      edges: [],
    });
    const { text, losses } = written((context) => writeSvg(heap, context));
    expect(losses['label-left-out']).toBeGreaterThan(0);
    expect(text).toContain(`${60 - (losses['label-left-out'] ?? 0)} of 60 names shown`);
  });

  it('of 200 letters are shortened in the drawing, counted, and whole in the data', () => {
    const long = `${'Wellington '.repeat(18)}Wellin`.slice(0, 200);
    const graph = placedGraph({
      nodes: [
        { id: 'a', label: long },
        { id: 'b', label: 'x'.repeat(200), at: [300, 0] },
      ],
      edges: [],
    });
    const { text, losses } = written((context) => writeSvg(graph, context));
    expect(losses).toEqual({ 'label-shortened': 2 });
    expect(text).toContain(`data-label="${long}"`);
    expect(text).toContain('…</text>');
  });

  it('stay inside of the picture', () => {
    for (const paper of ['screen', 'a4', 'a3'] as const) {
      const { labels, width, height } = composed(
        ring(30, (i) => `Port of the ${i}th call`),
        paper,
      );
      for (const { box } of labels) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    }
  });
});

describe('edges', () => {
  it('between the same two nodes fan out, and those the other way lie beside them', () => {
    const graph = placedGraph({
      nodes: [{ id: 'a' }, { id: 'b', at: [300, 0] }],
      edges: [
        { id: 'e-1', from: 'a', to: 'b' },
        { id: 'e-2', from: 'a', to: 'b', label: 'built at' },
        { id: 'e-3', from: 'b', to: 'a' },
      ],
    });
    const middles = composed(graph).routes.map((route) => {
      const [, one, other] = route?.curve ?? [];
      return Math.round((one?.y ?? 0) + (other?.y ?? 0));
    });
    expect(new Set(middles).size).toBe(3);
  });

  it('end at the border of their circles, the arrow at its tip', () => {
    const { routes, circles } = composed(ring(20, (i) => `Port ${i}`));
    const hub = circles[0];
    for (const route of routes) {
      const tip = route?.head?.[0];
      if (!hub || !tip) throw new Error('no arrow');
      expect(Math.sqrt((tip.x - hub.x) ** 2 + (tip.y - hub.y) ** 2)).toBeCloseTo(hub.r, 1);
    }
  });

  it('go round a node in their way', () => {
    const nodes = [
      { id: 'a', at: [-300, 0] },
      { id: 'b', at: [300, 0] },
      { id: 'c', at: [0, 0] },
    ] as const;
    const [route] = composed(placedGraph({ nodes, edges: [{ id: 'e-1', from: 'a', to: 'b' }] })).routes;
    expect(route?.straight).toBe(false);
  });

  it('from a node to itself are loops', async () => {
    const graph = placedGraph({
      nodes: [{ id: 'a' }, { id: 'b', at: [100, 0] }],
      edges: [
        { id: 'e-1', from: 'a', to: 'a' },
        { id: 'e-2', from: 'a', to: 'a' },
      ],
    });
    const text = textOf(graph);
    expect(lines(text, /data-source="a" data-target="a"/)).toHaveLength(2);
    await expect(readSvg(text)).resolves.toBeDefined();
  });

  it('that are not plain are dashed, derived ones dotted, disputed ones marked; the legend says so', () => {
    const nodes = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, at: [200 * i, 0] as const }));
    const graph = placedGraph({
      nodes,
      edges: [
        { id: 'e-1', from: 'a', to: 'b' },
        { id: 'e-2', from: 'b', to: 'c' },
        { id: 'e-3', from: 'c', to: 'd' },
      ],
      edgeColumns: [
        { name: 'notPlain', type: 'strings', values: [['alleged'], undefined, undefined] },
        { name: 'disputed', type: 'boolean', values: [undefined, true, undefined] },
        { name: 'derived', type: 'boolean', values: [undefined, undefined, true] },
      ],
    });
    const text = textOf(graph);
    expect(text.slice(text.indexOf('id="e-1"'), text.indexOf('id="e-2"'))).toContain('class="l o"');
    expect(text.slice(text.indexOf('id="e-2"'), text.indexOf('id="e-3"'))).toContain('<circle class="d"');
    expect(text.slice(text.indexOf('id="e-3"'), text.indexOf('class="nodes"'))).toContain('class="l v"');
    for (const mark of ['not plain: alleged', 'disputed', 'by way of an event'])
      expect(text).toContain(`>${mark}</text>`);
  });

  it('show what must be shown with them, or nothing', () => {
    const spec = (distance: number) =>
      placedGraph({
        nodes: [
          { id: 'a', at: [0, 0] },
          { id: 'b', at: [distance, 0] },
          { id: 'c', at: [0, 400] },
          { id: 'd', at: [600, 400] },
        ],
        edges: [{ id: 'e-1', from: 'a', to: 'b', label: 'seized by' }],
        edgeColumns: [
          { name: 'showWith', type: 'strings', values: [['outcome: released in the year after']] },
        ],
      });
    const wide = textOf(spec(500));
    expect(wide).toContain('>seized by</text>');
    expect(wide).toContain('>outcome: released in the year after</text>');
    // Beside the edge where it is too short for them.
    const narrow = textOf(spec(90));
    expect(lines(narrow, /transform="matrix\(1 0 0 1/)).toHaveLength(1);
    expect(narrow).toContain('>seized by</text>');
    expect(narrow.replace(/<[^>]*>|\n/g, ' ')).toMatch(/outcome: released\s+in the year after/);
  });

  it('are said below the picture where they have no room', () => {
    const { text, losses } = written((context) =>
      writeSvg(
        placedGraph({
          nodes: [
            { id: 'a', label: 'Aurora', at: [0, 0] },
            { id: 'b', label: 'Bergen', at: [40, 0] },
            { id: 'c', at: [900, 400] },
          ],
          edges: [{ id: 'e-1', from: 'a', to: 'b', label: 'was last seen, before the fog came, at' }],
        }),
        context,
      ),
    );
    expect(text).toContain('Without room for words: Aurora was last seen, before the fog came, at Bergen.');
    expect(losses).toEqual({ 'label-left-out': 1 });
  });

  it.each(['screen', 'a4', 'a3'] as const)(
    'of data/rust on %s stand on nothing else, and the outcome is there',
    (paper) => {
      const graph = arrange(view(rust()), { engine: 'forceatlas2', profile: 'overview', seed: 1 });
      const { edgeLabels, labels, circles, routes } = composed(graph, paper);
      // Paper is narrower: one has no room there.
      expect(edgeLabels.length).toBeGreaterThanOrEqual(graph.view.edges.count - (paper === 'screen' ? 0 : 1));
      expect(edgeLabels.flatMap((label) => label.lines).join(' ')).toContain('outcome: dismissed');
      const names = labels.map(({ box }) => box);
      for (const { edge, boxes } of edgeLabels) {
        const others = edgeLabels.filter((other) => other.edge !== edge).flatMap((other) => other.boxes);
        for (const box of boxes) {
          expect([...names, ...others].filter((other) => overlap(other, box))).toEqual([]);
          expect(circles.filter((circle) => touches(circle, box))).toEqual([]);
        }
        const foreign = routes.flatMap((route, i) =>
          route && i !== edge ? [...pointsOn(route.curve, 3)] : [],
        );
        expect(
          foreign.filter((point) => boxes.some((box) => contains(box, { ...point, width: 0, height: 0 }))),
        ).toEqual([]);
      }
    },
  );
});

describe('the file', () => {
  it('is the golden one', async () => {
    const text = textOf(shipsAndPorts);
    await expect(text).toMatchFileSnapshot('cases/ships.svg');
    const found = await readSvg(text);
    expect(found.nodes.get('antwerp')).toEqual(
      new Map(Object.entries({ label: 'Antwerp', kind: 'Port', ...place(text, -100, 50.5) })),
    );
    expect(found.edges.get('e-02')?.target).toBe('antwerp');
  });

  it('tells the facts of a node or edge with quote and source', () => {
    const piece = {
      fact: 'f-1',
      quote: 'she < made port',
      source: 'log',
      relation: 'berth',
      value: '7b',
      status: 'alleged',
    };
    const graph = placedGraph({
      nodes: [{ id: 'a' }, { id: 'b', at: [200, 0] }],
      edges: [{ id: 'e-1', from: 'a', to: 'b' }],
      nodeColumns: [{ name: 'evidence', type: 'string', values: [JSON.stringify([piece]), 'no JSON'] }],
    });
    expect(textOf(graph)).toContain(
      'berth: 7b — «she &lt; made port» (alleged, Harbour &lt;log&gt; &amp; more)</title>',
    );
    const document = XmlDocument.fromString(textOf(graph));
    expect(document.toString()).toContain('Harbour');
    document.dispose();
  });

  it('has colours for a light and a dark ground, for paper the light ones', () => {
    expect(textOf(shipsAndPorts)).toContain('@media screen and (prefers-color-scheme:dark)');
    expect(textOf(shipsAndPorts, { theme: 'dark' })).not.toContain('@media');
    expect(textOf(shipsAndPorts, { theme: 'dark' })).toContain('.g{fill:#14181d}');
    expect(textOf(shipsAndPorts, { theme: 'light' })).toContain('.g{fill:#ffffff}');
  });

  it('on paper has its size', () => {
    expect(textOf(shipsAndPorts, { paper: 'a4' })).toMatch(/<svg [^>]*width="297mm" height="210mm"/);
    const tall = placedGraph({ nodes: [{ id: 'a' }, { id: 'b', at: [0, 500] }], edges: [] });
    expect(textOf(tall, { paper: 'a3' })).toMatch(/<svg [^>]*width="297mm" height="420mm"/);
  });

  it.each([
    ['no nodes', placedGraph({ nodes: [], edges: [] })],
    ['one node', placedGraph({ nodes: [{ id: 'a', label: 'الإسكندرية' }], edges: [] })],
    [
      'names of many scripts',
      placedGraph({
        nodes: ['東京港', 'חיפה', 'Πειραιάς', 'Одесса', 'ที่'].map((label, i) => ({
          id: `n${i}`,
          label,
          at: [100 * i, 0] as const,
        })),
        edges: [],
      }),
    ],
    [
      'all in one place',
      placedGraph({
        nodes: ['a', 'b', 'c'].map((id) => ({ id })),
        edges: [{ id: 'e-1', from: 'a', to: 'b' }],
      }),
    ],
  ])('is well formed with %s', async (_, graph) => {
    for (const paper of ['screen', 'a4'] as const) {
      const text = textOf(graph, { paper });
      XmlDocument.fromString(text).dispose();
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
      const { nodes } = await readSvg(text);
      expect([...nodes.values()].map((node) => node.get('label'))).toEqual(graph.view.nodes.label);
    }
  });

  it('refuses places that are no numbers', () => {
    const graph = placedGraph({ nodes: [{ id: 'a', at: [Number.NaN, 0] }, { id: 'b' }], edges: [] });
    const { problems, text } = written((context) => writeSvg(graph, context));
    expect(problems.counts.get('refused-term')).toBe(1);
    expect(text).not.toContain('NaN');
  });

  it('is well formed with any text, and adds no element', async () => {
    await fc.assert(
      fc.asyncProperty(anyHostileGraph, async (graph) => {
        const text = textOf(graph, { illegalCharacters: 'replace' });
        XmlDocument.fromString(text).dispose();
        const { nodes, edges } = await readSvg(text);
        expect(nodes.size).toBe(graph.view.nodes.count);
        expect(edges.size).toBe(graph.view.edges.count);
      }),
      { numRuns: 60 },
    );
  });

  it('has ids of its own that no node has', () => {
    const graph = placedGraph({ nodes: [{ id: 'picture-title' }], edges: [] });
    expect(textOf(graph)).toContain('aria-labelledby="picture-title-2 picture-description"');
  });
});

describe('PNG', () => {
  it('is of the width that was asked for, on the ground of its theme', () => {
    const light = PNG.sync.read(pngOf(shipsAndPorts).bytes);
    expect(light.width).toBe(1600);
    expect([...light.data.subarray(0, 3)]).toEqual([0xff, 0xff, 0xff]);
    const dark = PNG.sync.read(pngOf(shipsAndPorts, { theme: 'dark' }).bytes);
    expect([...dark.data.subarray(0, 3)]).toEqual([0x14, 0x18, 0x1d]);
    expect(readPngSize(pngOf(shipsAndPorts, { paper: 'a4' }).bytes)).toEqual({ width: 3508, height: 2480 });
  });

  it('has the same bytes twice, and no more than the evidence left out', () => {
    const first = pngOf(shipsAndPorts);
    expect(first.bytes.equals(pngOf(shipsAndPorts).bytes)).toBe(true);
    expect(first.problems.diagnostics).toEqual([]);
  });

  it('draws the names: without them it is another', () => {
    const nameless = placedGraph({ nodes: [{ id: 'a', label: '' }], edges: [] });
    const named = placedGraph({ nodes: [{ id: 'a', label: 'Aurora' }], edges: [] });
    expect(pngOf(named).bytes.equals(pngOf(nameless).bytes)).toBe(false);
  });

  it('counts characters without a sign', () => {
    const graph = placedGraph({ nodes: [{ id: 'a', label: '東京' }], edges: [] });
    expect(pngOf(graph).losses['glyph-missing']).toBe(2);
    expect(written((context) => writeSvg(graph, context)).losses['glyph-missing']).toBeUndefined();
  });

  it('cannot be made without a renderer', () => {
    const context = { problems: new Problems(), losses: new Map(), stem: 'x' };
    const set = { graph: shipsAndPorts } as Parameters<typeof filesOf>[1]; // a graph format asks for nothing else
    const make = () => [...filesOf(png, set, context)].flatMap(({ chunks }) => [...chunks]);
    expect(make).toThrow('packagedAsset');
  });
});

it('both stand in the table', () => {
  expect(FORMATS.get('svg')).toBe(svg);
  expect(FORMATS.get('png')).toBe(png);
});

/** Where a position of the layout stands, by the data of the file. */
function place(text: string, x: number, y: number): Record<'cx' | 'cy', number> {
  const [scale = 0, left = 0, top = 0] = ['scale', 'left', 'top'].map((name) =>
    Number(new RegExp(`data-${name}="([^"]+)"`).exec(text)?.[1]),
  );
  const round = (value: number) => Math.round(value * 100) / 100;
  return { cx: round(left + scale * x), cy: round(top - scale * y) };
}

it('reads no other SVG', async () => {
  const text = textOf(shipsAndPorts);
  const broken: readonly (readonly [string, string])[] = [
    ['<svg ', '<svg onload="x()" '],
    ['<g class="nodes">', '<g class="nodes"><script/>'],
    ['data-target="antwerp"', 'data-target="meteor-2"'],
    [' id="meteor-2"', ' id="meteor-1"'],
    ['data-scale=', 'data-scaled='],
  ];
  for (const [from, to] of broken) {
    expect(text).toContain(from);
    await expect(readSvg(text.replace(from, to)), to).rejects.toThrow();
  }
});
