/** Readings of one fact become one fact with all their evidence, in whatever order they come. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { weave } from '../../src/pipeline.ts';
import { HEAD, know, parse, place, plainKnowledge, projectOf, says, withFacts } from '../harbour.ts';

const fact = (said: string, evidence?: string) => says(said, evidence);

describe('the same fact twice', () => {
  const once = [
    fact('aurora: { homePort: malmo, callSign: SDJ }'),
    fact('borealis: { escorts: aurora }', 'row: "1"'),
  ];

  it('is one fact, read twice', () => {
    const { knowledge } = know(withFacts(...once, ...once));
    expect(knowledge.facts).toHaveLength(3);
    expect(knowledge.facts.map(({ readings }) => readings)).toEqual([2, 2, 2]);
    expect(knowledge.counts).toEqual({ read: 6, refused: 0 });
  });

  it('gives the same graph', () => {
    const a = place(withFacts(...once));
    const b = place(withFacts(...once, ...once));
    expect({ ...b.graph.view, facts: a.graph.view.facts }).toEqual(a.graph.view);
    expect(b.graph.placement).toEqual(a.graph.placement);
    expect(b.graph.view.facts.written).toBe(2 * a.graph.view.facts.written);
  });
});

describe('evidence', () => {
  const of = (...evidence: readonly string[]) =>
    know(withFacts(...evidence.map((one) => fact('aurora: { callSign: SDJ }', one)))).knowledge;

  it('of all readings is kept, by source and id', () => {
    const { facts, evidence } = of('quote: z, source: paper', 'quote: a', 'row: "1", source: paper');
    expect(facts).toHaveLength(1);
    expect(facts[0]?.evidence).toEqual(evidence);
    expect(evidence.map((piece) => piece.source)).toEqual(['log', 'paper', 'paper']);
  });

  it('that is the same is kept once', () => {
    expect(of('quote: a', 'quote: a', 'quote: a').evidence).toHaveLength(1);
    expect(of('quote: a', 'quote: a, note: n').evidence).toHaveLength(2);
    expect(of('quote: a', 'quote: a, certainty: possible').evidence).toHaveLength(2);
    expect(of('quote: a', 'quote: a, occurrence: 2').evidence).toHaveLength(2);
  });

  it('is as sure as its surest piece', () => {
    expect(of('quote: a, certainty: possible').facts[0]?.notPlain).toBe('possible');
    expect(
      of('quote: a, certainty: possible', 'quote: b, certainty: probable').facts[0]?.notPlain,
    ).toBeUndefined();
  });
});

describe('qualifiers that are no part of the identity', () => {
  const home = (more: string, evidence: string) =>
    fact(`aurora: { homePort: { object: malmo, ${more} } }`, evidence);

  it('are joined', () => {
    const { knowledge, codes } = know(
      withFacts(home('berth: 7b', 'quote: a'), home('endDate: 1920', 'quote: b')),
    );
    expect(knowledge.facts).toHaveLength(1);
    expect([...(knowledge.facts[0]?.qualifiers.keys() ?? [])]).toEqual(['berth', 'endDate']);
    expect(codes.filter((code) => code.startsWith('conflicting'))).toEqual([]);
  });

  it('stay, all of them, with a warning where sources differ', () => {
    const { knowledge, problems } = know(
      withFacts(home('berth: 9', 'quote: a'), home('berth: 7b', 'quote: b'), home('berth: 9', 'quote: c')),
    );
    expect(knowledge.facts[0]?.qualifiers.get('berth')?.map(({ text }) => text)).toEqual(['7b', '9']);
    const warned = problems.diagnostics.filter(({ code }) => code === 'conflicting-qualifier');
    expect(warned).toHaveLength(1);
    expect(warned[0]?.params).toMatchObject({ qualifier: 'berth', values: ['7b', '9'] });
    expect(warned[0]?.severity).toBe('warning');
  });

  it('may be many in one reading', () => {
    const { codes } = know(withFacts(home('berth: [7b, 9]', 'quote: a')));
    expect(codes.filter((code) => code.startsWith('conflicting'))).toEqual([]);
  });
});

describe('any order of the facts', () => {
  const facts = [
    fact('aurora: { homePort: { object: malmo, berth: 7b } }', 'quote: a'),
    fact('aurora: { homePort: { object: malmo, berth: 9 } }', 'quote: b, source: paper'),
    fact('aurora: { homePort: visby }', 'quote: c'),
    fact('aurora: { homePort: { object: visby, negated: true } }', 'quote: c, source: paper'),
    fact('borealis: { sisterShip: aurora }', 'quote: d'),
    fact('aurora: { sisterShip: borealis }', 'quote: e'),
    fact('aurora: { name: [Aurora, Norrsken], launched: 1912, tonnage: 3.1 }', 'quote: f'),
    fact('aurora: { launched: 1913-02, tonnage: 3.10 }', 'quote: g, source: paper'),
    fact('borealis: { homePort: { none: true }, name: { object: Aurora, status: planned } }', 'row: "3"'),
    fact('borealis: { homePort: { object: malmo, season: winter } }', 'row: "4", certainty: possible'),
  ];
  const reference = know(withFacts(...facts));
  const shuffled = fc.shuffledSubarray(facts, { minLength: facts.length });

  it('gives the same knowledge and the same problems', () => {
    const problemsOf = ({ problems }: typeof reference) =>
      problems.diagnostics.map(({ code, params }) => JSON.stringify([code, params])).sort();
    fc.assert(
      fc.property(shuffled, (order) => {
        const woven = know(withFacts(...order));
        expect(plainKnowledge(woven.knowledge)).toEqual(plainKnowledge(reference.knowledge));
        expect(problemsOf(woven)).toEqual(problemsOf(reference));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same graph', () => {
    const { graph } = place(withFacts(...facts));
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(place(withFacts(...order)).graph).toEqual(graph);
      }),
      { numRuns: 30 },
    );
  });

  it('gives the same knowledge from several files in any order', () => {
    const files = [
      ['a.yaml', `${HEAD}  []\n`],
      ['b.yaml', `source: log\nfacts:\n  - ${facts[0]}\n  - ${facts[6]}\n`],
      ['c.yaml', `source: log\nfacts:\n  - ${facts[3]}\n`],
      ['d.jsonl', '{"subject":"aurora","relation":"callSign","object":"SDJ","source":"log","row":"9"}\n'],
    ] as const;
    const one = know(Object.fromEntries(files)).knowledge;
    const other = know(Object.fromEntries([...files].reverse())).knowledge;
    expect(one.facts.length).toBe(7);
    expect(plainKnowledge(other)).toEqual(plainKnowledge(one));
  });
});

describe('judgements on one fact', () => {
  it('settle it the same way in any order', () => {
    const id = know(withFacts(fact('aurora: { callSign: SDJ }'))).knowledge.facts[0]?.id;
    const judgements = [
      `{ reject: ${id}, by: B, why: x }`,
      `{ reject: ${id}, by: A, why: z }`,
      `{ reject: ${id}, by: A, why: y }`,
    ];
    for (const order of [judgements, [...judgements].reverse()]) {
      const text = `${HEAD}  - ${fact('aurora: { callSign: SDJ }')}\njudgements:\n  - ${order.join('\n  - ')}\n`;
      const { knowledge, problems } = know({ 'facts.yaml': text });
      expect(problems.errors).toBe(0);
      expect(knowledge.facts[0]?.rejected).toEqual({ by: 'A', why: 'y' });
    }
  });

  it('that was never read is reported at its place', () => {
    const text = `${HEAD}  - ${fact('aurora: { callSign: SDJ }')}\njudgements:\n  - { reject: f-${'0'.repeat(32)}, by: A, why: w }\n`;
    expect(know({ 'facts.yaml': text }).codes).toContain('unknown-fact 14:15');
  });
});

describe('weaving', () => {
  it('leaves what was parsed as it was, so that it can be woven again with other judgements', () => {
    const { parsed } = parse(
      withFacts(fact('aurora: { homePort: malmo }'), fact('aurora: { homePort: visby }')),
    );
    const before = JSON.stringify(parsed.facts);
    const [first] = parsed.facts;
    if (!first) throw new Error('no fact');
    const reject = { kind: 'reject', fact: first.id, by: 'A', why: 'w', origin: first.origin } as const;
    const project = projectOf({});
    const judged = weave(project, { ...parsed, judgements: [reject] }, new Problems());
    const plain = weave(project, parsed, new Problems());
    expect(JSON.stringify(parsed.facts)).toBe(before);
    expect(judged.facts.map(({ notPlain }) => notPlain ?? 'plain').sort()).toEqual(['plain', 'rejected']);
    expect(plain.facts.map(({ notPlain, disputed }) => [notPlain, disputed])).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
    expect(plain.facts.some((one) => one.rejected)).toBe(false);
  });
});
