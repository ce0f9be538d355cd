/** Which facts contradict each other, and which only seem to. */
import { describe, expect, it } from 'vitest';
import { HEAD, know, objectOf, says, withFacts } from '../harbour.ts';

/** The disputed claims of a project, each with those against it. */
function disputes(...facts: readonly string[]): Record<string, string[]> {
  const { knowledge, problems } = know(withFacts(...facts.map((fact, i) => says(fact, `quote: q${i}`))));
  expect(problems.errors).toBe(0);
  const byId = new Map(knowledge.facts.map((fact) => [fact.id, fact]));
  const show = (id: string) => {
    const fact = byId.get(id as `f-${string}`);
    return fact ? `${fact.negated ? 'not ' : ''}${objectOf(fact)}` : 'nothing';
  };
  const disputed = knowledge.facts.filter((fact) => fact.disputed);
  for (const fact of knowledge.facts) expect(fact.disputed).toBe(fact.disputedBy.length > 0);
  for (const fact of disputed) {
    expect([...fact.disputedBy].sort()).toEqual([...fact.disputedBy]);
    for (const id of fact.disputedBy) expect(byId.get(id)?.disputedBy).toContain(fact.id);
  }
  return Object.fromEntries(disputed.map((fact) => [show(fact.id), fact.disputedBy.map(show).sort()]));
}

const home = (object: string, more = '') =>
  `aurora: { homePort: { object: ${object}${more && `, ${more}`} } }`;

describe('a functional relation', () => {
  it('has one object at a time', () =>
    expect(disputes(home('malmo'), home('visby'))).toEqual({ malmo: ['visby'], visby: ['malmo'] }));
  it('has one for each value of its discriminating qualifiers', () =>
    expect(disputes(home('malmo', 'season: winter'), home('visby', 'season: summer'), home('malmo'))).toEqual(
      {},
    ));
  it('is of one topic whatever its other qualifiers', () =>
    expect(Object.keys(disputes(home('malmo', 'berth: 7'), home('visby', 'berth: 8')))).toHaveLength(2));
  it('may have one after the other', () =>
    expect(disputes(home('malmo', 'endDate: 1912'), home('visby', 'startDate: 1913'))).toEqual({}));
  it('may have one as of one year and one as of another', () =>
    expect(disputes(home('malmo', 'asOf: 1912'), home('visby', 'asOf: 1913'))).toEqual({}));
  it('may not have both in one year', () =>
    expect(
      Object.keys(disputes(home('malmo', 'endDate: 1913'), home('visby', 'startDate: 1913'))),
    ).toHaveLength(2));
  it('may not have both when only one is dated', () =>
    expect(Object.keys(disputes(home('malmo', 'endDate: 1912'), home('visby')))).toHaveLength(2));
  it('may not have both when a source makes them meet', () =>
    expect(
      disputes(
        home('malmo', 'endDate: 1912'),
        home('malmo', 'endDate: 1920'),
        home('visby', 'startDate: 1915'),
      ),
    ).toEqual({ malmo: ['visby'], visby: ['malmo'] }));
  it('with three objects has three against each other', () =>
    expect(disputes('aurora: { crew: 7 }', 'aurora: { crew: 8 }', 'aurora: { crew: 9 }')).toEqual({
      7: ['8', '9'],
      8: ['7', '9'],
      9: ['7', '8'],
    }));
  it('of two subjects has none', () =>
    expect(disputes('aurora: { crew: 7 }', 'borealis: { crew: 8 }')).toEqual({}));
});

describe('another relation', () => {
  it('has as many objects as it likes', () =>
    expect(disputes('aurora: { escorts: borealis, name: [A, B], callSign: [X, Y] }')).toEqual({}));
});

describe('negation', () => {
  it('contradicts the same object', () =>
    expect(
      disputes('aurora: { escorts: borealis }', 'aurora: { escorts: { object: borealis, negated: true } }'),
    ).toEqual({
      borealis: ['not borealis'],
      'not borealis': ['borealis'],
    }));
  it('contradicts no other object', () =>
    expect(disputes(home('malmo'), home('visby', 'negated: true'))).toEqual({}));
  it('contradicts no other negation', () =>
    expect(disputes(home('malmo', 'negated: true'), home('visby', 'negated: true'))).toEqual({}));
  it('at another time contradicts nothing', () =>
    expect(disputes(home('malmo', 'endDate: 1912'), home('malmo', 'negated: true, startDate: 1914'))).toEqual(
      {},
    ));
});

describe('plans', () => {
  it('contradict no assertion', () =>
    expect(disputes(home('malmo', 'status: planned'), home('visby'))).toEqual({}));
  it('contradict no denial: what was planned and did not come about', () =>
    expect(disputes(home('malmo', 'status: planned'), home('malmo', 'negated: true'))).toEqual({}));
  it('contradict each other, expected ones too', () =>
    expect(
      Object.keys(disputes(home('malmo', 'status: planned'), home('visby', 'status: expected'))),
    ).toHaveLength(2));
  it('differ from what is alleged or attributed, which speaks of the world', () =>
    expect(
      Object.keys(disputes(home('malmo', 'status: alleged'), home('visby', 'status: attributed'))),
    ).toHaveLength(2));
});

describe('values that may agree', () => {
  const launched = (...dates: readonly string[]) =>
    disputes(...dates.map((date) => `aurora: { launched: ${date} }`));
  it.each([
    ['2021-10', '2021-10-21'],
    ['2021', '2021-10'],
    ['2021-10/2021-11', '2021-10-21'],
    ['2021~', '2021'],
    ['202X', '2021-10-21'],
    ['"[2020,2021]"', '2021-03'],
    ['2021/..', '2050'],
  ])('%s and %s are no dispute', (a, b) => expect(launched(a, b)).toEqual({}));
  it.each([
    ['2021-10', '2021-11'],
    ['2021', '2022'],
    ['2021-10-21', '2021-10-22'],
    ['"[2020,2021]"', '2022'],
    ['2021/..', '2020'],
  ])('%s and %s are one', (a, b) => expect(Object.keys(launched(a, b))).toHaveLength(2));
  it('numbers agree by value', () => {
    expect(disputes('aurora: { tonnage: 3.1 }', 'aurora: { tonnage: "3.10" }')).toEqual({});
    expect(Object.keys(disputes('aurora: { tonnage: 3.1 }', 'aurora: { tonnage: 3.2 }'))).toHaveLength(2);
  });
});

describe('none', () => {
  it('contradicts any object of a functional relation', () =>
    expect(Object.keys(disputes(home('malmo'), 'aurora: { homePort: { none: true } }'))).toHaveLength(2));
  it('contradicts every object of another relation', () =>
    expect(disputes('aurora: { escorts: { none: true } }', 'aurora: { escorts: borealis }')).toEqual({
      none: ['borealis'],
      borealis: ['none'],
    }));
  it('contradicts someone unknown', () =>
    expect(disputes('aurora: { escorts: { none: true } }', 'aurora: { escorts: { unknown: true } }')).toEqual(
      {
        none: ['unknown'],
        unknown: ['none'],
      },
    ));
  it('contradicts no denial', () =>
    expect(
      disputes(
        'aurora: { escorts: { none: true } }',
        'aurora: { escorts: { object: borealis, negated: true } }',
      ),
    ).toEqual({}));
});

describe('unknown', () => {
  it('contradicts nobody: it may be just that one', () =>
    expect(disputes(home('malmo'), 'aurora: { homePort: { unknown: true } }')).toEqual({}));
});

describe('a judgement', () => {
  const facts = [home('malmo'), home('visby'), 'aurora: { homePort: { none: true } }'];
  const files = (judgements: string) => ({
    'facts.yaml': `${HEAD}${facts.map((fact, i) => `  - ${says(fact, `quote: q${i}`)}\n`).join('')}${judgements}`,
  });
  const { knowledge } = know(files(''));
  const idOf = (object: string) => knowledge.facts.find((fact) => objectOf(fact) === object)?.id;

  it('takes the rejected fact out of the dispute', () => {
    const judged = know(files(`judgements:\n  - { reject: ${idOf('none')}, by: A, why: w }\n`)).knowledge;
    const shown = judged.facts.map((fact) => [objectOf(fact), fact.notPlain, fact.disputedBy.length]);
    expect(shown).toEqual([
      ['none', 'rejected', 0],
      ['malmo', undefined, 1],
      ['visby', undefined, 1],
    ]);
  });

  it('settles it when one is left', () => {
    const judged = know(
      files(
        `judgements:\n  - { reject: ${idOf('none')}, by: A, why: w }\n  - { reject: ${idOf('malmo')}, by: A, why: w }\n`,
      ),
    );
    expect(judged.knowledge.facts.some((fact) => fact.disputed)).toBe(false);
    expect(judged.codes.filter((code) => code.startsWith('disputed'))).toEqual([]);
  });
});

describe('the report', () => {
  const reports = (...facts: readonly string[]) =>
    know(withFacts(...facts.map((fact, i) => says(fact, `quote: q${i}`)))).problems.diagnostics.filter(
      ({ code }) => code === 'disputed-facts',
    );

  it('is one for all facts that hang together', () => {
    expect(reports(...['7', '8', '9', '10'].map((crew) => `aurora: { crew: ${crew} }`))).toHaveLength(1);
  });

  it('names all of them, also those that contradict only some', () => {
    // 2020 and 2021 contradict each other; 2020/2021 agrees with both, 2025 with none.
    const [report, ...more] = reports(
      ...['2020', '2021', '2020/2021', '2025'].map((date) => `aurora: { launched: ${date} }`),
    );
    expect(more).toEqual([]);
    expect(report?.code === 'disputed-facts' && report.params.claims).toHaveLength(4);
  });

  it('is one for each topic', () => {
    expect(
      reports('aurora: { crew: [7, 8] }', 'borealis: { crew: [7, 8] }', 'aurora: { launched: [1912, 1913] }'),
    ).toHaveLength(3);
  });

  it('tells what is said, by whom, and how to settle it', () => {
    const [report] = reports('aurora: { crew: 7 }', 'aurora: { crew: { object: 8, source: paper } }');
    const claims = report?.code === 'disputed-facts' ? report.params.claims : [];
    expect(claims[0]).toMatch(/^7 \(log, f-[0-9a-f]{32}\)$/);
    expect(claims[1]).toMatch(/^8 \(paper, f-[0-9a-f]{32}\)$/);
  });

  it('stays quick with a thousand values of one functional relation', () => {
    const values = Array.from({ length: 1000 }, (_, i) => i).join(', ');
    const before = performance.now();
    const { knowledge } = know(withFacts(says(`aurora: { crew: [${values}] }`)));
    expect(knowledge.facts[0]?.disputedBy).toHaveLength(20);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
