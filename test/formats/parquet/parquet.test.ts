import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../../src/core/diagnostic.ts';
import { compareUtf8 } from '../../../src/core/order.ts';
import { fixedOrigin } from '../../../src/core/place.ts';
import { openProject } from '../../../src/files/openProject.ts';
import type { LossName } from '../../../src/formats/losses.ts';
import { inOrder, text, texts } from '../../../src/formats/parquet/columns.ts';
import { createTextGate } from '../../../src/formats/parquet/gate.ts';
import { toDecimal, toInt64 } from '../../../src/formats/parquet/numbers.ts';
import { writeParquet } from '../../../src/formats/parquet/parquet.ts';
import { writeTable } from '../../../src/formats/parquet/table.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { build } from '../../../src/pipeline.ts';
import { HEAD, know, plainOf, SHIPS, says, withFacts } from '../../harbour.ts';
import { loadFilm } from '../../ontology/files.ts';
import { fileOver } from '../../randomProject.ts';
import { rawText } from '../../rawText.ts';
import { nasty } from '../hostile.ts';
import { readTable, readTables } from './readTables.ts';
import { rebuild } from './rebuild.ts';

function write(knowledge: Knowledge) {
  const problems = new Problems();
  const losses = new Map<LossName, number>();
  const contents = new Map<string, Buffer>();
  for (const { name, chunks } of writeParquet(knowledge, { problems, losses }, 'ships')) {
    contents.set(name, Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk))));
  }
  return { contents, problems, losses: Object.fromEntries(losses) };
}

async function tablesOf(knowledge: Knowledge) {
  return readTables(write(knowledge).contents);
}

async function factsOf(...facts: readonly string[]) {
  const { knowledge } = know(withFacts(...facts));
  return (await tablesOf(knowledge)).get('facts')?.rows ?? [];
}

/** All of the knowledge but places in files, as `rebuild` gives it. */
function modelOf({ entities, facts, sources, evidence }: Knowledge): object {
  const bare = ({ origin: _, ...rest }: { readonly origin: unknown }) => rest;
  return {
    entities: [...entities.values()].map(bare),
    facts: facts.map((fact) =>
      Object.fromEntries(Object.entries(plainOf(fact)).filter(([, value]) => value !== undefined)),
    ),
    sources: [...sources.values()].map(bare),
    evidence: evidence.map(bare),
  };
}

function openRust(): Knowledge {
  const problems = new Problems();
  const project = openProject('data/rust', problems);
  if (!project) throw new Error(JSON.stringify(problems.diagnostics));
  return build(project, problems).knowledge;
}

const FULL = withFacts(
  says('aurora: { homePort: { object: malmo, season: [winter, spring], berth: 7b, startDate: 1912-03 } }'),
  says(
    'aurora: { name: [Aurora, { object: Norrsken, language: sv }], launched: 1912~, tonnage: 3.10 }',
    'row: "17", column: names',
  ),
  says(
    'borealis: { escorts: { object: aurora, status: planned }, sisterShip: aurora }',
    'quote: sisters, occurrence: 2, saidBy: aurora, note: n',
  ),
  says(
    'borealis: { homePort: { none: true }, register: "https://example.org/r?x=1#y", retired: true }',
    'withoutPlace: hearsay',
  ),
  says(
    'aurora: { homePort: { object: visby, negated: true }, flagState: panama }',
    'quote: q, certainty: possible',
  ),
  says(
    'aurora: { sisterShip: borealis, crew: 13 }',
    'quote: other, source: paper, certainty: probable, confidence: "0.5"',
  ),
);

describe('the tables', () => {
  it('give back the knowledge that they were written from', async () => {
    const { knowledge } = know(FULL);
    expect(rebuild(await tablesOf(knowledge))).toEqual(modelOf(knowledge));
  });

  it('give back a project with anchors, disputes and judgements', async () => {
    const rust = openRust();
    expect(rust.evidence.filter(({ anchor }) => anchor).length).toBeGreaterThan(20);
    expect(rebuild(await tablesOf(rust))).toEqual(modelOf(rust));
  });

  it('give back what an editor rejected', async () => {
    const first = know(withFacts(says('aurora: { homePort: malmo }')));
    const id = first.knowledge.facts[0]?.id;
    const { knowledge } = know({
      'facts.yaml': `${HEAD}  - ${says('aurora: { homePort: malmo }')}\njudgements:\n  - { reject: ${id}, by: Ann, why: 'a slip' }\n`,
    });
    const tables = await tablesOf(knowledge);
    expect(tables.get('facts')?.rows).toMatchObject([
      {
        rejected_by: 'Ann',
        rejected_because: 'a slip',
        plain: false,
        not_plain: 'rejected',
        reasons: ['rejected'],
      },
    ]);
    expect(rebuild(tables)).toEqual(modelOf(knowledge));
  });

  it.each([
    ['ships', SHIPS],
    ['film', loadFilm()],
  ] as const)('give back every project about %s', async (_, ontology) => {
    await fc.assert(
      fc.asyncProperty(fileOver(ontology), async (file) => {
        const { knowledge } = know({ 'facts.json': file }, { ontology });
        const { contents, problems } = write(knowledge);
        expect(problems.diagnostics).toEqual([]);
        expect(rebuild(await readTables(contents))).toEqual(modelOf(knowledge));
      }),
      { numRuns: 300 },
    );
  });

  it('stand in the order of the knowledge, those without rows too', async () => {
    const { knowledge } = know(FULL);
    const tables = await tablesOf(knowledge);
    expect([...tables.keys()]).toEqual(['entities', 'facts', 'evidence', 'sources']);
    expect(tables.get('facts')?.rows.map(({ id }) => id)).toEqual(knowledge.facts.map(({ id }) => id));
    const none = await tablesOf(know({ 'facts.yaml': 'facts: []\n' }).knowledge);
    expect([...none.values()].map(({ rows }) => rows.length)).toEqual([0, 0, 0, 0]);
    for (const [name, { metadata }] of tables)
      expect(none.get(name)?.metadata.schema).toEqual(metadata.schema);
  });

  it('are the same bytes for the facts in any order', () => {
    const [facts, turned] = [FULL, { 'facts.yaml': shuffledFacts(String(FULL['facts.yaml'])) }].map(
      (files) => write(know(files).knowledge).contents,
    );
    expect(turned).toEqual(facts);
  });

  it('name the data set', async () => {
    const { knowledge } = know(FULL);
    for (const { metadata } of (await tablesOf(knowledge)).values()) {
      const entry = metadata.key_value_metadata?.find(({ key }) => key === 'dataset');
      expect(JSON.parse(entry?.value ?? '')).toEqual(knowledge.dataset);
      expect(metadata.created_by).toBe('factweave');
    }
  });
});

function shuffledFacts(file: string): string {
  return (
    HEAD +
    file
      .slice(HEAD.length)
      .trimEnd()
      .split('\n')
      .reverse()
      .map((line) => `${line}\n`)
      .join('')
  );
}

describe('the schema', () => {
  it('has lists that are lists and never null, and ids that are never null', async () => {
    const { metadata } = (await tablesOf(know(FULL).knowledge)).get('facts') ?? { metadata: undefined };
    const element = (name: string) => metadata?.schema.find((one) => one.name === name);
    for (const name of ['qualifiers', 'reasons', 'disputed_by', 'evidence', 'sources']) {
      expect(element(name)).toMatchObject({ converted_type: 'LIST', repetition_type: 'REQUIRED' });
    }
    expect(element('id')).toMatchObject({ converted_type: 'UTF8', repetition_type: 'REQUIRED' });
    expect(element('value_integer')).toMatchObject({ type: 'INT64', repetition_type: 'OPTIONAL' });
    expect(element('plain')).toMatchObject({ type: 'BOOLEAN', repetition_type: 'REQUIRED' });
    expect(element('start_earliest')).toMatchObject({ converted_type: 'DATE', repetition_type: 'OPTIONAL' });
  });

  it('has no column twice, and none that SQL reserves', async () => {
    for (const { metadata } of (await tablesOf(know(FULL).knowledge)).values()) {
      const names = metadata.row_groups.flatMap(({ columns }) =>
        columns.map(({ meta_data }) => meta_data?.path_in_schema.join('.') ?? ''),
      );
      expect(new Set(names).size).toBe(names.length);
      for (const name of names)
        expect(name).toMatch(/^(?!(end|row|column|order|group|table)$)[a-z][a-z0-9_]*(\.|$)/);
    }
  });
});

describe('the columns of a fact', () => {
  it('name the object and its IRI', async () => {
    expect(await factsOf(says('aurora: { homePort: malmo }'))).toMatchObject([
      {
        subject: 'aurora',
        object_kind: 'entity',
        object_id: 'malmo',
        object_iri: 'https://example.org/id/malmo',
        object_value: null,
        datatype: null,
      },
    ]);
    const [flag] = await factsOf(says('aurora: { flagState: panama }'));
    expect(flag).toMatchObject({ object_kind: 'literal', object_value: 'panama', datatype: 'concept' });
    expect(flag?.object_iri).toBe(SHIPS.lists.get(String(flag?.value_list))?.concepts.get('panama')?.iri);
    expect(await factsOf(says('aurora: { homePort: { none: true } }'))).toMatchObject([
      { object_kind: 'none', object_id: null, object_iri: null },
    ]);
  });

  it.each([
    ['crew: "007"', { object_value: '007', value_integer: 7n }],
    ['crew: "+9223372036854775807"', { value_integer: 9223372036854775807n }],
    ['crew: "9223372036854775808"', { object_value: '9223372036854775808', value_integer: null }],
    ['tonnage: "12345678901234567890.50"', { value_decimal: '12345678901234567890.50', value_integer: null }],
    ['retired: true', { value_boolean: true }],
    ['retired: false', { value_boolean: false, object_value: 'false' }],
    [
      'launched: 1912-02',
      { object_value: '1912-02', value_earliest: day('1912-02-01'), value_latest: day('1912-02-29') },
    ],
    ['launched: "1912/.."', { value_earliest: day('1912-01-01'), value_latest: null }],
    ['launched: "0044-03-15"', { value_earliest: day('0044-03-15'), value_latest: day('0044-03-15') }],
    ['launched: "-0044"', { object_value: '-0044', value_earliest: null, value_latest: null }],
  ])('type the value of %s', async (property, expected) => {
    expect(await factsOf(says(`aurora: { ${property} }`))).toMatchObject([expected]);
  });

  it('count what a type cannot hold', () => {
    const { knowledge } = know(withFacts(says('aurora: { crew: "9223372036854775808", launched: "-0044" }')));
    expect(write(knowledge).losses).toEqual({ 'integer-left-out': 1, 'day-left-out': 2 });
  });

  it('bound its time', async () => {
    const dates = 'startDate: 1912-03, endDate: 1920~, asOf: "1919?"';
    expect(await factsOf(says(`aurora: { homePort: { object: malmo, ${dates} } }`))).toMatchObject([
      {
        start_date: '1912-03',
        start_earliest: day('1912-03-01'),
        start_latest: day('1912-03-31'),
        end_date: '1920~',
        end_latest: day('1920-12-31'),
        as_of: '1919?',
        as_of_earliest: day('1919-01-01'),
      },
    ]);
  });

  it('give the best certainty, and each source once', async () => {
    const rows = await factsOf(
      says('aurora: { homePort: malmo }', 'quote: a, certainty: possible'),
      says('aurora: { homePort: malmo }', 'quote: b, certainty: probable'),
      says('aurora: { homePort: malmo }', 'quote: c, certainty: possible, source: paper'),
    );
    expect(rows).toMatchObject([{ certainty: 'probable', sources: ['log', 'paper'], readings: 3n }]);
    expect(rows[0]?.evidence).toHaveLength(3);
  });
});

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

describe('text', () => {
  const { knowledge } = know(FULL);
  /** The same knowledge with one text in many places. */
  const withText = (value: string): Knowledge => ({
    ...knowledge,
    entities: new Map(
      [...knowledge.entities].map(([id, entity]) => [id, { ...entity, name: value, label: value }]),
    ),
    sources: new Map(
      [...knowledge.sources].map(([id, source]) => [id, { ...source, title: value, type: value }]),
    ),
    evidence: knowledge.evidence.map((one) => ({ ...one, quote: value, note: value })),
    facts: knowledge.facts.map((fact) => ({
      ...fact,
      evidence: fact.evidence.map((one) => ({ ...one, quote: value, note: value })),
      object: { kind: 'literal', literal: { datatype: 'string', text: value } },
      qualifiers: new Map([['berth', [{ datatype: 'string', text: value }]]]),
      rejected: { by: value, why: value },
    })),
  });

  it.each(
    [...nasty, '', '\0', '\u{10ffff}', '\ufffe', 'x'.repeat(100_000)].map(
      (one) => [one.slice(0, 30), one] as const,
    ),
  )('comes back as it was: %j', async (_, value) => {
    const changed = withText(value);
    expect(rebuild(await tablesOf(changed))).toEqual(modelOf(changed));
  });

  it('comes back as it was or is refused, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(rawText, async (value) => {
        const changed = withText(value);
        const { contents, problems, losses } = write(changed);
        const tables = await readTables(contents);
        if (Buffer.from(value).toString() === value) {
          expect(problems.errors).toBe(0);
          expect(rebuild(tables)).toEqual(modelOf(changed));
          return;
        }
        expect(problems.counts.get('refused-term')).toBeGreaterThan(0);
        expect(tables.get('facts')?.rows).toEqual([]);
        const readings = changed.facts.reduce((sum, fact) => sum + fact.readings, 0);
        expect(losses['fact-refused']).toBe(readings);
        expect(tables.get('entities')?.rows.map(({ name }) => name)).toEqual(
          [...changed.entities].map(() => null),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is refused with its place, and only where it stands', async () => {
    const half = '\ud800';
    const facts = knowledge.facts.map((fact) => ({
      ...fact,
      qualifiers: new Map([
        ['berth', ['7b', half].map((value) => ({ datatype: 'string' as const, text: value }))],
      ]),
    }));
    const { contents, problems } = write({ ...knowledge, facts });
    const found = problems.diagnostics[0];
    expect(found).toMatchObject({ code: 'refused-term', params: { value: half, format: 'parquet' } });
    expect(found?.place?.file).toBe('facts.yaml');
    const rows = (await readTables(contents)).get('facts')?.rows ?? [];
    expect(rows).toHaveLength(facts.length);
    for (const row of rows) expect(row.qualifiers).toMatchObject([{ name: 'berth', value: '7b' }]);
  });
});

describe('row groups', () => {
  interface Item {
    readonly origin: ReturnType<typeof fixedOrigin>;
    readonly word: string | undefined;
    readonly list: readonly string[];
  }
  const origin = fixedOrigin({ file: 'f', line: 1, column: 1 });
  const columns = inOrder<Item>({
    word: [text('word', (item) => item.word)],
    list: [texts('list', (item) => item.list)],
  });
  const gate = createTextGate({ problems: new Problems(), losses: new Map() });
  const chunksOf = (rows: readonly Item[], size: number) => [
    ...writeTable({ columns, rows, gate, metadata: [] }, size),
  ];
  const wellFormed = rawText.map((value) => Buffer.from(value).toString());

  it('hold all rows in order, with statistics that bound them', async () => {
    const items = fc.array(
      fc.record({
        origin: fc.constant(origin),
        word: fc.option(wellFormed, { nil: undefined }),
        list: fc.array(wellFormed, { maxLength: 3 }),
      }),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(items, fc.integer({ min: 1, max: 50 }), async (rows, size) => {
        const { rows: found, metadata } = await readTable(Buffer.concat(chunksOf(rows, size)));
        expect(found).toEqual(rows.map(({ word = null, list }) => ({ word, list })));
        expect(metadata.row_groups).toHaveLength(Math.ceil(rows.length / size));
        for (const [i, group] of metadata.row_groups.entries()) {
          const words = rows.slice(i * size, (i + 1) * size).flatMap(({ word }) => word ?? []);
          const { min_value: least, max_value: most } = group.columns[0]?.meta_data?.statistics ?? {};
          for (const word of words) {
            expect(compareUtf8(String(least), word)).toBeLessThanOrEqual(0);
            expect(compareUtf8(word, String(most))).toBeLessThanOrEqual(0);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are handed on while further rows are not asked for yet', () => {
    let asked = 0;
    function* rows(): Generator<Item> {
      for (; asked < 1000; asked++) yield { origin, word: `w${asked}`, list: [] };
    }
    const chunks = writeTable({ columns, rows: rows(), gate, metadata: [] }, 10);
    chunks.next();
    expect(asked).toBe(9);
    chunks.next();
    expect(asked).toBe(19);
  });

  it('are cut into chunks that stay as they were given', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => ({
      origin,
      word: `${i}`.repeat(200),
      list: [`${i}`],
    }));
    const chunks = chunksOf(rows, 500);
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
    expect((await readTable(Buffer.concat(chunks))).rows).toEqual(
      rows.map(({ word, list }) => ({ word, list })),
    );
  });
});

describe('numbers', () => {
  it('of 64 bits are whole, others are none', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), fc.nat({ max: 9 }), (value, zeros) => {
        const digits = `${value < 0 ? '-' : '+'}${'0'.repeat(zeros)}${value < 0 ? -value : value}`;
        expect(toInt64(digits)).toBe(BigInt.asIntN(64, value) === value ? value : undefined);
      }),
    );
    expect(['', '-', '1.0', '1e3', 'x'].map(toInt64)).toEqual(Array(5).fill(undefined));
    expect(toInt64('-0')).toBe(0n);
  });

  it.each([
    ['3.10', '3.10'],
    ['+.50', '0.50'],
    ['7.', '7'],
    ['-007.5', '-7.5'],
    ['-0.00', '0.00'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
    ['', undefined],
    ['.', undefined],
    ['1e3', undefined],
  ])('with a point are written in one way: %s', (given, expected) => expect(toDecimal(given)).toBe(expected));
});

it('the library is loaded only when a file is written', () => {
  const folder = 'src/formats/parquet';
  const imports = readdirSync(folder).flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/^(?:import|export) .*'hyparquet[^']*';$/gm)].map(
      String,
    ),
  );
  expect(imports.length).toBeGreaterThan(0);
  for (const line of imports) expect(line).toMatch(/^(?:import|export) type /);
});
