/** The predicates and fixed objects of the export: the tool's own, and those of the ontology, each checked once. */
import { compareUtf8 } from '../../core/order.ts';
import { CERTAINTIES, STATUSES } from '../../facts/facts.ts';
import { DCTERMS, FW, OA, PAV, PROV, RDF, RDFS, SEM } from '../../ontology/namespaces.ts';
import type { Ontology } from '../../ontology/ontology.ts';
import type { Gate, IriTerm } from './terms.ts';

const PREDICATES = {
  type: `${RDF}type`,
  subject: `${RDF}subject`,
  predicate: `${RDF}predicate`,
  object: `${RDF}object`,
  reifies: `${RDF}reifies`,
  label: `${RDFS}label`,
  seeAlso: `${RDFS}seeAlso`,
  status: `${FW}status`,
  negated: `${FW}negated`,
  certainty: `${FW}certainty`,
  disputed: `${FW}disputed`,
  disputedBy: `${FW}disputedBy`,
  notPlain: `${FW}notPlain`,
  outweighed: `${FW}outweighed`,
  rejected: `${FW}rejected`,
  rejectedBy: `${FW}rejectedBy`,
  rejectedBecause: `${FW}rejectedBecause`,
  evidence: `${FW}evidence`,
  quote: `${FW}quote`,
  confidence: `${FW}confidence`,
  saidBy: `${FW}saidBy`,
  dateExpression: `${FW}dateExpression`,
  note: `${FW}note`,
  withoutPlace: `${FW}withoutPlace`,
  row: `${FW}row`,
  column: `${FW}column`,
  sha256: `${FW}sha256`,
  copyOf: `${FW}copyOf`,
  corrects: `${FW}corrects`,
  retracts: `${FW}retracts`,
  earliestBegin: `${SEM}hasEarliestBeginTimeStamp`,
  latestBegin: `${SEM}hasLatestBeginTimeStamp`,
  earliestEnd: `${SEM}hasEarliestEndTimeStamp`,
  latestEnd: `${SEM}hasLatestEndTimeStamp`,
  hasSource: `${OA}hasSource`,
  hasSelector: `${OA}hasSelector`,
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
  start: `${OA}start`,
  end: `${OA}end`,
  wasDerivedFrom: `${PROV}wasDerivedFrom`,
  retrievedOn: `${PAV}retrievedOn`,
  kindOfSource: `${DCTERMS}type`,
  title: `${DCTERMS}title`,
  publisher: `${DCTERMS}publisher`,
  creator: `${DCTERMS}creator`,
  issued: `${DCTERMS}issued`,
  language: `${DCTERMS}language`,
  licence: `${DCTERMS}license`,
  rights: `${DCTERMS}rights`,
  replaces: `${DCTERMS}replaces`,
};

const THINGS = {
  Statement: `${RDF}Statement`,
  Evidence: `${FW}Evidence`,
  Source: `${FW}Source`,
  SpecificResource: `${OA}SpecificResource`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  TextPositionSelector: `${OA}TextPositionSelector`,
  unknown: `${FW}unknown`,
  none: `${FW}none`,
};

type PredicateName = keyof typeof PREDICATES;

/** A predicate; `rank` is its place in the order of predicates: by their bytes, or `rdf:type` before all others. */
export interface Predicate {
  readonly iri: string;
  readonly term: IriTerm;
  /** The term between two blanks, as it stands in a line. */
  readonly between: string;
  readonly rank: number;
}

/** Order and look of the predicates. */
export interface PredicateStyle {
  /** `rdf:type` comes first. */
  readonly typeFirst: boolean;
}

/** A term or predicate that the gate refused, or that must not be used, is undefined; that is reported once. */
export interface Vocabulary {
  readonly own: Readonly<Record<PredicateName, Predicate | undefined>>;
  readonly things: Readonly<Record<keyof typeof THINGS, IriTerm | undefined>>;
  /** `fw:asserted`, `fw:certain` and so on. */
  readonly statuses: ReadonlyMap<string, IriTerm | undefined>;
  readonly certainties: ReadonlyMap<string, IriTerm | undefined>;
  readonly relations: ReadonlyMap<string, Predicate>;
  readonly qualifiers: ReadonlyMap<string, Predicate>;
  /** Class name → the IRIs of its lineage. */
  readonly lineages: ReadonlyMap<string, readonly IriTerm[]>;
  /** Value list → concept → IRI. */
  readonly concepts: ReadonlyMap<string, ReadonlyMap<string, IriTerm>>;
}

/** Checks every IRI of the ontology and orders the predicates. */
export function buildVocabulary(ontology: Ontology, gate: Gate, style: PredicateStyle): Vocabulary {
  const fixed = (iri: string) => gate.iri(iri, undefined);
  const reserved = new Map([...ontology.relations.values()].map((relation) => [relation.iri, relation.name]));
  const relations = termsOf(ontology.relations, ({ iri }) => legal(iri, gate));
  const qualifiers = termsOf(ontology.qualifiers, ({ iri }) => unreserved(iri, reserved, gate));
  const own = mapValues(PREDICATES, (iri) => unreserved(iri, reserved, gate));
  const predicate = ranked([...relations.values(), ...qualifiers.values(), ...Object.values(own)], style);
  return {
    own: mapValues(own, predicate),
    things: mapValues(THINGS, fixed),
    statuses: new Map(STATUSES.map((status) => [status, fixed(FW + status)])),
    certainties: new Map(CERTAINTIES.map((certainty) => [certainty, fixed(FW + certainty)])),
    relations: termsOf(relations, predicate),
    qualifiers: termsOf(qualifiers, predicate),
    lineages: lineagesOf(ontology, gate),
    concepts: termsOf(ontology.lists, (list) => termsOf(list.concepts, ({ iri }) => fixed(iri))),
  };
}

interface LegalIri {
  readonly iri: string;
  readonly term: IriTerm;
}

function legal(iri: string, gate: Gate): LegalIri | undefined {
  const term = gate.iri(iri, undefined);
  return term === undefined ? undefined : { iri, term };
}

/** An ontology relation is the predicate of plain facts and of nothing else (architecture.md, invariant 2). */
function unreserved(iri: string, reserved: ReadonlyMap<string, string>, gate: Gate): LegalIri | undefined {
  const relation = reserved.get(iri);
  if (relation === undefined) return legal(iri, gate);
  return gate.refuse(iri, `only plain facts may use the IRI of the relation "${relation}"`, undefined);
}

function ranked(found: readonly (LegalIri | undefined)[], { typeFirst }: PredicateStyle) {
  const distinct = new Map(found.filter((one) => one !== undefined).map((one) => [one.iri, one.term]));
  // As in the lines of N-Quads, where a bracket follows.
  const key = (iri: string) => (typeFirst && iri === PREDICATES.type ? '' : `${iri}>`);
  const sorted = [...distinct].sort(([a], [b]) => compareUtf8(key(a), key(b)));
  const predicates = new Map(
    sorted.map(([iri, term], rank) => [iri, { iri, term, between: ` ${term} `, rank }]),
  );
  return (one: LegalIri | undefined): Predicate | undefined => one && predicates.get(one.iri);
}

function lineagesOf(ontology: Ontology, gate: Gate): ReadonlyMap<string, readonly IriTerm[]> {
  const iris = termsOf(ontology.classes, (entry) => gate.iri(entry.iri, undefined));
  return termsOf(ontology.classes, ({ lineage }) =>
    lineage.map((name) => iris.get(name)).filter((term) => term !== undefined),
  );
}

/** The map with its values converted, less those that come out undefined. */
function termsOf<V, T>(entries: ReadonlyMap<string, V>, convert: (value: V) => T | undefined) {
  const terms = new Map<string, T>();
  for (const [name, value] of entries) {
    const term = convert(value);
    if (term !== undefined) terms.set(name, term);
  }
  return terms;
}

function mapValues<K extends string, V, T>(record: Record<K, V>, convert: (value: V) => T): Record<K, T> {
  const names = Object.keys(record) as K[]; // TypeScript types keys as string; the records above have no others
  return Object.fromEntries(names.map((name) => [name, convert(record[name])])) as Record<K, T>; // as above
}
