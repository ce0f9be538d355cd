import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/core/place.ts';
import { EVIDENCE_KEYS, SAYS_KEYS } from '../../src/facts/form.ts';
import { contrastWithWhite } from '../../src/ontology/contrast.ts';
import { FACT_KEYS } from '../../src/ontology/factKeys.ts';
import { lintOntology } from '../../src/ontology/lint.ts';
import { SCHEMA, SKOS } from '../../src/ontology/namespaces.ts';
import { caseFile, loadClean } from './files.ts';
import { readVocabularies } from './vocabularies.ts';

const HEAD = `@prefix s: <https://example.org/s#> .
@prefix fw: <https://w3id.org/factweave/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix schema: <http://schema.org/> .
`;

/** What the linter finds in the ships ontology with more text behind it. */
function findings(text: string): string[] {
  const more = new SourceText('more.ttl', HEAD + text);
  const ontology = loadClean(caseFile('ships.ttl'), more);
  return lintOntology(ontology, readVocabularies()).map(
    ({ code, params }) => `${code} ${Object.values(params).join(' | ')}`,
  );
}

const TEXTS = 'rdfs:label "x"@en ; skos:definition "An x."@en';
const LINK = `a fw:Link ; fw:subjectClass fw:Entity ; fw:objectClass fw:Entity ; fw:edgeLabel "x"@en ; ${TEXTS}`;

describe('lintOntology', () => {
  it('finds nothing in a good ontology', () => {
    expect(findings('')).toEqual([]);
  });

  it.each([
    [
      's:A a fw:Class ; fw:colour "#000000" ; rdfs:label "a"@en .',
      'ontology-incomplete https://example.org/s#A | skos:definition',
    ],
    [`s:A a fw:Class ; ${TEXTS} .`, 'ontology-incomplete https://example.org/s#A | fw:colour'],
    [
      `s:A a fw:Class ; fw:colour "red" ; ${TEXTS} .`,
      'ontology-invalid-value https://example.org/s#A | fw:colour | red | # and six hex digits',
    ],
    [
      `s:A a fw:Class ; fw:colour "#ffff00" ; ${TEXTS} .`,
      'ontology-invalid-value https://example.org/s#A | fw:colour | #ffff00 | a colour with a contrast of at least 3:1 to white',
    ],
    [
      `s:A a fw:Class ; fw:name "two words" ; fw:colour "#000000" ; ${TEXTS} .`,
      'ontology-invalid-value https://example.org/s#A | fw:name | two words | a word of letters and digits',
    ],
    [
      `s:A a fw:Class ; fw:connector true ; fw:colour "#000000" ; ${TEXTS} . s:B a fw:Class ; rdfs:subClassOf s:A ; ${TEXTS} .`,
      'ontology-incomplete https://example.org/s#A | fw:Link with it as a subject or object class, since it has fw:connector',
    ],
    [
      `s:a ${LINK} ; fw:colour "#000000" ; fw:edgeKind "based at" .`,
      'ontology-invalid-value https://example.org/s#a | fw:edgeKind | based at | capitals, digits and underscores',
    ],
    [
      `s:a ${LINK} ; fw:colour "#000000" ; fw:edgeKind "BASED_AT" .`,
      'ontology-duplicate-name BASED_AT | https://example.org/s#a | https://example.org/ships#homePort',
    ],
    [
      `s:status a fw:Qualifier ; fw:datatype xsd:string ; ${TEXTS} .`,
      'ontology-invalid-value https://example.org/s#status | fw:name | status | a word that fact files do not use for something else',
    ],
    [`s:l a skos:ConceptScheme ; ${TEXTS} .`, 'ontology-incomplete https://example.org/s#l | skos:Concept'],
    [
      `schema:Boat a fw:Class ; fw:colour "#000000" ; ${TEXTS} .`,
      'ontology-unknown-term http://schema.org/Boat | http://schema.org/',
    ],
    [
      `s:A a fw:Class ; fw:colour "#000000" ; skos:closeMatch schema:Yacht ; ${TEXTS} .`,
      'ontology-unknown-term http://schema.org/Yacht | http://schema.org/',
    ],
  ])('finds in %s', (text, finding) => {
    expect(findings(text)).toEqual([finding]);
  });

  it('asks for a display name', () => {
    const none = 'ontology-incomplete the ontology | property with fw:displayName';
    expect(
      findings('@prefix ships: <https://example.org/ships#> .\nships:called fw:displayName false .'),
    ).toEqual([none]);
  });
});

describe('the vocabularies', () => {
  it('are really there', () => {
    const vocabularies = readVocabularies();
    for (const [namespace, names] of vocabularies) expect(names.size, namespace).toBeGreaterThan(10);
    expect(vocabularies.get(SCHEMA)?.has('Movie')).toBe(true);
    expect(vocabularies.get(SCHEMA)?.has('cinematographer')).toBe(false);
    expect(vocabularies.get(SKOS)?.has('closeMatch')).toBe(true);
  });
});

describe('contrastWithWhite', () => {
  it.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.54],
    ['#ff0000', 4],
  ])('of %s is %d', (colour, contrast) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1);
  });

  it('refuses anything else', () => {
    expect(contrastWithWhite('red')).toBeUndefined();
    expect(contrastWithWhite('#fff')).toBeUndefined();
    expect(contrastWithWhite('#0000000')).toBeUndefined();
  });
});

describe('FACT_KEYS', () => {
  it('are the keys that the reader of fact files knows', () => {
    expect([...FACT_KEYS].sort()).toEqual([...EVIDENCE_KEYS, ...SAYS_KEYS].sort());
  });
});
