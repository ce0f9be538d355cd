/** How wide texts are: the sum of the advance widths of their characters, by the font that the picture is drawn in. */
import { BOLD, REGULAR } from './advances.ts';

/** What {@link createMeasure} of a text gives. */
export interface Measured {
  /** In em. */
  readonly width: number;
  /** How many characters the font has no glyph for. */
  readonly missing: number;
  /** Whether the width is that of the letters as they are drawn: not where a script joins or stacks them. */
  readonly exact: boolean;
}

export type Weight = 'regular' | 'bold';
export type Measure = (text: string, weight: Weight) => Measured;

/** Units of the font in an em. */
const EM = 2048;
/** Of letters that other fonts draw: those of East Asia fill a square. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const OTHER = 0.6;
/** Scripts whose letters stand for themselves, one after the other; with marks, digits and signs. */
const SIMPLE =
  /^[\u0020-\u02ff\u0370-\u058f\u05be-\u05f4\u1e00-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]*$/u;
/** Marks that stand on the letter before them, and characters that show nothing. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

/** Makes the measure; reading the widths takes about a millisecond. */
export function createMeasure(): Measure {
  const widths = { regular: widthsOf(REGULAR), bold: widthsOf(BOLD) };
  return (text, weight) => {
    const known = widths[weight];
    let width = 0;
    let missing = 0;
    for (const character of text) {
      const advance = known.get(character.codePointAt(0) ?? 0);
      if (advance !== undefined) width += advance / EM;
      else if (!NO_WIDTH.test(character)) {
        missing++;
        width += WIDE.test(character) ? 1 : OTHER;
      } else if (/\p{M}/u.test(character)) missing++;
    }
    return { width, missing, exact: SIMPLE.test(text) };
  };
}

/** The widths by code point, from the runs of `advances.ts`. */
function widthsOf(runs: string): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  let code = 0;
  for (const [, gap = '', width = '', times] of runs.matchAll(/([0-9a-z]*):([0-9a-z]+)(?:\*([0-9a-z]+))?/g)) {
    code += Number.parseInt(gap || '0', 36);
    const advance = Number.parseInt(width, 36);
    const end = code + Number.parseInt(times ?? '1', 36);
    for (; code < end; code++) widths.set(code, advance);
  }
  return widths;
}
