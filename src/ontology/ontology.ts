/** The model of an ontology: what `loadOntology` makes of Turtle files and every other stage reads. */

export interface OntologyClass {
  readonly name: string;
  readonly iri: string;
  readonly label: string;
  readonly definition: string;
  /** Names of the direct superclasses. */
  readonly parents: readonly string[];
  /** The class itself and all its superclasses, nearest first, then by name. */
  readonly lineage: readonly string[];
  /** What the class or a superclass is disjoint with, in either direction; two classes are apart when one has a class of the other's lineage here. */
  readonly disjointWith: readonly string[];
  /** `#rrggbb`; inherited from the nearest superclass that has one. */
  readonly colour: string;
  /** Whether it or a superclass says that its members connect others, so that a graph may show edges in their place. */
  readonly connector: boolean;
  readonly closeMatch: readonly string[];
}

export type DatatypeName =
  | 'string' // text with an optional language
  | 'token' // text without language: identifiers, codes
  | 'date' // EDTF
  | 'decimal'
  | 'integer'
  | 'boolean'
  | 'iri'
  | 'concept'; // a member of a value list

/** What the values of a property or qualifier are. `list` names the value list of a concept. */
export interface ValueType {
  readonly datatype: DatatypeName;
  readonly list?: string;
}

interface RelationBase {
  /** The word used in fact files: `homePort`. */
  readonly name: string;
  readonly iri: string;
  readonly label: string;
  readonly definition: string;
  /** The class of a subject must have one of these in its lineage. */
  readonly subjectClasses: readonly string[];
  /** Allowed qualifiers; `discriminating` ones are part of a fact's identity. Universal ones are listed only then. */
  readonly qualifiers: ReadonlyMap<string, { readonly discriminating: boolean }>;
  /** At most one object at a time for a subject and the same discriminating qualifiers. */
  readonly functional: boolean;
  readonly closeMatch: readonly string[];
}

/** One step of a path from the subject of a fact: along a relation, or against it. */
export interface PathStep {
  readonly relation: string;
  readonly inverse: boolean;
}

export interface Link extends RelationBase {
  readonly kind: 'link';
  readonly objectClasses: readonly string[];
  readonly symmetric: boolean;
  /** The relation type in graph formats: `FINANCED`. */
  readonly edgeKind: string;
  /** The words on an edge: `financed`. */
  readonly edgeLabel: string;
  /** True when the edge runs from the object to the subject of the fact. */
  readonly reversed: boolean;
  readonly colour: string;
  /** Paths, from the subject of the fact, to facts that must be shown beside it. */
  readonly showWith: readonly (readonly PathStep[])[];
}

export interface Property extends RelationBase, ValueType {
  readonly kind: 'property';
  /** The property that holds the display name (exactly one in an ontology may say so). */
  readonly isName: boolean;
  /** Names of date properties whose value cannot lie before that of this one. */
  readonly before: readonly string[];
}

export type Relation = Link | Property;

export interface Qualifier extends ValueType {
  readonly name: string;
  readonly iri: string;
  readonly label: string;
  readonly definition: string;
  /** Allowed on every relation: `startDate`, `endDate`, `asOf`. */
  readonly universal: boolean;
}

export interface Concept {
  readonly name: string;
  readonly iri: string;
  readonly label: string;
  readonly definition: string;
}

export interface ValueList {
  readonly name: string;
  readonly iri: string;
  readonly label: string;
  readonly concepts: ReadonlyMap<string, Concept>;
}

/** All maps are keyed by name and iterate in byte order of the names. */
export interface Ontology {
  readonly classes: ReadonlyMap<string, OntologyClass>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly qualifiers: ReadonlyMap<string, Qualifier>;
  readonly lists: ReadonlyMap<string, ValueList>;
  /** Prefix → namespace, as the Turtle files declare them. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Whether a class is, or descends from, one of the allowed ones. */
export function isOneOf(ontology: Ontology, className: string, allowed: readonly string[]): boolean {
  const lineage = ontology.classes.get(className)?.lineage ?? [];
  return allowed.some((name) => lineage.includes(name));
}
