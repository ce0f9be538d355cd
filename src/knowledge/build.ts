import type { Problems } from '../core/diagnostic.ts';
import type { FactId } from '../core/ids.ts';
import { sortedBy } from '../core/order.ts';
import type { Evidence, Fact, Judgement } from '../facts/facts.ts';
import type { Parsed } from '../facts/parse.ts';
import type { Ontology } from '../ontology/ontology.ts';
import { findDisputes } from './disputes.ts';
import type { DatasetInfo, Knowledge, KnownFact, NotPlainReason } from './knowledge.ts';
import { certaintyOf, mergeFacts } from './merge.ts';
import { namedEntity, namesBySubject } from './names.ts';

type Rejections = ReadonlyMap<FactId, Extract<Judgement, { kind: 'reject' }>>;

/** Merges what the files say into one sorted, judged body of knowledge. */
export function buildKnowledge(
  parsed: Parsed,
  context: { readonly ontology: Ontology; readonly dataset: DatasetInfo; readonly problems: Problems },
): Knowledge {
  const { ontology, dataset, problems } = context;
  const { facts: merged, repeated } = mergeFacts(parsed.facts, ontology, problems);
  const rejections = collectRejections(parsed.judgements, merged, problems);
  const disputes = findDisputes(merged, ontology, new Set(rejections.keys()));
  const facts = merged.map((fact) => judged(fact, { repeated, rejections, disputes }));
  const names = namesBySubject(facts, ontology);
  const entities = sortedBy(parsed.entities.values(), (entity) => entity.id).map((entity) =>
    namedEntity(entity, names.get(entity.id) ?? [], dataset),
  );
  return {
    dataset,
    ontology,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    facts,
    sources: new Map(
      sortedBy(parsed.sources.values(), (source) => source.id).map((source) => [source.id, source]),
    ),
    evidence: distinctEvidence(facts),
    counts: parsed.counts,
  };
}

function collectRejections(
  judgements: readonly Judgement[],
  facts: readonly Fact[],
  problems: Problems,
): Rejections {
  const rejecting = judgements.filter((judgement) => judgement.kind === 'reject');
  if (rejecting.length === 0) return new Map();
  const known = new Set(facts.map((fact) => fact.id));
  for (const { fact, origin } of rejecting) {
    if (!known.has(fact)) problems.add('unknown-fact', { origin, part: 'reject' }, { id: fact });
  }
  // Of several judgements on a fact the first in byte order is kept, whatever their order in the files.
  const sorted = sortedBy(rejecting, ({ by, why }) => `${by}\u0000${why}`).reverse();
  return new Map(sorted.map((judgement) => [judgement.fact, judgement]));
}

function judged(
  fact: Fact,
  context: {
    repeated: ReadonlyMap<FactId, number>;
    rejections: Rejections;
    disputes: ReadonlyMap<FactId, FactId[]>;
  },
): KnownFact {
  const rejection = context.rejections.get(fact.id);
  const disputedBy = context.disputes.get(fact.id) ?? NOBODY;
  // Written out, since there may be a million of them: a copy that is then added to takes three times the room.
  const { id, subject, relation, object, qualifiers, status, negated, evidence, origin } = fact;
  const reasons = reasonsOf(fact, rejection !== undefined);
  const known: KnownFact = {
    id,
    subject,
    relation,
    object,
    qualifiers,
    status,
    negated,
    evidence,
    origin,
    readings: context.repeated.get(id) ?? 1,
    reasons,
    notPlain: reasons[0],
    disputed: disputedBy.length > 0,
    disputedBy,
  };
  return rejection ? { ...known, rejected: { by: rejection.by, why: rejection.why } } : known;
}

const NOBODY: readonly FactId[] = [];

const PLAIN: readonly NotPlainReason[] = [];

/** A fact is plain when asserted, not negated, not merely possible, not rejected, and with a real object. */
function reasonsOf(fact: Fact, rejected: boolean): readonly NotPlainReason[] {
  const reasons: NotPlainReason[] = [];
  if (rejected) reasons.push('rejected');
  if (fact.status !== 'asserted') reasons.push(fact.status);
  if (fact.negated) reasons.push('negated');
  if (certaintyOf(fact.evidence) === 'possible') reasons.push('possible');
  if (fact.object.kind === 'unknown' || fact.object.kind === 'none') reasons.push('no-value');
  return reasons.length === 0 ? PLAIN : reasons;
}

function distinctEvidence(facts: readonly KnownFact[]): Evidence[] {
  const pieces = new Set(facts.flatMap((fact) => fact.evidence)); // many facts share one
  const distinct = new Map([...pieces].map((piece) => [`${piece.source} ${piece.id}`, piece]));
  return sortedBy(distinct.keys(), (key) => key).flatMap((key) => distinct.get(key) ?? []);
}
