/** An ontology of ships and ports and the means to make a knowledge by hand, for the tests of the graph. */
import {
  type EntityId,
  type EvidenceId,
  type FactId,
  hashOf,
  parseId,
  type SourceId,
} from '../../src/core/ids.ts';
import { sortedBy } from '../../src/core/order.ts';
import { fixedOrigin } from '../../src/core/place.ts';
import type { Evidence, FactObject, Literal } from '../../src/facts/facts.ts';
import type { Knowledge, KnownEntity, KnownFact } from '../../src/knowledge/knowledge.ts';
import type {
  Link,
  Ontology,
  OntologyClass,
  Property,
  Qualifier,
  Relation,
} from '../../src/ontology/ontology.ts';

const NS = 'https://example.org/sea#';
const origin = fixedOrigin({ file: 'fleet.yaml', line: 1, column: 1 });

export function id<Id extends EntityId | SourceId = EntityId>(text: string): Id {
  const parsed = parseId<Id>(text);
  if (parsed === undefined) throw new Error(`bad id in a test: ${text}`);
  return parsed;
}

function shipClass(name: string, parents: readonly string[], colour: string): OntologyClass {
  const lineage = [name, ...parents];
  return {
    name,
    iri: NS + name,
    label: name.toLowerCase(),
    definition: '',
    parents,
    lineage,
    disjointWith: [],
    connector: name === 'Voyage',
    colour,
    closeMatch: [],
  };
}

const base = {
  definition: '',
  subjectClasses: ['Thing'],
  qualifiers: new Map(),
  functional: false,
  closeMatch: [],
};

export function link(name: string, more: Partial<Link> = {}): Link {
  return {
    ...base,
    kind: 'link',
    name,
    iri: NS + name,
    label: name,
    objectClasses: ['Thing'],
    symmetric: false,
    edgeKind: name.toUpperCase(),
    edgeLabel: name,
    reversed: false,
    colour: '#000000',
    showWith: [],
    ...more,
  };
}

export function property(name: string, more: Partial<Property> = {}): Property {
  return {
    ...base,
    kind: 'property',
    name,
    iri: NS + name,
    label: name,
    datatype: 'string',
    isName: false,
    before: [],
    ...more,
  };
}

function qualifier(name: string, datatype: Qualifier['datatype'], universal = false): Qualifier {
  return { name, iri: NS + name, label: name, definition: '', datatype, universal };
}

const RELATIONS: readonly Relation[] = [
  link('ownedBy', { reversed: true, edgeKind: 'OWNED', edgeLabel: 'owned' }),
  link('calledAt', { edgeKind: 'CALLED_AT', edgeLabel: 'called at' }),
  link('sisterOf', { symmetric: true, edgeKind: 'SISTER_OF' }),
  link('accused', {
    showWith: [
      [
        { relation: 'partOf', inverse: true },
        { relation: 'outcome', inverse: false },
      ],
      [{ relation: 'heardAt', inverse: false }],
    ],
  }),
  link('partOf'),
  link('heardAt', { label: 'heard at' }),
  link('crewedBy', { reversed: true, edgeKind: 'SAILED_ON', edgeLabel: 'sailed on' }),
  link('ledBy', { reversed: true, edgeKind: 'LED', edgeLabel: 'led' }),
  link('wentTo', { edgeKind: 'WENT_TO', edgeLabel: 'went to' }),
  property('startDate', { datatype: 'date' }),
  property('endDate', { datatype: 'date' }),
  property('outcome', { datatype: 'concept', list: 'outcomes' }),
  property('name', { isName: true }),
  property('launched', { datatype: 'date', functional: true }),
  property('tonnage', { datatype: 'integer', functional: true }),
  property('flag'),
  property('type'),
];

export function ontologyOf(relations: readonly Relation[] = RELATIONS): Ontology {
  const named = <T extends { readonly name: string }>(items: readonly T[]): Map<string, T> =>
    new Map(sortedBy(items, (item) => item.name).map((item) => [item.name, item]));
  const outcomes = new Map([
    ['cleared', { name: 'cleared', iri: `${NS}cleared`, label: 'cleared of it', definition: '' }],
  ]);
  return {
    classes: named([
      shipClass('Thing', [], '#111111'),
      shipClass('Ship', ['Thing'], '#222222'),
      shipClass('Port', ['Thing'], '#333333'),
      shipClass('Voyage', ['Thing'], '#444444'),
    ]),
    relations: named(relations),
    qualifiers: named([
      qualifier('startDate', 'date', true),
      qualifier('endDate', 'date', true),
      qualifier('asOf', 'date', true),
      qualifier('berth', 'string'),
      qualifier('order', 'integer'),
      qualifier('__proto__', 'string'),
    ]),
    lists: new Map([
      ['outcomes', { name: 'outcomes', iri: `${NS}outcomes`, label: 'outcomes', concepts: outcomes }],
    ]),
    prefixes: new Map(),
  };
}

export interface Claim extends Partial<Omit<KnownFact, 'qualifiers' | 'object' | 'evidence'>> {
  readonly qualifiers?: Readonly<Record<string, string | readonly string[]>> | ReadonlyMap<string, string>;
  readonly evidence?: readonly Partial<Evidence>[];
}

/** A fact; its id follows from what it says. A text with `=` before it is a literal, `?` is an unknown object. */
export function fact(words: readonly [string, string, string], claim: Claim = {}): KnownFact {
  const [subject, relation, object] = words;
  const { qualifiers = {}, evidence = [{}], ...rest } = claim;
  const pairs = qualifiers instanceof Map ? [...qualifiers] : Object.entries(qualifiers);
  const factId: FactId = `f-${hashOf([...words, JSON.stringify(pairs), rest.status ?? '', String(rest.negated)])}`;
  return {
    id: factId,
    subject: id(subject),
    relation,
    object: objectOf(relation, object),
    qualifiers: new Map(pairs.map(([name, texts]) => [name, [texts].flat().map((text) => literal(text))])),
    status: 'asserted',
    negated: false,
    evidence: evidence.map((piece, i) => evidenceOf(`${factId} ${i}`, piece)),
    origin,
    reasons: [
      rest.notPlain ?? [],
      object === '?' && rest.notPlain !== 'no-value' ? ('no-value' as const) : [],
    ].flat(),
    notPlain: undefined,
    disputed: false,
    disputedBy: [],
    readings: 1,
    ...rest,
  };
}

function objectOf(relation: string, text: string): FactObject {
  if (text === '?') return { kind: 'unknown' };
  if (!text.startsWith('=')) return { kind: 'entity', id: id(text) };
  const value = text.slice(1);
  return {
    kind: 'literal',
    literal: LITERALS.get(relation)?.(value) ?? literal(value),
  };
}

const LITERALS = new Map<string, (text: string) => Literal>([
  ['outcome', (text) => ({ datatype: 'concept', text, list: 'outcomes' })],
  ['startDate', (text) => ({ datatype: 'date', text })],
  ['endDate', (text) => ({ datatype: 'date', text })],
]);

function literal(text: string): Literal {
  return { datatype: 'string', text };
}

function evidenceOf(key: string, piece: Partial<Evidence>): Evidence {
  const evidenceId: EvidenceId = `e-${hashOf([key])}`;
  return { id: evidenceId, source: id<SourceId>('log'), certainty: 'certain', origin, ...piece };
}

/** A knowledge of the facts; every id that they name is a ship, or a port or voyage where it begins so. */
export function knowledgeOf(
  facts: readonly KnownFact[],
  options: { ontology?: Ontology; also?: readonly string[] } = {},
): Knowledge {
  const ids = new Set<string>(options.also ?? []);
  for (const { subject, object } of facts) {
    ids.add(subject);
    if (object.kind === 'entity') ids.add(object.id);
  }
  const entities = sortedBy(ids, (one) => one).map((one): KnownEntity => {
    const kind = one.startsWith('port') ? 'Port' : one.startsWith('voyage') ? 'Voyage' : 'Ship';
    return { id: id(one), class: kind, name: `The ${one}`, origin };
  });
  return {
    dataset: { base: 'https://example.org/fleet/', title: 'Fleet', creators: [] },
    ontology: options.ontology ?? ontologyOf(),
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    facts: sortedBy(facts, (one) => `${one.subject} ${one.relation} ${one.id}`),
    sources: new Map(),
    evidence: [],
    counts: { read: facts.length, refused: 0 },
  };
}
