import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUtf8 } from '../../src/core/order.ts';
import { view } from '../../src/graph/build.ts';
import type { AttributeColumn, GraphView } from '../../src/graph/view.ts';
import type { Knowledge, KnownFact } from '../../src/knowledge/knowledge.ts';
import { fact, knowledgeOf, link, ontologyOf, property } from './fleet.ts';

/** The value of an attribute of the only, or the given, row. */
function at(columns: readonly AttributeColumn[], name: string, row = 0): unknown {
  return columns.find((column) => column.name === name)?.values[row];
}

function typeOf(columns: readonly AttributeColumn[], name: string): string | undefined {
  return columns.find((column) => column.name === name)?.type;
}

function ends({ nodes, edges }: GraphView): string[] {
  return edges.id.map(
    (_, e) => `${nodes.id[edges.source[e] ?? -1]} ${edges.kind[e]} ${nodes.id[edges.target[e] ?? -1]}`,
  );
}

describe('the nodes of a view', () => {
  it('are all entities in byte order, linked or not, with class, lineage, IRI and colour', () => {
    const { nodes, edges } = view(knowledgeOf([], { also: ['zeta', 'Alpha', 'port-1'] }));
    expect(nodes.id).toEqual(['Alpha', 'port-1', 'zeta']);
    expect(nodes.label).toEqual(['The Alpha', 'The port-1', 'The zeta']);
    expect(nodes.kind).toEqual(['Ship', 'Port', 'Ship']);
    expect(nodes.lineage[1]).toEqual(['Port', 'Thing']);
    expect(nodes.iri[0]).toBe('https://example.org/fleet/Alpha');
    expect(nodes.colour).toEqual(['#222222', '#333333', '#222222']);
    expect(edges.count).toBe(0);
  });

  it('of an empty knowledge are none', () => {
    const empty = view(knowledgeOf([]));
    expect(empty.nodes.count).toBe(0);
    expect(empty.kinds).toEqual([]);
    expect(empty.facts).toEqual({ written: 0, outside: new Map() });
  });
});

describe('the direction of an edge', () => {
  it('is that of the fact, or against it where the link is reversed', () => {
    const graph = view(
      knowledgeOf([fact(['bark', 'calledAt', 'port-1']), fact(['bark', 'ownedBy', 'owner'])]),
    );
    expect(ends(graph)).toEqual(['bark CALLED_AT port-1', 'owner OWNED bark']);
    expect(graph.edges.predicate).toEqual([
      'https://example.org/sea#calledAt',
      'https://example.org/sea#ownedBy',
    ]);
    expect([...graph.edges.symmetric]).toEqual([0, 0]);
  });

  it('of a symmetric link is from the smaller id, once, whichever way the facts say it', () => {
    const graph = view(
      knowledgeOf([fact(['zeta', 'sisterOf', 'alpha']), fact(['alpha', 'sisterOf', 'zeta'])]),
    );
    expect(ends(graph)).toEqual(['alpha SISTER_OF zeta']);
    expect([...graph.edges.symmetric]).toEqual([1]);
    expect([...graph.edges.weight]).toEqual([2]);
  });
});

describe('parallel facts', () => {
  const calls = [
    fact(['bark', 'calledAt', 'port-1'], {
      qualifiers: { berth: 'north', order: '3', startDate: '1911-05' },
    }),
    fact(['bark', 'calledAt', 'port-1'], { qualifiers: { berth: 'south', startDate: '1909' } }),
  ];

  it('become one edge whose weight is their number and whose qualifiers are lists', () => {
    const { edges } = view(knowledgeOf(calls));
    expect(edges.count).toBe(1);
    expect(edges.weight[0]).toBe(2);
    expect(at(edges.attributes, 'facts')).toEqual(calls.map((call) => call.id).sort());
    expect(at(edges.attributes, 'berth')).toEqual(['north', 'south']);
    expect(at(edges.attributes, 'order')).toBe(3);
    expect(typeOf(edges.attributes, 'order')).toBe('int');
  });

  it('start with the first; all their dates stand beside it', () => {
    const { edges } = view(knowledgeOf(calls));
    expect(at(edges.attributes, 'start')).toBe('1909');
    expect(at(edges.attributes, 'start_year')).toBe(1909);
    expect(at(edges.attributes, 'startDate')).toEqual(['1909', '1911-05']);
    expect(at(edges.attributes, 'end')).toBeUndefined();
  });

  it('have no start and no end where one of them has none', () => {
    const open = fact(['bark', 'calledAt', 'port-1'], { qualifiers: { startDate: '1920' } });
    const ended = fact(['bark', 'calledAt', 'port-1'], {
      qualifiers: { startDate: '1909', endDate: '1910' },
    });
    const { edges } = view(knowledgeOf([open, ended]));
    expect(at(edges.attributes, 'start')).toBe('1909');
    expect(at(edges.attributes, 'end')).toBeUndefined();
    expect(at(edges.attributes, 'endDate')).toBe('1910');
  });

  it('end with the last, where all have ended', () => {
    const ended = ['1910', '1912-03', '1911'].map((endDate) =>
      fact(['bark', 'calledAt', 'port-1'], { qualifiers: { endDate } }),
    );
    const { edges } = view(knowledgeOf(ended));
    expect(at(edges.attributes, 'end')).toBe('1912-03');
    expect(at(edges.attributes, 'end_year')).toBe(1912);
  });

  it('are disputed where one of them is', () => {
    const [first, second] = calls;
    if (!first || !second) throw new Error('no calls');
    const { edges } = view(knowledgeOf([first, { ...second, disputed: true }]));
    expect(at(edges.attributes, 'disputed')).toBe(true);
    expect(at(view(knowledgeOf(calls)).edges.attributes, 'disputed')).toBeUndefined();
  });

  it('stay apart on request, with ids of their own', () => {
    const { edges } = view(knowledgeOf(calls), { parallel: 'keep' });
    expect(edges.count).toBe(2);
    expect(new Set(edges.id).size).toBe(2);
    expect([...edges.weight]).toEqual([1, 1]);
    expect(edges.attributes.some((column) => column.name === 'startDate')).toBe(false);
  });

  it('of different links are different edges, even where these share a kind', () => {
    const ontology = ontologyOf([link('lentTo', { edgeKind: 'PAID' }), link('soldTo', { edgeKind: 'PAID' })]);
    const facts = [fact(['a', 'lentTo', 'b']), fact(['a', 'soldTo', 'b'])];
    const { edges, relations } = view(knowledgeOf(facts, { ontology }));
    expect(edges.count).toBe(2);
    expect(new Set(edges.id).size).toBe(2);
    expect(relations.map(({ name, iri, count }) => [name, iri, count])).toEqual([
      ['PAID', 'https://example.org/sea#lentTo', 1],
      ['PAID', 'https://example.org/sea#soldTo', 1],
    ]);
  });

  it('keep the id of their edge when a further fact or piece of evidence joins', () => {
    const [first] = calls;
    if (!first) throw new Error('no call');
    expect(view(knowledgeOf([first])).edges.id).toEqual(view(knowledgeOf(calls)).edges.id);
    expect(view(knowledgeOf(calls)).edges.id[0]).toMatch(/^e-[0-9a-f]{32}$/);
  });
});

describe('facts that are not plain', () => {
  const planned = fact(['bark', 'calledAt', 'port-1'], {
    status: 'planned',
    notPlain: 'planned',
    readings: 3,
  });
  const possible = fact(['bark', 'calledAt', 'port-1'], {
    notPlain: 'possible',
    qualifiers: { berth: 'x' },
    evidence: [{ certainty: 'possible' }],
  });
  const denied = fact(['bark', 'calledAt', 'port-1'], { negated: true, notPlain: 'negated' });
  const nobody = fact(['bark', 'ownedBy', '?'], { notPlain: 'no-value' });
  const plain = fact(['bark', 'calledAt', 'port-1'], { qualifiers: { berth: 'north' }, readings: 2 });
  const all = knowledgeOf([planned, possible, denied, nobody, plain]);

  it('are outside by default, counted in readings by their reason', () => {
    const graph = view(all);
    expect(graph.edges.count).toBe(1);
    expect(at(graph.edges.attributes, 'status')).toBe('asserted');
    expect(graph.facts.written).toBe(2);
    expect([...graph.facts.outside]).toEqual([
      ['planned', 3],
      ['negated', 1],
      ['possible', 1],
      ['no-value', 1],
    ]);
  });

  it('are edges of their own on request, each with its standing', () => {
    const { edges, facts } = view(all, { include: ['planned', 'negated', 'possible'] });
    const standing = edges.id.map((_, e) =>
      ['status', 'negated', 'notPlain', 'certainty'].map((name) => at(edges.attributes, name, e)),
    );
    expect(standing.sort()).toEqual(
      [
        ['asserted', undefined, undefined, 'certain'],
        ['planned', undefined, ['planned'], 'certain'],
        ['asserted', true, ['negated'], 'certain'],
        ['asserted', undefined, ['possible'], 'possible'],
      ].sort(),
    );
    expect([...facts.outside]).toEqual([['no-value', 1]]);
    expect(new Set(edges.id).size).toBe(4);
  });

  it('never become an edge without an object, even if asked for', () => {
    const unnamed = fact(['bark', 'ownedBy', '?'], { status: 'planned', notPlain: 'planned' });
    const { edges, facts } = view(knowledgeOf([nobody, unnamed]), { include: ['no-value', 'planned'] });
    expect(edges.count).toBe(0);
    expect([...facts.outside]).toEqual([['no-value', 2]]);
  });

  it('that are literal never mix with plain values', () => {
    const facts = [
      fact(['bark', 'launched', '=1911-04']),
      fact(['bark', 'launched', '=1910-01'], { status: 'planned', notPlain: 'planned' }),
    ];
    const { nodes } = view(knowledgeOf(facts), { include: ['planned'] });
    expect(at(nodes.attributes, 'launched')).toBe('1911-04');
    expect(at(nodes.attributes, 'launched_planned')).toBe('1910-01');
    expect(at(view(knowledgeOf(facts)).nodes.attributes, 'launched_planned')).toBeUndefined();
  });
});

describe('facts with several reasons for not being plain', () => {
  const reasons = ['attributed', 'negated'] as const;
  const denial = { status: 'attributed', negated: true, notPlain: 'attributed', reasons } as const;
  const said = { status: 'attributed', notPlain: 'attributed' } as const;
  const knowledge = knowledgeOf([
    fact(['bark', 'ownedBy', 'owner'], denial),
    fact(['bark', 'ownedBy', 'owner'], said),
    fact(['bark', 'flag', '=red'], denial),
    fact(['bark', 'flag', '=blue'], said),
  ]);

  it('are shown only where all of these are included, else counted under the first that is not', () => {
    const graph = view(knowledge, { include: ['attributed'] });
    expect(graph.edges.label).toEqual(['owned (attributed)']);
    expect(graph.nodes.attributes.map(({ name }) => name)).not.toContain('flag_attributed_negated');
    expect([...graph.facts.outside]).toEqual([['negated', 2]]);
    expect([...view(knowledge, { include: ['negated'] }).facts.outside]).toEqual([['attributed', 4]]);
  });

  it('carry all of them on edges, in names of attributes and in the evidence', () => {
    const { edges, nodes } = view(knowledge, { include: reasons });
    expect([...edges.label].sort()).toEqual(['owned (attributed)', 'owned (attributed, negated)']);
    expect(new Set(edges.id).size).toBe(2);
    const denied = edges.label.indexOf('owned (attributed, negated)');
    expect(at(edges.attributes, 'notPlain', denied)).toEqual(['attributed', 'negated']);
    expect(at(nodes.attributes, 'flag_attributed')).toEqual(['blue']);
    expect(at(nodes.attributes, 'flag_attributed_negated')).toEqual(['red']);
    const pieces = JSON.parse(String(at(nodes.attributes, 'evidence')));
    expect(pieces.find((piece: { value: string }) => piece.value === 'red')).toMatchObject({
      status: 'attributed',
      negated: true,
    });
  });
});

describe('values of one property with different discriminating qualifiers', () => {
  const qualifiers = new Map([
    ['berth', { discriminating: true }],
    ['order', { discriminating: false }],
    ['startDate', { discriminating: true }],
  ]);
  const ontology = ontologyOf([
    property('sum', { datatype: 'decimal', qualifiers }),
    property('seen', { datatype: 'date', functional: true, qualifiers }),
  ]);
  const of = (value: string, named: Record<string, string>) =>
    fact(['bark', 'sum', `=${value}`], { qualifiers: named });

  it('stand in columns of their own', () => {
    const facts = [
      of('1', { berth: 'EUR' }),
      of('2', { berth: 'USD', order: '1' }),
      of('3', {}),
      of('4', { berth: 'USD', startDate: '1912' }),
      fact(['bark', 'seen', '=1911-02'], { qualifiers: { berth: 'EUR' } }),
    ];
    const { nodes } = view(knowledgeOf(facts, { ontology }));
    expect(at(nodes.attributes, 'sum')).toEqual(['3']);
    expect(at(nodes.attributes, 'sum_EUR')).toEqual(['1']);
    expect(at(nodes.attributes, 'sum_USD')).toEqual(['2', '4']);
    expect(at(nodes.attributes, 'seen_EUR')).toBe('1911-02');
    expect(at(nodes.attributes, 'seen_EUR_year')).toBe(1911);
  });

  it('do not mix where their letters have no place in a name', () => {
    const { nodes } = view(knowledgeOf([of('1', { berth: 'ä' }), of('2', { berth: 'ö' })], { ontology }));
    expect(at(nodes.attributes, 'sum__')).toEqual(['1']);
    expect(at(nodes.attributes, 'sum___')).toEqual(['2']);
  });
});

describe('the attributes of a node', () => {
  it('are its literal facts, typed by the ontology', () => {
    const { nodes } = view(
      knowledgeOf([
        fact(['bark', 'tonnage', '=1200']),
        fact(['bark', 'launched', '=1911-04~']),
        fact(['bark', 'flag', '=red']),
      ]),
    );
    expect(at(nodes.attributes, 'tonnage')).toBe(1200);
    expect(typeOf(nodes.attributes, 'tonnage')).toBe('int');
    expect(at(nodes.attributes, 'launched')).toBe('1911-04~');
    expect(at(nodes.attributes, 'launched_year')).toBe(1911);
    // Not functional: a list even of one, so that the type does not hang on the data.
    expect(at(nodes.attributes, 'flag')).toEqual(['red']);
  });

  it('become lists of texts where facts contradict each other, and say so', () => {
    const { nodes } = view(
      knowledgeOf([
        fact(['bark', 'tonnage', '=1200'], { disputed: true }),
        fact(['bark', 'tonnage', '=900'], { disputed: true }),
        fact(['brig', 'tonnage', '=5']),
      ]),
    );
    expect(typeOf(nodes.attributes, 'tonnage')).toBe('strings');
    expect(at(nodes.attributes, 'tonnage', 0)).toEqual(['1200', '900']);
    expect(at(nodes.attributes, 'tonnage', 1)).toEqual(['5']);
    expect([at(nodes.attributes, 'disputed', 0), at(nodes.attributes, 'disputed', 1)]).toEqual([
      true,
      undefined,
    ]);
  });

  it('hold the other names as aliases, and the display name not again', () => {
    const { nodes, facts } = view(
      knowledgeOf([
        fact(['bark', 'name', '=The bark']),
        fact(['bark', 'name', '=Old Rose']),
        fact(['brig', 'name', '=The brig']),
      ]),
    );
    expect(at(nodes.attributes, 'alias', 0)).toEqual(['Old Rose']);
    expect(at(nodes.attributes, 'alias', 1)).toBeUndefined();
    expect(nodes.attributes.some((column) => column.name === 'name')).toBe(false);
    expect(facts.written).toBe(3);
  });

  it('avoid names that clients take for their own', () => {
    const ontology = ontologyOf([
      property('type'),
      property('constructor'),
      property('__proto__'),
      property('x'),
      property('x_'),
    ]);
    const facts = ['type', 'constructor', '__proto__', 'x', 'x_'].map((name) =>
      fact(['bark', name, `=of ${name}`]),
    );
    const { nodes } = view(knowledgeOf(facts, { ontology }));
    expect(nodes.attributes.map((column) => column.name)).toEqual([
      '__proto___',
      'constructor',
      'evidence',
      'type_',
      'x_',
      'x__',
    ]);
    expect(at(nodes.attributes, '__proto___')).toEqual(['of __proto__']);
    expect(at(nodes.attributes, 'x_')).toEqual(['of x']);
    expect(at(nodes.attributes, 'x__')).toEqual(['of x_']);
  });

  it('keep apart a year made from a date and a property of that name', () => {
    const ontology = ontologyOf([property('built', { datatype: 'date' }), property('built_year')]);
    const facts = [fact(['bark', 'built', '=1900-05']), fact(['bark', 'built_year', '=MCM'])];
    const { nodes } = view(knowledgeOf(facts, { ontology }));
    expect(at(nodes.attributes, 'built_year')).toEqual(['MCM']);
    expect(at(nodes.attributes, 'built_year_')).toBe(1900);
  });
});

describe('evidence', () => {
  it('is compact JSON with sorted keys and nothing that is absent', () => {
    const call = fact(['bark', 'calledAt', 'port-1'], {
      qualifiers: { order: '2' },
      evidence: [
        {
          quote: 'she "called"\nat dawn',
          anchor: { start: 4, end: 9, prefix: '', suffix: '' },
          note: 'she: the bark',
        },
      ],
    });
    const { edges } = view(knowledgeOf([call]));
    expect(at(edges.attributes, 'evidence')).toBe(
      `[{"certainty":"certain","end":9,"fact":"${call.id}","note":"she: the bark","qualifiers":{"order":["2"]},` +
        '"quote":"she \\"called\\"\\nat dawn","source":"log","start":4}]',
    );
  });

  it('of a node names relation and value', () => {
    const { nodes } = view(
      knowledgeOf([fact(['bark', 'flag', '=red'], { evidence: [{ row: '7', column: 'Flag' }] })]),
    );
    const pieces = JSON.parse(String(at(nodes.attributes, 'evidence')));
    expect(pieces).toMatchObject([
      { relation: 'flag', value: 'red', row: '7', column: 'Flag', source: 'log' },
    ]);
  });

  it('keeps a qualifier called __proto__', () => {
    const call = fact(['bark', 'calledAt', 'port-1'], { qualifiers: new Map([['__proto__', 'kept']]) });
    const { edges } = view(knowledgeOf([call]));
    expect(at(edges.attributes, '__proto___')).toBe('kept');
    expect(String(at(edges.attributes, 'evidence'))).toContain('"qualifiers":{"__proto__":["kept"]}');
  });

  it('lists the sources of an edge once each', () => {
    const twice = fact(['bark', 'calledAt', 'port-1'], { evidence: [{}, { note: 'again' }] });
    expect(at(view(knowledgeOf([twice])).edges.attributes, 'sources')).toEqual(['log']);
  });
});

describe('what must be shown beside an edge', () => {
  const part = fact(['ruling', 'partOf', 'case']);
  const outcome = fact(['ruling', 'outcome', '=cleared'], { qualifiers: { startDate: '1912-07' } });
  const heard = fact(['case', 'heardAt', 'port-1'], { disputed: true });
  const accused = fact(['case', 'accused', 'bark']);

  it('is found along the paths of the link, with the facts on the way', () => {
    const graph = view(knowledgeOf([accused, part, outcome, heard]));
    const edge = ends(graph).indexOf('case ACCUSED bark');
    expect(at(graph.edges.attributes, 'showWith', edge)).toEqual([
      'heard at: The port-1, disputed',
      'outcome: cleared of it (1912-07)',
    ]);
    expect(at(graph.edges.attributes, 'showWithFacts', edge)).toEqual([part.id, outcome.id, heard.id].sort());
    expect(
      at(graph.edges.attributes, 'showWith', ends(graph).indexOf('case HEARDAT port-1')),
    ).toBeUndefined();
  });

  it('is shown with how it stands where it is not plain, but not when it is denied or rejected', () => {
    const shown = (reason: 'alleged' | 'negated' | 'rejected') => {
      const graph = view(knowledgeOf([accused, part, { ...outcome, notPlain: reason, reasons: [reason] }]));
      return graph.edges.attributes.find(({ name }) => name === 'showWith')?.values.join();
    };
    expect(shown('alleged')).toContain(', alleged');
    expect(shown('negated')).toBeUndefined();
    expect(shown('rejected')).toBeUndefined();
  });
});

describe('the legend', () => {
  it('counts classes and relations in use, by name', () => {
    const graph = view(
      knowledgeOf([
        fact(['a', 'calledAt', 'port-1']),
        fact(['b', 'calledAt', 'port-1']),
        fact(['a', 'sisterOf', 'b']),
      ]),
    );
    expect(graph.kinds.map(({ name, label, count }) => [name, label, count])).toEqual([
      ['Port', 'port', 1],
      ['Ship', 'ship', 2],
    ]);
    expect(graph.relations.map(({ name, label, count }) => [name, label, count])).toEqual([
      ['CALLED_AT', 'called at', 2],
      ['SISTER_OF', 'sisterOf', 1],
    ]);
  });
});

const someFacts = fc.array(
  fc
    .record({
      subject: fc.constantFrom('a', 'B', 'constructor', 'port-1', 'z'),
      relation: fc.constantFrom('calledAt', 'ownedBy', 'sisterOf', 'flag'),
      object: fc.constantFrom('a', 'B', 'constructor', 'port-1', 'z'),
      berth: fc.option(fc.constantFrom('north', 'south', '\ud800', 'é'), { nil: undefined }),
      standing: fc.constantFrom<KnownFact['notPlain']>(
        undefined,
        undefined,
        'planned',
        'possible',
        'rejected',
      ),
      readings: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ subject, relation, object, berth, standing, readings }) =>
      fact([subject, relation, relation === 'flag' ? `=${object}` : object], {
        ...(berth === undefined ? {} : { qualifiers: { berth } }),
        status: standing === 'planned' ? 'planned' : 'asserted',
        notPlain: standing,
        readings,
      }),
    ),
  { maxLength: 30 },
);

/** The same knowledge with everything that has an order in another one. */
function shuffled(knowledge: Knowledge, order: readonly number[]): Knowledge {
  const mixed = <T>(items: readonly T[]): T[] =>
    items
      .map((item, i) => ({ item, key: order[i % Math.max(order.length, 1)] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return { ...knowledge, entities: new Map(mixed([...knowledge.entities])), facts: mixed(knowledge.facts) };
}

describe('any view', () => {
  it('accounts for every reading, orders its edges and gives each an id of its own', () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.constantFrom('aggregate' as const, 'keep' as const),
        fc.boolean(),
        (facts, parallel, more) => {
          const unique = [...new Map(facts.map((one) => [`${one.id} ${one.notPlain}`, one])).values()];
          const graph = view(knowledgeOf(unique), {
            parallel,
            include: more ? ['planned', 'possible'] : [],
          });
          const readings = unique.reduce((sum, one) => sum + one.readings, 0);
          const outside = [...graph.facts.outside.values()].reduce((sum, count) => sum + count, 0);
          expect(graph.facts.written + outside).toBe(readings);
          const { edges, nodes } = graph;
          const keys = edges.id.map((edge, e) =>
            [nodes.id[edges.source[e] ?? 0], nodes.id[edges.target[e] ?? 0], edges.kind[e], edge].join(' '),
          );
          expect(keys).toEqual([...keys].sort(compareUtf8));
          if (parallel === 'aggregate') expect(new Set(edges.id).size).toBe(edges.count);
          for (const column of [...edges.attributes, ...nodes.attributes])
            expect(column.name).not.toBe('type');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same for any order of entities and facts', () => {
    fc.assert(
      fc.property(someFacts, fc.array(fc.integer(), { minLength: 1 }), (facts, order) => {
        const knowledge = knowledgeOf([...new Map(facts.map((one) => [one.id, one])).values()]);
        expect(view(shuffled(knowledge, order), { include: ['planned'] })).toEqual(
          view(knowledge, { include: ['planned'] }),
        );
      }),
      { numRuns: 300 },
    );
  });
});
