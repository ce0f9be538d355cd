import { compareBounds } from '../core/calendar.ts';
import { parseEdtf } from '../core/edtf.ts';
import { compareUtf8 } from '../core/order.ts';

/** Which bound of a date is meant: of an interval, a set or a year there are two. */
export type Bound = 'start' | 'end';

/** The year of a bound of an EDTF date, or undefined where the bound is open or unknown. */
export function yearOf(text: string, bound: Bound): number | undefined {
  const day = dayOf(text, bound);
  return day === undefined ? undefined : Number(/^-?\d+/.exec(day)?.[0]);
}

/** The date that begins first; dates without a beginning come last, equal ones in byte order. */
export function earliestOf(texts: readonly string[]): string {
  return (
    [...texts].sort((a, b) => compareDays(dayOf(a, 'start'), dayOf(b, 'start'), 1) || compareUtf8(a, b))[0] ??
    ''
  );
}

/** The date that ends last; dates without an end come last here too, equal ones in byte order. */
export function latestOf(texts: readonly string[]): string {
  return (
    [...texts].sort((a, b) => compareDays(dayOf(a, 'end'), dayOf(b, 'end'), -1) || compareUtf8(a, b))[0] ?? ''
  );
}

function dayOf(text: string, bound: Bound): string | undefined {
  const parsed = parseEdtf(text);
  if (!parsed.ok) return undefined;
  return bound === 'start' ? parsed.date.earliest : parsed.date.latest;
}

/** A day that is missing comes last, whichever way the others go. */
function compareDays(a: string | undefined, b: string | undefined, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return sign * compareBounds(a, b);
}
