import type { Problems } from '../core/diagnostic.ts';
import { compareUtf8 } from '../core/order.ts';
import type { Place } from '../core/place.ts';
import { nearest } from '../core/suggest.ts';
import type { Descriptions } from './descriptions.ts';
import { placeOfSubject, placeOfValue, shorten } from './locate.ts';
import { FW, OWL, RDF, RDFS, SCHEMA, SEM, SHACL, SKOS, XSD } from './namespaces.ts';
import type { Term } from './turtle.ts';

/** The namespaces that a predicate of an ontology file may be given in, by prefix. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['fw', FW],
  ['rdf', RDF],
  ['rdfs', RDFS],
  ['owl', OWL],
  ['skos', SKOS],
  ['sh', SHACL],
  ['xsd', XSD],
  ['schema', SCHEMA],
  ['sem', SEM],
]);

/** `fw:name` → its IRI. */
export function expand(curie: string): string {
  const [prefix = '', local = ''] = curie.split(':');
  return (PREFIXES.get(prefix) ?? '') + local;
}

/** Names by IRI, of the terms of one kind. */
export type Names = ReadonlyMap<string, string>;

/** Reads the description of one subject at a time, and reports what is missing or cannot be used. */
export class TermReader {
  readonly descriptions: Descriptions;
  readonly problems: Problems;

  constructor(descriptions: Descriptions, problems: Problems) {
    this.descriptions = descriptions;
    this.problems = problems;
  }

  /** The word for a subject in diagnostics. */
  show(iri: string): string {
    return shorten(iri, this.descriptions.files);
  }

  /** Where the subject gets its type, in the first file that gives it one; else where it is first described. */
  place(subject: string): Place | undefined {
    const type = this.descriptions.values(subject, expand('rdf:type'))[0];
    const [predicate] = this.descriptions.predicatesOf(subject);
    const term =
      type ?? (predicate === undefined ? undefined : this.descriptions.values(subject, predicate)[0]);
    return term && placeOfSubject(subject, term.file);
  }

  missing(subject: string, missing: string): void {
    this.problems.add('ontology-incomplete', this.place(subject), { term: this.show(subject), missing });
  }

  invalid(subject: string, property: string, { value, expected }: { value: Term; expected: string }): void {
    this.problems.add('ontology-invalid-value', placeOfValue(subject, value), {
      term: this.show(subject),
      property,
      value: value.kind === 'iri' ? this.show(value.value) : value.value,
      expected,
    });
  }

  /** `known` are the terms that would do: the nearest is suggested, and where they are few all are named. */
  unknown(subject: string, property: string, value: Term, known: Names = new Map()): void {
    const shown = value.kind === 'iri' ? this.show(value.value) : value.value;
    const allowed = [...known.keys()].map((iri) => this.show(iri)).sort(compareUtf8);
    this.problems.add('ontology-unknown-reference', placeOfValue(subject, value), {
      term: this.show(subject),
      value: shown,
      property,
      suggestion: nearest(shown, allowed),
      allowed: allowed.length <= 12 ? allowed : [],
    });
  }

  /** The one value of a property; two different ones in one file are reported, and the first in byte order holds. */
  one(subject: string, property: string): Term | undefined {
    const [first, second] = this.descriptions.lastValues(subject, expand(property));
    if (second) this.invalid(subject, property, { value: second, expected: 'a single value' });
    return first;
  }

  /** The plain text of a single-valued property such as a name or a colour. */
  token(subject: string, property: string): string | undefined {
    const value = this.one(subject, property);
    if (!value) return undefined;
    if (value.kind === 'literal') return value.value;
    this.invalid(subject, property, { value, expected: 'text in quotes' });
    return undefined;
  }

  /** The words of a property that can be given in several languages; empty where there are none. */
  words(subject: string, property: string): string {
    return this.descriptions.text(subject, expand(property))?.trim() ?? '';
  }

  requiredWords(subject: string, property: string): string {
    const words = this.words(subject, property);
    if (words === '') this.missing(subject, property);
    return words;
  }

  flag(subject: string, property: string): boolean {
    const value = this.one(subject, property);
    if (!value) return false;
    if (value.kind === 'literal' && (value.value === 'true' || value.value === '1')) return true;
    if (value.kind === 'literal' && (value.value === 'false' || value.value === '0')) return false;
    this.invalid(subject, property, { value, expected: 'true or false' });
    return false;
  }

  /** The names that all files together refer to; a reference to anything else is reported. */
  references(subject: string, property: string, known: Names): string[] {
    const names = new Set<string>();
    for (const value of this.descriptions.values(subject, expand(property))) {
      const name = value.kind === 'iri' ? known.get(value.value) : undefined;
      if (name === undefined) this.unknown(subject, property, value, known);
      else names.add(name);
    }
    return [...names];
  }

  /** Like `references`, for a property that a later file overrides and that has one value. */
  reference(subject: string, property: string, known: Names): string | undefined {
    const value = this.one(subject, property);
    if (!value) return undefined;
    const name = value.kind === 'iri' ? known.get(value.value) : undefined;
    if (name === undefined) this.unknown(subject, property, value, known);
    return name;
  }

  /** IRIs of terms elsewhere that mean nearly the same. */
  closeMatches(subject: string): string[] {
    const iris = new Set<string>();
    for (const value of this.descriptions.values(subject, expand('skos:closeMatch'))) {
      if (value.kind === 'iri') iris.add(value.value);
      else this.invalid(subject, 'skos:closeMatch', { value, expected: 'an IRI' });
    }
    return [...iris];
  }
}
