/** When facts hold, in years: what the time slider of the viewer goes by. */
import type { EntityId } from '../core/ids.ts';
import { yearOf } from '../graph/dates.ts';
import type { Knowledge, KnownFact } from '../knowledge/knowledge.ts';

/** An end is undefined where it is open or unknown. */
export interface Span {
  readonly first: number | undefined;
  readonly last: number | undefined;
}

/** A span with both ends. */
export type Years = readonly [first: number, last: number];

/**
 * Prepares the years of the facts, as they stand in `facts`; undefined for a fact without a time.
 *
 * The time of a fact is that of its qualifiers, else the date that it states, else the time of the event at one of
 * its ends. An end that is not known is the first or last year of all the facts.
 */
export function yearsOf(knowledge: Knowledge, facts: readonly KnownFact[]): (Years | undefined)[] {
  const events = eventSpans(knowledge);
  const spans = facts.map((fact) => qualifiedSpan(fact) ?? statedSpan(fact) ?? spanOfEvent(fact, events));
  const [least, most] = extent(spans);
  return spans.map((span) => span && [span.first ?? least, span.last ?? most]);
}

function extent(spans: readonly (Span | undefined)[]): Years {
  let [least, most] = [Infinity, -Infinity];
  for (const { first, last } of spans.flatMap((span) => span ?? [])) {
    for (const year of [first, last]) {
      if (year === undefined) continue;
      least = Math.min(least, year);
      most = Math.max(most, year);
    }
  }
  return [least, most];
}

/** Where sources differ on a date, the widest time counts. */
function qualifiedSpan({ qualifiers }: KnownFact): Span | undefined {
  const texts = (name: string) => qualifiers.get(name)?.map(({ text }) => text);
  const [start, end, asOf] = [texts('startDate'), texts('endDate'), texts('asOf')];
  return spanOf(start ?? asOf ?? [], end ?? asOf ?? []);
}

function statedSpan({ object }: KnownFact): Span | undefined {
  const isDate = object.kind === 'literal' && object.literal.datatype === 'date';
  return isDate ? spanOf([object.literal.text], [object.literal.text]) : undefined;
}

/** Undefined when neither end is known. */
function spanOf(starts: readonly string[], ends: readonly string[]): Span | undefined {
  const first = bound(starts, 'start', Math.min);
  const last = bound(ends, 'end', Math.max);
  return first === undefined && last === undefined ? undefined : { first, last };
}

/** Undefined where one of the dates is open or unknown. */
function bound(
  texts: readonly string[],
  side: 'start' | 'end',
  pick: (...years: number[]) => number,
): number | undefined {
  const years = texts.flatMap((text) => yearOf(text, side) ?? []);
  return years.length === 0 || years.length < texts.length ? undefined : pick(...years);
}

/** The times of the entities that are events, by their plain facts; one with one date is of that date. */
function eventSpans({ entities, facts, ontology }: Knowledge): ReadonlyMap<EntityId, Span> {
  const dates = new Map<EntityId, { starts: string[]; ends: string[] }>();
  for (const { subject, relation, object, notPlain } of facts) {
    if (relation !== 'startDate' && relation !== 'endDate') continue;
    const isEvent = ontology.classes.get(entities.get(subject)?.class ?? '')?.connector === true;
    if (!isEvent || notPlain !== undefined || object.kind !== 'literal') continue;
    const known = dates.get(subject) ?? { starts: [], ends: [] };
    dates.set(subject, known);
    (relation === 'startDate' ? known.starts : known.ends).push(object.literal.text);
  }
  const spans = new Map<EntityId, Span>();
  for (const [id, { starts, ends }] of dates) {
    const span = spanOf(starts.length > 0 ? starts : ends, ends.length > 0 ? ends : starts);
    if (span) spans.set(id, span);
  }
  return spans;
}

function spanOfEvent({ subject, object }: KnownFact, events: ReadonlyMap<EntityId, Span>): Span | undefined {
  return events.get(subject) ?? (object.kind === 'entity' ? events.get(object.id) : undefined);
}
