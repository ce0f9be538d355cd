import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DatasetInfo } from '../../../src/knowledge/knowledge.ts';
import { rawText, wellFormedText } from '../../rawText.ts';
import { harbourKnowledge, INFO, withInfo, writeSet } from '../dataset/sets.ts';

const knowledge = harbourKnowledge();

function cite(info: Partial<DatasetInfo>) {
  const { texts, losses, problems } = writeSet(withInfo(knowledge, info), ['citation']);
  const text = texts.get('CITATION.cff') ?? '';
  return { text, losses: [...losses.keys()], problems, cff: parse(text) };
}

describe('citation', () => {
  test('writes the golden file', async () => {
    const { text, losses } = cite(INFO);
    expect(losses).toEqual(['publisher-left-out']);
    await expect(text).toMatchFileSnapshot('cases/CITATION.cff');
  });

  test('says what must be said and nothing else where nothing is known', () => {
    const { cff, losses } = cite({});
    expect(cff).toEqual({
      'cff-version': '1.2.0',
      message: 'If you use this data set, please cite it as below.',
      type: 'dataset',
      title: 'Ships',
      authors: [{ name: 'anonymous' }],
    });
    expect(losses).toEqual(['author-unknown']);
    expect(cite({ publisher: 'Port office' }).cff.authors).toEqual([{ name: 'Port office' }]);
  });

  test.each([
    [{ name: 'Carberry, Josiah' }, { name: 'Carberry, Josiah' }],
    [
      { name: 'Carberry, Josiah', orcid: '0000-0002-1825-0097' },
      { 'family-names': 'Carberry', 'given-names': 'Josiah', orcid: 'https://orcid.org/0000-0002-1825-0097' },
    ],
    [
      { name: 'Josiah Carberry', orcid: '0000-0002-1825-0097' },
      { name: 'Josiah Carberry', orcid: 'https://orcid.org/0000-0002-1825-0097' },
    ],
    [
      { name: 'A, B, C', orcid: '0000-0002-1825-0097' },
      { name: 'A, B, C', orcid: 'https://orcid.org/0000-0002-1825-0097' },
    ],
    [
      { name: ', B', orcid: '0000-0002-1825-0097' },
      { name: ', B', orcid: 'https://orcid.org/0000-0002-1825-0097' },
    ],
  ])('guesses no parts of a name: %j', (creator, author) => {
    expect(cite({ creators: [creator] }).cff.authors).toEqual([author]);
  });

  test.each([
    ['MIT', { license: 'MIT' }, []],
    ['https://creativecommons.org/publicdomain/zero/1.0/', { license: 'CC0-1.0' }, []],
    ['https://creativecommons.org/licenses/by-nc-sa/4.0', { license: 'CC-BY-NC-SA-4.0' }, []],
    ['http://creativecommons.org/licenses/by/3.0/legalcode', { license: 'CC-BY-3.0' }, []],
    ['https://spdx.org/licenses/ODbL-1.0.html', { license: 'ODbL-1.0' }, []],
    ['https://spdx.org/licenses/Made-Up', { 'license-url': 'https://spdx.org/licenses/Made-Up' }, []],
    [
      'https://creativecommons.org/licenses/by/9.9/',
      { 'license-url': 'https://creativecommons.org/licenses/by/9.9/' },
      [],
    ],
    ['https://example.org/terms', { 'license-url': 'https://example.org/terms' }, []],
    ['https://example.org/ä', {}, ['licence-left-out']],
    ['All rights reserved', {}, ['licence-left-out']],
    ['CC-BY-UNDEFINED', {}, ['licence-left-out']],
  ])('takes a licence for what it is: %s', (licence, expected, lost) => {
    const { cff, losses } = cite({ licence, creators: [{ name: 'A' }] });
    const { license, 'license-url': url } = cff;
    expect({ ...(license && { license }), ...(url && { 'license-url': url }) }).toEqual(expected);
    expect(losses).toEqual(lost);
  });

  test('counts what the format has no form for', () => {
    const { cff, losses } = cite({ doi: '10.1000/a<b', homepage: 'urn:x:1', creators: [{ name: 'A' }] });
    expect(cff).not.toHaveProperty('doi');
    expect(cff).not.toHaveProperty('url');
    expect(losses).toEqual(['doi-left-out', 'address-left-out']);
    expect(cite({ download: 'https://example.org/f/' }).cff.url).toBe('https://example.org/f/');
    expect(cite({ keywords: ['a', 'b', 'a'] }).cff.keywords).toEqual(['a', 'b']);
  });

  test('brings every text back as it was, by another reader, in YAML 1.1 as well', () => {
    fc.assert(
      fc.property(wellFormedText, wellFormedText, (title, name) => {
        fc.pre(!title.includes('\0') && !name.includes('\0'));
        const { text, cff } = cite({
          title,
          description: name,
          version: title,
          creators: [{ name }],
          keywords: [`k${name}`],
        });
        const expected = {
          title,
          abstract: name,
          version: title,
          authors: [{ name }],
          keywords: [`k${name}`],
        };
        expect(cff).toMatchObject(expected);
        expect(parse(text, { version: '1.1' })).toMatchObject(expected);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    'yes',
    '1.10',
    '2026-11-22',
    '~',
    'null',
    '- a',
    '# x',
    '*a',
    '&a',
    '!!x',
    '%YAML',
    '"',
    "'",
    '\\',
    'a: b',
    '\u0085\u2028\u2029\ufeff\u007f',
  ])('keeps %j a text', (words) => {
    expect(cite({ title: words, version: words }).cff).toMatchObject({ title: words, version: words });
  });

  test('refuses what no text may hold', () => {
    fc.assert(
      fc.property(rawText, (title) => {
        const { text, problems } = cite({ title: `${title}\ud800` });
        expect(text).toBe('');
        expect(problems.diagnostics.map(({ code }) => code)).toEqual(['refused-term']);
      }),
      { numRuns: 20 },
    );
  });
});
