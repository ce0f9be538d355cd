/** Injection payloads in every field that a user fills, through every output: nothing is added, nothing altered. */

import { describe } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { Problems } from '../../src/core/diagnostic.ts';
import { treeDocument } from '../../src/facts/document.ts';
import { decode } from '../../src/facts/text/decode.ts';
import { readYaml } from '../../src/facts/text/yaml.ts';
import { filesOf, type KnowledgeFormat } from '../../src/formats/formats.ts';
import { manifestOf } from '../../src/formats/manifest.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/formats/options.ts';
import { isRdfFormat } from '../../src/formats/rdf/read.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { draw, read, weave } from '../../src/pipeline.ts';
import { parseSettings } from '../../src/project/settings.ts';
import { planSite } from '../../src/site/site.ts';
import { OPTIONS, projectOf, SETTINGS } from '../harbour.ts';
import { attribute, see, textOf } from '../site/browsing.ts';
import { audited, counted } from './audited.ts';
import { PAYLOADS } from './payloads.ts';
import { Skeleton } from './skeleton.ts';

/** Where a payload stands, in a project that is otherwise the same. */
type Field = (text: string) => { readonly settings?: object; readonly facts?: object };

const HARMLESS = 'harmless';
const SETTINGS_FORM = {
  factweave: '1',
  title: 'Ships',
  base: 'https://example.org/id/',
  language: 'en',
  ontology: ['ships.ttl'],
  inputs: ['facts.json'],
  layout: { engine: 'none' },
};
const ENTITIES = { a: { class: 'Ship', label: 'Aurora' }, b: { class: 'Port', label: 'Visby' } };
const facts = (says: object, parts: object = {}) => ({
  source: 's',
  sources: { s: { type: 'Article' } },
  entities: ENTITIES,
  facts: [{ quote: 'q', says }],
  ...parts,
});
const aurora = (relation: string, value: unknown) => facts({ a: { [relation]: value } });

/** All free texts at once: every payload that is legal text must come through as it is. */
const FREE: Field = (text) => ({
  settings: {
    ...{ title: text, description: text, licence: text, creators: [text], version: text, publisher: text },
    keywords: [text],
  },
  facts: {
    source: 's',
    sources: {
      s: { type: text, title: text, publisher: text, author: text, licence: text },
      t: { type: 'T', title: text },
    },
    entities: { ...ENTITIES, b: { class: 'Port', label: text }, c: { class: 'Ship', label: 'C' } },
    facts: [
      {
        quote: text,
        note: text,
        dateExpression: text,
        says: { a: { homePort: { object: 'b', toString: text } } },
      },
      { row: text, column: text, says: { a: { name: { object: text, language: 'sv' } } } },
      { withoutPlace: text, source: 't', says: { c: { constructor: text, crew: '7' } } },
    ],
    judgements: [{ distinct: ['a', 'c'], by: text, why: text }],
  },
});

/** Fields with a form of their own: a payload is refused with code and place, or comes through as it is. */
const STRICT: Readonly<Record<string, Field>> = {
  'IRI value': (text) => ({ facts: aurora('register', text) }),
  'IRI value with a scheme': (text) => ({ facts: aurora('register', `http://e/${text}`) }),
  'source url': (text) => ({
    facts: facts({ a: { crew: '7' } }, { sources: { s: { type: 'T', url: text } } }),
  }),
  'source sha256': (text) => ({
    facts: facts({ a: { crew: '7' } }, { sources: { s: { type: 'T', sha256: text } } }),
  }),
  'source text': (text) => ({ facts: facts({ a: { crew: '7' } }, { sources: { s: { type: 'T', text } } }) }),
  'source published': (text) => ({
    facts: facts({ a: { crew: '7' } }, { sources: { s: { type: 'T', published: text } } }),
  }),
  'language of a name': (text) => ({ facts: aurora('name', { object: 'x', language: text }) }),
  'language of a file': (text) => ({ facts: facts({ a: { name: 'x' } }, { language: text }) }),
  token: (text) => ({ facts: aurora('callSign', text) }),
  'token in a qualifier': (text) => ({ facts: aurora('homePort', { object: 'b', berth: text }) }),
  date: (text) => ({ facts: aurora('launched', text) }),
  decimal: (text) => ({ facts: aurora('tonnage', text) }),
  integer: (text) => ({ facts: aurora('crew', text) }),
  boolean: (text) => ({ facts: aurora('retired', text) }),
  concept: (text) => ({ facts: aurora('flagState', text) }),
  status: (text) => ({ facts: aurora('homePort', { object: 'b', status: text }) }),
  confidence: (text) => ({
    facts: { ...aurora('crew', '7'), facts: [{ quote: 'q', confidence: text, says: { a: { crew: '7' } } }] },
  }),
  'object id': (text) => ({ facts: aurora('homePort', text) }),
  'subject id': (text) => ({ facts: facts({ [text]: { name: 'x' } }) }),
  'entity id': (text) => ({
    facts: facts({ a: { crew: '7' } }, { entities: { ...ENTITIES, [text]: 'Ship' } }),
  }),
  'source id': (text) => ({
    facts: facts({ a: { crew: '7' } }, { sources: { s: { type: 'T' }, [text]: { type: 'T' } } }),
  }),
  class: (text) => ({
    facts: facts({ a: { crew: '7' } }, { entities: { ...ENTITIES, c: { class: text } } }),
  }),
  relation: (text) => ({ facts: aurora(text, 'x') }),
  'qualifier name': (text) => ({ facts: aurora('homePort', { object: 'b', [text]: 'x' }) }),
  'key of a fact file': (text) => ({ facts: facts({ a: { crew: '7' } }, { [text]: 'x' }) }),
  'file stem': (text) => ({ settings: { name: text } }),
  base: (text) => ({ settings: { base: text } }),
  'base with a scheme': (text) => ({ settings: { base: `http://e/${text}/` } }),
  'language of the data set': (text) => ({ settings: { language: text } }),
  'doi, issued, homepage': (text) => ({ settings: { doi: text, issued: text, homepage: text } }),
};

/** Parquet is binary, with lengths before its texts: `test/formats/parquet` reads it. Pixels say nothing. */
const NOT_TEXT: ReadonlySet<string> = new Set(['parquet', 'png']);
/** What is legal in a field with a form: the harmless word, unless it is another. */
const LEGAL: Readonly<Record<string, string>> = {
  'IRI value': 'urn:harmless',
  'source url': 'urn:harmless',
  'source published': '2021',
  'language of a name': 'en',
  'language of a file': 'en',
  'language of the data set': 'en',
  date: '2021',
  decimal: '1.5',
  integer: '15',
  boolean: 'true',
  status: 'planned',
  confidence: '0.5',
  'object id': 'b',
  'subject id': 'a',
  base: 'http://harmless/',
};

interface Output {
  /** The skeleton of each output by its name. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
  readonly problems: Problems;
}

/** Reads, weaves and writes everything; no output where the settings are refused. */
function run(field: Field, text: string): Output {
  const problems = new Problems(Number.POSITIVE_INFINITY);
  const { settings: changes = {}, facts: file = aurora('homePort', 'b') } = field(text);
  const outputs = new Map<string, readonly string[]>();
  const bytes = Buffer.from(JSON.stringify({ ...SETTINGS_FORM, ...changes }), 'utf8');
  const source = decode('factweave.yaml', bytes, problems);
  const tree = source && readYaml(source, problems);
  const settings =
    source && tree && parseSettings(treeDocument(source, tree), { folderName: 'ships' }, problems);
  if (!settings) return { outputs, problems };
  const project = projectOf({ 'facts.json': file }, { settings: { ...settings, limits: SETTINGS.limits } });
  const knowledge = weave(project, read(project, problems), problems);
  const graph = draw(knowledge, settings);
  const { name: stem } = settings;
  const manifest = manifestOf({ knowledge, graph }, { name: stem, version: '0', options: OPTIONS });
  const set = { knowledge, graph, manifest };
  const skeleton = new Skeleton(text);
  const context = () => ({ problems, losses: new Map() });
  for (const format of FORMATS.values()) {
    if (NOT_TEXT.has(format.name)) continue;
    if (isRdfFormat(format.name) && format.input === 'knowledge' && 'write' in format) {
      for (const profile of profilesOf(format)) {
        const written = [...format.write(knowledge, { ...context(), options: { profile } })].join('');
        outputs.set(`${format.name} ${profile}`, skeleton.rdf(written, format.name));
      }
      continue;
    }
    for (const { name, chunks } of filesOf(format, set, { ...context(), stem })) {
      const label = `${format.name} ${name.replace(stem, '*')}`;
      outputs.set(label, shapeOf(skeleton, { label, format: format.name, text: joined(chunks) }));
    }
  }
  for (const { name, chunks } of planSite(knowledge, {}, context()).files())
    outputs.set(`site ${name}`, pageShape(skeleton, name, joined(chunks)));
  return { outputs, problems };
}

function joined(chunks: Iterable<string | Uint8Array>): string {
  return Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk))).toString('utf8');
}

function profilesOf(format: KnowledgeFormat): readonly ProfileName[] {
  return PROFILE_NAMES.filter((one) => format.profiles?.includes(one));
}

function shapeOf(skeleton: Skeleton, file: { label: string; format: string; text: string }): string[] {
  const { label, format, text } = file;
  if (format === 'graphml' || format === 'gexf') return skeleton.xml(text);
  if (format === 'svg') return pictureShape(text);
  if (label.endsWith('.csv')) return skeleton.csv(text);
  if (label.endsWith('.cypher')) return text.split(/;\s*/);
  // The only word in it that depends on the data.
  if (label.endsWith('.sh')) return text.replace(/--multiline-fields=(?:true|false)/, '').split('\n');
  if (label.endsWith('.ttl')) return skeleton.rdf(text, 'turtle');
  if (label.endsWith('.cff')) return skeleton.json(parseYaml(text));
  return skeleton.json(JSON.parse(text));
}

/** Which elements with which attributes a picture has; how many lines a name takes depends on its letters. */
function pictureShape(text: string): string[] {
  const elements = [...text.matchAll(/<([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*"[^"]*")*)\s*\/?>/g)];
  const shapes = elements.map(([, name = '', attributes = '']) => {
    const names = [...attributes.matchAll(/([\w:-]+)\s*=\s*"[^"]*"/g)].map(([, attribute]) => attribute);
    return `${name} ${names.join(' ')}`;
  });
  return [...new Set(shapes)].filter((shape) => !/^(?:text|rect|path) |^g transform$/.test(shape)).sort();
}

/** Of a page its elements and the names of their attributes, what its script says, and every text. */
function pageShape(skeleton: Skeleton, name: string, text: string): string[] {
  if (name.endsWith('.ttl')) return skeleton.rdf(text, 'turtle');
  if (name.endsWith('.xml')) return skeleton.xml(text);
  if (!name.endsWith('.html')) return text.split('\n').map((line) => skeleton.value(line));
  return see(text).elements.flatMap((element) => {
    // An IRI is a link where its scheme is one of the web, and a text where it is none; so is that of a licence.
    if (/^(?:a|link)$/.test(element.tagName) && /^https?:\/\/|^urn:/.test(attribute(element, 'href') ?? ''))
      return [];
    const attributes = element.attrs.map((one) => one.name).join(' ');
    const isData = element.tagName === 'script';
    return [
      `${element.tagName} ${attributes}`,
      ...(isData ? skeleton.json(JSON.parse(textOf(element))) : []),
    ];
  });
}

/** What stands in the first list more often than in the second. */
function surplus(found: readonly string[], benign: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of benign) counts.set(line, (counts.get(line) ?? 0) + 1);
  return found.filter((line) => {
    const left = (counts.get(line) ?? 0) - 1;
    counts.set(line, left);
    return left < 0;
  });
}

interface Tally {
  kept: number;
  refused: number;
  outputs: number;
  readonly faults: string[];
}

interface Case {
  readonly field: Field;
  readonly text: string;
  readonly benign: Output;
}

/** One payload in one field; `benign` is the same project with a harmless text there. */
function examine(name: string, { field, text, benign }: Case, tally: Tally): void {
  let result: Output;
  try {
    result = run(field, text);
  } catch (error) {
    tally.faults.push(`${name} ${JSON.stringify(text)}: ${error}`);
    return;
  }
  const { outputs, problems } = result;
  const refused = problems.errors > 0;
  if (refused) tally.refused++;
  else tally.kept++;
  for (const { code, place, severity } of problems.diagnostics) {
    if (severity === 'error' && !place)
      tally.faults.push(`${name} ${JSON.stringify(text)}: ${code} without a place`);
  }
  for (const [output, found] of outputs) {
    tally.outputs++;
    const expected = benign.outputs.get(output);
    const what = `${name} ${JSON.stringify(text)} in ${output}`;
    if (!expected) {
      tally.faults.push(`${what}: there is no such output`);
      continue;
    }
    // Refused, the export has less in it; what it has must be there without the payload as well.
    if (refused) {
      if (found.length > expected.length) tally.faults.push(`${what}: more than without it`);
      const added = found.filter((line) => /evil/i.test(line.replaceAll('«text»', '')));
      for (const line of added.slice(0, 2)) tally.faults.push(`${what}: added ${line}`);
    } else {
      for (const line of surplus(found, expected).slice(0, 2)) tally.faults.push(`${what}: added ${line}`);
      for (const line of surplus(expected, found).slice(0, 2)) tally.faults.push(`${what}: missing ${line}`);
    }
  }
}

function findingOf(fields: number, tally: Tally) {
  const found =
    `${counted(PAYLOADS.length)} payloads in ${fields} fields, ${counted(tally.outputs)} outputs read: ` +
    `${tally.faults.length} with anything added or altered, ${counted(tally.kept)} kept, ${counted(tally.refused)} refused with code and place`;
  return { found, faults: tally.faults };
}

/** Oxigraph frees the memory of what it parsed only between two tasks; without, it runs full and never ends. */
function letGo(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The texts that {@link FREE} fills in. */
const FREE_FIELDS = JSON.stringify(FREE('«»')).split('"«»"').length - 1;

describe('injection payloads', () => {
  audited('in free texts', '≥ 100 payloads: nothing added, nothing altered', async () => {
    const tally: Tally = { kept: 0, refused: 0, outputs: 0, faults: [] };
    const benign = run(FREE, HARMLESS);
    if (benign.problems.errors > 0) tally.faults.push(JSON.stringify(benign.problems.diagnostics));
    for (const text of PAYLOADS) {
      const before = tally.refused;
      await letGo();
      examine('free text', { field: FREE, text, benign }, tally);
      if (tally.refused > before && !text.includes('\0'))
        tally.faults.push(`${JSON.stringify(text)} is refused`);
    }
    if (PAYLOADS.length < 100) tally.faults.push('fewer than 100 payloads');
    return findingOf(FREE_FIELDS, tally);
  });

  audited(
    'in fields with a form of their own',
    '≥ 100 payloads: nothing added, nothing altered',
    async () => {
      const tally: Tally = { kept: 0, refused: 0, outputs: 0, faults: [] };
      const full = run(() => ({}), HARMLESS);
      for (const [name, field] of Object.entries(STRICT)) {
        // Refused or not, the harmless word shows what the outputs are made of; its own place is free.
        const own = run(field, LEGAL[name] ?? HARMLESS);
        const benign = own.outputs.size > 0 ? own : full;
        for (const text of PAYLOADS) {
          await letGo();
          // A base with a fragment gives IRIs and a site of another form: nothing to compare with.
          if (name !== 'base with a scheme' || !text.includes('#'))
            examine(name, { field, text, benign }, tally);
        }
      }
      return findingOf(Object.keys(STRICT).length, tally);
    },
  );
});
