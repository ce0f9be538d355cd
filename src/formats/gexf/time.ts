/** When nodes and edges exist, as GEXF says it: two numbers of years. */
import { daysInMonth } from '../../core/calendar.ts';
import { parseEdtf } from '../../core/edtf.ts';
import type { AttributeColumn, AttributeValue } from '../../graph/view.ts';

/** Fractional years, both inclusive; undefined where open or unknown. */
export interface Period {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

/** The columns that bound the time of a node, the first that is there; the view's own word before the ontology's. */
export const NODE_BOUNDS = { start: ['start', 'startDate'], end: ['end', 'endDate'] } as const;
/** Of an edge only the view's own: under the other names it keeps dates that bound some of its facts, not all. */
export const EDGE_BOUNDS = { start: ['start'], end: ['end'] } as const;

/** The period of a node or edge by its index, from its dates in EDTF; undefined where no bound is known. */
export function periodsOf(
  columns: readonly AttributeColumn[],
  bounds: { readonly start: readonly string[]; readonly end: readonly string[] },
): (index: number) => Period | undefined {
  const valuesOf = (names: readonly string[]) =>
    names.map((name) => columns.find((column) => column.name === name)).find((column) => column)?.values;
  const [starts, ends] = [valuesOf(bounds.start), valuesOf(bounds.end)];
  return (index) => periodOf(starts?.[index], ends?.[index]);
}

/** From the earliest day of the start to the latest day of the end; of several dates the least and the greatest. */
export function periodOf(
  starts: AttributeValue | undefined,
  ends: AttributeValue | undefined,
): Period | undefined {
  const start = outermost(
    datesOf(starts).map(({ earliest }) => earliest),
    1,
  );
  const end = outermost(
    datesOf(ends).map(({ latest }) => latest),
    -1,
  );
  return start === undefined && end === undefined ? undefined : { start, end };
}

/** The first day, or with sign -1 the last one, as a number; undefined when one is open or none is there. */
function outermost(days: readonly (string | undefined)[], sign: 1 | -1): number | undefined {
  let found: number | undefined;
  for (const day of days) {
    if (day === undefined) return undefined;
    const year = yearNumber(day);
    if (found === undefined || sign * (year - found) < 0) found = year;
  }
  return found;
}

interface Bounds {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

/** A text that is no date bounds nothing. */
function datesOf(value: AttributeValue | undefined): Bounds[] {
  if (value === undefined) return [];
  const texts = typeof value === 'object' ? value : [String(value)];
  return texts.map((text) => {
    const parsed = parseEdtf(text);
    return parsed.ok ? parsed.date : {};
  });
}

/**
 * A day, as xsd:date, as a number of years with four decimals, which tell all days of a year apart: 2021-07-02 is
 * 2021.4986. The first of January is the whole number; year 0 is the year before year 1.
 */
export function yearNumber(day: string): number {
  const year = Number(day.slice(0, -6));
  const month = Number(day.slice(-5, -3));
  let before = Number(day.slice(-2)) - 1;
  for (let m = 1; m < month; m++) before += daysInMonth(year, m);
  const days = daysInMonth(year, 2) === 29 ? 366 : 365;
  return year + Math.round((before / days) * 10_000) / 10_000;
}

/** The number as XSD and Java read it; sums of years and fractions are rounded to what was meant. */
export function yearText(year: number): string {
  return String(Math.round(year * 10_000) / 10_000);
}
