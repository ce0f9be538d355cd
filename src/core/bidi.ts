/** Letters of scripts from right to left, and the controls that set or end a direction. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * A text of the data for a line with other words: in isolates, so that its direction and controls that it leaves open
 * reach no further (Unicode Standard Annex 9). The text as it is where it cannot turn anything.
 */
export function isolated(text: string): string {
  if (!TURNS.test(text)) return text;
  let open = 0;
  let stray = 0;
  for (const sign of text) {
    if (sign >= '\u2066' && sign <= '\u2068') open += 1;
    else if (sign === POP_ISOLATE && open > 0) open -= 1;
    else if (sign === POP_ISOLATE) stray += 1;
  }
  // What the text closes without having opened it is opened for it.
  return FIRST_STRONG_ISOLATE.repeat(stray + 1) + text + POP_ISOLATE.repeat(open + 1);
}
