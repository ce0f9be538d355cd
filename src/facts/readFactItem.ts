/** Reads facts in both of their forms: in blocks below their evidence, and flat. */
import type { Origin } from '../core/place.ts';
import { type Document, originAt, type Path } from './document.ts';
import { BlockSpec, EVIDENCE_KEYS, FactSpec, SAYS_KEYS } from './form.ts';
import { checkForm, isEmpty, shapeOf } from './issues.ts';
import { absentOf, asMap, evidenceOf, type Reading, reportShape, textsOf } from './reading.ts';
import type { EvidenceRecord } from './records.ts';
import { Refused, type Value } from './text/tree.ts';

/** Reads one item of `facts`: a map that has `says`, or no key of a flat fact, is a block; any other is a flat fact. */
export function readFactItem(reading: Reading, value: Value, path: Path): void {
  const map = asMap(value);
  if (value instanceof Refused || reading.defaults.refused) reading.sink.refusedFacts(countFacts(value));
  else if (map && isBlock(map, path)) readBlock(reading, map, path);
  else readFlatFact(reading, value, path);
}

/** A line of JSON lines with neither may be any record, so it is no block. */
function isBlock(map: object, path: Path): boolean {
  return 'says' in map || (path.length > 0 && !FLAT_KEYS.some((key) => key in map));
}

const FLAT_KEYS = ['subject', 'relation', 'object'];

/** How many facts an item of `facts` states that is not read: at least one. */
export function countFacts(item: Value): number {
  if (item instanceof Refused) return atLeastOne(item.values.map(countFacts));
  const says = asMap(item)?.says;
  return says === undefined ? 1 : countSaid(says);
}

function readFlatFact(reading: Reading, value: Value, path: Path): void {
  const { document, problems, sink, defaults } = reading;
  const spec = checkForm(FactSpec, value, { document, path }, problems);
  const qualifiers = spec && qualifiersOf(reading, spec.qualifiers ?? {}, [...path, 'qualifiers']);
  const absent = spec && absentOf(reading, spec, path);
  if (!spec || !qualifiers || absent === 'bad') {
    sink.refusedFacts(1);
    return;
  }
  const origin = originAt(document, path);
  const { subject, relation, object, status, negated } = spec;
  sink.fact({
    subject,
    relation,
    object,
    absent,
    language: spec.language ?? defaults.language,
    qualifiers,
    status,
    negated,
    evidence: evidenceOf(spec, defaults, origin),
    origin,
  });
}

/** The qualifiers of a flat fact; undefined when one of them was reported. */
function qualifiersOf(reading: Reading, map: object, path: Path): [string, readonly string[]][] | undefined {
  const qualifiers: [string, readonly string[]][] = [];
  for (const [name, part] of Object.entries(map)) {
    const texts = textsOf(reading, part, [...path, name]);
    if (!texts) return undefined;
    qualifiers.push([name, texts]);
  }
  return qualifiers;
}

function readBlock(reading: Reading, map: Record<string, Value>, path: Path): void {
  const { document, problems, sink } = reading;
  const spec = checkForm(BlockSpec, map, { document, path }, problems);
  const says = asMap(map.says);
  if (!spec || !says) {
    sink.refusedFacts(countSaid(map.says ?? ''));
    return;
  }
  const evidence = evidenceOf(spec, reading.defaults, originAt(document, path));
  const block: Block = { evidence, status: spec.status, negated: spec.negated };
  const refuse = (at: Path, value: Value, expected: string): void => {
    reportShape(reading, at, { value, expected });
    sink.refusedFacts(1);
  };
  if (isEmpty(says)) refuse([...path, 'says'], says, 'a map of subjects');
  for (const [subject, relations] of Object.entries(says)) {
    const at = [...path, 'says', subject];
    if (relations instanceof Refused) {
      sink.refusedFacts(countOfSubject(relations));
      continue;
    }
    const byRelation = asMap(relations);
    if (!byRelation || isEmpty(byRelation)) {
      refuse(at, relations, 'a map of relations');
      continue;
    }
    for (const [relation, objects] of Object.entries(byRelation)) {
      if (objects instanceof Refused) {
        sink.refusedFacts(countObjects(objects));
        continue;
      }
      const items = Array.isArray(objects) ? objects : [objects];
      const below = (i: number) => (Array.isArray(objects) ? [...at, relation, i] : [...at, relation]);
      if (items.length === 0) refuse([...at, relation], objects, 'an object or a list of objects');
      for (const [i, value] of items.entries()) {
        if (value instanceof Refused) sink.refusedFacts(1);
        else readSaid(reading, block, { subject, relation, value, path: below(i), at, block: path });
      }
    }
  }
}

/** How many facts a block states that is refused as a whole: at least one. */
function countSaid(says: Value): number {
  if (says instanceof Refused) return atLeastOne(says.values.map(countSaid));
  return atLeastOne(Object.values(asMap(says) ?? {}).map(countOfSubject));
}

function countOfSubject(relations: Value): number {
  if (relations instanceof Refused) return atLeastOne(relations.values.map(countOfSubject));
  return atLeastOne(Object.values(asMap(relations) ?? {}).map(countObjects));
}

function countObjects(objects: Value): number {
  if (objects instanceof Refused) return atLeastOne(objects.values.map(countObjects));
  return Array.isArray(objects) ? Math.max(1, objects.length) : 1;
}

function atLeastOne(counts: readonly number[]): number {
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
}

interface Block {
  readonly evidence: EvidenceRecord;
  readonly status: string | undefined;
  readonly negated: string | undefined;
}

/** One fact inside `says`: `at` is the path of its subject, `path` that of its object, `block` that of the whole. */
interface Said {
  readonly subject: string;
  readonly relation: string;
  readonly value: Value;
  readonly path: Path;
  readonly at: Path;
  readonly block: Path;
}

function readSaid(reading: Reading, block: Block, said: Said): void {
  const { document, sink, defaults } = reading;
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
  const parts = saidParts(reading, value, path);
  const absent = parts && absentOf(reading, parts.fields, path);
  if (!parts || absent === 'bad') {
    sink.refusedFacts(1);
    return;
  }
  const { fields, qualifiers } = parts;
  sink.fact({
    subject,
    relation,
    object: fields.object,
    absent,
    language: fields.language ?? defaults.language,
    ownLanguage: fields.language !== undefined,
    qualifiers,
    status: fields.status ?? block.status,
    negated: fields.negated ?? block.negated,
    evidence: overridden(block.evidence, fields, originAt(document, path)),
    origin,
  });
}

/** The map of a fact inside `says`, parted into keys of facts and qualifiers; undefined when it was reported. */
function saidParts(reading: Reading, value: Value, path: Path): SaidParts | undefined {
  const { document, problems } = reading;
  const map = asMap(value);
  if (!map) {
    const params = { expected: 'an object or a map', found: shapeOf(value) };
    problems.add('wrong-shape', document.place(path), params);
    return undefined;
  }
  const fields: Record<string, string> = {};
  const qualifiers: [string, readonly string[]][] = [];
  if (Object.values(map).some((part) => part instanceof Refused)) return undefined;
  for (const [key, part] of Object.entries(map)) {
    const texts = textsOf(reading, part, [...path, key]);
    if (!texts) return undefined;
    if (!isFactKey(key)) qualifiers.push([key, texts]);
    else if (typeof part === 'string') fields[key] = part;
    else {
      const params = { expected: 'a text', found: shapeOf(part) };
      problems.add('wrong-shape', document.place([...path, key]), params);
      return undefined;
    }
  }
  return { fields, qualifiers };
}

interface SaidParts {
  readonly fields: Readonly<Record<string, string>>;
  readonly qualifiers: readonly (readonly [string, readonly string[]])[];
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
  const defaultSource = own.includes('source') ? undefined : evidence.defaultSource;
  return { ...evidence, ...Object.fromEntries(own.map((key) => [key, fields[key]])), defaultSource, origin };
}

/** In a block the subject and the relation are keys, the object is the value or its `object`. */
function saidOrigin(document: Document, said: Said): Origin {
  return {
    place: (part) => {
      if (part === 'subject') return document.place(said.at, 'key');
      if (part === undefined || part === 'relation')
        return document.place([...said.at, said.relation], 'key');
      const key = part.replace(/^qualifiers\./, '');
      const ofBlock = (key === 'status' || key === 'negated') && !(key in Object(said.value));
      if (ofBlock) return document.place([...said.block, key]);
      return typeof said.value === 'string' ? document.place(said.path) : document.place([...said.path, key]);
    },
  };
}
