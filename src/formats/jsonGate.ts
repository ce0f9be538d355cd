/** The gate of the JSON writers: each value becomes JSON text, or is refused with its reason. */
import { isColour, twoDecimals } from './columns.ts';
import type { WriteContext } from './formats.ts';

/** Every method gives undefined for what is absent or refused. */
export interface JsonGate {
  readonly report: WriteContext & { readonly format: string };
  text(text: string | undefined): string | undefined;
  list(values: readonly string[]): string | undefined;
  colour(colour: string | undefined): string | undefined;
  number(value: number | undefined): string | undefined;
  /** A number with two decimals. */
  rounded(value: number | undefined): string | undefined;
  /** A number above 0. */
  positive(value: number | undefined): string | undefined;
}

/** Anything but characters that stand for themselves in JSON: control characters, `"`, `\`, surrogates. */
const SPECIAL = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;
/** Half of a surrogate pair: JSON could escape it, many readers replace it (RFC 8259, 8.2). */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Makes the gate of a format; refusals name it. */
export function createJsonGate(context: WriteContext, format: string): JsonGate {
  const report = { ...context, format };
  const refuse = (value: string, reason: string): undefined =>
    void context.problems.add('refused-term', undefined, { value, format, reason });

  const text = (value: string | undefined): string | undefined => {
    if (value === undefined) return undefined;
    if (!SPECIAL.test(value)) return `"${value}"`;
    return LONE_SURROGATE.test(value) ? refuse(value, 'half of a surrogate pair') : JSON.stringify(value);
  };
  const list = (values: readonly string[]): string | undefined => {
    const texts = values.map(text).filter((item) => item !== undefined);
    return texts.length === 0 ? undefined : `[${texts.join(',')}]`;
  };
  const colour = (value: string | undefined): string | undefined =>
    value === undefined || isColour(value)
      ? text(value)
      : refuse(value, 'a colour is «#» and six hex digits');
  const number = (value: number | undefined): string | undefined => {
    if (value === undefined) return undefined;
    return Number.isFinite(value) ? String(value) : refuse(String(value), 'not a finite number');
  };
  const rounded = (value: number | undefined): string | undefined =>
    number(value === undefined ? undefined : twoDecimals(value));
  const positive = (value: number | undefined): string | undefined =>
    value !== undefined && value <= 0 ? refuse(String(value), 'a weight is above 0') : number(value);
  return { report, text, list, colour, number, rounded, positive };
}
