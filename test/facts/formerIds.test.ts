/** Ids that entities had before, in all forms of fact files: `‸` stands where a diagnostic has to point. */
import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/core/ids.ts';
import { type Files, HEAD, know, parse, says } from '../harbour.ts';
import { errorsOf, expectedAt, unmarked } from '../marked.ts';

/** The former ids of the Aurora. */
function formerIn(files: Files): readonly string[] | undefined {
  const { parsed, problems } = parse(files);
  expect(errorsOf(problems)).toEqual([]);
  return parsed.entities.get('aurora' as EntityId)?.formerIds; // a look-up only
}

const yaml = (aurora: string, others = '') => `entities:\n  aurora: ${aurora}\n${others}`;

describe('former ids', () => {
  it.each([
    ['a text', 'zephyr', ['zephyr']],
    ['a list', '[zephyr, a.b, zephyr, Z]', ['Z', 'a.b', 'zephyr']],
    ['what looks like a number', '007', ['007']],
  ])('are %s', (_, written, ids) => {
    expect(formerIn({ 'a.yaml': yaml(`{ class: Ship, formerIds: ${written} }`) })).toEqual(ids);
  });

  it('stand in JSON and in lines of JSON as well', () => {
    const aurora = { class: 'Ship', formerIds: ['zephyr', 'a'] };
    expect(formerIn({ 'a.json': { entities: { aurora } } })).toEqual(['a', 'zephyr']);
    const line = `${JSON.stringify({ entity: 'aurora', ...aurora })}\n`;
    expect(formerIn({ 'a.jsonl': line })).toEqual(['a', 'zephyr']);
    expect(formerIn({ 'a.jsonl': line.replace('["zephyr","a"]', '"b"') })).toEqual(['b']);
  });

  it('are none at all without the key', () => {
    const { parsed } = parse({ 'a.yaml': yaml('{ class: Ship, label: A }') });
    expect([...parsed.entities.values()][0]).not.toHaveProperty('formerIds');
  });

  it.each([
    ['{ class: Ship, formerIds: [c, b] }', '{ class: Tanker, formerIds: [a, b] }'],
    ['{ class: Tanker, formerIds: [a, b] }', '{ class: Ship, formerIds: c }'],
  ])('of two files are joined: %s and %s', (first, second) => {
    const files = { 'a.yaml': yaml(first), 'b.yaml': yaml(second) };
    expect(formerIn(files)).toEqual(['a', 'b', 'c']);
    const aurora = parse(files).parsed.entities.get('aurora' as EntityId); // a look-up only
    expect(aurora?.class).toBe('Tanker');
  });

  it('reach the knowledge', () => {
    const { knowledge } = know({ 'facts.yaml': HEAD.replace('Aurora }', 'Aurora, formerIds: zephyr }') });
    const known = [...knowledge.entities.values()].map(({ id, formerIds }) => [id, formerIds]);
    expect(known).toContainEqual(['aurora', ['zephyr']]);
  });
});

describe('a wrong former id', () => {
  it.each([
    ['no id', yaml('{ class: Ship, formerIds: ‸Old Aurora }'), 'bad-id'],
    ['no ids in a list', yaml('{ class: Ship, formerIds: [‸ö, b, ‸""] }'), 'bad-id bad-id'],
    ['an empty list', yaml('{ class: Ship, formerIds: ‸[] }'), 'wrong-shape'],
    ['a map', yaml('{ class: Ship, formerIds: ‸{ a: b } }'), 'wrong-shape'],
    ['a list in a list', yaml('{ class: Ship, formerIds: ‸[[a]] }'), 'wrong-shape'],
    ['nothing', yaml('{ class: Ship, formerIds: ‸}'), 'null-value'],
    ['nothing in a list', yaml('{ class: Ship, formerIds: [a, ‸~] }'), 'null-value'],
    ['its own id', yaml('{ class: Ship, formerIds: [old, ‸aurora] }'), 'former-id-in-use'],
    [
      'the id of another',
      yaml('{ class: Ship, formerIds: ‸borealis }', '  borealis: Ship\n'),
      'former-id-in-use',
    ],
    [
      'a former id of another',
      yaml('{ class: Ship, formerIds: x }', '  borealis: { class: Ship, formerIds: [w, ‸x] }\n'),
      'former-id-in-use',
    ],
  ])('%s', (_, marked, codes) => {
    const { text, places } = unmarked(marked);
    expect(errorsOf(parse({ 'facts.yaml': text }).problems)).toEqual(expectedAt(places, codes));
  });

  it('is reported in lines of JSON and in objects, where the other definition is named', () => {
    const lines = '{"entity":"a","class":"Ship","formerIds":"b"}\n{"entity":"b","class":"Ship"}\n';
    const [problem] = parse({ 'a.jsonl': lines }).problems.diagnostics;
    expect(problem).toMatchObject({ code: 'former-id-in-use', place: { line: 1 } });
    expect(problem?.params).toEqual({ id: 'b', of: 'a', by: 'b', firstPlace: 'a.jsonl:2:1' });
    const b = { class: 'Ship', formerIds: ['x'] };
    const twice = parse({ 'a.json': { entities: { a: { ...b, formerIds: 'x' }, b } } }).problems;
    const firstPlace = `a.json:1:${'{"entities":{"a":{"class":"Ship","formerIds":"'.length}`;
    expect(twice.diagnostics[0]?.params).toEqual({ id: 'x', of: 'b', by: 'a', firstPlace });
  });

  it('has an id suggested', () => {
    const { problems } = parse({ 'a.yaml': yaml('{ class: Ship, formerIds: Old Aurora }') });
    expect(problems.diagnostics[0]?.params).toEqual({ value: 'Old Aurora', suggestion: 'old-aurora' });
  });

  it('is left out where another has it, and takes no fact along', () => {
    const facts = `facts:\n  - { withoutPlace: w, source: s, says: { aurora: { name: A } } }\n`;
    const { parsed } = parse({
      'a.yaml': `sources: { s: { type: T } }\n${yaml('{ class: Ship, formerIds: [b, c] }', '  b: Ship\n')}${facts}`,
    });
    expect(parsed.entities.get('aurora' as EntityId)?.formerIds).toEqual(['c']); // a look-up only
    expect(parsed.counts).toEqual({ read: 1, refused: 0 });
  });
});

describe('a former id in a fact', () => {
  const head = HEAD.replace('label: Aurora }', 'label: Aurora, formerIds: [zephyr, boreali] }');
  it.each([
    ['as subject', says('zephyr: { homePort: malmo }')],
    ['as object', says('borealis: { escorts: zephyr }')],
    ['as speaker', says('borealis: { homePort: malmo }', 'quote: q, status: attributed, saidBy: zephyr')],
    ['although another id is nearer', says('boreali: { homePort: malmo }')],
  ])('%s is unknown, and the present id suggested', (_, fact) => {
    const [problem] = parse({ 'facts.yaml': `${head}  - ${fact}\n` }).problems.diagnostics;
    expect(problem?.code).toBe('unknown-entity');
    expect(problem?.params).toMatchObject({ suggestion: 'aurora' });
  });

  it('is unknown in a judgement as well', () => {
    const judged = `${head.replace('facts:\n', '')}judgements:\n  - { distinct: [zephyr, borealis], by: A, why: w }\n`;
    const [problem] = parse({ 'facts.yaml': judged }).problems.diagnostics;
    expect(problem?.params).toEqual({ id: 'zephyr', suggestion: 'aurora' });
  });
});
