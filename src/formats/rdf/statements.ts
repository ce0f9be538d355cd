/** The profile `statements`: plain facts as triples, and every fact as a statement with its status and evidence. */
import { parseEdtf } from '../../core/edtf.ts';
import { CERTAINTIES, type Certainty, type Evidence, type Literal } from '../../facts/facts.ts';
import type { KnownFact } from '../../knowledge/knowledge.ts';
import { XSD } from '../../ontology/namespaces.ts';
import { countLoss } from '../formats.ts';
import { coreOf, describeEntity } from './entities.ts';
import { describeEvidence } from './evidence.ts';
import { GroupBuilder, type Profile, type Scope, type SubjectGroup } from './profile.ts';
import { describeSource } from './sources.ts';
import type { At } from './terms.ts';
import { textTerm, trueTerm, valueTerm } from './values.ts';

/** The profile that is written unless another is asked for. */
export const statementsProfile: Profile = {
  entity: describeEntity,
  statement: describeStatement,
  source: describeSource,
  evidence: describeEvidence,
};

function describeStatement(scope: Scope, fact: KnownFact): readonly SubjectGroup[] {
  const { own, things, statuses } = scope.vocabulary;
  const core = coreOf(scope, fact, scope.gate);
  if (!core) {
    countLoss(scope.losses, 'fact-refused', fact.readings);
    return [];
  }
  const group = new GroupBuilder();
  group.add(own.type, things.Statement);
  group.add(own.subject, scope.mint.entity(fact.subject));
  group.add(own.predicate, core.predicate.term);
  group.add(own.object, core.object);
  group.add(own.status, statuses.get(fact.status));
  if (fact.negated) group.add(own.negated, trueTerm(scope.gate));
  addEvidence(scope, group, fact.evidence);
  addJudgement(scope, group, fact);
  addQualifiers(scope, group, fact);
  return group.build(scope.mint.statement(fact.subject, fact.id));
}

function addEvidence(scope: Scope, group: GroupBuilder, evidence: readonly Evidence[]): void {
  const { own, certainties } = scope.vocabulary;
  const best = bestCertainty(evidence);
  if (best) group.add(own.certainty, certainties.get(best));
  for (const { source, id } of evidence) group.add(own.evidence, scope.mint.evidence(source, id));
}

function bestCertainty(evidence: readonly Evidence[]): Certainty | undefined {
  return CERTAINTIES.find((certainty) => evidence.some((piece) => piece.certainty === certainty));
}

/** That other facts contradict it, and that an editor rejected it. */
function addJudgement(scope: Scope, group: GroupBuilder, fact: KnownFact): void {
  const { own } = scope.vocabulary;
  if (fact.disputed) group.add(own.disputed, trueTerm(scope.gate));
  // Facts that contradict each other are of one topic, so they share the subject.
  for (const id of fact.disputedBy) group.add(own.disputedBy, scope.mint.statement(fact.subject, id));
  if (!fact.rejected) return;
  const at = { origin: fact.origin };
  group.add(own.rejected, trueTerm(scope.gate));
  group.add(own.rejectedBy, textTerm(scope.gate, fact.rejected.by, at));
  group.add(own.rejectedBecause, textTerm(scope.gate, fact.rejected.why, at));
}

function addQualifiers(scope: Scope, group: GroupBuilder, fact: KnownFact): void {
  for (const [name, values] of fact.qualifiers) {
    const at = { origin: fact.origin, part: name };
    const predicate = scope.vocabulary.qualifiers.get(name);
    for (const value of values) {
      if (predicate) group.add(predicate, valueTerm(scope, value, at));
      else scope.gate.refuse(value.text, `the qualifier "${name}" has no IRI of its own`, at);
      addBounds(scope, group, { name, value, at });
    }
  }
}

/** The first and last day that a date may mean (SEM), for range queries over dates of any precision. */
function addBounds(scope: Scope, group: GroupBuilder, date: { name: string; value: Literal; at: At }): void {
  const { own } = scope.vocabulary;
  if (date.value.datatype !== 'date' || (date.name !== 'startDate' && date.name !== 'endDate')) return;
  const parsed = parseEdtf(date.value.text);
  if (!parsed.ok) return; // refused as a value of the qualifier
  const { earliest, latest } = parsed.date;
  const type = { datatype: `${XSD}date` };
  const begins = date.name === 'startDate';
  const day = (text: string | undefined) =>
    text === undefined ? undefined : scope.gate.literal(text, type, date.at);
  group.add(begins ? own.earliestBegin : own.earliestEnd, day(earliest));
  group.add(begins ? own.latestBegin : own.latestEnd, day(latest));
}
