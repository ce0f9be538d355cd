/** The gate of the GraphML writer: each value becomes escaped text, or is left out and counted, or refused. */
import { twoDecimals } from '../columns.ts';
import { countLoss, type WriteContext } from '../formats.ts';
import { isPlainXmlText, xmlReason, xmlText } from '../xml.ts';

/** Every method gives undefined for what must not stand in the file: absent, empty, refused. */
export interface Gate {
  readonly report: WriteContext & { readonly format: string };
  refuse(value: string, reason: string): undefined;
  /** The escaped text. */
  text(text: string | undefined): string | undefined;
  /** The text, unescaped, with a space for each line break and tab (loss `line-break-replaced`). */
  line(text: string | undefined): string | undefined;
  /** The values joined with `;`, unescaped (losses `list-joined`, `semicolon-replaced`). */
  joined(values: readonly string[] | undefined): string | undefined;
  number(value: number | undefined): string | undefined;
  /** A number with two decimals. */
  rounded(value: number | undefined): string | undefined;
  /** A number above 0. */
  positive(value: number | undefined): string | undefined;
}

const LINE_BREAK = /\r\n|[\t\n\r]/g;

export function createGate(context: WriteContext): Gate {
  const report = { ...context, format: 'graphml' };
  const { losses } = context;
  const refuse = (value: string, reason: string): undefined =>
    void context.problems.add('refused-term', undefined, { value, format: 'graphml', reason });

  const checked = (text: string): string | undefined => {
    const reason = xmlReason(text);
    return reason === undefined ? text : refuse(text, reason);
  };
  const text = (value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    if (value === '') return void countLoss(losses, 'empty-left-out');
    if (isPlainXmlText(value)) return value;
    const legal = checked(value);
    return legal === undefined ? undefined : xmlText(legal);
  };
  const line = (value: string | undefined): string | undefined => {
    if (value === undefined || isPlainXmlText(value)) return value;
    const oneLine = value.replace(LINE_BREAK, ' ');
    if (oneLine !== value) countLoss(losses, 'line-break-replaced');
    return checked(oneLine);
  };
  const joined = (values: readonly string[] | undefined): string | undefined => {
    if (values === undefined || values.length === 0) return undefined;
    if (values.length > 1) countLoss(losses, 'list-joined');
    const replaced = values.filter((value) => value.includes(';')).length;
    if (replaced > 0) countLoss(losses, 'semicolon-replaced', replaced);
    return values.map((value) => value.replaceAll(';', ',')).join(';');
  };
  const number = (value: number | undefined): string | undefined => {
    if (value === undefined) return undefined;
    return Number.isFinite(value) ? String(value) : refuse(String(value), 'not a finite number');
  };
  const rounded = (value: number | undefined): string | undefined =>
    number(value === undefined ? undefined : twoDecimals(value));
  const positive = (value: number | undefined): string | undefined =>
    value !== undefined && value <= 0 ? refuse(String(value), 'a weight is above 0') : number(value);
  return { report, refuse, text, line, joined, number, rounded, positive };
}
