/** What each profile says, and which formats can hold it. */
import { parse, type Quad, quad } from 'oxigraph';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/facts/facts.ts';
import { checkProfile } from '../../../src/formats/formats.ts';
import { PROFILE_NAMES } from '../../../src/formats/options.ts';
import { nquads } from '../../../src/formats/rdf/nquads.ts';
import { ntriples } from '../../../src/formats/rdf/ntriples.ts';
import { trig } from '../../../src/formats/rdf/trig.ts';
import { turtle } from '../../../src/formats/rdf/turtle.ts';
import { FORMATS } from '../../../src/formats/table.ts';
import { FW, RDF } from '../../../src/ontology/namespaces.ts';
import {
  BASE,
  entity,
  evidence,
  fact,
  fullKnowledge,
  knowledgeOf,
  named,
  SEA,
  source,
  toEntity,
  write,
} from './fixture.ts';
import { linesOf, RDF_WRITERS } from './reading.ts';

const NAME = '<http://schema.org/name>';
const plainLines = () => linesOf(write(nquads, fullKnowledge(), 'plain').text);

describe('checkProfile', () => {
  const impossible = [...FORMATS.values()].flatMap((format) =>
    PROFILE_NAMES.filter((profile) => checkProfile(format, profile)).map(
      (profile) => `${format.name} ${profile}`,
    ),
  );

  test('refuses named graphs and triple terms where there are none', () => {
    expect(impossible).toEqual([
      'turtle named-graphs',
      'ntriples named-graphs',
      'jsonld rdf12',
      'ndjsonld rdf12',
    ]);
  });

  test('names the profiles that the format can hold', () => {
    expect(checkProfile(turtle, 'named-graphs')).toMatchObject({
      code: 'profile-not-possible',
      severity: 'error',
      params: { format: 'turtle', profile: 'named-graphs', allowed: ['plain', 'statements', 'rdf12'] },
    });
  });

  test.each(impossible)('%s: the writer itself writes nothing and says so', (pair) => {
    const [name = '', profile] = pair.split(' ');
    const writer = Object.values(RDF_WRITERS).find((one) => one.name === name);
    const wanted = PROFILE_NAMES.find((one) => one === profile);
    if (!writer || !wanted) throw new Error(pair);
    const { text, context } = write(writer, fullKnowledge(), wanted);
    expect(text).toBe('');
    expect(context.problems.diagnostics.map(({ code }) => code)).toEqual(['profile-not-possible']);
  });
});

test('statements is what is written when no profile is named', () => {
  for (const writer of Object.values(RDF_WRITERS)) {
    expect(write(writer, fullKnowledge(), 'statements').text).toBe(write(writer, fullKnowledge()).text);
  }
});

describe('plain', () => {
  test('holds the lines of the statements that are about entities', () => {
    const entities = [...fullKnowledge().entities.keys()].map((one) => `<${BASE}${one}> `);
    const all = linesOf(write(nquads, fullKnowledge(), 'statements').text);
    expect(plainLines()).toEqual(all.filter((line) => entities.some((start) => line.startsWith(start))));
  });

  test('counts what it leaves out', () => {
    const { losses } = write(nquads, fullKnowledge(), 'plain').context;
    expect([...losses]).toEqual([
      ['not-plain-left-out', 4],
      ['evidence-left-out', 4],
    ]);
  });

  test('reports a plain fact that it cannot write, and no other', () => {
    const facts = [
      fact({ subject: 'a', relation: 'name', object: named('\0') }),
      fact({
        subject: 'a',
        relation: 'callSign',
        object: named('\0'),
        notPlain: 'planned',
        status: 'planned',
      }),
    ];
    for (const writer of [nquads, turtle]) {
      const { context } = write(writer, knowledgeOf({ entities: [entity('a')], facts }), 'plain');
      expect(context.problems.diagnostics).toMatchObject([{ code: 'refused-term' }]);
      expect(context.losses.get('fact-refused')).toBe(1);
    }
  });
});

describe('named-graphs', () => {
  test('holds the quads of statements, with the triples of plain facts in graphs', () => {
    const { text } = write(nquads, fullKnowledge(), 'named-graphs');
    // Given a text and no other options, Oxigraph returns the list at once.
    const quads = parse(text, { format: 'application/n-quads' }) as Quad[];
    const lineOf = ({ subject, predicate, object }: Quad) => `${quad(subject, predicate, object)} .`;
    const inGraphs = quads.filter(({ graph }) => graph.termType === 'NamedNode').map(lineOf);
    expect(inGraphs).toHaveLength(4);
    expect(inGraphs.filter((line) => !plainLines().includes(line))).toEqual([]);
    const all = linesOf(write(nquads, fullKnowledge(), 'statements').text);
    expect([...new Set(quads.map(lineOf))].sort()).toEqual([...all].sort());
  });

  const about = (...pieces: Evidence[]) => {
    const one = fact({ subject: 'a', relation: 'name', object: named('A'), evidence: pieces });
    const sources = [source('log'), source('register')];
    const lines = linesOf(
      write(nquads, knowledgeOf({ entities: [entity('a')], sources, facts: [one] }), 'named-graphs').text,
    );
    return lines
      .filter((line) => line.startsWith(`<${BASE}a> ${NAME} `))
      .map((line) => line.slice(`<${BASE}a> ${NAME} "A" `.length, -2).replace(`${BASE}source/`, ''));
  };

  test.each<[string, Evidence[], string[]]>([
    ['each source', [evidence('log'), evidence('register')], ['<log>', '<register>']],
    ['one source with two pieces', [evidence('log', { row: '1' }), evidence('log', { row: '2' })], ['<log>']],
    ['the default graph, without evidence', [], ['']],
    [
      'no source that was read as merely possible',
      [evidence('log', { certainty: 'possible' }), evidence('register', { certainty: 'probable' })],
      ['<register>'],
    ],
  ])('puts a plain fact into the graph of %s', (_, pieces, graphs) => {
    expect(about(...pieces).map((graph) => graph.trim())).toEqual(graphs);
  });

  test('tells both ways of a symmetric link in the graph', () => {
    const facts = [
      fact({ subject: 'a', relation: 'sisterShip', object: toEntity('b'), evidence: [evidence('log')] }),
    ];
    const knowledge = knowledgeOf({ entities: [entity('a'), entity('b')], sources: [source('log')], facts });
    const { text } = write(trig, knowledge, 'named-graphs');
    expect(text.slice(text.indexOf(`<${BASE}source/log> {`))).toBe(
      `<${BASE}source/log> {\n  :a\n    sea:sisterShip :b .\n\n  :b\n    sea:sisterShip :a .\n}\n`,
    );
  });

  test('opens each graph once', () => {
    const { text } = write(trig, fullKnowledge(), 'named-graphs');
    const graphs = [...text.matchAll(/^(<.*>) \{$/gm)].map(([, graph]) => graph);
    expect(graphs).toEqual([`<${BASE}source/log>`, `<${BASE}source/register>`]);
    expect(text.match(/^\}$/gm)).toHaveLength(2);
  });
});

describe('rdf12', () => {
  const text = write(ntriples, fullKnowledge(), 'rdf12').text;
  const reified = linesOf(text).filter((line) => line.includes(`<${RDF}reifies>`));

  test('reifies each fact once, plain or not', () => {
    expect(reified).toHaveLength(fullKnowledge().facts.length);
    expect(text).not.toContain(`${RDF}Statement`);
    expect(reified.filter((line) => line.includes(`<${FW}unknown> )>> .`))).toHaveLength(1);
  });

  test('asserts plain facts only', () => {
    const relation = ({ relation: name }: { readonly relation: string }) =>
      name === 'name' ? NAME : `<${SEA}${name}>`;
    for (const one of fullKnowledge().facts) {
      const line = reified.find((each) => each.includes(`#${one.id}>`)) ?? '';
      const triple = /<<\( (.*) \)>> \.$/.exec(line)?.[1] ?? '';
      expect(triple).toContain(relation(one));
      expect(linesOf(text).includes(`${triple} .`)).toBe(one.notPlain === undefined);
    }
  });

  test('holds the other lines of statements', () => {
    const reification = /> <http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#(?:subject|predicate|object)> /;
    const statements = linesOf(write(ntriples, fullKnowledge(), 'statements').text).filter(
      (line) => !reification.test(line) && !line.includes(`${RDF}Statement`),
    );
    expect(linesOf(text).filter((line) => !reified.includes(line))).toEqual(statements);
  });

  test('announces its version where the reader knows that', () => {
    expect(write(turtle, fullKnowledge(), 'rdf12').text).toMatch(/^VERSION "1\.2"\n@prefix/);
    expect(write(trig, fullKnowledge(), 'rdf12').text).toMatch(/^VERSION "1\.2"\n@prefix/);
    expect(write(turtle, fullKnowledge(), 'statements').text).not.toContain('VERSION');
    expect(text).not.toContain('VERSION');
  });
});
