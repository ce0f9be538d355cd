import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAlike } from '../../../src/formats/compareAlike.ts';
import { writeJson } from '../../../src/formats/json/json.ts';
import { readJson } from '../../../src/formats/json/read.ts';
import { expectedOfNodelink } from '../../../src/formats/nodelink/expect.ts';
import { nodelink, writeNodelink } from '../../../src/formats/nodelink/nodelink.ts';
import { readNodelink } from '../../../src/formats/nodelink/read.ts';
import { fromGraphology } from '../../../src/formats/readGraph.ts';
import type { PlacedGraph } from '../../../src/graph/view.ts';
import { nasty } from '../hostile.ts';
import { anyHostileGraph, hostileGraph } from '../hostileGraph.ts';
import { placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';

const write = (graph: PlacedGraph) => written((c) => writeNodelink(graph, c));

async function differences(graph: PlacedGraph, spoil = (text: string) => text) {
  const json = fromGraphology(await readJson(written((c) => writeJson(graph, c)).text));
  return [...compareAlike(readNodelink(spoil(write(graph).text)), expectedOfNodelink(json))];
}

test('the node-link JSON of ships and ports is this file', async () => {
  const { text, problems, losses } = write(shipsAndPorts);
  await expect(text).toMatchFileSnapshot('cases/ships.nodelink.json');
  expect(problems.errors).toBe(0);
  expect(losses).toEqual({ 'attribute-renamed': 1 });
  expect(nodelink).toMatchObject({ name: 'nodelink', extension: '.nodelink.json', input: 'graph' });
  expect(written((c) => nodelink.write(shipsAndPorts, c)).text).toBe(text);
});

test.each([
  ['ships and ports', shipsAndPorts],
  ['no node', placedGraph({ nodes: [], edges: [] })],
  ['hostile texts', hostileGraph(nasty)],
])('%s: says what the laid-out JSON says, y turned', async (_, graph) => {
  expect(write(graph).problems.errors).toBe(0);
  expect(await differences(graph)).toEqual([]);
});

test.each([0.125, -0.125, 0.004, -0.004, 4999.995])(
  'y = %d differs from the JSON by its sign only',
  async (y) => {
    const graph = placedGraph({ nodes: [{ id: 'a', at: [0, y] }], edges: [] });
    expect(await differences(graph)).toEqual([]);
    expect(write(graph).text).not.toContain('-0,');
  },
);

test('any hostile graph says what its JSON says, and refuses the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyHostileGraph, async (graph) => {
      const refused = written((c) => writeJson(graph, c)).problems.errors;
      expect(write(graph).problems.errors).toBe(refused);
      expect(await differences(graph)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.each(['index', 'fx', 'vy', 'source', 'key', 'parent'])(
  'the node attribute %s keeps out of the way',
  (name) => {
    const nodeColumns = [{ name, type: 'string' as const, values: ['theirs'] }];
    const { text } = write(placedGraph({ nodes: [{ id: 'a' }], edges: [], nodeColumns }));
    const written = readNodelink(text).nodes.get('a');
    expect(written?.get(name === 'source' ? 'source' : `fact_${name}`)).toBe('theirs');
  },
);

describe('a difference is found', () => {
  test.each<[string, (text: string) => string, string]>([
    ['y', (t) => t.replace('"y":-50.5', '"y":50.5'), 'node antwerp: y'],
    ['title', (t) => t.replace('Ships &', 'Boats &'), 'graph: title'],
    ['target', (t) => t.replace('"target":"meteor-2"', '"target":"antwerp"'), 'edge e-03: target'],
    [
      'missing link',
      (t) => t.replace(/\{"source":"meteor-1","target":"antwerp","key":"e-02".*\n/, ''),
      'edge e-02',
    ],
  ])('%s', async (_, spoil, what) => {
    expect((await differences(shipsAndPorts, spoil)).map((difference) => difference.what)).toEqual([what]);
  });
});

describe('the reader refuses', () => {
  const good = write(shipsAndPorts).text;
  test.each<[string, (text: string) => string]>([
    ['an undirected graph', (t) => t.replace('"directed":true', '"directed":false')],
    ['other links', (t) => t.replace('"links"', '"edges"')],
    ['an id twice', (t) => t.replace('"key":"e-02"', '"key":"antwerp"')],
    ['a dangling link', (t) => t.replace('"target":"antwerp"', '"target":"nowhere"')],
    ['a node without id', (t) => t.replace('"id":"antwerp",', '')],
  ])('%s', (_, spoil) => {
    expect(spoil(good)).not.toBe(good);
    expect(() => readNodelink(spoil(good))).toThrow(Error);
  });
});
