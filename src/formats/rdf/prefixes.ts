/** Prefixed names for Turtle. */
import { compareUtf8 } from '../../core/order.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { DCTERMS, FW, OA, PAV, PROV, RDF, RDFS, SEM, XSD } from '../../ontology/namespaces.ts';
import { iriTerm } from './terms.ts';

const BUILT_IN: readonly (readonly [name: string, namespace: string])[] = [
  ['rdf', RDF],
  ['rdfs', RDFS],
  ['xsd', XSD],
  ['fw', FW],
  ['oa', OA],
  ['prov', PROV],
  ['sem', SEM],
  ['dcterms', DCTERMS],
  ['pav', PAV],
];

/** Legal in Turtle and in every reader: a part of PN_PREFIX, or the empty name. */
const PREFIX_NAME = /^(?:[A-Za-z][A-Za-z0-9_-]*)?$/;

/** Namespace → prefix name: one name for a namespace and one namespace for a name (guards.md G4). */
export type Prefixes = ReadonlyMap<string, string>;

/** All prefixes that an export of this knowledge may use: the tool's, the data set's, the ontology's. */
export function candidatePrefixes(knowledge: Knowledge): Prefixes {
  const declared = knowledge.ontology.prefixes;
  const wanted = [
    ...BUILT_IN,
    [freeName(declared), knowledge.dataset.base] as const,
    ...[...declared].sort(([a], [b]) => compareUtf8(a, b)),
  ];
  const names = new Set<string>();
  const prefixes = new Map<string, string>();
  for (const [name, namespace] of wanted) {
    const legal = PREFIX_NAME.test(name) && typeof iriTerm(namespace) === 'string';
    if (!legal || names.has(name) || prefixes.has(namespace)) continue;
    names.add(name);
    prefixes.set(namespace, name);
  }
  return prefixes;
}

/** The empty name for the data set, unless the ontology uses it for itself. */
function freeName(declared: ReadonlyMap<string, string>): string {
  if (!declared.has('')) return '';
  let number = 1;
  while (declared.has(`data${number}`)) number++;
  return `data${number}`;
}

/** Shortens IRIs, and keeps in mind which prefixes it used and which schemes stay in view. */
export class Shortener {
  readonly #prefixes: Prefixes;
  readonly #base: string;
  readonly #used = new Set<string>();
  readonly #schemes = new Set<string>();
  /** Of predicates only: they are few and come again and again. */
  readonly #predicates = new Map<string, string>();

  constructor(prefixes: Prefixes, base: string) {
    this.#prefixes = prefixes;
    this.#base = `<${base}`;
    this.#schemes.add(schemeOf(this.#base));
  }

  /** The term `<…>` as a prefixed name where its local part is plain `[A-Za-z0-9_-]`, else as it is. */
  shorten(term: string): string {
    const start = localStart(term);
    const namespace = start < 0 ? '' : term.slice(1, start);
    const name = this.#prefixes.get(namespace);
    if (name === undefined) {
      if (!term.startsWith(this.#base)) this.#schemes.add(schemeOf(term));
      return term;
    }
    this.#used.add(name);
    return `${name}:${term.slice(start, -1)}`;
  }

  /** The same, remembered. */
  shortenPredicate(term: string): string {
    const known = this.#predicates.get(term);
    if (known !== undefined) return known;
    const short = this.shorten(term);
    this.#predicates.set(term, short);
    return short;
  }

  /** The prefixes that were needed, less those that a reader could take for the scheme of an IRI (G4). */
  inUse(): Prefixes {
    const needed = [...this.#prefixes].filter(([, name]) => this.#used.has(name));
    const schemes = new Set([...this.#schemes, ...needed.map(([namespace]) => schemeOf(`<${namespace}`))]);
    const safe = needed.filter(([, name]) => !schemes.has(name.toLowerCase()));
    return new Map(safe.sort(([, a], [, b]) => compareUtf8(a, b)));
  }
}

/** Schemes have no case (RFC 3986, clause 3.1). */
function schemeOf(term: string): string {
  return term.slice(1, term.indexOf(':')).toLowerCase();
}

/** Where the plain end of `<…>` begins, or -1 where there is none or it could not begin a local name. */
function localStart(term: string): number {
  let start = term.length - 1;
  while (start > 0 && isPlain(term.charCodeAt(start - 1))) start--;
  return start === term.length - 1 || term[start] === '-' ? -1 : start;
}

function isPlain(unit: number): boolean {
  const letter = unit | 0x20;
  const digit = unit >= 0x30 && unit <= 0x39;
  return (letter >= 0x61 && letter <= 0x7a) || digit || unit === 0x5f || unit === 0x2d;
}
