/** Texts that break writers, and an arbitrary that makes any sequence of UTF-16 units. */
import fc from 'fast-check';

/** Legal in XML and JSON, yet apt to be altered or to break out. */
export const nasty = [
  ']]>',
  'a ]]> b & c',
  'rope & sail',
  '&',
  'x<y',
  'a < b > c',
  '"quoted" and \'quoted\'',
  '<!-- --><?pi?><![CDATA[',
  '&amp;&#10;&lt;',
  '"/><node id="evil"/>',
  '\\u0000 \\" \\',
  '__proto__',
  'constructor',
  'toString',
  ' leading and trailing ',
  'é e\u0301 ß İ ı',
  '\u{1f6a2}\u{1f468}\u200d\u{1f469}',
  '\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c',
  '\u0085\u2028\u2029\ufeff\ufffd',
  'a;b;;c',
  'a\rb\r\nc & d\r',
  '=1+1',
  '1e999',
  'x'.repeat(200_000),
];

/** No XML 1.0 document can hold these. */
export const illegalInXml = [
  '\u0000',
  'a\u0001b',
  '\u001f',
  'x\ufffe',
  '\uffff',
  '\ud800',
  '\udc00x',
  'a\ud83db',
];

/** Any sequence of UTF-16 units, mostly the awkward ones; lone surrogates included. */
export const rawText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...'&<>]["\'; \n\r\tab\\:'.split('')) },
      { weight: 2, arbitrary: fc.integer({ min: 0xd7f0, max: 0xe00f }).map((c) => String.fromCharCode(c)) },
      { weight: 1, arbitrary: fc.constantFrom(']]>', '\u{1f6a2}', '\ufffe', '\u0000', '\u0085', '\u2028') },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) },
    ),
    { maxLength: 12 },
  )
  .map((units) => units.join(''));
