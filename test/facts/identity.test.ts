/** What makes two readings one fact, and what does not. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseId, type SourceId } from '../../src/core/ids.ts';
import { evidenceId } from '../../src/facts/identity.ts';
import { parse, says, withFacts } from '../harbour.ts';
import { wellFormedText } from '../rawText.ts';

function idOf(said: string, evidence = 'quote: q'): string {
  const { parsed, codes } = parse(withFacts(says(said, evidence)));
  expect(codes).toEqual([]);
  expect(parsed.facts).toHaveLength(1);
  return parsed.facts[0]?.id ?? '';
}

const port = (more: string) => idOf(`aurora: { homePort: { object: malmo, ${more} } }`);
const plain = idOf('aurora: { homePort: malmo }');

describe('the id of a fact', () => {
  it('is a hash that any program can make: subject, relation, object, qualifiers, status, negation', () => {
    const sha = (text: string) => `f-${createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32)}`;
    expect(plain).toBe(sha('6:aurora8:homePort6:entity5:malmo8:asserted5:false'));
    expect(idOf('aurora: { name: { object: Mälarö, language: sv, status: planned, negated: true } }')).toBe(
      sha('6:aurora4:name7:literal6:string0:2:sv8:Mälarö7:planned4:true'),
    );
    expect(port('startDate: 1912, trade: malta')).toBe(
      sha('6:aurora8:homePort6:entity5:malmo5:trade7:concept4:flag0:5:malta8:asserted5:false'),
    );
  });

  it.each([
    ['the source', idOf('aurora: { homePort: malmo }', 'quote: q, source: paper')],
    ['the quote', idOf('aurora: { homePort: malmo }', 'quote: other')],
    ['a row', idOf('aurora: { homePort: malmo }', 'row: "1"')],
    ['certainty', idOf('aurora: { homePort: malmo }', 'quote: q, certainty: possible')],
    ['who says so', idOf('aurora: { homePort: malmo }', 'quote: q, saidBy: borealis')],
    ['a note', idOf('aurora: { homePort: malmo }', 'quote: q, note: n')],
    ['the start', port('startDate: 1912')],
    ['the end', port('endDate: 1920')],
    ['as of when', port('asOf: 1920')],
    ['a qualifier that does not discriminate', port('berth: 7b')],
    ['a default written out', port('status: asserted, negated: false')],
  ])('does not depend on %s', (_, id) => expect(id).toBe(plain));

  it.each([
    ['the subject', idOf('borealis: { homePort: malmo }')],
    ['the object', idOf('aurora: { homePort: visby }')],
    ['an unknown object', idOf('aurora: { homePort: { unknown: true } }')],
    ['no object', idOf('aurora: { homePort: { none: true } }')],
    ['a discriminating qualifier', port('season: winter')],
    ['its language', port('season: winter, language: de')],
    ['another of the same value', port('trade: malta')],
    ['status', port('status: planned')],
    ['negation', port('negated: true')],
  ])('depends on %s', (_, id) => expect(id).not.toBe(plain));

  it('differs for all of these', () => {
    const ids = [
      plain,
      port('season: winter'),
      port('season: [winter, autumn]'),
      port('season: "winter, autumn"'),
      port('season: winterautumn'),
      port('season: malta'),
      port('trade: malta'),
      port('trade: [malta, panama]'),
      port('season: malta, trade: panama'),
      port('season: "1912"'),
      port('status: planned'),
      port('status: expected'),
      port('status: planned, negated: true'),
      port('negated: true'),
      idOf('aurora: { name: malmo }'),
      idOf('aurora: { name: { object: malmo, language: de } }'),
      idOf('aurora: { callSign: malmo }'),
      idOf('aurora: { name: unknown }'),
      idOf('aurora: { name: { unknown: true } }'),
      idOf('aurora: { name: none }'),
      idOf('aurora: { name: { none: true } }'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('depends on the start where the ontology says that it discriminates', () => {
    const trader = (more: string) => idOf(`aurora: { trader: { object: malmo${more} } }`);
    const ids = ['', ', startDate: 1912', ', startDate: 1912-03', ', endDate: 1912'].map(trader);
    expect(new Set(ids).size).toBe(3);
  });

  it('is the same for the values of a qualifier in any order, and once or twice', () => {
    expect(port('season: [winter, autumn]')).toBe(port('season: [autumn, winter, autumn]'));
  });

  it('is the same for a symmetric fact told from either end', () => {
    expect(idOf('aurora: { sisterShip: borealis }')).toBe(idOf('borealis: { sisterShip: aurora }'));
    expect(idOf('aurora: { escorts: borealis }')).not.toBe(idOf('borealis: { escorts: aurora }'));
  });
});

describe('the id of evidence', () => {
  const source = parseId<SourceId>('log');
  const keys = ['quote', 'row', 'column', 'confidence', 'dateExpression', 'note', 'withoutPlace'] as const;

  it('differs wherever one of its parts does, and an empty part is not an absent one', () => {
    if (!source) throw new Error('not an id');
    const text = fc.option(fc.oneof(wellFormedText, fc.constantFrom('', '=', '1', '1:=')), {
      nil: undefined,
    });
    const piece = fc.record({ quote: text, row: text, column: text, note: text, withoutPlace: text });
    const idOfPiece = (parts: Record<string, string | undefined>) =>
      evidenceId({
        source,
        certainty: 'certain',
        ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
      });
    fc.assert(
      fc.property(piece, piece, (a, b) => {
        const same = keys.every(
          (key) => (a as Record<string, unknown>)[key] === (b as Record<string, unknown>)[key],
        );
        expect(idOfPiece(a) === idOfPiece(b)).toBe(same);
      }),
      { numRuns: 3000 },
    );
  });
});
