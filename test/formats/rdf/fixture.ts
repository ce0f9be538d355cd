/** Small knowledge about ships and ports, built by hand. */
import { Problems } from '../../../src/core/diagnostic.ts';
import {
  type EntityId,
  type EvidenceId,
  type FactId,
  hashOf,
  parseId,
  type SourceId,
} from '../../../src/core/ids.ts';
import { compareUtf8 } from '../../../src/core/order.ts';
import { fixedOrigin } from '../../../src/core/place.ts';
import type { Evidence, FactObject, Literal, Source } from '../../../src/facts/facts.ts';
import type { KnowledgeFormat, WriteContext } from '../../../src/formats/formats.ts';
import type { ProfileName } from '../../../src/formats/options.ts';
import type { Knowledge, KnownEntity, KnownFact } from '../../../src/knowledge/knowledge.ts';
import type {
  Link,
  Ontology,
  Property,
  Qualifier,
  Relation,
  ValueType,
} from '../../../src/ontology/ontology.ts';

export const SEA = 'https://example.org/sea#';
export const BASE = 'https://example.org/data/';

export function id<Id extends EntityId | SourceId>(text: string): Id {
  const parsed = parseId<Id>(text);
  if (parsed === undefined) throw new Error(`not an id: ${text}`);
  return parsed;
}

/** All diagnostics about a part of a record stand at the column given here. */
export const COLUMNS: Readonly<Record<string, number>> = { object: 7, quote: 8, url: 9, note: 10, label: 11 };

export function originAt(line: number) {
  return {
    place: (part?: string) => ({ file: 'ships.yaml', line, column: part ? (COLUMNS[part] ?? 2) : 1 }),
  };
}

function classOf(name: string, lineage: readonly string[]) {
  const parents = lineage.slice(1, 2);
  const common = {
    label: name,
    definition: '',
    disjointWith: [],
    connector: false,
    colour: '#888888',
    closeMatch: [],
  };
  return [name, { ...common, name, iri: SEA + name, parents, lineage }] as const;
}

const common = {
  definition: '',
  subjectClasses: ['Thing'],
  qualifiers: new Map(),
  functional: false,
  closeMatch: [],
};

function link(name: string, symmetric = false): [string, Link] {
  const edge = {
    edgeKind: name.toUpperCase(),
    edgeLabel: name,
    reversed: false,
    colour: '#000000',
    showWith: [],
  };
  const objects = { objectClasses: ['Thing'], symmetric };
  return [name, { ...common, ...edge, ...objects, kind: 'link', name, iri: SEA + name, label: name }];
}

function property(name: string, type: ValueType, iri = SEA + name): [string, Property] {
  return [
    name,
    { ...common, ...type, kind: 'property', name, iri, label: name, isName: name === 'name', before: [] },
  ];
}

function qualifier(name: string, type: ValueType, iri = SEA + name): [string, Qualifier] {
  const universal = type.datatype === 'date';
  return [name, { ...type, name, iri, label: name, definition: '', universal }];
}

const FLAGS = new Map(
  ['malta', 'panama'].map((name) => [name, { name, iri: `${SEA}flag-${name}`, label: name, definition: '' }]),
);

export function shipsOntology(changes: Partial<Ontology> = {}): Ontology {
  const fw = 'https://w3id.org/factweave/ns#';
  return {
    classes: new Map([
      classOf('Port', ['Port', 'Thing']),
      classOf('Ship', ['Ship', 'Vessel', 'Thing']),
      classOf('Thing', ['Thing']),
      classOf('Vessel', ['Vessel', 'Thing']),
    ]),
    relations: new Map<string, Relation>([
      property('built', { datatype: 'date' }),
      property('callSign', { datatype: 'token' }),
      property('flag', { datatype: 'concept', list: 'flags' }),
      link('homePort'),
      property('homepage', { datatype: 'iri' }),
      property('length', { datatype: 'decimal' }),
      property('name', { datatype: 'string' }, 'http://schema.org/name'),
      property('retired', { datatype: 'boolean' }),
      link('sisterShip', true),
      property('tonnage', { datatype: 'integer' }),
    ]),
    qualifiers: new Map([
      qualifier('asOf', { datatype: 'date' }, `${fw}asOf`),
      qualifier('berth', { datatype: 'token' }),
      qualifier('endDate', { datatype: 'date' }, `${fw}endDate`),
      qualifier('roleName', { datatype: 'string' }),
      qualifier('startDate', { datatype: 'date' }, `${fw}startDate`),
    ]),
    lists: new Map([['flags', { name: 'flags', iri: `${SEA}flags`, label: 'flags', concepts: FLAGS }]]),
    prefixes: new Map([
      ['owl', 'http://www.w3.org/2002/07/owl#'],
      ['schema', 'http://schema.org/'],
      ['sea', SEA],
    ]),
    ...changes,
  };
}

export type FactSpec = Partial<Omit<KnownFact, 'subject' | 'object'>> & {
  readonly subject: string;
  readonly relation: string;
  readonly object: FactObject;
};

export function toEntity(text: string): FactObject {
  return { kind: 'entity', id: id<EntityId>(text) };
}

export function toLiteral(literal: Literal): FactObject {
  return { kind: 'literal', literal };
}

export function named(text: string, language?: string): FactObject {
  return toLiteral({ datatype: 'string', text, ...(language === undefined ? {} : { language }) });
}

export function fact(spec: FactSpec): KnownFact {
  const digest = hashOf([spec.subject, spec.relation, JSON.stringify(spec.object), spec.status ?? '']);
  return {
    id: `f-${digest}`,
    qualifiers: new Map(),
    status: 'asserted',
    negated: false,
    evidence: [],
    origin: originAt(1),
    reasons: spec.notPlain === undefined ? [] : [spec.notPlain],
    notPlain: undefined,
    disputed: false,
    disputedBy: [],
    readings: 1,
    ...spec,
    subject: id<EntityId>(spec.subject),
  };
}

export function entity(text: string, spec: Partial<KnownEntity> = {}): KnownEntity {
  return { id: id<EntityId>(text), class: 'Ship', name: text, origin: originAt(2), ...spec };
}

export function evidence(source: string, spec: Partial<Evidence> = {}): Evidence {
  const digest = hashOf([source, spec.quote ?? '', spec.row ?? '', spec.note ?? '']);
  return {
    id: `e-${digest}` satisfies EvidenceId,
    source: id<SourceId>(source),
    certainty: 'certain',
    origin: originAt(3),
    ...spec,
  };
}

export function source(text: string, spec: Partial<Source> = {}): Source {
  return { id: id<SourceId>(text), type: 'article', origin: originAt(4), ...spec };
}

export interface KnowledgeSpec {
  readonly entities?: readonly KnownEntity[];
  readonly facts?: readonly KnownFact[];
  readonly sources?: readonly Source[];
  readonly evidence?: readonly Evidence[];
  readonly ontology?: Ontology;
  readonly base?: string;
}

/** Sorts and indexes the parts as the knowledge stage does. Evidence of the facts is collected. */
export function knowledgeOf(spec: KnowledgeSpec): Knowledge {
  const facts = [...(spec.facts ?? [])].sort(
    (a, b) =>
      compareUtf8(a.subject, b.subject) || compareUtf8(a.relation, b.relation) || compareUtf8(a.id, b.id),
  );
  const pieces = new Map<string, Evidence>();
  for (const piece of [...(spec.evidence ?? []), ...facts.flatMap((one) => one.evidence)]) {
    pieces.set(`${piece.source} ${piece.id}`, piece);
  }
  return {
    dataset: { base: spec.base ?? BASE, title: 'Ships', creators: [] },
    ontology: spec.ontology ?? shipsOntology(),
    entities: byId(spec.entities ?? []),
    facts,
    sources: byId(spec.sources ?? []),
    evidence: [...pieces.values()].sort((a, b) => compareUtf8(a.source, b.source) || compareUtf8(a.id, b.id)),
    counts: { read: facts.length, refused: 0 },
  };
}

function byId<T extends { readonly id: Id }, Id extends string>(
  items: readonly T[],
): ReadonlyMap<T['id'], T> {
  return new Map([...items].sort((a, b) => compareUtf8(a.id, b.id)).map((item) => [item.id, item]));
}

export interface Written {
  readonly text: string;
  readonly chunks: readonly string[];
  readonly context: WriteContext;
}

export function write(format: KnowledgeFormat, knowledge: Knowledge, profile?: ProfileName): Written {
  const context: WriteContext = {
    problems: new Problems(),
    losses: new Map(),
    ...(profile === undefined ? {} : { options: { profile } }),
  };
  const chunks = [...format.write(knowledge, context)];
  return { text: chunks.join(''), chunks, context };
}

/** The id of the only fact of its relation. */
export function factId(knowledge: Knowledge, relation: string): FactId {
  const found = knowledge.facts.find((one) => one.relation === relation);
  if (!found) throw new Error(`no fact with ${relation}`);
  return found.id;
}

/** Knowledge that uses every part of the model. */
export function fullKnowledge(base = BASE): Knowledge {
  const quoted = evidence('log', {
    quote: 'The "Aurora", built in 1912',
    anchor: { start: 4, end: 31, exact: 'The †Aurora†, built in 1912', prefix: 'A: ', suffix: '' },
    certainty: 'probable',
    confidence: '0.75',
    saidBy: id<EntityId>('aurora'),
    dateExpression: 'that year',
    note: 'two\nlines',
  });
  const unanchored = evidence('log', { quote: 'of Valletta' });
  const row = evidence('register', { row: '17', column: 'tonnage' });
  const without = evidence('register', { withoutPlace: 'hearsay', certainty: 'possible' });
  const tonnage = fact({
    subject: 'aurora',
    relation: 'tonnage',
    object: toLiteral({ datatype: 'integer', text: '4200' }),
    evidence: [row],
  });
  const otherTonnage = fact({
    subject: 'aurora',
    relation: 'tonnage',
    object: toLiteral({ datatype: 'integer', text: '-17' }),
    evidence: [without],
    notPlain: 'rejected',
    rejected: { by: 'editor', why: 'a ship weighs more' },
    disputed: true,
    disputedBy: [tonnage.id],
  });
  return knowledgeOf({
    base,
    entities: [
      entity('aurora', { name: 'Aurora', nameLanguage: 'la' }),
      entity('aurora-2', { name: 'Aurora Ⅱ' }),
      entity('m.s.borealis', { name: 'Borealis' }),
      entity('valletta', { class: 'Port', name: 'Il-Belt "Valletta"' }),
    ],
    facts: [
      { ...tonnage, disputed: true, disputedBy: [otherTonnage.id] },
      otherTonnage,
      fact({ subject: 'aurora', relation: 'name', object: named('Aurora', 'la'), evidence: [quoted, row] }),
      fact({ subject: 'aurora', relation: 'name', object: named('Aurora') }),
      fact({ subject: 'aurora', relation: 'built', object: toLiteral({ datatype: 'date', text: '1912' }) }),
      fact({
        subject: 'aurora',
        relation: 'homePort',
        object: toEntity('valletta'),
        evidence: [unanchored],
        qualifiers: new Map<string, readonly Literal[]>([
          ['berth', [{ datatype: 'token', text: '7b' }]],
          ['endDate', [{ datatype: 'date', text: '1914-02' }]],
          ['roleName', [{ datatype: 'string', text: 'hulk', language: 'en-GB' }]],
          ['startDate', [{ datatype: 'date', text: '1913~' }]],
        ]),
      }),
      fact({
        subject: 'aurora',
        relation: 'homePort',
        object: { kind: 'unknown' },
        notPlain: 'no-value',
      }),
      fact({
        subject: 'aurora-2',
        relation: 'homePort',
        object: toEntity('valletta'),
        status: 'planned',
        notPlain: 'planned',
        negated: true,
      }),
      fact({ subject: 'aurora-2', relation: 'homePort', object: { kind: 'none' }, notPlain: 'no-value' }),
      fact({ subject: 'm.s.borealis', relation: 'sisterShip', object: toEntity('aurora') }),
      fact({
        subject: 'm.s.borealis',
        relation: 'flag',
        object: toLiteral({ datatype: 'concept', list: 'flags', text: 'malta' }),
      }),
      fact({
        subject: 'm.s.borealis',
        relation: 'homepage',
        object: toLiteral({ datatype: 'iri', text: 'https://example.com/ö?a=1#x' }),
      }),
      fact({
        subject: 'm.s.borealis',
        relation: 'length',
        object: toLiteral({ datatype: 'decimal', text: '101.50' }),
      }),
      fact({
        subject: 'm.s.borealis',
        relation: 'retired',
        object: toLiteral({ datatype: 'boolean', text: 'false' }),
      }),
    ],
    sources: [
      source('log', {
        title: 'Ship’s log',
        publisher: 'Harbour office',
        author: 'A. Mate',
        published: '1921-03-04',
        retrieved: '2024-05-06',
        url: 'https://example.com/log',
        language: 'en',
        licence: 'https://example.com/licence',
        sha256: 'ab'.repeat(32),
      }),
      source('log-2', { copyOf: id<SourceId>('log'), corrects: id<SourceId>('log'), licence: 'all rights' }),
      source('register', { type: 'table', retracts: id<SourceId>('log-2') }),
    ],
  });
}

export const nowhere = fixedOrigin({ file: 'ships.yaml', line: 1, column: 1 });
