/** What the readers of records share: where they are in a document, and the forms that several of them read. */
import type { Problems } from '../core/diagnostic.ts';
import type { Origin } from '../core/place.ts';
import type { Document, Path } from './document.ts';
import { shapeOf } from './issues.ts';
import type { EvidenceRecord, FactRecord, RecordSink } from './records.ts';
import { Refused, type Value } from './text/tree.ts';

/** What a file says once for all its facts. */
export interface Defaults {
  readonly source: string | undefined;
  /** Where `source` stands. */
  readonly sourceOrigin?: Origin;
  readonly language: string | undefined;
  /** What the file says for all its facts was reported, so that all of them are refused. */
  readonly refused?: boolean;
}

/** Everything the readers below need: the document, where its records go, where its problems go. */
export interface Reading {
  readonly document: Document;
  readonly sink: RecordSink;
  readonly problems: Problems;
  readonly defaults: Defaults;
}

/** The value as a map, if it is one. */
export function asMap(value: unknown): Record<string, Value> | undefined {
  const isMap =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Refused);
  // Trees hold only texts, lists and maps of the same.
  return isMap ? (value as Record<string, Value>) : undefined;
}

/** The values of a qualifier or a field, written as one text or as a list of texts; undefined when they were reported. */
export function textsOf(reading: Reading, value: Value, path: Path): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
    return value;
  if (value instanceof Refused || (Array.isArray(value) && value.some((item) => item instanceof Refused)))
    return undefined;
  reportShape(reading, path, { value, expected: 'a text or a list of texts' });
  return undefined;
}

/** Reports a value of the wrong form. */
export function reportShape(reading: Reading, path: Path, given: { value: Value; expected: string }): void {
  const { document, problems } = reading;
  const { value, expected } = given;
  problems.add('wrong-shape', document.place(path), { expected, found: shapeOf(value) });
}

/** The evidence that a block or a flat fact names. */
export function evidenceOf(
  spec: Partial<EvidenceRecord>,
  defaults: Defaults,
  origin: Origin,
): EvidenceRecord {
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
    defaultSource: spec.source === undefined ? defaults.sourceOrigin : undefined,
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

/** What a fact has in place of an object; `bad` when that was reported. */
export function absentOf(reading: Reading, fields: Absence, path: Path): FactRecord['absent'] | 'bad' {
  const { document, problems } = reading;
  for (const key of ['unknown', 'none'] as const) {
    const value = fields[key];
    if (value === undefined || value === 'true' || value === 'false') continue;
    const params = { value, datatype: 'boolean', reason: 'it is true or false' };
    problems.add('invalid-literal', document.place([...path, key]), params);
    return 'bad';
  }
  const absent = (['unknown', 'none'] as const).filter((key) => fields[key] === 'true');
  const given = fields.object === undefined ? absent : ['object', ...absent];
  if (given.length < 2) return absent[0];
  const params = { expected: 'one of object, unknown and none', found: given.join(' and ') };
  problems.add('wrong-shape', document.place([...path, given[1] ?? '']), params);
  return 'bad';
}

interface Absence {
  readonly object?: string | undefined;
  readonly unknown?: string | undefined;
  readonly none?: string | undefined;
}
