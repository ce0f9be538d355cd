/** Hostile text in every place that takes text: each is refused with code and place, or read back as it was. */
import fc from 'fast-check';
import { literal, namedNode, type Quad_Object } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import type { Literal } from '../../../src/facts/facts.ts';
import { PROFILE_NAMES } from '../../../src/formats/options.ts';
import { nquads } from '../../../src/formats/rdf/nquads.ts';
import { isRdfFormat } from '../../../src/formats/rdf/read.ts';
import { turtle } from '../../../src/formats/rdf/turtle.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { DCTERMS, FW, OA, RDFS } from '../../../src/ontology/namespaces.ts';
import { entity, evidence, fact, knowledgeOf, named, SEA, source, toLiteral, write } from './fixture.ts';
import { linesOf, n3Lines, oxigraphLines, RDF_WRITERS } from './reading.ts';

const PAYLOADS = [
  'x> . <http://e/s> <http://e/p> <http://e/o',
  '" . <http://e/s> <http://e/p> "',
  '"@en . <http://e/s> <http://e/p> "',
  '"^^<http://e/t> . #',
  '\\" . <http://e/s> <http://e/p> \\"',
  '\n<http://e/s> <http://e/p> <http://e/o> .\n',
  '""" . <http://e/s> <http://e/p> """',
  '\\u0022 . <http://e/s> <http://e/p> \\u0022',
  '\\',
  '\\\\"',
  'a\\nb',
  'a\r\nb\u2028c\u0085d',
  '\u0001\b\t\f\u001f\u007f',
  '\0',
  'a\ud800b',
  '\udc00',
  '\u{1f6a2}\ufffe\uffff\ufdd0',
  '\ufeffbom',
  '__proto__',
  'constructor',
  'toString',
  'INF',
  'NaN',
  '2024-02-30',
  '-0000',
  'en_US',
  'http://e/%zz',
  'http://e/a b',
  'urn:isbn:1',
  '@prefix sea: <http://evil/> .',
  '# comment',
  'true',
  '1.',
  "'",
  '<',
  '>',
  ' ',
  '\u202e',
];

interface Spot {
  readonly name: string;
  readonly knowledge: (text: string) => Knowledge;
  /** The predicates of which the text must come back as object. */
  readonly predicates: readonly string[];
  readonly term: (text: string) => Quad_Object;
}

const asText = (text: string) => literal(text);
const asEnglish = (text: string) => literal(text, 'en');
const entities = [entity('aurora')];
const sources = [source('log', { language: 'en' })];

function inFact(name: string, relation: string, part: Omit<Literal, 'text'>): Spot {
  const build = (text: string) =>
    knowledgeOf({
      entities,
      facts: [fact({ subject: 'aurora', relation, object: toLiteral({ ...part, text }) })],
    });
  const term = part.datatype === 'iri' ? namedNode : part.language ? asEnglish : asText;
  const iri = relation === 'name' ? 'http://schema.org/name' : SEA + relation;
  return { name, knowledge: build, predicates: [iri], term };
}

const inSource = (['title', 'publisher', 'author', 'licence', 'sha256'] as const).map((part): Spot => {
  const names = { title: 'title', publisher: 'publisher', author: 'creator', licence: 'rights' };
  const predicate = part === 'sha256' ? `${FW}sha256` : DCTERMS + names[part];
  return {
    name: `source ${part}`,
    knowledge: (text) => knowledgeOf({ sources: [source('log', { [part]: text })] }),
    predicates: [predicate],
    term: asText,
  };
});

const inEvidence = (['note', 'row', 'column', 'dateExpression', 'withoutPlace'] as const).map(
  (part): Spot => ({
    name: `evidence ${part}`,
    knowledge: (text) => knowledgeOf({ sources, evidence: [evidence('log', { [part]: text })] }),
    predicates: [FW + part],
    term: asText,
  }),
);

const SPOTS: readonly Spot[] = [
  inFact('string', 'name', { datatype: 'string' }),
  inFact('string with language', 'name', { datatype: 'string', language: 'en' }),
  inFact('iri', 'homepage', { datatype: 'iri' }),
  ...inSource,
  ...inEvidence,
  {
    name: 'label',
    knowledge: (text) => knowledgeOf({ entities: [entity('aurora', { name: text, nameLanguage: 'en' })] }),
    predicates: [`${RDFS}label`],
    term: asEnglish,
  },
  {
    name: 'quote',
    knowledge: (text) => knowledgeOf({ sources, evidence: [evidence('log', { quote: text })] }),
    predicates: [`${FW}quote`],
    term: asEnglish,
  },
  {
    name: 'anchor',
    knowledge: (text) => {
      const anchor = { start: 0, end: 1, exact: text, prefix: `a${text}`, suffix: '' };
      return knowledgeOf({ sources, evidence: [evidence('log', { quote: 'q', anchor })] });
    },
    predicates: [`${OA}exact`],
    term: asText,
  },
  {
    name: 'source url',
    knowledge: (text) => knowledgeOf({ sources: [source('log', { url: text })] }),
    predicates: [`${RDFS}seeAlso`],
    term: namedNode,
  },
  {
    name: 'qualifier',
    knowledge: (text) => {
      const qualifiers = new Map([['roleName', [{ datatype: 'string', text } as const]]]);
      return knowledgeOf({
        entities,
        facts: [fact({ subject: 'aurora', relation: 'name', object: named('A'), qualifiers })],
      });
    },
    predicates: [`${SEA}roleName`],
    term: asText,
  },
];

const EVERY = PROFILE_NAMES.flatMap((profile) =>
  Object.keys(RDF_WRITERS)
    .filter(isRdfFormat)
    .filter((name) => RDF_WRITERS[name].profiles?.includes(profile))
    .map((name) => ({ profile, name })),
);

/** Every format in every profile, as Oxigraph reads it, holds the quads of the N-Quads and reports what they report. */
async function checkEvery(knowledge: Knowledge): Promise<void> {
  for (const { profile, name } of EVERY) {
    const quads = write(nquads, knowledge, profile);
    const other = write(RDF_WRITERS[name], knowledge, profile);
    const what = `${name} ${profile}`;
    expect(await oxigraphLines(other.text, name), what).toEqual(linesOf(quads.text));
    const refused = quads.context.problems.counts.get('refused-term');
    expect(other.context.problems.counts.get('refused-term'), what).toBe(refused);
  }
}

/** Returns the number of triples, after comparing both formats by two readers. */
async function checkBoth(spot: Spot, text: string): Promise<{ triples: number; refused: boolean }> {
  const knowledge = spot.knowledge(text);
  const quads = write(nquads, knowledge);
  const readable = write(turtle, knowledge);
  const lines = linesOf(quads.text);
  expect(await oxigraphLines(quads.text, 'nquads')).toEqual(lines);
  expect(await oxigraphLines(readable.text, 'turtle')).toEqual(lines);
  expect(n3Lines(readable.text, 'text/turtle')).toEqual(lines);
  expect(n3Lines(quads.text, 'application/n-quads')).toEqual(lines);
  const refusals = quads.context.problems.diagnostics;
  for (const { code, place } of refusals) {
    expect(code).toBe('refused-term');
    expect(place).toMatchObject({ file: 'ships.yaml' });
  }
  expect(readable.context.problems.diagnostics).toHaveLength(refusals.length);
  for (const predicate of refusals.length > 0 ? [] : spot.predicates) {
    const start = `<${predicate}> ${spot.term(text).toString()} .`;
    expect(lines.filter((line) => line.includes(start))).toHaveLength(1);
  }
  return { triples: lines.length, refused: refusals.length > 0 };
}

describe.each(SPOTS)('hostile text as $name', (spot) => {
  test.each(PAYLOADS)('%j', async (text) => {
    const benign = await checkBoth(spot, spot.term === namedNode ? 'urn:benign' : 'benign');
    const hostile = await checkBoth(spot, text);
    expect(benign.refused).toBe(false);
    if (hostile.refused) expect(hostile.triples).toBeLessThan(benign.triples);
    else expect(hostile.triples).toBe(benign.triples);
    await checkEvery(spot.knowledge(text));
    if (spot.term !== namedNode) expect(hostile.refused).toBe(/\0|\p{Cs}/u.test(text));
  });

  test('any UTF-16 units', async () => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f }));
    const text = fc.array(unit, { maxLength: 8 }).map((units) => String.fromCharCode(...units));
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        await checkBoth(spot, `x${value}`);
      }),
      { numRuns: 50 },
    );
  });
});

test('all payloads together make no statement of their own', async () => {
  const knowledge = knowledgeOf({
    entities,
    facts: PAYLOADS.map((text) => fact({ subject: 'aurora', relation: 'name', object: named(text) })),
  });
  const lines = await oxigraphLines(write(turtle, knowledge).text, 'turtle');
  expect(lines.filter((line) => line.startsWith('<http://e/s>'))).toEqual([]);
  expect(lines.filter((line) => line.includes('<http://schema.org/name> "'))).toHaveLength(
    PAYLOADS.length - 3,
  );
});
