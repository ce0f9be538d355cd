import type { Problems } from '../core/diagnostic.ts';
import type { Origin } from '../core/place.ts';
import { nearest } from '../core/suggest.ts';
import { type Document, originAt, type Path } from './document.ts';
import { EntitySpec, FILE_KEYS, JudgementSpec, SourceSpec } from './form.ts';
import { checkForm, shapeOf } from './issues.ts';
import { countFacts, readFactItem } from './readFactItem.ts';
import { asMap, type Defaults, type Reading, textsOf } from './reading.ts';
import type { RecordSink } from './records.ts';
import { Refused, type Value } from './text/tree.ts';

/** Reads the records of a whole fact file in YAML or JSON. */
export function readFile(document: Document, sink: RecordSink, problems: Problems): void {
  const file = asMap(document.value);
  if (!file) {
    problems.add('wrong-shape', document.place([]), { expected: 'a map', found: shapeOf(document.value) });
    sink.unreadable();
    return;
  }
  const defaults = defaultsOf(file, document, problems);
  const reading = { document, sink, problems, defaults };
  reportUnknownKeys(reading, file, FILE_KEYS);
  for (const [id, value] of entriesAt(reading, 'sources')) readSource(reading, id, value, ['sources', id]);
  for (const [id, value] of entriesAt(reading, 'entities')) readEntity(reading, id, value, ['entities', id]);
  for (const [i, value] of itemsAt(reading, 'facts').entries()) readFactItem(reading, value, ['facts', i]);
  for (const [i, value] of itemsAt(reading, 'judgements').entries())
    readJudgement(reading, value, ['judgements', i]);
}

/** What the file says once for all its facts. */
function defaultsOf(file: Record<string, Value>, document: Document, problems: Problems): Defaults {
  const source = textAt(file, 'source', document, problems);
  const language = textAt(file, 'language', document, problems);
  return {
    source,
    sourceOrigin: originAt(document, ['source']),
    language,
    refused: ('source' in file && source === undefined) || ('language' in file && language === undefined),
  };
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
    reportUnknownKeys(reading, line, ['judgement']);
    readJudgement(reading, line.judgement, ['judgement']);
  } else {
    readFactItem(reading, document.value, []);
  }
}

function reportUnknownKeys({ document, problems }: Reading, map: object, allowed: readonly string[]): void {
  for (const [key, value] of Object.entries(map)) {
    if (allowed.includes(key) || value instanceof Refused) continue;
    const suggestion = nearest(key, allowed);
    problems.add('unknown-key', document.place([key], 'key'), { key, allowed, suggestion });
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
  const formerIds =
    spec?.formerIds === undefined ? [] : textsOf(reading, spec.formerIds, [...path, 'formerIds']);
  if (!spec || !formerIds) {
    reading.sink.refused('entity', id);
    return;
  }
  const { label } = spec;
  const { language } = reading.defaults;
  reading.sink.entity({ id, class: spec.class, label, language, formerIds, origin });
}

/** A definition stands where its id does. */
function keyOrigin(document: Document, path: Path): Origin {
  const parts = originAt(document, path);
  if (path.length === 0) return parts;
  const { place } = document;
  return { place: (part) => (part === undefined ? place(path, 'key') : parts.place(part)) };
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

function textAt(
  file: Record<string, Value>,
  key: string,
  document: Document,
  problems: Problems,
): string | undefined {
  const value = file[key];
  if (value === undefined || typeof value === 'string') return value;
  if (value instanceof Refused) return undefined;
  problems.add('wrong-shape', document.place([key]), { expected: 'a text', found: shapeOf(value) });
  return undefined;
}

function entriesAt({ document, problems, sink }: Reading, key: 'sources' | 'entities'): [string, Value][] {
  const value = asMap(document.value)?.[key];
  if (value === undefined) return [];
  const map = asMap(value);
  if (map) return Object.entries(map);
  if (value instanceof Refused) {
    const ids = value.values.flatMap((one) => Object.keys(asMap(one) ?? {}));
    for (const id of ids) sink.refused(key === 'sources' ? 'source' : 'entity', id);
    return [];
  }
  problems.add('wrong-shape', document.place([key]), { expected: 'a map of ids', found: shapeOf(value) });
  return [];
}

function itemsAt({ document, problems, sink }: Reading, key: 'facts' | 'judgements'): readonly Value[] {
  const value = asMap(document.value)?.[key];
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (value instanceof Refused) {
    const items = key === 'facts' ? value.values.flat() : [];
    if (items.length > 0) sink.refusedFacts(items.reduce((sum, item) => sum + countFacts(item), 0));
    return [];
  }
  if (key === 'facts') sink.unreadable();
  problems.add('wrong-shape', document.place([key]), { expected: 'a list', found: shapeOf(value) });
  return [];
}
