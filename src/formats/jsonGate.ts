/** The gate of the JSON writers: each value becomes JSON text, or is refused with its reason. */
import { isColour } from './columns.ts';
import type { WriteContext } from './formats.ts';
import { createNumberGate, type NumberGate } from './numberGate.ts';

/** Every method gives undefined for what is absent or refused. */
export interface JsonGate extends NumberGate {
  readonly report: WriteContext & { readonly format: string };
  text(text: string | undefined): string | undefined;
  list(values: readonly string[]): string | undefined;
  colour(colour: string | undefined): string | undefined;
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
  return { report, text, list, colour, ...createNumberGate(refuse) };
}
