/** Every file is read again: by libxml2 against the schema, by the strict reader, by graphology-gexf. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { MultiGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { ParseOption, RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import { compareAlike } from '../../../src/formats/compareAlike.ts';
import { expectedOfGexf } from '../../../src/formats/gexf/expect.ts';
import { writeGexf } from '../../../src/formats/gexf/gexf.ts';
import { fromListText, toListText } from '../../../src/formats/gexf/list.ts';
import { readGexf } from '../../../src/formats/gexf/read.ts';
import { writeJson } from '../../../src/formats/json/json.ts';
import { readJson } from '../../../src/formats/json/read.ts';
import { fromGraphology } from '../../../src/formats/readGraph.ts';
import type { PlacedGraph } from '../../../src/graph/view.ts';
import { illegalInXml, nasty, rawText } from '../hostile.ts';
import { anyHostileGraph, hostileGraph, isLegalXml } from '../hostileGraph.ts';
import { placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';
import { datedShips } from './datedShips.ts';

const write = (graph: PlacedGraph) => written((c) => writeGexf(graph, c));

const schema = XmlDocument.fromString(readFileSync('ontology/schemas/factweave-gexf.rng', 'utf8'));
const validator = RelaxNGValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

function validate(text: string): void {
  const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

async function differences(graph: PlacedGraph, spoil = (text: string) => text) {
  const json = fromGraphology(await readJson(written((c) => writeJson(graph, c)).text));
  return [...compareAlike(await readGexf(spoil(write(graph).text)), expectedOfGexf(json))];
}

/** By graphology-gexf, with the type of each edge. */
function byGraphology(text: string) {
  const graph = parse(MultiGraph, text);
  const { nodes, edges } = fromGraphology(graph);
  return { nodes, edges, isUndirected: (id: string) => graph.isUndirected(id) };
}

describe.each([
  ['ships and ports', shipsAndPorts],
  ['dated ships', datedShips],
  ['no node', placedGraph({ nodes: [], edges: [] })],
  ['one node', placedGraph({ nodes: [{ id: 'alone' }], edges: [] })],
  ['a loop', placedGraph({ nodes: [{ id: 'a' }], edges: [{ id: 'e-1', from: 'a', to: 'a' }] })],
  ['hostile texts', hostileGraph(nasty)],
])('%s', (_, graph) => {
  test('is valid against the published schema', () => {
    expect(write(graph).problems.errors).toBe(0);
    validate(write(graph).text);
  });

  test('says what the laid-out JSON says', async () => {
    expect(await differences(graph)).toEqual([]);
  });

  test('is read by graphology-gexf alike', async () => {
    const { text } = write(graph);
    const own = await readGexf(text);
    const client = byGraphology(text);
    expect([...client.nodes.keys()]).toEqual([...own.nodes.keys()]);
    expect([...client.edges.keys()].sort()).toEqual([...own.edges.keys()].sort());
    for (const [id, node] of own.nodes) expect(client.nodes.get(id)).toEqual(asGraphology(node));
    for (const [id, edge] of own.edges) {
      const { symmetric, ...rest } = Object.fromEntries(asGraphology(edge.attributes));
      expect(Object.fromEntries(client.edges.get(id)?.attributes ?? [])).toEqual(rest);
      expect(client.isUndirected(id)).toBe(symmetric === true);
    }
  });
});

/** graphology-gexf gives no time, and colours as CSS. */
function asGraphology(attributes: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  const client = new Map(attributes);
  for (const time of ['@start', '@end']) client.delete(time);
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(String(client.get('color')).slice(at, at + 2), 16));
  client.set('color', `rgb(${r},${g},${b})`);
  if (client.has('x')) client.set('z', 0);
  return client;
}

test.each(illegalInXml)('%j is refused wherever it stands, and the file stays whole', async (text) => {
  const { text: file, problems } = write(hostileGraph([text]));
  validate(file);
  expect(problems.errors).toBeGreaterThanOrEqual(8);
  for (const { code, params } of problems.diagnostics) {
    expect(code).toBe('refused-term');
    expect(params).toMatchObject({ format: 'gexf', value: expect.stringContaining(text) });
  }
  expect((await readGexf(file)).nodes.get('n0')?.get('label')).toBe('n0');
});

test('any text is read back unchanged by two readers, or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rawText, { minLength: 1, maxLength: 4 }), async (texts) => {
      const { text: file, problems } = write(hostileGraph(texts));
      validate(file);
      const { nodes } = await readGexf(file);
      const client = byGraphology(file).nodes;
      for (const [i, text] of texts.entries()) {
        const legal = isLegalXml(text);
        expect(nodes.get(`n${i}`)?.get('plain')).toBe(legal && text !== '' ? text : undefined);
        expect(client.get(`n${i}`)?.get('plain')).toBe(legal && text !== '' ? text : undefined);
        expect(nodes.get(`n${i}`)?.get('list')).toEqual(legal ? [text, 'second'] : ['second']);
        expect(client.get(`n${i}`)?.get('list')).toEqual(legal ? [text, 'second'] : ['second']);
        if (!legal) expect(problems.counts.get('refused-term') ?? 0).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1000 },
  );
});

test('any graph without a refusal says what its JSON says', async () => {
  await fc.assert(
    fc.asyncProperty(anyHostileGraph, async (graph) => {
      fc.pre(write(graph).problems.errors === 0);
      expect(await differences(graph)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('any list comes back', () => {
  fc.assert(
    fc.property(fc.array(rawText, { minLength: 1, maxLength: 5 }), (items) => {
      expect(fromListText(toListText(items))).toEqual(items);
    }),
    { numRuns: 5000 },
  );
});

describe('a difference is found', () => {
  test.each<[string, (text: string) => string, string]>([
    ['title', (t) => t.replace('Ships &', 'Boats &'), 'graph: description'],
    ['creator', (t) => t.replace('B. Pilot', 'C. Pilot'), 'graph: creator'],
    ['position', (t) => t.replace('y="-25.13"', 'y="-25.14"'), 'node meteor-1: y'],
    ['size', (t) => t.replace('<viz:size value="100"', '<viz:size value="99"'), 'node antwerp: size'],
    ['colour', (t) => t.replace('g="161"', 'g="162"'), 'node antwerp: color'],
    ['list', (t) => t.replace('Chile; Peru', 'Chile'), 'node meteor-1: flag'],
    ['time', (t) => t.replace('start="1912.1639"', 'start="1912.164"'), 'node meteor-1: @start'],
    ['missing time', (t) => t.replace(' end="1914.9973"', ''), 'edge e-03: @end'],
    ['edge end', (t) => t.replace('target="meteor-2"', 'target="antwerp"'), 'edge e-03: target'],
    ['edge kind', (t) => t.replace(' kind="BUILT_AT"', ' kind="SUNK_AT"'), 'edge e-02: label attribute'],
    ['direction', (t) => t.replace('"undirected"', '"directed"'), 'edge e-03: symmetric'],
    ['weight', (t) => t.replace('weight="2"', 'weight="3"'), 'edge e-01: weight'],
    ['evidence', (t) => t.replace('she &lt;', 'he &lt;'), 'edge e-01: evidence'],
    ['missing edge', (t) => t.replace(/<edge id="e-02".*\n/, ''), 'edge e-02'],
    ['more nodes', (t) => t.replace('</nodes>', '<node id="x" label="x"></node></nodes>'), 'node x'],
  ])('%s', async (_, spoil, what) => {
    expect((await differences(datedShips, spoil)).map((difference) => difference.what)).toEqual([what]);
  });
});

describe('the strict reader', () => {
  const good = write(datedShips).text;
  test.each<[string, (text: string) => string]>([
    ['a DOCTYPE', (t) => t.replace('\n', '\n<!DOCTYPE gexf>\n')],
    ['another encoding', (t) => t.replace('UTF-8', 'UTF-16')],
    ['another version', (t) => t.replace('version="1.3"', 'version="1.2"')],
    ['another namespace', (t) => t.replace('"http://gexf.net/1.3"', '"http://www.gexf.net/1.3"')],
    [
      'an edge of another than the default type',
      (t) => t.replace('<graph ', '<graph defaultedgetype="directed" '),
    ],
    ['another time format', (t) => t.replace('timeformat="double"', 'timeformat="date"')],
    ['time in a static graph', (t) => t.replace(/<graph .*>/, '<graph mode="static">')],
    ['a title other than the id', (t) => t.replace('title="flag"', 'title="Flag"')],
    ['an attribute twice', (t) => t.replace(/(<attribute id="flag".*\n)/, '$1$1')],
    ['an unknown type', (t) => t.replace('"liststring"', '"anyURI"')],
    ['a value not declared', (t) => t.replace('for="flag"', 'for="flags"')],
    ['a value of another class', (t) => t.replace('for="flag"', 'for="tonnage"')],
    ['a value twice', (t) => t.replace(/(<attvalue for="flag"[^/]*\/>)/, '$1$1')],
    ['an empty value', (t) => t.replace('value="Ship"', 'value=""')],
    ['a list that is none', (t) => t.replace('[Belgium', 'Belgium')],
    ['a number that is none', (t) => t.replace('value="1912"', 'value="NaN"')],
    ['an integer beyond 2^31', (t) => t.replace('value="1912"', 'value="2147483648"')],
    ['a colour that is none', (t) => t.replace('r="89"', 'r="256"')],
    ['a node without a label', (t) => t.replace(' label="Antwerp"', '')],
    ['an edge without a type', (t) => t.replace(' type="undirected"', '')],
    ['a mutual edge', (t) => t.replace('"undirected"', '"mutual"')],
    ['a dangling edge', (t) => t.replace('target="antwerp"', 'target="rotterdam"')],
    ['an id used twice', (t) => t.replace('id="e-02"', 'id="e-01"')],
    ['another element', (t) => t.replace('</graph>', '<nodes/><spells/></graph>')],
    ['text between elements', (t) => t.replace('</graph>', 'loose</graph>')],
    ['a cut file', (t) => t.slice(0, -20)],
  ])('refuses %s, with line and column', async (_, spoil) => {
    expect(spoil(good)).not.toBe(good);
    await expect(readGexf(spoil(good))).rejects.toThrow(/^\d+:\d+: ./);
  });

  test('reads chunks as it reads the whole', async () => {
    expect(await readGexf(good.match(/[\s\S]{1,7}/g) ?? [])).toEqual(await readGexf(good));
  });
});
