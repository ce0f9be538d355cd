import { type EdtfDate, parseEdtf } from '../core/edtf.ts';
import { checkIri, suggestIri } from '../core/iri.ts';
import { findIllegal } from '../core/text.ts';
import { EDTF_DATATYPE, XSD } from './namespaces.ts';
import { integerSlip, isSafeAsDouble, numberSlip } from './numbers.ts';
import type { DatatypeName } from './ontology.ts';

/** Why a text is no value of a datatype: a clause without a full stop, and a valid value that may be meant. */
export interface DatatypeRefusal {
  readonly reason: string;
  readonly suggestion?: string;
}

/** An RDF literal without language: its lexical form and the IRI of its datatype. */
export interface RdfLiteral {
  readonly lexical: string;
  readonly datatype: string;
}

/** A datatype owns what its values look like and how they are written in RDF. */
export interface Datatype {
  readonly name: DatatypeName;
  readonly label: string;
  readonly check: (text: string) => DatatypeRefusal | undefined;
  /** Only for texts that `check` passes; throws when it meets a date that it does not. */
  readonly toRdf: (text: string) => RdfLiteral;
  /** For editors: never stricter than `check`, often wider. */
  readonly jsonSchemaPattern?: string;
}

const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/;
const INTEGER = /^[+-]?[0-9]+$/;
const BOOLEAN_SLIPS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['yes', 'true'],
  ['1', 'true'],
  ['false', 'false'],
  ['no', 'false'],
  ['0', 'false'],
]);

/** The one table of datatypes, in the order of their names in the documentation. */
export const DATATYPES: { readonly [Name in DatatypeName]: Datatype & { readonly name: Name } } = {
  string: { name: 'string', label: 'text', check: checkString, toRdf: as('string') },
  token: {
    name: 'token',
    label: 'token',
    check: checkToken,
    toRdf: as('string'),
    jsonSchemaPattern: '^\\S(.*\\S)?$',
  },
  date: {
    name: 'date',
    label: 'date',
    check: checkDate,
    toRdf: dateToRdf,
    jsonSchemaPattern: '^[0-9XTYZ:?~%.,/\\[\\]+-]+$',
  },
  decimal: {
    name: 'decimal',
    label: 'decimal',
    check: checkDecimal,
    toRdf: as('decimal'),
    jsonSchemaPattern: DECIMAL.source,
  },
  integer: {
    name: 'integer',
    label: 'integer',
    check: checkInteger,
    toRdf: as('integer'),
    jsonSchemaPattern: INTEGER.source,
  },
  boolean: {
    name: 'boolean',
    label: 'boolean',
    check: checkBoolean,
    toRdf: as('boolean'),
    jsonSchemaPattern: '^(true|false)$',
  },
  iri: {
    name: 'iri',
    label: 'IRI',
    check: checkAnyUri,
    toRdf: as('anyURI'),
    jsonSchemaPattern: '^[A-Za-z][A-Za-z0-9+.-]*:\\S*$',
  },
  // Its members are checked against the value list, which also knows their IRIs; here it is only a name.
  concept: { name: 'concept', label: 'concept', check: () => undefined, toRdf: as('string') },
};

/**
 * A value for a graph attribute: a number only where a double holds exactly the same number.
 *
 * Integers beyond ±(2^53 - 1) stay texts, as do decimals whose digits a double's shortest form does not give back;
 * `3.10` becomes 3.1. Texts that the datatype refuses stay texts.
 */
export function toScalar(text: string, datatype: DatatypeName): string | number | boolean {
  switch (datatype) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'integer': {
      const number = INTEGER.test(text) ? Number(text) : Number.NaN;
      return Number.isSafeInteger(number) ? number + 0 : text;
    }
    case 'decimal':
      return DECIMAL.test(text) && isSafeAsDouble(text) ? Number(text) + 0 : text;
    case 'string':
    case 'token':
    case 'date':
    case 'iri':
    case 'concept':
      return text;
  }
}

function as(name: string): (text: string) => RdfLiteral {
  const datatype = XSD + name;
  return (lexical) => ({ lexical, datatype });
}

function checkString(text: string): DatatypeRefusal | undefined {
  const illegal = findIllegal(text);
  if (illegal) return { reason: `it holds ${illegal.codePoint}, which no text may` };
  return /\S/.test(text) ? undefined : { reason: 'it is empty' };
}

function checkToken(text: string): DatatypeRefusal | undefined {
  const refusal = checkString(text);
  if (refusal) return refusal;
  const trimmed = text.trim();
  if (trimmed !== text) return refuse('it starts or ends with a blank', trimmed.replace(/[\t\n\r]+/g, ' '));
  return /[\t\n\r]/.test(text)
    ? refuse('it has a tab or a line break', text.replace(/[\t\n\r]+/g, ' '))
    : undefined;
}

function checkDate(text: string): DatatypeRefusal | undefined {
  const result = parseEdtf(text);
  return result.ok ? undefined : refuse(result.reason, result.suggestion);
}

/** Never padded: what XSD cannot say exactly is an EDTF literal. */
function dateToRdf(text: string): RdfLiteral {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`toRdf was given a date that check refuses: ${result.reason}`);
  return edtfToRdf(result.date);
}

/** The literal of a date that is already read: see {@link DATATYPES}. */
export function edtfToRdf(date: EdtfDate): RdfLiteral {
  if (date.exact === undefined) return { lexical: date.text, datatype: EDTF_DATATYPE };
  return { lexical: date.lexical ?? date.text, datatype: XSD + date.exact };
}

/** XSD 1.1, part 2, clause 3.3.3: no exponent, no INF, no NaN. */
function checkDecimal(text: string): DatatypeRefusal | undefined {
  if (DECIMAL.test(text)) return undefined;
  return refuse('it is not written as digits with at most one point, such as 1500000.50', numberSlip(text));
}

function checkInteger(text: string): DatatypeRefusal | undefined {
  return INTEGER.test(text) ? undefined : refuse('it is not written as digits alone', integerSlip(text));
}

function checkBoolean(text: string): DatatypeRefusal | undefined {
  if (text === 'true' || text === 'false') return undefined;
  return refuse('it is neither true nor false', BOOLEAN_SLIPS.get(text.slice(0, 20).trim().toLowerCase()));
}

function checkAnyUri(text: string): DatatypeRefusal | undefined {
  const reason = checkIri(text);
  return reason === undefined ? undefined : refuse(reason, suggestIri(text));
}

function refuse(reason: string, suggestion: string | undefined): DatatypeRefusal {
  return suggestion === undefined ? { reason } : { reason, suggestion };
}
