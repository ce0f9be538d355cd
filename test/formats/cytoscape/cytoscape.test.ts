import load from 'cytoscape';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAlike } from '../../../src/formats/compareAlike.ts';
import { cytoscape, writeCytoscape } from '../../../src/formats/cytoscape/cytoscape.ts';
import { expectedOfCytoscape } from '../../../src/formats/cytoscape/expect.ts';
import { readCytoscape } from '../../../src/formats/cytoscape/read.ts';
import { writeJson } from '../../../src/formats/json/json.ts';
import { readJson } from '../../../src/formats/json/read.ts';
import { fromGraphology } from '../../../src/formats/readGraph.ts';
import type { PlacedGraph } from '../../../src/graph/view.ts';
import { nasty } from '../hostile.ts';
import { anyHostileGraph, hostileGraph } from '../hostileGraph.ts';
import { placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';

const write = (graph: PlacedGraph) => written((c) => writeCytoscape(graph, c));

async function differences(graph: PlacedGraph, spoil = (text: string) => text) {
  const json = fromGraphology(await readJson(written((c) => writeJson(graph, c)).text));
  return [...compareAlike(readCytoscape(spoil(write(graph).text)), expectedOfCytoscape(json))];
}

test('the Cytoscape.js JSON of ships and ports is this file', async () => {
  const { text, problems, losses } = write(shipsAndPorts);
  await expect(text).toMatchFileSnapshot('cases/ships.cyjs');
  expect(problems.errors).toBe(0);
  expect(losses).toEqual({ 'attribute-renamed': 1 });
  expect(cytoscape).toMatchObject({ name: 'cytoscape', extension: '.cyjs', input: 'graph' });
  expect(written((c) => cytoscape.write(shipsAndPorts, c)).text).toBe(text);
});

describe.each([
  ['ships and ports', shipsAndPorts],
  ['no node', placedGraph({ nodes: [], edges: [] })],
  ['a loop', placedGraph({ nodes: [{ id: 'a' }], edges: [{ id: 'e-1', from: 'a', to: 'a' }] })],
  ['hostile texts', hostileGraph(nasty)],
])('%s', (_, graph) => {
  test('says what the laid-out JSON says, y turned', async () => {
    expect(write(graph).problems.errors).toBe(0);
    expect(await differences(graph)).toEqual([]);
  });

  test('is loaded whole by Cytoscape.js', () => expectLoaded(write(graph).text));
});

/** Cytoscape.js has the same elements, ends, data and positions as the strict reader. */
function expectLoaded(text: string): void {
  const own = readCytoscape(text);
  const cy = load({ headless: true, ...JSON.parse(text), layout: { name: 'preset' } });
  expect(cy.nodes().map((node) => node.id())).toEqual([...own.nodes.keys()]);
  expect(cy.edges().map((edge) => edge.id())).toEqual([...own.edges.keys()]);
  expect(cy.data()).toEqual(Object.fromEntries(own.attributes));
  for (const node of cy.nodes()) {
    const { id, ...data } = node.data();
    expect({ ...data, ...node.position() }).toEqual(Object.fromEntries(own.nodes.get(id) ?? []));
    expect(node.isParent() || node.isChild()).toBe(false);
  }
  for (const edge of cy.edges()) {
    const { id, source, target, ...data } = edge.data();
    const read = own.edges.get(id);
    expect({ source, target, data }).toEqual({
      source: read?.source,
      target: read?.target,
      data: Object.fromEntries(read?.attributes ?? []),
    });
  }
  cy.destroy();
}

test('any hostile graph says what its JSON says, refuses the same, and is loaded', async () => {
  await fc.assert(
    fc.asyncProperty(anyHostileGraph, async (graph) => {
      const refused = written((c) => writeJson(graph, c)).problems.errors;
      const { text, problems } = write(graph);
      expect(problems.errors).toBe(refused);
      expect(await differences(graph)).toEqual([]);
      expectLoaded(text);
    }),
    { numRuns: 500 },
  );
});

test.each(['parent', 'name', 'selected', 'SUID', 'shared name', 'id'])(
  'the attribute %s keeps out of the way',
  (name) => {
    const nodeColumns = [{ name, type: 'string' as const, values: ['theirs'] }];
    const { text } = write(placedGraph({ nodes: [{ id: 'a' }], edges: [], nodeColumns }));
    expect(readCytoscape(text).nodes.get('a')?.get(`fact_${name}`)).toBe('theirs');
    expectLoaded(text);
  },
);

test('an edge with the id of a node is left out and reported', () => {
  const graph = placedGraph({ nodes: [{ id: 'a' }], edges: [{ id: 'a', from: 'a', to: 'a' }] });
  const { text, problems } = write(graph);
  expect(readCytoscape(text).edges.size).toBe(0);
  expect(problems.diagnostics).toMatchObject([{ code: 'id-collision', params: { format: 'cytoscape' } }]);
});

describe('a difference is found', () => {
  test.each<[string, (text: string) => string, string]>([
    ['y', (t) => t.replace('"y":-50.5', '"y":50.5'), 'node antwerp: y'],
    ['name', (t) => t.replace('"name":"Antwerp"', '"name":"Anvers"'), 'node antwerp: name'],
    [
      'interaction',
      (t) => t.replace('"interaction":"BUILT_AT"', '"interaction":"X"'),
      'edge e-02: interaction',
    ],
    ['seed', (t) => t.replace('"layout_seed":1', '"layout_seed":2'), 'graph: layout_seed'],
    ['missing edge', (t) => t.replace(/\{"data":\{"id":"e-02".*\n/, ''), 'edge e-02'],
  ])('%s', async (_, spoil, what) => {
    expect((await differences(shipsAndPorts, spoil)).map((difference) => difference.what)).toEqual([what]);
  });
});

describe('the reader refuses', () => {
  const good = write(shipsAndPorts).text;
  test.each<[string, (text: string) => string]>([
    ['no elements', (t) => t.replace('"elements"', '"parts"')],
    ['an id twice', (t) => t.replace('"id":"e-02"', '"id":"antwerp"')],
    ['a dangling edge', (t) => t.replace('"target":"antwerp"', '"target":"nowhere"')],
    ['a node without position', (t) => t.replace('"position"', '"place"')],
  ])('%s', (_, spoil) => {
    expect(spoil(good)).not.toBe(good);
    expect(() => readCytoscape(spoil(good))).toThrow(Error);
  });
});
