import { parseEdtf } from '../../core/edtf.ts';
import { XSD } from '../../ontology/namespaces.ts';
import { plainDateType } from './typedValues.ts';

/** The first and last day that a date may mean, where it has them. */
export interface Period {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}

const NO_PERIOD: Period = {};
const DAY = `${XSD}date`;
/** How many dates are kept in mind. */
const KEPT = 1 << 15;

/** The periods of EDTF dates; the same dates come again and again, and are parsed once. */
export class Periods {
  readonly #known = new Map<string, Period>();

  of(text: string): Period {
    const known = this.#known.get(text);
    if (known) return known;
    if (plainDateType(text) === DAY) return { earliest: text, latest: text };
    const parsed = parseEdtf(text);
    const period = parsed.ok ? parsed.date : NO_PERIOD; // a text that is no date is refused as a value
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(text, period);
    return period;
  }
}
