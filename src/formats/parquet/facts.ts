import { compareUtf8 } from '../../core/order.ts';
import { CERTAINTIES, type Certainty, type Evidence, type Literal } from '../../facts/facts.ts';
import type { KnownFact } from '../../knowledge/knowledge.ts';
import type { DatatypeName } from '../../ontology/ontology.ts';
import { countLoss } from '../losses.ts';
import { type Cells, type Column, type FieldColumns, text, texts, word } from './columns.ts';
import { toDecimal, toInt64 } from './numbers.ts';
import type { Scope } from './scope.ts';

/**
 * `object_value` is the text as the source file has it; `value_…` the same, typed, where that is exact. A date stands
 * as EDTF, with the first and last day that it may mean. Of several start dates, end dates or dates `as_of` the first
 * is shown; all stand in `qualifiers`. `evidence` and `sources` name rows of the other files; `certainty` is the best.
 */
export function factColumns(scope: Scope): FieldColumns<KnownFact> {
  const { iris } = scope;
  const { relations } = scope.knowledge.ontology;
  return {
    id: [word('id', (fact) => fact.id), text('iri', (fact) => iris.statement(fact.subject, fact.id))],
    subject: [word('subject', (fact) => fact.subject)],
    relation: [
      word('relation', (fact) => fact.relation),
      text('predicate', (fact) => relations.get(fact.relation)?.iri),
    ],
    object: objectColumns(scope),
    qualifiers: [
      ...dateColumns(scope, 'start', 'startDate'),
      ...dateColumns(scope, 'end', 'endDate'),
      ...dateColumns(scope, 'as_of', 'asOf'),
      qualifierColumn(scope),
    ],
    status: [word('status', (fact) => fact.status)],
    negated: [truth('negated', (fact) => fact.negated)],
    notPlain: [
      truth('plain', (fact) => fact.notPlain === undefined),
      text('not_plain', (fact) => fact.notPlain),
    ],
    reasons: [texts('reasons', (fact) => fact.reasons)],
    disputed: [truth('disputed', (fact) => fact.disputed)],
    disputedBy: [texts('disputed_by', (fact) => fact.disputedBy)],
    rejected: [
      text('rejected_by', (fact) => fact.rejected?.by),
      text('rejected_because', (fact) => fact.rejected?.why),
    ],
    readings: [{ name: 'readings', type: 'whole', required: true, of: (fact) => BigInt(fact.readings) }],
    evidence: [
      text('certainty', (fact) => bestCertainty(fact.evidence)),
      texts('evidence', (fact) => fact.evidence.map(({ id }) => id)),
      texts('sources', (fact) => sourcesOf(fact.evidence)),
    ],
  };
}

type FactColumn = Column<KnownFact>;

function truth(name: string, of: (fact: KnownFact) => boolean): FactColumn {
  return { name, type: 'truth', required: true, of };
}

function literalOf({ object }: KnownFact): Literal | undefined {
  return object.kind === 'literal' ? object.literal : undefined;
}

function objectColumns(scope: Scope): FactColumn[] {
  const { iris, knowledge, calendar } = scope;
  const literals: { readonly [Part in keyof Literal]-?: FactColumn } = {
    text: text('object_value', (fact) => literalOf(fact)?.text),
    datatype: text('datatype', (fact) => literalOf(fact)?.datatype),
    language: text('language', (fact) => literalOf(fact)?.language),
    list: text('value_list', (fact) => literalOf(fact)?.list),
  };
  const of = (fact: KnownFact, datatype: DatatypeName): string | undefined => {
    const literal = literalOf(fact);
    return literal?.datatype === datatype ? literal.text : undefined;
  };
  const iri = ({ object }: KnownFact): string | undefined => {
    if (object.kind === 'entity') return iris.entity(object.id);
    return object.kind === 'literal' ? valueIri(knowledge.ontology.lists, object.literal) : undefined;
  };
  return [
    word('object_kind', (fact) => fact.object.kind),
    text('object_id', ({ object }) => (object.kind === 'entity' ? object.id : undefined)),
    text('object_iri', iri),
    ...Object.values(literals),
    { name: 'value_integer', type: 'whole', of: (fact) => integerOf(scope, of(fact, 'integer')) },
    text('value_decimal', (fact) => toDecimal(of(fact, 'decimal') ?? '')),
    { name: 'value_boolean', type: 'truth', of: (fact) => TRUTHS.get(of(fact, 'boolean')) },
    { name: 'value_earliest', type: 'day', of: (fact) => calendar.earliest(of(fact, 'date')) },
    { name: 'value_latest', type: 'day', of: (fact) => calendar.latest(of(fact, 'date')) },
  ];
}

const TRUTHS: ReadonlyMap<string | undefined, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Beyond 64 bits there is the text alone (loss `integer-left-out`). */
function integerOf({ losses }: Scope, digits: string | undefined): bigint | undefined {
  if (digits === undefined) return undefined;
  const value = toInt64(digits);
  if (value === undefined) countLoss(losses, 'integer-left-out');
  return value;
}

/** Of a member of a value list, and of a value that is an IRI. */
function valueIri(
  lists: Scope['knowledge']['ontology']['lists'],
  { datatype, text: value, list = '' }: Literal,
): string | undefined {
  if (datatype === 'iri') return value;
  return datatype === 'concept' ? lists.get(list)?.concepts.get(value)?.iri : undefined;
}

function dateColumns({ calendar }: Scope, name: string, qualifier: string): FactColumn[] {
  const of = (fact: KnownFact) => fact.qualifiers.get(qualifier)?.[0]?.text;
  return [
    text(name === 'as_of' ? name : `${name}_date`, of),
    { name: `${name}_earliest`, type: 'day', of: (fact) => calendar.earliest(of(fact)) },
    { name: `${name}_latest`, type: 'day', of: (fact) => calendar.latest(of(fact)) },
  ];
}

/** Where each part of the value of a qualifier stands. */
const LITERAL_FIELDS = {
  text: 'value',
  datatype: 'datatype',
  language: 'language',
  list: 'value_list',
} as const satisfies Record<keyof Literal, string>;

/** A list of records, one for each value, by the name of the qualifier. */
function qualifierColumn({ knowledge: { ontology } }: Scope): FactColumn {
  const recordOf = (name: string, value: Literal): Cells => ({
    name,
    iri: ontology.qualifiers.get(name)?.iri,
    [LITERAL_FIELDS.text]: value.text,
    [LITERAL_FIELDS.datatype]: value.datatype,
    [LITERAL_FIELDS.language]: value.language,
    [LITERAL_FIELDS.list]: value.list,
    value_iri: valueIri(ontology.lists, value),
  });
  return {
    name: 'qualifiers',
    type: 'records',
    required: true,
    key: LITERAL_FIELDS.text,
    fields: ['name', 'iri', ...Object.values(LITERAL_FIELDS), 'value_iri'],
    of: ({ qualifiers }) => {
      if (qualifiers.size === 0) return [];
      return [...qualifiers].flatMap(([name, values]) => values.map((value) => recordOf(name, value)));
    },
  };
}

function bestCertainty(evidence: readonly Evidence[]): Certainty | undefined {
  return CERTAINTIES.find((certainty) => evidence.some((one) => one.certainty === certainty));
}

function sourcesOf(evidence: readonly Evidence[]): string[] {
  return [...new Set(evidence.map(({ source }) => source))].sort(compareUtf8);
}
