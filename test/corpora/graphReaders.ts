/** Readers of each graph format that share no code with its writer: each gives the attributes of nodes and edges. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import cytoscape from 'cytoscape';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { ParseOption, RelaxNGValidator, XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { fromListText } from '../../src/formats/gexf/list.ts';
import { readGexf } from '../../src/formats/gexf/read.ts';
import { readGraphml } from '../../src/formats/graphml/read.ts';
import { readGraphmlByGraphology } from '../../src/formats/graphml/readGraphology.ts';
import { fromGraphology } from '../../src/formats/readGraph.ts';

/** The attributes of one node or edge by the names of the view. */
export type Row = ReadonlyMap<string, unknown>;

/** What a reader found; a reader that throws found an ill-formed file. */
export interface Found {
  readonly nodes: ReadonlyMap<string, Row>;
  readonly edges: ReadonlyMap<string, Row>;
}

export interface GraphReader {
  readonly name: string;
  /** What the reader makes of a text that stands in the file as it is. */
  readonly alters?: (text: string) => string;
  /** All files of one format; those of a format of two tables are joined by {@link NEXT_FILE}. */
  readonly read: (texts: readonly string[]) => Promise<readonly (Found | Error)[]>;
}

/** Stands between the table of nodes and that of edges; no text of XML or CSV holds it. */
export const NEXT_FILE = '\0';

const each = (read: (text: string) => Found | Promise<Found>): GraphReader['read'] => {
  return async (texts) => {
    const found: (Found | Error)[] = [];
    for (const text of texts) {
      try {
        found.push(await read(text));
      } catch (error) {
        found.push(error instanceof Error ? error : new Error(String(error)));
      }
    }
    return found;
  };
};

function flat({ nodes, edges }: ReturnType<typeof fromGraphology>): Found {
  return { nodes, edges: new Map([...edges].map(([id, { attributes }]) => [id, attributes])) };
}

const GRAPHML = 'http://graphml.graphdrawing.org/xmlns';
const GEXF = 'http://gexf.net/1.3';

/** By libxml2: valid against the published schema, and the values as its tree has them. */
function byLibxml(
  schemaName: string,
  validatorOf: (schema: XmlDocument) => XsdValidator | RelaxNGValidator,
  rowsOf: (root: XmlElement) => Found,
): GraphReader {
  const schema = XmlDocument.fromString(readFileSync(`ontology/schemas/${schemaName}`, 'utf8'));
  const validator = validatorOf(schema);
  const read = each((text) => {
    const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
    try {
      validator.validate(document);
      return rowsOf(document.root);
    } finally {
      document.dispose();
    }
  });
  // Its binding decodes each text for itself, and takes U+FEFF at its start for a byte order mark.
  return { name: 'libxml2', read, alters: (text) => text.replace(/^\ufeff/, '') };
}

// The XPath expressions below find elements only.
const elementsAt = (root: XmlElement, path: string, namespaces: Record<string, string>) =>
  root.find(path, namespaces) as XmlElement[];

function graphmlRows(root: XmlElement): Found {
  const at = (from: XmlElement, path: string) => elementsAt(from, path, { g: GRAPHML });
  const names = new Map(
    at(root, 'g:key').map((key) => [key.attr('id')?.value, key.attr('attr.name')?.value]),
  );
  const rows = (path: string) =>
    new Map(
      at(root, path).map((element) => {
        const data = at(element, 'g:data').map(
          (one) => [names.get(one.attr('key')?.value) ?? '', one.content] as const,
        );
        return [element.attr('id')?.value ?? '', new Map(data)];
      }),
    );
  return { nodes: rows('//g:node'), edges: rows('//g:edge') };
}

function gexfRows(root: XmlElement): Found {
  const at = (from: XmlElement, path: string) => elementsAt(from, path, { g: GEXF });
  const rows = (path: string) =>
    new Map(
      at(root, path).map((element) => {
        const values = at(element, 'g:attvalues/g:attvalue').map((one) =>
          gexfValue(one.attr('for')?.value ?? '', one.attr('value')?.value ?? ''),
        );
        const own = ['label', 'kind'].flatMap((name) => {
          const value = element.attr(name)?.value;
          return value === undefined ? [] : [[name, value] as const];
        });
        return [element.attr('id')?.value ?? '', new Map([...values, ...own])];
      }),
    );
  return { nodes: rows('//g:node'), edges: rows('//g:edge') };
}

/** The hostile graphs have lists under two names; in the tree of libxml2 they are still texts. */
function gexfValue(name: string, text: string): readonly [string, unknown] {
  return [name, name === 'list' || name === 'single' ? fromListText(text) : text];
}

function plainJson(text: string): Found {
  const { nodes, edges } = JSON.parse(text) as Record<
    'nodes' | 'edges',
    { key: string; attributes: object }[]
  >;
  const rows = (list: typeof nodes) =>
    new Map(list.map((one) => [one.key, new Map(Object.entries(one.attributes))]));
  return { nodes: rows(nodes), edges: rows(edges) };
}

function byCytoscape(text: string): Found {
  const graph = cytoscape({ headless: true, ...JSON.parse(text) });
  const rows = (elements: cytoscape.NodeCollection | cytoscape.EdgeCollection) =>
    new Map(elements.map((one) => [one.id(), new Map(Object.entries(one.data()))]));
  return { nodes: rows(graph.nodes()), edges: rows(graph.edges()) };
}

function plainElements(text: string): Found {
  const { elements } = JSON.parse(text) as {
    elements: Record<'nodes' | 'edges', { data: { id: string } }[]>;
  };
  const rows = (list: readonly { data: { id: string } }[]) =>
    new Map(list.map(({ data }) => [data.id, new Map(Object.entries(data))]));
  return { nodes: rows(elements.nodes), edges: rows(elements.edges) };
}

function nodeLink(text: string): Found {
  const { nodes, links } = JSON.parse(text) as Record<'nodes' | 'links', { id: string; key: string }[]>;
  return {
    nodes: new Map(nodes.map((one) => [one.id, new Map(Object.entries(one))])),
    edges: new Map(links.map((one) => [one.key, new Map(Object.entries(one))])),
  };
}

/** All texts at once through the standard library of Python, which has readers of CSV and JSON of its own. */
function byPython(program: string): GraphReader['read'] {
  return async (texts) => {
    const { status, stdout, stderr, error } = spawnSync('python3', ['-c', program], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: { ...process.env, PYTHONUTF8: '1' },
    });
    if (error || status !== 0) throw new Error(`python3: ${error ?? stderr}`);
    const results = JSON.parse(stdout) as (
      | Record<'nodes' | 'edges', Record<string, object>>
      | { error: string }
    )[];
    const rows = (table: Record<string, object>) =>
      new Map(Object.entries(table).map(([id, row]) => [id, new Map(Object.entries(row))]));
    return results.map((one) =>
      'error' in one ? new Error(one.error) : { nodes: rows(one.nodes), edges: rows(one.edges) },
    );
  };
}

const EACH = `
import csv, io, json, sys
def each(read):
    for text in json.load(sys.stdin):
        try: yield read(text)
        except Exception as error: yield {'error': repr(error)}
`;
const CSV_PROGRAM = `${EACH}
def table(text, key):
    rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
    names = [name.split(':')[0] if not name.startswith(':') else name for name in rows[0]]
    if any(len(row) != len(names) for row in rows): raise ValueError('rows of different length')
    return {row[names.index(key)]: {n: v for n, v in zip(names, row) if v != ''} for row in rows[1:]}
def read(text):
    nodes, edges = text.split('\\0')
    return {'nodes': table(nodes, 'id'), 'edges': table(edges, 'id')}
csv.field_size_limit(1 << 30)
json.dump(list(each(read)), sys.stdout)
`;
const LINK_PROGRAM = `${EACH}
def read(text):
    graph = json.loads(text)
    return {'nodes': {n['id']: n for n in graph['nodes']}, 'edges': {e['key']: e for e in graph['links']}}
json.dump(list(each(read)), sys.stdout)
`;

/** By RFC 4180, clause 2, character by character. */
export function csvTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') cell += text[i++];
    else if (c === '"') {
      if (!quoted && cell !== '') throw new Error(`a quote inside of a cell: ${cell}`);
      quoted = !quoted;
    } else if (!quoted && (c === ',' || c === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (c === '\n') rows.push([]);
    } else cell += c;
  }
  if (quoted || cell !== '' || rows.pop()?.length !== 0) throw new Error('the last line does not end');
  return rows;
}

function byRfc4180(text: string): Found {
  const [nodes = '', edges = ''] = text.split(NEXT_FILE);
  const rows = (table: string) => {
    const [header = [], ...body] = csvTable(table);
    const names = header.map((name) => (name.startsWith(':') ? name : (name.split(':')[0] ?? '')));
    for (const row of body) if (row.length !== names.length) throw new Error('rows of different length');
    const id = names.indexOf('id');
    return new Map(
      body.map((row) => [
        row[id] ?? '',
        new Map(names.flatMap((name, i) => (row[i] === '' ? [] : [[name, row[i]]]))),
      ]),
    );
  };
  return { nodes: rows(nodes), edges: rows(edges) };
}

export const GRAPH_READERS: Readonly<Record<string, readonly GraphReader[]>> = {
  graphml: [
    byLibxml('factweave-graphml.xsd', (schema) => XsdValidator.fromDoc(schema), graphmlRows),
    { name: 'saxes', read: each(async (text) => flat(await readGraphml(text))) },
    {
      name: 'graphology-graphml',
      read: each(async (text) => flat(fromGraphology(await readGraphmlByGraphology(text)))),
    },
  ],
  gexf: [
    byLibxml('factweave-gexf.rng', (schema) => RelaxNGValidator.fromDoc(schema), gexfRows),
    { name: 'saxes', read: each(async (text) => flat(await readGexf(text))) },
    { name: 'graphology-gexf', read: each((text) => flat(fromGraphology(parseGexf(MultiGraph, text)))) },
  ],
  json: [
    {
      name: 'graphology',
      read: each((text) => flat(fromGraphology(MultiDirectedGraph.from(JSON.parse(text))))),
    },
    { name: 'JSON.parse', read: each(plainJson) },
  ],
  cytoscape: [
    { name: 'cytoscape.js', read: each(byCytoscape) },
    { name: 'JSON.parse', read: each(plainElements) },
  ],
  nodelink: [
    { name: 'JSON.parse', read: each(nodeLink) },
    { name: 'Python json', read: byPython(LINK_PROGRAM) },
  ],
  csv: [
    { name: 'RFC 4180', read: each(byRfc4180) },
    { name: 'Python csv', read: byPython(CSV_PROGRAM) },
  ],
};
