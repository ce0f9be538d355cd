/** One set of facts in three forms: YAML, JSON and JSON lines give the same knowledge. */
import { describe, expect, it } from 'vitest';
import { know, parse, place, plainKnowledge } from '../harbour.ts';

const YAML = `source: log
language: en
sources:
  log: { type: Article, title: "The log", published: 1913-04, language: en }
  paper: { type: Table, sha256: ${'ab'.repeat(32)}, copyOf: log }
entities:
  aurora: Ship
  borealis: { class: Tanker, label: Borealis }
  malmo: { class: Port, label: Malmö }
facts:
  - quote: the Aurora of Malmö
    certainty: probable
    says:
      aurora:
        name: [Aurora, { object: Norrsken, language: sv }]
        homePort: { object: malmo, season: [winter, autumn], berth: 7b, startDate: 1912-03 }
        tonnage: 3.10
        crew: 007
        retired: false
  - row: "17"
    column: 02
    source: paper
    status: planned
    negated: true
    says:
      borealis: { escorts: aurora, launched: { unknown: true }, homePort: { none: true, status: asserted } }
judgements:
  - { distinct: [aurora, borealis], by: A. Mate, why: they are two }
`;

const JSON_FORM = {
  source: 'log',
  language: 'en',
  sources: {
    log: { type: 'Article', title: 'The log', published: '1913-04', language: 'en' },
    paper: { type: 'Table', sha256: 'ab'.repeat(32), copyOf: 'log' },
  },
  entities: {
    aurora: 'Ship',
    borealis: { class: 'Tanker', label: 'Borealis' },
    malmo: { class: 'Port', label: 'Malmö' },
  },
  facts: [
    {
      quote: 'the Aurora of Malmö',
      certainty: 'probable',
      says: {
        aurora: {
          name: ['Aurora', { object: 'Norrsken', language: 'sv' }],
          homePort: { object: 'malmo', season: ['autumn', 'winter'], berth: '7b', startDate: '1912-03' },
          tonnage: '3.10',
          crew: '007',
          retired: false,
        },
      },
    },
    {
      row: 17,
      column: '02',
      source: 'paper',
      status: 'planned',
      negated: true,
      subject: 'borealis',
      relation: 'escorts',
      object: 'aurora',
    },
    {
      row: '17',
      column: '02',
      source: 'paper',
      status: 'planned',
      negated: 'true',
      subject: 'borealis',
      relation: 'launched',
      unknown: true,
    },
    {
      row: '17',
      column: '02',
      source: 'paper',
      negated: true,
      subject: 'borealis',
      relation: 'homePort',
      none: true,
    },
  ],
  judgements: [{ distinct: ['aurora', 'borealis'], by: 'A. Mate', why: 'they are two' }],
};

/** A line has no defaults of a file: language and source stand in each. */
const aurora = {
  quote: 'the Aurora of Malmö',
  certainty: 'probable',
  source: 'log',
  language: 'en',
  subject: 'aurora',
};
const borealis = { row: '17', column: '02', source: 'paper', negated: true, subject: 'borealis' };
const LINES = [
  {
    ...aurora,
    relation: 'homePort',
    object: 'malmo',
    qualifiers: { startDate: '1912-03', berth: '7b', season: ['winter', 'autumn'] },
  },
  { entity: 'malmo', class: 'Port', label: 'Malmö' },
  { judgement: { distinct: ['borealis', 'aurora'], by: 'A. Mate', why: 'they are two' } },
  { ...borealis, relation: 'homePort', none: true },
  { ...borealis, status: 'planned', relation: 'escorts', object: 'aurora' },
  { ...borealis, status: 'planned', relation: 'launched', unknown: true },
  { source: 'paper', type: 'Table', sha256: 'ab'.repeat(32), copyOf: 'log' },
  { ...aurora, relation: 'name', object: 'Aurora' },
  { ...aurora, relation: 'name', object: 'Norrsken', language: 'sv' },
  { ...aurora, relation: 'tonnage', object: '3.10' },
  { ...aurora, relation: 'retired', object: false },
  { ...aurora, relation: 'crew', object: '007' },
  { entity: 'aurora', class: 'Ship' },
  { entity: 'borealis', class: 'Tanker', label: 'Borealis' },
  { source: 'log', type: 'Article', title: 'The log', published: '1913-04', language: 'en' },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('\n');

const forms = [
  ['YAML', { 'facts.yaml': YAML }],
  ['JSON', { 'facts.json': JSON_FORM }],
  ['JSON lines', { 'facts.jsonl': LINES }],
  ['JSON written as YAML', { 'facts.yml': JSON_FORM }],
] as const;

describe('one set of facts', () => {
  const golden = know({ 'facts.yaml': YAML });

  it('is read whole', () => {
    expect(golden.problems.errors).toBe(0);
    expect(golden.knowledge.facts).toHaveLength(9);
    expect(golden.knowledge.evidence).toHaveLength(2);
    const [judgement] = golden.parsed.judgements;
    expect(judgement).toMatchObject({ kind: 'distinct', by: 'A. Mate' });
    const texts = golden.knowledge.facts.flatMap(({ object }) =>
      object.kind === 'literal' ? [object.literal.text] : [],
    );
    expect(texts.sort()).toEqual(['007', '3.10', 'Aurora', 'Norrsken', 'false']);
  });

  it.each(forms)('is the same knowledge in %s', (_, files) => {
    const { knowledge, problems } = know(files);
    expect(plainKnowledge(knowledge)).toEqual(plainKnowledge(golden.knowledge));
    expect([...problems.counts].sort()).toEqual([...golden.problems.counts].sort());
  });

  it('is the same graph in each', () => {
    const views = forms.map(([, files]) => place(files).graph);
    for (const graph of views) expect(graph).toEqual(views[0]);
  });
});

describe('a source beside facts', () => {
  it('is told from a flat fact by its type', () => {
    const { parsed, codes } = parse({
      'facts.jsonl': `{"source":"s","type":"Table"}\n{"entity":"a","class":"Ship"}\n{"source":"s","row":"1","subject":"a","relation":"name","object":"A"}\n`,
    });
    expect(codes).toEqual([]);
    expect([parsed.sources.size, parsed.facts.length]).toEqual([1, 1]);
  });
});

describe('a fact in a JSON line', () => {
  it('has the places of its keys, worked out on demand', () => {
    const line =
      '{"subject":"a","relation":"homePort","object":"p","source":"s","row":"1","qualifiers":{"berth":"7"}}';
    const { parsed } = parse({
      'facts.jsonl': `{"source":"s","type":"T"}\n{"entity":"a","class":"Ship"}\n{"entity":"p","class":"Port"}\n\n${line}\n`,
    });
    const [fact] = parsed.facts;
    const at = (part?: string) => fact?.origin.place(part);
    expect(at()).toMatchObject({ file: 'facts.jsonl', line: 5, column: 1 });
    expect(at('object')?.column).toBe(line.indexOf('"p"') + 1);
    expect(at('qualifiers.berth')?.column).toBe(line.indexOf('"7"') + 1);
  });
});

it('a file of an unknown ending is reported, not read', () => {
  expect(parse({ 'facts.txt': 'facts: []' }).codes).toEqual(['unknown-file-type 1:1']);
  expect(parse({ facts: 'facts: []' }).codes).toEqual(['unknown-file-type 1:1']);
});
