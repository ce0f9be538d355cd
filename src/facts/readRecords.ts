import type { Problems } from '../core/diagnostic.ts';
import type { Origin } from '../core/place.ts';
import { nearest } from '../core/suggest.ts';
import { type Document, originAt, type Path } from './document.ts';
import {
  BlockSpec,
  EntitySpec,
  EVIDENCE_KEYS,
  FactSpec,
  FILE_KEYS,
  JudgementSpec,
  SAYS_KEYS,
  SourceSpec,
} from './form.ts';
import { checkForm, shapeOf } from './issues.ts';
import type { EvidenceRecord, FactRecord, RecordSink } from './records.ts';
import type { Value } from './text/tree.ts';

/** What a file says once for all its facts. */
interface Defaults {
  readonly source: string | undefined;
  readonly language: string | undefined;
}

/** Everything the readers below need: the document, where its records go, where its problems go. */
interface Reading {
  readonly document: Document;
  readonly sink: RecordSink;
  readonly problems: Problems;
  readonly defaults: Defaults;
}

/** Reads the records of a whole fact file in YAML or JSON. */
export function readFile(document: Document, sink: RecordSink, problems: Problems): void {
  const file = asMap(document.value);
  if (!file) {
    problems.add('wrong-shape', document.place([]), { expected: 'a map', found: shapeOf(document.value) });
    return;
  }
  for (const key of Object.keys(file)) {
    if (FILE_KEYS.some((known) => known === key)) continue;
    problems.add('unknown-key', document.place([key], 'key'), {
      key,
      allowed: FILE_KEYS,
      suggestion: nearest(key, FILE_KEYS),
    });
  }
  const defaults = {
    source: textAt(file, 'source', document, problems),
    language: textAt(file, 'language', document, problems),
  };
  const reading = { document, sink, problems, defaults };
  for (const [id, value] of entriesAt(reading, 'sources')) readSource(reading, id, value, ['sources', id]);
  for (const [id, value] of entriesAt(reading, 'entities')) readEntity(reading, id, value, ['entities', id]);
  for (const [i, value] of itemsAt(reading, 'facts').entries()) readFactItem(reading, value, ['facts', i]);
  for (const [i, value] of itemsAt(reading, 'judgements').entries())
    readJudgement(reading, value, ['judgements', i]);
}

/**
 * Reads one line of a JSON lines file: a fact, or `{"entity": id, …}`, `{"source": id, "type": …}`,
 * `{"judgement": {…}}`.
 */
export function readLine(document: Document, sink: RecordSink, problems: Problems): void {
  const reading = { document, sink, problems, defaults: { source: undefined, language: undefined } };
  const line = asMap(document.value);
  if (line && typeof line.entity === 'string') {
    const { entity, ...rest } = line;
    readEntity(reading, entity, rest, []);
  } else if (line && typeof line.source === 'string' && 'type' in line) {
    const { source, ...rest } = line;
    readSource(reading, source, rest, []);
  } else if (line && 'judgement' in line) {
    readJudgement(reading, line.judgement, ['judgement']);
  } else {
    readFactItem(reading, document.value, []);
  }
}

function readSource(reading: Reading, id: string, value: Value | undefined, path: Path): void {
  const fields = checkForm(SourceSpec, value, { document: reading.document, path }, reading.problems);
  if (fields) reading.sink.source({ id, fields, origin: keyOrigin(reading.document, path) });
  else reading.sink.refused('source', id);
}

function readEntity(reading: Reading, id: string, value: Value | undefined, path: Path): void {
  const origin = keyOrigin(reading.document, path);
  if (typeof value === 'string') {
    reading.sink.entity({ id, class: value, origin });
    return;
  }
  const spec = checkForm(EntitySpec, value, { document: reading.document, path }, reading.problems);
  if (spec) reading.sink.entity({ id, class: spec.class, label: spec.label, origin });
  else reading.sink.refused('entity', id);
}

/** A definition stands where its id does. */
function keyOrigin(document: Document, path: Path): Origin {
  const parts = originAt(document, path);
  return { place: (part) => (part === undefined ? document.place(path, 'key') : parts.place(part)) };
}

function readJudgement(reading: Reading, value: Value | undefined, path: Path): void {
  const spec = checkForm(JudgementSpec, value, { document: reading.document, path }, reading.problems);
  if (!spec) return;
  if (!spec.reject && !spec.distinct) {
    reading.problems.add('missing-key', reading.document.place(path), { key: 'reject' });
    return;
  }
  reading.sink.judgement({ ...spec, origin: originAt(reading.document, path) });
}

function readFactItem(reading: Reading, value: Value, path: Path): void {
  const map = asMap(value);
  if (map && 'says' in map) readBlock(reading, map, path);
  else readFlatFact(reading, value, path);
}

function readFlatFact(reading: Reading, value: Value, path: Path): void {
  const { document, problems, sink, defaults } = reading;
  const spec = checkForm(FactSpec, value, { document, path }, problems);
  if (!spec) return;
  const origin = originAt(document, path);
  const qualifiers: [string, readonly string[]][] = [];
  for (const [name, part] of Object.entries(spec.qualifiers ?? {})) {
    const texts = textsOf(reading, part, [...path, 'qualifiers', name]);
    if (!texts) return;
    qualifiers.push([name, texts]);
  }
  const { subject, relation, object, status, negated } = spec;
  sink.fact({
    subject,
    relation,
    object,
    absent: absentOf(spec),
    language: spec.language ?? defaults.language,
    qualifiers,
    status,
    negated,
    evidence: evidenceOf(spec, defaults, origin),
    origin,
  });
}

function readBlock(reading: Reading, map: Record<string, Value>, path: Path): void {
  const { document, problems } = reading;
  const spec = checkForm(BlockSpec, map, { document, path }, problems);
  const says = asMap(map.says);
  if (!spec || !says) return;
  const evidence = evidenceOf(spec, reading.defaults, originAt(document, path));
  const block: Block = { evidence, status: spec.status, negated: spec.negated };
  for (const [subject, relations] of Object.entries(says)) {
    const at = [...path, 'says', subject];
    const byRelation = asMap(relations);
    if (!byRelation) {
      problems.add('wrong-shape', document.place(at), {
        expected: 'a map of relations',
        found: shapeOf(relations),
      });
      continue;
    }
    for (const [relation, objects] of Object.entries(byRelation)) {
      if (!Array.isArray(objects))
        readSaid(reading, block, { subject, relation, value: objects, path: [...at, relation], at });
      else {
        for (const [i, value] of objects.entries()) {
          readSaid(reading, block, { subject, relation, value, path: [...at, relation, i], at });
        }
      }
    }
  }
}

interface Block {
  readonly evidence: EvidenceRecord;
  readonly status: string | undefined;
  readonly negated: string | undefined;
}

/** One fact inside `says`: `at` is the path of its subject, `path` that of its object. */
interface Said {
  readonly subject: string;
  readonly relation: string;
  readonly value: Value;
  readonly path: Path;
  readonly at: Path;
}

function readSaid(reading: Reading, block: Block, said: Said): void {
  const { document, problems, sink, defaults } = reading;
  const { subject, relation, value, path } = said;
  const origin = saidOrigin(document, said);
  if (typeof value === 'string') {
    const { evidence, status, negated } = block;
    sink.fact({
      subject,
      relation,
      object: value,
      language: defaults.language,
      qualifiers: [],
      status,
      negated,
      evidence,
      origin,
    });
    return;
  }
  const map = asMap(value);
  if (!map) {
    problems.add('wrong-shape', document.place(path), {
      expected: 'an object or a map',
      found: shapeOf(value),
    });
    return;
  }
  const fields: Record<string, string> = {};
  const qualifiers: [string, readonly string[]][] = [];
  for (const [key, part] of Object.entries(map)) {
    const texts = textsOf(reading, part, [...path, key]);
    if (!texts) return;
    if (!isFactKey(key)) qualifiers.push([key, texts]);
    else if (typeof part === 'string') fields[key] = part;
    else {
      problems.add('wrong-shape', document.place([...path, key]), {
        expected: 'a text',
        found: shapeOf(part),
      });
      return;
    }
  }
  sink.fact({
    subject,
    relation,
    object: fields.object,
    absent: absentOf(fields),
    language: fields.language ?? defaults.language,
    qualifiers,
    status: fields.status ?? block.status,
    negated: fields.negated ?? block.negated,
    evidence: overridden(block.evidence, fields, originAt(document, path)),
    origin,
  });
}

/** The values of a qualifier, written as one text or as a list of texts. */
function textsOf(reading: Reading, value: Value, path: Path): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  reading.problems.add('wrong-shape', reading.document.place(path), {
    expected: 'a text or a list of texts',
    found: shapeOf(value),
  });
  return undefined;
}

function isFactKey(key: string): boolean {
  return SAYS_KEYS.some((known) => known === key) || EVIDENCE_KEYS.some((known) => known === key);
}

/** The evidence of a block, with what a single fact says otherwise: its certainty, who says so. */
function overridden(
  evidence: EvidenceRecord,
  fields: Readonly<Record<string, string>>,
  origin: Origin,
): EvidenceRecord {
  const own = EVIDENCE_KEYS.filter((key) => fields[key] !== undefined);
  if (own.length === 0) return evidence;
  return { ...evidence, ...Object.fromEntries(own.map((key) => [key, fields[key]])), origin };
}

function evidenceOf(spec: Partial<EvidenceRecord>, defaults: Defaults, origin: Origin): EvidenceRecord {
  const {
    quote,
    occurrence,
    row,
    column,
    certainty,
    confidence,
    saidBy,
    dateExpression,
    note,
    withoutPlace,
  } = spec;
  const source = spec.source ?? defaults.source;
  return {
    source,
    quote,
    occurrence,
    row,
    column,
    certainty,
    confidence,
    saidBy,
    dateExpression,
    note,
    withoutPlace,
    origin,
  };
}

function absentOf(spec: {
  readonly unknown?: string | undefined;
  readonly none?: string | undefined;
}): FactRecord['absent'] {
  if (spec.unknown === 'true') return 'unknown';
  return spec.none === 'true' ? 'none' : undefined;
}

/** In a block the subject and the relation are keys, the object is the value or its `object`. */
function saidOrigin(document: Document, said: Said): Origin {
  return {
    place: (part) => {
      if (part === 'subject') return document.place(said.at, 'key');
      if (part === undefined || part === 'relation')
        return document.place([...said.at, said.relation], 'key');
      const key = part.replace(/^qualifiers\./, '');
      return typeof said.value === 'string' ? document.place(said.path) : document.place([...said.path, key]);
    },
  };
}

function asMap(value: unknown): Record<string, Value> | undefined {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  // Trees hold only texts, lists and maps of the same.
  return isMap ? (value as Record<string, Value>) : undefined;
}

function textAt(
  file: Record<string, Value>,
  key: string,
  document: Document,
  problems: Problems,
): string | undefined {
  const value = file[key];
  if (value === undefined || typeof value === 'string') return value;
  problems.add('wrong-shape', document.place([key]), { expected: 'a text', found: shapeOf(value) });
  return undefined;
}

function entriesAt({ document, problems }: Reading, key: string): [string, Value][] {
  const value = asMap(document.value)?.[key];
  if (value === undefined) return [];
  const map = asMap(value);
  if (map) return Object.entries(map);
  problems.add('wrong-shape', document.place([key]), { expected: 'a map of ids', found: shapeOf(value) });
  return [];
}

function itemsAt({ document, problems }: Reading, key: string): readonly Value[] {
  const value = asMap(document.value)?.[key];
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  problems.add('wrong-shape', document.place([key]), { expected: 'a list', found: shapeOf(value) });
  return [];
}
