import type { Problems } from '../core/diagnostic.ts';
import type { EntityId } from '../core/ids.ts';
import { compareUtf8, sortedBy } from '../core/order.ts';
import type { Knowledge, KnownEntity, KnownFact } from '../knowledge/knowledge.ts';
import type { LinkFact, LiteralFact, Selection } from './select.ts';
import { known } from './terms.ts';

/** The most pairs of facts that an event is flattened to; one with more stays a node. 45 participants make 990. */
export const MOST_PAIRS = 1000;

/** A fact that links an event with something else, and what that is. */
export interface Spoke {
  readonly fact: KnownFact;
  readonly end: EntityId;
}

/** An event that edges stand for. */
export interface FlatEvent {
  readonly entity: KnownEntity;
  /** By fact id in byte order; two or more ends among them. */
  readonly spokes: readonly Spoke[];
  /** What the event itself says, by fact id in byte order. */
  readonly literals: readonly LiteralFact[];
}

export const KEPT_REASONS = ['few-ends', 'linked-to', 'many-pairs'] as const;
/** Why an event stays a node: fewer than two ends, another event links to it, or more than `MOST_PAIRS`. */
export type KeptReason = (typeof KEPT_REASONS)[number];

/** What became of the events of a flattened view. */
export interface EventNotes {
  readonly flattened: number;
  /** By reason, in the order of `KEPT_REASONS`; reasons without events are left out. */
  readonly kept: ReadonlyMap<KeptReason, number>;
  /** The events with too many pairs, by id in byte order. */
  readonly manyPairs: readonly { readonly id: EntityId; readonly pairs: number }[];
}

export interface Flattening {
  readonly events: readonly FlatEvent[];
  /** The facts of the view that stand in no flattened event. */
  readonly links: readonly LinkFact[];
  readonly literals: readonly LiteralFact[];
  readonly notes: EventNotes;
}

/**
 * Finds the events that edges can stand for, with all of their facts in the view.
 *
 * An event stays a node when it connects fewer than two entities, when another event links to it (a decision that
 * is part of a case), or when it would make more than `MOST_PAIRS` pairs of facts.
 */
export function flattenEvents(
  { entities, ontology }: Knowledge,
  { links, literals }: Pick<Selection, 'links' | 'literals'>,
): Flattening {
  const events = sortedBy(
    [...entities.values()].filter((entity) => known(ontology.classes, entity.class).connector),
    (entity) => entity.id,
  );
  const spokes = new Map<EntityId, Spoke[]>(events.map(({ id }) => [id, []]));
  const linkedTo = new Set<EntityId>();
  for (const { fact, object } of links) {
    spokes.get(fact.subject)?.push({ fact, end: object });
    spokes.get(object)?.push({ fact, end: fact.subject });
    if (spokes.has(fact.subject) && spokes.has(object)) linkedTo.add(object);
  }
  const judged = events.map((entity) => {
    const own = sortedBy(spokes.get(entity.id) ?? [], ({ fact }) => fact.id);
    const pairs = countPairs(own);
    return { entity, spokes: own, pairs, kept: keptFor({ pairs, linkedTo: linkedTo.has(entity.id) }) };
  });
  const flat = new Map(judged.filter(({ kept }) => kept === undefined).map((one) => [one.entity.id, one]));
  const own = literalsOf(literals, flat);
  return {
    events: [...flat.values()].map(({ entity, spokes: all }) => ({
      entity,
      spokes: all,
      literals: own.get(entity.id) ?? [],
    })),
    links: links.filter(({ fact, object }) => !flat.has(fact.subject) && !flat.has(object)),
    literals: literals.filter(({ fact }) => !flat.has(fact.subject)),
    notes: notesOf(judged),
  };
}

/** Reports the events with too many pairs to be flattened. */
export function reportKeptEvents(
  { notes, entities }: { notes: EventNotes | undefined; entities: Knowledge['entities'] },
  problems: Problems,
): void {
  for (const { id, pairs } of notes?.manyPairs ?? []) {
    const { origin } = known(entities, id);
    problems.add('event-not-flattened', { origin }, { id, pairs, limit: MOST_PAIRS });
  }
}

/** The pairs of facts with different ends: all of them, less those of the same end. */
function countPairs(spokes: readonly Spoke[]): number {
  const times = new Map<EntityId, number>();
  for (const { end } of spokes) times.set(end, (times.get(end) ?? 0) + 1);
  const pairsOf = (count: number) => (count * (count - 1)) / 2;
  return [...times.values()].reduce((sum, count) => sum - pairsOf(count), pairsOf(spokes.length));
}

function keptFor({ pairs, linkedTo }: { pairs: number; linkedTo: boolean }): KeptReason | undefined {
  if (linkedTo) return 'linked-to';
  if (pairs === 0) return 'few-ends';
  return pairs > MOST_PAIRS ? 'many-pairs' : undefined;
}

function literalsOf(
  literals: readonly LiteralFact[],
  flat: ReadonlyMap<EntityId, unknown>,
): ReadonlyMap<EntityId, readonly LiteralFact[]> {
  const own = new Map<EntityId, LiteralFact[]>();
  for (const one of literals) {
    const { subject } = one.fact;
    if (!flat.has(subject)) continue;
    const group = own.get(subject);
    if (group) group.push(one);
    else own.set(subject, [one]);
  }
  for (const group of own.values()) group.sort((a, b) => compareUtf8(a.fact.id, b.fact.id));
  return own;
}

interface Judged {
  readonly entity: KnownEntity;
  readonly pairs: number;
  readonly kept: KeptReason | undefined;
}

function notesOf(judged: readonly Judged[]): EventNotes {
  const counts = KEPT_REASONS.map(
    (reason) => [reason, judged.filter(({ kept }) => kept === reason).length] as const,
  );
  const many = judged.filter(({ kept }) => kept === 'many-pairs');
  return {
    flattened: judged.filter(({ kept }) => kept === undefined).length,
    kept: new Map(counts.filter(([, count]) => count > 0)),
    manyPairs: many.map(({ entity, pairs }) => ({ id: entity.id, pairs })),
  };
}
