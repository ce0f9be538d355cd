import type { EntityId } from '../core/ids.ts';
import type { Literal } from '../facts/facts.ts';
import { type Knowledge, type KnownFact, type NotPlainReason, REASONS } from '../knowledge/knowledge.ts';

/** A fact that becomes, or helps to make, an edge. */
export interface LinkFact {
  readonly fact: KnownFact;
  readonly object: EntityId;
}

/** A fact that becomes a value of a node. */
export interface LiteralFact {
  readonly fact: KnownFact;
  readonly literal: Literal;
}

/** The facts in the view by what they become, and the readings in it and outside it. */
export interface Selection {
  readonly links: readonly LinkFact[];
  readonly literals: readonly LiteralFact[];
  readonly written: number;
  /** By reason, in the order of `REASONS`; reasons without readings are left out. */
  readonly outside: ReadonlyMap<NotPlainReason, number>;
}

/**
 * Parts the facts into edges, values and those outside the view; every reading is counted exactly once.
 *
 * A fact is in the view when all its reasons for not being plain are included, and outside for the first that is not.
 */
export function selectFacts(knowledge: Knowledge, include: readonly NotPlainReason[]): Selection {
  const wanted = new Set(include);
  const links: LinkFact[] = [];
  const literals: LiteralFact[] = [];
  const outside = new Map<NotPlainReason, number>();
  let written = 0;
  for (const fact of knowledge.facts) {
    const { object } = fact;
    const reason = fact.reasons.find((one) => one === 'no-value' || !wanted.has(one));
    if (reason !== undefined) {
      outside.set(reason, (outside.get(reason) ?? 0) + fact.readings);
      continue;
    }
    written += fact.readings;
    if (object.kind === 'entity') links.push({ fact, object: object.id });
    else if (object.kind === 'literal') literals.push({ fact, literal: object.literal });
  }
  return { links, literals, written, outside: inOrder(outside) };
}

function inOrder(counts: ReadonlyMap<NotPlainReason, number>): Map<NotPlainReason, number> {
  const ordered = new Map<NotPlainReason, number>();
  for (const reason of REASONS) {
    const count = counts.get(reason);
    if (count !== undefined) ordered.set(reason, count);
  }
  return ordered;
}
