import { describe, expect, test } from 'vitest';
import { gexf, writeGexf } from '../../../src/formats/gexf/gexf.ts';
import { fromListText, toListText } from '../../../src/formats/gexf/list.ts';
import { readGexf } from '../../../src/formats/gexf/read.ts';
import { periodOf, yearNumber } from '../../../src/formats/gexf/time.ts';
import type { AttributeColumn, PlacedGraph } from '../../../src/graph/view.ts';
import { type NodeSpec, placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';
import { datedShips } from './datedShips.ts';

const write = (graph: PlacedGraph) => written((c) => writeGexf(graph, c));

function oneNode(node: Partial<NodeSpec>, nodeColumns: readonly AttributeColumn[] = []): PlacedGraph {
  return placedGraph({ nodes: [{ id: 'ship', ...node }], edges: [], nodeColumns });
}

async function nodeOf(graph: PlacedGraph) {
  return (await readGexf(write(graph).text)).nodes.get('ship');
}

const column = (name: string, ...values: AttributeColumn['values']): AttributeColumn => ({
  name,
  type: 'string',
  values,
});

describe('the GEXF of dated ships and ports', () => {
  test('is this file, with these losses', async () => {
    const { text, problems, losses } = write(datedShips);
    await expect(text).toMatchFileSnapshot('cases/ships.gexf');
    expect(problems.errors).toBe(0);
    expect(losses).toEqual({ 'attribute-renamed': 1 });
  });

  test('is what the entry of the format writes', () => {
    expect(gexf).toMatchObject({
      name: 'gexf',
      extension: '.gexf',
      mediaType: 'application/gexf+xml',
      input: 'graph',
    });
    expect(written((c) => gexf.write(datedShips, c)).text).toBe(write(datedShips).text);
  });
});

describe('rules of formats.md', () => {
  const { text } = write(datedShips);

  test('no schema location, clock or anyURI; one block of attributes a class', () => {
    expect(text).not.toMatch(/schemaLocation|lastmodified|anyURI|timestamp|<!DOCTYPE/);
    expect([...text.matchAll(/<attributes class="(\w+)">/g)].map((m) => m[1])).toEqual(['node', 'edge']);
    for (const [, id, title] of text.matchAll(/<attribute id="([^"]*)" title="([^"]*)"/g))
      expect(id).toBe(title);
  });

  test('a default edge type only where every edge has it: of a mixed graph Gephi keeps no other edges', () => {
    const direction = (symmetric: readonly boolean[]) => {
      const edges = symmetric.map((one, i) => ({ id: `e-${i}`, from: 'a', to: 'b', symmetric: one }));
      const graph = placedGraph({ nodes: [{ id: 'a' }, { id: 'b' }], edges });
      return / defaultedgetype="(\w+)"/.exec(write(graph).text)?.[1];
    };
    expect(direction([])).toBe('directed');
    expect(direction([false, false])).toBe('directed');
    expect(direction([true])).toBe('undirected');
    expect(direction([false, true])).toBeUndefined();
  });

  test('a type and a kind on every edge; symmetric ones are undirected', () => {
    const edges = [...text.matchAll(/<edge [^>]*>/g)].map(([tag]) => tag);
    expect(edges.map((tag) => / type="(\w+)"/.exec(tag)?.[1])).toEqual([
      'directed',
      'directed',
      'undirected',
    ]);
    expect(edges.map((tag) => / kind="(\w+)"/.exec(tag)?.[1])).toEqual([
      'CALLED_AT',
      'BUILT_AT',
      'SISTER_OF',
    ]);
  });

  test.each([
    ['', 'ship'],
    ['a\r\nb\tc', 'a b c'],
    ['\ufffe', 'ship'],
    ['x & "y" <z>', 'x & "y" <z>'],
  ])('the label %j becomes %j', async (label, expected) => {
    expect((await nodeOf(oneNode({ label })))?.get('label')).toBe(expected);
  });

  test('losses are counted as in GraphML', () => {
    const graph = oneNode({ label: 'a\nb' }, [column('empty', ''), column('type', 'x')]);
    expect(write(graph).losses).toEqual({
      'line-break-replaced': 1,
      'empty-left-out': 1,
      'attribute-renamed': 1,
    });
  });

  test('colours as three integers; another form is refused once', () => {
    expect(write(oneNode({ colour: '#00ff7F' })).text).toContain('<viz:color r="0" g="255" b="127"/>');
    const nodes = [
      { id: 'a', colour: 'red' },
      { id: 'b', colour: 'red' },
    ];
    const { text: file, problems } = write(placedGraph({ nodes, edges: [] }));
    expect(file).not.toContain('viz:color');
    expect(problems.diagnostics).toMatchObject([
      { code: 'refused-term', params: { value: 'red', format: 'gexf' } },
    ]);
  });

  test('two decimals, no negative zero; no size when all are equal', () => {
    const { text: file } = write(oneNode({ at: [-0.001, 4999.994999] }));
    expect(file).toContain('<viz:position x="0" y="4999.99" z="0"/>');
    expect(file).not.toContain('viz:size');
  });

  test.each([0, -1, Number.NaN])('the weight %d is refused', (weight) => {
    const graph = placedGraph({ nodes: [{ id: 'a' }], edges: [{ id: 'e-1', from: 'a', to: 'a', weight }] });
    const { text: file, problems } = write(graph);
    expect(file).not.toContain('weight=');
    expect([...problems.counts]).toEqual([['refused-term', 1]]);
  });

  test('numbers widen with their column', () => {
    const graph = oneNode({}, [{ name: 'tons', type: 'int', values: [2 ** 31] }]);
    expect(write(graph).text).toContain('id="tons" title="tons" type="long"');
    expect(write(graph).losses).toEqual({ 'integer-widened': 1 });
  });
});

describe('ids', () => {
  test('that stand for a node and an edge collide, and the edge is left out', () => {
    const graph = placedGraph({ nodes: [{ id: 'e-1' }], edges: [{ id: 'e-1', from: 'e-1', to: 'e-1' }] });
    const { text, problems } = write(graph);
    expect(text).not.toContain('<edge ');
    expect(problems.diagnostics).toMatchObject([{ code: 'id-collision', params: { format: 'gexf' } }]);
  });
});

describe('lists', () => {
  test.each([
    [['a'], '[a]'],
    [['a', 'b, c'], '[a, "b, c"]'],
    [['two words', '1912-03'], '[two words, 1912-03]'],
    [['"', '\\', "it's"], String.raw`["\"", "\\", "it's"]`],
    [['', ' ', 'null', ' x', 'x '], '["", " ", "null", " x", "x "]'],
    [['[a]', '<empty>', 'a  b', 'a\nb'], '["[a]", "<empty>", "a  b", "a\nb"]'],
  ])('%j is written as %s', (items, text) => {
    expect(toListText(items)).toBe(text);
    expect(fromListText(text)).toEqual(items);
  });

  test.each(['', 'a', '[a', '[a,b]', '["a]', '[a, ]', '[, a]', '["a"b]', '[a"b]'])(
    '%s is no list',
    (text) => {
      expect(fromListText(text)).toBeUndefined();
    },
  );

  test('an item that XML cannot hold is refused alone', async () => {
    const graph = oneNode({}, [{ name: 'flag', type: 'strings', values: [['good', '\u0000']] }]);
    expect((await nodeOf(graph))?.get('flag')).toEqual(['good']);
    expect([...write(graph).problems.counts]).toEqual([['refused-term', 1]]);
  });
});

describe('time', () => {
  test.each([
    ['2021-01-01', 2021],
    ['2021-07-02', 2021.4986],
    ['2021-12-31', 2021.9973],
    ['2020-12-31', 2020.9973],
    ['0000-03-01', 0.1639],
    ['-0044-03-15', -43.7978],
    ['17000-01-01', 17000],
  ])('the day %s is %d', (day, year) => {
    expect(yearNumber(day)).toBeCloseTo(year, 9);
  });

  test.each([
    ['2021', '2021', 2021, 2021.9973],
    ['2021-10/2021-11', undefined, 2021.7479, undefined],
    [undefined, '[1913,1914]', undefined, 1914.9973],
    ['../1913', '1913/..', undefined, undefined],
    [['1913', '1912'], ['1913', '1914'], 1912, 1914.9973],
    [['1913', 'about 1912'], '', undefined, undefined],
    ['soon', undefined, undefined, undefined],
  ])('from %j to %j is %d to %d', (from, to, start, end) => {
    const period = periodOf(from, to);
    expect(period?.start).toEqual(start === undefined ? undefined : expect.closeTo(start, 9));
    expect(period?.end).toEqual(end === undefined ? undefined : expect.closeTo(end, 9));
  });

  test('without a date the graph is static', () => {
    const { text } = write(shipsAndPorts);
    expect(text).toContain('<graph mode="static">');
    expect(text).not.toMatch(/ start=| end=|timeformat/);
  });

  test('nodes take startDate where they have no start; edges do not', async () => {
    const dates = [column('startDate', '1912'), column('endDate', '1913-03')];
    const graph = placedGraph({
      nodes: [{ id: 'ship' }],
      edges: [{ id: 'e-1', from: 'ship', to: 'ship' }],
      nodeColumns: dates,
      edgeColumns: dates,
    });
    const { nodes, edges } = await readGexf(write(graph).text);
    expect(nodes.get('ship')?.get('@start')).toBe(1912);
    expect(nodes.get('ship')?.get('@end')).toBe(1913.2438);
    expect(edges.get('e-1')?.attributes.has('@start')).toBe(false);
  });

  test('a period that ends before it starts is left out and counted; its dates stay', () => {
    const { text, losses } = write(oneNode({}, [column('start', '1913'), column('end', '1912')]));
    expect(text).toContain(' mode="static">');
    expect(text).toContain('<attvalue for="end" value="1912"/><attvalue for="start" value="1913"/>');
    expect(losses).toEqual({ 'period-left-out': 1 });
  });
});

test('a large graph is streamed in chunks of about 64 kB', () => {
  const nodes = Array.from({ length: 2000 }, (_, i) => ({ id: `ship-${i}` }));
  const { problems } = written(() => []);
  const chunks = [...writeGexf(placedGraph({ nodes, edges: [] }), { problems, losses: new Map() })];
  expect(chunks.length).toBeGreaterThan(5);
  expect(chunks.slice(0, -1).every((c) => c.length >= 65_536 && c.length < 70_000)).toBe(true);
});
