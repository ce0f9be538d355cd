/** The lexical forms the gate lets through: XSD 1.1 in form and value (guards.md G6), and EDTF. */
import { daysInMonth } from '../../core/calendar.ts';
import { parseEdtf } from '../../core/edtf.ts';
import { EDTF_DATATYPE, XSD } from '../../ontology/namespaces.ts';

const ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
/** Year 0000 is legal since XSD 1.1; more than four digits have no leading zero. */
const YEAR = '(?!-0000)-?(?:[1-9]\\d{3,}|0\\d{3})';
const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const TIME = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';

const G_YEAR = new RegExp(`^${YEAR}${ZONE}$`);
const G_YEAR_MONTH = new RegExp(`^${YEAR}-${MONTH}${ZONE}$`);
const DATE = new RegExp(`^(${YEAR})-(${MONTH})-(${DAY})${ZONE}$`);
const DATE_TIME = new RegExp(`^(${YEAR})-(${MONTH})-(${DAY})T${TIME}${ZONE}$`);

/** Datatype IRI → whether a text is one of its lexical forms. A datatype that is not listed is refused. */
export const LEXICAL_CHECKS: ReadonlyMap<string, (lexical: string) => boolean> = new Map([
  [`${XSD}string`, () => true],
  [`${XSD}boolean`, (text: string) => /^(?:true|false|1|0)$/.test(text)],
  [`${XSD}integer`, (text: string) => /^[+-]?\d+$/.test(text)],
  [`${XSD}nonNegativeInteger`, (text: string) => /^(?:\+?\d+|-0+)$/.test(text)],
  [`${XSD}decimal`, (text: string) => /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)],
  [`${XSD}gYear`, (text: string) => G_YEAR.test(text)],
  [`${XSD}gYearMonth`, (text: string) => G_YEAR_MONTH.test(text)],
  [`${XSD}date`, (text: string) => isOnCalendar(DATE.exec(text))],
  [`${XSD}dateTime`, (text: string) => isOnCalendar(DATE_TIME.exec(text))],
  [`${XSD}hexBinary`, (text: string) => /^(?:[0-9A-Fa-f]{2})*$/.test(text)],
  [EDTF_DATATYPE, (text: string) => parseEdtf(text).ok],
]);

function isOnCalendar(match: RegExpExecArray | null): boolean {
  if (!match) return false;
  const [, year = '', month = '', day = ''] = match;
  // The last four digits tell whether a year is a leap year, and are exact for a year of any length.
  return Number(day) <= daysInMonth(Number(year.slice(-4)), Number(month));
}
