/** Arbitraries of text that fast-check's own strings leave out: any sequence of UTF-16 units. */
import fc from 'fast-check';

const AWKWARD = [0, 9, 10, 13, 0x22, 0x5c, 0x7f, 0x85, 0x2028, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff];
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 2, arbitrary: fc.integer({ min: 0xd7f0, max: 0xe00f }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xffff }) },
  { weight: 2, arbitrary: fc.constantFrom(...AWKWARD, 0xe000, 0xfffd, 0xfffe, 0xffff) },
);

/** Lone surrogates included. */
export const rawText = fc
  .array(unit, { maxLength: 12 })
  .map((units) => units.map((code) => String.fromCharCode(code)).join(''));

/** The same without lone surrogates. */
export const wellFormedText = rawText.map((text) => Buffer.from(text, 'utf8').toString('utf8'));
