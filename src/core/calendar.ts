/** The proleptic Gregorian calendar; year 0 is the year before year 1 (ISO 8601, XSD 1.1). */

/** Months count from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The lexical form of an xsd:date without a time zone. */
export function isoDate(year: number, month: number, day: number): string {
  return `${isoYear(year)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The lexical form of an xsd:gYear: four digits or more, the sign apart. */
export function isoYear(year: number): string {
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}`;
}

/** Compares two dates as {@link isoDate} writes them, by time. */
export function compareBounds(a: string, b: string): number {
  if (a === b) return 0;
  // The last six characters are `-MM-DD`; they order as text.
  const years = Number(a.slice(0, -6)) - Number(b.slice(0, -6));
  if (years !== 0) return years;
  return a.slice(-6) < b.slice(-6) ? -1 : 1;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Whether a text is a day of the calendar, as `2026-11-22`, in the years 0000 to 9999. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
