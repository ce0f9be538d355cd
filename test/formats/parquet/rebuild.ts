/** The knowledge that tables hold, made from their columns alone, in the shape of `plainKnowledge`. */
import type { Anchor, Evidence, Literal, Source } from '../../../src/facts/facts.ts';
import type { KnownEntity, KnownFact } from '../../../src/knowledge/knowledge.ts';
import type { Row, Table } from './readTables.ts';

/** A field for each of the model: what is absent is undefined. */
type All<Model> = { readonly [Field in Exclude<keyof Model, 'origin'>]-?: unknown };

export function rebuild(tables: ReadonlyMap<string, Table>): object {
  const rowsOf = (name: string) => tables.get(name)?.rows ?? [];
  const evidence = new Map(rowsOf('evidence').map((row) => [row.id, present(evidenceOf(row))]));
  return {
    entities: rowsOf('entities').map((row) => present(entityOf(row))),
    facts: rowsOf('facts').map((row) => present(factOf(row, evidence))),
    sources: rowsOf('sources').map((row) => present(sourceOf(row))),
    evidence: [...evidence.values()],
  };
}

/** Without what is absent, as the model has it. */
function present(record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined && value !== null),
  );
}

function entityOf(row: Row): All<KnownEntity> {
  return {
    id: row.id,
    class: row.class,
    label: row.label,
    labelLanguage: row.label_language,
    formerIds: (row.former_ids as string[]).length === 0 ? undefined : row.former_ids,
    name: row.name,
    nameLanguage: row.name_language,
  };
}

function literalOf(row: Row, text: unknown): object {
  const literal: All<Literal> = {
    text,
    datatype: row.datatype,
    language: row.language,
    list: row.value_list,
  };
  return present(literal);
}

function objectOf(row: Row): object {
  if (row.object_kind === 'entity') return { kind: 'entity', id: row.object_id };
  if (row.object_kind === 'literal') return { kind: 'literal', literal: literalOf(row, row.object_value) };
  return { kind: row.object_kind };
}

function qualifiersOf(records: unknown): [unknown, object[]][] {
  const qualifiers = new Map<unknown, object[]>();
  for (const record of records as Row[]) {
    const values = qualifiers.get(record.name) ?? [];
    qualifiers.set(record.name, [...values, literalOf(record, record.value)]);
  }
  return [...qualifiers];
}

function factOf(row: Row, evidence: ReadonlyMap<unknown, object>): All<KnownFact> {
  const ids = row.evidence as string[];
  return {
    id: row.id,
    subject: row.subject,
    relation: row.relation,
    object: objectOf(row),
    qualifiers: qualifiersOf(row.qualifiers),
    status: row.status,
    negated: row.negated,
    evidence: ids.map((id) => evidence.get(id)),
    reasons: row.reasons,
    notPlain: row.not_plain,
    disputed: row.disputed,
    disputedBy: row.disputed_by,
    rejected: row.rejected_by === null ? undefined : { by: row.rejected_by, why: row.rejected_because },
    readings: Number(row.readings),
  };
}

function evidenceOf(row: Row): All<Evidence> {
  const number = (value: unknown) => (typeof value === 'bigint' ? Number(value) : undefined);
  const anchor: All<Anchor> = {
    start: number(row.anchor_start),
    end: number(row.anchor_end),
    exact: row.anchor_exact,
    prefix: row.anchor_prefix,
    suffix: row.anchor_suffix,
  };
  return {
    id: row.id,
    source: row.source,
    quote: row.quote,
    occurrence: number(row.occurrence),
    anchor: row.anchor_start === null ? undefined : present(anchor),
    row: row.row_key,
    column: row.column_name,
    certainty: row.certainty,
    confidence: row.confidence,
    saidBy: row.said_by,
    dateExpression: row.date_expression,
    note: row.note,
    withoutPlace: row.without_place,
  };
}

function sourceOf(row: Row): All<Source> {
  return {
    id: row.id,
    type: row.type,
    title: row.title,
    publisher: row.publisher,
    author: row.author,
    published: row.published,
    retrieved: row.retrieved,
    url: row.url,
    language: row.language,
    licence: row.licence,
    text: row.text_file,
    sha256: row.sha256,
    copyOf: row.copy_of,
    corrects: row.corrects,
    retracts: row.retracts,
  };
}
