/** What the Parquet tables should hold, told from the knowledge and not from the writer: for DuckDB and PyArrow. */
import { parseEdtf } from '../../dist/core/edtf.js';
import { differ, differJson } from './client.js';

export const TABLES = ['entities', 'facts', 'evidence', 'sources'];

/** What PyArrow and DuckDB print for each of our types. */
const RECORD = ['name', 'iri', 'value', 'datatype', 'language', 'value_list', 'value_iri'];
const [TEXT, TRUTH, WHOLE, DAY] = ['text', 'truth', 'whole', 'day'];
const RECORDS = `list of ${RECORD.join(' ')}`;
const TEXTS = 'list of text';

/**
 * Columns with their types, and rows of cells: whole numbers as texts, days as `2021-10-21`, null for what is absent.
 *
 * @returns {Record<string, { columns: [string, string][], rows: unknown[][] }>}
 */
export function expectedTables(knowledge) {
  const { entities, facts, evidence, sources } = knowledge;
  return {
    entities: tableOf([...entities.values()], (one) => entityCells(knowledge, one)),
    facts: tableOf(facts, (one) => factCells(knowledge, one)),
    evidence: tableOf(evidence, (one) => evidenceCells(knowledge, one)),
    sources: tableOf([...sources.values()], (one) => sourceCells(knowledge, one)),
  };
}

function tableOf(items, cellsOf) {
  const rows = items.map(cellsOf);
  const columns = (rows[0] ?? []).map(([name, type]) => [name, type]);
  return { columns, rows: rows.map((cells) => cells.map(([, , value]) => value ?? null)) };
}

/** Compares what a client printed: of each table its columns and rows. */
export function differTables(expected, found) {
  return TABLES.flatMap((name) => {
    const [want, have] = [expected[name], found[name]];
    return [
      ...differJson(`columns of ${name}`, want.columns, have.columns),
      ...differ(`rows of ${name}`, want.rows.length, have.rows.length),
      ...want.rows.flatMap((row, i) =>
        row.flatMap((value, j) =>
          differJson(`${name}[${i}].${want.columns[j][0]}`, value, have.rows[i]?.[j]),
        ),
      ),
    ];
  });
}

/** What queries that use lists, joins and statistics should find, by name. */
export function expectedFindings({ facts, evidence }) {
  const relations = new Map();
  for (const { relation } of facts) relations.set(relation, (relations.get(relation) ?? 0) + 1);
  const starts = facts.map(({ qualifiers }) => boundsOf(textOfDate(qualifiers, 'startDate')).earliest);
  return {
    relations: Object.fromEntries([...relations].map(([name, count]) => [name, String(count)])),
    plain: String(facts.filter(({ notPlain }) => !notPlain).length),
    joined: String(facts.reduce((sum, fact) => sum + fact.evidence.length, 0)),
    quoted: String(evidence.filter(({ quote }) => quote !== undefined).length),
    dated: String(starts.filter((start) => start && start >= '2000-01-01').length),
    qualified: String(facts.reduce((sum, { qualifiers }) => sum + [...qualifiers.values()].flat().length, 0)),
  };
}

function entityCells({ dataset, ontology }, entity) {
  const { iri, lineage } = ontology.classes.get(entity.class);
  return [
    ['id', TEXT, entity.id],
    ['iri', TEXT, dataset.base + entity.id],
    ['class', TEXT, entity.class],
    ['class_iri', TEXT, iri],
    ['lineage', TEXTS, lineage],
    ['name', TEXT, entity.name],
    ['name_language', TEXT, entity.nameLanguage],
    ['label', TEXT, entity.label],
    ['label_language', TEXT, entity.labelLanguage],
    ['former_ids', TEXTS, entity.formerIds ?? []],
  ];
}

function factCells({ dataset, ontology }, fact) {
  const { object, qualifiers } = fact;
  const literal = object.literal ?? {};
  const value = (datatype) => (literal.datatype === datatype ? literal.text : undefined);
  const whole = value('integer') && BigInt(value('integer').replace('+', ''));
  const base = dataset.base + fact.subject;
  return [
    ['id', TEXT, fact.id],
    ['iri', TEXT, `${base}${base.includes('#') ? ':' : '#'}${fact.id}`],
    ['subject', TEXT, fact.subject],
    ['relation', TEXT, fact.relation],
    ['predicate', TEXT, ontology.relations.get(fact.relation).iri],
    ['object_kind', TEXT, object.kind],
    ['object_id', TEXT, object.id],
    ['object_iri', TEXT, object.id === undefined ? iriOf(ontology, literal) : dataset.base + object.id],
    ['object_value', TEXT, literal.text],
    ['datatype', TEXT, literal.datatype],
    ['language', TEXT, literal.language],
    ['value_list', TEXT, literal.list],
    [
      'value_integer',
      WHOLE,
      whole === undefined || BigInt.asIntN(64, whole) !== whole ? null : String(whole),
    ],
    ['value_decimal', TEXT, value('decimal') && tidy(value('decimal'))],
    ['value_boolean', TRUTH, value('boolean') && value('boolean') === 'true'],
    ...daysOf('value', value('date')),
    ...datesOf('start_date', 'start', textOfDate(qualifiers, 'startDate')),
    ...datesOf('end_date', 'end', textOfDate(qualifiers, 'endDate')),
    ...datesOf('as_of', 'as_of', textOfDate(qualifiers, 'asOf')),
    [
      'qualifiers',
      RECORDS,
      [...qualifiers].flatMap(([name, values]) => values.map((one) => recordOf(ontology, name, one))),
    ],
    ['status', TEXT, fact.status],
    ['negated', TRUTH, fact.negated],
    ['plain', TRUTH, !fact.notPlain],
    ['not_plain', TEXT, fact.notPlain],
    ['reasons', TEXTS, fact.reasons],
    ['disputed', TRUTH, fact.disputed],
    ['disputed_by', TEXTS, fact.disputedBy],
    ['rejected_by', TEXT, fact.rejected?.by],
    ['rejected_because', TEXT, fact.rejected?.why],
    ['readings', WHOLE, String(fact.readings)],
    [
      'certainty',
      TEXT,
      ['certain', 'probable', 'possible'].find((word) => fact.evidence.some((one) => one.certainty === word)),
    ],
    ['evidence', TEXTS, fact.evidence.map(({ id }) => id)],
    ['sources', TEXTS, [...new Set(fact.evidence.map(({ source }) => source))].sort()],
  ];
}

function evidenceCells({ dataset }, one) {
  const { anchor } = one;
  const whole = (value) => (value === undefined ? null : String(value));
  return [
    ['id', TEXT, one.id],
    ['iri', TEXT, `${dataset.base}source/${one.source}${dataset.base.includes('#') ? ':' : '#'}${one.id}`],
    ['source', TEXT, one.source],
    ['quote', TEXT, one.quote],
    ['occurrence', WHOLE, whole(one.occurrence)],
    ['anchor_start', WHOLE, whole(anchor?.start)],
    ['anchor_end', WHOLE, whole(anchor?.end)],
    ['anchor_exact', TEXT, anchor?.exact],
    ['anchor_prefix', TEXT, anchor?.prefix],
    ['anchor_suffix', TEXT, anchor?.suffix],
    ['row_key', TEXT, one.row],
    ['column_name', TEXT, one.column],
    ['certainty', TEXT, one.certainty],
    ['confidence', TEXT, one.confidence],
    ['said_by', TEXT, one.saidBy],
    ['date_expression', TEXT, one.dateExpression],
    ['note', TEXT, one.note],
    ['without_place', TEXT, one.withoutPlace],
  ];
}

function sourceCells({ dataset }, source) {
  return [
    ['id', TEXT, source.id],
    ['iri', TEXT, `${dataset.base}source/${source.id}`],
    ['type', TEXT, source.type],
    ['title', TEXT, source.title],
    ['publisher', TEXT, source.publisher],
    ['author', TEXT, source.author],
    ...datesOf('published', 'published', source.published),
    ...datesOf('retrieved', 'retrieved', source.retrieved),
    ['url', TEXT, source.url],
    ['language', TEXT, source.language],
    ['licence', TEXT, source.licence],
    ['text_file', TEXT, source.text],
    ['sha256', TEXT, source.sha256],
    ['copy_of', TEXT, source.copyOf],
    ['corrects', TEXT, source.corrects],
    ['retracts', TEXT, source.retracts],
  ];
}

function recordOf(ontology, name, literal) {
  const { iri } = ontology.qualifiers.get(name);
  const { text, datatype, language = null, list = null } = literal;
  return {
    name,
    iri,
    value: text,
    datatype,
    language,
    value_list: list,
    value_iri: iriOf(ontology, literal) ?? null,
  };
}

function iriOf({ lists }, { datatype, text, list }) {
  if (datatype === 'iri') return text;
  return datatype === 'concept' ? lists.get(list).concepts.get(text).iri : undefined;
}

function textOfDate(qualifiers, name) {
  return qualifiers.get(name)?.[0].text;
}

function datesOf(name, prefix, text) {
  return [[name, TEXT, text], ...daysOf(prefix, text)];
}

function daysOf(prefix, text) {
  const { earliest, latest } = boundsOf(text);
  return [
    [`${prefix}_earliest`, DAY, earliest],
    [`${prefix}_latest`, DAY, latest],
  ];
}

/** Only the years 1 to 9999, which are the dates of Python. */
function boundsOf(text) {
  const date = text === undefined ? {} : parseEdtf(text).date;
  const held = (day) => (day !== undefined && day.length === 10 && day >= '0001' ? day : undefined);
  return { earliest: held(date.earliest), latest: held(date.latest) };
}

/** `+.50` as `0.50`. */
function tidy(decimal) {
  const [whole, fraction] = decimal.replace(/^[+-]/, '').split('.');
  const digits = [whole.replace(/^0+(?=.)/, '') || '0', ...(fraction ? [fraction] : [])].join('.');
  return decimal.startsWith('-') && Number(digits) !== 0 ? `-${digits}` : digits;
}
