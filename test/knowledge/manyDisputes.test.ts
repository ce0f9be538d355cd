/** Topics with more facts against each other than anybody would read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../src/knowledge/claims.ts';
import { ClaimTree } from '../../src/knowledge/claimTree.ts';
import { HEAD, know, says, withFacts } from '../harbour.ts';

const crews = (count: number) => Array.from({ length: count }, (_, i) => i).join(', ');

describe('of many facts against each other', () => {
  it('each names the first 20 in byte order, and all are disputed', () => {
    const { knowledge } = know(withFacts(says(`aurora: { crew: [${crews(60)}] }`)));
    const ids = knowledge.facts.map((fact) => fact.id).sort();
    for (const fact of knowledge.facts) {
      expect(fact.disputedBy).toEqual(ids.filter((id) => id !== fact.id).slice(0, 20));
    }
  });

  it('the report shows ten and how many more', () => {
    const { problems } = know(withFacts(says(`aurora: { crew: [${crews(60)}] }`)));
    const reports = problems.diagnostics.filter(({ code }) => code === 'disputed-facts');
    expect(reports).toHaveLength(1);
    const claims = reports[0]?.code === 'disputed-facts' ? reports[0].params.claims : [];
    expect(claims).toHaveLength(11);
    expect(claims.at(-1)).toBe('and 50 more');
  });

  it('are found in little more than linear time', () => {
    const years = Array.from({ length: 6000 }, (_, i) => 1000 + i).join(', ');
    const { knowledge } = know(withFacts(says(`aurora: { launched: [${years}] }`)));
    expect(knowledge.facts.length).toBeGreaterThan(5000);
    const before = performance.now();
    claimsAgainst(knowledge.facts);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

function claimsAgainst(facts: ReturnType<typeof know>['knowledge']['facts']): void {
  const claims = claimsOf(facts, true);
  const tree = new ClaimTree(claims);
  for (const claim of claims) {
    const found: number[] = [];
    tree.search(claim, 'differ', { found, most: 20 });
    expect(found.length).toBe(20);
  }
}

describe('the tree of claims', () => {
  it('finds what a look at every claim finds', () => {
    const bound = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(-Infinity, Infinity));
    const span = fc.record({ low: fc.integer({ min: -1, max: 6 }), width: fc.integer({ min: 0, max: 3 }) });
    const spans = fc.array(fc.record({ span, start: bound, end: bound }), { minLength: 1, maxLength: 40 });
    const fact = know(withFacts(says('aurora: { crew: 7 }'))).knowledge.facts[0];
    if (!fact) throw new Error('no fact');
    fc.assert(
      fc.property(spans, fc.constantFrom('same' as const, 'differ' as const), (all, wanted) => {
        const claims = all.map(({ span: { low, width }, start, end }, place) => {
          return { fact, place, low, high: low + width, start, end };
        });
        const tree = new ClaimTree(claims);
        for (const a of claims) {
          const expected = claims.filter((b) => {
            const apart = b.end < a.start || a.end < b.start;
            const same = b.low <= a.high && a.low <= b.high;
            return !apart && same === (wanted === 'same');
          });
          const found: number[] = [];
          tree.search(a, wanted, { found, most: 3 });
          expect(found).toEqual(expected.map(({ place }) => place).slice(0, 3));
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('«none» among discriminating qualifiers', () => {
  const disputed = (...facts: readonly string[]) =>
    know(withFacts(...facts.map((fact, i) => says(fact, `quote: q${i}`)))).knowledge.facts.filter(
      (fact) => fact.disputed,
    ).length;
  it('is against an object with the same ones, not with others', () => {
    const none = 'aurora: { homePort: { none: true, season: winter } }';
    expect(disputed(none, 'aurora: { homePort: { object: malmo, season: summer } }')).toBe(0);
    expect(disputed(none, 'aurora: { homePort: { object: malmo, season: winter } }')).toBe(2);
  });
  it('is so for relations that are not functional', () => {
    const none = 'aurora: { trader: { none: true, season: winter } }';
    expect(disputed(none, 'aurora: { trader: { object: malmo, season: summer } }')).toBe(0);
    expect(disputed(none, 'aurora: { trader: { object: malmo, season: winter } }')).toBe(2);
  });
});

describe('stints', () => {
  const facts = (relation: string) =>
    know(
      withFacts(
        says(`aurora: { ${relation}: { object: malmo, startDate: 1912 } }`, 'quote: a'),
        says(`aurora: { ${relation}: { object: malmo, startDate: 1920 } }`, 'quote: b'),
      ),
    ).knowledge.facts;
  it('are one fact, unless the ontology says that the start discriminates', () => {
    expect(facts('homePort')).toHaveLength(1);
    expect(facts('trader')).toHaveLength(2);
  });
  it('part no topics: a denial without a date is against both', () => {
    const { knowledge } = know({
      'facts.yaml': `${HEAD}  - ${says('aurora: { trader: [{ object: malmo, startDate: 1912 }, { object: malmo, startDate: 1920 }] }')}
  - ${says('aurora: { trader: { object: malmo, negated: true } }', 'quote: z')}\n`,
    });
    expect(knowledge.facts.map((fact) => fact.disputedBy.length).sort()).toEqual([1, 1, 2]);
  });
});
