import { describe, expect, it } from 'vitest';
import {
  dateText,
  edgeOutcomes,
  edgeReasons,
  edgeSentence,
  edgeWords,
  factSentence,
  nodeFacts,
  safeLink,
  toText,
} from '../../../src/viewer/client/facts.ts';
import { toModel } from '../../../src/viewer/client/model.ts';
import { startFilter } from '../../../src/viewer/client/state.ts';
import { smallPayload } from './payload.ts';

const model = toModel(smallPayload());
const sentence = (index: number) => {
  const fact = model.payload.facts[index];
  return fact === undefined ? '' : toText(factSentence(model, index, fact));
};

describe('sentences', () => {
  it('read from subject to object', () => expect(sentence(0)).toBe('Aurora calls at Bergen'));
  it('read as the edge does, and mark what is disputed', () =>
    expect(sentence(2)).toBe('Ørsted & Søn owns Aurora ⚠'));
  it('say all that makes a fact not plain', () =>
    expect(sentence(5)).toBe('Aurora calls at Ghost (alleged, denied)'));
  it('say values and what is not there', () => {
    expect(sentence(7)).toBe('Aurora name Aurora');
    expect(sentence(8)).toBe('Aurora captain none (without a value)');
  });
  it('of an edge read along it', () => {
    expect(toText(edgeSentence(model, 2))).toBe('Ørsted & Søn owns Aurora ⚠');
    expect(edgeReasons(model, 4)).toEqual(['alleged', 'negated']);
    expect(edgeReasons(model, 0)).toEqual([]);
  });
  it('say what has to be shown with an edge', () => {
    const payload = smallPayload();
    const showWith = { texts: ['outcome: acquitted'], facts: [] };
    const facts = payload.facts.map((fact, index) => (index === 0 ? { ...fact, showWith } : fact));
    const other = toModel({ ...payload, facts });
    expect(edgeOutcomes(other, 0)).toEqual(['outcome: acquitted']);
    expect(edgeWords(edgeSentence(other, 0))).toBe('calls at [outcome: acquitted]');
    expect(toText(edgeSentence(other, 0))).toBe('Aurora calls at Bergen [outcome: acquitted]');
  });
});

describe('nodeFacts', () => {
  it('groups by relation: from the node, to it, values; and counts what the statuses hide', () => {
    const { groups, withheld } = nodeFacts(model, 0, startFilter(model).hiddenStandings);
    expect(groups.map(({ relation, facts }) => [relation, facts])).toEqual([
      ['calls at', [0, 1]],
      ['owns', [2, 3]],
      ['name', [7]],
    ]);
    expect(withheld).toBe(2);
  });
  it('hides nothing when all statuses are shown', () => {
    expect(nodeFacts(model, 0, new Set()).withheld).toBe(0);
  });
});

describe('dateText', () => {
  const base = smallPayload().facts[4];
  it.each([
    [{}, ''],
    [{ start: '1905-03' }, '1905-03'],
    [{ start: '1905', end: '1905' }, '1905'],
    [{ start: '1905', end: '1907' }, '1905 to 1907'],
    [{ end: '1907' }, '1907'],
  ])('%o', (dates, text) => expect(base && dateText({ ...base, ...dates })).toBe(text));
});

describe('safeLink', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' java\nscript:alert(1)',
    'file:///etc/passwd',
    'no url',
    '//x',
  ])('refuses %j', (url) => expect(safeLink(url)).toBeUndefined());
  it.each(['https://example.org/a', 'http://example.org/'])('takes %s', (url) =>
    expect(safeLink(url)).toBe(url),
  );
});
