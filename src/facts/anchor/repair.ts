import { codePointLength } from '../../core/text.ts';
import { type MappedText, type Replacement, replaced, unchanged } from './mappedText.ts';
import { mojibake } from './mojibake.ts';

/** One repair. */
export interface Edit {
  /** In code points of the stored text, from 0. */
  readonly offset: number;
  readonly stored: string;
  readonly repaired: string;
}

/** The reading copy of a text. Evidence never points into it: `toStored` leads back to the stored text. */
export interface ReadingCopy {
  readonly text: string;
  /** In order. */
  readonly edits: readonly Edit[];
  /**
   * The offset in the stored text (code points) of an offset in the copy (code points). Inside a repair, a start
   * goes to the beginning of what was repaired and an end to its end.
   */
  toStored(offset: number, side?: 'start' | 'end'): number;
}

/** `†` where `” ` was lost: behind a word or punctuation, right before a word. An honest one has no word behind. */
const DAGGER = /(?<=[\p{L}\p{N}.,;:!?…%)\]’'])†(?=[\p{L}\p{N}“‘(["'])/gu;

/** Repairs a damaged text: UTF-8 read as Windows-1252, and `†` in place of a closing quote and a blank. */
export function repair(stored: string): ReadingCopy {
  const replacements = repairsOf(stored);
  const mapped = replaced(unchanged(stored), replacements);
  let from = 0;
  let offset = 0;
  const edits: Edit[] = replacements.map(({ from: at, to, text }) => {
    offset += codePointLength(stored.slice(from, at));
    from = at;
    return { offset, stored: stored.slice(at, to), repaired: text };
  });
  return {
    text: mapped.text,
    edits,
    toStored: (index, side = 'start') => toStored(stored, mapped, { index, side }),
  };
}

/** What {@link repair} does, as replacements of UTF-16 ranges. */
export function repairsOf(stored: string): Replacement[] {
  const daggers = [...stored.matchAll(DAGGER)].map(({ index }) => ({
    from: index,
    to: index + 1,
    text: '” ',
  }));
  const damage = mojibake(stored);
  const free = daggers.filter(
    (dagger) => !damage.some((other) => other.from <= dagger.from && dagger.to <= other.to),
  );
  return [...damage, ...free].sort((a, b) => a.from - b.from);
}

function toStored(
  stored: string,
  mapped: MappedText,
  { index, side }: { index: number; side: 'start' | 'end' },
): number {
  const unit = unitOf(mapped.text, index);
  const at =
    side === 'start' ? (mapped.start[unit] ?? stored.length) : unit === 0 ? 0 : (mapped.end[unit - 1] ?? 0);
  return codePointLength(stored.slice(0, at));
}

/** The UTF-16 offset of a code point offset. */
function unitOf(text: string, codePoints: number): number {
  let unit = 0;
  for (let i = 0; i < codePoints && unit < text.length; i++)
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}
