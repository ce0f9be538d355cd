/** Prefixed names for Turtle. */
import { compareUtf8 } from '../../core/order.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { OWN_PREFIXES } from '../../ontology/namespaces.ts';
import { iriTerm } from './terms.ts';

/** Legal in Turtle and in every reader: a part of PN_PREFIX, or the empty name. */
const PREFIX_NAME = /^(?:[A-Za-z][A-Za-z0-9_-]*)?$/;

/** Namespace → prefix name: one name for a namespace and one namespace for a name (guards.md G4). */
export type Prefixes = ReadonlyMap<string, string>;

/** All prefixes that an export of this knowledge may use: the tool's, the data set's, the ontology's. */
export function candidatePrefixes(knowledge: Knowledge): Prefixes {
  const declared = knowledge.ontology.prefixes;
  const wanted = [
    ...OWN_PREFIXES,
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

/** The text of an IRI: a prefixed name where its local part is plain `[A-Za-z0-9_-]`, else `<…>`. */
export function shorten(iri: string, prefixes: Prefixes): string {
  const start = localStart(iri);
  const name = start < 0 ? undefined : prefixes.get(iri.slice(0, start));
  return name === undefined ? `<${iri}>` : `${name}:${iri.slice(start)}`;
}

/** Keeps in mind which prefixes the IRIs of a file need and which schemes stay in view. */
export class PrefixesInUse {
  readonly #prefixes: Prefixes;
  readonly #base: string;
  readonly #used = new Set<string>();
  readonly #schemes = new Set<string>();

  constructor(prefixes: Prefixes, base: string) {
    this.#prefixes = prefixes;
    this.#base = base;
    this.#schemes.add(schemeOf(base));
  }

  add(iri: string): void {
    const start = localStart(iri);
    const name = start < 0 ? undefined : this.#prefixes.get(iri.slice(0, start));
    if (name !== undefined) this.#used.add(name);
    else if (!iri.startsWith(this.#base)) this.#schemes.add(schemeOf(iri));
  }

  /** The prefixes that were needed, less those that a reader could take for the scheme of an IRI (G4). */
  safe(): Prefixes {
    const needed = [...this.#prefixes].filter(([, name]) => this.#used.has(name));
    const schemes = new Set([...this.#schemes, ...needed.map(([namespace]) => schemeOf(namespace))]);
    const safe = needed.filter(([, name]) => !schemes.has(name.toLowerCase()));
    return new Map(safe.sort(([, a], [, b]) => compareUtf8(a, b)));
  }
}

/** Schemes have no case (RFC 3986, clause 3.1). */
function schemeOf(iri: string): string {
  return iri.slice(0, iri.indexOf(':')).toLowerCase();
}

/** Where the plain end of an IRI begins, or -1 where there is none or it could not begin a local name. */
function localStart(iri: string): number {
  let start = iri.length;
  while (start > 0 && isPlain(iri.charCodeAt(start - 1))) start--;
  return start === iri.length || iri[start] === '-' ? -1 : start;
}

function isPlain(unit: number): boolean {
  const letter = unit | 0x20;
  const digit = unit >= 0x30 && unit <= 0x39;
  return (letter >= 0x61 && letter <= 0x7a) || digit || unit === 0x5f || unit === 0x2d;
}
