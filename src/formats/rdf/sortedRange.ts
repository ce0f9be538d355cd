import { compareUtf8 } from '../../core/order.ts';

/**
 * Finds the items of a key among items that are sorted by the UTF-8 bytes of their keys. Asked in that order, each
 * search starts where the last one ended.
 */
export class SortedRanges<T> {
  readonly #items: readonly T[];
  readonly #keyOf: (item: T) => string;
  #next = 0;

  constructor(items: readonly T[], keyOf: (item: T) => string) {
    this.#items = items;
    this.#keyOf = keyOf;
  }

  /** The items with this key, in their order. */
  of(key: string): readonly T[] {
    const start = this.#isAt(this.#next, key) ? this.#next : this.#firstNotBefore(key);
    let end = start;
    while (this.#isAt(end, key)) end++;
    this.#next = end;
    return this.#items.slice(start, end);
  }

  /** Whether the first item of the key stands here. */
  #isAt(index: number, key: string): boolean {
    const item = this.#items[index];
    return item !== undefined && this.#keyOf(item) === key;
  }

  #firstNotBefore(key: string): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = this.#items[middle];
      if (item !== undefined && compareUtf8(this.#keyOf(item), key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
