/** A value that was reported when its file was read refuses the fact that holds it, and nothing else is said of it. */
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { readFacts } from '../../src/facts/read.ts';
import type { RecordSink } from '../../src/facts/records.ts';

const FLAT = {
  subject: 'w',
  relation: 'director',
  object: 'p',
  unknown: 'false',
  none: 'false',
  language: 'en',
  status: 'alleged',
  negated: 'true',
  source: 's',
  quote: 'q',
  occurrence: '1',
  row: 'r',
  column: 'c',
  certainty: 'possible',
  confidence: '0.5',
  saidBy: 'p',
  dateExpression: 'then',
  note: 'n',
  withoutPlace: 'x',
};
const BLOCK_ONLY_ABSENT = ['subject', 'relation', 'object', 'unknown', 'none', 'language'];
const BROKEN = {
  'null-value': (key: string) => `"${key}": null`,
  'control-character': (key: string) => `"${key}": "a\\u0001"`,
  'duplicate-key': (key: string) => `"${key}": "a", "${key}": "b"`,
};

function read(file: string, text: string) {
  const problems = new Problems();
  const seen = { facts: 0, refused: 0, unreadable: 0 };
  const sink: RecordSink = {
    source: () => {},
    entity: () => {},
    judgement: () => {},
    refused: () => {},
    fact: () => void seen.facts++,
    refusedFacts: (count) => {
      seen.refused += count;
    },
    unreadable: () => void seen.unreadable++,
  };
  readFacts({ file, bytes: Buffer.from(text) }, sink, { problems });
  return { ...seen, codes: problems.diagnostics.map(({ code }) => code) };
}

const pairs = (left: string) =>
  Object.entries(FLAT)
    .filter(([key]) => key !== left && key !== 'unknown' && key !== 'none')
    .map(([key, value]) => `"${key}": "${value}"`);

describe.each(Object.entries(BROKEN))('%s', (code, broken) => {
  const one = { facts: 0, refused: 1, unreadable: 0, codes: [code] };

  it.each(Object.keys(FLAT))('refuses a flat fact at %s', (key) => {
    const fact = `{${[...pairs(key), broken(key)].join(', ')}}`;
    expect(read('f.jsonl', fact)).toEqual(one);
    expect(read('f.json', `{"facts": [${fact}]}`)).toEqual(one);
    expect(read('f.yaml', `facts: [${fact}]`)).toEqual(one);
  });

  it.each(Object.keys(FLAT).filter((key) => !BLOCK_ONLY_ABSENT.includes(key)))(
    'refuses a block at %s, and a fact in it',
    (key) => {
      const block = `facts: [{${broken(key)}, "says": {"w": {"director": "p"}}}]`;
      expect(read('f.yaml', block)).toEqual(one);
      const said = `facts: [{"quote": "q", "says": {"w": {"director": {"object": "p", ${broken(key)}}}}}]`;
      expect(read('f.yaml', said)).toEqual(one);
    },
  );

  it.each(['source', 'language'])('refuses all facts of a file at its %s', (key) => {
    const two = 'facts: [{quote: q, says: {w: {director: [p, r]}}}]';
    expect(read('f.yaml', `${broken(key).replaceAll(', ', '\n')}\n${two}`)).toEqual({ ...one, refused: 2 });
  });
});

describe('what is counted', () => {
  it('counts one for an item of a list, and goes on with the others', () => {
    const text = 'facts: [{quote: q, says: {w: {genre: [a, "b\\x01", c]}}}]';
    expect(read('f.yaml', text)).toMatchObject({ facts: 2, refused: 1, codes: ['control-character'] });
  });

  it('counts the facts of both places of a key', () => {
    const says = '{w: {genre: [a, b]}, w: {name: c}}';
    expect(read('f.yaml', `facts: [{quote: q, says: ${says}}]`)).toMatchObject({ facts: 0, refused: 3 });
    const twice = 'facts: [{quote: q, says: {w: {name: a}}}]\n';
    expect(read('f.yaml', twice + twice)).toMatchObject({ facts: 0, refused: 2, codes: ['duplicate-key'] });
  });

  it('counts what stands at a key that cannot be read', () => {
    const text = 'facts: [{quote: q, says: {"w\\x01": {name: a}, v: {name: b}}}]';
    expect(read('f.yaml', text)).toMatchObject({ facts: 1, refused: 1, codes: ['control-character'] });
  });

  it.each([
    ['f.yaml', 'facts: [\n'],
    ['f.json', '{"facts": ['],
    ['f.jsonl', '{"subject": '],
    ['f.yaml', 'facts: {a: b}'],
    ['f.txt', 'x'],
  ])('knows that it cannot count %s: %s', (file, text) => {
    expect(read(file, text)).toMatchObject({ facts: 0, unreadable: 1 });
  });
});
