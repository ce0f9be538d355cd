import { describe, expect, test } from 'vitest';
import { nquads } from '../../../src/formats/rdf/nquads.ts';
import { FW, RDF, SEM, XSD } from '../../../src/ontology/namespaces.ts';
import {
  BASE,
  entity,
  evidence,
  type FactSpec,
  fact,
  factId,
  fullKnowledge,
  knowledgeOf,
  named,
  SEA,
  shipsOntology,
  source,
  toEntity,
  toLiteral,
  write,
} from './fixture.ts';
import { linesOf } from './reading.ts';

/** The `predicate object` pairs of a subject, without the base. */
function about(subject: string, text: string): string[] {
  const start = `<${BASE}${subject}> `;
  return linesOf(text)
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length, -2));
}

function writeFact(spec: Omit<FactSpec, 'subject'>) {
  const one = fact({ subject: 'aurora', ...spec });
  const sources = [source('log', { language: 'en' })];
  const entities = [entity('aurora'), entity('valletta', { class: 'Port' })];
  const written = write(nquads, knowledgeOf({ entities, sources, facts: [one] }));
  return {
    ...written,
    statement: about(`aurora#${one.id}`, written.text),
    entity: about('aurora', written.text),
  };
}

describe('invariant 2: the triples with an ontology relation are those of plain facts', () => {
  test('over knowledge of every kind', () => {
    const knowledge = fullKnowledge();
    const relations = new Set([...knowledge.ontology.relations.values()].map(({ iri }) => `<${iri}>`));
    const found = linesOf(write(nquads, knowledge).text).filter((line) =>
      relations.has(line.split(' ')[1] ?? ''),
    );
    const plain = knowledge.facts.filter(({ notPlain }) => notPlain === undefined);
    // One more for the other direction of the symmetric link.
    expect(found).toHaveLength(plain.length + 1);
    expect(found.every((line) => !line.includes('#f-'))).toBe(true);
  });

  test.each([
    ['planned', { status: 'planned', notPlain: 'planned' }],
    ['negated', { negated: true, notPlain: 'negated' }],
    ['merely possible', { notPlain: 'possible' }],
    ['rejected', { notPlain: 'rejected', rejected: { by: 'me', why: 'so' } }],
  ] as const)('a fact that is %s is a statement only', (_, spec) => {
    const written = writeFact({ relation: 'homePort', object: toEntity('valletta'), ...spec });
    expect(written.text).not.toContain(`> <${SEA}homePort> <`);
    expect(written.statement).toContain(`<${RDF}predicate> <${SEA}homePort>`);
  });

  test.each(['unknown', 'none'] as const)('the value %s is never the object of a relation', (kind) => {
    const written = writeFact({ relation: 'homePort', object: { kind }, notPlain: 'no-value' });
    expect(written.text).not.toContain(`> <${SEA}homePort> <`);
    expect(written.statement).toContain(`<${RDF}object> <${FW}${kind}>`);
    // Nor when the knowledge takes such a fact for plain.
    expect(writeFact({ relation: 'homePort', object: { kind } }).text).not.toContain(`> <${SEA}homePort> <`);
  });

  test('a qualifier with the IRI of a relation is refused', () => {
    const ontology = shipsOntology();
    const berth = ontology.qualifiers.get('berth');
    if (!berth) throw new Error('no berth');
    const qualifiers = new Map(ontology.qualifiers).set('berth', { ...berth, iri: `${SEA}tonnage` });
    const one = fact({
      subject: 'aurora',
      relation: 'name',
      object: named('A'),
      qualifiers: new Map([['berth', [{ datatype: 'token', text: '7' }]]]),
    });
    const { text, context } = write(
      nquads,
      knowledgeOf({ entities: [entity('aurora')], facts: [one], ontology: { ...ontology, qualifiers } }),
    );
    expect(text).not.toContain(`<${SEA}tonnage>`);
    expect(context.problems.diagnostics).toMatchObject([
      { code: 'refused-term', params: { value: '7' } },
      { code: 'refused-term', params: { value: `${SEA}tonnage` } },
    ]);
  });
});

describe('a statement', () => {
  test('takes the best certainty of its evidence', () => {
    const pieces = [
      evidence('log', { quote: 'a', certainty: 'possible' }),
      evidence('log', { quote: 'b', certainty: 'probable' }),
    ];
    const { statement } = writeFact({ relation: 'name', object: named('A'), evidence: pieces });
    expect(statement).toContain(`<${FW}certainty> <${FW}probable>`);
    expect(statement.filter((line) => line.startsWith(`<${FW}evidence>`))).toHaveLength(2);
  });

  test('says only what holds', () => {
    const { statement } = writeFact({ relation: 'name', object: named('A') });
    expect(statement).toEqual([
      `<${RDF}object> "A"`,
      `<${RDF}predicate> <http://schema.org/name>`,
      `<${RDF}subject> <${BASE}aurora>`,
      `<${RDF}type> <${RDF}Statement>`,
      `<${FW}status> <${FW}asserted>`,
    ]);
  });

  test('tells a dispute and a judgement', () => {
    const other = `f-${'0'.repeat(32)}` as const;
    const { statement } = writeFact({
      relation: 'name',
      object: named('A'),
      disputed: true,
      disputedBy: [other],
      notPlain: 'rejected',
      rejected: { by: 'editor', why: 'a "slip"' },
    });
    expect(statement).toEqual(
      expect.arrayContaining([
        `<${FW}disputed> "true"^^<${XSD}boolean>`,
        `<${FW}disputedBy> <${BASE}aurora#${other}>`,
        `<${FW}rejected> "true"^^<${XSD}boolean>`,
        `<${FW}rejectedBy> "editor"`,
        `<${FW}rejectedBecause> "a \\"slip\\""`,
      ]),
    );
  });

  test.each([
    ['startDate', '1913', 'Begin', ['1913-01-01', '1913-12-31']],
    ['endDate', '1914-02', 'End', ['1914-02-01', '1914-02-28']],
    ['endDate', '[1910,1912]', 'End', ['1910-01-01', '1912-12-31']],
    ['asOf', '1913', '', []],
  ])('has the bounds of %s %s', (name, text, edge, days) => {
    const { statement } = writeFact({
      relation: 'name',
      object: named('A'),
      qualifiers: new Map([[name, [{ datatype: 'date', text }]]]),
    });
    expect(statement.filter((line) => line.startsWith(`<${SEM}`))).toEqual(
      ['Earliest', 'Latest'].slice(0, days.length).map((bound, i) => {
        return `<${SEM}has${bound}${edge}TimeStamp> "${days[i]}"^^<${XSD}date>`;
      }),
    );
    expect(statement.filter((line) => line.startsWith(`<${FW}${name}> `))).toHaveLength(1);
  });
});

describe('an entity', () => {
  test('has all its classes and a symmetric link from both ends', () => {
    const knowledge = knowledgeOf({
      entities: [entity('a'), entity('b')],
      facts: [fact({ subject: 'a', relation: 'sisterShip', object: toEntity('b') })],
    });
    const { text } = write(nquads, knowledge);
    expect(about('a', text)).toContain(`<${SEA}sisterShip> <${BASE}b>`);
    expect(about('b', text)).toEqual([
      `<${RDF}type> <${SEA}Ship>`,
      `<${RDF}type> <${SEA}Thing>`,
      `<${RDF}type> <${SEA}Vessel>`,
      '<http://www.w3.org/2000/01/rdf-schema#label> "b"',
      `<${SEA}sisterShip> <${BASE}a>`,
    ]);
    expect(linesOf(text).filter((line) => line.includes('Statement'))).toHaveLength(1);
  });

  test('a symmetric link that is not plain has no triple', () => {
    const { text } = writeFact({
      relation: 'sisterShip',
      object: toEntity('valletta'),
      notPlain: 'possible',
    });
    expect(text).not.toContain(`> <${SEA}sisterShip> <`);
  });
});

describe('a refused object', () => {
  test.each([
    ['built', { datatype: 'date', text: '2024-02-30' }],
    ['length', { datatype: 'decimal', text: 'INF' }],
    ['tonnage', { datatype: 'integer', text: '1.5' }],
    ['retired', { datatype: 'boolean', text: 'maybe' }],
    ['homepage', { datatype: 'iri', text: 'x> . <s> <p> <o' }],
    ['flag', { datatype: 'concept', list: 'flags', text: '__proto__' }],
    ['flag', { datatype: 'concept', list: 'constructor', text: 'malta' }],
    ['name', { datatype: 'string', text: 'a\ud800' }],
    ['name', { datatype: 'string', text: 'a', language: 'en_US' }],
    ['callSign', { datatype: 'token', text: '\0' }],
  ] as const)('refuses the whole fact: %s %j', (relation, literal) => {
    const {
      text,
      entity: triples,
      statement,
      context,
    } = writeFact({
      relation,
      object: toLiteral(literal),
      readings: 3,
    });
    expect(statement).toEqual([]);
    expect(triples.some((line) => line.startsWith(`<${SEA}`))).toBe(false);
    expect(text).not.toContain('#f-');
    expect(context.problems.diagnostics).toMatchObject([
      {
        code: 'refused-term',
        place: { file: 'ships.yaml', line: 1, column: 7 },
        params: { value: literal.text, format: 'nquads' },
      },
    ]);
    expect(context.losses.get('fact-refused')).toBe(3);
  });

  test('an unknown relation refuses the fact, an unknown class leaves the entity', () => {
    const { context } = writeFact({ relation: 'toString', object: named('x') });
    expect(context.problems.diagnostics).toMatchObject([
      { code: 'refused-term', params: { value: 'toString' } },
    ]);
    const other = write(nquads, knowledgeOf({ entities: [entity('a', { class: '__proto__' })] }));
    expect(other.text).toBe(`<${BASE}a> <http://www.w3.org/2000/01/rdf-schema#label> "a" .\n`);
    expect(other.context.problems.diagnostics).toMatchObject([{ params: { value: '__proto__' } }]);
  });
});

test('the id of a fact names its statement', () => {
  const knowledge = fullKnowledge();
  const { text } = write(nquads, knowledge);
  expect(text).toContain(`<${BASE}aurora#${factId(knowledge, 'built')}> <${RDF}type> <${RDF}Statement> .`);
});
