/** The display name: the editor's label, else the best name fact, else the id. */
import { describe, expect, it } from 'vitest';
import { know, SETTINGS, says } from '../harbour.ts';
import { errorsOf } from '../marked.ts';

function named(names: readonly string[], { label, language }: { label?: string; language?: string } = {}) {
  const entity = label === undefined ? 'Ship' : `{ class: Ship, label: ${label} }`;
  const facts = names.map((name, i) => `  - ${says(`a: { name: ${name} }`, `quote: q${i}`)}\n`).join('');
  const text = `source: s\nsources: { s: { type: T } }\nentities:\n  a: ${entity}\nfacts:\n${facts || '  []\n'}`;
  const { language: _, ...dataset } = SETTINGS.dataset;
  const settings = { ...SETTINGS, dataset: language === undefined ? dataset : { ...dataset, language } };
  const { knowledge, problems } = know({ 'facts.yaml': text }, { settings });
  expect(errorsOf(problems).filter((line) => !line.startsWith('no-facts'))).toEqual([]);
  const [entityOf] = knowledge.entities.values();
  return [entityOf?.name, entityOf?.nameLanguage];
}

const en = (text: string, more = '') => `{ object: ${text}, language: en${more} }`;
const de = (text: string) => `{ object: ${text}, language: de }`;

describe('the display name', () => {
  it('is the label, in the language of the data set', () => {
    expect(named([en('Fact')], { label: 'Label', language: 'de' })).toEqual(['Label', 'de']);
    expect(named([en('Fact')], { label: 'Label' })).toEqual(['Label', undefined]);
  });
  it('is the label, in the language of its file rather than that of the data set', () => {
    const text = 'language: da\nentities: { a: { class: Ship, label: Skib } }\n';
    const settings = { ...SETTINGS, dataset: { ...SETTINGS.dataset, language: 'en' } };
    const { knowledge } = know({ 'facts.yaml': text }, { settings });
    expect([...knowledge.entities.values()]).toMatchObject([{ name: 'Skib', nameLanguage: 'da' }]);
    const bad = know({ 'facts.yaml': text.replace('da', 'd_a') }, { settings });
    expect(errorsOf(bad.problems)[0]).toMatch(/^invalid-language-tag/);
  });
  it('is the id where nothing names it', () => expect(named([])).toEqual(['a', undefined]));
  it('is in the language of the data set rather than short', () => {
    expect(named([de('Ä'), en('A long name')], { language: 'en' })).toEqual(['A long name', 'en']);
    expect(named([de('A long name'), en('E')], { language: 'de' })).toEqual(['A long name', 'de']);
  });
  it('is without qualifiers rather than short', () =>
    expect(named([en('A', ', startDate: 1912'), en('Aurora')], { language: 'en' })).toEqual([
      'Aurora',
      'en',
    ]));
  it('is what more readings say rather than short', () =>
    expect(named([en('A'), en('Aurora'), en('Aurora')], { language: 'en' })).toEqual(['Aurora', 'en']));
  it('is short rather than early in the alphabet', () =>
    expect(named([en('AAA'), en('ZZ')], { language: 'en' })).toEqual(['ZZ', 'en']));
  it('is early in byte order, all else equal', () => {
    expect(named([en('Zb'), en('Za')], { language: 'en' })).toEqual(['Za', 'en']);
    expect(named([en('Za'), en('Zb')], { language: 'en' })).toEqual(['Za', 'en']);
  });
  it.each(['status: planned', 'status: alleged', 'certainty: possible'])(
    'is a name that is %s rather than the id',
    (more) => {
      expect(named([en('Other', `, ${more}`)], { language: 'en' })).toEqual(['Other', 'en']);
      expect(named([en('O', `, ${more}`), de('Plain')], { language: 'en' })).toEqual(['Plain', 'de']);
    },
  );
  it('is no name that is denied', () =>
    expect(named([en('Wrong', ', negated: true')], { language: 'en' })).toEqual(['a', undefined]));
  it('is no merely possible name', () =>
    expect(named([en('Perhaps', ', certainty: possible'), en('Surely')], { language: 'en' })).toEqual([
      'Surely',
      'en',
    ]));
  it('is no unknown name', () =>
    expect(named(['{ unknown: true }', '{ none: true }'])).toEqual(['a', undefined]));
});
