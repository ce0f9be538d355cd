/** Events that a graph shows as edges between what they connect. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import type { SourceId } from '../../src/core/ids.ts';
import { view } from '../../src/graph/build.ts';
import { MOST_PAIRS, reportKeptEvents } from '../../src/graph/flatten.ts';
import { factsLostWith } from '../../src/graph/lost.ts';
import { selectFacts } from '../../src/graph/select.ts';
import type { AttributeColumn, AttributeValue, GraphView } from '../../src/graph/view.ts';
import type { KnownFact } from '../../src/knowledge/knowledge.ts';
import { type Claim, fact, id, knowledgeOf, link, ontologyOf } from './fleet.ts';

type ViewOptions = NonNullable<Parameters<typeof view>[1]>;

function flat(facts: readonly KnownFact[], options: ViewOptions = {}): GraphView {
  return view(knowledgeOf(facts), { events: 'flattened', ...options });
}

function at(columns: readonly AttributeColumn[], name: string, row = 0): AttributeValue | undefined {
  return columns.find((column) => column.name === name)?.values[row];
}

function ends({ nodes, edges }: GraphView): string[] {
  return edges.id.map(
    (_, e) => `${nodes.id[edges.source[e] ?? -1]} ${edges.kind[e]} ${nodes.id[edges.target[e] ?? -1]}`,
  );
}

const crew = fact(['voyage', 'crewedBy', 'zoe']);
const port = fact(['voyage', 'wentTo', 'port-1']);

describe('an event that connects two entities', () => {
  const start = fact(['voyage', 'startDate', '=1911-05']);
  const named = fact(['voyage', 'name', '=The first voyage'], {
    evidence: [{ source: id<SourceId>('book') }],
  });
  const graph = flat([crew, port, start, named]);
  const { edges, nodes } = graph;

  it('is an edge from the one that leads into it to the one that it leads to, and no node', () => {
    expect(nodes.id).toEqual(['port-1', 'zoe']);
    expect(ends(graph)).toEqual(['zoe SAILED_ON__WENT_TO port-1']);
    expect(edges.label).toEqual(['sailed on / went to']);
    expect([...edges.symmetric]).toEqual([0]);
    expect([...edges.weight]).toEqual([1]);
  });

  it('says that it is derived, and from what', () => {
    expect(at(edges.attributes, 'derived')).toBe(true);
    expect(at(edges.attributes, 'via')).toEqual(['voyage']);
    expect(at(edges.attributes, 'viaLabel')).toEqual(['The voyage']);
    expect(at(edges.attributes, 'facts')).toEqual([crew.id, port.id].sort());
    expect(at(edges.attributes, 'viaFacts')).toEqual([start.id, named.id].sort());
    expect(at(edges.attributes, 'viaPredicates')).toEqual([
      'https://example.org/sea#crewedBy',
      'https://example.org/sea#wentTo',
    ]);
    expect(edges.predicate).toEqual(['https://w3id.org/factweave/ns#connection']);
    expect(graph.relations).toMatchObject([{ name: 'SAILED_ON__WENT_TO', count: 1 }]);
  });

  it('has the evidence of all its facts, and their sources', () => {
    const pieces: { fact: string }[] = JSON.parse(String(at(edges.attributes, 'evidence')));
    expect(pieces.map((piece) => piece.fact).sort()).toEqual([crew.id, port.id, start.id, named.id].sort());
    expect(at(edges.attributes, 'sources')).toEqual(['book', 'log']);
  });

  it('counts as flattened, and its facts as written', () => {
    expect(graph.events).toEqual({ flattened: 1, kept: new Map(), manyPairs: [] });
    expect(graph.facts).toEqual({ written: 4, outside: new Map() });
  });

  it('is a node unless asked otherwise', () => {
    const plain = view(knowledgeOf([crew, port, start, named]));
    expect(plain.nodes.id).toContain('voyage');
    expect(plain.edges.count).toBe(2);
    expect(plain.events).toBeUndefined();
  });
});

describe('the direction between two that lead into an event', () => {
  it('is from the edge kind that comes first in byte order', () => {
    const graph = flat([fact(['voyage', 'ledBy', 'zoe']), fact(['voyage', 'crewedBy', 'adam'])]);
    expect(ends(graph)).toEqual(['zoe LED__SAILED_ON adam']);
  });
  it('of one relation is none: the edge is symmetric, from the smaller id', () => {
    const graph = flat([crew, fact(['voyage', 'crewedBy', 'adam'])]);
    expect(ends(graph)).toEqual(['adam SAILED_ON__SAILED_ON zoe']);
    expect([...graph.edges.symmetric]).toEqual([1]);
  });
  it('is that of the links where the event is their object', () => {
    const ontology = ontologyOf([link('joined'), link('wentTo', { edgeKind: 'WENT_TO' })]);
    const facts = [fact(['zoe', 'joined', 'voyage']), fact(['voyage', 'wentTo', 'adam'])];
    const graph = view(knowledgeOf(facts, { ontology }), { events: 'flattened' });
    expect(ends(graph)).toEqual(['zoe JOINED__WENT_TO adam']);
  });
});

describe('an event stays a node', () => {
  const notes = (facts: readonly KnownFact[]) => {
    const { events, nodes } = flat(facts);
    return [events?.flattened, Object.fromEntries(events?.kept ?? []), nodes.id];
  };

  it('when it connects fewer than two entities, however many facts say so', () => {
    expect(notes([crew, fact(['voyage', 'ledBy', 'zoe'])])).toEqual([
      0,
      { 'few-ends': 1 },
      ['voyage', 'zoe'],
    ]);
    expect(notes([fact(['voyage', 'startDate', '=1911'])])).toEqual([0, { 'few-ends': 1 }, ['voyage']]);
  });

  it('when another event links to it, which is then flattened itself', () => {
    const leg = [fact(['voyage-leg', 'partOf', 'voyage']), fact(['voyage-leg', 'wentTo', 'port-2'])];
    const graph = flat([crew, port, ...leg]);
    expect(graph.events).toMatchObject({ flattened: 1, kept: new Map([['linked-to', 1]]) });
    expect(ends(graph)).toEqual([
      'voyage WENT_TO port-1',
      'voyage PARTOF__WENT_TO port-2',
      'zoe SAILED_ON voyage',
    ]);
  });

  it('when two events link to each other', () => {
    const circle = [fact(['voyage', 'partOf', 'voyage-2']), fact(['voyage-2', 'partOf', 'voyage'])];
    expect(notes([crew, port, ...circle])[1]).toEqual({ 'linked-to': 2 });
  });

  it('when it has more than the most pairs, which is reported', () => {
    const sailors = (count: number) =>
      Array.from({ length: count }, (_, i) => fact(['voyage', 'crewedBy', `sailor-${i}`]));
    expect(flat(sailors(45)).edges.count).toBe(990);
    const knowledge = knowledgeOf(sailors(46));
    const graph = view(knowledge, { events: 'flattened' });
    expect(graph.edges.count).toBe(46);
    expect(graph.events).toEqual({
      flattened: 0,
      kept: new Map([['many-pairs', 1]]),
      manyPairs: [{ id: 'voyage', pairs: 1035 }],
    });
    const problems = new Problems();
    reportKeptEvents({ notes: graph.events, entities: knowledge.entities }, problems);
    expect(problems.diagnostics).toMatchObject([
      {
        code: 'event-not-flattened',
        severity: 'warning',
        place: { file: 'fleet.yaml', line: 1 },
        params: { id: 'voyage', pairs: 1035, limit: MOST_PAIRS },
      },
    ]);
  });
});

describe('a derived edge', () => {
  it('stands as the weaker of its facts does', () => {
    const alleged = fact(['voyage', 'crewedBy', 'zoe'], {
      status: 'alleged',
      reasons: ['alleged'],
      notPlain: 'alleged',
      evidence: [{ certainty: 'probable' }],
    });
    const denied = fact(['voyage', 'wentTo', 'port-1'], {
      negated: true,
      disputed: true,
      reasons: ['negated'],
      notPlain: 'negated',
    });
    expect(flat([alleged, denied]).nodes.id).toContain('voyage');
    const { edges } = flat([alleged, denied], { include: ['alleged', 'negated'] });
    expect(edges.label).toEqual(['sailed on / went to (alleged, negated)']);
    expect(edges.colour).toEqual(['#bbbbbb']);
    expect(
      ['status', 'negated', 'notPlain', 'disputed', 'certainty'].map((name) => at(edges.attributes, name)),
    ).toEqual(['alleged', true, ['alleged', 'negated'], true, 'probable']);
  });

  it('is undisputed where none of its facts is', () => {
    expect(at(flat([crew, port]).edges.attributes, 'disputed')).toBeUndefined();
  });

  it('shows what must be shown beside a fact', () => {
    const facts = [
      fact(['voyage', 'accused', 'zoe']),
      fact(['voyage', 'wentTo', 'port-1']),
      fact(['voyage', 'heardAt', 'port-2']),
    ];
    const graph = flat(facts);
    const edge = ends(graph).findIndex((one) => one.includes('ACCUSED') && one.includes('port-1'));
    expect(at(graph.edges.attributes, 'showWith', edge)).toEqual(['heard at: The port-2']);
  });

  it('shows it where it is the outcome of an event that is flattened too', () => {
    const facts = [
      fact(['voyage', 'accused', 'zoe']),
      port,
      fact(['voyage-end', 'partOf', 'voyage']),
      fact(['voyage-end', 'wentTo', 'port-2']),
      fact(['voyage-end', 'outcome', '=cleared']),
    ];
    const graph = flat(facts);
    expect(graph.nodes.id).not.toContain('voyage-end');
    const edge = graph.edges.kind.indexOf('ACCUSED');
    expect(at(graph.edges.attributes, 'showWith', edge)).toEqual(['outcome: cleared of it']);
  });
});

describe('the time of a derived edge', () => {
  const start = fact(['voyage', 'startDate', '=1911-05']);
  const end = fact(['voyage', 'endDate', '=1912']);

  it('is that of the event', () => {
    const { edges } = flat([crew, port, start, end]);
    expect(['start', 'end', 'start_year', 'end_year'].map((name) => at(edges.attributes, name))).toEqual([
      '1911-05',
      '1912',
      1911,
      1912,
    ]);
  });

  it('is that of a fact which says its own', () => {
    const late = fact(['voyage', 'crewedBy', 'zoe'], { qualifiers: { startDate: '1911-09' } });
    const { edges } = flat([late, port, start, end]);
    expect([at(edges.attributes, 'start'), at(edges.attributes, 'end')]).toEqual(['1911-09', '1912']);
  });

  it('is not what is only planned', () => {
    const planned: KnownFact = { ...start, status: 'planned', reasons: ['planned'], notPlain: 'planned' };
    const { edges } = flat([crew, port, planned], { include: ['planned'] });
    expect(at(edges.attributes, 'start')).toBeUndefined();
    expect(at(edges.attributes, 'viaFacts')).toEqual([planned.id]);
    expect(at(edges.attributes, 'viaNotPlain')).toEqual(['planned']);
  });

  it('is open where one of several events has no date', () => {
    const second = [fact(['voyage-2', 'crewedBy', 'zoe']), fact(['voyage-2', 'wentTo', 'port-1'])];
    const { edges } = flat([crew, port, start, ...second]);
    expect(at(edges.attributes, 'start')).toBeUndefined();
    expect(at(edges.attributes, 'startDate')).toBe('1911-05');
  });
});

describe('several events between the same two', () => {
  const facts = [crew, port, fact(['voyage-2', 'crewedBy', 'zoe']), fact(['voyage-2', 'wentTo', 'port-1'])];

  it('are one edge whose weight is their number', () => {
    const { edges } = flat(facts);
    expect([...edges.weight]).toEqual([2]);
    expect(at(edges.attributes, 'via')).toEqual(['voyage', 'voyage-2']);
    expect(at(edges.attributes, 'facts')).toHaveLength(4);
  });

  it('stay apart on request, with ids of their own', () => {
    const { edges } = flat(facts, { parallel: 'keep' });
    expect([...edges.weight]).toEqual([1, 1]);
    expect(new Set(edges.id).size).toBe(2);
    expect(edges.id.map((_, e) => at(edges.attributes, 'via', e))).toContainEqual(['voyage-2']);
  });

  it('lose a fact with an edge only where no other shows it', () => {
    const graph = flat([crew, port, fact(['voyage', 'wentTo', 'port-2'])]);
    const lost = ends(graph).map((_, edge) => [...factsLostWith(graph, new Set([edge]))]);
    expect(lost).toEqual([[], [], []]);
    expect(factsLostWith(graph, new Set([0, 1, 2])).size).toBe(3);
  });
});

describe('any flattened view', () => {
  const events = ['voyage-1', 'voyage-2', 'voyage-3'];
  const others = ['adam', 'zoe', 'port-1', 'port-2'];
  const words = fc.oneof(
    fc.tuple(
      fc.constantFrom(...events),
      fc.constantFrom('crewedBy', 'wentTo', 'sisterOf'),
      fc.constantFrom(...others),
    ),
    fc.tuple(
      fc.constantFrom(...others),
      fc.constantFrom('calledAt', 'ownedBy'),
      fc.constantFrom(...others, ...events),
    ),
    fc.tuple(fc.constantFrom(...events), fc.constantFrom('partOf'), fc.constantFrom(...events)),
    fc.tuple(
      fc.constantFrom(...events, ...others),
      fc.constantFrom('startDate', 'name'),
      fc.constantFrom('=1911', '=1912'),
    ),
  );
  const standing = fc.constantFrom<Claim>(
    {},
    {},
    { status: 'alleged', reasons: ['alleged'], notPlain: 'alleged' },
    { negated: true, reasons: ['negated'], notPlain: 'negated' },
  );
  const drawn = fc
    .uniqueArray(
      fc.tuple(words, standing).map(([said, more]) => fact(said, more)),
      { selector: (one) => one.id, maxLength: 25 },
    )
    .filter((facts) => facts.length > 0);
  const options = fc.record({
    include: fc.constantFrom<ViewOptions['include'] & object>([], ['alleged'], ['alleged', 'negated']),
    parallel: fc.constantFrom<'aggregate' | 'keep'>('aggregate', 'keep'),
  });
  const textsOf = (value: AttributeValue | undefined) => (Array.isArray(value) ? value.map(String) : []);

  it('shows each fact of the view, and no other', () =>
    fc.assert(
      fc.property(drawn, options, (facts, chosen) => {
        const knowledge = knowledgeOf(facts);
        const { nodes, edges } = view(knowledge, { ...chosen, events: 'flattened', communities: false });
        const shown = new Set(
          edges.id.flatMap((_, e) => [
            ...textsOf(at(edges.attributes, 'facts', e)),
            ...textsOf(at(edges.attributes, 'viaFacts', e)),
          ]),
        );
        for (const node of nodes.id.keys()) {
          const evidence = at(nodes.attributes, 'evidence', node);
          if (evidence === undefined) continue;
          for (const piece of JSON.parse(String(evidence))) shown.add(piece.fact);
        }
        const { links, literals } = selectFacts(knowledge, chosen.include);
        expect([...shown].sort()).toEqual([...links, ...literals].map((one) => one.fact.id).sort());
      }),
      { numRuns: 500 },
    ));

  it('has edges between its nodes, each with an id of its own, in the order of all edges', () =>
    fc.assert(
      fc.property(drawn, options, (facts, chosen) => {
        const graph = flat(facts, { ...chosen, communities: false });
        const { edges, nodes } = graph;
        expect(new Set(edges.id).size).toBe(edges.count);
        for (const e of edges.id.keys()) {
          expect(Math.max(edges.source[e] ?? 0, edges.target[e] ?? 0)).toBeLessThan(nodes.count);
          const isDerived = at(edges.attributes, 'derived', e) === true;
          expect(edges.predicate[e]?.endsWith('#connection')).toBe(isDerived);
          for (const event of textsOf(at(edges.attributes, 'via', e))) expect(nodes.id).not.toContain(event);
          if (isDerived) expect(edges.source[e]).not.toBe(edges.target[e]);
        }
        const { flattened = 0, kept = new Map() } = graph.events ?? {};
        const all = new Set(
          facts.flatMap((one) => [one.subject, one.object.kind === 'entity' ? one.object.id : one.subject]),
        );
        const sum = [...kept.values()].reduce((total, count) => total + count, flattened);
        expect(sum).toBe([...all].filter((one) => one.startsWith('voyage')).length);
      }),
      { numRuns: 500 },
    ));

  it('is the same for any order of facts', () =>
    fc.assert(
      fc.property(drawn, options, (facts, chosen) => {
        const knowledge = knowledgeOf(facts);
        const turned = {
          ...knowledge,
          facts: [...knowledge.facts].reverse(),
          entities: new Map([...knowledge.entities].reverse()),
        };
        const of = (one: typeof knowledge) =>
          view(one, { ...chosen, events: 'flattened', communities: false });
        expect(of(turned)).toEqual(of(knowledge));
      }),
      { numRuns: 200 },
    ));
});
