import { readFileSync } from 'node:fs';
import { parse } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import { toContext, writeContext } from '../../src/ontology/context.ts';
import { FW, OWN_PREFIXES, XSD } from '../../src/ontology/namespaces.ts';
import { SEA, shipsOntology } from '../formats/rdf/fixture.ts';

const ontology = shipsOntology();
const context = toContext(ontology);

function renamed(name: string, iri: string) {
  const berth = ontology.qualifiers.get('berth');
  const homepage = ontology.relations.get('homepage');
  if (!berth || homepage?.kind !== 'property') throw new Error('no such term');
  return {
    relation: { ...ontology, relations: new Map(ontology.relations).set(name, { ...homepage, name, iri }) },
    qualifier: { ...ontology, qualifiers: new Map(ontology.qualifiers).set(name, { ...berth, name, iri }) },
  };
}

describe('toContext', () => {
  test('types what has always one type', () => {
    expect(context).toMatchObject({
      Ship: { '@id': `${SEA}Ship` },
      homePort: { '@id': `${SEA}homePort`, '@type': '@id' },
      flag: { '@id': `${SEA}flag`, '@type': '@id' },
      homepage: { '@id': `${SEA}homepage`, '@type': '@id' },
      tonnage: { '@id': `${SEA}tonnage`, '@type': `${XSD}integer` },
      length: { '@id': `${SEA}length`, '@type': `${XSD}decimal` },
      retired: { '@id': `${SEA}retired`, '@type': `${XSD}boolean` },
      'fw:status': { '@id': `${FW}status`, '@type': '@id' },
      'fw:negated': { '@id': `${FW}negated`, '@type': `${XSD}boolean` },
    });
    for (const name of ['built', 'callSign', 'name', 'startDate', 'roleName']) {
      expect(context[name]).not.toHaveProperty('@type');
      expect(context[name]).toHaveProperty('@id');
    }
  });

  test('has the prefixes of the tool first, then all names in byte order', () => {
    const names = Object.keys(context);
    const prefixes = OWN_PREFIXES.map(([name]) => name);
    expect(names.slice(0, prefixes.length + 1)).toEqual(['@version', ...prefixes]);
    expect(names.slice(prefixes.length + 1)).toEqual(names.slice(prefixes.length + 1).sort());
  });

  test('loads nothing and says so to readers of JSON-LD 1.0', () => {
    expect(context['@version']).toBe(1.1);
    expect(Object.keys(context)).not.toContain('@import');
  });

  test('gives a name to the relation before the class and the qualifier', () => {
    expect(toContext(renamed('Ship', `${SEA}a`).relation).Ship).toMatchObject({ '@id': `${SEA}a` });
    expect(toContext(renamed('homePort', `${SEA}a`).qualifier).homePort).toMatchObject({
      '@id': `${SEA}homePort`,
    });
  });

  test.each(['__proto__', '@id', 'a:b', 'fw', 'fw:status', '', 'ä'])('does not use the name %j', (name) => {
    const made = toContext(renamed(name, `${SEA}odd`).relation);
    expect(JSON.stringify(made)).not.toContain(`${SEA}odd`);
  });

  test('leaves out what has no legal IRI', () => {
    expect(JSON.stringify(toContext(renamed('odd', 'x> . <a:b>').relation))).not.toContain('odd');
  });

  test('has no prefix that is the scheme of an IRI in use', () => {
    expect(toContext(ontology, ['oa:data/']).oa).toBeUndefined();
    expect(Object.keys(toContext(ontology, ['oa:data/'])).filter((name) => name.startsWith('oa:'))).toEqual(
      [],
    );
    expect(toContext(renamed('odd', 'sem:x').relation).sem).toBeUndefined();
  });
});

describe('writeContext', () => {
  test('is JSON-LD by which a document can be read', () => {
    const made: unknown = JSON.parse(writeContext(ontology));
    const document = { ...Object(made), '@id': 'urn:a', '@type': 'Ship', homePort: 'urn:b', tonnage: '007' };
    const quads = [...parse(JSON.stringify(document), { format: 'application/ld+json' })].map(String);
    expect(quads.sort()).toEqual([
      '<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://example.org/sea#Ship>',
      '<urn:a> <https://example.org/sea#homePort> <urn:b>',
      '<urn:a> <https://example.org/sea#tonnage> "007"^^<http://www.w3.org/2001/XMLSchema#integer>',
    ]);
  });

  test('has one name a line', () => {
    expect(writeContext(ontology).match(/^ {2}"/gm)).toHaveLength(Object.keys(context).length);
  });
});

test('the generated context is committed', () => {
  const text = readFileSync(new URL('../../ontology/generated/context.jsonld', import.meta.url), 'utf8');
  expect(JSON.parse(text)).toHaveProperty('@context.@version', 1.1);
});
