import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { json, writeJson } from '../../../src/formats/json/json.ts';
import { readJson } from '../../../src/formats/json/read.ts';
import { graphSchema, writeGraphSchema } from '../../../src/formats/json/schema.ts';
import { toJsonText } from '../../../src/formats/jsonText.ts';
import type { AttributeColumn, PlacedGraph } from '../../../src/graph/view.ts';
import { nasty, rawText } from '../hostile.ts';
import { type NodeSpec, placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';

const write = (graph: PlacedGraph) => written((c) => writeJson(graph, c));
const validate = new Ajv2020.default({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  graphSchema(),
);

function errorsOf(text: string): unknown[] {
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

function oneNode(node: Partial<NodeSpec>, nodeColumns: readonly AttributeColumn[] = []): PlacedGraph {
  return placedGraph({ nodes: [{ id: 'ship', ...node }], edges: [], nodeColumns });
}

describe('the laid-out JSON of ships and ports', () => {
  const { text, problems, losses } = write(shipsAndPorts);

  test('is this file, with these losses', async () => {
    await expect(text).toMatchFileSnapshot('cases/ships.json');
    expect(problems.errors).toBe(0);
    expect(losses).toEqual({ 'attribute-renamed': 1 });
  });

  test('is what the entry of the format writes', () => {
    expect(json).toMatchObject({
      name: 'json',
      extension: '.json',
      mediaType: 'application/json',
      input: 'graph',
    });
    expect(written((c) => json.write(shipsAndPorts, c)).text).toBe(text);
  });

  test('has one node or edge a line, and sorted attributes', () => {
    const lines = text.split('\n').filter((line) => line.startsWith('{"key"'));
    expect(lines).toHaveLength(6);
    for (const line of lines) {
      const names = Object.keys(JSON.parse(line.replace(/,$/, '')).attributes);
      expect(names).toEqual(names.toSorted());
    }
    expect(Object.keys(JSON.parse(text).attributes)).toEqual(
      Object.keys(JSON.parse(text).attributes).toSorted(),
    );
  });

  test('says how it was laid out', () => {
    expect(JSON.parse(text).attributes.layout).toEqual({
      algorithm: 'by-hand',
      seed: 1,
      iterations: 0,
      yAxis: 'up',
      sizeUnit: 'positions',
      bounds: { x: [-100, 60], y: [-25.37, 50.5] },
    });
    expect(JSON.parse(text).attributes.facts).toEqual({ written: 7, outside: { planned: 2 } });
  });
});

describe.each([
  ['ships and ports', shipsAndPorts],
  ['no node', placedGraph({ nodes: [], edges: [] })],
  ['one node', placedGraph({ nodes: [{ id: 'alone' }], edges: [] })],
  ['hostile labels', placedGraph({ nodes: nasty.map((label, i) => ({ id: `n${i}`, label })), edges: [] })],
])('%s', (_, graph) => {
  test('is valid against the published schema', () => {
    expect(errorsOf(write(graph).text)).toEqual([]);
  });

  test('is read by graphology, and written by it again as it stands', async () => {
    const { text } = write(graph);
    const read = await readJson(text);
    expect(read.multi && read.type === 'directed').toBe(true);
    expect(read.nodes()).toEqual(graph.view.nodes.id);
    expect(read.edges()).toEqual(graph.view.edges.id);
    expect(JSON.parse(JSON.stringify(read.export()))).toEqual(JSON.parse(text));
  });
});

describe('values', () => {
  test.each(['type', '__proto__', 'label', 'constructor', 'toString'])(
    'of an attribute %s survive',
    async (name) => {
      const graph = oneNode({}, [{ name, type: 'string', values: ['theirs'] }]);
      const attributes = (await readJson(write(graph).text)).getNodeAttributes('ship');
      const kept = ['constructor', 'toString'].includes(name) ? name : `fact_${name}`;
      expect(Object.getOwnPropertyDescriptor(attributes, kept)?.value).toBe('theirs');
      expect(errorsOf(write(graph).text)).toEqual([]);
    },
  );

  test('keep their types', () => {
    const columns: AttributeColumn[] = [
      { name: 'afloat', type: 'boolean', values: [false] },
      { name: 'crew', type: 'int', values: [0] },
      { name: 'imo', type: 'long', values: [2 ** 53] },
      { name: 'ports', type: 'strings', values: [['b', 'a;c', '']] },
      { name: 'tons', type: 'double', values: [0.1] },
      { name: 'note', type: 'string', values: [''] },
    ];
    const { text, losses } = write(oneNode({ at: [-0.001, 1.005] }, columns));
    expect(JSON.parse(text).nodes[0].attributes).toMatchObject({
      afloat: false,
      crew: 0,
      imo: '9007199254740992',
      ports: ['b', 'a;c', ''],
      tons: 0.1,
      note: '',
      x: 0,
    });
    expect(text).not.toContain('-0');
    expect(losses).toEqual({ 'integer-widened': 1 });
  });

  test.each<[string, PlacedGraph, string]>([
    ['half a surrogate pair', oneNode({ label: 'a\ud800' }), 'a\ud800'],
    [
      'half a surrogate pair in a list',
      oneNode({}, [{ name: 'x', type: 'strings', values: [['\udc00']] }]),
      '\udc00',
    ],
    ['NaN as a position', oneNode({ at: [Number.NaN, 0] }), 'NaN'],
    [
      'infinity in a column',
      oneNode({}, [{ name: 'x', type: 'double', values: [Number.POSITIVE_INFINITY] }]),
      'Infinity',
    ],
    ['a colour by name', oneNode({ colour: 'red' }), 'red'],
    ['half a surrogate pair in the title', placedGraph({ title: '\udfff', nodes: [], edges: [] }), '\udfff'],
  ])('%s is refused', (_, graph, value) => {
    const { text, problems } = write(graph);
    expect(problems.diagnostics).toMatchObject([{ code: 'refused-term', params: { value, format: 'json' } }]);
    expect(() => JSON.parse(text)).not.toThrow();
  });

  test('an id of a node and an edge collides', () => {
    const graph = placedGraph({
      nodes: [{ id: 'e-1' }, { id: 'x' }],
      edges: [{ id: 'e-1', from: 'x', to: 'x' }],
    });
    const { text, problems } = write(graph);
    expect(JSON.parse(text).edges).toEqual([]);
    expect(problems.diagnostics).toMatchObject([
      { code: 'id-collision', params: { id: 'e-1', format: 'json' } },
    ]);
  });

  test('of any text come back unchanged, or are refused', async () => {
    await fc.assert(
      fc.asyncProperty(rawText, rawText, async (text, name) => {
        const graph = oneNode({ label: text }, [{ name, type: 'strings', values: [[text]] }]);
        const result = write(graph);
        const read = await readJson(result.text);
        const legal = !/\p{Surrogate}/u.test(text);
        expect(read.getNodeAttribute('ship', 'label')).toBe(legal ? text : undefined);
        const lists = Object.values(read.getNodeAttributes('ship')).filter((value) => Array.isArray(value));
        if (result.problems.errors === 0) expect(lists).toEqual([[text]]);
        else expect([...result.problems.counts.keys()]).toEqual(['refused-term']);
        if (result.problems.errors === 0) expect(errorsOf(result.text)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('JSON text', () => {
  test('sorts keys by UTF-8 bytes and keeps __proto__', () => {
    const object = new Map<string, number | readonly number[]>([
      ['\u{1f6a2}', 1],
      ['\uff5e', [2]],
      ['__proto__', 3],
    ]);
    expect(toJsonText(object)).toBe('{"__proto__":3,"\uff5e":[2],"\u{1f6a2}":1}');
  });

  test('of a number that is not finite is a bug', () => {
    expect(() => toJsonText([Number.NaN])).toThrow(RangeError);
  });
});

describe('the published schema', () => {
  test('is the committed file', () => {
    expect(readFileSync('ontology/schemas/graph.schema.json', 'utf8')).toBe(writeGraphSchema());
  });

  const good = write(shipsAndPorts).text;
  test.each<[string, (text: string) => string]>([
    ['an attribute type', (t) => t.replace('"launched":', '"type":')],
    ['a nested attribute', (t) => t.replace('"launched":"1912-03"', '"launched":{"year":1912}')],
    ['a list of numbers', (t) => t.replace('["Belgium"]', '[1]')],
    ['null', (t) => t.replace('"1912-03"', 'null')],
    ['a weight of 0', (t) => t.replace('"weight":2', '"weight":0')],
    ['a position far out', (t) => t.replace('"x":60', '"x":5001')],
    ['a colour by name', (t) => t.replace('"#59A14F"', '"green"')],
    ['an undirected graph', (t) => t.replace('"directed"', '"undirected"')],
    ['a missing label', (t) => t.replace('"label":"Antwerp",', '')],
    ['an unknown graph attribute', (t) => t.replace('"licence":', '"license":')],
    ['y down', (t) => t.replace('"up"', '"down"')],
  ])('refuses %s', (_, spoil) => {
    expect(spoil(good)).not.toBe(good);
    expect(errorsOf(spoil(good))).not.toEqual([]);
  });
});
