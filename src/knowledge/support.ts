/** How well facts are supported by what they were read in, so that two of them can be compared. */
import { compareBounds } from '../core/calendar.ts';
import { parseEdtf } from '../core/edtf.ts';
import type { SourceId } from '../core/ids.ts';
import { CERTAINTIES, type Fact, type Source } from '../facts/facts.ts';

/** What speaks for a fact, the weightiest first. */
export interface Support {
  /** Its independent sources. */
  readonly witnesses: number;
  /** The best place in `CERTAINTIES` of its evidence; their number where no source counts. */
  readonly certainty: number;
  /** How many corrections lie one upon the other in the newest of its sources; 0 where none corrects another. */
  readonly corrections: number;
  /** The first day on which that correction may have been published, where it is known. */
  readonly corrected: string | undefined;
}

/**
 * Below 0 when `a` is better supported than `b`, 0 when nothing tells them apart.
 *
 * More independent sources come first, then the higher certainty, then the newer correction: the correction of a
 * correction before a first one, then the one published later. Ids and the order of files never count.
 */
export function compareSupport(a: Support, b: Support): number {
  return (
    b.witnesses - a.witnesses ||
    a.certainty - b.certainty ||
    b.corrections - a.corrections ||
    compareDays(a.corrected, b.corrected)
  );
}

/** The later day first; a day that is not known last. */
function compareDays(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  return compareBounds(b, a);
}

/** What is known of one source. */
interface Standing {
  /** The source that it repeats in the end: sources with the same are one witness. */
  readonly witness: SourceId;
  /** Neither it nor what it repeats was taken back. */
  readonly counts: boolean;
  readonly corrections: number;
  readonly corrected: string | undefined;
}

/**
 * Prepares the support of facts by their sources.
 *
 * A source that is `copyOf` another counts with it as one; one that another `retracts` does not count, nor do its
 * copies.
 */
export function supportFinder(sources: ReadonlyMap<SourceId, Source>): (fact: Fact) => Support {
  const standingOf = standingFinder(sources);
  return ({ evidence }) => {
    const read = evidence.map(({ source, certainty }) => ({ certainty, ...standingOf(source) }));
    const counting = read.filter(({ counts }) => counts);
    const newest = counting.map(asSupport).sort(compareSupport)[0];
    return {
      witnesses: new Set(counting.map(({ witness }) => witness)).size,
      certainty: bestOf(counting.map(({ certainty }) => CERTAINTIES.indexOf(certainty))),
      corrections: newest?.corrections ?? 0,
      corrected: newest?.corrected,
    };
  };
}

function standingFinder(sources: ReadonlyMap<SourceId, Source>): (id: SourceId) => Standing {
  const retracted = new Set([...sources.values()].flatMap(({ retracts }) => retracts ?? []));
  const correctionsOf = alongChain<number>(
    (id) => sources.get(id)?.corrects,
    (_, next) => (next === undefined ? 0 : next + 1),
    (circle) => circle.length - 1,
  );
  const alone = (id: SourceId): Standing => {
    const { corrects, published } = sources.get(id) ?? {};
    const corrected = corrects === undefined ? undefined : firstDay(published);
    return { witness: id, counts: !retracted.has(id), corrections: correctionsOf(id), corrected };
  };
  return alongChain<Standing>(
    (id) => sources.get(id)?.copyOf,
    (id, next) => (next === undefined ? alone(id) : together(next.witness, [alone(id), next])),
    // Of sources that are said to copy each other in a circle, one stands for all.
    (circle) => together(firstOf(circle), circle.map(alone)),
  );
}

/** The standing of a source and what it repeats. */
function together(witness: SourceId, standings: readonly Standing[]): Standing {
  const newest = standings.map(asSupport).sort(compareSupport)[0];
  return {
    witness,
    counts: standings.every(({ counts }) => counts),
    corrections: newest?.corrections ?? 0,
    corrected: newest?.corrected,
  };
}

/**
 * A value for each source, from that of the one it leads to; those of a circle share theirs. Each is worked out once,
 * so that long chains take no longer than short ones.
 */
function alongChain<Value>(
  nextOf: (id: SourceId) => SourceId | undefined,
  extend: (id: SourceId, next: Value | undefined) => Value,
  close: (circle: readonly SourceId[]) => Value,
): (id: SourceId) => Value {
  const known = new Map<SourceId, Value>();
  return (start) => {
    const path = new Set<SourceId>();
    let at: SourceId | undefined = start;
    while (at !== undefined && !known.has(at) && !path.has(at)) {
      path.add(at);
      at = nextOf(at);
    }
    const walked = [...path];
    if (at !== undefined && path.has(at)) {
      const circle = walked.splice(walked.indexOf(at));
      const shared = close(circle);
      for (const id of circle) known.set(id, shared);
    }
    let next = at === undefined ? undefined : known.get(at);
    for (const id of walked.reverse()) {
      next = extend(id, next);
      known.set(id, next);
    }
    return known.get(start) ?? extend(start, undefined);
  };
}

/** Alike in all but the correction. */
function asSupport({ corrections, corrected }: Pick<Support, 'corrections' | 'corrected'>): Support {
  return { witnesses: 0, certainty: 0, corrections, corrected };
}

/** The first in byte order: ids are ASCII. */
function firstOf(circle: readonly SourceId[]): SourceId {
  const [first] = [...circle].sort();
  if (first === undefined) throw new Error('a circle without sources');
  return first;
}

function firstDay(date: string | undefined): string | undefined {
  const read = date === undefined ? undefined : parseEdtf(date);
  return read?.ok ? read.date.earliest : undefined;
}

function bestOf(places: readonly number[]): number {
  return places.reduce((best, place) => Math.min(best, place), CERTAINTIES.length);
}
