/** The choice of what is plain: all facts, the best supported of those that contradict each other, or undisputed ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactId } from '../../src/core/ids.ts';
import type { Knowledge, KnownFact } from '../../src/knowledge/knowledge.ts';
import { PLAIN_CHOICES, withPlain } from '../../src/knowledge/plain.ts';
import { know, objectOf, SHIPS } from '../harbour.ts';
import { fileOver } from '../randomProject.ts';

type Sources = Readonly<Record<string, Readonly<Record<string, string>>>>;

const SOURCES: Sources = { a: {}, b: {}, c: {}, d: {} };

/** Facts about the Aurora, each `source relation object`, with more where needed. */
function said(claims: readonly (readonly [string, object])[], sources: Sources = SOURCES): Knowledge {
  const { knowledge, problems } = know({
    'facts.json': {
      sources: Object.fromEntries(
        Object.entries(sources).map(([id, more]) => [id, { type: 'T', title: id, ...more }]),
      ),
      entities: {
        aurora: 'Ship',
        borealis: 'Tanker',
        malmo: { class: 'Port', label: 'Malmö' },
        visby: { class: 'Port', label: 'Visby' },
        ystad: { class: 'Port', label: 'Ystad' },
      },
      facts: claims.map(([text, more]) => {
        const [source = '', relation = '', object] = text.split(' ');
        return {
          subject: 'aurora',
          relation,
          ...(object !== undefined && { object }),
          source,
          row: '1',
          ...more,
        };
      }),
    },
  });
  expect(problems.errors).toBe(0);
  return knowledge;
}

function show(fact: KnownFact): string {
  return `${fact.negated ? 'not ' : ''}${objectOf(fact)}`;
}

function plainOf(knowledge: Knowledge): string[] {
  return knowledge.facts.filter((fact) => fact.notPlain === undefined).map(show);
}

/** What is plain of the best supported; `source relation object` each. */
function best(claims: readonly (string | readonly [string, object])[], sources?: Sources): string[] {
  const given = claims.map((claim) => (typeof claim === 'string' ? ([claim, {}] as const) : claim));
  return plainOf(withPlain(said(given, sources), 'best')).sort();
}

describe('all', () => {
  it('leaves everything as it is', () => {
    const knowledge = said([
      ['a crew 7', {}],
      ['b crew 8', {}],
    ]);
    expect(withPlain(knowledge, 'all')).toBe(knowledge);
    expect(PLAIN_CHOICES[0]).toBe('all');
  });
});

describe('undisputed', () => {
  const knowledge = said([
    ['a crew 7', {}],
    ['b crew 8', {}],
    ['a homePort malmo', {}],
    ['a tonnage 3', { status: 'alleged' }],
    ['b tonnage 4', {}],
  ]);
  const chosen = withPlain(knowledge, 'undisputed');

  it('takes plainness from each fact that another contradicts, plain or not', () => {
    expect(plainOf(chosen)).toEqual(['malmo']);
    const reasons = Object.fromEntries(chosen.facts.map((fact) => [show(fact), fact.reasons]));
    expect(reasons).toEqual({ 7: ['disputed'], 8: ['disputed'], malmo: [], 3: ['alleged'], 4: ['disputed'] });
    expect(chosen.facts.find((fact) => show(fact) === '7')?.notPlain).toBe('disputed');
  });

  it('keeps all facts with their evidence, and changes nothing else', () => {
    const bare = ({ facts }: Knowledge) => facts.map(({ reasons: _, notPlain: __, ...rest }) => rest);
    expect(bare(chosen)).toEqual(bare(knowledge));
    expect({ ...chosen, facts: [] }).toEqual({ ...knowledge, facts: [] });
  });

  it('does not change what it is given', () => {
    expect(plainOf(knowledge)).toHaveLength(4);
  });
});

describe('best', () => {
  it('is what more sources say', () => {
    expect(best(['a crew 7', 'b crew 8', 'c crew 8'])).toEqual(['8']);
    expect(best(['a crew 7', 'b crew 7', 'c crew 8'])).toEqual(['7']);
  });

  it('is all of those that are equally well supported', () => {
    expect(best(['a crew 7', 'b crew 8'])).toEqual(['7', '8']);
    expect(best(['a crew 7', 'b crew 8', 'a crew 9', 'c crew 9', 'b crew 10', 'd crew 10'])).toEqual([
      '10',
      '9',
    ]);
  });

  it('gives the others a reason, and all of them stay disputed', () => {
    const { facts } = withPlain(
      said([
        ['a crew 7', {}],
        ['b crew 8', {}],
        ['c crew 8', {}],
      ]),
      'best',
    );
    expect(facts.map((fact) => [show(fact), fact.notPlain, fact.reasons, fact.disputed])).toEqual([
      ['7', 'outweighed', ['outweighed'], true],
      ['8', undefined, [], true],
    ]);
  });

  it('does not compare what does not contradict', () => {
    expect(best(['a crew 7', 'b name A', 'c name A', 'd name B'])).toEqual(['7', 'A', 'B']);
    const ended = [
      ['a homePort malmo', { endDate: '1912' }],
      ['b homePort visby', { startDate: '1913' }],
      ['c homePort visby', { startDate: '1913' }],
    ] as const;
    expect(best(ended.map(([text, qualifiers]) => [text, { qualifiers }] as const))).toEqual([
      'malmo',
      'visby',
    ]);
  });

  it('leaves alone what only contradicts something that has lost itself', () => {
    const stint = (startDate: string, endDate: string) => ({ qualifiers: { startDate, endDate } });
    const claims = [
      ['a homePort malmo', stint('1910', '1915')],
      ['b homePort malmo', stint('1910', '1915')],
      ['c homePort malmo', stint('1910', '1915')],
      ['a homePort visby', stint('1914', '1920')],
      ['b homePort visby', stint('1914', '1920')],
    ] as const;
    expect(best(claims)).toEqual(['malmo']);
    const third = ['d homePort ystad', stint('1918', '1925')] as const;
    expect(best([...claims, third])).toEqual(['malmo', 'ystad']);
    expect(best([...claims.slice(3), third])).toEqual(['visby']);
  });

  it('weighs denials too, and that there is none', () => {
    const denied = (source: string) => [`${source} escorts borealis`, { negated: true }] as const;
    expect(best(['a escorts borealis', denied('b')])).toEqual(['borealis']);
    expect(best(['a escorts borealis', denied('b'), denied('c')])).toEqual([]);
    const none = (source: string) => [`${source} homePort`, { none: true }] as const;
    expect(best(['a homePort malmo', none('b')])).toEqual(['malmo']);
    expect(best(['a homePort malmo', none('b'), none('c')])).toEqual([]);
  });

  it('does not weigh what no source asserts surely', () => {
    const more = (source: string, words: object) => [`${source} crew 8`, words] as const;
    expect(best(['a crew 7', more('b', { status: 'alleged' }), more('c', { status: 'alleged' })])).toEqual([
      '7',
    ]);
    expect(
      best(['a crew 7', more('b', { certainty: 'possible' }), more('c', { certainty: 'possible' })]),
    ).toEqual(['7']);
  });
});

describe('sources count', () => {
  const three = ['a crew 7', 'b crew 8', 'c crew 8'];
  const wire = (more: Sources) => ({ ...SOURCES, ...more });

  it('as one where they copy each other', () => {
    expect(best(three, wire({ c: { copyOf: 'b' } }))).toEqual(['7', '8']);
    expect(best(three, wire({ b: { copyOf: 'd' }, c: { copyOf: 'd' } }))).toEqual(['7', '8']);
    expect(best(three, wire({ c: { copyOf: 'a' } }))).toEqual(['8']);
  });
  it('as one where they copy each other in a circle', () => {
    expect(best(three, wire({ b: { copyOf: 'c' }, c: { copyOf: 'b' } }))).toEqual(['7', '8']);
    expect(best(three, wire({ b: { copyOf: 'c' }, c: { copyOf: 'd' }, d: { copyOf: 'c' } }))).toEqual([
      '7',
      '8',
    ]);
  });
  it('not when they are retracted, nor their copies', () => {
    expect(best(['a crew 7', 'b crew 8'], wire({ d: { retracts: 'b' } }))).toEqual(['7']);
    expect(best(three, wire({ d: { retracts: 'b' } }))).toEqual(['7', '8']);
    expect(best(three, wire({ c: { copyOf: 'b' }, d: { retracts: 'b' } }))).toEqual(['7']);
  });
  it('where only a copy is retracted', () => {
    expect(
      best(['a crew 7', 'b crew 8', 'c crew 8'], wire({ c: { copyOf: 'b' }, d: { retracts: 'c' } })),
    ).toEqual(['7', '8']);
  });
});

describe('of the same number of sources', () => {
  const dated = (id: string, published: string, more = {}) => ({ [id]: { published, ...more } });

  it('the surer reading is better', () => {
    expect(best([['a crew 7', { certainty: 'probable' }], 'b crew 8'])).toEqual(['8']);
  });
  it('the surest of its evidence counts, of sources that count', () => {
    const unsure = [
      ['a crew 7', { certainty: 'probable' }],
      ['b crew 7', { certainty: 'certain' }],
      ['c crew 8', { certainty: 'probable' }],
    ] as const;
    expect(best(unsure, { ...SOURCES, d: { retracts: 'b' } })).toEqual(['7', '8']);
    expect(best(unsure, { ...SOURCES, b: { copyOf: 'a' } })).toEqual(['7']);
  });
  it('a correction is better than what corrects nothing, and its correction better still', () => {
    expect(best(['a crew 7', 'b crew 8'], { ...SOURCES, b: { corrects: 'a' } })).toEqual(['8']);
    const chain = { ...SOURCES, b: { corrects: 'a' }, c: { corrects: 'b' } };
    expect(best(['a crew 7', 'b crew 8', 'c crew 9'], chain)).toEqual(['9']);
  });
  it('the later correction is better, where it is known', () => {
    const two = (first: string, second: string) => ({
      ...SOURCES,
      ...dated('b', first, { corrects: 'a' }),
      ...dated('c', second, { corrects: 'a' }),
    });
    const claims = ['b crew 8', 'c crew 9'];
    expect(best(claims, two('1912-03-01', '1912-03-02'))).toEqual(['9']);
    expect(best(claims, two('1912-03-02', '1912-03-01'))).toEqual(['8']);
    expect(best(claims, two('1912-03-01', '1912-03-01'))).toEqual(['8', '9']);
  });
  it('the date of a source that corrects nothing does not count', () => {
    expect(
      best(['a crew 7', 'b crew 8'], { ...SOURCES, ...dated('a', '1912'), ...dated('b', '1913') }),
    ).toEqual(['7', '8']);
  });
  it('corrections in a circle end somewhere', () => {
    expect(
      best(['a crew 7', 'b crew 8'], { ...SOURCES, a: { corrects: 'b' }, b: { corrects: 'a' } }),
    ).toEqual(['7', '8']);
  });
  it('more sources weigh more than a correction', () => {
    expect(best(['a crew 7', 'b crew 7', 'c crew 8'], { ...SOURCES, c: { corrects: 'a' } })).toEqual(['7']);
  });
});

describe('a name that is no longer plain', () => {
  const knowledge = said([
    ['a name Zeppelin', { language: 'en' }],
    ['b name Zeppelin', { language: 'en', negated: true }],
    ['c name Zeppelin', { language: 'en', negated: true }],
    ['a name Aurora-of-the-north', {}],
  ]);
  it('gives way to the next best', () => {
    const nameOf = (one: Knowledge) => [...one.entities.values()][0];
    expect(nameOf(knowledge)).toMatchObject({ name: 'Zeppelin', nameLanguage: 'en' });
    for (const choice of ['best', 'undisputed'] as const) {
      const named = nameOf(withPlain(knowledge, choice));
      expect(named).toMatchObject({ id: 'aurora', name: 'Aurora-of-the-north' });
      expect(named).not.toHaveProperty('nameLanguage');
    }
  });
});

describe('of any project', () => {
  const ids = (knowledge: Knowledge): FactId[] =>
    knowledge.facts.filter((fact) => fact.notPlain === undefined).map((fact) => fact.id);
  const run = (check: (knowledge: Knowledge, file: object) => void) =>
    fc.assert(
      fc.property(fileOver(SHIPS), (file) => {
        check(know({ 'facts.json': file }).knowledge, file);
      }),
      { numRuns: 300 },
    );

  it('undisputed facts are among the best, the best among all', () => {
    let disputed = 0;
    run((knowledge) => {
      const [all, best, undisputed] = PLAIN_CHOICES.map((choice) => ids(withPlain(knowledge, choice)));
      disputed += Number(all?.length !== undisputed?.length);
      expect(all).toEqual(expect.arrayContaining(best ?? []));
      expect(best).toEqual(expect.arrayContaining(undisputed ?? []));
    });
    expect(disputed).toBeGreaterThan(0);
  });

  it('no two undisputed ones contradict each other', () =>
    run((knowledge) => {
      const { facts } = withPlain(knowledge, 'undisputed');
      const plain = new Set(facts.filter((fact) => fact.notPlain === undefined).map((fact) => fact.id));
      for (const fact of facts)
        if (plain.has(fact.id)) expect(fact.disputedBy.filter((other) => plain.has(other))).toEqual([]);
    }));

  it('who is outweighed has a better one against it that is asserted', () =>
    run((knowledge) => {
      const { facts } = withPlain(knowledge, 'best');
      const known = new Map(facts.map((fact) => [fact.id, fact]));
      for (const fact of facts) {
        if (fact.notPlain !== 'outweighed') continue;
        const against = fact.disputedBy.flatMap((id) => known.get(id) ?? []);
        const rivals = against.filter(({ reasons }) =>
          reasons.every((reason) => ['negated', 'no-value'].includes(reason)),
        );
        expect(rivals.length).toBeGreaterThan(0);
      }
    }));

  it('the choice does not depend on the order of the facts', () =>
    run((knowledge, file) => {
      const { facts } = file as { facts: readonly object[] }; // as `fileOver` makes it
      const turned = know({ 'facts.json': { ...file, facts: [...facts].reverse() } }).knowledge;
      for (const choice of PLAIN_CHOICES)
        expect(ids(withPlain(turned, choice))).toEqual(ids(withPlain(knowledge, choice)));
    }));

  it('choosing again changes nothing', () =>
    run((knowledge) => {
      for (const choice of PLAIN_CHOICES) {
        const once = withPlain(knowledge, choice);
        expect(ids(withPlain(once, choice))).toEqual(ids(once));
      }
    }));
});

it('stays quick with thousands of values of one functional relation, each better supported than the next', () => {
  const values = 60;
  const sources = Object.fromEntries(Array.from({ length: values }, (_, i) => [`s${i}`, {}]));
  const claims = Array.from({ length: values }, (_, i) =>
    Array.from({ length: i + 1 }, (_, s) => [`s${s} crew ${i}`, {}] as const),
  ).flat();
  const knowledge = said(
    [...claims, ...Array.from({ length: 3000 }, (_, i) => [`s0 crew ${1000 + i}`, {}] as const)],
    sources,
  );
  const before = performance.now();
  expect(plainOf(withPlain(knowledge, 'best'))).toEqual([String(values - 1)]);
  expect(performance.now() - before).toBeLessThan(2000);
});
