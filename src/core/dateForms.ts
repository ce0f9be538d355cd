import { daysInMonth, isoDate, isoYear } from './calendar.ts';

/** The finest part of a date that is known: of `2004-XX` the year. */
export type Precision = 'time' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century';

/** One date or date-time, as it also stands inside intervals and sets. */
export interface Point {
  /** Which grammar rule it came from; only the first two may be parts of an interval or a set. */
  readonly form: 'calendar' | 'unspecified' | 'season' | 'longYear' | 'datetime';
  /** First and last calendar day, as xsd:date without a zone. */
  readonly earliest: string;
  readonly latest: string;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The XSD datatype that says exactly the same, and its lexical form. */
  readonly exact?: 'date' | 'gYearMonth' | 'gYear' | 'dateTime';
  readonly lexical?: string;
}

/** Why a text is no date, and what was probably meant (not yet checked). */
export interface Refusal {
  readonly reason: string;
  readonly candidate?: string;
}

const CALENDAR = /^(-?)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)$/;
const UNSPECIFIED = /^(-?)(?:(\d\d)(\dX|XX)|(\d{4})-(XX|\d\d-XX|XX-XX))([?~%]?)$/;
const LONG_YEAR = /^Y(-?)(\d+)([?~%]?)$/;
const DATETIME = /^(-?)(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z|[+-]\d\d(?::\d\d)?)?$/;

const NO_FORM: Refusal = { reason: 'it has none of the forms of EDTF levels 0 and 1' };
const NO_YEAR_ZERO: Refusal = { reason: 'year 0 has no sign' };
/** Nine digits hold every year that the readers of XSD dates were seen to hold. */
const MOST_YEAR_DIGITS = 9;

/** Reads one date, date-time or season. */
export function readPoint(text: string): Point | Refusal {
  return readCalendar(text) ?? readUnspecified(text) ?? readDateTime(text) ?? readLongYear(text) ?? NO_FORM;
}

/** `1985`, `1985-04`, `1985-04-12`, each with `?`, `~` or `%`; seasons `2001-21` to `2001-24`. */
function readCalendar(text: string): Point | Refusal | undefined {
  const match = CALENDAR.exec(text);
  if (!match) return undefined;
  const [, sign = '', digits = '', month, day, qualifier = ''] = match;
  const year = signedYear(sign, digits);
  if (year === undefined) return { ...NO_YEAR_ZERO, candidate: text.slice(1) };
  if (month !== undefined && day === undefined && Number(month) >= 21 && Number(month) <= 24) {
    return readSeason(year, Number(month), qualifier);
  }
  const refusal = checkDay(year, month, day);
  if (refusal) return refusal;
  const exact = day !== undefined ? 'date' : month !== undefined ? 'gYearMonth' : 'gYear';
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const same = qualifier === '' ? ({ exact, lexical: text } as const) : {};
  return { form: 'calendar', ...span(year, month, day), precision, ...flags(qualifier), ...same };
}

/**
 * Seasons by the northern hemisphere's meteorological convention, since EDTF leaves their bounds open: 21 is March
 * to May, 22 June to August, 23 September to November, 24 December to February of the next year.
 */
function readSeason(year: number, season: number, qualifier: string): Point | Refusal {
  if (qualifier !== '') {
    return { reason: 'a season takes no ?, ~ or %', candidate: `${isoYear(year)}-${season}` };
  }
  const first = (season - 20) * 3;
  const [lastYear, last] = season === 24 ? [year + 1, 2] : [year, first + 2];
  const bounds = {
    earliest: isoDate(year, first, 1),
    latest: isoDate(lastYear, last, daysInMonth(lastYear, last)),
  };
  return { form: 'season', ...bounds, precision: 'season', ...flags('') };
}

/** `201X`, `20XX`, `2004-XX`, `1985-04-XX`, `1985-XX-XX`. */
function readUnspecified(text: string): Point | Refusal | undefined {
  const match = UNSPECIFIED.exec(text);
  if (!match) return undefined;
  const [, sign = '', hundreds, open, digits, rest = '', qualifier] = match;
  if (qualifier !== '') {
    return { reason: 'a date with X takes no ?, ~ or %', candidate: text.slice(0, -1) };
  }
  if (hundreds !== undefined && open !== undefined) return readOpenYear(sign, hundreds, open);
  const year = signedYear(sign, digits ?? '');
  if (year === undefined) return { ...NO_YEAR_ZERO, candidate: text.slice(1) };
  const month = rest.startsWith('XX') ? undefined : rest.slice(0, 2);
  const refusal = checkDay(year, month, undefined);
  if (refusal) return refusal;
  const precision = month === undefined ? 'year' : 'month';
  return { form: 'unspecified', ...span(year, month, undefined), precision, ...flags('') };
}

/** A decade or century; with a sign the digits count back from year 0, so that -015X is -0159 to -0150. */
function readOpenYear(sign: string, hundreds: string, open: string): Point {
  const low = Number(hundreds + open.replaceAll('X', '0'));
  const high = Number(hundreds + open.replaceAll('X', '9'));
  const [first, last] = sign === '' ? [low, high] : [-high, -Math.max(low, 1)];
  return {
    form: 'unspecified',
    earliest: isoDate(first, 1, 1),
    latest: isoDate(last, 12, 31),
    precision: open === 'XX' ? 'century' : 'decade',
    ...flags(''),
  };
}

/** `1985-04-12T23:20:30`, with `Z`, `±hh:mm` or `±hh` or no zone. The bounds are the day as written. */
function readDateTime(text: string): Point | Refusal | undefined {
  const match = DATETIME.exec(text);
  if (!match) return undefined;
  const [, sign = '', digits = '', month = '', day = '', hour = '', minute = '', second = '', zone = ''] =
    match;
  const year = signedYear(sign, digits);
  if (year === undefined) return { ...NO_YEAR_ZERO, candidate: text.slice(1) };
  const refusal = checkDay(year, month, day) ?? checkZone(zone);
  if (refusal) return refusal;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return { reason: 'the time of day runs from 00:00:00 to 23:59:59' };
  }
  const lexical = zone.length === 3 ? `${text}:00` : text;
  return {
    form: 'datetime',
    ...span(year, month, day),
    precision: 'time',
    ...flags(''),
    exact: 'dateTime',
    lexical,
  };
}

/** `Y17000`, `Y-17000`: years of five digits or more. */
function readLongYear(text: string): Point | Refusal | undefined {
  const match = LONG_YEAR.exec(text);
  if (!match) return undefined;
  const [, sign = '', digits = '', qualifier = ''] = match;
  if (digits.length > MOST_YEAR_DIGITS) return { reason: `a year has at most ${MOST_YEAR_DIGITS} digits` };
  const year = Number(sign + digits);
  if (Math.abs(year) < 10_000) {
    return { reason: 'Y is for years of five digits or more', candidate: isoYear(year || 0) + qualifier };
  }
  const written = `Y${year}`;
  if (qualifier !== '') return { reason: 'a year with Y takes no ?, ~ or %', candidate: written };
  if (written !== text)
    return { reason: 'a year of five digits or more has no leading zeros', candidate: written };
  const same = { exact: 'gYear', lexical: String(year) } as const;
  return { form: 'longYear', ...span(year, undefined, undefined), precision: 'year', ...flags(''), ...same };
}

/** Undefined for -0000, which is no year. */
function signedYear(sign: string, digits: string): number | undefined {
  const year = Number(digits);
  if (sign === '') return year;
  return year === 0 ? undefined : -year;
}

function checkDay(year: number, month: string | undefined, day: string | undefined): Refusal | undefined {
  if (month === undefined) return undefined;
  const m = Number(month);
  if (m < 1 || m > 12) return { reason: `there is no month ${month}` };
  if (day === undefined) return undefined;
  const days = daysInMonth(year, m);
  const exists = Number(day) >= 1 && Number(day) <= days;
  return exists ? undefined : { reason: `${isoYear(year)}-${month} has ${days} days` };
}

/** Offsets in use; XSD would allow -14:00 too. */
function checkZone(zone: string): Refusal | undefined {
  if (zone === '' || zone === 'Z') return undefined;
  const minutes = Number(zone.slice(4) || 0);
  const offset = Number(zone.slice(1, 3)) * 60 + minutes;
  const limit = zone.startsWith('-') ? 12 * 60 : 14 * 60;
  if (minutes > 59 || offset > limit) return { reason: 'time zones run from -12:00 to +14:00' };
  return zone.startsWith('-') && offset === 0
    ? { reason: 'the zone without an offset is Z or +00:00' }
    : undefined;
}

function span(
  year: number,
  month: string | undefined,
  day: string | undefined,
): Pick<Point, 'earliest' | 'latest'> {
  const first = Number(month ?? 1);
  const last = Number(month ?? 12);
  return {
    earliest: isoDate(year, first, Number(day ?? 1)),
    latest: isoDate(year, last, Number(day ?? daysInMonth(year, last))),
  };
}

function flags(qualifier: string): Pick<Point, 'approximate' | 'uncertain'> {
  return {
    approximate: qualifier === '~' || qualifier === '%',
    uncertain: qualifier === '?' || qualifier === '%',
  };
}
