/**
 * A text made from a stored one, that knows of each of its UTF-16 units which stretch of the stored text it stands
 * for: from `start[i]` to `end[i]` (UTF-16 offsets, end exclusive).
 */
export interface MappedText {
  readonly text: string;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/** Replaces the units from `from` to `to` (end exclusive) by `text`. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The stored text itself, each unit standing for itself. */
export function unchanged(text: string): MappedText {
  const start = Uint32Array.from({ length: text.length }, (_, i) => i);
  return { text, start, end: start.map((i) => i + 1) };
}

/** Applies replacements that are in order and do not overlap. What replaces a stretch stands for all of it. */
export function replaced(mapped: MappedText, replacements: readonly Replacement[]): MappedText {
  if (replacements.length === 0) return mapped;
  const length = replacements.reduce((sum, r) => sum + r.text.length - (r.to - r.from), mapped.text.length);
  const parts: string[] = [];
  const start = new Uint32Array(length);
  const end = new Uint32Array(length);
  let from = 0;
  let at = 0;
  const keep = (to: number) => {
    parts.push(mapped.text.slice(from, to));
    start.set(mapped.start.subarray(from, to), at);
    end.set(mapped.end.subarray(from, to), at);
    at += to - from;
  };
  for (const replacement of replacements) {
    keep(replacement.from);
    parts.push(replacement.text);
    const next = at + replacement.text.length;
    start.fill(mapped.start[replacement.from] ?? 0, at, next);
    end.fill(mapped.end[replacement.to - 1] ?? 0, at, next);
    at = next;
    from = replacement.to;
  }
  keep(mapped.text.length);
  return { text: parts.join(''), start, end };
}

/** Replaces every match of a global pattern; a match that stays as it is costs nothing. */
export function rewritten(
  mapped: MappedText,
  pattern: RegExp,
  rewrite: (match: string) => string,
): MappedText {
  const replacements: Replacement[] = [];
  for (const { 0: match, index } of mapped.text.matchAll(pattern)) {
    const text = rewrite(match);
    if (text !== match) replacements.push({ from: index, to: index + match.length, text });
  }
  return replaced(mapped, replacements);
}
