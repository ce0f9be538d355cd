/** What independent readers find in an export: one entry for each format, which the contract asks for. */
import { parse as parseRdf, type Quad } from 'oxigraph';
import { readCytoscape } from '../../src/formats/cytoscape/read.ts';
import { readGexf } from '../../src/formats/gexf/read.ts';
import { readGraphml } from '../../src/formats/graphml/read.ts';
import { readJson } from '../../src/formats/json/read.ts';
import { readNodelink } from '../../src/formats/nodelink/read.ts';
import { readSvg } from '../../src/formats/picture/read.ts';
import { fromGraphology, type ReadGraph } from '../../src/formats/readGraph.ts';
import { RDFS } from '../../src/ontology/namespaces.ts';
import { readTable, type Table } from './parquet/readTables.ts';

/** Display names by entity id. */
export type Labels = ReadonlyMap<string, string>;

interface ReadBack {
  /** Throws what the reader throws for a file that is not well formed. */
  readonly labels: (text: string, base: string) => Promise<Labels>;
  /** The label as the format has it: formats of one line a label turn line breaks into blanks. */
  readonly asWritten: (label: string) => string;
}

const asItIs = (label: string) => label;
const inOneLine = (label: string) => label.replace(/\r\n|[\t\n\r]/g, ' ');

const RDF_TYPES = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
  jsonld: 'application/ld+json',
  ndjsonld: 'application/ld+json',
} as const;
type RdfName = keyof typeof RDF_TYPES;

export function quadsOf(text: string, format: RdfName): readonly Quad[] {
  // A file of lines is read as one list. Given a text, Oxigraph returns a list at once.
  const whole = format === 'ndjsonld' ? `[${text.trim().replaceAll('\n', ',')}]` : text;
  return parseRdf(whole, { format: RDF_TYPES[format] }) as Quad[];
}

function ofRdf(format: RdfName): ReadBack {
  const labels = async (text: string, base: string) => {
    const found = new Map<string, string>();
    for (const { subject, predicate, object } of quadsOf(text, format)) {
      if (predicate.value === `${RDFS}label`) found.set(subject.value.slice(base.length), object.value);
    }
    return found;
  };
  return { labels, asWritten: asItIs };
}

function ofGraph(read: (text: string) => Promise<ReadGraph>, asWritten = asItIs, key = 'label'): ReadBack {
  const labels = async (text: string) => {
    const { nodes } = await read(text);
    return new Map([...nodes].map(([id, attributes]) => [id, String(attributes.get(key) ?? '')]));
  };
  return { labels, asWritten };
}

/** The rows of a CSV file by RFC 4180, clause 2. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== '\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The table of nodes is the first of two. */
async function labelsOfCsv(text: string): Promise<Labels> {
  const [header = [], ...rows] = rowsOf(text);
  const [id, label] = [header.indexOf('id:ID'), header.indexOf('label:string')];
  if (id < 0 || label < 0) throw new Error(`no columns id:ID and label:string: ${header.join()}`);
  const end = rows.findIndex((row) => row.includes(':START_ID'));
  const nodes = end < 0 ? rows : rows.slice(0, end);
  return new Map(nodes.map((row) => [row[id] ?? '', row[label] ?? '']));
}

/** The files follow each other, each between two `PAR1` (Apache Parquet, File Format). */
export async function parquetTables(text: string): Promise<Table[]> {
  const files = text.split(/(?<=PAR1)(?=PAR1)/);
  return Promise.all(files.map((file) => readTable(Buffer.from(file, 'latin1'))));
}

/** The entities are the first of four tables. */
async function labelsOfParquet(text: string): Promise<Labels> {
  const [entities] = await parquetTables(text);
  return new Map(entities?.rows.map(({ id, name }) => [String(id), String(name)]));
}

export const READ_BACK: Readonly<Record<string, ReadBack>> = {
  turtle: ofRdf('turtle'),
  trig: ofRdf('trig'),
  ntriples: ofRdf('ntriples'),
  nquads: ofRdf('nquads'),
  jsonld: ofRdf('jsonld'),
  ndjsonld: ofRdf('ndjsonld'),
  graphml: ofGraph((text) => readGraphml(text), inOneLine),
  gexf: ofGraph((text) => readGexf(text), inOneLine),
  json: ofGraph(async (text) => fromGraphology(await readJson(text))),
  cytoscape: ofGraph(async (text) => readCytoscape(text)),
  nodelink: ofGraph(async (text) => readNodelink(text)),
  csv: { labels: labelsOfCsv, asWritten: asItIs },
  parquet: { labels: labelsOfParquet, asWritten: asItIs },
  svg: ofGraph((text) => readSvg(text)),
  // No program reads names from pixels.
  png: { labels: async () => new Map(), asWritten: asItIs },
};
