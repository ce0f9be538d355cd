/** A view with flattened events, and one with fewer plain facts, in every format: written, read back and compared. */
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { ParseOption, RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/core/place.ts';
import { readCytoscape } from '../../src/formats/cytoscape/read.ts';
import { readGexf } from '../../src/formats/gexf/read.ts';
import { readGraphml } from '../../src/formats/graphml/read.ts';
import { readJson } from '../../src/formats/json/read.ts';
import { readNodelink } from '../../src/formats/nodelink/read.ts';
import { fromGraphology, type ReadGraph } from '../../src/formats/readGraph.ts';
import { FORMATS } from '../../src/formats/table.ts';
import type { Settings } from '../../src/project/settings.ts';
import { type Exported, exportAll, verify, type Written } from '../exporting.ts';
import { SETTINGS, says } from '../harbour.ts';
import { caseFile, loadClean } from '../ontology/files.ts';
import { rowsOf } from './readBack.ts';

const PREFIXES = caseFile('ships.ttl').text.split('\n\n')[0] ?? '';
const VOYAGES = new SourceText(
  'voyages.ttl',
  `${PREFIXES}

ex:Voyage a fw:Class ;
  fw:connector true ; fw:colour "#8a004b" ;
  rdfs:label "voyage"@en ; skos:definition "A ship under way."@en .

ex:Race a fw:Class ;
  rdfs:subClassOf ex:Voyage ;
  rdfs:label "race"@en ; skos:definition "A voyage that is to be the fastest."@en .

ex:sailedBy a fw:Link ;
  fw:subjectClass ex:Voyage ; fw:objectClass ex:Ship ; fw:reversed true ;
  fw:edgeKind "SAILED" ; fw:edgeLabel "sailed"@en ; fw:colour "#117733" ;
  rdfs:label "sailed by"@en ; skos:definition "The ship of the voyage."@en .

ex:wentTo a fw:Link ;
  fw:subjectClass ex:Voyage ; fw:objectClass ex:Harbour ;
  fw:edgeKind "WENT_TO" ; fw:edgeLabel "went to"@en ; fw:colour "#117733" ;
  rdfs:label "went to"@en ; skos:definition "Where the voyage ended."@en .

ex:startDate a fw:Property ;
  fw:subjectClass ex:Voyage ; fw:datatype edtf:edtf ; fw:functional true ;
  rdfs:label "start date"@en ; skos:definition "When the voyage began."@en .

ex:pilotPage a fw:Property ;
  fw:subjectClass ex:Voyage ; fw:datatype xsd:anyURI ;
  rdfs:label "pilot page"@en ; skos:definition "A page on the voyage."@en .
`,
);
const ontology = loadClean(caseFile('ships.ttl'), VOYAGES);

const FACTS = [
  says('maiden: { sailedBy: [aurora, borealis], wentTo: malmo, startDate: 1912-03 }', 'quote: "left; a & b"'),
  says(
    'maiden: { pilotPage: "https://example.org/p?x=1&y=2", name: "The; maiden <voyage>" }',
    'row: "17", column: c',
  ),
  says('second: { sailedBy: aurora, wentTo: { object: malmo, certainty: probable }, startDate: 1913 }'),
  says('regatta: { sailedBy: borealis, wentTo: { object: malmo, status: planned } }'),
  says('aurora: { homePort: malmo, name: Aurora, launched: 1911 }'),
  says('aurora: { launched: 1912 }', 'quote: r, source: paper'),
  says('aurora: { launched: 1912 }', 'quote: s, source: letter'),
];
const FILES = {
  'facts.yaml': `source: log
language: en
sources:
  log: { type: Article, title: The log }
  paper: { type: Article, title: A paper }
  letter: { type: Letter, title: A letter }
entities:
  aurora: Ship
  borealis: { class: Tanker, label: Borealis }
  malmo: { class: Port, label: Malmö }
  maiden: Voyage
  second: { class: Voyage, label: Second }
  regatta: { class: Race, label: Regatta }
facts:
${FACTS.map((fact) => `  - ${fact}\n`).join('')}`,
};

function run(settings: Partial<Settings>): Exported {
  const exported = exportAll(FILES, { ontology, settings: { ...SETTINGS, ...settings } });
  expect(exported.problems.errors).toBe(0);
  return exported;
}

const asNodes = run({});
const flattened = run({ view: { ...SETTINGS.view, events: 'flattened' } });

const READERS: Readonly<Record<string, (text: string) => ReadGraph | Promise<ReadGraph>>> = {
  json: async (text) => fromGraphology(await readJson(text)),
  graphml: readGraphml,
  gexf: readGexf,
  cytoscape: readCytoscape,
  nodelink: readNodelink,
};

function textOf({ written }: Exported, name: string): string {
  const { text, contents } = written.get(name) ?? { text: '', contents: new Map<string, Buffer>() };
  return text === '' ? ([...contents.values()][0]?.toString() ?? '') : text;
}

/** The exports with the text of one format changed. */
function tampered(exported: Exported, name: string, change: (text: string) => string): Exported {
  const file = exported.written.get(name);
  if (!file) throw new Error(`no ${name}`);
  const before = textOf(exported, name);
  const text = change(before);
  expect(text).not.toBe(before);
  const changed: Written = { ...file, contents: new Map([[file.name, Buffer.from(text)]]) };
  return { ...exported, written: new Map([...exported.written, [name, changed]]) };
}

describe('a flattened view', () => {
  it('has an edge in the place of each event that connects two entities', () => {
    const { edges, nodes, events } = flattened.graph.view;
    expect(nodes.id).toEqual(['aurora', 'borealis', 'malmo', 'regatta']);
    expect(edges.kind).toEqual([
      'SAILED__SAILED',
      'BASED_AT',
      'SAILED__WENT_TO',
      'SAILED__WENT_TO',
      'SAILED',
    ]);
    expect(events).toEqual({ flattened: 2, kept: new Map([['few-ends', 1]]), manyPairs: [] });
    expect(flattened.manifest.counts).toMatchObject({ eventsFlattened: 2, eventsKept: 1, nodes: 4 });
    expect(asNodes.manifest.counts).not.toHaveProperty('eventsFlattened');
  });

  it('shows as many facts as with events as nodes', () => {
    const { factsInGraph } = asNodes.manifest.counts;
    expect(flattened.manifest.counts.factsInGraph).toBe(factsInGraph);
    expect(flattened.graph.view.facts).toEqual(asNodes.graph.view.facts);
  });

  it('changes no RDF, where derived edges never stand', () => {
    for (const [name, format] of FORMATS) {
      if (format.input !== 'knowledge') continue;
      expect(textOf(flattened, name)).toBe(textOf(asNodes, name));
      expect(textOf(flattened, name)).not.toContain('ns#connection');
    }
  });

  it('passes verification, facts against RDF included', async () => {
    const { problems, verified } = await verify(flattened);
    expect(problems.diagnostics).toEqual([]);
    const graphs = verified.map(({ file }) => file.split('.').slice(1).join('.'));
    for (const extension of ['json', 'graphml', 'gexf', 'cyjs', 'nodelink.json'])
      expect(graphs).toContain(extension);
    expect(verified.some(({ what }) => what.includes('stand in it as statements'))).toBe(true);
  });

  it.each(Object.keys(READERS))('is read back from %s with its derived edges', async (name) => {
    const { edges } = (await READERS[name]?.(textOf(flattened, name))) ?? { edges: new Map() };
    const derived = [...edges.values()].filter(
      ({ attributes }) => String(attributes.get('derived')) === 'true',
    );
    expect(
      derived.map((edge) => `${edge.source} ${edge.attributes.get('kind')} ${edge.target}`).sort(),
    ).toEqual([
      'aurora SAILED__SAILED borealis',
      'aurora SAILED__WENT_TO malmo',
      'borealis SAILED__WENT_TO malmo',
    ]);
    const aurora = derived.find(({ source, target }) => source === 'aurora' && target === 'malmo');
    expect(String(aurora?.attributes.get('via')).split(/[,;]/)).toEqual(['maiden', 'second']);
    expect(aurora?.attributes.get('certainty')).toBe('certain');
    const pieces = JSON.parse(String(aurora?.attributes.get('evidence')));
    expect(pieces).toContainEqual(expect.objectContaining({ relation: 'startDate', value: '1913' }));
  });

  it('stands in the CSV edges', () => {
    const rows = rowsOf(textOf(flattened, 'csv'));
    const header = rows.find((row) => row.includes(':START_ID')) ?? [];
    const column = header.findIndex((cell) => cell.startsWith('derived'));
    expect(rows.slice(rows.indexOf(header) + 1).filter((row) => row[column] === 'true')).toHaveLength(3);
  });

  it('is valid by the schemas', () => {
    const validateJson = new Ajv2020.default({ strict: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync('ontology/schemas/graph.schema.json', 'utf8')),
    );
    expect(validateJson(JSON.parse(textOf(flattened, 'json'))), JSON.stringify(validateJson.errors)).toBe(
      true,
    );
    const document = (text: string) => XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_HUGE });
    const schema = (name: string) => document(readFileSync(`ontology/schemas/${name}`, 'utf8'));
    XsdValidator.fromDoc(schema('factweave-graphml.xsd')).validate(document(textOf(flattened, 'graphml')));
    RelaxNGValidator.fromDoc(schema('factweave-gexf.rng')).validate(document(textOf(flattened, 'gexf')));
  });

  it.each([
    ['another event', (text: string) => text.replace('"via":["maiden"]', '"via":["second"]')],
    [
      'another relation',
      (text: string) =>
        text.replaceAll(/"viaPredicates":\[("[^"]*"),("[^"]*")\]/g, '"viaPredicates":[$2,$1]'),
    ],
    [
      'a fact of its event that is none',
      (text: string) => text.replaceAll(/"viaFacts":\["f-..../g, '"viaFacts":["f-0000'),
    ],
    ['no facts of its events', (text: string) => text.replaceAll(/"viaFacts":\[[^\]]*\],/g, '')],
    ['a plain edge instead', (text: string) => text.replaceAll('"derived":true,', '')],
  ])('is refused with %s', async (_, change) => {
    const names = ['turtle', 'nquads', 'json'];
    const alone = {
      ...flattened,
      manifest: {
        ...flattened.manifest,
        files: flattened.manifest.files.filter(({ format }) => names.includes(format)),
      },
    };
    expect((await verify(alone)).problems.errors).toBe(0);
    expect((await verify(tampered(alone, 'json', change))).problems.errors).toBeGreaterThan(0);
  });
});

describe.each([
  ['best', ['1911'], 'outweighed'],
  ['undisputed', ['1911', '1912'], 'disputed'],
] as const)('with only %s facts plain', (plain, leaving, reason) => {
  const chosen = run({ plain });
  const shown = run({ plain, view: { ...SETTINGS.view, include: [reason] } });

  it('the others have statements, and no triples', () => {
    const nquads = textOf(chosen, 'nquads');
    const launched = (text: string) => text.match(/^<[^>#]*\/aurora> <[^>]*launched> .*$/gm) ?? [];
    expect(launched(textOf(asNodes, 'nquads'))).toHaveLength(2);
    expect(launched(nquads)).toHaveLength(2 - leaving.length);
    expect(nquads.match(/ns#notPlain> "true"/g)).toHaveLength(leaving.length);
    expect(nquads.match(/ns#outweighed> "true"/g) ?? []).toHaveLength(plain === 'best' ? 1 : 0);
    expect(nquads.match(/ns#disputed> "true"/g)).toHaveLength(2);
    expect(chosen.manifest.counts.distinctFacts).toBe(asNodes.manifest.counts.distinctFacts);
    expect(chosen.manifest.counts.plainFacts).toBe(
      (asNodes.manifest.counts.plainFacts ?? 0) - leaving.length,
    );
  });

  it('the accounts say why they are outside the graph', () => {
    for (const { format, facts } of chosen.manifest.files) {
      const input = FORMATS.get(format)?.input;
      if (!facts) continue;
      const outside = Object.values(facts.outside).reduce((sum, count) => sum + count, 0);
      expect(facts.written + facts.refused + outside).toBe(facts.read);
      expect(facts.outside[reason]).toBe(input === 'graph' ? (plain === 'best' ? 1 : 3) : undefined);
    }
  });

  it('they are shown on request, apart from plain values', () => {
    const [aurora] = shown.graph.view.nodes.id.keys();
    const values = shown.graph.view.nodes.attributes.flatMap(({ name, values }) =>
      name.startsWith('launched') && values[aurora ?? 0] !== undefined ? [name] : [],
    );
    expect(values).toContain(`launched_${reason}`);
    expect(values.includes('launched')).toBe(plain === 'best');
  });

  it('passes verification', async () => {
    const { problems, verified } = await verify(chosen);
    expect(problems.diagnostics).toEqual([]);
    expect(verified.length).toBeGreaterThan(5);
  });

  it('is refused where the RDF does not say that they are not plain', async () => {
    const silent = tampered(chosen, 'nquads', (text) => text.replaceAll(/^.*ns#notPlain>.*\n/gm, ''));
    expect((await verify(silent)).problems.errors).toBeGreaterThan(0);
  });
});
