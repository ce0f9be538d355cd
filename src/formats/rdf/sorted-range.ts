import { compareUtf8 } from '../../core/order.ts';

/** The items with this key, of items that are sorted by the UTF-8 bytes of their keys. */
export function sortedRange<T>(items: readonly T[], key: string, keyOf: (item: T) => string): readonly T[] {
  const start = firstNotBefore(items, key, keyOf);
  let end = start;
  for (let item = items[end]; item !== undefined && keyOf(item) === key; item = items[end]) end++;
  return items.slice(start, end);
}

function firstNotBefore<T>(items: readonly T[], key: string, keyOf: (item: T) => string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && compareUtf8(keyOf(item), key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
