/** All serialisations of one profile hold the same quads, whoever reads them. */
import { canonize } from 'rdf-canonize';
import { describe, expect, test } from 'vitest';
import { PROFILE_NAMES, type ProfileName } from '../../../src/formats/options.ts';
import { nquads } from '../../../src/formats/rdf/nquads.ts';
import { isRdfFormat, type RdfFormat } from '../../../src/formats/rdf/read.ts';
import { FORMATS } from '../../../src/formats/table.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import {
  BASE,
  entity,
  fact,
  fullKnowledge,
  knowledgeOf,
  shipsOntology,
  toLiteral,
  write,
} from './fixture.ts';
import { jsonldLines, linesOf, n3Lines, oxigraphLines, RDF_WRITERS } from './reading.ts';

type Reader = (text: string, format: RdfFormat) => Promise<readonly string[]>;
const byN3: Reader = async (text, format) => n3Lines(text, RDF_WRITERS[format].mediaType);
const byJsonld: Reader = (text, format) => jsonldLines(text, format === 'ndjsonld' ? format : 'jsonld');
const READERS: Readonly<Record<RdfFormat, readonly Reader[]>> = {
  turtle: [oxigraphLines, byN3],
  trig: [oxigraphLines, byN3],
  ntriples: [oxigraphLines, byN3],
  nquads: [oxigraphLines, byN3],
  jsonld: [oxigraphLines, byJsonld],
  ndjsonld: [oxigraphLines, byJsonld],
};
const NAMES = Object.keys(RDF_WRITERS).filter(isRdfFormat);
const PAIRS = PROFILE_NAMES.flatMap((profile) =>
  NAMES.filter((name) => RDF_WRITERS[name].profiles?.includes(profile)).map((name) => ({ profile, name })),
);

async function expectSame(
  knowledge: Knowledge,
  { profile, name }: { profile: ProfileName; name: RdfFormat },
) {
  const expected = linesOf(write(nquads, knowledge, profile).text);
  const { text } = write(RDF_WRITERS[name], knowledge, profile);
  for (const read of READERS[name]) expect(await read(text, name)).toEqual(expected);
}

test('every RDF format of the table is covered', () => {
  const withProfiles = [...FORMATS.values()].filter((one) => 'profiles' in one);
  expect(withProfiles.map(({ name }) => name)).toEqual(NAMES);
  for (const { name } of withProfiles) expect(FORMATS.get(name)).toBe(isRdfFormat(name) && RDF_WRITERS[name]);
});

describe.each(PAIRS)('$name, profile $profile', (pair) => {
  const writer = RDF_WRITERS[pair.name];

  test('writes the golden file, or what its twin without graphs writes', async () => {
    const { text, context } = write(writer, fullKnowledge(), pair.profile);
    expect(context.problems.diagnostics).toEqual([]);
    const twin = { trig: 'turtle', ntriples: 'nquads' }[pair.name as string];
    const same = twin !== undefined && isRdfFormat(twin) ? RDF_WRITERS[twin] : writer;
    if (same !== writer && same.profiles?.includes(pair.profile)) {
      expect(text).toBe(write(same, fullKnowledge(), pair.profile).text);
    } else await expect(text).toMatchFileSnapshot(`cases/${pair.profile}${writer.extension}`);
  });

  test.each([
    BASE,
    'https://example.org/data#',
    'https://example.org/dätä/',
    'urn:x:data/',
    'fw:data/',
    'oa:#',
  ])('holds the quads of the N-Quads on the base %s, by two readers', (base) =>
    expectSame(fullKnowledge(base), pair),
  );

  test('holds them of an ontology with awkward names', () => expectSame(awkwardKnowledge(), pair));

  test('holds nothing of nothing', async () => {
    const { text } = write(writer, knowledgeOf({}), pair.profile);
    expect(await oxigraphLines(text, pair.name)).toEqual([]);
  });

  test('has no quads that depend on the order of the input', () => {
    const knowledge = fullKnowledge();
    const reversed = knowledgeOf({
      entities: [...knowledge.entities.values()].reverse(),
      facts: [...knowledge.facts].reverse(),
      sources: [...knowledge.sources.values()].reverse(),
      evidence: [...knowledge.evidence].reverse(),
    });
    expect(write(writer, reversed, pair.profile).text).toBe(write(writer, knowledge, pair.profile).text);
  });

  test('streams in chunks', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `ship-${i}`);
    const { chunks, text } = write(
      writer,
      knowledgeOf({ entities: names.map((one) => entity(one)) }),
      pair.profile,
    );
    expect(chunks.length).toBeGreaterThan(3);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(70_000);
    expect(text.match(/ship-2999"?(?:@|,|\s|$)/g)).not.toBeNull();
  });
});

/** Names that collide with each other, with prefixes and with what JSON-LD or JavaScript reserve; IRIs that look compact. */
function awkwardKnowledge(): Knowledge {
  const plain = shipsOntology();
  const relations = new Map(plain.relations);
  const homepage = relations.get('homepage');
  const tonnage = relations.get('tonnage');
  if (homepage?.kind !== 'property' || tonnage?.kind !== 'property') throw new Error('no such property');
  for (const name of ['rdf', 'Ship', 'constructor', '__proto__', 'a:b', '@id', 'berth', 'urn']) {
    relations.set(name, { ...homepage, name, iri: `https://example.org/odd#${relations.size}/` });
  }
  relations.set('scheme', { ...tonnage, name: 'scheme', iri: 'sem:scheme' });
  const values = [
    'urn:isbn:1',
    'oa:hasSource',
    'xsd:date',
    'rdf:type',
    'https://example.org/a/../b',
    'Ship:x',
  ];
  const ontology = { ...plain, relations };
  const facts = [...relations.keys()].flatMap((relation) => {
    const type = relations.get(relation);
    if (type?.kind !== 'property' || (type.datatype !== 'iri' && relation !== 'scheme')) return [];
    const texts = relation === 'scheme' ? ['007', '7'] : values;
    return texts.map((text) =>
      fact({ subject: 'aurora', relation, object: toLiteral({ datatype: type.datatype, text }) }),
    );
  });
  return knowledgeOf({ ontology, entities: [entity('aurora')], facts });
}

describe.each(PROFILE_NAMES.filter((profile) => profile !== 'rdf12'))('RDFC-1.0, profile %s', (profile) => {
  const options = {
    algorithm: 'RDFC-1.0',
    inputFormat: 'application/n-quads',
    format: 'application/n-quads',
  } as const;

  test('gives the N-Quads as they are', async () => {
    const { text } = write(nquads, fullKnowledge(), profile);
    expect(await canonize(text, options)).toBe(text);
  });

  test.each(NAMES.filter((name) => RDF_WRITERS[name].profiles?.includes(profile)))(
    'gives the same for %s',
    async (name) => {
      const { text } = write(RDF_WRITERS[name], fullKnowledge(), profile);
      const lines = await oxigraphLines(text, name);
      const expected = write(nquads, fullKnowledge(), profile).text;
      expect(await canonize(lines.map((line) => `${line}\n`).join(''), options)).toBe(expected);
    },
  );
});
