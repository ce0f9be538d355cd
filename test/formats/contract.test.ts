/** What every export format owes, whichever it is: one suite for each entry of the table. */
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import cytoscape from 'cytoscape';
import { parquetMetadata } from 'hyparquet';
import { ParseOption, RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { Parser } from 'n3';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { Problems } from '../../src/core/diagnostic.ts';
import type { Format } from '../../src/formats/formats.ts';
import { FORMATS } from '../../src/formats/table.ts';
import type { DatasetInfo } from '../../src/knowledge/knowledge.ts';
import { DCTERMS } from '../../src/ontology/namespaces.ts';
import { type Exported, exportAll, isBinary, writeFormat } from '../exporting.ts';
import { HEAD, place, SETTINGS, says, withFacts } from '../harbour.ts';
import { illegalInXml, nasty } from './hostile.ts';
import { parquetTables, quadsOf, READ_BACK, rowsOf } from './readBack.ts';

const BASE = SETTINGS.dataset.base;
const QUOTE = 'the Aurora left for Malmö';
const FACTS = [
  says(
    'aurora: { homePort: { object: malmo, season: [winter, spring], berth: 7b, startDate: 1912-03 } }',
    `quote: ${QUOTE}`,
  ),
  says(
    'aurora: { name: [Aurora, { object: Norrsken, language: sv }], launched: 1912~, tonnage: 3.10, crew: 12 }',
    'row: "17", column: names',
  ),
  says(
    'borealis: { escorts: { object: aurora, status: planned }, sisterShip: aurora }',
    'quote: sisters, saidBy: aurora, note: n',
  ),
  says(
    'borealis: { homePort: { none: true }, register: "https://example.org/r?x=1#y", retired: true }',
    'withoutPlace: hearsay',
  ),
  says(
    'aurora: { homePort: { object: visby, negated: true }, flagState: panama }',
    'quote: q, certainty: possible',
  ),
  says(
    'aurora: { sisterShip: borealis, crew: 13 }',
    'quote: other, source: paper, certainty: probable, confidence: "0.5"',
  ),
];
const ALL = [...FORMATS.keys()];
const full = exportAll(withFacts(...FACTS), {}, ALL);
const shuffled = exportAll(withFacts(...[...FACTS].reverse()), {}, ALL);
const large = place({
  'facts.json': {
    source: 's',
    sources: { s: { type: 'T' } },
    entities: {
      p: 'Port',
      ...Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`ship-${i}`, 'Ship'])),
    },
    facts: Array.from({ length: 3000 }, (_, i) => ({
      quote: `Ship ${i} is at home in the port, says line ${i}`,
      says: { [`ship-${i}`]: { name: `Ship ${i}`, homePort: 'p' } },
    })),
  },
});
const edgeless = exportAll(withFacts(says('aurora: { name: Aurora }')), {}, ALL);
const empty = exportAll({ 'facts.yaml': 'facts: []\n' }, {}, ALL);

/** What is made of a text in every place that takes one: once, since each format asks for each text. */
const labelled = new Map<string, Exported>();

function label(text: string): Exported {
  const known = labelled.get(text);
  if (known) return known;
  const files = {
    'facts.json': {
      source: 's',
      sources: { s: { type: 'T', title: text } },
      entities: { a: { class: 'Ship', label: text }, b: { class: 'Port' } },
      facts: [
        {
          quote: text,
          says: { a: { homePort: { object: 'b', toString: text }, name: text }, b: { name: text } },
        },
      ],
    },
  };
  const exported = exportAll(files);
  labelled.set(text, exported);
  return exported;
}

/** Accepts a file that is well formed and valid, by programs that share nothing with the writer. */
const validateJson = new Ajv2020.default({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('ontology/schemas/graph.schema.json', 'utf8')),
);
const byN3 = (format: string) => (text: string) => void new Parser({ format }).parse(text);
const isList = (value: unknown) => {
  if (!Array.isArray(value)) throw new Error('no list');
};
const VALIDATORS: Readonly<Record<string, (text: string) => void>> = {
  turtle: byN3('text/turtle'),
  trig: byN3('application/trig'),
  ntriples: byN3('application/n-triples'),
  nquads: byN3('application/n-quads'),
  jsonld: (text) => isList(JSON.parse(text)['@graph']),
  ndjsonld: (text) => {
    for (const line of text.split('\n').slice(0, -1)) JSON.parse(line);
  },
  graphml: bySchema('factweave-graphml.xsd', (schema) => XsdValidator.fromDoc(schema)),
  gexf: bySchema('factweave-gexf.rng', (schema) => RelaxNGValidator.fromDoc(schema)),
  json: (text) => {
    if (!validateJson(JSON.parse(text))) throw new Error(JSON.stringify(validateJson.errors));
  },
  cytoscape: (text) => void cytoscape({ headless: true, ...JSON.parse(text) }),
  nodelink: (text) => isList(JSON.parse(text).links),
  shapes: byN3('text/turtle'),
  citation: (text) => void parseYaml(text),
  dataset: byN3('text/turtle'),
  svg: (text) => XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE }).dispose(),
  png: (text) => void PNG.sync.read(Buffer.from(text, 'latin1')),
  parquet: (text) => {
    const files = text.split(/(?<=PAR1)(?=PAR1)/);
    if (files.length !== 4) throw new Error(`${files.length} files of Parquet, where 4 are expected`);
    for (const file of files) parquetMetadata(new Uint8Array(Buffer.from(file, 'latin1')).buffer);
  },
  csv: (text) => {
    const rows = rowsOf(text);
    const edges = rows.findIndex((row) => row.includes(':START_ID'));
    for (const table of [rows.slice(0, edges), rows.slice(edges)]) {
      if (new Set(table.map((row) => row.length)).size !== 1) throw new Error('rows of different length');
    }
  },
};

const OF_FACTS = [...FORMATS].filter(([, { input }]) => input !== 'set');
const DESCRIPTIONS = [...FORMATS].filter(([, { input }]) => input === 'set');

/** The title of the data set as independent readers find it in the files that describe it; shapes tell none. */
const READERS: Readonly<Record<string, (text: string) => string[] | undefined>> = {
  shapes: () => undefined,
  citation: (text) => [parseYaml(text).title],
  dataset: (text) =>
    quadsOf(text, 'turtle')
      .filter(
        ({ subject, predicate }) =>
          subject.value === `${BASE}#dataset` && predicate.value === `${DCTERMS}title`,
      )
      .map(({ object }) => object.value),
};

async function rowsOfParquet(text: string): Promise<string> {
  const tables = await parquetTables(text);
  return tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row).map(String))).join('\n');
}

function bySchema(
  name: string,
  validatorOf: (schema: XmlDocument) => XsdValidator | RelaxNGValidator,
): (text: string) => void {
  return (text) => {
    const schema = XmlDocument.fromString(readFileSync(`ontology/schemas/${name}`, 'utf8'));
    const validator = validatorOf(schema);
    const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
    validator.validate(document);
    for (const one of [document, validator, schema]) one.dispose();
  };
}

describe('the table of formats', () => {
  it('has names and extensions of their own', () => {
    const formats = [...FORMATS.values()];
    for (const key of ['name', 'title', 'extension'] as const) {
      expect(new Set(formats.map((format) => format[key])).size, key).toBe(formats.length);
    }
  });
  it('is covered here: each format has a reader and a validator that share nothing with its writer', () => {
    const names = OF_FACTS.map(([name]) => name).sort();
    expect(Object.keys(READ_BACK).sort()).toEqual(names);
    expect(Object.keys(VALIDATORS).sort()).toEqual([...names, ...Object.keys(READERS)].sort());
    expect(Object.keys(READERS).sort()).toEqual(DESCRIPTIONS.map(([name]) => name).sort());
  });
});

describe.each(DESCRIPTIONS)('%s, which describes the others,', (name, format: Format) => {
  const validate = VALIDATORS[name];
  const write = (exported: Exported, info: Partial<DatasetInfo> = {}) => {
    const dataset = { ...exported.knowledge.dataset, ...info };
    const problems = new Problems();
    const knowledge = { ...exported.knowledge, dataset };
    const { text, facts } = writeFormat(format, { ...exported, knowledge }, problems);
    return { text, facts, problems };
  };

  it('stands after the formats of facts, under a fixed name', () => {
    const names = [...FORMATS.keys()];
    const last = Math.max(...OF_FACTS.map(([one]) => names.indexOf(one)));
    expect(names.indexOf(name)).toBeGreaterThan(last);
    expect(format.fileName).toBeDefined();
    expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
  });

  it('writes the same bytes twice, and for the facts in any order', () => {
    const { text, problems } = write(full);
    expect(problems.diagnostics).toEqual([]);
    expect(write(full).text).toBe(text);
    expect(write(shuffled).text).toBe(text);
    expect(full.written.get(name)?.facts).toBeUndefined();
  });

  it.each([
    ['a full graph', full],
    ['a graph without edges', edgeless],
    ['an empty graph', empty],
  ])('is well formed: %s', (_, exported) => {
    const { text } = write(exported);
    expect(text).toMatch(/\n$/);
    expect(text).not.toMatch(/^\ufeff|\r/);
    expect(() => validate?.(text)).not.toThrow();
  });

  it.each(nasty.map((one, i) => [i, one] as const))('brings hostile text %i back as it was', (_, hostile) => {
    const info = {
      title: hostile,
      description: hostile,
      creators: [{ name: hostile }],
      keywords: [hostile],
      publisher: hostile,
    };
    const { text, problems } = write(full, info);
    expect(problems.diagnostics).toEqual([]);
    expect(() => validate?.(text)).not.toThrow();
    const titles = READERS[name]?.(text);
    if (titles) expect(titles).toEqual([hostile]);
    expect(text).not.toContain('\r');
  });
});

describe.each(OF_FACTS)('%s', (name, format: Format) => {
  const reader = READ_BACK[name];
  const validate = VALIDATORS[name];
  const textOf = ({ written }: Exported) => written.get(name)?.text ?? '';
  const text = textOf(full);
  /** For what only a format that holds text can do; the texts of pixels pass the same gate as those of SVG. */
  const itHolds = name === 'png' ? it.skip : it;

  it('says what it is', () => {
    expect(format.name).toBe(name);
    expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(format.title.trim()).not.toBe('');
    expect(format.extension).toMatch(/^\.[a-z0-9.]+$/);
    expect(format.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
    expect(['knowledge', 'graph']).toContain(format.input);
  });

  it('writes the same bytes twice, and for the facts in any order', () => {
    const again = writeFormat(format, full, new Problems());
    expect(again.text).toBe(text);
    expect(textOf(shuffled)).toBe(text);
  });

  it('writes in chunks, none of them large', () => {
    const { chunks } = writeFormat(format, large, new Problems());
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    // Binary formats compress what they hold.
    expect(bytes).toBeGreaterThan(isBinary(format) ? 100_000 : 500_000);
    expect(chunks.length).toBeGreaterThan(4);
    for (const chunk of chunks) expect(chunk.length).toBeLessThan(1_000_000);
  });

  it.each([
    ['a full graph', full],
    ['a graph without edges', edgeless],
    ['an empty graph', empty],
    ['a large graph', undefined],
  ])('is well formed: %s', async (_, exported) => {
    const written = exported ? textOf(exported) : writeFormat(format, large, new Problems()).text;
    if (!isBinary(format)) {
      expect(written).toMatch(exported === empty && written === '' ? /^$/ : /\n$/);
      expect(written).not.toMatch(/^\ufeff|\r/);
    }
    expect(() => validate?.(written)).not.toThrow();
    await expect(reader?.labels(written, BASE)).resolves.toBeDefined();
  });

  itHolds('has every entity with its name', async () => {
    const labels = await reader?.labels(text, BASE);
    const entities = [...full.knowledge.entities.values()];
    expect(entities.map((entity) => labels?.get(entity.id))).toEqual(entities.map((entity) => entity.name));
  });

  itHolds('has the evidence', async () => {
    const readable = name === 'parquet' ? await rowsOfParquet(text) : text;
    expect(readable).toContain(QUOTE);
    expect(readable).toContain('sisters');
  });

  it('has an account of every fact', () => {
    const facts = full.written.get(name)?.facts;
    const outside = Object.values(facts?.outside ?? {}).reduce((sum, count) => sum + count, 0);
    expect(facts?.read).toBe(full.knowledge.counts.read);
    expect((facts?.written ?? 0) + (facts?.refused ?? 0) + outside).toBe(facts?.read);
    if (format.input === 'knowledge') expect(facts?.outside).toEqual({});
  });

  it('reports nothing for facts that were accepted', () => {
    const problems = new Problems();
    writeFormat(format, full, problems);
    expect(problems.diagnostics).toEqual([]);
  });

  itHolds.each(nasty.map((one, i) => [i, one] as const))(
    'brings hostile text %i back as it was',
    async (_, hostile) => {
      const exported = label(hostile);
      const written = textOf(exported);
      expect(exported.problems.errors).toBe(0);
      expect(() => validate?.(written)).not.toThrow();
      const labels = await reader?.labels(written, BASE);
      expect(labels?.get('a')).toBe(reader?.asWritten(hostile));
      expect(labels?.get('b')).toBe(reader?.asWritten(hostile));
      expect(labels?.size).toBe(2);
      // A quoted cell of CSV keeps its carriage returns: there is no escape for them.
      const bare = name === 'csv' ? written.replace(/"(?:[^"]|"")*"/g, '') : written;
      if (!isBinary(format)) expect(bare).not.toContain('\r');
    },
  );

  itHolds.each(illegalInXml.map((one, i) => [i, one] as const))(
    'refuses or keeps illegal text %i',
    async (_, illegal) => {
      const exported = label(illegal);
      const refused = exported.problems.counts;
      const atReading = ['control-character', 'lone-surrogate'].some((code) =>
        exported.problems.diagnostics.some((one) => one.code === code),
      );
      const labels = await reader?.labels(textOf(exported), BASE);
      if (atReading) expect(exported.knowledge.facts).toEqual([]);
      else if (labels?.get('a') !== illegal) expect(refused.get('refused-term')).toBeGreaterThan(0);
      expect(() => validate?.(textOf(exported))).not.toThrow();
    },
  );
});

it('the head of the fixture is in use', () => expect(HEAD).toContain('aurora'));
