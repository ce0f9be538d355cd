import { compareUtf8 } from './order.ts';

/**
 * The candidate nearest to `value`, or undefined when none is near enough to be a likely slip of the keyboard.
 *
 * Distance is optimal string alignment (insert, delete, replace, swap of neighbours), case folded; at most a
 * third of the longer word may differ. Equal distances are settled by byte order, so that the answer is stable.
 */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  const wanted = value.toLowerCase();
  let best: { name: string; distance: number } | undefined;
  for (const name of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(name.length, value.length) / 3));
    if (Math.abs(name.length - value.length) > limit) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance > limit) continue;
    const nearer = !best || distance < best.distance;
    const earlier = best && distance === best.distance && compareUtf8(name, best.name) < 0;
    if (nearer || earlier) best = { name, distance };
  }
  return best?.name;
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
      row.push(value);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
