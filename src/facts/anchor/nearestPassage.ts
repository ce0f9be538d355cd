import { rewritten, unchanged } from './mappedText.ts';
import { normalised, type SearchText } from './searchText.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const SHOWN = 160;

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The passage of a text that shares most words with a quote, for the error message; at most 160 code points, empty
 * when no word is shared.
 *
 * One pass with a window of as many words as the quote has; a rare word counts for more than a frequent one, the
 * order of the words does not count, the first of equally good passages is taken.
 */
export function nearestPassage(quote: string, text: SearchText): string {
  const words = wordsOf(text.normalised.text);
  const wanted = wordsOf(normalised(quote).text).map(({ word }) => word);
  const best = bestWindow(words, wanted);
  if (!best) return '';
  const from = text.normalised.start[best.from] ?? 0;
  const to = text.normalised.end[best.to - 1] ?? 0;
  const passage = rewritten(unchanged(text.stored.slice(from, to)), /\s+/g, () => ' ').text;
  const shown = [...passage.slice(0, 2 * SHOWN)];
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN - 1).join('')}…` : shown.join('');
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    return { word: word.toLowerCase(), from: index, to: index + word.length };
  });
}

function bestWindow(
  words: readonly Word[],
  wanted: readonly string[],
): { from: number; to: number } | undefined {
  const score = new WindowScore(words, wanted);
  const size = wanted.length;
  let best = { score: 0, firstEnd: 0, lastEnd: 0 };
  for (const [i, { word }] of words.entries()) {
    const left = words[i - size];
    if (left) score.drop(left.word);
    score.take(word);
    const end = i + 1;
    if (score.total > best.score) best = { score: score.total, firstEnd: end, lastEnd: end };
    else if (score.total === best.score && best.lastEnd === i) best.lastEnd = end;
  }
  if (best.score === 0) return undefined;
  const start = alignedStart(words, wanted, best);
  const window = words.slice(start, start + size);
  return { from: window[0]?.from ?? 0, to: window.at(-1)?.to ?? 0 };
}

/** Of the equally good windows in a row, the one where the first shared word stands as far in as in the quote. */
function alignedStart(
  words: readonly Word[],
  wanted: readonly string[],
  { firstEnd, lastEnd }: { readonly firstEnd: number; readonly lastEnd: number },
): number {
  const first = Math.max(0, firstEnd - wanted.length);
  const last = Math.max(first, lastEnd - wanted.length);
  const shared = first + words.slice(first, firstEnd).findIndex(({ word }) => wanted.includes(word));
  const aligned = shared - wanted.indexOf(words[shared]?.word ?? '');
  return Math.min(last, Math.max(first, aligned));
}

/** The weight of the wanted words inside a moving window, each as often as it is wanted. Integers, so exact. */
class WindowScore {
  readonly #wanted = new Map<string, number>();
  readonly #weights = new Map<string, number>();
  readonly #inside = new Map<string, number>();
  total = 0;

  constructor(words: readonly Word[], wanted: readonly string[]) {
    for (const word of wanted) this.#wanted.set(word, (this.#wanted.get(word) ?? 0) + 1);
    const frequency = new Map<string, number>();
    for (const { word } of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    for (const [word, times] of frequency) this.#weights.set(word, Math.ceil(1_000_000 / times));
  }

  take(word: string): void {
    const wanted = this.#wanted.get(word);
    if (wanted === undefined) return;
    const inside = (this.#inside.get(word) ?? 0) + 1;
    this.#inside.set(word, inside);
    if (inside <= wanted) this.total += this.#weights.get(word) ?? 0;
  }

  drop(word: string): void {
    const wanted = this.#wanted.get(word);
    if (wanted === undefined) return;
    const inside = this.#inside.get(word) ?? 0;
    this.#inside.set(word, inside - 1);
    if (inside <= wanted) this.total -= this.#weights.get(word) ?? 0;
  }
}
