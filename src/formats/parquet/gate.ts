/** The gate of the Parquet writer: text passes as it is, or is refused; Parquet holds all of Unicode. */
import type { Origin } from '../../core/place.ts';
import type { WriteContext } from '../formats.ts';

/** Half of a surrogate pair has no UTF-8, which is how Parquet holds text. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Where a value comes from. */
export interface At {
  readonly origin: Origin;
  /** A key of the record's file form. */
  readonly part: string;
}

export interface TextGate {
  /** Whether a text, if there is one, can be written. */
  holds(text: string | undefined): boolean;
  /** Reports a text that cannot. */
  refuse(text: string, at: At): void;
}

/** Makes the gate; refusals name the format `parquet`. */
export function createTextGate({ problems }: WriteContext): TextGate {
  return {
    holds: (text) => text === undefined || !LONE_SURROGATE.test(text),
    refuse(value, { origin, part }) {
      const reason = 'half of a surrogate pair';
      problems.add('refused-term', origin.place(part), { value, format: 'parquet', reason });
    },
  };
}
