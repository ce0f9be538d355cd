import type { Literal } from '../../facts/facts.ts';
import { DATATYPES, type RdfLiteral } from '../../ontology/datatypes.ts';
import { XSD } from '../../ontology/namespaces.ts';
import { LEXICAL_CHECKS } from './lexical.ts';

/** A value with a datatype as RDF, or why it is none. */
export type TypedValue = (RdfLiteral & { readonly reason?: undefined }) | { readonly reason: string };

/** Most dates are a day, a month or a year, for which EDTF need not be parsed. */
const PLAIN_DATE = /^[1-9]\d{3}(?:-\d\d(?:-\d\d)?)?$/;
const TYPES_BY_LENGTH: ReadonlyMap<number, string> = new Map([
  ['2021'.length, `${XSD}gYear`],
  ['2021-10'.length, `${XSD}gYearMonth`],
  ['2021-10-21'.length, `${XSD}date`],
]);

/** The datatype of a date that is a day, month or year of the calendar; undefined for every other text. */
export function plainDateType(text: string): string | undefined {
  if (!PLAIN_DATE.test(text)) return undefined;
  const datatype = TYPES_BY_LENGTH.get(text.length) ?? '';
  return LEXICAL_CHECKS.get(datatype)?.(text) ? datatype : undefined;
}

/** Checks the value and gives its lexical form and datatype. */
export function toTypedValue({ datatype, text }: Pick<Literal, 'datatype' | 'text'>): TypedValue {
  const plain = datatype === 'date' ? plainDateType(text) : undefined;
  if (plain !== undefined) return { lexical: text, datatype: plain };
  const refusal = DATATYPES[datatype].check(text);
  return refusal ? { reason: refusal.reason } : DATATYPES[datatype].toRdf(text);
}
