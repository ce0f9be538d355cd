/** The rules over the whole: each with a case that it warns of, and one that it lets pass. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/knowledge/rules.ts';
import { HEAD, know, says } from '../harbour.ts';

const SMALL = 'source: s\nsources: { s: { type: T, text: s.txt } }\n';

function codes(text: string): string[] {
  return know({ 'facts.yaml': text }).problems.diagnostics.map(({ code }) => code);
}

function paramsOf(text: string, code: string): object[] {
  return know({ 'facts.yaml': text }).problems.diagnostics.flatMap((one) =>
    one.code === code ? [one.params] : [],
  );
}

describe('there are facts', () => {
  it('or an error says so', () => expect(codes(`${SMALL}facts: []\n`)).toContain('no-facts'));
  it('but not when those that were there are refused', () =>
    expect(codes(`${SMALL}entities: { a: Ship }\nfacts:\n  - ${says('a: { homePrt: b }')}\n`)).toEqual([
      'unknown-relation',
    ]));
  it('nor when their form is refused', () => expect(codes(`${SMALL}facts: [x]\n`)).toEqual(['wrong-shape']));
});

describe('everything is named', () => {
  const text = (entity: string, fact: string) =>
    `${SMALL}entities:\n  a: ${entity}\nfacts:\n  - ${says(fact)}\n`;
  it('or a warning says so', () =>
    expect(codes(text('Ship', 'a: { callSign: X }'))).toEqual(['unnamed-entity']));
  it('by a label', () => expect(codes(text('{ class: Ship, label: A }', 'a: { callSign: X }'))).toEqual([]));
  it('by a fact', () => expect(codes(text('Ship', 'a: { name: A }'))).toEqual([]));
  it('by a name that is the id', () => {
    expect(codes(text('Ship', 'a: { name: a }'))).toEqual([]);
    expect(codes(text('{ class: Ship, label: a }', 'a: { callSign: X }'))).toEqual([]);
  });
  it('by a planned name, but not by one that is denied', () => {
    expect(codes(text('Ship', 'a: { name: { object: A, status: planned } }'))).toEqual([]);
    expect(codes(text('Ship', 'a: { name: { object: A, negated: true } }'))).toEqual(['unnamed-entity']);
  });
});

describe('everything is used', () => {
  const good = `  - ${says('aurora: { escorts: borealis, homePort: { object: malmo, saidBy: visby } }')}\n`;
  it('an entity as subject, object or speaker', () => expect(codes(HEAD + good)).toContain('unused-source'));
  it('or a warning says so', () =>
    expect(paramsOf(`${HEAD}  - ${says('aurora: { callSign: X }')}\n`, 'unused-entity')).toEqual([
      { id: 'borealis' },
      { id: 'malmo' },
      { id: 'visby' },
    ]));
  it('a source by evidence, or as one that copies another', () => {
    expect(paramsOf(HEAD + good, 'unused-source')).toEqual([{ id: 'paper' }]);
    expect(codes(HEAD.replace('title: A paper', 'copyOf: log') + good)).not.toContain('unused-source');
  });
  it('which is not looked at while something is refused', () =>
    expect(codes(`${HEAD}  - ${says('aurora: { callSine: X }')}\n`)).toEqual(['unknown-relation']));
});

describe('a thing starts before it ends', () => {
  const file = (facts: string) =>
    `${SMALL}entities:\n  a: { class: Ship, label: A }\nfacts:\n  - ${says(`a: { ${facts} }`)}\n`;
  const warned = (facts: string) => paramsOf(file(facts), 'dates-out-of-order');
  it('or a warning gives both dates', () =>
    expect(warned('launched: 1920, scrapped: 1912-05')).toEqual([
      { subject: 'a', start: '1920', end: '1912-05' },
    ]));
  it.each([
    'launched: 1912, scrapped: 1912-05',
    'launched: 1912-05, scrapped: 1912',
    'launched: 1912, scrapped: 1920',
    'launched: 1920',
    'launched: 1920/.., scrapped: 1925',
    'launched: 1920, scrapped: { object: 1912, status: planned }',
  ])('%s may be', (facts) => expect(warned(facts)).toEqual([]));
  it('each date is looked at where there are several', () => {
    expect(warned('launched: [1912, 1920], scrapped: 1915')).toEqual([
      { subject: 'a', start: '1920', end: '1915' },
    ]);
    expect(warned('launched: [1912, 1920], scrapped: [1910, 1930]')).toHaveLength(2);
  });
});

describe('one entity has one id', () => {
  const file = (entities: string, judgements = '') =>
    `${SMALL}entities:\n${entities}facts:\n  - ${says('a: { callSign: X }')}\n${judgements}`;
  const pairs = (text: string) =>
    paramsOf(text, 'likely-duplicate').map((one) =>
      'first' in one && 'second' in one ? `${one.first} ${one.second}` : '',
    );
  const three = (judgements = '') =>
    file(
      '  a: { class: Ship, label: Aurora }\n  b: { class: Ship, label: " AURORA " }\n  c: { class: Ship, label: aurora }\n',
      judgements,
    );
  const distinct = (...ids: readonly string[]) => `  - { distinct: [${ids.join(', ')}], by: A, why: w }\n`;

  it('two of one class and name are likely one', () => expect(pairs(three())).toEqual(['a b', 'a c']));
  it('two of different classes are not', () =>
    expect(pairs(file('  a: { class: Ship, label: Aurora }\n  b: { class: Port, label: Aurora }\n'))).toEqual(
      [],
    ));
  it('a judgement tells two apart, in either order', () => {
    expect(pairs(three(`judgements:\n${distinct('a', 'b')}`))).toEqual(['a c']);
    expect(pairs(three(`judgements:\n${distinct('c', 'b', 'a')}`))).toEqual([]);
  });
  it('but not others that it does not name', () =>
    expect(pairs(three(`judgements:\n${distinct('a', 'b')}${distinct('a', 'c')}`))).toEqual(['b c']));
  it('unnamed ones are not looked at', () => expect(pairs(file('  a: Ship\n  b: Ship\n'))).toEqual([]));
  it('a name that is an id is a name', () =>
    expect(pairs(file('  a: { class: Ship, label: a }\n  b: { class: Ship, label: A }\n'))).toEqual(['a b']));
});

describe('quotes come from a text', () => {
  const two =
    'entities: { a: { class: Ship, label: A } }\nfacts:\n  - { quote: p, says: { a: { callSign: X } } }\n  - { quote: q, says: { a: { callSign: X } } }\n';
  const bare = SMALL.replace(', text: s.txt', '');
  it('or one warning a source says so', () =>
    expect(paramsOf(bare + two, 'quotes-without-text')).toEqual([{ source: 's', count: 2 }]));
  it('or from bytes with a sha256', () =>
    expect(codes(SMALL.replace('text: s.txt', `sha256: ${'0'.repeat(64)}`) + two)).not.toContain(
      'quotes-without-text',
    ));
  it('and what is no quote needs none', () =>
    expect(codes(bare + two.replace('quote: p', 'row: p').replace('quote: q', 'row: q'))).toEqual([]));
});

it('every rule has a name of its own', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
});
