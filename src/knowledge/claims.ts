import { compareBounds } from '../core/calendar.ts';
import { type EdtfDate, parseEdtf } from '../core/edtf.ts';
import type { Fact, FactObject } from '../facts/facts.ts';
import { objectParts } from '../facts/identity.ts';

/**
 * What a fact says and when it holds, in numbers that can be compared with those of the same topic.
 *
 * The objects of two facts can both be true when `low` to `high` meet; their times lie apart when `start` to `end`
 * do not meet.
 */
export interface Claim {
  readonly fact: Fact;
  /** The place of the fact's id in byte order, from 0. */
  readonly place: number;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

type Days = Pick<EdtfDate, 'earliest' | 'latest'>;

/** «There is none» stands apart from every object, an unknown one too: those begin at 0. */
const NONE = { low: -1, high: -1 };
const ANY = { low: 0, high: Infinity };

/**
 * The claims of facts of one topic, by id in byte order; every date is read once.
 *
 * @param lenient whether an unknown object may be any, and whether dates agree where one may hold the other;
 * else objects are the same only when they are identical
 */
export function claimsOf(facts: readonly Fact[], lenient: boolean): Claim[] {
  const sorted = [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const values = lenient ? sorted.map(({ object }) => daysOfObject(object)) : [];
  const times = sorted.map(timeOf);
  const rank = dayRanks([...values.flatMap((days) => days ?? []), ...times]);
  const keys = new Map<string, number>();
  return sorted.map((fact, place) => {
    const { start, end } = spanOf(times[place], rank);
    const days = values[place];
    if (!days) return { fact, place, start, end, ...objectSpan(fact.object, lenient, keys) };
    const span = spanOf(days, rank);
    return { fact, place, start, end, low: Math.max(span.start, 0), high: span.end };
  });
}

function objectSpan(
  object: FactObject,
  lenient: boolean,
  keys: Map<string, number>,
): Pick<Claim, 'low' | 'high'> {
  if (object.kind === 'none') return NONE;
  if (object.kind === 'unknown' && lenient) return ANY;
  const key = lenient ? lenientKey(object) : JSON.stringify(objectParts(object));
  const number = keys.get(key) ?? keys.size;
  keys.set(key, number);
  return { low: number, high: number };
}

/** Numbers are the same by value, however they are written. */
function lenientKey(object: FactObject): string {
  const isNumber = object.kind === 'literal' && ['decimal', 'integer'].includes(object.literal.datatype);
  return isNumber ? String(Number(object.literal.text)) : JSON.stringify(objectParts(object));
}

function daysOfObject(object: FactObject): Days | undefined {
  if (object.kind !== 'literal' || object.literal.datatype !== 'date') return undefined;
  const read = parseEdtf(object.literal.text);
  return read.ok ? read.date : undefined;
}

/** Where sources differ on a date, the widest time counts: all of them have to say that it lies apart. */
function timeOf(fact: Fact): Days {
  const starts = (datesOf(fact, 'startDate') ?? datesOf(fact, 'asOf') ?? []).map((date) => date.earliest);
  const ends = (datesOf(fact, 'endDate') ?? datesOf(fact, 'asOf') ?? []).map((date) => date.latest);
  return { earliest: extreme(starts, -1), latest: extreme(ends, 1) };
}

/** The first or last day, or undefined where one of them is open or unknown. */
function extreme(days: readonly (string | undefined)[], sign: 1 | -1): string | undefined {
  const known = days.flatMap((day) => day ?? []);
  if (known.length < days.length) return undefined;
  return known.sort((a, b) => sign * compareBounds(b, a))[0];
}

function datesOf(fact: Fact, qualifier: string): EdtfDate[] | undefined {
  const dates = fact.qualifiers.get(qualifier)?.map((value) => parseEdtf(value.text));
  return dates?.flatMap((date) => (date.ok ? [date.date] : []));
}

/** The days by their order in time, from 0. */
function dayRanks(spans: readonly Days[]): ReadonlyMap<string, number> {
  const days = new Set(spans.flatMap(({ earliest, latest }) => [earliest ?? [], latest ?? []].flat()));
  return new Map([...days].sort(compareBounds).map((day, i) => [day, i]));
}

/** A bound that is open or unknown proves nothing. */
function spanOf(days: Days | undefined, rank: ReadonlyMap<string, number>): { start: number; end: number } {
  return {
    start: rank.get(days?.earliest ?? '') ?? -Infinity,
    end: rank.get(days?.latest ?? '') ?? Infinity,
  };
}
