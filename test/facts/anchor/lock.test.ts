import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Problems } from '../../../src/core/diagnostic.ts';
import { parseId, type SourceId } from '../../../src/core/ids.ts';
import { fixedOrigin, SourceText } from '../../../src/core/place.ts';
import { anchorEvidence } from '../../../src/facts/anchor/anchorEvidence.ts';
import { applyLock, verifyLock } from '../../../src/facts/anchor/applyLock.ts';
import { type Lock, readLock, writeLock } from '../../../src/facts/anchor/lock.ts';
import type { Evidence, Source } from '../../../src/facts/facts.ts';
import { codesOf } from '../text/reading.ts';

const TEXT = 'The ship sailed. “The ship†sank. It’s the ship.';

function sourceId(text: string): SourceId {
  const id = parseId<SourceId>(text);
  if (!id) throw new Error(text);
  return id;
}

function quoted(source: string, quote: string | undefined, occurrence?: number, line = 1): Evidence {
  return {
    id: 'e-0',
    source: sourceId(source),
    ...(quote === undefined ? { row: '1' } : { quote }),
    ...(occurrence === undefined ? {} : { occurrence }),
    certainty: 'certain',
    origin: {
      place: (part) => ({
        file: 'facts',
        line,
        column: part === 'quote' ? 5 : part === 'occurrence' ? 9 : 1,
      }),
    },
  };
}

const sha256 = (text: string) => hash('sha256', text, 'hex');

function sourcesOf(hashes: Record<string, string | undefined>): Map<SourceId, Source> {
  const origin = fixedOrigin({ file: 'sources', line: 1, column: 1 });
  return new Map(
    Object.entries(hashes).map(([id, hashed]) => {
      return [
        sourceId(id),
        { id: sourceId(id), type: 'Article', origin, ...(hashed === undefined ? {} : { sha256: hashed }) },
      ];
    }),
  );
}

function anchored(
  evidence: Evidence[],
  options: { hash?: string | undefined; text?: string; previous?: Lock } = { hash: sha256(TEXT) },
) {
  const problems = new Problems();
  const texts = new Map(
    options.text === undefined && 'previous' in options
      ? []
      : [[sourceId('s'), Buffer.from(options.text ?? TEXT)]],
  );
  const sources = sourcesOf({ s: options.hash });
  const lock = anchorEvidence(evidence, { sources, texts, previous: options.previous }, problems);
  return { lock, sources, texts, problems, codes: codesOf(problems) };
}

test('the lock is sorted, whatever the order of the evidence, and reads back', () => {
  const evidence = [
    quoted('s', 'sank'),
    quoted('s', 'The ship', 2),
    quoted('s', undefined),
    quoted('s', 'The ship', 1),
    quoted('s', 'sank'),
    quoted('s', '"The ship"'),
  ];
  const { lock, codes } = anchored(evidence);
  expect(codes).toEqual([]);
  const text = writeLock(lock);
  expect(text).toBe(writeLock(anchored([...evidence].reverse()).lock));
  expect(JSON.parse(text)).toEqual({
    version: 1,
    sources: {
      s: {
        sha256: sha256(TEXT),
        quotes: [
          { quote: 'The ship', occurrence: 1, start: 0, end: 8, prefix: '', suffix: ' sailed. “The ship†s' },
          expect.objectContaining({ quote: '"The ship"', start: 17, end: 27, exact: '“The ship†' }),
          expect.objectContaining({ quote: 'The ship', occurrence: 2, start: 18, end: 26 }),
          expect.objectContaining({ quote: 'sank', start: 27, end: 31 }),
        ],
      },
    },
  });
  const problems = new Problems();
  const read = readLock(new SourceText('lock', text), problems);
  expect(problems.errors).toBe(0);
  expect(read && writeLock(read)).toBe(text);
});

test('ids are in byte order in the file, digits too', () => {
  const empty = { sha256: 'a'.repeat(64), quotes: [] };
  const lock: Lock = {
    version: 1,
    sources: new Map(['b', '10', '9', 'B'].map((id) => [sourceId(id), empty])),
  };
  expect([...writeLock(lock).matchAll(/^ {4}"(\w+)"/gm)].map(([, id]) => id)).toEqual(['10', '9', 'B', 'b']);
  expect(writeLock({ version: 1, sources: new Map() })).toBe('{\n  "version": 1,\n  "sources": {}\n}\n');
});

const good = { quote: 'q', start: 0, end: 1, prefix: '', suffix: '' };
const file = (quotes: unknown, more = {}) =>
  JSON.stringify({ version: 1, sources: { s: { sha256: 'a'.repeat(64), quotes, ...more } } });

test.each([
  ['{"version": 1,', 'lock-unreadable 1:15'],
  ['{"version": 2, "sources": {}}', 'lock-unreadable 1:13'],
  ['{"version": 1, "version": 1, "sources": {}}', 'lock-unreadable 1:16'],
  ['[]', 'lock-unreadable 1:1'],
  [
    file([{ ...good, start: '0' }]),
    `lock-unreadable 1:${file([{ ...good, start: '0' }]).indexOf('"0"') + 1}`,
  ],
  [file([{ ...good, start: -1 }]), `lock-unreadable 1:${file([{ ...good, start: -1 }]).indexOf('-1') + 1}`],
  [
    file([{ ...good, start: 0.5 }]),
    `lock-unreadable 1:${file([{ ...good, start: 0.5 }]).indexOf('0.5') + 1}`,
  ],
  [file([{ ...good, more: 1 }]), `lock-unreadable 1:${file([]).indexOf('[') + 2}`],
  [file([], { extra: 1 }), `lock-unreadable 1:${file([]).indexOf('{"sha256') + 1}`],
  [
    '{"version": 1, "sources": {"a b": {"sha256": "'.concat('a'.repeat(64), '", "quotes": []}}}'),
    'lock-unreadable 1:28',
  ],
  [
    '{"version": 1, "sources": {"__proto__": {"sha256": "'.concat('a'.repeat(64), '", "quotes": []}}}'),
    'lock-unreadable 1:28',
  ],
])('the lock %j is %s', (text, code) => {
  const problems = new Problems();
  expect(readLock(new SourceText('lock', text), problems)).toBeUndefined();
  expect(codesOf(problems)).toEqual([code]);
});

test('what cannot be found is reported at the quote, the rest is anchored', () => {
  const { lock, problems, codes } = anchored([
    quoted('s', 'The ship sailled', undefined, 1),
    quoted('s', 'The ship', undefined, 2),
    quoted('s', 'The ship', 3, 3),
    quoted('s', 'sank', undefined, 4),
  ]);
  expect(codes).toEqual(['quote-not-found 1:5', 'quote-ambiguous 2:5', 'quote-ambiguous 3:9']);
  expect(problems.diagnostics[0]?.params).toMatchObject({ nearest: 'The ship sailed' });
  expect(problems.diagnostics[1]?.params).toMatchObject({ count: 2, source: 's' });
  expect(lock.sources.get(sourceId('s'))?.quotes.map(({ quote }) => quote)).toEqual(['sank']);
});

test('a text that is not the declared one anchors nothing', () => {
  const changed = anchored([quoted('s', 'sank')], { hash: sha256('other') });
  expect(changed.problems.diagnostics).toMatchObject([
    { code: 'source-changed', params: { source: 's', expected: sha256('other'), found: sha256(TEXT) } },
  ]);
  expect(changed.lock.sources.size).toBe(0);
  const undeclared = anchored([quoted('s', 'sank')], { hash: undefined });
  expect(undeclared.problems.diagnostics).toMatchObject([
    { code: 'source-without-hash', params: { sha256: sha256(TEXT) } },
  ]);
});

test('a text that is not UTF-8 is refused', () => {
  const bytes = Buffer.from([0x61, 0xff]);
  const problems = new Problems();
  const sources = sourcesOf({ s: hash('sha256', bytes, 'hex') });
  anchorEvidence([quoted('s', 'a')], { sources, texts: new Map([[sourceId('s'), bytes]]) }, problems);
  expect(problems.diagnostics).toMatchObject([{ code: 'not-utf8', params: { offset: 1 } }]);
});

test('offsets count a byte order mark, as every other reader of the stored bytes does', () => {
  const text = '\ufeffsank';
  const { lock } = anchored([quoted('s', 'sank')], { hash: sha256(text), text });
  expect(lock.sources.get(sourceId('s'))?.quotes[0]).toMatchObject({ start: 1, end: 5 });
});

test('without the text the previous anchors stay, as long as they belong to a quote', () => {
  const previous = anchored([quoted('s', 'sank'), quoted('s', 'sailed')]).lock;
  const kept = anchored([quoted('s', 'sank')], { hash: sha256(TEXT), previous });
  expect(kept.codes).toEqual([]);
  expect(kept.lock.sources.get(sourceId('s'))?.quotes.map(({ quote }) => quote)).toEqual(['sank']);
  const fresh = anchored([quoted('s', 'sank'), quoted('s', 'new')], { hash: sha256(TEXT), previous });
  expect(fresh.codes).toEqual(['source-not-at-hand 1:1']);
  expect(fresh.problems.errors).toBe(0);
  const other = anchored([quoted('s', 'sank')], { hash: sha256('other'), previous });
  expect(other.codes).toEqual(['source-not-at-hand 1:1']);
  expect(other.lock.sources.size).toBe(0);
});

test('anchors are attached; a quote without one is a warning where the source declares its hash', () => {
  const { lock, sources } = anchored([quoted('s', 'sank')]);
  const all = new Map([...sources, ...sourcesOf({ web: undefined })]);
  const evidence = [
    quoted('s', 'sank'),
    quoted('s', 'sailed', undefined, 7),
    quoted('s', undefined),
    quoted('web', 'x'),
  ];
  const problems = new Problems();
  const applied = applyLock(evidence, { lock, sources: all }, problems);
  expect(applied[0]?.anchor).toEqual({
    start: 27,
    end: 31,
    prefix: [...TEXT].slice(7, 27).join(''),
    suffix: '. It’s the ship.',
  });
  expect(applied.slice(1)).toEqual(evidence.slice(1));
  expect(codesOf(problems)).toEqual(['quote-not-anchored 7:5']);
  expect(problems.errors).toBe(0);
  const stale = new Problems();
  applyLock([quoted('s', 'sank')], { lock, sources: sourcesOf({ s: sha256('other') }) }, stale);
  expect(codesOf(stale)).toEqual(['quote-not-anchored 1:5']);
});

test('verification finds each anchor again, or says that it moved', () => {
  const { lock, sources, texts } = anchored([quoted('s', 'sank'), quoted('s', '"The ship"')]);
  const applied = applyLock(
    [quoted('s', 'sank'), quoted('s', '"The ship"', undefined, 2)],
    { lock, sources },
    new Problems(),
  );
  const sound = new Problems();
  expect(verifyLock(applied, { sources, texts }, sound)).toEqual({ verified: 2, notAtHand: 0 });
  expect(verifyLock(applied, { sources, texts: new Map() }, sound)).toEqual({ verified: 0, notAtHand: 2 });
  expect(sound.diagnostics).toEqual([]);
  const moved = applied.map((piece) =>
    piece.anchor ? { ...piece, anchor: { ...piece.anchor, start: piece.anchor.start + 1 } } : piece,
  );
  const problems = new Problems();
  expect(verifyLock(moved, { sources, texts }, problems)).toEqual({ verified: 0, notAtHand: 0 });
  expect(codesOf(problems)).toEqual(['quote-moved 1:5', 'quote-moved 2:5']);
  const changed = new Problems();
  verifyLock(applied, { sources, texts: new Map([[sourceId('s'), Buffer.from('x')]]) }, changed);
  expect(codesOf(changed)).toEqual(['source-changed 1:1']);
});
