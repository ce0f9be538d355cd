/** The JSON-LD context of an ontology: names for keys and classes, and the types that values have without saying so. */
import { checkIri } from '../core/iri.ts';
import { compareUtf8 } from '../core/order.ts';
import { DCTERMS, FW, OA, OWN_PREFIXES, PROV, RDF, RDFS, XSD } from './namespaces.ts';
import type { Ontology, Relation, ValueType } from './ontology.ts';

/** What a name stands for. A value is of `@type` unless it says otherwise; `@id` means that it is an IRI. */
export interface ContextTerm {
  readonly '@id': string;
  readonly '@type'?: string;
}

/** Name → what it stands for; a prefix is a plain string. `@version` makes readers of JSON-LD 1.0 refuse the file. */
export type JsonLdContext = Readonly<Record<string, ContextTerm | string | number>>;

/** Predicates of the tool whose values are always of one type; the others are plain strings or say their type. */
const OWN_TYPES: readonly (readonly [type: string, iris: readonly string[]])[] = [
  [
    '@id',
    [
      ...['certainty', 'copyOf', 'corrects', 'disputedBy', 'evidence', 'retracts', 'saidBy', 'status'].map(
        (name) => FW + name,
      ),
      ...['hasSelector', 'hasSource'].map((name) => OA + name),
      `${DCTERMS}replaces`,
      `${PROV}wasDerivedFrom`,
      ...['predicate', 'subject'].map((name) => RDF + name),
      `${RDFS}seeAlso`,
    ],
  ],
  [`${XSD}boolean`, ['disputed', 'negated', 'notPlain', 'outweighed', 'rejected'].map((name) => FW + name)],
  [`${XSD}decimal`, [`${FW}confidence`]],
  [`${XSD}nonNegativeInteger`, ['end', 'start'].map((name) => OA + name)],
];

/** Names that every reader takes as they are: no keyword, no compact IRI, no `__proto__`. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

/**
 * The context as an object, prefixes first, then names in byte order.
 *
 * Relations go by their name, then classes and qualifiers where the name is still free; what has none is written
 * with its IRI. A prefix that is the scheme of one of `iris` or of a term of the ontology is left out, since an
 * IRI of that scheme would be taken for a compact one (guards.md G4).
 */
export function toContext(ontology: Ontology, iris: readonly string[] = []): JsonLdContext {
  const terms = [
    ...[...ontology.relations.values()].map((one) => [one.name, termOf(one.iri, relationType(one))] as const),
    ...[...ontology.classes.values()].map((one) => [one.name, termOf(one.iri, undefined)] as const),
    ...[...ontology.qualifiers.values()].map((one) => [one.name, termOf(one.iri, typeOf(one))] as const),
  ];
  const concepts = [...ontology.lists.values()].flatMap((list) => [...list.concepts.values()]);
  const used = [...terms.map(([, term]) => term['@id']), ...concepts.map((one) => one.iri), ...iris];
  const schemes = new Set(used.map((iri) => iri.slice(0, iri.indexOf(':')).toLowerCase()));
  const prefixes = new Map(OWN_PREFIXES.filter(([name]) => !schemes.has(name)));
  const named = new Map<string, ContextTerm>(ownTerms(prefixes));
  for (const [name, term] of terms) {
    const legal = NAME.test(name) && checkIri(term['@id']) === undefined;
    if (legal && !prefixes.has(name) && !named.has(name)) named.set(name, term);
  }
  const sorted = [...named].sort(([a], [b]) => compareUtf8(a, b));
  return Object.fromEntries([['@version', 1.1], ...prefixes, ...sorted]);
}

/** The context as a file of its own. */
export function writeContext(ontology: Ontology): string {
  return `{\n"@context": ${contextLines(toContext(ontology))}\n}\n`;
}

/** A context as JSON, one name a line. */
export function contextLines(context: JsonLdContext): string {
  const lines = Object.entries(context).map(
    // `1.1` is a number in JSON, and the only one here.
    ([name, term]) => `  ${JSON.stringify(name)}: ${JSON.stringify(term)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

function ownTerms(prefixes: ReadonlyMap<string, string>): [string, ContextTerm][] {
  const terms: [string, ContextTerm][] = [];
  for (const [type, iris] of OWN_TYPES) {
    for (const iri of iris) {
      const name = compact(iri, prefixes);
      if (name !== iri) terms.push([name, termOf(iri, type)]);
    }
  }
  return terms;
}

/** The IRI shortened with one of the prefixes, or as it is. */
export function compact(iri: string, prefixes: Iterable<readonly [name: string, namespace: string]>): string {
  for (const [name, namespace] of prefixes) {
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : '';
    if (NAME.test(local)) return `${name}:${local}`;
  }
  return iri;
}

function termOf(iri: string, type: string | undefined): ContextTerm {
  return type === undefined ? { '@id': iri } : { '@id': iri, '@type': type };
}

function relationType(relation: Relation): string | undefined {
  return relation.kind === 'link' ? '@id' : typeOf(relation);
}

/** Dates say their type with each value, since it depends on their precision; texts have none. */
function typeOf({ datatype }: ValueType): string | undefined {
  switch (datatype) {
    case 'iri':
    case 'concept':
      return '@id';
    case 'boolean':
    case 'decimal':
    case 'integer':
      return XSD + datatype;
    case 'string':
    case 'token':
    case 'date':
      return undefined;
  }
}
