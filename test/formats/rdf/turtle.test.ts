import { describe, expect, test } from 'vitest';
import { nquads } from '../../../src/formats/rdf/nquads.ts';
import { turtle } from '../../../src/formats/rdf/turtle.ts';
import {
  BASE,
  entity,
  fact,
  fullKnowledge,
  knowledgeOf,
  SEA,
  shipsOntology,
  toLiteral,
  write,
} from './fixture.ts';
import { linesOf, n3Lines, oxigraphLines } from './reading.ts';

function prefixesOf(text: string): string[] {
  return [...text.matchAll(/^@prefix ([^:]*): <(.*)> \.$/gm)].map(
    ([, name, namespace]) => `${name}=${namespace}`,
  );
}

function homepage(iri: string) {
  return fact({
    subject: 'aurora',
    relation: 'homepage',
    object: toLiteral({ datatype: 'iri', text: iri }),
  });
}

describe('turtle', () => {
  test('writes the golden file', async () => {
    const { text, context } = write(turtle, fullKnowledge());
    expect(context.problems.diagnostics).toEqual([]);
    await expect(text).toMatchFileSnapshot('cases/statements.ttl');
  });

  test.each([BASE, 'https://example.org/data#', 'https://example.org/dätä/'])(
    'holds the triples of the N-Quads on the base %s, by two readers',
    async (base) => {
      const lines = linesOf(write(nquads, fullKnowledge(base)).text);
      const { text } = write(turtle, fullKnowledge(base));
      expect(await oxigraphLines(text, 'turtle')).toEqual(lines);
      expect(n3Lines(text, 'text/turtle')).toEqual(lines);
    },
  );

  test('declares the prefixes in use only, sorted', () => {
    const { text } = write(turtle, knowledgeOf({ entities: [entity('aurora')] }));
    expect(prefixesOf(text)).toEqual([
      `=${BASE}`,
      'rdfs=http://www.w3.org/2000/01/rdf-schema#',
      `sea=${SEA}`,
    ]);
  });

  test('has no prefix that is the scheme of an IRI in it', async () => {
    const ontology = shipsOntology({
      prefixes: new Map([
        ['https', 'http://schema.org/'],
        ['urn', SEA],
      ]),
    });
    const entities = [entity('aurora')];
    const plain = write(turtle, knowledgeOf({ ontology, entities })).text;
    expect(prefixesOf(plain)).toContain(`urn=${SEA}`);
    const knowledge = knowledgeOf({ ontology, entities, facts: [homepage('urn:isbn:1')] });
    const { text } = write(turtle, knowledge);
    expect(prefixesOf(text).filter((line) => /^(?:urn|https)=/.test(line))).toEqual([]);
    expect(text).toContain(`<${SEA}homepage> <urn:isbn:1>`);
    expect(await oxigraphLines(text, 'turtle')).toEqual(linesOf(write(nquads, knowledge).text));
  });

  test('leaves a name to the first namespace that has it, and illegal names alone', async () => {
    const ontology = shipsOntology({
      prefixes: new Map([
        ['', SEA],
        ['rdfs', 'http://schema.org/'],
        ['_', 'https://example.com/a/'],
        ['x> . <a:b> <a:b> <a:b> . #', 'https://example.com/b/'],
      ]),
    });
    const facts = [homepage('https://example.com/a/x'), homepage('https://example.com/b/x')];
    const { text } = write(turtle, knowledgeOf({ ontology, entities: [entity('aurora')], facts }));
    expect(text).toContain(`@prefix data1: <${BASE}> .`);
    expect(text).toContain(`@prefix : <${SEA}> .`);
    expect(text).toContain('@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .');
    expect(text).toContain('<https://example.com/a/x>');
    expect(text).toContain('<https://example.com/b/x>');
    await oxigraphLines(text, 'turtle');
  });

  test.each(['-a', 'a.b', 'a%20', 'ä', '', 'a/b', '_', '0', 'a-b_C', '__proto__', 'constructor'])(
    'reads back the local part %j',
    async (local) => {
      const iri = SEA + local;
      const knowledge = knowledgeOf({ entities: [entity('aurora')], facts: [homepage(iri)] });
      const { text } = write(turtle, knowledge);
      const plain = /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(local);
      expect(text).toContain(`sea:homepage ${plain ? `sea:${local}` : `<${iri}>`} .`);
      const lines = linesOf(write(nquads, knowledge).text);
      expect(await oxigraphLines(text, 'turtle')).toEqual(lines);
      expect(n3Lines(text, 'text/turtle')).toEqual(lines);
    },
  );

  test.each([
    ['integer', '007', '"007"^^xsd:integer'],
    ['integer', '+1', '"+1"^^xsd:integer'],
    ['integer', '-1', '-1'],
    ['integer', '0', '0'],
    ['integer', '-0', '"-0"^^xsd:integer'],
  ] as const)('keeps the lexical form of the %s %s', async (datatype, text, expected) => {
    const object = toLiteral({ datatype, text });
    const knowledge = knowledgeOf({
      entities: [entity('aurora')],
      facts: [fact({ subject: 'aurora', relation: 'tonnage', object })],
    });
    const written = write(turtle, knowledge).text;
    expect(written).toContain(`sea:tonnage ${expected} .`);
    expect(await oxigraphLines(written, 'turtle')).toEqual(linesOf(write(nquads, knowledge).text));
  });

  test('reports each refusal once, though it goes over the knowledge twice', () => {
    const { text, context } = write(
      turtle,
      knowledgeOf({ entities: [entity('aurora')], facts: [homepage('no iri')] }),
    );
    expect(text).not.toContain('homepage');
    expect(context.problems.diagnostics).toHaveLength(1);
  });
});
