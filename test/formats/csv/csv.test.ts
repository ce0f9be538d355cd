import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, writeCsv } from '../../../src/formats/csv/csv.ts';
import { constraints } from '../../../src/formats/csv/neo4j.ts';
import { writeJson } from '../../../src/formats/json/json.ts';
import { readJson } from '../../../src/formats/json/read.ts';
import type { LossName } from '../../../src/formats/losses.ts';
import type { WriteOptions } from '../../../src/formats/options.ts';
import { fromGraphology } from '../../../src/formats/readGraph.ts';
import type { AttributeColumn, PlacedGraph } from '../../../src/graph/view.ts';
import { nasty, rawText } from '../hostile.ts';
import { anyHostileGraph, hostileGraph } from '../hostileGraph.ts';
import { type NodeSpec, placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';

/** All files by name, with what the writer reported. */
function write(graph: PlacedGraph, options: Partial<WriteOptions> = {}) {
  const texts = new Map<string, string>();
  const { problems, losses } = written((context) => {
    for (const { name, chunks } of writeCsv(graph, { ...context, options }, 'ships'))
      texts.set(name, [...chunks].join(''));
    return [];
  });
  const file = (name: string) => texts.get(name) ?? '';
  return { texts, nodes: file('ships.nodes.csv'), edges: file('ships.edges.csv'), file, problems, losses };
}

/** A reader of RFC 4180 made for this test: rows of fields; throws at a quote out of place. */
function readRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const field = /(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\n)/y;
    field.lastIndex = at;
    const match = field.exec(text);
    if (!match) throw new Error(`no field at ${at}: ${text.slice(at, at + 40)}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\n') {
      rows.push(row);
      row = [];
    }
    at = field.lastIndex;
  }
  return rows;
}

/** Records by header, each value typed by it; empty cells are not there. */
function readTable(text: string): Map<string, unknown>[] {
  const [header = [], ...rows] = readRows(text);
  expect(new Set(header).size).toBe(header.length);
  return rows.map((row) => {
    expect(row).toHaveLength(header.length);
    const cells = row.flatMap((cell, i): [string, unknown][] => {
      const [, name = '', type = ''] = /^(.*):(.*)$/.exec(header[i] ?? '') ?? [];
      return cell === '' ? [] : [[name || `:${type}`, typed(cell, type)]];
    });
    return new Map(cells);
  });
}

function typed(cell: string, type: string): unknown {
  if (type === 'string[]' || type === 'LABEL') return cell.split(';');
  if (type === 'boolean') return cell === 'true';
  return ['int', 'long', 'double'].includes(type) ? Number(cell) : cell;
}

function oneNode(node: Partial<NodeSpec>, nodeColumns: readonly AttributeColumn[] = []): PlacedGraph {
  return placedGraph({ nodes: [{ id: 'ship', ...node }], edges: [], nodeColumns });
}

describe('the CSV of ships and ports', () => {
  const { texts, problems, losses } = write(shipsAndPorts);
  test.each([
    'ships.nodes.csv',
    'ships.edges.csv',
    'neo4j-import.sh',
    'constraints.cypher',
    'csv-metadata.json',
  ])('has %s', async (name) => {
    await expect(texts.get(name)).toMatchFileSnapshot(`cases/${name}`);
  });

  test('has no other file, and these losses', () => {
    expect(texts.size).toBe(5);
    expect(problems.errors).toBe(0);
    expect(losses).toEqual({ 'attribute-renamed': 1, 'semicolon-replaced': 1 });
  });

  test('is what the entry of the format writes', () => {
    const context = { problems: written(() => []).problems, losses: new Map() };
    const names = [...csv.files(shipsAndPorts, context, 'ships')].map(({ name }) => name);
    expect(names).toEqual([...texts.keys()]);
    expect(csv).toMatchObject({ name: 'csv', input: 'graph', mediaType: 'text/csv' });
  });
});

/** What the tables must hold, told from the laid-out JSON of the same graph. */
async function expectEqualToJson(graph: PlacedGraph) {
  const json = fromGraphology(await readJson(written((c) => writeJson(graph, c)).text));
  const { nodes, edges } = write(graph);
  const nodeRows = readTable(nodes);
  expect(nodeRows.map((row) => row.get('id'))).toEqual([...json.nodes.keys()]);
  for (const row of nodeRows) {
    const { id, ':LABEL': labels, ...rest } = Object.fromEntries(row);
    expect(labels).toContain(String(rest.kind).replaceAll(';', ','));
    expect(rest).toEqual(asCells(json.nodes.get(String(id))));
  }
  const edgeRows = readTable(edges);
  expect(edgeRows.map((row) => row.get('id'))).toEqual([...json.edges.keys()]);
  for (const row of edgeRows) {
    const { id, ':START_ID': source, ':END_ID': target, ':TYPE': kind, ...rest } = Object.fromEntries(row);
    const edge = json.edges.get(String(id));
    expect({ source, target }).toEqual({ source: edge?.source, target: edge?.target });
    expect({ ...rest, ...(kind === undefined ? {} : { kind }) }).toEqual(asCells(edge?.attributes));
  }
}

function asCells(attributes: ReadonlyMap<string, unknown> = new Map()): object {
  const cells = [...attributes].flatMap(([name, value]) => {
    const items = Array.isArray(value) ? value.filter((item) => item !== '') : undefined;
    const cell = items ? items.map((item) => item.replaceAll(';', ',')) : value;
    return cell === '' || items?.length === 0 ? [] : [[name.replace(/[^\p{L}\p{N}_.-]/gu, '_'), cell]];
  });
  return Object.fromEntries(cells);
}

test.each([
  ['ships and ports', shipsAndPorts],
  ['no node', placedGraph({ nodes: [], edges: [] })],
  ['a loop', placedGraph({ nodes: [{ id: 'a' }], edges: [{ id: 'e-1', from: 'a', to: 'a' }] })],
])('%s: the tables say what the laid-out JSON says', async (_, graph) => {
  await expectEqualToJson(graph);
});

test('hostile texts come back unchanged', () => {
  const { nodes, edges, problems } = write(hostileGraph(nasty));
  expect(problems.errors).toBe(0);
  const [nodeRows, edgeRows] = [readTable(nodes), readTable(edges)];
  for (const [i, text] of nasty.entries()) {
    expect(nodeRows[i]?.get('label')).toBe(text);
    expect(nodeRows[i]?.get('plain')).toBe(text);
    expect(nodeRows[i]?.get('list')).toEqual([text.replaceAll(';', ','), 'second']);
    expect(edgeRows[i]?.get(':TYPE')).toBe(text);
    expect(edgeRows[i]?.get('evidence')).toBe(JSON.stringify(text));
  }
});

test('any text is read back unchanged, or refused', () => {
  fc.assert(
    fc.property(fc.array(rawText, { minLength: 1, maxLength: 4 }), (texts) => {
      const { nodes, problems } = write(hostileGraph(texts));
      const rows = readTable(nodes);
      for (const [i, text] of texts.entries()) {
        const legal = !/\p{Surrogate}|\0/u.test(text);
        expect(rows[i]?.get('plain')).toBe(legal && text !== '' ? text : undefined);
        if (!legal) expect(problems.counts.get('refused-term') ?? 0).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1000 },
  );
});

test('any hostile graph keeps its rows and columns', () => {
  fc.assert(
    fc.property(anyHostileGraph, (graph) => {
      const { nodes, edges, file } = write(graph);
      expect(readTable(nodes)).toHaveLength(graph.view.nodes.count);
      expect(readTable(edges)).toHaveLength(graph.view.edges.count);
      const metadata = JSON.parse(file('csv-metadata.json'));
      const titles = metadata.tables.map((table: { tableSchema: { columns: { titles: string }[] } }) =>
        table.tableSchema.columns.map(({ titles: title }) => title),
      );
      expect(titles).toEqual([readRows(nodes)[0], readRows(edges)[0]]);
    }),
    { numRuns: 500 },
  );
});

describe('cells', () => {
  test.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['a\nb', '"a\nb"'],
    [' x', '" x"'],
    ['x\t', '"x\t"'],
    ["it's; so", "it's; so"],
  ])('%j is written as %j', (label, cell) => {
    expect(write(oneNode({ label })).nodes.split('\nship,')[1]).toMatch(`Thing;Ship,${cell},`);
  });

  test.each(['\u0000', '\ud800'])('%j is refused', (label) => {
    const { nodes, problems } = write(oneNode({ label }));
    expect(readTable(nodes)[0]?.has('label')).toBe(false);
    expect(problems.diagnostics).toMatchObject([
      { code: 'refused-term', params: { value: label, format: 'csv' } },
    ]);
  });

  test('empty values and empty items are left out and counted', () => {
    const graph = oneNode({}, [
      { name: 'empty', type: 'string', values: [''] },
      { name: 'list', type: 'strings', values: [['', 'a', '']] },
      { name: 'none', type: 'strings', values: [['']] },
    ]);
    const [row] = readTable(write(graph).nodes);
    expect(row?.get('list')).toEqual(['a']);
    expect(row?.has('empty')).toBe(false);
    expect(row?.has('none')).toBe(false);
    expect(write(graph).losses).toEqual({ 'empty-left-out': 4 });
  });

  test('formulas stay by default; the option puts an apostrophe before them and counts', () => {
    const values = ['=1+1', '+1', '-1', '@x', '\tx', 'x=1'];
    const graph = placedGraph({
      nodes: values.map((label, i) => ({ id: `n${i}`, label, at: [-1, -1] as const })),
      edges: [],
    });
    const labels = (options: Partial<WriteOptions>) =>
      readTable(write(graph, options).nodes).map((row) => row.get('label'));
    expect(labels({})).toEqual(values);
    expect(labels({ formulas: 'prefix' })).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\tx", 'x=1']);
    const { losses, nodes } = write(graph, { formulas: 'prefix' });
    expect(losses).toEqual({ 'formula-prefixed': 5 });
    expect(readTable(nodes)[0]?.get('x')).toBe(-1);
  });

  test('numbers widen with their column, and the header says so', () => {
    const { nodes } = write(oneNode({}, [{ name: 'tons', type: 'int', values: [2 ** 31] }]));
    expect(nodes.split('\n')[0]).toMatch(/,tons:long$/);
  });

  test('names that a header cannot hold are changed, kept apart and counted', () => {
    const names = ['a:b', 'a_b', 'A b', 'x{y}', 'é'];
    const columns = names.map((name): AttributeColumn => ({ name, type: 'string', values: [`of ${name}`] }));
    const { nodes, losses } = write(oneNode({}, columns));
    const header = readRows(nodes)[0]?.slice(-5);
    expect(new Set(header?.map((title) => title.toLowerCase())).size).toBe(5);
    expect(header?.every((title) => /^[\p{L}\p{N}_]+:string$/u.test(title))).toBe(true);
    for (const name of names) expect([...(readTable(nodes)[0]?.values() ?? [])]).toContain(`of ${name}`);
    expect(losses['attribute-renamed']).toBeGreaterThanOrEqual(3);
  });
});

describe('the import script', () => {
  test('says whether any field has several lines', () => {
    expect(write(shipsAndPorts).file('neo4j-import.sh')).toContain('--multiline-fields=false');
    expect(write(oneNode({ label: 'a\nb' })).file('neo4j-import.sh')).toContain('--multiline-fields=true');
  });

  test('calls neo4j-admin with the files, the database and the options given', () => {
    const script = write(shipsAndPorts).file('neo4j-import.sh');
    const run = (...args: string[]) =>
      execFileSync('bash', ['-s', '--', ...args], {
        input: script.replace('"$(dirname "$0")"', '.'),
        env: { ...process.env, NEO4J_ADMIN: 'echo' },
        encoding: 'utf8',
      });
    const options =
      '--nodes=ships.nodes.csv --relationships=ships.edges.csv --delimiter=, --array-delimiter=; --quote=" --id-type=string --trim-strings=false --legacy-style-quoting=false --multiline-fields=false';
    expect(run()).toBe(`database import full neo4j ${options}\n`);
    expect(run('sea', '--verbose')).toBe(`database import full sea ${options} --verbose\n`);
  });
});

describe('constraints', () => {
  test('one a class, sorted; names that could break out have none and are counted', () => {
    const losses = new Map<LossName, number>();
    const evil = ['a`b', 'a b', '1a', '', 'a\\u0060b', 'x) ASSERT'];
    const text = constraints(['Ship', 'Port', 'Ship', 'Été', ...evil], losses);
    expect(text.match(/\(n:`.*?`\)/g)).toEqual(['(n:`Port`)', '(n:`Ship`)', '(n:`Été`)']);
    expect(Object.fromEntries(losses)).toEqual({ 'constraint-left-out': evil.length });
  });
});

describe('the metadata', () => {
  const dated = placedGraph({
    nodes: [{ id: 'a' }],
    edges: [{ id: 'e-1', from: 'a', to: 'a' }],
    edgeColumns: ['start', 'end', '_x-y'].map((name) => ({ name, type: 'string', values: ['1912'] })),
  });
  const metadata = JSON.parse(write(shipsAndPorts).file('csv-metadata.json'));

  test('names every column as the header does, with a name that is a URI template variable', () => {
    const { nodes, edges, file } = write(dated);
    const { tables } = JSON.parse(file('csv-metadata.json'));
    for (const [i, text] of [nodes, edges].entries()) {
      const { columns } = tables[i].tableSchema;
      expect(columns.map((column: { titles: string }) => column.titles)).toEqual(readRows(text)[0]);
      const names = columns.map((column: { name: string }) => column.name);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^(?!_)([A-Za-z0-9_]|%[0-9A-F]{2})+$/);
    }
  });

  test('refers from both ends of edges to nodes', () => {
    const [nodes, edges] = metadata.tables;
    expect(nodes.url).toBe('ships.nodes.csv');
    expect(nodes.tableSchema.primaryKey).toBe('id');
    expect(edges.tableSchema.foreignKeys).toEqual(
      ['source', 'target'].map((columnReference) => ({
        columnReference,
        reference: { resource: 'ships.nodes.csv', columnReference: 'id' },
      })),
    );
  });
});

test('an edge with the id of a node is left out and reported', () => {
  const graph = placedGraph({ nodes: [{ id: 'a' }], edges: [{ id: 'a', from: 'a', to: 'a' }] });
  const { edges, problems } = write(graph);
  expect(readTable(edges)).toEqual([]);
  expect(problems.diagnostics).toMatchObject([{ code: 'id-collision', params: { format: 'csv' } }]);
});
