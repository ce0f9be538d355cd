import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, legible, mixed, parseColour, type Rgb, toHex } from '../../../src/viewer/client/colour.ts';

const part = fc.integer({ min: 0, max: 255 });
const colour: fc.Arbitrary<Rgb> = fc.tuple(part, part, part);

describe('colours', () => {
  it('go to text and back', () => {
    fc.assert(
      fc.property(colour, (one) => {
        expect(parseColour(toHex(one))).toEqual(one);
      }),
    );
  });
  it('are grey where the text is none', () => expect(toHex(parseColour('red;x'))).toBe('#6e767e'));
  it('mix', () => expect(toHex(mixed([0, 0, 0], [255, 255, 255], 0.5))).toBe('#808080'));
  it('have the contrasts of WCAG', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 9);
    expect(contrast([0x77, 0x77, 0x77], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });
  it('are legible on both grounds', () => {
    const grounds = fc.constantFrom<Rgb>([255, 255, 255], [15, 20, 25]);
    fc.assert(
      fc.property(colour, grounds, (one, ground) => {
        expect(contrast(legible(one, ground, 3), ground)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
  it('stay where they are legible already', () => {
    expect(legible([0, 0, 200], [255, 255, 255], 3)).toEqual([0, 0, 200]);
  });
});
