/** Small projects about ships in memory: what the tests of the stages from reading to writing share. */
import { Problems } from '../src/core/diagnostic.ts';
import { compareUtf8 } from '../src/core/order.ts';
import { SourceText } from '../src/core/place.ts';
import type { Fact } from '../src/facts/facts.ts';
import type { Parsed } from '../src/facts/parse.ts';
import type { ManifestOptions } from '../src/formats/manifest.ts';
import { WRITE_DEFAULTS } from '../src/formats/options.ts';
import type { PlacedGraph } from '../src/graph/view.ts';
import type { Knowledge, KnownFact } from '../src/knowledge/knowledge.ts';
import type { Ontology } from '../src/ontology/ontology.ts';
import { draw, type Project, read, weave } from '../src/pipeline.ts';
import type { Settings } from '../src/project/settings.ts';
import { caseFile, loadClean } from './ontology/files.ts';

const PREFIXES = caseFile('ships.ttl').text.split('\n\n')[0] ?? '';

/** What the plain ships lack: relations that are symmetric, numeric or ordered in time, and awkward names. */
const FLEET = new SourceText(
  'fleet.ttl',
  `${PREFIXES}

ex:sisterShip a fw:Link ;
  fw:subjectClass ex:Ship ; fw:objectClass ex:Ship ; fw:symmetric true ;
  fw:edgeKind "SISTER_OF" ; fw:edgeLabel "sister of"@en ; fw:colour "#117733" ;
  rdfs:label "sister ship"@en ; skos:definition "A ship built to the same plans."@en .

ex:launched fw:before ex:scrapped .

ex:scrapped a fw:Property ;
  fw:subjectClass ex:Ship ; fw:datatype edtf:edtf ; fw:functional true ;
  rdfs:label "scrapped"@en ; skos:definition "When the ship was broken up."@en .

ex:tonnage a fw:Property ;
  fw:subjectClass ex:Ship ; fw:datatype xsd:decimal ; fw:functional true ;
  rdfs:label "tonnage"@en ; skos:definition "What the ship can carry, in tons."@en .

ex:crew a fw:Property ;
  fw:subjectClass ex:Ship ; fw:datatype xsd:integer ; fw:functional true ;
  rdfs:label "crew"@en ; skos:definition "How many people sail the ship."@en .

ex:retired a fw:Property ;
  fw:subjectClass ex:Ship ; fw:datatype xsd:boolean ;
  rdfs:label "retired"@en ; skos:definition "Whether the ship is out of service."@en .

ex:register a fw:Property ;
  fw:subjectClass fw:Entity ; fw:datatype xsd:anyURI ;
  rdfs:label "register"@en ; skos:definition "The page in a register."@en .

ex:callSign a fw:Property ;
  fw:subjectClass ex:Ship ; fw:datatype xsd:string ;
  rdfs:label "call sign"@en ; skos:definition "The call sign on the radio."@en .

ex:homePort fw:qualifier ex:berth, ex:agent ; fw:discriminatingQualifier ex:trade .

ex:trader a fw:Link ;
  fw:subjectClass ex:Ship ; fw:objectClass ex:Harbour ; fw:discriminatingQualifier ex:season, fw:startDate ;
  fw:edgeKind "TRADES_AT" ; fw:edgeLabel "trades at"@en ; fw:colour "#117733" ;
  rdfs:label "trader"@en ; skos:definition "Where the ship trades."@en .

ex:berth a fw:Qualifier ;
  fw:datatype xsd:string ;
  rdfs:label "berth"@en ; skos:definition "The berth in the port."@en .

ex:agent a fw:Qualifier ;
  fw:name "toString" ; fw:datatype rdf:langString ;
  rdfs:label "agent"@en ; skos:definition "Who speaks for the ship there."@en .

ex:trade a fw:Qualifier ;
  fw:list ex:flags ;
  rdfs:label "trade"@en ; skos:definition "The flag under which it trades there."@en .

ex:builder a fw:Property ;
  fw:name "constructor" ; fw:subjectClass ex:Ship ; fw:datatype rdf:langString ;
  rdfs:label "builder"@en ; skos:definition "Who built the ship."@en .

ex:malta a skos:Concept ;
  skos:inScheme ex:flags ;
  rdfs:label "Malta"@en ; skos:definition "The flag of Malta."@en .
`,
);

export const SHIPS: Ontology = loadClean(caseFile('ships.ttl'), FLEET);

export const SETTINGS: Settings = {
  dataset: { base: 'https://example.org/id/', title: 'Ships', creators: [], language: 'en' },
  name: 'ships',
  ontology: ['ships.ttl'],
  inputs: ['facts.yaml'],
  output: 'out',
  formats: ['turtle', 'nquads', 'graphml', 'json'],
  compress: [],
  plain: 'all',
  write: WRITE_DEFAULTS,
  view: { include: [], parallel: 'aggregate', events: 'nodes', communities: true },
  layout: { engine: 'none', profile: 'communities', start: 'fresh', seed: 1 },
  limits: { fileBytes: 2_000_000_000, facts: 10_000_000 },
};

const { compress, plain, write, view } = SETTINGS;
/** The options of `SETTINGS`, as a manifest has them. */
export const OPTIONS: ManifestOptions = { compress, plain, write, view };

/** File name → text, or an object that becomes JSON. */
export type Files = Readonly<Record<string, string | object>>;

export function projectOf(files: Files, changes: Partial<Project> = {}): Project {
  const inputs = Object.entries(files).map(([file, content]) => ({
    file,
    bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content), 'utf8'),
  }));
  return { settings: SETTINGS, ontology: SHIPS, inputs, lock: undefined, ...changes };
}

/** Diagnostics as `code line:column`, without the file. */
export function codesOf(problems: Problems): string[] {
  return problems.diagnostics.map(({ code, place }) =>
    place ? `${code} ${place.line}:${place.column}` : code,
  );
}

export interface Reading {
  readonly parsed: Parsed;
  readonly problems: Problems;
  readonly codes: readonly string[];
}

export function parse(files: Files, changes: Partial<Project> = {}): Reading {
  const problems = new Problems();
  const parsed = read(projectOf(files, changes), problems);
  return { parsed, problems, codes: codesOf(problems) };
}

export interface Woven extends Reading {
  readonly knowledge: Knowledge;
}

export function know(files: Files, changes: Partial<Project> = {}): Woven {
  const project = projectOf(files, changes);
  const problems = new Problems();
  const parsed = read(project, problems);
  const knowledge = weave(project, parsed, problems);
  return { parsed, knowledge, problems, codes: codesOf(problems) };
}

/** As {@link know}, up to the placed graph. */
export function place(files: Files, changes: Partial<Project> = {}): Woven & { readonly graph: PlacedGraph } {
  const woven = know(files, changes);
  return { ...woven, graph: draw(woven.knowledge, changes.settings ?? SETTINGS) };
}

/** The head of a fact file: two ships, two ports, a source, everything named. */
export const HEAD = `source: log
language: en
sources:
  log: { type: Article, title: The log, text: log.txt }
  paper: { type: Article, title: A paper, text: paper.txt }
entities:
  aurora: { class: Ship, label: Aurora }
  borealis: { class: Tanker, label: Borealis }
  malmo: { class: Port, label: Malmö }
  visby: { class: Port, label: Visby }
facts:
`;

/** The line of the first fact below {@link HEAD}. */
export const FIRST = HEAD.split('\n').length;

/** A fact file with the head and the facts given as YAML, each a list item from column 3. */
export function withFacts(...facts: readonly string[]): Files {
  return { 'facts.yaml': HEAD + facts.map((fact) => `  - ${fact}\n`).join('') };
}

/** `{ quote: q, says: { … } }` with what it says. */
export function says(what: string, evidence = 'quote: q'): string {
  return `{ ${evidence}, says: { ${what} } }`;
}

export function objectOf({ object }: Pick<Fact, 'object'>): string {
  if (object.kind === 'entity') return object.id;
  if (object.kind === 'literal') return object.literal.text;
  return object.kind;
}

/** All that a fact says and is, without the places in files. */
export function plainOf(fact: Fact | KnownFact): object {
  const { origin: _, evidence, qualifiers, ...rest } = fact;
  return {
    ...rest,
    qualifiers: [...qualifiers],
    evidence: evidence
      .map(({ origin: __, ...piece }) => piece)
      .sort((a, b) => compareUtf8(a.source + a.id, b.source + b.id)),
  };
}

/** The whole of the knowledge without the places in files. */
export function plainKnowledge({ entities, facts, sources, evidence, counts }: Knowledge): object {
  return {
    // The language of a label is that of the file, which lines of JSON have not; of a name it is told beside it.
    entities: [...entities.values()].map(({ origin: _, labelLanguage: __, ...entity }) => entity),
    facts: facts.map(plainOf),
    sources: [...sources.values()].map(({ origin: _, ...source }) => source),
    evidence: evidence.map(({ origin: _, ...piece }) => piece),
    counts,
  };
}
