import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse, type Quad } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../../src/formats/table.ts';
import type { DatasetInfo, Knowledge } from '../../../src/knowledge/knowledge.ts';
import { DCTERMS, OWL, PROV, RDF, RDFS, SCHEMA } from '../../../src/ontology/namespaces.ts';
import { know, says, withFacts } from '../../harbour.ts';
import { wellFormedText } from '../../rawText.ts';
import { fullKnowledge } from '../rdf/fixture.ts';
import { harbourKnowledge, INFO, KNOWLEDGES, rustKnowledge, withInfo, writeSet } from './sets.ts';

const DCAT = 'http://www.w3.org/ns/dcat#';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const VOID = 'http://rdfs.org/ns/void#';
const SPDX = 'http://spdx.org/rdf/terms#';
const IANA = 'https://www.iana.org/assignments/media-types/';
const ID = 'https://example.org/id/';
const ALL = [...FORMATS.keys()];

interface Read {
  readonly quads: readonly Quad[];
  /** The values of a property, sorted. */
  readonly of: (subject: string, predicate: string) => string[];
}

function read(text: string): Read {
  const quads = parse(text, { format: 'text/turtle' }) as Quad[]; // given a text, Oxigraph returns a list
  const of = (subject: string, predicate: string) =>
    quads
      .filter((one) => one.subject.value === subject && one.predicate.value === predicate)
      .map(({ object }) => object.value)
      .sort();
  return { quads, of };
}

function describeWith(
  info: Partial<DatasetInfo>,
  names: readonly string[] = ['turtle', 'dataset'],
  knowledge = harbourKnowledge(),
) {
  const set = writeSet(withInfo(knowledge, info), names);
  return { ...set, text: set.texts.get('dataset.ttl') ?? '', ...read(set.texts.get('dataset.ttl') ?? '') };
}

const full = describeWith(INFO, ALL);

describe('every description', () => {
  test.each(KNOWLEDGES)('of %s is read without blank nodes, refusals or unused prefixes', (_, knowledge) => {
    const { text, quads, problems } = describeWith(INFO, ALL, knowledge());
    expect(problems.diagnostics).toEqual([]);
    expect(
      quads.some((one) => [one.subject, one.object].some(({ termType }) => termType === 'BlankNode')),
    ).toBe(false);
    const prefixes = [...text.matchAll(/^@prefix ([^:]*):/gm)].map(([, name = '']) => name);
    expect(prefixes).toEqual([...prefixes].sort());
    const body = text.replace(/^@prefix.*$/gm, '').replace(/"(?:[^"\\]|\\.)*"|<[^>]*>/g, '');
    for (const name of prefixes)
      expect(body, name).toMatch(new RegExp(`(?:^|[ ^])${name}:[A-Za-z0-9_]`, 'm'));
  });

  test('is the same for the same facts, at any time', () => {
    expect(describeWith(INFO, ALL).text).toBe(full.text);
    expect(full.text).not.toMatch(/dateTime|generatedAtTime|startedAtTime|endedAtTime/);
  });

  test('the golden file', async () => {
    const { text } = describeWith(INFO, ['turtle', 'gexf', 'shapes', 'dataset'], fullKnowledge());
    await expect(text).toMatchFileSnapshot('cases/dataset.ttl');
  });
});

/** Packages of published vocabularies. SPDX and the W3C's file formats have none: theirs are listed here. */
const PACKAGED: readonly (readonly [name: string, namespace: string])[] = [
  ['dcat', DCAT],
  ['void', VOID],
  ['foaf', FOAF],
  ['prov', PROV],
  ['dcterms', DCTERMS],
  ['owl', OWL],
  ['rdf', RDF],
  ['rdfs', RDFS],
  ['schema', SCHEMA],
];
/** SPDX 2.3 ontology; https://www.w3.org/ns/formats/; `dcat:version` is new in DCAT 3, which the package does not have. */
const BY_HAND = new Set([
  ...['Checksum', 'algorithm', 'checksum', 'checksumAlgorithm_sha256', 'checksumValue'].map(
    (name) => SPDX + name,
  ),
  ...['JSON-LD', 'N-Quads', 'N-Triples', 'TriG', 'Turtle'].map(
    (name) => `http://www.w3.org/ns/formats/${name}`,
  ),
  `${DCAT}version`,
]);

test('all terms of published vocabularies exist in them', () => {
  const known = new Set(BY_HAND);
  for (const [name, namespace] of PACKAGED) {
    const file = readFileSync(`node_modules/@vocabulary/${name}/${name}.nq`, 'utf8');
    for (const [, iri = ''] of file.matchAll(
      /^<([^>]*)> <http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#type>/gm,
    )) {
      if (iri.startsWith(namespace)) known.add(iri);
    }
  }
  const spaces = [...PACKAGED.map(([, namespace]) => namespace), SPDX, 'http://www.w3.org/ns/formats/'];
  const used = new Set(full.quads.flatMap(({ predicate, object }) => [predicate.value, object.value]));
  const reused = [...used].filter((iri) => spaces.some((space) => iri.startsWith(space) && iri !== space));
  expect(reused.length).toBeGreaterThan(60);
  expect(reused.filter((iri) => !known.has(iri))).toEqual([]);
});

describe('the data set', () => {
  const about = (predicate: string) => full.of(`${ID}#dataset`, predicate);

  test('says what the settings say', () => {
    expect(about(`${DCTERMS}title`)).toEqual(['Ships']);
    expect(about(`${DCTERMS}license`)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(about(`${DCTERMS}creator`)).toEqual([`${ID}#creator-2`, 'https://orcid.org/0000-0002-1825-0097']);
    expect(about(`${DCTERMS}publisher`)).toEqual([`${ID}#publisher`]);
    expect(about(`${DCAT}version`)).toEqual(['1.2.0']);
    expect(about(`${OWL}sameAs`)).toEqual(['https://doi.org/10.5281/zenodo.1234567']);
    expect(about(`${DCTERMS}issued`)).toEqual(['2026-11-22']);
    expect(about(`${DCAT}keyword`)).toEqual(['ports', 'ships']);
    expect(about(`${DCAT}landingPage`)).toEqual(['https://example.org/ships']);
    expect(about(`${DCTERMS}language`)).toEqual(['http://id.loc.gov/vocabulary/iso639-1/en']);
    expect(full.text).toContain('dcterms:title "Ships"@en-gb');
  });

  test('names its creators: who has an ORCID iD is a person', () => {
    expect(full.of('https://orcid.org/0000-0002-1825-0097', `${RDF}type`)).toEqual([`${FOAF}Person`]);
    expect(full.of(`${ID}#creator-2`, `${RDF}type`)).toEqual([`${FOAF}Agent`]);
    expect(full.of(`${ID}#creator-2`, `${FOAF}name`)).toEqual(['The harbour office']);
  });

  test('says of the run what it used and which program did it', () => {
    expect(about(`${PROV}wasGeneratedBy`)).toEqual([`${ID}#run`]);
    expect(full.of(`${ID}#run`, `${PROV}used`)).toEqual([`${ID}source/log`, `${ID}source/paper`]);
    expect(full.of(`${ID}#run`, `${PROV}wasAssociatedWith`)).toEqual([`${ID}#software`]);
    expect(full.of(`${ID}#software`, `${SCHEMA}softwareVersion`)).toEqual(['9.8.7']);
  });

  test('says nothing that nobody said', () => {
    const { quads } = describeWith({ creators: [] }, ['dataset']);
    const predicates = new Set(
      quads
        .filter(({ subject }) => subject.value === `${ID}#dataset`)
        .map(({ predicate }) => predicate.value),
    );
    expect([...predicates].sort()).toEqual(
      [`${DCTERMS}language`, `${DCTERMS}title`, `${PROV}wasGeneratedBy`, `${RDF}type`].sort(),
    );
  });

  test.each([
    ['All rights reserved', `${DCTERMS}rights`, `${ID}#rights`],
    ['http://example.org/terms', `${DCTERMS}license`, 'http://example.org/terms'],
  ])('links a licence, or quotes it: %s', (licence, predicate, value) => {
    const { of } = describeWith({ licence });
    expect(of(`${ID}#dataset`, predicate)).toEqual([value]);
    if (value.endsWith('rights')) expect(of(value, `${RDFS}label`)).toEqual([licence]);
    expect(of(`${ID}#file-ships.ttl`, predicate)).toEqual([value]);
  });

  test.each([
    ['sv', 'http://id.loc.gov/vocabulary/iso639-1/sv'],
    ['gsw-CH', 'http://lexvo.org/id/iso639-3/gsw'],
    ['x-ships', 'x-ships'],
  ])('gives the language %s as an IRI where there is one', (language, iri) => {
    expect(describeWith({ language }).of(`${ID}#dataset`, `${DCTERMS}language`)).toEqual([iri]);
  });

  test('makes an IRI of any DOI', () => {
    const { of, problems } = describeWith({ doi: '10.1002/(SICI)1<431::AID>3.0.CO;2-#?%' });
    expect(problems.diagnostics).toEqual([]);
    const iri = 'https://doi.org/10.1002/%28SICI%291%3C431%3A%3AAID%3E3.0.CO%3B2-%23%3F%25';
    expect(of(`${ID}#dataset`, `${OWL}sameAs`)).toEqual([iri]);
    expect(decodeURIComponent(iri)).toContain('(SICI)1<431::AID>3.0.CO;2-#?%');
  });
});

describe('the files', () => {
  test('are each a distribution with its size and checksum', () => {
    const names = full.manifest.files.map(({ name }) => name).filter((name) => name !== 'dataset.ttl');
    expect(names.length).toBeGreaterThan(15);
    expect(full.of(`${ID}#dataset`, `${DCAT}distribution`)).toEqual(
      names.map((name) => `${ID}#file-${name}`).sort(),
    );
    for (const { name, bytes, sha256, mediaType } of full.manifest.files.filter(({ name }) =>
      names.includes(name),
    )) {
      const file = `${ID}#file-${name}`;
      expect(full.of(file, `${DCAT}byteSize`)).toEqual([String(bytes)]);
      expect(full.of(file, `${DCAT}downloadURL`)).toEqual([`https://example.org/files/${name}`]);
      const [checksum = ''] = full.of(file, `${SPDX}checksum`);
      expect(full.of(checksum, `${SPDX}checksumValue`)).toEqual([sha256]);
      const [format = ''] = full.of(file, `${DCTERMS}format`);
      const told =
        format === ''
          ? full.of(file, `${DCAT}mediaType`)
          : full.of(format, `${RDFS}label`).map((one) => IANA + one);
      expect(told).toEqual([IANA + mediaType]);
    }
    const turtle = full.texts.get('ships.ttl') ?? '';
    expect(full.text).toContain(createHash('sha256').update(turtle).digest('hex'));
  });

  test('follow what is described beside them', () => {
    const conforming = (name: string) => full.of(`${ID}#file-${name}`, `${DCTERMS}conformsTo`);
    expect(conforming('ships.ttl')).toEqual([
      `${ID}#shapes`,
      'https://w3id.org/factweave/profiles/statements',
    ]);
    expect(conforming('ships.gexf')).toEqual(['http://gexf.net/1.3']);
    expect(conforming('shapes.ttl')).toEqual(['https://www.w3.org/TR/shacl/']);
    const standards = full.quads
      .filter(({ predicate }) => predicate.value === `${DCTERMS}conformsTo`)
      .map(({ object }) => object.value);
    for (const one of standards) expect(full.of(one, `${RDF}type`)).toEqual([`${DCTERMS}Standard`]);
    expect(full.texts.get('shapes.ttl')).toContain(`<${ID}#shapes>\n  a owl:Ontology`);
  });

  test('say how they are compressed', () => {
    const set = writeSet(harbourKnowledge(), ['turtle', 'dataset'], { changes: { encoding: 'gzip' } });
    const { of } = read(set.texts.get('dataset.ttl') ?? '');
    expect(of(`${ID}#file-ships.ttl`, `${DCAT}compressFormat`)).toEqual([`${IANA}application/gzip`]);
    expect(full.text).not.toContain('compressFormat');
  });

  test('have no address where the settings give none', () => {
    const { download: _, ...info } = INFO;
    expect(describeWith(info, ALL).text).not.toMatch(
      /downloadURL|dataDump|DatasetDescription|manifest\.json>/,
    );
  });
});

test('its IRIs are those of no entity, whatever the entities are called', () => {
  const files = {
    'facts.json': {
      source: 'dataset',
      sources: { dataset: { type: 'T' }, run: { type: 'T' } },
      entities: {
        dataset: { class: 'Ship' },
        run: { class: 'Ship' },
        shapes: { class: 'Ship' },
        'file-ships.ttl': { class: 'Ship' },
      },
      facts: [{ quote: 'q', says: { dataset: { name: 'x' } } }],
    },
  };
  const bases = ['https://example.org/id/', 'https://example.org/id#'];
  for (const base of bases) {
    const { knowledge } = know(files);
    const set = writeSet(withInfo(knowledge, { base }), ['nquads', 'shapes', 'dataset']);
    const data = parse(set.texts.get('ships.nq') ?? '', { format: 'application/n-quads' }) as Quad[]; // a list, as above
    const inData = new Set(data.flatMap(({ subject, object }) => [subject.value, object.value]));
    for (const name of ['dataset.ttl', 'shapes.ttl']) {
      const own = new Set(read(set.texts.get(name) ?? '').quads.map(({ subject }) => subject.value));
      expect([...own].filter((iri) => inData.has(iri))).toEqual([]);
    }
    expect(set.texts.get('dataset.ttl')).toContain(
      `@prefix set: <${base}${base.endsWith('#') ? ':' : '#'}> .`,
    );
  }
});

test('brings every text back as it was', () => {
  const knowledge: Knowledge = know(withFacts(says('aurora: { name: A }'))).knowledge;
  fc.assert(
    fc.property(wellFormedText, (words) => {
      fc.pre(!words.includes('\0') && words !== '');
      const info = {
        title: words,
        description: words,
        creators: [{ name: words }],
        publisher: words,
        version: words,
        keywords: [words],
      };
      const { quads, problems } = describeWith(info, ['dataset'], knowledge);
      expect(problems.diagnostics).toEqual([]);
      expect(quads.filter(({ object }) => object.value === words)).toHaveLength(6);
    }),
    { numRuns: 200 },
  );
});

test('refuses an address that is no IRI, and writes the rest', () => {
  const { problems, losses, of } = describeWith({
    homepage: 'https://example.org/a b',
    licence: 'https://example.org/<x>',
  });
  expect(problems.diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['refused-term']));
  expect(losses.get('value-refused')).toBeGreaterThan(0);
  expect(of(`${ID}#dataset`, `${DCTERMS}title`)).toEqual(['Ships']);
});

test('data/rust has every file described', () => {
  const { problems, quads } = describeWith(INFO, ALL, rustKnowledge());
  expect(problems.diagnostics).toEqual([]);
  expect(quads.length).toBeGreaterThan(300);
});
