/** Which facts the page carries. */
import type { FactId } from '../core/ids.ts';
import type { CompanionFinder, Companions } from '../graph/companions.ts';
import { type Knowledge, type KnownFact, type NotPlainReason, REASONS } from '../knowledge/knowledge.ts';

export interface Carried {
  /** In the order of the knowledge. */
  readonly facts: readonly KnownFact[];
  /** How many distinct facts are not among them, by reason in the order of `REASONS`. */
  readonly leftOut: readonly (readonly [reason: NotPlainReason, count: number])[];
}

/**
 * The facts that the page carries: those whose reasons for not being plain are all among `include`, and what must be
 * shown beside these, whatever it is. A fact without an object is carried too: a panel can say that there is none.
 */
export function carriedFacts(
  { facts, ontology }: Knowledge,
  include: readonly NotPlainReason[],
  companions: CompanionFinder,
): Carried {
  const wanted = new Set<NotPlainReason>([...include, 'no-value']);
  const unwanted = ({ reasons }: KnownFact) => reasons.find((reason) => !wanted.has(reason));
  const beside = new Set<FactId>();
  for (const fact of facts) {
    if (unwanted(fact) !== undefined) continue;
    for (const id of companionsOf({ ontology }, companions, fact)?.facts ?? []) beside.add(id);
  }
  const counts = new Map<NotPlainReason, number>();
  const carried: KnownFact[] = [];
  for (const fact of facts) {
    const reason = beside.has(fact.id) ? undefined : unwanted(fact);
    if (reason === undefined) carried.push(fact);
    else counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const leftOut = REASONS.flatMap((reason) => {
    const count = counts.get(reason);
    return count === undefined ? [] : [[reason, count] as const];
  });
  return { facts: carried, leftOut };
}

/** What must be shown beside a fact. */
export function companionsOf(
  { ontology }: Pick<Knowledge, 'ontology'>,
  companions: CompanionFinder,
  { relation, subject }: KnownFact,
): Companions | undefined {
  const link = ontology.relations.get(relation);
  return link?.kind === 'link' ? companions(link, subject) : undefined;
}
