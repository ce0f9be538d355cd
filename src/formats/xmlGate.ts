/** The gate of the XML writers: each value becomes escaped text, or is left out and counted, or refused. */
import type { WriteContext } from './formats.ts';
import { countLoss } from './losses.ts';
import { createNumberGate, type NumberGate } from './numberGate.ts';
import {
  isPlainXmlAttribute,
  isPlainXmlText,
  withoutIllegal,
  xmlAttribute,
  xmlReason,
  xmlText,
} from './xml.ts';

/** Every method gives undefined for what must not stand in the file: absent, empty, refused. */
export interface XmlGate extends NumberGate {
  readonly report: WriteContext & { readonly format: string };
  refuse(value: string, reason: string): undefined;
  /** The text, unescaped; what XML cannot hold is replaced (loss `character-replaced`) or refused, as the options say. */
  legal(text: string): string | undefined;
  /** The text, escaped for where the format writes its values. */
  text(text: string | undefined): string | undefined;
  /** The text, unescaped, with a space for each line break and tab (loss `line-break-replaced`). */
  line(text: string | undefined): string | undefined;
  /** The values joined with `;`, unescaped (losses `list-joined`, `semicolon-replaced`). */
  joined(values: readonly string[] | undefined): string | undefined;
}

const LINE_BREAK = /\r\n|[\t\n\r]/g;

/** Where a format writes its values: in elements, or in attributes with double quotes. */
const PLACES = {
  element: { isPlain: isPlainXmlText, escape: xmlText },
  attribute: { isPlain: isPlainXmlAttribute, escape: xmlAttribute },
};

/** Makes the gate of a format; refusals name it. */
export function createXmlGate(
  context: WriteContext,
  { format, place }: { readonly format: string; readonly place: keyof typeof PLACES },
): XmlGate {
  const report = { ...context, format };
  const { isPlain, escape: escaped } = PLACES[place];
  const { losses } = context;
  const refuse = (value: string, reason: string): undefined =>
    void context.problems.add('refused-term', undefined, { value, format, reason });

  const replaces = context.options?.illegalCharacters === 'replace';
  const legal = (text: string): string | undefined => {
    const reason = xmlReason(text);
    if (reason === undefined) return text;
    if (!replaces) return refuse(text, reason);
    countLoss(losses, 'character-replaced');
    return withoutIllegal(text);
  };
  const text = (value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    if (value === '') return void countLoss(losses, 'empty-left-out');
    if (isPlain(value)) return value;
    const written = legal(value);
    return written === undefined ? undefined : escaped(written);
  };
  const line = (value: string | undefined): string | undefined => {
    if (value === undefined || isPlain(value)) return value;
    const oneLine = value.replace(LINE_BREAK, ' ');
    if (oneLine !== value) countLoss(losses, 'line-break-replaced');
    return legal(oneLine);
  };
  const joined = (values: readonly string[] | undefined): string | undefined => {
    if (values === undefined || values.length === 0) return undefined;
    if (values.length > 1) countLoss(losses, 'list-joined');
    const replaced = values.filter((value) => value.includes(';')).length;
    if (replaced > 0) countLoss(losses, 'semicolon-replaced', replaced);
    return values.map((value) => value.replaceAll(';', ',')).join(';');
  };
  return { report, refuse, legal, text, line, joined, ...createNumberGate(refuse) };
}
