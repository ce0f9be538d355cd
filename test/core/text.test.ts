import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { codePointLength, findIllegal, findNonXml, showCodePoint } from '../../src/core/text.ts';

const rawText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(
        0,
        9,
        10,
        13,
        31,
        32,
        0x7f,
        0x85,
        0xd7ff,
        0xd800,
        0xdbff,
        0xdc00,
        0xdfff,
        0xe000,
        0xfffd,
        0xfffe,
        0xffff,
      ),
    ),
    { maxLength: 12 },
  )
  .map((units) => String.fromCharCode(...units));

describe('findIllegal', () => {
  test.each([
    ['', undefined],
    ['a\u{1f600}b\u0001\n', undefined],
    ['ab\u0000', { index: 2, codePoint: 'U+0000', kind: 'control-character' }],
    ['a\ud800', { index: 1, codePoint: 'U+D800', kind: 'lone-surrogate' }],
    ['\udc00\ud800', { index: 0, codePoint: 'U+DC00', kind: 'lone-surrogate' }],
    ['\u{1f600}\udfff', { index: 2, codePoint: 'U+DFFF', kind: 'lone-surrogate' }],
    ['\ud83d\ud83d\ude00', { index: 0, codePoint: 'U+D83D', kind: 'lone-surrogate' }],
  ])('%j', (text, found) => {
    expect(findIllegal(text)).toEqual(found);
  });

  test('finds nothing exactly when UTF-8 gives the text back and there is no U+0000', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        const survives = Buffer.from(text, 'utf8').toString('utf8') === text && !text.includes('\0');
        expect(findIllegal(text) === undefined).toBe(survives);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('findNonXml', () => {
  test.each([
    ['a\t\n\r\u{1f600}\ufffd\u007f\u0085', undefined],
    ['ab\u000b', { index: 2, codePoint: 'U+000B' }],
    ['\ufffe', { index: 0, codePoint: 'U+FFFE' }],
    ['a\uffff', { index: 1, codePoint: 'U+FFFF' }],
    ['\u{1f600}\ud800', { index: 2, codePoint: 'U+D800' }],
    ['\u{1fffe}', undefined],
  ])('%j', (text, found) => {
    expect(findNonXml(text)).toEqual(found);
  });

  test('finds nothing exactly when libxml2 reads the text', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        // libxml2 is given UTF-8, which has no lone surrogates: those are the business of the rule above.
        fc.pre(!/[\ud800-\udfff]/u.test(text));
        expect(findNonXml(text) === undefined).toBe(libxmlReads(text));
      }),
      { numRuns: 2000 },
    );
  });
});

function libxmlReads(text: string): boolean {
  try {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    XmlDocument.fromString(`<a>${escaped}</a>`).dispose();
    return true;
  } catch {
    return false;
  }
}

describe('codePointLength', () => {
  test('counts as the string iterator does', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        expect(codePointLength(text)).toBe([...text].length);
      }),
      { numRuns: 5000 },
    );
  });
});

test('showCodePoint has at least four digits', () => {
  expect([0, 0x20, 0xd800, 0x10ffff].map(showCodePoint)).toEqual(['U+0000', 'U+0020', 'U+D800', 'U+10FFFF']);
});
