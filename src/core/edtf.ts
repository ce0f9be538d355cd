import { compareBounds } from './calendar.ts';
import { type Point, type Precision, type Refusal, readPoint } from './dateForms.ts';
import { readSlip } from './dateSlips.ts';

/**
 * A date in EDTF (ISO 8601-2, profile of the Library of Congress): levels 0 and 1, of level 2 the sets `[…]` and
 * unspecified digits in intervals.
 *
 * `?`, `~` and `%` do not move the bounds, since EDTF gives them no width.
 */
export interface EdtfDate {
  readonly kind: 'date' | 'datetime' | 'interval' | 'oneOf';
  readonly text: string;
  /**
   * First and last possible calendar day, as xsd:date; undefined where open or unknown. An interval's are those of
   * its start and of its end, a set's the least and the greatest; a date-time's is its day as written.
   */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  /** Undefined for intervals and sets. */
  readonly precision?: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The XSD datatype that says exactly the same, and its lexical form; absent where only EDTF can say it. */
  readonly exact?: 'date' | 'gYearMonth' | 'gYear' | 'dateTime';
  readonly lexical?: string;
}

export type EdtfResult =
  | { readonly ok: true; readonly date: EdtfDate }
  | { readonly ok: false; readonly reason: string; readonly suggestion?: string };

/** One end of an interval. */
type End = Point | 'open' | 'unknown';
type Bounds = Pick<EdtfDate, 'earliest' | 'latest'>;

/**
 * Reads a date. The reason of a refusal is a clause without a full stop; a suggestion is itself a valid date.
 * Linear in the text.
 */
export function parseEdtf(text: string): EdtfResult {
  const read = readDate(text);
  if (!isRefusal(read)) return { ok: true, date: read };
  const slip = readSlip(text);
  const suggestion = [read.candidate, slip?.candidate].find(
    (candidate) => candidate !== undefined && !isRefusal(readDate(candidate)),
  );
  const reason = slip?.reason ?? read.reason;
  return suggestion === undefined ? { ok: false, reason } : { ok: false, reason, suggestion };
}

/** Whether `a` ends before `b` begins, by their bounds; an open or unknown bound proves nothing. */
export function liesBefore(a: Bounds, b: Bounds): boolean {
  if (a.latest === undefined || b.earliest === undefined) return false;
  return compareBounds(a.latest, b.earliest) < 0;
}

/** Whether the spans between the bounds may share a day: neither lies before the other. */
export function overlaps(a: Bounds, b: Bounds): boolean {
  return !liesBefore(a, b) && !liesBefore(b, a);
}

function readDate(text: string): EdtfDate | Refusal {
  if (text.startsWith('[') && text.endsWith(']')) return readSet(text);
  if (text.startsWith('{')) return { reason: 'a set {…} of several dates is several facts' };
  if (text.includes('/')) return readInterval(text);
  const point = readPoint(text);
  if (isRefusal(point)) return point;
  const { form, ...date } = point;
  return { kind: form === 'datetime' ? 'datetime' : 'date', text, ...date };
}

function readInterval(text: string): EdtfDate | Refusal {
  const parts = text.split('/', 3);
  if (parts.length !== 2) return { reason: 'an interval has one slash' };
  const start = readEnd(parts[0] ?? '');
  const end = readEnd(parts[1] ?? '');
  if (isRefusal(start)) return start;
  if (isRefusal(end)) return end;
  const points = [start, end].filter((part) => typeof part !== 'string');
  if (points.length === 0) return { reason: 'an interval has a date at one end at least' };
  const earliest = typeof start === 'string' ? undefined : start.earliest;
  const latest = typeof end === 'string' ? undefined : end.latest;
  if (liesBefore({ latest }, { earliest })) {
    return { reason: 'the interval ends before it starts', candidate: `${parts[1]}/${parts[0]}` };
  }
  const approximate = points.some((point) => point.approximate);
  const uncertain = points.some((point) => point.uncertain);
  return { kind: 'interval', text, earliest, latest, approximate, uncertain };
}

function readEnd(text: string): End | Refusal {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : readPart(text);
}

/** `[1913,1914]`, `[1910..1912]`, `[..1760-12-03]`, `[1760-12..]`: one of the dates, which one is not known. */
function readSet(text: string): EdtfDate | Refusal {
  const members = text.slice(1, -1).split(',');
  let earliest: string | undefined;
  let latest: string | undefined;
  for (const [i, member] of members.entries()) {
    const read = readMember(member, i === 0, i === members.length - 1);
    if (isRefusal(read)) return read;
    if (i === 0 || comesFirst(read.earliest, earliest)) earliest = read.earliest;
    if (i === 0 || comesLast(read.latest, latest)) latest = read.latest;
  }
  return { kind: 'oneOf', text, earliest, latest, approximate: false, uncertain: false };
}

function readMember(text: string, isFirst: boolean, isLast: boolean): Bounds | Refusal {
  const dots = text.indexOf('..');
  if (dots < 0) return readUnqualified(text);
  const [before, after] = [text.slice(0, dots), text.slice(dots + 2)];
  if ((before === '' && !isFirst) || (after === '' && !isLast)) {
    return { reason: 'a set is open only at its start or its end' };
  }
  const from = before === '' ? undefined : readUnqualified(before);
  const to = after === '' ? undefined : readUnqualified(after);
  if (from && isRefusal(from)) return from;
  if (to && isRefusal(to)) return to;
  if (!from && !to) return { reason: 'a set has at least one date' };
  return from && to ? rangeOf(from, to) : { earliest: from?.earliest, latest: to?.latest };
}

/** Consecutive dates: what they count (days, months, years) must be the same at both ends. */
function rangeOf(from: Point, to: Point): Bounds | Refusal {
  if (from.precision !== to.precision || from.form !== 'calendar' || to.form !== 'calendar') {
    return { reason: 'the two ends of a range in a set are both years, both months or both days' };
  }
  if (liesBefore(to, from)) return { reason: 'a range in the set ends before it starts' };
  return { earliest: from.earliest, latest: to.latest };
}

function readUnqualified(text: string): Point | Refusal {
  const point = readPart(text);
  if (isRefusal(point) || !(point.approximate || point.uncertain)) return point;
  return { reason: 'a date in a set takes no ?, ~ or %' };
}

/** A date inside an interval or a set: no time of day, season or long year, which EDTF keeps out of them. */
function readPart(text: string): Point | Refusal {
  const point = readPoint(text);
  if (isRefusal(point)) return point;
  switch (point.form) {
    case 'calendar':
    case 'unspecified':
      return point;
    case 'datetime':
      return { reason: 'intervals and sets are made of dates without a time of day' };
    case 'season':
      return { reason: 'a season stands alone; in intervals and sets write months' };
    case 'longYear':
      return { reason: 'a year of five digits or more stands alone' };
  }
}

/** Undefined is open, which comes before all and after all; once open a set stays open. */
function comesFirst(a: string | undefined, b: string | undefined): boolean {
  return b !== undefined && (a === undefined || compareBounds(a, b) < 0);
}

function comesLast(a: string | undefined, b: string | undefined): boolean {
  return b !== undefined && (a === undefined || compareBounds(a, b) > 0);
}

function isRefusal(read: object | string): read is Refusal {
  return typeof read === 'object' && 'reason' in read;
}
