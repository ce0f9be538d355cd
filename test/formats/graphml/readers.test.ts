import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ParseOption, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import { writeGraphml } from '../../../src/formats/graphml/graphml.ts';
import { readGraphml } from '../../../src/formats/graphml/read.ts';
import { readGraphmlByGraphology } from '../../../src/formats/graphml/readGraphology.ts';
import { fromGraphology, type ReadAttributes } from '../../../src/formats/readGraph.ts';
import type { PlacedGraph } from '../../../src/graph/view.ts';
import { illegalInXml, nasty, rawText } from '../hostile.ts';
import { placedGraph, shipsAndPorts, written } from '../shipsAndPorts.ts';

const write = (graph: PlacedGraph, strict = false) =>
  written((c) => writeGraphml(graph, { ...c, options: { graphml: strict ? 'strict' : 'extended' } }));

const schema = XmlDocument.fromString(readFileSync('ontology/schemas/factweave-graphml.xsd', 'utf8'));
const validator = XsdValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

/** Parses by libxml2 and validates against the published schema; throws what libxml2 finds. */
function validate(text: string): void {
  const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

function hostileGraph(texts: readonly string[]): PlacedGraph {
  const nodes = texts.map((label, i) => ({ id: `n${i}`, label }));
  return placedGraph({
    nodes,
    edges: texts.map((label, i) => ({ id: `e-${i}`, from: `n${i}`, to: 'n0', label })),
    nodeColumns: [
      { name: 'plain', type: 'string', values: texts },
      { name: 'list', type: 'strings', values: texts.map((text) => [text, 'second']) },
    ],
    edgeColumns: [{ name: 'evidence', type: 'string', values: texts.map((text) => JSON.stringify(text)) }],
  });
}

const oneLine = (text: string) => text.replace(/\r\n|[\t\n\r]/g, ' ');

describe.each([
  ['ships and ports', shipsAndPorts],
  ['no node', placedGraph({ nodes: [], edges: [] })],
  ['one node', placedGraph({ nodes: [{ id: 'alone' }], edges: [] })],
  ['a loop', placedGraph({ nodes: [{ id: 'a' }], edges: [{ id: 'e-1', from: 'a', to: 'a' }] })],
  ['hostile texts', hostileGraph(nasty)],
])('%s', (_, graph) => {
  test('is valid against the published schema, in both forms', () => {
    validate(write(graph).text);
    validate(write(graph, true).text);
  });

  test('is read by saxes and by graphology-graphml alike', async () => {
    const { text, problems } = write(graph);
    expect(problems.errors).toBe(0);
    const own = await readGraphml(text);
    const client = fromGraphology(await readGraphmlByGraphology(text));
    expect([...client.nodes.keys()]).toEqual(graph.view.nodes.id);
    expect([...client.edges.keys()]).toEqual(graph.view.edges.id);
    expect(new Map(client.attributes)).toEqual(new Map([['id', 'G'], ...own.attributes]));
    for (const [id, attributes] of own.nodes) expect(client.nodes.get(id)).toEqual(withColour(attributes));
    for (const [id, edge] of own.edges) {
      const attributes = withColour(edge.attributes);
      expect(client.edges.get(id)).toEqual({ ...edge, attributes, label: undefined });
    }
  });
});

function withColour(attributes: ReadAttributes): ReadAttributes {
  const { r, g, b, ...rest } = Object.fromEntries(attributes);
  const hex = [r, g, b].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  return new Map(Object.entries({ ...rest, color: `#${hex}` }));
}

test('hostile texts come back unchanged', async () => {
  const { nodes, edges } = await readGraphml(write(hostileGraph(nasty)).text);
  for (const [i, text] of nasty.entries()) {
    expect(nodes.get(`n${i}`)?.get('label')).toBe(oneLine(text));
    expect(nodes.get(`n${i}`)?.get('plain')).toBe(text);
    expect(nodes.get(`n${i}`)?.get('list')).toBe(`${text.replaceAll(';', ',')};second`);
    expect(edges.get(`e-${i}`)?.attributes.get('label')).toBe(oneLine(text));
    expect(edges.get(`e-${i}`)?.attributes.get('evidence')).toBe(JSON.stringify(text));
  }
});

test.each(illegalInXml)('%j is refused wherever it stands, and the file stays whole', async (text) => {
  const graph = placedGraph({
    title: text,
    nodes: [{ id: 'a', label: text, kind: text }],
    edges: [{ id: 'e-1', from: 'a', to: 'a', kind: text, label: text }],
    nodeColumns: [{ name: text, type: 'string', values: [text] }],
    edgeColumns: [{ name: 'list', type: 'strings', values: [['good', text]] }],
  });
  const { text: file, problems } = write(graph);
  validate(file);
  expect(problems.errors).toBeGreaterThanOrEqual(6);
  for (const { code, place, params } of problems.diagnostics) {
    expect({ code, place }).toEqual({ code: 'refused-term', place: undefined });
    expect(params).toMatchObject({ format: 'graphml', value: expect.stringContaining(text) });
  }
  expect((await readGraphml(file)).nodes.get('a')?.get('name')).toBe('a');
});

test('any text is read back unchanged by three readers, or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(rawText, { minLength: 1, maxLength: 4 }), async (texts) => {
      const { text: file, problems } = write(hostileGraph(texts));
      validate(file);
      const { nodes } = await readGraphml(file);
      const client = await readGraphmlByGraphology(file);
      for (const [i, text] of texts.entries()) {
        const legal =
          !/\p{Surrogate}/u.test(text) && !/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/u.test(text);
        const expected = legal && text !== '' ? text : undefined;
        expect(nodes.get(`n${i}`)?.get('plain')).toBe(expected);
        expect(client.getNodeAttribute(`n${i}`, 'plain')).toBe(expected);
        if (!legal) expect(problems.counts.get('refused-term') ?? 0).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1000 },
  );
});

test('any attribute names are kept apart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(rawText, { minLength: 1, maxLength: 6 }), async (names) => {
      const nodeColumns = names.map((name, i) => ({ name, type: 'string' as const, values: [`value ${i}`] }));
      const { text, problems } = write(placedGraph({ nodes: [{ id: 'a' }], edges: [], nodeColumns }));
      validate(text);
      const values = [...((await readGraphml(text)).nodes.get('a')?.values() ?? [])];
      const kept = names.filter((_, i) => values.includes(`value ${i}`)).length;
      expect(kept + problems.errors).toBe(names.length);
    }),
    { numRuns: 1000 },
  );
});

describe('the strict reader', () => {
  const good = write(shipsAndPorts).text;
  test.each<[string, (text: string) => string]>([
    ['a DOCTYPE', (t) => t.replace('\n', '\n<!DOCTYPE graphml>\n')],
    ['another encoding', (t) => t.replace('UTF-8', 'UTF-16')],
    ['another namespace', (t) => t.replace('graphdrawing.org/xmlns', 'example.org')],
    ['a second key', (t) => t.replace(/(<key [^>]*>)/, '$1$1')],
    ['a key of another type', (t) => t.replace('attr.type="double"', 'attr.type="decimal"')],
    ['data of no key', (t) => t.replace('key="n_flag"', 'key="n_flags"')],
    ['data of an edge key in a node', (t) => t.replace('key="n_flag"', 'key="e_kind"')],
    ['data twice', (t) => t.replace(/(<data key="n_flag">[^<]*<\/data>)/, '$1$1')],
    ['empty data', (t) => t.replace('>Belgium<', '><')],
    ['a number that is none', (t) => t.replace('>1912<', '>NaN<')],
    ['an int beyond 2^31', (t) => t.replace('>1912<', '>2147483648<')],
    ['a boolean that is none', (t) => t.replace('key="e_disputed">true', 'key="e_disputed">1')],
    ['a dangling edge', (t) => t.replace('target="antwerp"', 'target="rotterdam"')],
    ['an id used twice', (t) => t.replace('id="e-02"', 'id="e-01"')],
    ['an edge with the id of a node', (t) => t.replace('id="e-02"', 'id="antwerp"')],
    ['an edge without id', (t) => t.replace(' id="e-02"', '')],
    ['a node after the edges', (t) => t.replace('</graph>', '<node id="late"></node></graph>')],
    ['text outside data', (t) => t.replace('</graph>', 'loose</graph>')],
    ['another element', (t) => t.replace('</graph>', '<port name="x"/></graph>')],
    ['an undirected graph', (t) => t.replace('"directed"', '"undirected"')],
    ['a cut file', (t) => t.slice(0, -20)],
    ['an undefined entity', (t) => t.replace('>Antwerp<', '>&port;<')],
  ])('refuses %s, with line and column', async (_, spoil) => {
    expect(spoil(good)).not.toBe(good);
    await expect(readGraphml(spoil(good))).rejects.toThrow(/^\d+:\d+: ./);
  });

  test('reads chunks cut anywhere as it reads the whole', async () => {
    const chunks = Array.from({ length: Math.ceil(good.length / 7) }, (_, i) => good.slice(7 * i, 7 * i + 7));
    expect(await readGraphml(chunks)).toEqual(await readGraphml(good));
  });
});

describe('the published schema', () => {
  const good = write(shipsAndPorts).text;
  test.each<[string, (text: string) => string]>([
    ['a second key of one id', (t) => t.replace('id="licence"', 'id="title"')],
    ['a second key of one name', (t) => t.replace('attr.name="licence"', 'attr.name="title"')],
    ['for="all"', (t) => t.replace('for="node"', 'for="all"')],
    ['data of no key', (t) => t.replace('key="n_flag"', 'key="n_flags"')],
    ['data twice', (t) => t.replace(/(<data key="n_flag">[^<]*<\/data>)/, '$1$1')],
    ['empty data', (t) => t.replace('>Belgium<', '><')],
    ['a dangling edge', (t) => t.replace('target="antwerp"', 'target="rotterdam"')],
    ['an edge with the id of a node', (t) => t.replace('id="e-02"', 'id="antwerp"')],
    ['an edge without id', (t) => t.replace(' id="e-02"', '')],
    ['a node after the edges', (t) => t.replace('</graph>', '<node id="late"></node></graph>')],
    ['a desc', (t) => t.replace('<graph ', '<desc>x</desc><graph ')],
    ['an undirected graph', (t) => t.replace('"directed"', '"undirected"')],
    ['an id with blanks', (t) => t.replace('id="e-02"', 'id="e 02"')],
  ])('refuses %s', (_, spoil) => {
    expect(spoil(good)).not.toBe(good);
    expect(() => validate(spoil(good))).toThrow();
  });
});
