/** The payload holds the whole of the knowledge, by indexes that lead where they say. */
import { describe, expect, it } from 'vitest';
import { INCLUDABLE } from '../../src/project/form.ts';
import { LEVELS_FROM, type ViewerPayload } from '../../src/viewer/payload.ts';
import { know, says, withFacts } from '../harbour.ts';
import { VOYAGE, voyage } from '../site/voyage.ts';
import { leftOutOf, payloadOf, rust, sentences } from './voyages.ts';

const { knowledge } = voyage();
const payload = payloadOf(knowledge);
const factCalled = ({ facts, nodes }: ViewerPayload, sentence: string) =>
  facts.find((one) => sentences({ nodes } as ViewerPayload, [one])[0] === sentence);

/** Every index of a payload leads to something. */
function expectSound({ classes, relations, sources, nodes, edges, facts }: ViewerPayload): void {
  const within = (indexes: readonly number[], length: number) =>
    expect(indexes.every((one) => Number.isInteger(one) && one >= 0 && one < length)).toBe(true);
  within(nodes.class, classes.length);
  within(edges.source, nodes.id.length);
  within(edges.target, nodes.id.length);
  within(edges.relation, relations.length);
  within(edges.facts.flat(), facts.length);
  expect(edges.facts.every((some) => some.length > 0)).toBe(true);
  for (const column of Object.values(nodes)) expect(column).toHaveLength(nodes.id.length);
  for (const column of Object.values(edges)) expect(column).toHaveLength(edges.id.length);
  for (const { subject, object, disputedBy = [], showWith, evidence } of facts) {
    within([subject, ...('node' in object ? [object.node] : [])], nodes.id.length);
    within([...disputedBy, ...(showWith?.facts ?? [])], facts.length);
    within(
      evidence.map(({ source }) => source),
      sources.length,
    );
  }
}

describe('facts', () => {
  it.each([
    ['ships', knowledge],
    ['rust', rust()],
  ])('of %s are all there, each with all of its evidence', (_, all) => {
    const made = payloadOf(all);
    expectSound(made);
    expect(made.facts.map(({ id }) => id)).toEqual(all.facts.map(({ id }) => id));
    expect(made.leftOut).toEqual([]);
    for (const [i, fact] of all.facts.entries()) {
      const carried = made.facts[i];
      expect(carried?.evidence.map(({ quote, note }) => [quote, note])).toEqual(
        fact.evidence.map(({ quote, note }) => [quote, note]),
      );
      expect(carried?.notPlain).toBe(fact.notPlain);
      expect(carried?.disputedBy !== undefined).toBe(fact.disputed);
    }
  });

  it.each([[[]], [['planned']], [['attributed', 'negated']], [INCLUDABLE]] as const)(
    'are carried or counted, with %j',
    (include) => {
      const made = payloadOf(knowledge, include);
      expectSound(made);
      const out = made.leftOut.reduce((sum, [, count]) => sum + count, 0);
      expect(made.facts.length + out).toBe(knowledge.facts.length);
      expect(out).toBe(leftOutOf(knowledge, include));
    },
  );

  it('that an editor rejected are counted, not carried', () => {
    const [first] = know(withFacts(says('aurora: { homePort: malmo }'))).knowledge.facts;
    const reject = `judgements:\n  - { reject: ${first?.id}, by: A. Keeper, why: wrong ship }\n`;
    const files = withFacts(says('aurora: { homePort: malmo }'));
    const rejected = know({ 'facts.yaml': `${files['facts.yaml']}${reject}` }).knowledge;
    expect(payloadOf(rejected).leftOut).toEqual([['rejected', 1]]);
    expect(payloadOf(rejected).edges.id).toEqual([]);
  });

  it('without a value say so', () => {
    expect(sentences(payload, payload.facts)).toContain('aurora – builder – unknown');
  });

  it('tell the labels of concepts, addresses that may be links, and readable places', () => {
    expect(sentences(payload, payload.facts)).toContain('borealis – flag – Malta');
    const register = factCalled(payload, 'aurora – register – https://example.org/r?a=1&b=2');
    expect(register?.object).toMatchObject({ url: 'https://example.org/r?a=1&b=2' });
    expect(register?.evidence).toMatchObject([{ place: 'row 17, column t' }]);
  });

  it('keep addresses of other schemes as text only', () => {
    const file = {
      sources: { log: { type: 'T', url: 'javascript:alert(1)' } },
      entities: { aurora: { class: 'Ship', label: 'A' } },
      facts: [{ subject: 'aurora', relation: 'register', object: 'javascript:x', source: 'log', quote: 'q' }],
    };
    const made = payloadOf(know({ 'facts.json': file }).knowledge);
    expect(made.facts.map(({ object }) => object)).toEqual([{ value: 'javascript:x' }]);
    expect(made.sources).toEqual([{ id: 'log', title: 'log' }]);
  });

  it('name the speaker, the reasons and the qualifiers in words', () => {
    const scrapped = factCalled(payload, 'borealis – scrapped – 1950');
    expect(scrapped).toMatchObject({ status: 'attributed', notPlain: 'attributed' });
    expect(scrapped?.evidence[0]?.saidBy).toBe('Aurora');
    expect(factCalled(payload, 'borealis – trader – visby')).toMatchObject({
      notPlain: 'planned',
      reasons: ['planned', 'possible'],
      certainty: 'possible',
    });
    expect(factCalled(payload, 'borealis – home port – malmo')).toMatchObject({
      start: '1920',
      qualifiers: [['season', 'winter']],
    });
  });

  it('that contradict each other point to each other', () => {
    const [malmo, visby] = ['malmo', 'visby'].map((port) =>
      factCalled(payload, `aurora – home port – ${port}`),
    );
    expect(malmo?.disputedBy?.map((i) => payload.facts[i]?.id)).toEqual([visby?.id]);
    expect(visby?.disputedBy?.map((i) => payload.facts[i]?.id)).toEqual([malmo?.id]);
  });

  it('stay marked as disputed where the other one is left out', () => {
    const files = withFacts(
      says('aurora: { homePort: malmo }'),
      says('aurora: { homePort: { object: malmo, negated: true } }'),
    );
    const made = payloadOf(know(files).knowledge, []);
    expect(made.facts).toHaveLength(1);
    expect(made.facts[0]?.disputedBy).toEqual([]);
    expect(made.edges.disputed).toEqual([1]);
  });
});

describe('what must be shown beside a fact', () => {
  const files = withFacts(
    says('aurora: { homePort: malmo, flagState: [panama] }'),
    '{ quote: no Panama ship, says: { aurora: { flagState: { object: panama, negated: true } } } }',
  );

  it('is named in words, with the facts that say so', () => {
    const made = payloadOf(know(files).knowledge);
    const home = factCalled(made, 'aurora – home port – malmo');
    expect(home?.showWith?.texts).toEqual(['flag: Panama, disputed']);
    expect(sentences(made, home?.showWith?.facts.flatMap((i) => made.facts[i] ?? []) ?? [])).toEqual([
      'aurora – flag – Panama',
    ]);
  });

  it('is carried even where its kind is left out', () => {
    const { ontology, ...rest } = know(files).knowledge;
    // As `plain: undisputed` judges it.
    const facts = rest.facts.map((fact) =>
      fact.disputed && fact.reasons.length === 0
        ? { ...fact, reasons: ['disputed' as const], notPlain: 'disputed' as const }
        : fact,
    );
    const made = payloadOf({ ...rest, ontology, facts }, []);
    expect(sentences(made, made.facts)).toEqual(['aurora – flag – Panama', 'aurora – home port – malmo']);
    expect(made.facts[1]?.showWith).toEqual({ texts: ['flag: Panama, disputed'], facts: [0] });
    expect(made.leftOut).toEqual([['negated', 1]]);
  });

  it('stands beside every defendant: the dismissal', () => {
    const made = payloadOf(rust());
    const accused = made.facts.filter(({ relation }) => relation === 'defendant');
    expect(accused).not.toEqual([]);
    for (const { showWith } of accused) expect(showWith?.texts.join()).toMatch(/dismissed/i);
  });
});

describe('edges and nodes', () => {
  it('are plain or marked, and a node that only others lead to is hidden', () => {
    const files = withFacts(
      says('aurora: { homePort: malmo }'),
      '{ quote: will come, status: planned, says: { borealis: { homePort: visby } } }',
    );
    const { nodes, edges } = payloadOf(know(files).knowledge);
    expect(nodes.id).toEqual(['aurora', 'borealis', 'malmo', 'visby']);
    expect(nodes.hidden).toEqual([0, 1, 0, 1]);
    expect(edges.plain).toEqual([1, 0]);
  });

  it('have the words and colours of the ontology, plain or not', () => {
    expect(payload.relations).toMatchObject([
      { name: 'BASED_AT', label: 'is based at', colour: '#0072b2' },
      { name: 'SISTER_OF', label: 'sister of', colour: '#117733', symmetric: 1 },
      { name: 'TRADES_AT', label: 'trades at' },
    ]);
    expect(payload.relations[0]).not.toHaveProperty('symmetric');
  });

  it('open by levels beyond a number', () => {
    expect(payload.layout.byLevels).toBe(false);
    const count = LEVELS_FROM + 1;
    const ids = Array.from({ length: count }, (_, i) => `ship-${i}`);
    const file = {
      sources: { log: { type: 'T' } },
      entities: Object.fromEntries(ids.map((id) => [id, { class: 'Ship', label: id }])),
      facts: [{ subject: 'ship-1', relation: 'escorts', object: 'ship-2', source: 'log', quote: 'q' }],
    };
    expect(payloadOf(know({ 'facts.json': file }).knowledge).layout.byLevels).toBe(true);
  });

  it('are the same for any order of the facts', () => {
    const text = String(VOYAGE['facts.yaml']);
    const [head = '', ...facts] = text.split(/^ {2}- /m);
    const turned = `${head}${facts
      .reverse()
      .map((fact) => `  - ${fact}`)
      .join('')}`;
    expect(turned).not.toBe(text);
    const other = know({ 'facts.yaml': turned }).knowledge;
    const same = know({ 'facts.yaml': text }).knowledge;
    expect(payloadOf(other)).toEqual(payloadOf(same));
  });

  it('may be none at all', () => {
    const empty = { ...knowledge, entities: new Map(), facts: [], sources: new Map(), evidence: [] };
    const made = payloadOf(empty);
    expectSound(made);
    expect(made).toMatchObject({ classes: [], relations: [], facts: [], statuses: [] });
  });
});
