/** What people write instead of EDTF, for the hint of a refused date. Candidates are not yet checked. */
export interface Slip {
  /** What was probably meant. */
  readonly candidate?: string;
  /** Why nothing can be suggested, where that is the point. */
  readonly reason?: string;
}

interface Rule {
  readonly form: RegExp;
  readonly write: (...groups: string[]) => string | Slip | undefined;
}

/** Longer texts are prose; the limit also bounds the recursion through `or` and `to`. */
const LONGEST = 60;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', '21'],
  ['summer', '22'],
  ['autumn', '23'],
  ['fall', '23'],
  ['winter', '24'],
]);

/** Tried in this order; the first whose form fits answers. */
const RULES: readonly Rule[] = [
  {
    form: /^(?:circa|ca?|about|around|approx|approximately)(?:\. ?| |(?=\d))(.+)$/i,
    write: (rest) => qualify(rest, '~'),
  },
  { form: /^~ ?(.+)$/, write: (rest) => qualify(rest, '~') },
  { form: /^(.*[^ (?]) ?(?:\(\?\)|\?)$/, write: (rest) => qualify(rest, '?') },
  { form: /^since (.+)$/i, write: (start) => join([start], ([from]) => `${from}/..`) },
  {
    form: /^(?:from )?(.+?) ?(?:\/| to | until | till | through | [-–—] |[–—]) ?(present|now|today)$/i,
    write: openEnd,
  },
  { form: /^(\d{4})-(?:present|now|today)$/i, write: (year) => `${year}/..` },
  { form: /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/, write: (y, m, d) => date(y, m, d) },
  { form: /^(\d{4})(\d\d)(\d\d)$/, write: (y, m, d) => date(y, m, d) },
  { form: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, write: dayOrMonthFirst },
  { form: /^(\d{2})(\d\d)[-–—](\d\d)$/, write: shortRange },
  { form: /^(\d{4})[./-](\d{1,2})$/, write: (y, m) => date(y, m, '0') },
  { form: /^(\d{1,2})[./-](\d{4})$/, write: (m, y) => date(y, m, '0') },
  { form: /^(\d{4}) ?[-–—] ?(\d{4})$/, write: (from, to) => `${from}/${to}` },
  {
    form: /^(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.?,? (\d{4})$/i,
    write: (d, name, y) => named(y, name, d),
  },
  {
    form: /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i,
    write: (name, d, y) => named(y, name, d),
  },
  { form: /^(?:the )?(\d\d[1-9])0['’]?s$/i, write: (decade) => `${decade}X` },
  {
    form: /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d+)? ?(z|[+-]\d\d:?\d\d|)$/i,
    write: (day, time, zone) => dateTime(day, time, zone),
  },
  { form: /^(.+?) or (.+)$/i, write: (a, b) => join([a, b], (parts) => `[${parts.join(',')}]`) },
  { form: /^(?:from )?(.+?)(?: ?\/ ?| to | until | till | through | [-–—] |[–—])(.+)$/i, write: interval },
  { form: /^\[.* .*\]$/, write: (...groups) => (groups.at(-1) ?? '').replaceAll(' ', '') },
  { form: /^\+?(\d{4})$/, write: (year) => year },
  { form: /^Y?\+?(\d{5,})$/, write: (digits) => `Y${digits}` },
  { form: /^-?\d{2,4}X{1,2}$/i, write: (...groups) => (groups.at(-1) ?? '').toUpperCase() },
];

/** What was probably meant by a text that is no EDTF date: `May 2020` → `2020-05`. */
export function readSlip(text: string): Slip | undefined {
  if (text.length > LONGEST) return undefined;
  const tidy = text.trim().replace(/\s+/g, ' ');
  for (const { form, write } of RULES) {
    const match = form.exec(tidy);
    if (!match) continue;
    // The whole match comes last, for rules that have no groups.
    const written = write(...match.slice(1).map((group) => group ?? ''), tidy);
    return typeof written === 'string' ? { candidate: written } : written;
  }
  return tidy === text ? undefined : { candidate: tidy };
}

/** A part of a longer slip: itself when it looks like a date already. */
function mend(text: string): string | undefined {
  const isDate =
    /^-?\d{4}(?:-\d\d){0,2}$|^\d{2,3}X{1,2}$/.test(text) && !/^\d{4}-(?:1[3-9]|[2-9]\d)$/.test(text);
  return isDate ? text : readSlip(text)?.candidate;
}

function join(texts: readonly string[], write: (parts: readonly string[]) => string): string | undefined {
  const parts = texts.map(mend).filter((part) => part !== undefined);
  return parts.length === texts.length ? write(parts) : undefined;
}

function qualify(text: string, qualifier: string): string | undefined {
  const mended = mend(text);
  if (mended === undefined || /[?%~]$/.test(mended)) return undefined;
  // Dates with X take no qualifier: they say already that they are not exact.
  return mended.endsWith('X') ? mended : mended + qualifier;
}

function openEnd(start: string): string | undefined {
  return join([start], ([from]) => `${from}/..`);
}

function interval(from: string, to: string): string | undefined {
  const day = (text: string) => /^(\d{4}-\d\d-\d\d)T/.exec(text)?.[1] ?? text;
  const months = (text: string, end: 0 | 1) => seasonMonths(text)?.[end] ?? text;
  return join([months(day(from), 0), months(day(to), 1)], (parts) => parts.join('/'));
}

/** The months of `2001-21` to `2001-23`; winter reaches into the next year. */
function seasonMonths(text: string): readonly [string, string] | undefined {
  const [, year, season] = /^(\d{4})-(2[1-4])$/.exec(text) ?? [];
  if (year === undefined || season === undefined) return undefined;
  const first = (Number(season) - 20) * 3;
  const last = first === 12 ? `${String(Number(year) + 1).padStart(4, '0')}-02` : `${year}-${two(first + 2)}`;
  return [`${year}-${two(first)}`, last];
}

function date(year: string, month: string, day: string): string {
  if (Number(month) === 0) return year;
  return Number(day) === 0 ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

function dayOrMonthFirst(a: string, b: string, year: string): string | Slip {
  if (Number(a) > 12 || a === b) return date(year, b, a);
  if (Number(b) > 12) return date(year, a, b);
  return { reason: `it may mean ${date(year, b, a)} or ${date(year, a, b)}` };
}

function shortRange(century: string, from: string, to: string): string | undefined {
  return Number(to) > Number(from) ? `${century}${from}/${century}${to}` : undefined;
}

function named(year: string, name: string, day: string): string | undefined {
  const word = name.toLowerCase();
  const season = SEASONS.get(word);
  if (season !== undefined) return day === '' ? `${year}-${season}` : undefined;
  const index = MONTHS.findIndex(
    (month) => month === word || month.slice(0, 3) === word || (word === 'sept' && month === 'september'),
  );
  return index < 0 ? undefined : date(year, String(index + 1), day === '' ? '0' : day);
}

function dateTime(day: string, time: string, zone: string): string {
  return `${day}T${time}${zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
}

function two(number: string | number): string {
  return String(number).padStart(2, '0');
}
