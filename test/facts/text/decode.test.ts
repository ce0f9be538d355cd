import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Problems } from '../../../src/core/diagnostic.ts';
import { decode } from '../../../src/facts/text/decode.ts';
import { firstBadByte } from '../../../src/facts/text/utf8.ts';
import { codesOf } from './reading.ts';

function decoded(bytes: Uint8Array | string, limit?: number) {
  const problems = new Problems();
  const source = decode('f', typeof bytes === 'string' ? Buffer.from(bytes) : bytes, problems, limit);
  return { text: source?.text, codes: codesOf(problems), problems };
}

test('UTF-8 is decoded as it is', () => {
  expect(decoded('a: “ü”\r\n')).toMatchObject({ text: 'a: “ü”\r\n', codes: [] });
});

test('a byte order mark is skipped with a warning', () => {
  expect(decoded('\ufeffa: b')).toMatchObject({ text: 'a: b', codes: ['byte-order-mark 1:1'] });
  expect(decoded('\ufeffa: b').problems.errors).toBe(0);
});

test.each([
  ['UTF-16LE', Buffer.from('\ufeffa: b', 'utf16le')],
  ['UTF-16LE', Buffer.from('a: b', 'utf16le')],
  ['UTF-16BE', Buffer.from('\ufeffa: b', 'utf16le').swap16()],
  ['UTF-16BE', Buffer.from('a: b', 'utf16le').swap16()],
  ['UTF-32LE', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ['UTF-32BE', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61])],
])('%s is named', (encoding, bytes) => {
  const { problems, text } = decoded(bytes);
  expect(text).toBeUndefined();
  expect(problems.diagnostics).toMatchObject([
    { code: 'utf16-text', params: { encoding }, place: { line: 1, column: 1 } },
  ]);
});

test.each([
  ['a lone following byte', [0x61, 0x0a, 0xc3, 0xbc, 0x80], 4, '2:2'],
  ['Latin-1', [0x66, 0xfc, 0x72], 1, '1:2'],
  ['a cut sequence', [0x61, 0xe2, 0x82], 1, '1:2'],
  ['a form longer than needed', [0xc0, 0xaf], 0, '1:1'],
  ['a surrogate', [0xed, 0xa0, 0x80], 0, '1:1'],
  ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0, '1:1'],
])('%s is not UTF-8', (_, bytes, offset, place) => {
  const { problems, codes } = decoded(Uint8Array.from(bytes));
  expect(codes).toEqual([`not-utf8 ${place}`]);
  expect(problems.diagnostics[0]?.params).toEqual({ offset });
});

test('the offset counts the bytes of a byte order mark', () => {
  const { problems } = decoded(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0xff]));
  expect(problems.diagnostics.at(-1)).toMatchObject({
    code: 'not-utf8',
    params: { offset: 4 },
    place: { line: 1, column: 2 },
  });
});

test.each(['', ' \n\t\r\n', '\ufeff'])('the file %j is empty', (text) => {
  expect(decoded(text).text).toBeUndefined();
  expect(decoded(text).codes).toContain('empty-file 1:1');
});

test('a file over the limit is not decoded', () => {
  expect(decoded('abcd', 3).problems.diagnostics).toMatchObject([
    { code: 'file-too-large', params: { bytes: 4, limit: 3 } },
  ]);
  expect(decoded('abc', 3).text).toBe('abc');
});

test('bytes are found bad exactly where a strict decoder finds any', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const bad = firstBadByte(bytes);
      const strict = new TextDecoder('utf-8', { fatal: true });
      if (bad === undefined) expect(() => strict.decode(bytes)).not.toThrow();
      else {
        expect(() => strict.decode(bytes.subarray(0, bad))).not.toThrow();
        expect(() => strict.decode(bytes)).toThrow();
      }
    }),
    { numRuns: 5000 },
  );
});
