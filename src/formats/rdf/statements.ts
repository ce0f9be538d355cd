/** The profile `statements`: plain facts as triples, and every fact as a statement with its status and evidence. */
import { CERTAINTIES, type Certainty, type Evidence } from '../../facts/facts.ts';
import type { KnownFact } from '../../knowledge/knowledge.ts';
import { XSD } from '../../ontology/namespaces.ts';
import { refuseFact, type ToldFact } from './cores.ts';
import { describeEntity } from './entities.ts';
import { describeEvidence } from './evidence.ts';
import type { Collector, SubjectGroup } from './groups.ts';
import type { Profile, Scope } from './profile.ts';
import { describeSource } from './sources.ts';
import type { At, Term } from './terms.ts';
import { textTerm, trueTerm, valueTerm } from './values.ts';

/** The profile that is written unless another is asked for. */
export const statementsProfile: Profile = {
  name: 'statements',
  graphs: false,
  entity: describeEntity,
  statement: (scope, told) => describeStatement(scope, told, addReification),
  source: describeSource,
  evidence: describeEvidence,
};

/** Says what the statement is about. */
type AddCore = (scope: Scope, told: ToldFact, object: Term) => void;

/** The statement of a fact, whether plain or not; a fact that cannot be told is reported and left out. */
export function describeStatement(scope: Scope, told: ToldFact, addCore: AddCore): readonly SubjectGroup[] {
  const { fact, object } = told;
  if (object === undefined) return refuseFact(scope, fact);
  const { own, statuses } = scope.vocabulary;
  const { group } = scope;
  addCore(scope, told, object);
  addQualifiers(scope, group, fact);
  addEvidence(scope, group, fact.evidence);
  if (fact.negated) group.add(own.negated, trueTerm(scope.gate));
  addJudgement(scope, group, fact);
  group.add(own.status, statuses.get(fact.status));
  return group.build(scope.mint.statement(fact.subject, fact.id));
}

/** `rdf:Statement` with subject, predicate and object: what every RDF 1.1 store can query. */
function addReification(
  { vocabulary, mint, group }: Scope,
  { fact, predicate }: ToldFact,
  object: Term,
): void {
  const { own, things } = vocabulary;
  group.add(own.object, object);
  group.add(own.predicate, predicate?.term);
  group.add(own.subject, mint.entity(fact.subject));
  group.add(own.type, things.Statement);
}

function addEvidence(scope: Scope, group: Collector, evidence: readonly Evidence[]): void {
  const { own, certainties } = scope.vocabulary;
  const best = bestCertainty(evidence);
  if (best) group.add(own.certainty, certainties.get(best));
  for (const { source, id } of evidence) group.add(own.evidence, scope.mint.evidence(source, id));
}

function bestCertainty(evidence: readonly Evidence[]): Certainty | undefined {
  if (evidence.length === 1) return evidence[0]?.certainty;
  let best: number = CERTAINTIES.length;
  for (const { certainty } of evidence) best = Math.min(best, CERTAINTIES.indexOf(certainty));
  return CERTAINTIES[best];
}

/** That other facts contradict it, and so took its plainness; and that an editor rejected it. */
function addJudgement(scope: Scope, group: Collector, fact: KnownFact): void {
  const { own } = scope.vocabulary;
  if (fact.disputed) group.add(own.disputed, trueTerm(scope.gate));
  // Facts that contradict each other are of one topic, so they share the subject.
  for (const id of fact.disputedBy) group.add(own.disputedBy, scope.mint.statement(fact.subject, id));
  const { notPlain } = fact;
  if (notPlain === 'disputed' || notPlain === 'outweighed') group.add(own.notPlain, trueTerm(scope.gate));
  if (notPlain === 'outweighed') group.add(own.outweighed, trueTerm(scope.gate));
  if (!fact.rejected) return;
  const at = { origin: fact.origin };
  group.add(own.rejected, trueTerm(scope.gate));
  group.add(own.rejectedBy, textTerm(scope.gate, fact.rejected.by, at));
  group.add(own.rejectedBecause, textTerm(scope.gate, fact.rejected.why, at));
}

function addQualifiers(scope: Scope, group: Collector, fact: KnownFact): void {
  if (fact.qualifiers.size === 0) return;
  for (const [name, values] of fact.qualifiers) {
    const at = { origin: fact.origin, part: name };
    const predicate = scope.vocabulary.qualifiers.get(name);
    const isBound = name === 'startDate' || name === 'endDate';
    for (const value of values) {
      if (predicate) group.add(predicate, valueTerm(scope, value, at));
      else scope.gate.refuse(value.text, `the qualifier "${name}" has no IRI of its own`, at);
      if (isBound && value.datatype === 'date') addBounds(scope, group, { name, text: value.text, at });
    }
  }
}

/** The first and last day that a date may mean (SEM), for range queries over dates of any precision. */
function addBounds(scope: Scope, group: Collector, date: { name: string; text: string; at: At }): void {
  const { own } = scope.vocabulary;
  const { earliest, latest } = scope.periods.of(date.text);
  const begins = date.name === 'startDate';
  const day = (text: string | undefined) =>
    text === undefined ? undefined : scope.gate.literal(text, DAY, date.at);
  group.add(begins ? own.earliestBegin : own.earliestEnd, day(earliest));
  group.add(begins ? own.latestBegin : own.latestEnd, day(latest));
}

const DAY = { datatype: `${XSD}date` };
