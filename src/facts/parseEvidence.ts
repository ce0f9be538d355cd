import type { EntityId, SourceId } from '../core/ids.ts';
import { nearest } from '../core/suggest.ts';
import { DATATYPES } from '../ontology/datatypes.ts';
import { CERTAINTIES, type Certainty, type Evidence } from './facts.ts';
import { EVIDENCE_KEYS } from './form.ts';
import { evidenceId } from './identity.ts';
import type { FactContext } from './parseFact.ts';
import type { EvidenceRecord } from './records.ts';

/**
 * Makes the function that types evidence. A record that several facts share is typed, and reported, once; so are the
 * equal records of facts that follow each other, such as those of one table row in JSON lines.
 */
export function createEvidenceParser(context: FactContext): (record: EvidenceRecord) => Evidence | undefined {
  const typed = new WeakMap<EvidenceRecord, { evidence: Evidence | undefined }>();
  const reported = new Set<object>();
  const isFirst = (origin: object): boolean => reported.size < reported.add(origin).size;
  let last: { record: EvidenceRecord; evidence: Evidence } | undefined;
  return (record) => {
    const known = typed.get(record);
    if (known) return known.evidence;
    if (last && saysTheSame(record, last.record)) return last.evidence;
    const evidence = parseEvidence({ ...context, isFirst }, record);
    typed.set(record, { evidence });
    if (evidence) last = { record, evidence };
    return evidence;
  };
}

function saysTheSame(a: EvidenceRecord, b: EvidenceRecord): boolean {
  return EVIDENCE_KEYS.every((key) => a[key] === b[key]);
}

/** The context of one parser; `isFirst` tells whether a default of a file is asked about for the first time. */
interface Parsing extends FactContext {
  readonly isFirst: (origin: object) => boolean;
}

function parseEvidence(context: Parsing, record: EvidenceRecord): Evidence | undefined {
  const source = findSource(context, record);
  const certainty = parseCertainty(context, record);
  const occurrence = parseOccurrence(context, record);
  const saidBy = findSpeaker(context, record);
  const hasPlace = checkPlace(context, record);
  const scored = checkConfidence(context, record);
  if (!source || !certainty || !hasPlace || !scored || occurrence === 'bad' || saidBy === 'bad')
    return undefined;
  const { quote, row, column, confidence, dateExpression, note, withoutPlace } = record;
  const given = { quote, occurrence, row, column, confidence, saidBy, dateExpression, note, withoutPlace };
  // Undefined keys are left out, so that the optional ones of Evidence are either there or not.
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const evidence: Omit<Evidence, 'id' | 'origin'> = { source, certainty, ...present };
  return { id: evidenceId(evidence), ...evidence, origin: record.origin };
}

function findSource(context: Parsing, record: EvidenceRecord): SourceId | undefined {
  const id = record.source;
  if (id === undefined) {
    context.problems.add('missing-source', record.origin.place(), {});
    return undefined;
  }
  const source = context.sources.get(id as SourceId); // a look-up only: the map holds parsed ids
  if (!source && !context.refused.source.has(id)) {
    const { defaultSource } = record;
    if (defaultSource && !context.isFirst(defaultSource)) return undefined;
    const at = defaultSource ? { origin: defaultSource } : { origin: record.origin, part: 'source' };
    context.problems.add('unknown-source', at, () => ({
      id,
      suggestion: nearest(id, context.sources.keys()),
    }));
  }
  return source?.id;
}

function checkPlace(context: FactContext, record: EvidenceRecord): boolean {
  const places = [record.quote, record.row, record.withoutPlace].filter(
    (text) => text !== undefined && text.trim() !== '',
  );
  if (places.length === 0) {
    context.problems.add('missing-evidence', { origin: record.origin }, {});
    return false;
  }
  const empty = (['quote', 'row', 'column', 'withoutPlace'] as const).filter(
    (part) => record[part]?.trim() === '',
  );
  for (const part of empty) {
    const params = { value: record[part] ?? '', datatype: 'text', reason: 'it is empty' };
    context.problems.add('invalid-literal', { origin: record.origin, part }, params);
  }
  return empty.length === 0;
}

function parseCertainty(context: FactContext, record: EvidenceRecord): Certainty | undefined {
  if (record.certainty === undefined) return 'certain';
  const certainty = CERTAINTIES.find((known) => known === record.certainty);
  if (certainty) return certainty;
  context.problems.add(
    'unknown-value',
    { origin: record.origin, part: 'certainty' },
    {
      value: record.certainty,
      list: 'certainty',
      allowed: CERTAINTIES,
      suggestion: nearest(record.certainty, CERTAINTIES),
    },
  );
  return undefined;
}

function parseOccurrence(context: FactContext, record: EvidenceRecord): number | undefined | 'bad' {
  const { occurrence } = record;
  if (occurrence === undefined) return undefined;
  if (/^[1-9][0-9]{0,5}$/.test(occurrence)) return Number(occurrence);
  const params = { value: occurrence, datatype: 'number', reason: 'occurrences count from 1' };
  context.problems.add('invalid-literal', { origin: record.origin, part: 'occurrence' }, params);
  return 'bad';
}

function checkConfidence(context: FactContext, record: EvidenceRecord): boolean {
  const { confidence } = record;
  if (confidence === undefined) return true;
  if (!DATATYPES.decimal.check(confidence) && Number(confidence) >= 0 && Number(confidence) <= 1) return true;
  const params = { value: confidence, datatype: 'score', reason: 'it lies between 0 and 1' };
  context.problems.add('invalid-literal', { origin: record.origin, part: 'confidence' }, params);
  return false;
}

function findSpeaker(context: FactContext, record: EvidenceRecord): EntityId | undefined | 'bad' {
  const id = record.saidBy;
  if (id === undefined) return undefined;
  const entity = context.entities.get(id as EntityId); // a look-up only: the map holds parsed ids
  if (entity) return entity.id;
  if (!context.refused.entity.has(id)) {
    context.problems.add('unknown-entity', { origin: record.origin, part: 'saidBy' }, () => ({
      id,
      suggestion: context.formerIds.suggestion(id, context.entities),
    }));
  }
  return 'bad';
}
