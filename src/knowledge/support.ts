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
  const retracted = new Set([...sources.values()].flatMap(({ retracts }) => retracts ?? []));
  const known = new Map<SourceId, Standing>();
  const standingOf = (id: SourceId): Standing => {
    const standing = known.get(id) ?? judge(id, sources, retracted);
    known.set(id, standing);
    return standing;
  };
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

function judge(
  id: SourceId,
  sources: ReadonlyMap<SourceId, Source>,
  retracted: ReadonlySet<SourceId>,
): Standing {
  const repeated = chain(id, (one) => sources.get(one)?.copyOf);
  const steps = repeated.map((one) => ({
    corrections: chain(one, (each) => sources.get(each)?.corrects).length - 1,
    corrected: sources.get(one)?.corrects === undefined ? undefined : firstDay(sources.get(one)?.published),
  }));
  const newest = steps.map(asSupport).sort(compareSupport)[0];
  return {
    witness: endOf(id, repeated, sources),
    counts: !repeated.some((one) => retracted.has(one)),
    corrections: newest?.corrections ?? 0,
    corrected: newest?.corrected,
  };
}

/** Alike in all but the correction. */
function asSupport({ corrections, corrected }: Pick<Support, 'corrections' | 'corrected'>): Support {
  return { witnesses: 0, certainty: 0, corrections, corrected };
}

/** The source and those that it leads to; a circle is walked once. */
function chain(id: SourceId, next: (id: SourceId) => SourceId | undefined): SourceId[] {
  const walked = new Set<SourceId>();
  for (let at: SourceId | undefined = id; at !== undefined && !walked.has(at); at = next(at)) walked.add(at);
  return [...walked];
}

/** Where the copies end; of sources that are said to copy each other in a circle, one stands for all. */
function endOf(
  id: SourceId,
  repeated: readonly SourceId[],
  sources: ReadonlyMap<SourceId, Source>,
): SourceId {
  const last = repeated.at(-1) ?? id;
  const again = sources.get(last)?.copyOf;
  if (again === undefined) return last;
  return repeated.slice(repeated.indexOf(again)).sort()[0] ?? last;
}

function firstDay(date: string | undefined): string | undefined {
  const read = date === undefined ? undefined : parseEdtf(date);
  return read?.ok ? read.date.earliest : undefined;
}

function bestOf(places: readonly number[]): number {
  return places.reduce((best, place) => Math.min(best, place), CERTAINTIES.length);
}
