/** The cells of a CSV file: each value becomes a field as RFC 4180 quotes it, or is left out and counted, or refused. */
import { isColour } from '../columns.ts';
import type { WriteContext } from '../formats.ts';
import { countLoss } from '../losses.ts';
import { createNumberGate, type NumberGate } from '../numberGate.ts';

/** Between the items of a list in one cell, in the default of Neo4j's documentation. */
export const LIST_SEPARATOR = ';';

/** Every method gives undefined for what must not stand in the file: absent, empty, refused. */
export interface CellGate extends NumberGate {
  readonly report: WriteContext & { readonly format: string };
  /** Whether any cell has had a line break so far, which Neo4j wants to be told. */
  hasLineBreaks(): boolean;
  text(text: string | undefined): string | undefined;
  /** The items joined with `;` (losses `semicolon-replaced`, `empty-left-out`). */
  list(items: readonly string[] | undefined): string | undefined;
  colour(colour: string | undefined): string | undefined;
}

/** Delimiter, quote and line ends must be quoted; blanks at the ends too, since some readers trim them. */
const QUOTED = /["\n\r,]|^\s|\s$/;
const LINE_BREAK = /[\n\r]/;
/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;
const NOT_TEXT = /\p{Surrogate}|\0/u;

/** Quotes a field where it must be. */
export function toField(text: string): string {
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Makes the gate; refusals name the format `csv`. */
export function createCellGate(context: WriteContext): CellGate {
  const report = { ...context, format: 'csv' };
  const { losses } = context;
  const prefixes = context.options?.formulas === 'prefix';
  let lineBreaks = false;
  const refuse = (value: string, reason: string): undefined =>
    void context.problems.add('refused-term', undefined, { value, format: 'csv', reason });

  const checked = (value: string): string | undefined => {
    if (value === '') return void countLoss(losses, 'empty-left-out');
    const found = NOT_TEXT.exec(value)?.[0];
    if (found === undefined) return value;
    return refuse(value, found === '\0' ? 'CSV has no place for U+0000' : 'half of a surrogate pair');
  };
  const field = (value: string): string => {
    const formula = prefixes && FORMULA.test(value);
    if (formula) countLoss(losses, 'formula-prefixed');
    lineBreaks ||= LINE_BREAK.test(value);
    return toField(formula ? `'${value}` : value);
  };
  const text = (value: string | undefined): string | undefined => {
    const legal = value === undefined ? undefined : checked(value);
    return legal === undefined ? undefined : field(legal);
  };
  const list = (items: readonly string[] | undefined): string | undefined => {
    const legal = (items ?? []).map(checked).filter((item) => item !== undefined);
    const replaced = legal.filter((item) => item.includes(LIST_SEPARATOR)).length;
    if (replaced > 0) countLoss(losses, 'semicolon-replaced', replaced);
    const joined = legal.map((item) => item.replaceAll(LIST_SEPARATOR, ',')).join(LIST_SEPARATOR);
    return legal.length === 0 ? undefined : field(joined);
  };
  const colour = (value: string | undefined): string | undefined =>
    value === undefined || isColour(value)
      ? text(value)
      : refuse(value, 'a colour is «#» and six hex digits');
  return { report, hasLineBreaks: () => lineBreaks, text, list, colour, ...createNumberGate(refuse) };
}
