import { compareUtf8 } from '../core/order.ts';
import type { Literal } from '../facts/facts.ts';

/** The distinct texts of some literals in byte order. */
export function distinctTexts(literals: Iterable<Literal>): readonly string[] {
  const texts = new Set<string>();
  for (const literal of literals) texts.add(literal.text);
  return distinct(texts);
}

/** Distinct texts in byte order. */
export function distinct<T extends string>(texts: Iterable<T>): readonly T[] {
  const unique = [...new Set(texts)];
  return unique.length < 2 ? unique : unique.sort(compareUtf8);
}
