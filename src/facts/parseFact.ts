import type { Problems } from '../core/diagnostic.ts';
import { liesBefore, parseEdtf } from '../core/edtf.ts';
import type { EntityId, SourceId } from '../core/ids.ts';
import { compareUtf8 } from '../core/order.ts';
import { nearest } from '../core/suggest.ts';
import { DATATYPES } from '../ontology/datatypes.ts';
import { isOneOf, type Link, type Ontology, type Qualifier, type Relation } from '../ontology/ontology.ts';
import type { Entity, Fact, FactObject, Literal, Qualifiers, Source, Status } from './facts.ts';
import { STATUSES } from './facts.ts';
import type { FormerIds } from './formerIds.ts';
import { factId } from './identity.ts';
import { createEvidenceParser } from './parseEvidence.ts';
import { parseLiteral } from './parseLiteral.ts';
import type { FactRecord } from './records.ts';

/** What a fact is checked against. */
export interface FactContext {
  readonly ontology: Ontology;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly formerIds: FormerIds;
  readonly sources: ReadonlyMap<SourceId, Source>;
  /** Ids whose definition was refused, by kind: naming them is not reported again. */
  readonly refused: { readonly source: ReadonlySet<string>; readonly entity: ReadonlySet<string> };
  readonly problems: Problems;
}

/** The context of one parser, with its memory of what it has reported. */
interface Parsing extends FactContext {
  readonly isFirst: (record: FactRecord, key: SharedKey) => boolean;
}

/** What the facts of a block may share besides their evidence. */
type SharedKey = 'subject' | 'relation' | 'status' | 'negated';

const NO_QUALIFIERS: Qualifiers = new Map();

/**
 * Makes the function that types one fact record, or reports everything that is wrong with it and returns
 * undefined. Evidence that several records share is typed, and reported, once.
 */
export function createFactParser(given: FactContext): (record: FactRecord) => Fact | undefined {
  const context: Parsing = { ...given, isFirst: createFirstOfBlock() };
  const parseEvidence = createEvidenceParser(context);
  return (record) => {
    const subject = findEntity(context, record, 'subject');
    const relation = findRelation(context, record, subject);
    const evidence = parseEvidence(record.evidence);
    const status = parseStatus(context, record);
    const negated = parseNegated(context, record);
    if (!relation) return undefined;
    const object = parseObject(context, record, relation);
    const qualifiers = parseQualifiers(context, record, relation);
    const spoken = checkLanguageUse(context, record, relation);
    if (!subject || !evidence || !status || negated === undefined || !object || !qualifiers || !spoken)
      return undefined;
    if (object.kind === 'entity' && object.id === subject.id) {
      context.problems.add('self-reference', at(record, 'object'), {
        id: subject.id,
        relation: relation.name,
      });
      return undefined;
    }
    const said = { subject: subject.id, relation: relation.name, object, qualifiers, status, negated };
    const normal = relation.kind === 'link' && relation.symmetric ? inByteOrder(said) : said;
    return { id: factId(normal, relation), ...normal, evidence: [evidence], origin: record.origin };
  };
}

function at(record: FactRecord, part: string) {
  return { origin: record.origin, part };
}

/**
 * Tells whether a fact is the first of those that share a subject, relation, status or negation of a block: what is
 * wrong with it is reported once for all of them. They follow one another, and share their evidence.
 */
function createFirstOfBlock(): Parsing['isFirst'] {
  const last = new Map<SharedKey, FactRecord>();
  return (record, key) => {
    const before = last.get(key);
    last.set(key, record);
    if (before?.evidence !== record.evidence || before[key] !== record[key]) return true;
    return key === 'relation' && before.subject !== record.subject;
  };
}

/** A symmetric fact is kept with the smaller id as its subject, so that both ways of writing it are one fact. */
function inByteOrder<F extends { subject: EntityId; object: FactObject }>(fact: F): F {
  const { subject, object } = fact;
  if (object.kind !== 'entity' || subject <= object.id) return fact;
  return { ...fact, subject: object.id, object: { kind: 'entity', id: subject } };
}

function findEntity(context: Parsing, record: FactRecord, part: 'subject' | 'object'): Entity | undefined {
  const id = record[part];
  if (id === undefined) return undefined;
  // A look-up only: the map holds parsed ids.
  const entity = context.entities.get(id as EntityId);
  if (!entity && !context.refused.entity.has(id) && (part === 'object' || context.isFirst(record, part))) {
    context.problems.add('unknown-entity', at(record, part), () => ({
      id,
      suggestion: context.formerIds.suggestion(id, context.entities),
    }));
  }
  return entity;
}

function findRelation(
  context: Parsing,
  record: FactRecord,
  subject: Entity | undefined,
): Relation | undefined {
  const { ontology, problems } = context;
  const relation = ontology.relations.get(record.relation);
  if (!relation) {
    if (!context.isFirst(record, 'relation')) return undefined;
    problems.add('unknown-relation', at(record, 'relation'), () => ({
      value: record.relation,
      subjectClass: subject?.class ?? 'an unknown entity',
      allowed: relationsOf(ontology, subject),
      suggestion:
        nearest(record.relation, relationsOf(ontology, subject)) ??
        nearest(record.relation, ontology.relations.keys()),
    }));
    return undefined;
  }
  if (!subject || isOneOf(ontology, subject.class, relation.subjectClasses)) return relation;
  if (!context.isFirst(record, 'relation')) return undefined;
  problems.add('wrong-subject-class', at(record, 'relation'), () => ({
    relation: relation.name,
    subject: subject.id,
    class: subject.class,
    allowed: relation.subjectClasses,
    suggestion: nearest(record.relation, relationsOf(ontology, subject)),
  }));
  return undefined;
}

function relationsOf(ontology: Ontology, subject: Entity | undefined): string[] {
  const fitting = [...ontology.relations.values()].filter(
    (relation) => subject && isOneOf(ontology, subject.class, relation.subjectClasses),
  );
  return fitting.map((relation) => relation.name);
}

function parseObject(context: Parsing, record: FactRecord, relation: Relation): FactObject | undefined {
  if (record.object === undefined) {
    if (record.absent) return { kind: record.absent };
    context.problems.add('missing-object', at(record, 'relation'), { relation: relation.name });
    return undefined;
  }
  if (relation.kind === 'link') return parseLinkObject(context, record, relation);
  const literal = parseLiteral(context, {
    text: record.object,
    language: record.language,
    type: relation,
    at: at(record, 'object'),
  });
  return literal && { kind: 'literal', literal };
}

/** A language of the fact's own must have a text that it is the language of: its value, or one of a qualifier. */
function checkLanguageUse(context: Parsing, record: FactRecord, relation: Relation): boolean {
  if (!record.ownLanguage) return true;
  const { qualifiers } = context.ontology;
  if (relation.kind === 'property' && relation.datatype === 'string') return true;
  if (record.qualifiers.some(([name]) => qualifiers.get(name)?.datatype === 'string')) return true;
  const datatype = relation.kind === 'link' ? 'link' : DATATYPES[relation.datatype].label;
  context.problems.add('language-not-allowed', at(record, 'language'), { relation: relation.name, datatype });
  return false;
}

function parseLinkObject(context: Parsing, record: FactRecord, relation: Link): FactObject | undefined {
  const entity = findEntity(context, record, 'object');
  if (!entity) return undefined;
  if (!isOneOf(context.ontology, entity.class, relation.objectClasses)) {
    context.problems.add('wrong-object-class', at(record, 'object'), {
      relation: relation.name,
      object: entity.id,
      class: entity.class,
      allowed: relation.objectClasses,
    });
    return undefined;
  }
  return { kind: 'entity', id: entity.id };
}

function parseQualifiers(
  context: FactContext,
  record: FactRecord,
  relation: Relation,
): Qualifiers | undefined {
  if (record.qualifiers.length === 0) return NO_QUALIFIERS;
  const parsed: [string, readonly Literal[]][] = [];
  for (const [name, texts] of record.qualifiers) {
    const qualifier = findQualifier(context, record, { name, relation });
    const values = texts.map(
      (text) =>
        qualifier &&
        parseLiteral(context, {
          text,
          language: record.language,
          type: qualifier,
          at: at(record, `qualifiers.${name}`),
        }),
    );
    if (values.every((value) => value !== undefined)) parsed.push([name, byText(values)]);
  }
  if (parsed.length < record.qualifiers.length || !datesInOrder(context, record, new Map(parsed)))
    return undefined;
  return new Map(parsed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function byText(values: readonly Literal[]): readonly Literal[] {
  if (values.length < 2) return values;
  const distinct = new Map(values.map((value) => [value.text, value]));
  return [...distinct.keys()].sort(compareUtf8).flatMap((text) => distinct.get(text) ?? []);
}

function findQualifier(
  context: FactContext,
  record: FactRecord,
  { name, relation }: { name: string; relation: Relation },
): Qualifier | undefined {
  const { ontology, problems } = context;
  const qualifier = ontology.qualifiers.get(name);
  if (qualifier && (qualifier.universal || relation.qualifiers.has(name))) return qualifier;
  problems.add('unknown-qualifier', { origin: record.origin, part: `qualifiers.${name}` }, () => {
    const universal = [...ontology.qualifiers.values()]
      .filter((known) => known.universal)
      .map((known) => known.name);
    const allowed = [...new Set([...relation.qualifiers.keys(), ...universal])];
    return {
      value: name,
      relation: relation.name,
      allowed,
      suggestion: nearest(name, [...allowed, ...FACT_KEYS]),
    };
  });
  return undefined;
}

/** What a misspelt qualifier may have meant besides a qualifier. */
const FACT_KEYS = ['object', 'status', 'negated', 'language', 'certainty', 'saidBy', 'note'];

function datesInOrder(context: FactContext, record: FactRecord, qualifiers: Qualifiers): boolean {
  const start = qualifiers.get('startDate')?.[0]?.text;
  const end = qualifiers.get('endDate')?.[0]?.text;
  if (start === undefined || end === undefined || !endsBefore(end, start)) return true;
  context.problems.add('dates-reversed', at(record, 'qualifiers.endDate'), { start, end });
  return false;
}

/** Whether the first date certainly ends before the second begins. */
function endsBefore(end: string, start: string): boolean {
  const [first, second] = [parseEdtf(end), parseEdtf(start)];
  return first.ok && second.ok && liesBefore(first.date, second.date);
}

function parseStatus(context: Parsing, record: FactRecord): Status | undefined {
  if (record.status === undefined) return 'asserted';
  const status = STATUSES.find((known) => known === record.status);
  if (status) return status;
  if (!context.isFirst(record, 'status')) return undefined;
  context.problems.add('unknown-value', at(record, 'status'), {
    value: record.status,
    list: 'status',
    allowed: STATUSES,
    suggestion: nearest(record.status, STATUSES),
  });
  return undefined;
}

function parseNegated(context: Parsing, record: FactRecord): boolean | undefined {
  if (record.negated === undefined || record.negated === 'false') return false;
  if (record.negated === 'true') return true;
  if (!context.isFirst(record, 'negated')) return undefined;
  context.problems.add('invalid-literal', at(record, 'negated'), {
    value: record.negated,
    datatype: 'boolean',
    reason: 'it is true or false',
  });
  return undefined;
}
