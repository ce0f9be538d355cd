import { describe, expect, test } from 'vitest';
import { graphml, writeGraphml } from '../../../src/formats/graphml/graphml.ts';
import { readGraphml } from '../../../src/formats/graphml/read.ts';
import type { LossName } from '../../../src/formats/losses.ts';
import type { AttributeColumn, PlacedGraph } from '../../../src/graph/view.ts';
import { type NodeSpec, placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';

const write = (graph: PlacedGraph, strict = false) =>
  written((c) => writeGraphml(graph, { ...c, options: { graphml: strict ? 'strict' : 'extended' } }));

function oneNode(node: Partial<NodeSpec>, nodeColumns: readonly AttributeColumn[] = []): PlacedGraph {
  return placedGraph({ nodes: [{ id: 'ship', ...node }], edges: [], nodeColumns });
}

async function nodeOf(graph: PlacedGraph, id = 'ship') {
  return (await readGraphml(write(graph).text)).nodes.get(id);
}

const keysOf = (text: string) =>
  [...text.matchAll(/<key id="([^"]*)" for="([^"]*)" attr\.name="([^"]*)" attr\.type="([^"]*)"\/>/g)].map(
    (m) => ({
      id: m[1] ?? '',
      for: m[2] ?? '',
      name: m[3] ?? '',
      type: m[4] ?? '',
    }),
  );

describe('the GraphML of ships and ports', () => {
  test('is this file, with these losses', async () => {
    const { text, problems, losses } = write(shipsAndPorts);
    await expect(text).toMatchFileSnapshot('cases/ships.graphml');
    expect(problems.errors).toBe(0);
    expect(losses).toEqual({ 'list-joined': 2, 'semicolon-replaced': 1, 'attribute-renamed': 1 });
  });

  test('in the strict form lacks only the two attributes', () => {
    const loose = write(shipsAndPorts).text;
    expect(write(shipsAndPorts, true).text).toBe(
      loose.replace(/(<node [^>]*) labels="[^"]*"/g, '$1').replace(/(<edge [^>]*) label="[^"]*"/g, '$1'),
    );
    expect(write(shipsAndPorts, true).text).not.toBe(loose);
  });

  test('is what the entry of the format writes', () => {
    expect(graphml).toMatchObject({
      name: 'graphml',
      extension: '.graphml',
      mediaType: 'application/graphml+xml',
      input: 'graph',
    });
    expect(written((c) => graphml.write(shipsAndPorts, c)).text).toBe(write(shipsAndPorts).text);
  });
});

test('a class with a colon in its name stays one class', async () => {
  const graph = placedGraph({ nodes: [{ id: 'a', kind: 'x:Admin' }], edges: [] });
  const { text, losses } = write(graph);
  expect(text).toContain('labels=":Thing:x_Admin"');
  expect((await readGraphml(text)).nodes.get('a')?.get('labels')).toBe(':Thing:x_Admin');
  expect(losses).toMatchObject({ 'colon-replaced': 1 });
});

describe('rules of formats.md', () => {
  const { text } = write(shipsAndPorts);

  test('1: declaration, no BOM, DOCTYPE or prefix', () => {
    expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http')).toBe(true);
    expect(text).not.toMatch(/<!DOCTYPE|<\w+:/);
  });

  test('2: key ids and names unique, types and targets of the short list', () => {
    const keys = keysOf(text);
    expect(keys.length).toBeGreaterThan(30);
    expect(new Set(keys.map((key) => key.id.toLowerCase())).size).toBe(keys.length);
    expect(new Set(keys.map((key) => `${key.for} ${key.name}`)).size).toBe(keys.length);
    expect(keys.every((key) => /^(graph|node|edge)$/.test(key.for))).toBe(true);
    expect(keys.every((key) => /^(boolean|int|long|float|double|string)$/.test(key.type))).toBe(true);
    expect(text).not.toContain('<default');
  });

  test('2: keys only for attributes in use', () => {
    expect(keysOf(text).map((key) => key.id)).not.toContain('n_unused');
    expect(
      keysOf(write(placedGraph({ nodes: [], edges: [] })).text).every((key) => key.for === 'graph'),
    ).toBe(true);
    expect(keysOf(write(oneNode({})).text).map((key) => key.id)).not.toContain('size');
  });

  test.each([
    'name',
    'label',
    'type',
    'id',
    'key',
    'timeset',
    'Label',
    'TYPE',
    'color',
    '__proto__',
    'selected',
  ])('2: the domain attribute %s is written as fact_…', async (name) => {
    const graph = oneNode({ label: 'Own' }, [{ name, type: 'string', values: ['theirs'] }]);
    expect(write(graph).losses).toEqual({ 'attribute-renamed': 1, 'list-joined': 1 });
    const node = await nodeOf(graph);
    expect(node?.get(`fact_${name}`)).toBe('theirs');
    expect(node?.get('label')).toBe('Own');
  });

  test('2: attributes that differ in case, or only in what an id cannot hold, keep their values apart', async () => {
    const names = ['flag', 'Flag', 'a b', 'a_20b', 'fact_name', 'name', 'é"<&'];
    const columns = names.map(
      (name): AttributeColumn => ({ name, type: 'string', values: [`value of ${name}`] }),
    );
    const graph = oneNode({}, columns);
    const ids = keysOf(write(graph).text).map((key) => key.id.toLowerCase());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z0-9._:-]+$/.test(id))).toBe(true);
    const values = [...((await nodeOf(graph))?.values() ?? [])];
    for (const name of names) expect(values).toContain(`value of ${name}`);
    expect(
      write(placedGraph({ nodes: [{ id: 'ship' }], edges: [], nodeColumns: columns.toReversed() })).text,
    ).toBe(write(graph).text);
  });

  test('4 and 14: graph data, nodes, edges; no desc', () => {
    const order = [...text.matchAll(/^<(data|node|edge) /gm)].map((m) => m[1]);
    expect(order).toEqual([...Array(11).fill('data'), ...Array(3).fill('node'), ...Array(3).fill('edge')]);
    expect(text).not.toMatch(/<(desc|port|hyperedge)/);
  });

  test('5: directed as a whole; symmetric only where it holds', () => {
    expect(text).toContain('<graph id="G" edgedefault="directed">');
    expect(text).not.toMatch(/ directed="/);
    expect(text.match(/<data key="e_symmetric">true<\/data>/g)).toHaveLength(1);
  });

  test('6: parallel edges differ in the attribute label', async () => {
    const { edges } = await readGraphml(text);
    expect(['e-01', 'e-02'].map((id) => edges.get(id)?.label)).toEqual(['CALLED_AT', 'BUILT_AT']);
    expect(edges.get('e-02')?.attributes.get('interaction')).toBe('BUILT_AT');
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('8: the weight %d is refused', (weight) => {
    const graph = placedGraph({
      nodes: [{ id: 'a' }, { id: 'b' }],
      edges: [{ id: 'e-1', from: 'a', to: 'b', weight }],
    });
    const { text: file, problems } = write(graph);
    expect(file).not.toContain('<data key="weight">');
    expect(problems.diagnostics[0]).toMatchObject({
      code: 'refused-term',
      params: { value: String(weight) },
    });
  });

  test('9: two decimals, no negative zero', async () => {
    const node = await nodeOf(oneNode({ at: [-0.001, 4999.994999] }));
    expect(Object.is(node?.get('x'), 0)).toBe(true);
    expect(node?.get('y')).toBe(4999.99);
  });

  test('10: colours as three integers; another form is refused', async () => {
    const node = await nodeOf(oneNode({ colour: '#00ff7F' }));
    expect(['r', 'g', 'b'].map((part) => node?.get(part))).toEqual([0, 255, 127]);
    const { text: file, problems } = write(oneNode({ colour: 'red' }));
    expect(file).not.toContain('<data key="r">');
    expect(problems.diagnostics[0]).toMatchObject({ code: 'refused-term', params: { value: 'red' } });
  });

  test('12: numbers widen with their column, and the widened values are counted', () => {
    const values = [1, 2 ** 31, undefined];
    const typeOf = (column: Omit<AttributeColumn, 'name'>) => {
      const nodes = column.values.map((_, i) => ({ id: `n${i}` }));
      const result = write(placedGraph({ nodes, edges: [], nodeColumns: [{ name: 'tons', ...column }] }));
      const texts = [...result.text.matchAll(/<data key="n_tons">([^<]*)/g)].map((m) => m[1]);
      return [
        keysOf(result.text).find((key) => key.id === 'n_tons')?.type,
        texts,
        result.losses['integer-widened'],
      ];
    };
    expect(typeOf({ type: 'int', values: [1, 2 ** 31 - 1] })).toEqual([
      'int',
      ['1', '2147483647'],
      undefined,
    ]);
    expect(typeOf({ type: 'int', values })).toEqual(['long', ['1', '2147483648'], 1]);
    expect(typeOf({ type: 'long', values })).toEqual(['long', ['1', '2147483648'], undefined]);
    expect(typeOf({ type: 'int', values: [1, 1.5] })).toEqual(['double', ['1', '1.5'], 1]);
    expect(typeOf({ type: 'long', values: [7, 2 ** 53, 1e21] })).toEqual([
      'string',
      ['7', '9007199254740992', '1000000000000000000000'],
      2,
    ]);
    expect(typeOf({ type: 'double', values: [1, 1e21] })).toEqual(['double', ['1', '1e+21'], undefined]);
  });

  test('12: unknown and empty values have no data element; NaN is refused', () => {
    const columns: AttributeColumn[] = [
      { name: 'empty', type: 'string', values: ['', 'x'] },
      { name: 'tons', type: 'double', values: [Number.NaN, 2] },
    ];
    const graph = placedGraph({ nodes: [{ id: 'a' }, { id: 'b' }], edges: [], nodeColumns: columns });
    const { text: file, problems, losses } = write(graph);
    expect(file.match(/key="n_empty"/g)).toHaveLength(1);
    expect(file.match(/key="n_tons"/g)).toHaveLength(1);
    expect(losses['empty-left-out']).toBe(1);
    expect([...problems.counts]).toEqual([['refused-term', 1]]);
  });

  test('12: a value that is not of its column is a bug of the graph stage', () => {
    expect(() => write(oneNode({}, [{ name: 'tons', type: 'int', values: ['many'] }]))).toThrow(TypeError);
  });

  test('13: line breaks and tabs in labels become blanks, each label counted once', async () => {
    const graph = oneNode({ label: 'a\r\nb\tc\nd & e' });
    expect(write(graph).losses['line-break-replaced']).toBe(1);
    expect((await nodeOf(graph))?.get('label')).toBe('a b c d & e');
    expect((await nodeOf(graph))?.get('name')).toBe('a b c d & e');
  });

  test('13: CDATA only where an escape stands next to a blank', () => {
    const of = (label: string) => /<data key="label">(.*?)<\/data>/.exec(write(oneNode({ label })).text)?.[1];
    expect(of('rope & sail')).toBe('<![CDATA[rope & sail]]>');
    expect(of('a ]]>&\rb')).toBe('<![CDATA[a ]]]]><![CDATA[>& b]]>');
    expect(of('rope&sail <> x>y]]>')).toBe('<![CDATA[rope&sail <> x>y]]]]><![CDATA[>]]>');
    expect(of('rope&sail<x>y]]>')).toBe('rope&amp;sail&lt;x>y]]&gt;');
  });

  test('15: one element a line, in the order of the view', () => {
    const lines = text.split('\n').filter((line) => /^<(node|edge) /.test(line));
    expect(lines.every((line) => /<\/(node|edge)>$/.test(line))).toBe(true);
    expect(lines.map((line) => /id="([^"]*)"/.exec(line)?.[1])).toEqual([
      ...shipsAndPorts.view.nodes.id,
      ...shipsAndPorts.view.edges.id,
    ]);
    expect(text).not.toContain('\r');
  });
});

describe('names', () => {
  test('are made unique with the id, also where the made name is taken', async () => {
    const nodes = [
      { id: 'a', label: 'Meteor' },
      { id: 'b', label: 'Meteor' },
      { id: 'c', label: 'Meteor (a)' },
      { id: 'd', label: '' },
    ];
    const read = await readGraphml(write(placedGraph({ nodes, edges: [] })).text);
    const names = [...read.nodes.values()].map((node) => node.get('name'));
    expect(names).toEqual(['Meteor (a) (a)', 'Meteor (b)', 'Meteor (a)', 'd']);
    expect(read.nodes.get('d')?.has('label')).toBe(false);
  });
});

describe('ids', () => {
  test('that stand for a node and an edge collide, and the edge is left out', () => {
    const graph = placedGraph({
      nodes: [{ id: 'e-1' }, { id: 'x' }],
      edges: [{ id: 'e-1', from: 'x', to: 'x' }],
    });
    const { text, problems } = write(graph);
    expect(text).not.toContain('<edge');
    expect(problems.diagnostics).toMatchObject([
      { code: 'id-collision', params: { id: 'e-1', format: 'graphml' } },
    ]);
  });

  test('used for two nodes collide, and the edges of the second are left out', () => {
    const graph = placedGraph({
      nodes: [{ id: 'a' }, { id: 'a' }],
      edges: [{ id: 'e-1', from: 'a', to: 'a' }],
    });
    const { text, problems, losses } = write(graph);
    expect(text.match(/<node /g)).toHaveLength(1);
    expect(text).not.toContain('<edge');
    expect(losses['edge-left-out']).toBe(1);
    expect([...problems.counts]).toEqual([['id-collision', 1]]);
  });

  test('of edges that are no NMTOKEN are refused', () => {
    const graph = placedGraph({ nodes: [{ id: 'a' }], edges: [{ id: '"><x', from: 'a', to: 'a' }] });
    const { text, problems } = write(graph);
    expect(text).not.toContain('<edge');
    expect(problems.diagnostics[0]?.code).toBe('refused-term');
  });
});

test('a large graph is streamed in chunks of about 64 kB', () => {
  const nodes = Array.from({ length: 2000 }, (_, i) => ({ id: `ship-${i}` }));
  const { problems, losses } = { ...written(() => []), losses: new Map<LossName, number>() };
  const chunks = [...writeGraphml(placedGraph({ nodes, edges: [] }), { problems, losses })];
  expect(chunks.length).toBeGreaterThan(5);
  expect(chunks.slice(0, -1).every((c) => c.length >= 65_536 && c.length < 70_000)).toBe(true);
});
