/** The first and last day of dates, as Parquet counts days. */
import { parseEdtf } from '../../core/edtf.ts';
import { countLoss, type Losses } from '../losses.ts';

/** A number of days; none where the bound is open or unknown (`''`) or cannot be held (the day as text). */
type Day = number | string;
type Bounds = readonly [earliest: Day, latest: Day];

const MS_PER_DAY = 86_400_000;
/** What the dates of Python can hold, the years 1 to 9999: a day outside makes a whole column unreadable there. */
const READABLE_DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;
const NO_BOUNDS: Bounds = ['', ''];
/** How many dates are kept in mind. */
const KEPT = 1 << 15;

/**
 * The days that EDTF dates may mean, counted from 1970-01-01; undefined where open or unknown.
 *
 * A day outside the years 1 to 9999 is undefined too (loss `day-left-out`): the date stands beside it as text.
 */
export class Calendar {
  // The same dates come again and again, and are parsed once.
  readonly #known = new Map<string, Bounds>();
  readonly #losses: Losses;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  earliest(date: string | undefined): number | undefined {
    return this.#day(this.#boundsOf(date)[0]);
  }

  latest(date: string | undefined): number | undefined {
    return this.#day(this.#boundsOf(date)[1]);
  }

  #day(day: Day): number | undefined {
    if (typeof day === 'number') return day;
    if (day !== '') countLoss(this.#losses, 'day-left-out');
    return undefined;
  }

  #boundsOf(date: string | undefined): Bounds {
    if (date === undefined) return NO_BOUNDS;
    const known = this.#known.get(date);
    if (known) return known;
    const parsed = parseEdtf(date);
    const bounds: Bounds = parsed.ok ? [toDay(parsed.date.earliest), toDay(parsed.date.latest)] : NO_BOUNDS;
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(date, bounds);
    return bounds;
  }
}

function toDay(day = ''): Day {
  return READABLE_DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY : day;
}
