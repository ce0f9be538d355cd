import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Code, type Diagnostic, diagnostic, type ProblemParams } from '../../src/core/diagnostic.ts';
import { CODES, messageOf } from '../../src/core/messages.ts';

/** One diagnostic of each code, without the nearest name; every value is told from all others. */
const SAMPLES: { readonly [C in Code]: ProblemParams[C] } = {
  'no-project': { path: 'the/path' },
  'file-missing': { path: 'the/path' },
  'file-too-large': { bytes: 7001, limit: 7002 },
  'empty-file': {},
  'not-utf8': { offset: 7001 },
  'utf16-text': { encoding: 'UTF-16LE' },
  'byte-order-mark': {},
  'unknown-file-type': { extension: '.xyz' },
  'yaml-syntax': { detail: 'the detail' },
  'yaml-feature': { feature: 'the feature', instead: 'the way out' },
  'json-syntax': { detail: 'the detail' },
  'duplicate-key': { key: 'the key', firstLine: 7001 },
  'too-deep': { limit: 7001 },
  'null-value': {},
  'text-cut-by-comment': { text: 'the text', comment: 'the comment' },
  'control-character': { codePoint: 'U+0001' },
  'lone-surrogate': { codePoint: 'U+D800' },
  'unknown-key': { key: 'the key', allowed: ['one', 'two'] },
  'missing-key': { key: 'the key' },
  'wrong-shape': { expected: 'the expected', found: 'the found' },
  'unsupported-version': { value: '9', supported: '7' },
  'bad-id': { value: 'the value' },
  'invalid-iri': { value: 'the value', reason: 'the reason' },
  'invalid-prefix': { prefix: 'the prefix', reason: 'the reason' },
  'outside-folder': { path: 'the/path', folder: 'the/folder' },
  'unknown-ontology': { value: 'the value', allowed: ['one', 'two'] },
  'unknown-class': { value: 'the value', allowed: ['one', 'two'] },
  'unknown-relation': { value: 'the value', subjectClass: 'Ship', allowed: ['one', 'two'] },
  'wrong-subject-class': { relation: 'berth', subject: 'harbour', class: 'Port', allowed: ['Ship', 'Boat'] },
  'wrong-object-class': { relation: 'berth', object: 'harbour', class: 'Port', allowed: ['Ship', 'Boat'] },
  'unknown-qualifier': { value: 'the value', relation: 'berth', allowed: ['one', 'two'] },
  'unknown-value': { value: 'the value', list: 'the list', allowed: ['one', 'two'] },
  'invalid-literal': { value: 'the value', datatype: 'the datatype', reason: 'the reason' },
  'invalid-date': { value: 'the value', reason: 'the reason' },
  'invalid-language-tag': { value: 'the value' },
  'language-not-allowed': { relation: 'berth', datatype: 'the datatype' },
  'duplicate-entity': { id: 'the-id', firstPlace: 'a.yaml:1:2' },
  'former-id-in-use': { id: 'the-id', of: 'the-owner', by: 'the-other', firstPlace: 'a.yaml:1:2' },
  'duplicate-source': { id: 'the-id', firstPlace: 'a.yaml:1:2' },
  'unknown-entity': { id: 'the-id' },
  'unknown-source': { id: 'the-id' },
  'missing-source': {},
  'missing-evidence': {},
  'missing-object': { relation: 'berth' },
  'unknown-fact': { id: 'the-id' },
  'no-facts': {},
  'disputed-facts': { subject: 'harbour', relation: 'berth', claims: ['one claim', 'other claim'] },
  'conflicting-qualifier': { fact: 'the fact', qualifier: 'the qualifier', values: ['one', 'two'] },
  'dates-out-of-order': { subject: 'harbour', start: '2021', end: '2019' },
  'likely-duplicate': { first: 'the-first', second: 'the-second', name: 'the name' },
  'disjoint-classes': { id: 'the-id', classes: ['Ship', 'Port'] },
  'dates-reversed': { start: '2021', end: '2019' },
  'self-reference': { id: 'the-id', relation: 'berth' },
  'unnamed-entity': { id: 'the-id' },
  'unused-entity': { id: 'the-id' },
  'unused-source': { id: 'the-id' },
  'event-not-flattened': { id: 'the-id', pairs: 1225, limit: 1000 },
  'quote-not-found': { quote: 'the quote', source: 'paper', nearest: 'the nearest' },
  'quote-ambiguous': { quote: 'the quote', source: 'paper', count: 7001 },
  'quote-moved': { quote: 'the quote', source: 'paper' },
  'quote-not-anchored': { quote: 'the quote', source: 'paper' },
  'source-changed': { source: 'paper', expected: 'aaaa', found: 'bbbb' },
  'source-not-at-hand': { source: 'paper', sha256: 'aaaa' },
  'source-without-hash': { source: 'paper', sha256: 'aaaa' },
  'quotes-without-text': { source: 'paper', count: 7001 },
  'lock-unreadable': { detail: 'the detail' },
  'ontology-syntax': { detail: 'the detail' },
  'ontology-incomplete': { term: 'ex:term', missing: 'the missing' },
  'ontology-unknown-reference': { term: 'ex:term', value: 'the value', property: 'ex:property' },
  'ontology-duplicate-name': { name: 'the name', first: 'ex:first', second: 'ex:second' },
  'ontology-unknown-term': { iri: 'https://example.org/x', vocabulary: 'the vocabulary' },
  'ontology-cycle': { class: 'Ship' },
  'ontology-invalid-value': {
    term: 'ex:term',
    property: 'ex:property',
    value: 'the value',
    expected: 'the expected',
  },
  'refused-term': { value: 'the value', format: 'turtle', reason: 'the reason' },
  'unknown-format': { value: 'the value', allowed: ['one', 'two'] },
  'layout-missing': { path: 'exports' },
  'layout-unreadable': { path: 'exports/a.json', detail: 'no JSON' },
  'layout-incomplete': { path: 'exports', count: 2, id: 'aurora' },
  'profile-not-possible': { profile: 'the profile', format: 'turtle', allowed: ['one', 'two'] },
  'id-collision': { id: 'the-id', format: 'turtle' },
  'output-over-input': { path: 'the/path', input: 'the/input' },
  'output-of-another': { path: 'the/path', title: 'the title', found: 'one', own: 'two' },
  'output-in-use': { path: 'the/path', manifest: 'site.json' },
  'site-page-renamed': { id: 'the id', page: 'the page', reason: 'ending' },
  'site-over-foreign': { path: 'the/path' },
  'view-over-foreign': { path: 'the/path' },
  'site-beyond-limit': { host: 'the host', what: 'the files', found: 7001, limit: 7002 },
  'verify-missing': { path: 'the/path' },
  'verify-changed': { path: 'the/path', expected: 'aaaa', found: 'bbbb' },
  'verify-unreadable': { path: 'the/path', reader: 'the reader', detail: 'the detail' },
  'verify-differs': {
    path: 'the/path',
    against: 'the other',
    what: 'the what',
    expected: 'the expected',
    found: 'the found',
  },
  'limit-exceeded': { what: 'facts', limit: 7001 },
};

/** Codes whose hint is the nearest known name, where there is one. */
const SUGGESTING = [
  'unknown-key',
  'bad-id',
  'invalid-iri',
  'unknown-ontology',
  'unknown-class',
  'unknown-relation',
  'wrong-subject-class',
  'unknown-qualifier',
  'unknown-value',
  'invalid-literal',
  'invalid-date',
  'invalid-language-tag',
  'unknown-entity',
  'unknown-source',
  'unknown-format',
] as const satisfies readonly Code[];

function sample<C extends Code>(code: C, more: object = {}): Diagnostic {
  return diagnostic(code, undefined, { ...SAMPLES[code], ...more });
}

function valuesOf(code: Code): string[] {
  return Object.values(SAMPLES[code]).flat().map(String);
}

describe('a message', () => {
  it.each(CODES)('%s says what is wrong and what to do, with its values', (code) => {
    const { message, hint } = messageOf(sample(code));
    expect(message).not.toBe('');
    expect(hint).not.toBe('');
    expect(`${message}\n${hint}`).not.toMatch(/undefined|\[object|NaN/);
    for (const value of valuesOf(code)) expect(`${message}\n${hint}`).toContain(value);
  });

  it.each(SUGGESTING)('%s hints at the nearest name', (code) => {
    expect(messageOf(sample(code, { suggestion: 'the nearest' })).hint).toBe('did you mean "the nearest"?');
  });

  it('shows at most 80 code points of a value, and says that it was cut', () => {
    const { message } = messageOf(sample('unknown-class', { value: '𝄞'.repeat(81) }));
    expect(message).toBe(`unknown class "${'𝄞'.repeat(79)}…"`);
  });

  it('shows at most 20 names of a list, and counts the rest', () => {
    const allowed = Array.from({ length: 22 }, (_, i) => `n${i}`);
    expect(messageOf(sample('unknown-key', { allowed })).hint).toMatch(/n19 and 2 more$/);
  });

  it.each(CODES)('%s never moves the terminal', (code) => {
    const hostile = '\u001b[2J\u009b\r\n\u2028\u202e\u0000\ud800';
    const params = Object.entries(SAMPLES[code]).map(([key, value]) => {
      if (Array.isArray(value)) return [key, value.map(() => hostile)];
      return [key, typeof value === 'string' ? hostile : value];
    });
    const { message, hint } = messageOf(sample(code, Object.fromEntries(params)));
    expect(message + hint).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e]/u);
  });

  it('tells limits that can be raised from those that cannot', () => {
    expect(messageOf(sample('limit-exceeded')).hint).toContain('limits.facts');
    expect(messageOf(sample('limit-exceeded', { what: 'YAML tokens' })).hint).toContain('fixed');
  });

  it('asks for an occurrence only of a quote that stands more than once', () => {
    expect(messageOf(sample('quote-ambiguous', { count: 2 })).hint).toContain('from 1 to 2');
    const once = messageOf(sample('quote-ambiguous', { count: 1 }));
    expect(once).toEqual({
      message: 'the quote "the quote" stands once in paper',
      hint: 'delete `occurrence`',
    });
  });

  it('has no nearest passage to show where no word is shared', () => {
    expect(messageOf(sample('quote-not-found', { nearest: '' })).hint).not.toContain('""');
  });
});

describe('docs/diagnostics.md', () => {
  const page = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
  const sections = page.split(/^### /m).slice(1);
  const byCode = new Map(
    sections.map((section) => [/^`([a-z0-9-]+)`\n/.exec(section)?.[1] ?? section, section]),
  );

  it('has a section for each code, in the order of the table, and no other', () => {
    expect(sections).toHaveLength(byCode.size);
    expect([...byCode.keys()]).toEqual(CODES);
  });

  it.each(CODES)('%s has its severity, a printed example and a cure', (code) => {
    const section = byCode.get(code) ?? '';
    const { severity } = sample(code);
    expect(section).toContain(severity === 'error' ? '\nError. ' : '\nWarning. ');
    expect(section).toMatch(
      new RegExp(`^([^ ]+:\\d+:\\d+ )?${severity} ${code}: .+\\n(.*\\n)*  hint: .+$`, 'm'),
    );
    expect(section).toMatch(/^Cure: .+/m);
  });
});

describe('every code', () => {
  const files = filesBelow(new URL('../', import.meta.url)).filter(
    (file) => !file.href.endsWith('messages.test.ts'),
  );
  const texts = files.map((file) => readFileSync(file, 'utf8')).join('\n');

  it.each(CODES)('%s is produced by a golden case or asserted by a test', (code) => {
    expect(texts).toMatch(new RegExp(`(error|warning) ${code}: |['"\`\\s]${code}['"\`\\s]`));
  });
});

function filesBelow(folder: URL): URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesBelow(new URL(`${entry.name}/`, folder));
    return /\.(ts|txt)$/.test(entry.name) ? [new URL(entry.name, folder)] : [];
  });
}
