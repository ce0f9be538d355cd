/** Wrong input, each with its code at its place: `‸` stands where a diagnostic has to point. */
import { describe, expect, it } from 'vitest';
import { FIRST, HEAD, objectOf, parse, SETTINGS, says, withFacts } from '../harbour.ts';
import { errorsOf, expectedAt, unmarked } from '../marked.ts';

type Row = readonly [name: string, marked: string, codes: string];

function check(marked: string, codes: string) {
  const { text, places } = unmarked(marked);
  const { problems, parsed } = parse({ 'facts.yaml': text });
  expect(errorsOf(problems)).toEqual(expectedAt(places, codes));
  return parsed;
}

/** A fact of a block, as it stands below its subject. */
const IN_BLOCKS: readonly Row[] = [
  ['an unknown subject', '{ ‸auror: { homePort: malmo } }', 'unknown-entity'],
  ['an unknown object', '{ aurora: { homePort: ‸malmö } }', 'unknown-entity'],
  ['an unknown object in a map', '{ aurora: { homePort: { object: ‸nowhere } } }', 'unknown-entity'],
  ['an unknown object in a list', '{ aurora: { escorts: [borealis, ‸nobody] } }', 'unknown-entity'],
  ['an unknown relation', '{ aurora: { ‸homeprt: malmo } }', 'unknown-relation'],
  ['a relation of another class', '{ malmo: { ‸homePort: visby } }', 'wrong-subject-class'],
  ['an object of another class', '{ aurora: { homePort: ‸borealis } }', 'wrong-object-class'],
  ['no object', '{ aurora: { ‸homePort: { season: winter } } }', 'missing-object'],
  ['itself as object', '{ aurora: { escorts: ‸aurora } }', 'self-reference'],
  ['a map of maps', '{ aurora: { homePort: { object: ‸{ a: b } } } }', 'wrong-shape'],
  ['a list in a list', '{ aurora: { homePort: [‸[malmo]] } }', 'wrong-shape'],
  ['an empty list of objects', '{ aurora: { homePort: ‸[] } }', 'wrong-shape'],
  ['a subject without relations', '{ aurora: ‸{} }', 'wrong-shape'],
  ['a subject with a text', '{ aurora: ‸malmo }', 'wrong-shape'],
  ['a missing value', '{ aurora: { homePort: ‸} }', 'null-value'],
  ['a key twice', '{ aurora: { homePort: malmo, ‸homePort: visby } }', 'duplicate-key'],

  ['an impossible date', '{ aurora: { launched: ‸2021-02-30 } }', 'invalid-date'],
  ['a month in words', '{ aurora: { launched: ‸October 2021 } }', 'invalid-date'],
  ['a decimal with a comma', '{ aurora: { tonnage: ‸"1,5" } }', 'invalid-literal'],
  ['an exponent', '{ aurora: { tonnage: ‸1e6 } }', 'invalid-literal'],
  ['INF', '{ aurora: { tonnage: ‸.inf } }', 'invalid-literal'],
  ['an integer with a point', '{ aurora: { crew: ‸3.0 } }', 'invalid-literal'],
  ['a boolean in words', '{ aurora: { retired: ‸yes } }', 'invalid-literal'],
  ['an IRI with a blank', '{ aurora: { register: ‸"https://e.org/a b" } }', 'invalid-iri'],
  ['a relative IRI', '{ aurora: { register: ‸page } }', 'invalid-iri'],
  ['a token with a blank at the end', '{ aurora: { callSign: ‸"SDJ " } }', 'invalid-literal'],
  ['an empty text', '{ aurora: { name: ‸"  " } }', 'invalid-literal'],
  ['a concept that is not in the list', '{ aurora: { flagState: ‸panam } }', 'unknown-value'],
  [
    'a language tag with an underscore',
    '{ aurora: { name: { object: A, language: ‸en_US } } }',
    'invalid-language-tag',
  ],
  ['a control character', '{ aurora: { name: ‸"a\\u0007" } }', 'control-character'],
  ['half a character', '{ aurora: { name: ‸"a\\ud800" } }', 'lone-surrogate'],

  [
    'an unknown qualifier',
    '{ aurora: { homePort: { object: malmo, saeson: ‸winter } } }',
    'unknown-qualifier',
  ],
  [
    'a qualifier of another relation',
    '{ aurora: { escorts: { object: borealis, season: ‸x } } }',
    'unknown-qualifier',
  ],
  [
    'a qualifier with a bad value',
    '{ aurora: { homePort: { object: malmo, startDate: ‸"2021-13" } } }',
    'invalid-date',
  ],
  [
    'a qualifier with one bad value of two',
    '{ aurora: { homePort: { object: malmo, trade: ‸[malta, malt] } } }',
    'unknown-value',
  ],
  ['a qualifier without values', '{ aurora: { homePort: { object: malmo, season: ‸[] } } }', 'wrong-shape'],
  [
    'a qualifier that is a map',
    '{ aurora: { homePort: { object: malmo, season: ‸{ a: b } } } }',
    'wrong-shape',
  ],
  [
    'an end before the start',
    '{ aurora: { homePort: { object: malmo, startDate: 2021, endDate: ‸2020 } } }',
    'dates-reversed',
  ],

  ['an unknown status', '{ aurora: { homePort: { object: malmo, status: ‸assert } } }', 'unknown-value'],
  ['negation in words', '{ aurora: { homePort: { object: malmo, negated: ‸yes } } }', 'invalid-literal'],
  [
    'unknown that is neither true nor false',
    '{ aurora: { homePort: { unknown: ‸perhaps } } }',
    'invalid-literal',
  ],
  ['none that is neither true nor false', '{ aurora: { homePort: { none: ‸yes } } }', 'invalid-literal'],
  ['an object that is unknown', '{ aurora: { homePort: { object: malmo, unknown: ‸true } } }', 'wrong-shape'],
  ['an object that there is not', '{ aurora: { homePort: { object: malmo, none: ‸true } } }', 'wrong-shape'],
  ['unknown and none', '{ aurora: { homePort: { unknown: true, none: ‸true } } }', 'wrong-shape'],
  ['unknown: false alone', '{ aurora: { ‸homePort: { unknown: false } } }', 'missing-object'],

  [
    'an own certainty that is none',
    '{ aurora: { homePort: { object: malmo, certainty: ‸sure } } }',
    'unknown-value',
  ],
  [
    'an own speaker that is none',
    '{ aurora: { homePort: { object: malmo, saidBy: ‸nobody } } }',
    'unknown-entity',
  ],
  [
    'an own source that is none',
    '{ aurora: { homePort: { object: malmo, source: ‸logg } } }',
    'unknown-source',
  ],
  [
    'an own score out of range',
    '{ aurora: { homePort: { object: malmo, confidence: ‸1.5 } } }',
    'invalid-literal',
  ],
  [
    'an own quote that is empty',
    '{ aurora: { homePort: ‸{ object: malmo, quote: "" } } }',
    'missing-evidence',
  ],
  [
    'a status that is a list',
    '{ aurora: { homePort: { object: malmo, status: ‸[planned] } } }',
    'wrong-shape',
  ],
];

describe('a fact in a block', () => {
  it.each(IN_BLOCKS)('%s', (_, said, codes) => {
    const parsed = check(`${HEAD}  - { quote: q, says: ${said} }\n`, codes);
    if (!/null-value|duplicate-key|control|lone/.test(codes)) {
      expect(parsed.counts.read).toBeGreaterThan(0);
      expect(parsed.facts.length + parsed.counts.refused).toBe(parsed.counts.read);
    }
  });
});

const WHOLE_FACTS: readonly Row[] = [
  ['no evidence', '‸{ says: { aurora: { homePort: malmo } } }', 'missing-evidence'],
  ['an empty quote', '‸{ quote: " ", says: { aurora: { homePort: malmo } } }', 'missing-evidence'],
  [
    'an empty row beside a quote',
    '{ quote: q, row: ‸"", says: { aurora: { homePort: malmo } } }',
    'invalid-literal',
  ],
  [
    'an occurrence of 0',
    '{ quote: q, occurrence: ‸0, says: { aurora: { homePort: malmo } } }',
    'invalid-literal',
  ],
  [
    'an occurrence in words',
    '{ quote: q, occurrence: ‸first, says: { aurora: { homePort: malmo } } }',
    'invalid-literal',
  ],
  [
    'an unknown source',
    '{ quote: q, source: ‸lgo, says: { aurora: { homePort: malmo } } }',
    'unknown-source',
  ],
  [
    'an unknown speaker',
    '{ quote: q, saidBy: ‸nobody, says: { aurora: { homePort: malmo } } }',
    'unknown-entity',
  ],
  [
    'an unknown status of all',
    '{ quote: q, status: ‸plan, says: { aurora: { homePort: malmo } } }',
    'unknown-value',
  ],
  ['an unknown key', '{ ‸quot: q, says: { aurora: { homePort: malmo } } }', 'unknown-key'],
  ['says that is a text', '{ quote: q, says: ‸aurora }', 'wrong-shape'],
  ['says that is empty', '{ quote: q, says: ‸{} }', 'wrong-shape'],
  ['a quote that is a list', '{ quote: ‸[q], says: { aurora: { homePort: malmo } } }', 'wrong-shape'],
  ['a fact that is a text', '‸aurora', 'wrong-shape'],
  ['a fact that is a list', '‸[aurora]', 'wrong-shape'],
  ['a flat fact without its subject', '‸{ quote: q, relation: homePort, object: malmo }', 'missing-key'],
  [
    'a flat fact with an unknown object',
    '{ quote: q, subject: aurora, relation: homePort, object: ‸malm }',
    'unknown-entity',
  ],
  [
    'a flat fact with an unknown qualifier',
    '{ quote: q, subject: aurora, relation: homePort, object: malmo, qualifiers: { berht: ‸1 } }',
    'unknown-qualifier',
  ],
  [
    'a flat fact with a bad qualifier',
    '{ quote: q, subject: aurora, relation: homePort, object: malmo, qualifiers: { endDate: ‸soon } }',
    'invalid-date',
  ],
  [
    'a flat fact with qualifiers beside it',
    '{ quote: q, subject: aurora, relation: homePort, object: malmo, ‸berth: 1 }',
    'unknown-key',
  ],
  [
    'a flat fact with qualifiers in a list',
    '{ quote: q, subject: aurora, relation: homePort, object: malmo, qualifiers: ‸[berth] }',
    'wrong-shape',
  ],
  [
    'a flat fact that is unknown and not',
    '{ quote: q, subject: aurora, relation: homePort, object: malmo, unknown: ‸true }',
    'wrong-shape',
  ],
];

describe('a whole fact', () => {
  it.each(WHOLE_FACTS)('%s', (_, fact, codes) => {
    const parsed = check(`${HEAD}  - ${fact}\n`, codes);
    expect(parsed.facts).toEqual([]);
    expect(parsed.counts).toEqual({ read: 1, refused: 1 });
  });
});

const GOOD = '  - { quote: q, says: { aurora: { homePort: malmo } } }\n';
const swap = (from: string, to: string) => HEAD.replace(from, to) + GOOD;

const AROUND: readonly Row[] = [
  ['an unknown key of the file', `‸fact: []\n${HEAD}${GOOD}`, 'unknown-key'],
  ['a source that is a list', swap('source: log', 'source: ‸[log]'), 'wrong-shape'],
  ['facts that are a map', HEAD.replace('facts:\n', 'facts: ‸{ a: b }\n'), 'wrong-shape'],
  [
    'entities that are a list',
    `${HEAD.replace(/entities:[\s\S]*facts/, 'entities: ‸[a]\nfacts')}  []\n`,
    'wrong-shape',
  ],
  ['an id with a blank', swap('  aurora:', '  ‸aurora b: Ship\n  aurora:'), 'bad-id'],
  ['an id that begins with a dash', swap('  aurora:', '  ‸-a: Ship\n  aurora:'), 'bad-id'],
  ['an unknown class', swap('  visby: { class: Port', '  visby: { class: ‸Prot'), 'unknown-class'],
  [
    'an unknown class alone',
    swap('  visby: { class: Port, label: Visby }', '  visby: ‸Prot'),
    'unknown-class',
  ],
  ['an entity without a class', swap('visby: { class: Port,', 'visby: ‸{'), 'missing-key'],
  [
    'an entity with an unknown key',
    swap('visby: { class: Port, label', 'visby: { class: Port, ‸lable'),
    'unknown-key',
  ],
  ['an empty label', swap('label: Visby', 'label: ‸""'), 'invalid-literal'],
  ['a label that is a list', swap('label: Visby', 'label: ‸[Visby]'), 'wrong-shape'],
  ['a source without a type', swap('paper: { type: Article,', 'paper: ‸{'), 'missing-key'],
  [
    'a source with an unknown key',
    swap('type: Article, title: A paper', 'type: Article, ‸tilte: A paper'),
    'unknown-key',
  ],
  ['a source with a bad date', swap('title: A paper', 'published: ‸yesterday'), 'invalid-date'],
  ['a source with a bad URL', swap('title: A paper', 'url: ‸"http://a b"'), 'invalid-iri'],
  ['a source with a bad language', swap('title: A paper', 'language: ‸english_'), 'invalid-language-tag'],
  ['a source with a short hash', swap('title: A paper', 'sha256: ‸abc'), 'invalid-literal'],
  [
    'a source with an upper-case hash',
    swap('title: A paper', `sha256: ‸${'A'.repeat(64)}`),
    'invalid-literal',
  ],
  ['a copy of no id', swap('title: A paper', 'copyOf: ‸"a b"'), 'bad-id'],
  ['a copy of an unknown source', swap('title: A paper', 'copyOf: ‸lgo'), 'unknown-source'],
  ['a correction of an unknown source', swap('title: A paper', 'corrects: ‸lgo'), 'unknown-source'],
  ['a bad source id', swap('  paper:', '  ‸a/b: { type: Article }\n  paper:'), 'bad-id'],
  ['a judgement without a verdict', `${HEAD}${GOOD}judgements:\n  - ‸{ by: A, why: w }\n`, 'missing-key'],
  ['a judgement without a reason', `${HEAD}${GOOD}judgements:\n  - ‸{ reject: f-1, by: A }\n`, 'missing-key'],
  [
    'a judgement with an empty reason',
    `${HEAD}${GOOD}judgements:\n  - { reject: f-1, by: A, why: ‸"" }\n`,
    'wrong-shape',
  ],
  [
    'a judgement on no fact id',
    `${HEAD}${GOOD}judgements:\n  - { reject: ‸f-1, by: A, why: w }\n`,
    'unknown-fact',
  ],
  [
    'a judgement on one entity',
    `${HEAD}${GOOD}judgements:\n  - { distinct: ‸[aurora], by: A, why: w }\n`,
    'wrong-shape',
  ],
  [
    'a judgement on an unknown entity',
    `${HEAD}${GOOD}judgements:\n  - { distinct: ‸[aurora, nobody], by: A, why: w }\n`,
    'unknown-entity',
  ],
  [
    'a judgement with an unknown key',
    `${HEAD}${GOOD}judgements:\n  - { distinct: [aurora, borealis], by: A, why: w, ‸wen: x }\n`,
    'unknown-key',
  ],
];

describe('what stands around facts', () => {
  it.each(AROUND)('%s', (_, marked, codes) => {
    const { text, places } = unmarked(marked);
    const { problems } = parse({ 'facts.yaml': text });
    const found = errorsOf(problems);
    const [first, ...further] = codes.split(' ');
    expect(found[0]).toBe(`${first} ${places[0]}`);
    expect(found.slice(1).map((line) => line.split(' ')[0])).toEqual(further);
  });

  it('a bad class in a map of its own line points at the class', () => {
    const { problems } = parse({ 'facts.yaml': swap('class: Port, label: Visby', 'class: Prot') });
    expect(problems.diagnostics[0]?.params).toMatchObject({ value: 'Prot', suggestion: 'Port' });
  });
});

const JSON_LINES: readonly Row[] = [
  [
    'an unknown relation',
    '{"subject":"a","relation":‸"homeprt","object":"p","source":"s","row":"1"}',
    'unknown-relation',
  ],
  [
    'an unknown key',
    '{"subject":"a","relation":"homePort","object":"p","source":"s","row":"1",‸"x":"y"}',
    'unknown-key',
  ],
  [
    'a bad qualifier',
    '{"subject":"a","relation":"homePort","object":"p","source":"s","row":"1","qualifiers":{"asOf":‸"x"}}',
    'invalid-date',
  ],
  ['a null', '{"subject":"a","relation":"homePort","object":‸null,"source":"s","row":"1"}', 'null-value'],
  ['a broken line', '{"subject":"a",‸}', 'json-syntax'],
  ['no source', '‸{"subject":"a","relation":"homePort","object":"p","row":"1"}', 'missing-source'],
  [
    'a judgement with a key beside it',
    '{"judgement":{"distinct":["a","b"],"by":"A","why":"w"},‸"note":"x"}',
    'unknown-key',
  ],
  ['a second source of an id', '‸{"source":"s","type":"Table"}', 'duplicate-source'],
];

describe('a line of JSON', () => {
  const head = [
    '{"source":"s","type":"Table"}',
    '{"entity":"a","class":"Ship"}',
    '{"entity":"b","class":"Ship"}',
    '{"entity":"p","class":"Port"}',
  ];
  it.each(JSON_LINES)('%s', (_, marked, codes) => {
    const { text, places } = unmarked([...head, marked].join('\n'));
    const { problems } = parse({ 'facts.jsonl': text });
    const [code, place] = errorsOf(problems)[0]?.split(' ') ?? [];
    expect(code).toBe(codes);
    // Keys and values stand in one line; what is wrong with a key may point at either.
    expect(place?.split(':')[0]).toBe(places[0]?.split(':')[0]);
  });
});

describe('what a block says of its facts', () => {
  it('holds where a fact does not say otherwise', () => {
    const fact = `{ quote: q, status: planned, negated: true, certainty: probable, saidBy: borealis, note: n, says: { aurora: {
      homePort: malmo,
      escorts: { object: borealis, status: asserted, negated: false, certainty: possible, saidBy: aurora },
      name: { object: A, note: m } } } }`;
    const { parsed, codes } = parse(withFacts(fact));
    expect(codes).toEqual([]);
    const shown = parsed.facts.map((one) => {
      const [piece] = one.evidence;
      return [
        one.relation,
        one.status,
        one.negated,
        piece?.certainty,
        piece?.saidBy,
        piece?.note,
        piece?.quote,
      ];
    });
    expect(shown).toEqual([
      ['homePort', 'planned', true, 'probable', 'borealis', 'n', 'q'],
      ['escorts', 'asserted', false, 'possible', 'aurora', 'n', 'q'],
      ['name', 'planned', true, 'probable', 'borealis', 'm', 'q'],
    ]);
  });

  it('is asserted, certain and of the source of the file by default', () => {
    const { parsed } = parse(withFacts(says('aurora: { homePort: malmo }')));
    const [fact] = parsed.facts;
    expect(fact).toMatchObject({ status: 'asserted', negated: false });
    expect(fact?.evidence[0]).toMatchObject({ source: 'log', certainty: 'certain', quote: 'q' });
  });

  it('shares one piece of evidence, whose problem is reported once', () => {
    const said = 'aurora: { homePort: malmo, name: A, launched: 1912 }';
    const { parsed } = parse(withFacts(says(said)));
    expect(new Set(parsed.facts.map((fact) => fact.evidence[0])).size).toBe(1);
    const wrong = parse(withFacts(says(said, 'quote: q, certainty: sure')));
    expect(wrong.codes).toEqual([`unknown-value ${FIRST}:28`]);
    expect(wrong.parsed.counts).toEqual({ read: 3, refused: 3 });
  });

  it('takes unknown and none for objects of links and of properties', () => {
    const { parsed, codes } = parse(
      withFacts(
        says(
          'aurora: { homePort: { unknown: true }, escorts: { none: true }, launched: { unknown: true, none: false } }',
        ),
      ),
    );
    expect(codes).toEqual([]);
    expect(parsed.facts.map(objectOf)).toEqual(['unknown', 'none', 'unknown']);
  });

  it('reports a wrong subject or relation once, however many facts hang on it', () => {
    const { problems, parsed } = parse(withFacts(says('nobody: { homePort: [malmo, visby], name: N }')));
    expect(errorsOf(problems)).toHaveLength(1);
    expect(parsed.counts).toEqual({ read: 3, refused: 3 });
  });
});

describe('a definition that is refused', () => {
  const head = HEAD.replace('aurora: { class: Ship', 'aurora: { class: Shp');
  it('takes its facts along, without a report of each', () => {
    const { problems, parsed } = parse({
      'facts.yaml': `${head}  - ${says('aurora: { homePort: malmo, name: A }')}\n  - ${says('borealis: { escorts: aurora, name: B }')}\n`,
    });
    expect(errorsOf(problems).map((line) => line.split(' ')[0])).toEqual(['unknown-class']);
    expect(parsed.counts).toEqual({ read: 4, refused: 3 });
  });

  it('is not unknown to judgements', () => {
    const { problems } = parse({
      'facts.yaml': `${head}${GOOD.replace('aurora', 'borealis')}judgements:\n  - { distinct: [aurora, borealis], by: A, why: w }\n`,
    });
    expect(errorsOf(problems).map((line) => line.split(' ')[0])).toEqual(['unknown-class']);
  });
});

describe('an entity in two files', () => {
  const two = (first: string, second: string) =>
    parse({ 'a.yaml': `entities:\n  aurora: ${first}\n`, 'b.yaml': `entities:\n  aurora: ${second}\n` });
  it.each([
    ['Ship', 'Tanker', 'Tanker'],
    ['Tanker', 'Ship', 'Tanker'],
    ['Ship', 'Ship', 'Ship'],
  ])('%s and %s is a %s', (first, second, narrow) => {
    const { parsed, codes } = two(first, second);
    expect(codes).toEqual([]);
    expect([...parsed.entities.values()][0]?.class).toBe(narrow);
  });
  it('keeps the label of either', () => {
    expect([...two('{ class: Ship, label: A }', 'Tanker').parsed.entities.values()][0]).toMatchObject({
      class: 'Tanker',
      label: 'A',
    });
    expect([...two('Tanker', '{ class: Ship, label: A }').parsed.entities.values()][0]).toMatchObject({
      class: 'Tanker',
      label: 'A',
    });
  });
  it('is refused with classes that exclude each other', () =>
    expect(two('Ship', 'Port').codes).toEqual(['disjoint-classes 2:3']));
  it('is refused with two labels', () =>
    expect(two('{ class: Ship, label: A }', '{ class: Ship, label: B }').codes).toEqual([
      'duplicate-entity 2:3',
    ]));
});

describe('the limit on facts', () => {
  it('counts what lies beyond it as refused, and is reported once', () => {
    const files = withFacts(says('aurora: { name: [A, B, C, D] }'));
    const limits = { fileBytes: 1e9, facts: 2 };
    const reading = parse(files);
    expect(reading.parsed.counts).toEqual({ read: 4, refused: 0 });
    const { parsed, codes } = parse(files, { settings: { ...SETTINGS, limits } });
    expect(codes).toHaveLength(1);
    expect(codes[0]).toMatch(/^limit-exceeded/);
    expect(parsed.counts).toEqual({ read: 4, refused: 2 });
  });
});
