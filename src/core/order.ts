/**
 * Compares two strings by their UTF-8 bytes, the one order used everywhere in factweave.
 *
 * JavaScript's `<` compares UTF-16 code units, which puts U+E000–U+FFFF after astral characters; UTF-8 bytes
 * (and SQL engines, `sort` in the C locale, canonical N-Quads) put them before.
 */
export function compareUtf8(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    return bytewiseRank(x) - bytewiseRank(y);
  }
  return a.length - b.length;
}

/** Moves surrogates (they stand for U+10000 and above) behind U+E000–U+FFFF. */
function bytewiseRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Returns a copy sorted by the UTF-8 bytes of `key(item)`; equal keys keep their order. */
export function sortedBy<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items]
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => compareUtf8(a.key, b.key))
    .map((entry) => entry.item);
}
