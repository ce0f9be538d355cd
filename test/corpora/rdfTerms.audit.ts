/** Hostile RDF terms through every RDF format and profile: each is read back as it was, or refused with code and place. */

import { literal, namedNode } from 'oxigraph';
import { describe } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { randomFrom } from '../../src/core/random.ts';
import type { Literal } from '../../src/facts/facts.ts';
import { PROFILE_NAMES, type ProfileName } from '../../src/formats/options.ts';
import { isRdfFormat, type RdfFormat } from '../../src/formats/rdf/read.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { EDTF_DATATYPE, XSD } from '../../src/ontology/namespaces.ts';
import { BASE, entity, fact, knowledgeOf, originAt, SEA, toLiteral } from '../formats/rdf/fixture.ts';
import { RDF_WRITERS } from '../formats/rdf/reading.ts';
import { audited, counted } from './audited.ts';
import { readersOf } from './rdfReaders.ts';
import { hostileTexts } from './texts.ts';

/** A value of a fact, and the terms that say the same; none of them where there is no such term in RDF. */
interface HostileTerm {
  readonly relation: string;
  readonly value: Literal;
  readonly equals: readonly string[];
}

const DATATYPES: Readonly<Record<string, readonly string[]>> = {
  tonnage: ['integer'],
  length: ['decimal'],
  retired: ['boolean'],
  built: ['date', 'gYear', 'gYearMonth', 'dateTime'],
};
const TYPED = [
  ...[
    '0',
    '-0',
    '+7',
    '007',
    '00',
    '1.',
    '.5',
    '-.5',
    '3.10',
    '1e5',
    '1E5',
    'INF',
    '-INF',
    'NaN',
    '+',
    '-',
    '.',
    '',
    ' 1',
  ],
  ...[
    '1 ',
    '1\n',
    '١٢',
    '１',
    '0x1F',
    '1_000',
    '1,5',
    '9007199254740993',
    '-2147483649',
    `${'9'.repeat(400)}`,
    '1.0.0',
  ],
  ...['true', 'false', 'TRUE', 'True', 'yes', 'true ', 'truе', '1', '__proto__', 'constructor'],
  ...[
    '2021',
    '2021-10',
    '2021-10-21',
    '0000',
    '-0001',
    '-0044-03-15',
    '12021',
    '02021',
    '2021Z',
    '2021-10-21Z',
  ],
  ...[
    '2024-02-29',
    '2023-02-29',
    '1900-02-29',
    '2000-02-29',
    '2021-13',
    '2021-00',
    '2021-10-00',
    '2021-10-32',
  ],
  ...[
    '2021-02-30',
    '2021-1-1',
    '20211021',
    '21.10.2021',
    '2021-10-21T00:00:00Z',
    '2021?',
    '2021~',
    '2021%',
    '202X',
  ],
  ...[
    '2021-XX',
    '2021-22',
    '[1913,1914]',
    '{1913,1914}',
    '[1910..1912]',
    '1913/1914',
    '2021/..',
    '../2021',
    '2021/',
  ],
  ...[
    '1914/1913',
    '2021-10-21/2021-10-20',
    'Y170000002',
    '1912" . <http://evil/s> <http://evil/p> "',
    '2021\u2028',
  ],
];
const TAGS = [
  ...[
    'en',
    'EN',
    'en-US',
    'en_US',
    'sr-Latn-RS',
    'x-own',
    'i-default',
    'de-CH-1996',
    'en-a-bb-x-a',
    'zh-Hant',
  ],
  ...[
    '',
    'e',
    '-',
    'en-',
    '-en',
    'en--ltr',
    'en-toolongsubtag',
    'en .',
    'en> <http://evil/x',
    'é',
    '__proto__',
  ],
  ...[
    'en"',
    'en\n',
    'en\0',
    'ｅｎ',
    'a'.repeat(9),
    `en-x-${'a'.repeat(300)}`,
    'art-lojban',
    'en-u-co-phonebk',
    '@en',
  ],
];
const IRI_STARTS = [
  ...[
    'http://example.org/',
    'https://example.org/a?',
    'https://example.org/#',
    'urn:isbn:',
    'urn:x:',
    'mailto:a@',
  ],
  ...[
    'http://',
    'http://[::1]',
    'http://[',
    'http://user:pw@',
    'http://example.org:',
    'schema:',
    'sea:',
    'rdf:',
    'fw:',
  ],
  ...['', '/', '//', 'a:', '_:', 'xsd:', '@id:', 'javascript:', 'data:text/html,', 'file:///'],
];
const IRIS = [
  ...[
    'http://example.org',
    'http://example.org/%zz',
    'http://example.org/%41',
    'http://example.org/a/../b/./c',
  ],
  ...[
    'http://example.org/ö',
    'http://example.org/o\u0308',
    'http://例え.jp/',
    'HTTP://EXAMPLE.ORG/',
    'http://example.org//',
  ],
  ...[
    'urn:isbn:1',
    'urn:',
    'a:',
    'a',
    ':',
    '#',
    '?',
    'http:',
    'http:///',
    'http://[::1]:80/',
    'http://[v1.a]/',
    'http://1.2.3.4',
  ],
  ...[
    'tag:example.org,2021:a',
    'doi:10.1000/182',
    'schema:name',
    'sea:flag',
    'Ship:x',
    'type:x',
    '@type',
    '1:a',
    'a b:c',
  ],
];

function text(value: string, tag?: string): HostileTerm {
  return {
    relation: 'name',
    value: { datatype: 'string', text: value, ...(tag !== undefined && { language: tag }) },
    equals: termOf(() => literal(value, tag?.toLowerCase())),
  };
}

/** The makers of Oxigraph throw where there is no such term. */
function termOf(make: () => { toString(): string }): readonly string[] {
  try {
    return [make().toString()];
  } catch {
    return [];
  }
}

function iri(value: string): HostileTerm {
  return {
    relation: 'homepage',
    value: { datatype: 'iri', text: value },
    equals: termOf(() => namedNode(value)),
  };
}

function typed(relation: string, value: string): HostileTerm {
  const datatype = { tonnage: 'integer', length: 'decimal', retired: 'boolean', built: 'date' } as const;
  const kind = datatype[relation as keyof typeof datatype]; // the keys of DATATYPES
  const iris = (DATATYPES[relation] ?? []).map((name) => XSD + name);
  const equals = [...iris, ...(kind === 'date' ? [EDTF_DATATYPE] : [])].flatMap((one) =>
    // EDTF puts a Y before a year of more than four digits, XSD does not.
    termOf(() => literal(one.endsWith('#gYear') ? value.replace(/^Y/, '') : value, namedNode(one))),
  );
  return { relation, value: { datatype: kind, text: value }, equals };
}

/** 800 texts, 100 of them with a language, 250 IRIs, and every odd value for every datatype. */
function hostileTerms(): readonly HostileTerm[] {
  const random = randomFrom(7);
  const texts = hostileTexts(900);
  const tails = hostileTexts(2000, 3).filter((one) => one.length < 300);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T; // never empty
  return [
    ...texts.slice(0, 800).map((one) => text(one)),
    ...texts.slice(800).map((one) => text(one, 'en')),
    ...TAGS.map((tag) => text('x', tag)),
    ...IRIS.map(iri),
    ...Array.from({ length: 250 }, () => iri(pick(IRI_STARTS) + pick(tails))),
    ...Object.keys(DATATYPES).flatMap((relation) => TYPED.map((one) => typed(relation, one))),
  ];
}

const TERMS = hostileTerms();

/** One entity and one fact for a term; each record has a line of its own. */
function knowledgeWith(terms: readonly HostileTerm[], from = 0): Knowledge {
  const ids = terms.map((_, i) => `t${from + i}`);
  return knowledgeOf({
    entities: ids.map((id) => entity(id)),
    facts: terms.map(({ relation, value }, i) =>
      fact({ subject: ids[i] ?? '', relation, object: toLiteral(value), origin: originAt(from + i + 1) }),
    ),
  });
}

function write(format: RdfFormat, profile: ProfileName, knowledge: Knowledge) {
  const problems = new Problems(Number.POSITIVE_INFINITY);
  const context = { problems, losses: new Map(), options: { profile } };
  return { text: [...RDF_WRITERS[format].write(knowledge, context)].join(''), problems };
}

const PREDICATES: ReadonlyMap<string, string> = new Map([['name', 'http://schema.org/name']]);

/** Subject → the object of the fact's triple, canonical; a graph after it is cut off. */
function objectsOf(lines: readonly string[]): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    const match = new RegExp(`^<${BASE}(t\\d+)> <([^>]*)> (.*) \\.$`, 's').exec(line);
    const [, subject = '', predicate = '', object = ''] = match ?? [];
    if (!predicate.startsWith(SEA) && predicate !== PREDICATES.get('name')) continue;
    found.set(subject, [...(found.get(subject) ?? []), object]);
  }
  return found;
}

interface Tally {
  kept: number;
  refused: number;
  readonly faults: string[];
}

/** What a reader makes of one export of all terms, or of each term alone when it cannot read the whole. */
async function examine(format: RdfFormat, profile: ProfileName): Promise<Tally> {
  const tally: Tally = { kept: 0, refused: 0, faults: [] };
  const whole = knowledgeWith(TERMS);
  const { text: written, problems } = write(format, profile, whole);
  const what = `${format} ${profile}`;
  const refused = new Set<number>();
  for (const { code, place } of problems.diagnostics) {
    if (code !== 'refused-term' || place?.file !== 'ships.yaml' || place.column !== 7)
      tally.faults.push(`${what}: ${code} at ${JSON.stringify(place)}, no refused value of a fact`);
    else refused.add(place.line - 1);
  }
  const reference =
    profile === 'statements' && format === 'nquads' ? undefined : write('nquads', profile, whole);
  for (const { name, read } of readersOf(format)) {
    let lines: readonly string[];
    try {
      lines = await read(written);
    } catch {
      tally.faults.push(
        ...(await invalidAlone(format, profile, read)).map((fault) => `${what}, ${name}: ${fault}`),
      );
      continue;
    }
    const expected = reference?.text.split('\n').slice(0, -1) ?? lines;
    const known = new Set(expected);
    for (const line of lines) if (!known.has(line)) tally.faults.push(`${what}, ${name}: added ${line}`);
    if (lines.length !== expected.length)
      tally.faults.push(`${what}, ${name}: ${lines.length} quads, not ${expected.length}`);
    const objects = objectsOf(lines);
    for (const [i, term] of TERMS.entries()) {
      const found = objects.get(`t${i}`) ?? [];
      const shown = `${JSON.stringify(term.value).slice(0, 200)}`;
      if (found.length > (refused.has(i) ? 0 : 1))
        tally.faults.push(`${what}, ${name}: ${shown} has ${found}`);
      else if (refused.has(i)) continue;
      else if (!term.equals.includes(found[0] ?? ''))
        tally.faults.push(`${what}, ${name}: ${shown} became ${found[0]}`);
    }
  }
  tally.refused = refused.size;
  tally.kept = TERMS.length - refused.size;
  return tally;
}

async function invalidAlone(
  format: RdfFormat,
  profile: ProfileName,
  read: (text: string) => Promise<unknown>,
) {
  const faults: string[] = [];
  for (const [i, term] of TERMS.entries()) {
    try {
      await read(write(format, profile, knowledgeWith([term], i)).text);
    } catch (error) {
      faults.push(`invalid: ${JSON.stringify(term.value).slice(0, 200)}: ${error}`);
    }
  }
  return faults.length > 0 ? faults : ['only the whole is invalid'];
}

describe('hostile RDF terms', () => {
  for (const format of Object.keys(RDF_WRITERS).filter(isRdfFormat)) {
    const profiles = PROFILE_NAMES.filter((profile) => RDF_WRITERS[format].profiles?.includes(profile));
    audited(`${format}, ${profiles.length} profiles`, '≥ 1,000 terms: 0 invalid, 0 altered', async () => {
      const tallies: Tally[] = [];
      for (const profile of profiles) tallies.push(await examine(format, profile));
      const faults = tallies.flatMap((tally) => tally.faults);
      if (TERMS.length < 1000) faults.push(`only ${TERMS.length} terms`);
      const { kept = 0, refused = 0 } = tallies[0] ?? {};
      for (const tally of tallies)
        if (tally.refused !== refused) faults.push('not every profile refuses the same');
      const invalid = faults.filter((fault) => fault.includes('invalid')).length;
      const readers = readersOf(format).map(({ name }) => name);
      const found =
        `${counted(TERMS.length)} terms by ${readers.join(' and ')}: ${invalid} invalid, ` +
        `${faults.length - invalid} altered, ${counted(kept)} read back, ${counted(refused)} refused with code and place`;
      return { found, faults };
    });
  }

  audited('what is refused is no RDF', 'only what a reader of RDF refuses too', () => {
    const { problems } = write('nquads', 'statements', knowledgeWith(TERMS));
    const lines = new Set(problems.diagnostics.map(({ place }) => (place?.line ?? 0) - 1));
    const needless = TERMS.filter(({ value }, i) => value.datatype === 'string' && lines.has(i)).filter(
      ({ value }) => !/\0|\p{Surrogate}/u.test(value.text) && value.language === undefined,
    );
    const missed = TERMS.filter(({ value }, i) => /\0|\p{Surrogate}/u.test(value.text) && !lines.has(i));
    const faults = [...needless, ...missed].map(({ value }) => JSON.stringify(value));
    return { found: `${needless.length} texts refused without need, ${missed.length} let through`, faults };
  });
});
