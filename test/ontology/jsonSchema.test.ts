import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { JudgementSpec, SourceSpec } from '../../src/facts/form.ts';
import { JUDGEMENT_KEYS, SOURCE_KEYS } from '../../src/ontology/factKeys.ts';
import { toFactsSchema } from '../../src/ontology/jsonSchema.ts';
import type { Ontology } from '../../src/ontology/ontology.ts';
import { caseFile, loadClean, loadFilm } from './files.ts';

function validatorOf(ontology: Ontology) {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
  ajv.addVocabulary(['markdownDescription', 'markdownEnumDescriptions']);
  // A JSON Schema of the project's own type is one of ajv's.
  return ajv.compile(toFactsSchema(ontology) as AnySchemaObject);
}

const film = validatorOf(loadFilm());
const ships = validatorOf(loadClean(caseFile('ships.ttl')));

const GOOD = `
source: daily
language: en
sources:
  daily: { type: Article, published: 2021-10, sha256: ${'0a'.repeat(32)}, copyOf: other }
  other: { type: Table, published: 2020 }
entities:
  rust: Film
  2019: Film
  death-x: { class: Death, label: Death of X }
facts:
  - quote: is directed by
    occurrence: 2
    certainty: probable
    confidence: 0.9
    says:
      rust:
        director: joel
        actor: [ alec, { object: jensen, characterName: [ X, Y ], position: 2, status: planned, negated: true, startDate: 2020, saidBy: alec } ]
        producer: { unknown: true }
        distributor: [ { none: true, territory: domestic } ]
        name: { object: Rust, language: en, nameKind: original }
        release: { object: 2024, releaseKind: production }
  - row: 1
    column: film
    status: alleged
    says: { 2019: { name: 2019, genre: [ thriller, western ] } }
  - { subject: rust, relation: actor, object: jensen, source: daily, quote: x, qualifiers: { characterName: X, asOf: 2020 } }
  - { subject: case, relation: outcome, object: dismissed, withoutPlace: said in a talk }
  - { subject: deal, relation: exclusive, object: true, quote: x }
  - { subject: rust, relation: producer, none: true, quote: x }
judgements:
  - { reject: f-${'0a'.repeat(16)}, by: me, why: misread }
  - { distinct: [ rust, 2019 ], by: me, why: two films }
`;

describe('the schema of fact files', () => {
  it('takes a document with everything in it', () => {
    expect(film(parse(GOOD)), JSON.stringify(film.errors)).toBe(true);
  });

  it('takes an empty document, since every key is optional', () => {
    expect(film({})).toBe(true);
  });

  it.each([
    ['an unknown key', 'fact: []'],
    ['a source without type', 'sources: { a: { title: x } }'],
    ['an unknown key of a source', 'sources: { a: { type: x, titel: x } }'],
    ['a digest in capitals', `sources: { a: { type: x, sha256: ${'0A'.repeat(32)} } }`],
    ['an unknown class', 'entities: { a: Filmm }'],
    ['an entity without class', 'entities: { a: { label: x } }'],
    ['an id with a blank', 'entities: { a b: Film }'],
    ['a former id with a blank', 'entities: { a: { class: Film, formerIds: [b, c d] } }'],
    ['no former ids', 'entities: { a: { class: Film, formerIds: [] } }'],
    ['a block without says', 'facts: [ { quote: x } ]'],
    ['an unknown key of a block', 'facts: [ { qoute: x, says: { a: { director: b } } } ]'],
    ['an unknown relation', 'facts: [ { quote: x, says: { a: { directer: b } } } ]'],
    ['an object that is no id', 'facts: [ { quote: x, says: { a: { director: Joel S } } } ]'],
    ['an empty list of objects', 'facts: [ { quote: x, says: { a: { director: [] } } } ]'],
    ['no object', 'facts: [ { quote: x, says: { a: { director: { status: planned } } } } ]'],
    ['two objects', 'facts: [ { quote: x, says: { a: { director: { object: b, unknown: true } } } } ]'],
    ['unknown: false', 'facts: [ { quote: x, says: { a: { director: { unknown: false } } } } ]'],
    [
      'a qualifier of another relation',
      'facts: [ { quote: x, says: { a: { director: { object: b, territory: domestic } } } } ]',
    ],
    [
      'a value outside the list',
      'facts: [ { quote: x, says: { a: { distributor: { object: b, territory: moon } } } } ]',
    ],
    ['a concept outside the list', 'facts: [ { quote: x, says: { a: { outcome: { object: won } } } } ]'],
    ['a status that is none', 'facts: [ { quote: x, status: sure, says: { a: { director: b } } } ]'],
    ['a null', 'facts: [ { quote: x, says: { a: { director: null } } } ]'],
    ['words for a number', 'facts: [ { quote: x, says: { a: { amount: ten } } } ]'],
    ['words for a date', 'facts: [ { quote: x, says: { a: { birthDate: in May } } } ]'],
    [
      'language beside a date',
      'facts: [ { quote: x, says: { a: { birthDate: { object: 2020, language: en } } } } ]',
    ],
    ['a single fact without relation', 'facts: [ { subject: a, object: b, quote: x } ]'],
    [
      'a single fact of an unknown relation',
      'facts: [ { subject: a, relation: directs, object: b, quote: x } ]',
    ],
    [
      'a single fact with a foreign qualifier',
      'facts: [ { subject: a, relation: director, object: b, qualifiers: { territory: domestic } } ]',
    ],
    [
      'a single fact with a bad object',
      'facts: [ { subject: a, relation: outcome, object: won, quote: x } ]',
    ],
    ['a judgement without reason', `judgements: [ { reject: f-${'0a'.repeat(16)}, by: me } ]`],
    ['a judgement of one entity', 'judgements: [ { distinct: [ a ], by: me, why: x } ]'],
    ['a judgement of nothing', 'judgements: [ { by: me, why: x } ]'],
  ])('refuses %s', (_, text) => {
    expect(film(parse(text))).toBe(false);
  });

  it.each(['b', '[b, c.d]', '7'])('takes the former ids %s', (ids) => {
    expect(film(parse(`entities: { a: { class: Film, formerIds: ${ids} } }`))).toBe(true);
  });

  it('follows the ontology', () => {
    const text =
      'facts: [ { quote: x, says: { a: { flagState: panama, homePort: { object: b, season: summer } } } } ]';
    expect(ships(parse(text))).toBe(true);
    expect(film(parse(text))).toBe(false);
    expect(ships(parse('facts: [ { quote: x, says: { a: { director: b } } } ]'))).toBe(false);
  });

  it('shows definitions', () => {
    const text = JSON.stringify(toFactsSchema(loadClean(caseFile('ships.ttl'))));
    expect(text).toContain('"markdownDescription":"**home port**: The port to which the ship returns."');
    expect(text).toContain('"markdownEnumDescriptions":["The flag of Panama."]');
  });

  it('has the keys of sources and judgements that the reader knows', () => {
    expect(Object.keys(SOURCE_KEYS).sort()).toEqual(Object.keys(SourceSpec.shape).sort());
    expect(Object.keys(JUDGEMENT_KEYS).sort()).toEqual(Object.keys(JudgementSpec.shape).sort());
  });

  it.each(['rust', 'starter'])('takes the facts of data/%s', (project) => {
    const file = new URL(`../../data/${project}/facts.yaml`, import.meta.url);
    if (!existsSync(file)) return;
    expect(film(parse(readFileSync(file, 'utf8'))), JSON.stringify(film.errors)).toBe(true);
  });
});
