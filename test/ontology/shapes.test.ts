import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findIllegal } from '../../src/core/text.ts';
import type { ProfileName } from '../../src/formats/options.ts';
import { nquads } from '../../src/formats/rdf/nquads.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { FW, OA, OWL, RDF, SHACL, XSD } from '../../src/ontology/namespaces.ts';
import { ONTOLOGY_SHAPES, writeShapes } from '../../src/ontology/shapes.ts';
import { harbourKnowledge, rustKnowledge } from '../formats/dataset/sets.ts';
import { SEA, shipsOntology, write } from '../formats/rdf/fixture.ts';
import { know, SHIPS, says, withFacts } from '../harbour.ts';
import { rawText } from '../rawText.ts';
import { loadFilm } from './files.ts';
import { Shapes, storeOf } from './shacl.ts';

const { namespace } = ONTOLOGY_SHAPES;
const quadsOf = (knowledge: Knowledge, profile: ProfileName = 'statements') =>
  write(nquads, knowledge, profile).text;

const harbour = quadsOf(harbourKnowledge());
const ships = new Shapes(writeShapes(SHIPS), namespace);

const EX = 'https://example.org/ships#';
const ID = 'https://example.org/id/';

/** The only subject of the triples with this end. */
function subjectOf(end: string): string {
  const found = harbour.split('\n').filter((line) => line.endsWith(`${end} .`));
  expect(found, end).toHaveLength(1);
  return found[0]?.split(' ')[0] ?? '';
}

/** The statement of a relation with an object. */
function statement(relation: string, object: string): string {
  const about = harbour.split('\n').filter((line) => line.endsWith(`<${RDF}predicate> <${EX}${relation}> .`));
  const subjects = about.map((line) => line.split(' ')[0] ?? '');
  const found = subjects.filter((one) => harbour.includes(`${one} <${RDF}object> ${object} .`));
  expect(found, `${relation} ${object}`).toHaveLength(1);
  return found[0] ?? '';
}

const homePort = statement('homePort', `<${ID}malmo>`);
const row = subjectOf('<https://w3id.org/factweave/ns#row> "17"');
const hearsay = subjectOf('<https://w3id.org/factweave/ns#withoutPlace> "hearsay"');
const quoted = subjectOf(`<${FW}quote> "sisters"`);
const position = `<${ID}source/log#e-${'0'.repeat(32)}-position>`;
const at = (start: string, end: string) =>
  `${quoted} <${OA}hasSelector> ${position} .\n${position} <${RDF}type> <${OA}TextPositionSelector> .\n` +
  `${position} <${OA}start> ${start} .\n${position} <${OA}end> ${end} .\n`;
const offset = (number: number) => `"${number}"^^<${XSD}nonNegativeInteger>`;
const TRUE = `"true"^^<${XSD}boolean>`;

/** Takes lines away and adds others; what is taken away must be there. */
function changed({ less = [], more = [] }: { less?: readonly string[]; more?: readonly string[] }): string {
  let text = harbour;
  for (const line of less) {
    expect(text).toContain(`${line} .\n`);
    text = text.replace(`${line} .\n`, '');
  }
  return text + more.map((line) => `${line} .\n`).join('');
}

const moved = (line: string, to: string) => ({ less: [line], more: [to] });

describe('what conforms', () => {
  test.each(['statements', 'named-graphs', 'plain'] as const)(
    'the ships in the profile %s',
    async (profile) => {
      expect(await ships.violations(quadsOf(harbourKnowledge(), profile))).toEqual([]);
    },
  );

  test.each(['statements', 'named-graphs', 'plain'] as const)(
    'data/rust in the profile %s',
    async (profile) => {
      const film = new Shapes(writeShapes(loadFilm()), namespace);
      expect(await film.violations(quadsOf(rustKnowledge(), profile))).toEqual([]);
    },
  );

  test('positions, several values at different times and for different seasons, a rejected fact', async () => {
    expect(await ships.violations(harbour + at(offset(3), offset(9)))).toEqual([]);
    const { knowledge, problems } = know(
      withFacts(
        says('aurora: { homePort: [{ object: malmo, season: winter }, { object: visby, season: summer }] }'),
        says('borealis: { homePort: { object: malmo, endDate: 1911 } }'),
        says('borealis: { homePort: { object: visby, startDate: 1912 } }', 'quote: later'),
      ),
    );
    expect(problems.errors).toBe(0);
    expect(knowledge.facts.filter(({ disputed }) => disputed)).toEqual([]);
    expect(await ships.violations(quadsOf(knowledge))).toEqual([]);
    const disputed = know(withFacts(says('borealis: { homePort: [malmo, visby] }'))).knowledge;
    expect(disputed.facts.every((fact) => fact.disputed)).toBe(true);
    expect(await ships.violations(quadsOf(disputed))).toEqual([]);
  });
});

/** What is wrong, how the data is made wrong, and the shapes that tell of it. */
const BROKEN: readonly (readonly [what: string, data: () => string, shapes: readonly string[]])[] = [
  [
    'the subject of a triple is of another class',
    () => changed({ more: [`<${ID}malmo> <${EX}homePort> <${ID}visby>`] }),
    ['relation-homePort'],
  ],
  [
    'the object of a triple is of another class',
    () => changed({ more: [`<${ID}borealis> <${EX}homePort> <${ID}aurora>`] }),
    ['object-homePort'],
  ],
  [
    'a number is no whole number',
    () => changed({ more: [`<${ID}borealis> <${EX}crew> "many"`] }),
    ['object-crew'],
  ],
  [
    'a date is a text',
    () => changed({ more: [`<${ID}borealis> <${EX}scrapped> "1950"`] }),
    ['object-scrapped'],
  ],
  [
    'a value is no concept of its list',
    () => changed({ more: [`<${ID}borealis> <${EX}flagState> <${EX}atlantis>`] }),
    ['object-flagState'],
  ],
  [
    'a symmetric relation stands one way',
    () => changed({ less: [`<${ID}borealis> <${EX}sisterShip> <${ID}aurora>`] }),
    ['symmetric-sisterShip'],
  ],
  [
    'a second value of a functional relation is not explained',
    () =>
      changed({
        more: [
          `<${ID}borealis> <${EX}homePort> <${ID}malmo>`,
          `<${ID}borealis> <${EX}homePort> <${ID}visby>`,
        ],
      }),
    ['functional-homePort'],
  ],
  [
    'the subject of a statement is of another class',
    () =>
      changed(moved(`${homePort} <${RDF}subject> <${ID}aurora>`, `${homePort} <${RDF}subject> <${ID}malmo>`)),
    ['statement-homePort', 'statementSubject-homePort'],
  ],
  [
    'the object of a statement is of another class',
    () => {
      const escorts = statement('escorts', `<${ID}aurora>`);
      return changed(
        moved(`${escorts} <${RDF}object> <${ID}aurora>`, `${escorts} <${RDF}object> <${ID}malmo>`),
      );
    },
    ['statementObject-escorts'],
  ],
  [
    'a plain statement has no triple',
    () => changed({ less: [`<${ID}aurora> <${EX}homePort> <${ID}malmo>`] }),
    ['statement-homePort'],
  ],
  [
    'a statement has no subject',
    () => changed({ less: [`${homePort} <${RDF}subject> <${ID}aurora>`] }),
    ['any-statement-subject', 'statement-homePort'],
  ],
  [
    'a statement has two objects',
    () => changed({ more: [`${homePort} <${RDF}object> <${FW}unknown>`] }),
    ['any-statement-object'],
  ],
  [
    'a predicate is no relation of the ontology',
    () => changed({ more: [`${hearsay.replace('e-', 'f-')} <${RDF}type> <${RDF}Statement>`] }),
    [
      'any-statement-certainty',
      'any-statement-evidence',
      'any-statement-object',
      'any-statement-predicate',
      'any-statement-status',
      'any-statement-subject',
    ],
  ],
  [
    'a status is none of the list',
    () =>
      changed(
        moved(`${homePort} <${FW}status> <${FW}asserted>`, `${homePort} <${FW}status> <${FW}rumoured>`),
      ),
    ['any-statement-status'],
  ],
  [
    'a certainty is none of the list',
    () => changed(moved(`${row} <${FW}certainty> <${FW}certain>`, `${row} <${FW}certainty> <${FW}high>`)),
    ['any-evidence-certainty'],
  ],
  [
    'a flag is no truth value',
    () => changed({ more: [`${homePort} <${FW}negated> "no"`] }),
    ['any-statement-negated'],
  ],
  [
    'a statement has no evidence',
    () => {
      const lines = harbour.split('\n').filter((line) => line.startsWith(`${homePort} <${FW}evidence>`));
      return changed({ less: lines.map((line) => line.slice(0, -2)) });
    },
    ['any-statement-evidence'],
  ],
  [
    'a rejection has no reason',
    () => changed({ more: [`${homePort} <${FW}rejected> ${TRUE}`, `${homePort} <${FW}rejectedBy> "me"`] }),
    ['any-rejected'],
  ],
  [
    'a dispute has no other side',
    () => changed({ more: [`${homePort} <${FW}disputed> ${TRUE}`] }),
    ['any-disputed'],
  ],
  [
    'a statement is outweighed and yet plain',
    () => changed({ more: [`${homePort} <${FW}outweighed> ${TRUE}`] }),
    ['any-outweighed'],
  ],
  [
    'a bound is no day',
    () =>
      changed({
        more: [
          `${homePort} <http://semanticweb.cs.vu.nl/2009/11/sem/hasEarliestEndTimeStamp> "1912"^^<${XSD}gYear>`,
        ],
      }),
    ['any-statement-hasEarliestEndTimeStamp'],
  ],
  [
    'evidence has no place and no reason',
    () => changed({ less: [`${hearsay} <${FW}withoutPlace> "hearsay"`] }),
    ['any-evidence-place'],
  ],
  [
    'evidence has no source',
    () => changed({ less: [`${row} <${OA}hasSource> <${ID}source/log>`] }),
    ['any-evidence-hasSource', 'any-evidence-wasDerivedFrom'],
  ],
  [
    'a confidence is above 1',
    () =>
      changed(
        moved(
          `${subjectOf(`<${FW}quote> "other"`)} <${FW}confidence> "0.5"^^<${XSD}decimal>`,
          `${subjectOf(`<${FW}quote> "other"`)} <${FW}confidence> "1.5"^^<${XSD}decimal>`,
        ),
      ),
    ['any-evidence-confidence'],
  ],
  ['a quote ends before it starts', () => harbour + at(offset(9), offset(3)), ['any-position-start']],
  ['an offset is a text', () => harbour + at('"3"', offset(9)), ['any-position-start']],
  [
    'a quote selector has no words',
    () => changed({ less: [`${quoted.replace('>', '-quote>')} <${OA}exact> "sisters"`] }),
    ['any-quote-exact'],
  ],
  [
    'a source has no type',
    () => changed({ less: [`<${ID}source/log> <http://purl.org/dc/terms/type> "Article"`] }),
    ['any-source-type'],
  ],
  [
    'a digest is too short',
    () => changed({ more: [`<${ID}source/log> <${FW}sha256> "abc"`] }),
    ['any-source-sha256'],
  ],
  [
    'a copy is of no source',
    () => changed({ more: [`<${ID}source/log> <${FW}copyOf> <${ID}aurora>`] }),
    ['any-source-copyOf'],
  ],
  [
    'a superclass is left out',
    () => changed({ less: [`<${ID}borealis> <${RDF}type> <${EX}Ship>`] }),
    ['class-Tanker', 'relation-launched', 'relation-register', 'relation-retired', 'relation-sisterShip'],
  ],
  [
    'an entity is of two disjoint classes',
    () => changed({ more: [`<${ID}visby> <${RDF}type> <${EX}Ship>`] }),
    ['class-Port', 'class-Ship'],
  ],
  [
    'an entity has two display names',
    () => changed({ more: [`<${ID}visby> <http://www.w3.org/2000/01/rdf-schema#label> "Wisby"`] }),
    ['any-entity-label'],
  ],
  [
    'a qualifier stands on another relation',
    () => changed({ more: [`${statement('escorts', `<${ID}aurora>`)} <${EX}berth> "1"`] }),
    ['qualifierPlace-berth'],
  ],
  [
    'a qualifier has a value of another type',
    () => changed({ more: [`${homePort} <${FW}asOf> "then"`] }),
    ['qualifierValue-asOf'],
  ],
];

describe('what does not conform', () => {
  test.each(BROKEN)('%s', async (_, data, expected) => {
    const violations = await ships.violations(data());
    const found = new Set(violations.map(({ shape }) => shape));
    expect([...expected].filter((one) => !found.has(one))).toEqual([]);
    for (const { message } of violations) expect(message).toMatch(/^[A-Z].*\.$/);
  });

  test('the message names the relation in words', async () => {
    const [first] = await ships.violations(
      changed({ more: [`<${ID}borealis> <${EX}homePort> <${ID}aurora>`] }),
    );
    expect(first).toEqual({
      shape: 'object-homePort',
      focus: `${ID}borealis`,
      message: 'The object of «home port» (homePort) is a Port.',
    });
  });
});

/** The terms that the vocabulary of SHACL defines. */
function termsOfShacl(): Set<string> {
  const file = readFileSync('node_modules/@vocabulary/sh/sh.nq', 'utf8');
  return new Set([...file.matchAll(/^<([^>]*)> </gm)].map(([, iri = '']) => iri));
}

describe('the file', () => {
  const film = writeShapes(loadFilm());
  const quads = [...storeOf(film)];

  test('uses only terms that SHACL has', () => {
    const known = termsOfShacl();
    const used = quads.flatMap(({ predicate, object }) => [predicate.value, object.value]);
    const ours = [...new Set(used)].filter((iri) => iri.startsWith(SHACL));
    expect(ours.length).toBeGreaterThan(20);
    expect(ours.filter((iri) => !known.has(iri))).toEqual([]);
  });

  test('has no SPARQL in it: Core alone', () => {
    expect(film).not.toMatch(/sh:(?:sparql|select|ask|js|target)\b/);
  });

  test('describes every shape that it refers to, with a message, once', () => {
    const subjects = new Set(quads.map(({ subject }) => subject.value));
    const named = quads.flatMap(({ object }) => (object.value.startsWith(namespace) ? [object.value] : []));
    expect(named.filter((iri) => !subjects.has(iri))).toEqual([]);
    const types = quads.filter(({ predicate }) => predicate.value === `${RDF}type`);
    const shapes = types.map(({ subject }) => subject.value).filter((iri) => iri.startsWith(namespace));
    expect(new Set(shapes).size).toBe(shapes.length);
    expect(film.match(/^shape:/gm)?.length).toBe(shapes.length);
  });

  test('has a shape for every relation, qualifier, list and connected class', () => {
    const ontology = loadFilm();
    for (const name of ontology.relations.keys()) expect(film).toContain(`\nshape:relation-${name}\n`);
    for (const name of ontology.relations.keys()) expect(film).toContain(`\nshape:statement-${name}\n`);
    for (const name of ontology.qualifiers.keys()) expect(film).toContain(`\nshape:qualifier-${name}\n`);
    for (const name of ontology.lists.keys()) expect(film).toContain(`\nshape:list-${name}\n`);
  });

  test('leaves out terms without a legal IRI, and labels that no text may be', () => {
    const ontology = shipsOntology();
    const port = ontology.relations.get('homePort');
    if (port?.kind !== 'link') throw new Error('no such link');
    const relations = new Map(ontology.relations)
      .set('homePort', { ...port, iri: 'x> . <a:b> <a:b> <a:b' })
      .set('sisterShip', { ...port, name: 'sisterShip', iri: `${SEA}sisterShip`, label: 'a\ud800' });
    const text = writeShapes({ ...ontology, relations });
    expect(text).not.toContain('homePort');
    expect(text).toContain('The object of «sisterShip» is');
    expect(() => storeOf(text)).not.toThrow();
  });

  test('can be read whatever the words of the ontology are', () => {
    fc.assert(
      fc.property(rawText, rawText, (label, name) => {
        const ontology = shipsOntology();
        const flag = ontology.relations.get('flag');
        if (!flag) throw new Error('no such property');
        const relations = new Map(ontology.relations).set(name, { ...flag, name, label, iri: `${SEA}x` });
        const read = storeOf(writeShapes({ ...ontology, relations }));
        const legal = findIllegal(name) === undefined;
        expect(read.countQuads(null, `${SHACL}targetSubjectsOf`, `${SEA}x`, null)).toBe(legal ? 1 : 0);
      }),
      { numRuns: 100 },
    );
  });

  test('is one ontology with a title', () => {
    const [header] = quads.filter(({ object }) => object.value === `${OWL}Ontology`);
    expect(header?.subject.value).toBe(ONTOLOGY_SHAPES.graph);
  });
});
