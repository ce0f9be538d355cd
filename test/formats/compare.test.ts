import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareGraphs } from '../../src/formats/compare.ts';
import { writeGraphml } from '../../src/formats/graphml/graphml.ts';
import { readGraphml } from '../../src/formats/graphml/read.ts';
import { writeJson } from '../../src/formats/json/json.ts';
import { readJson } from '../../src/formats/json/read.ts';
import { fromGraphology } from '../../src/formats/readGraph.ts';
import type { PlacedGraph } from '../../src/graph/view.ts';
import { nasty, rawText } from './hostile.ts';
import { placedGraph, shipsAndPorts, written } from './shipsAndPorts.ts';

const same = (text: string) => text;

async function differences(graph: PlacedGraph, spoilGraphml = same, spoilJson = same) {
  const graphml = written((c) => writeGraphml(graph, c)).text;
  const json = written((c) => writeJson(graph, c)).text;
  const fromJson = fromGraphology(await readJson(spoilJson(json)));
  return [...compareGraphs(await readGraphml(spoilGraphml(graphml)), fromJson)];
}

test('GraphML and JSON of one graph say the same', async () => {
  expect(await differences(shipsAndPorts)).toEqual([]);
  expect(await differences(placedGraph({ nodes: [], edges: [] }))).toEqual([]);
  const nodes = nasty.map((label, i) => ({ id: `n${i}`, label }));
  const nodeColumns = [
    { name: 'list', type: 'strings' as const, values: nasty.map((text) => [text, text]) },
    { name: 'type', type: 'long' as const, values: nasty.map((_, i) => 2 ** 53 + 2 * i) },
  ];
  expect(await differences(placedGraph({ nodes, edges: [], nodeColumns }))).toEqual([]);
});

test('so do those of any graph without a refusal', async () => {
  const arbitrary = fc.array(fc.tuple(rawText, fc.array(rawText, { minLength: 1, maxLength: 3 })), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(arbitrary, async (rows) => {
      const graph = placedGraph({
        nodes: rows.map(([label], i) => ({ id: `n${i}`, label })),
        edges: rows.map(([label], i) => ({ id: `e-${i}`, from: `n${i}`, to: 'n0', label })),
        nodeColumns: [{ name: 'list', type: 'strings', values: rows.map(([, list]) => list) }],
        edgeColumns: [{ name: 'note', type: 'string', values: rows.map(([label]) => label) }],
      });
      fc.pre(written((c) => writeGraphml(graph, c)).problems.errors === 0);
      expect(await differences(graph)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('a difference is found', () => {
  test.each<[string, (text: string) => string, string]>([
    ['title', (t) => t.replace('Ships &', 'Boats &'), 'graph: title'],
    ['seed', (t) => t.replace('key="layout_seed">1', 'key="layout_seed">2'), 'graph: layout_seed'],
    ['outside', (t) => t.replace('key="facts_outside">2', 'key="facts_outside">3'), 'graph: facts_outside'],
    ['position', (t) => t.replace('>-25.13<', '>-25.14<'), 'node meteor-1: y'],
    ['colour', (t) => t.replace('<data key="g">161<', '<data key="g">162<'), 'node antwerp: g'],
    ['list', (t) => t.replace('Chile, Peru', 'Chile;Peru'), 'node meteor-1: flag'],
    ['labels', (t) => t.replaceAll(':Thing:Port', ':Thing:Pier'), 'node antwerp: labels'],
    ['name', (t) => t.replace('Meteor (meteor-2)', 'Meteor (meteor-1)'), 'node meteor-2: name'],
    [
      'missing data',
      (t) => t.replace('<data key="n_launched">1912-03</data>', ''),
      'node meteor-1: launched',
    ],
    [
      'more data',
      (t) => t.replace('</data></node>', '</data><data key="n_launched">1</data></node>'),
      'node antwerp: launched',
    ],
    ['edge end', (t) => t.replace('target="meteor-2"', 'target="antwerp"'), 'edge e-03: target'],
    [
      'edge attribute',
      (t) => t.replace(' label="BUILT_AT"', ' label="SUNK_AT"'),
      'edge e-02: label attribute',
    ],
    ['edge colour', (t) => t.replace('<data key="e_r">78<', '<data key="e_r">79<'), 'edge e-01: r'],
    ['interaction', (t) => t.replace('key="interaction">B', 'key="interaction">C'), 'edge e-02: interaction'],
    ['evidence', (t) => t.replace('she <', 'he <'), 'edge e-01: evidence'],
    ['missing edge', (t) => t.replace(/<edge id="e-02".*\n/, ''), 'edge e-02'],
  ])('%s', async (_, spoil, what) => {
    expect((await differences(shipsAndPorts, spoil)).map((difference) => difference.what)).toEqual([what]);
  });

  test('where the JSON has less', async () => {
    const withoutEdge = (text: string) => text.replace(/,\n\{"key":"e-03".*/, '');
    expect(await differences(shipsAndPorts, same, withoutEdge)).toEqual([
      { what: 'edge e-03', expected: 'nothing', found: 'e-03' },
    ]);
  });
});
