/** What a description says of one thing: plain data, from which the writer makes terms. */
import { RDF, XSD } from '../../ontology/namespaces.ts';

export type Value =
  | { readonly kind: 'iri'; readonly iri: string }
  | { readonly kind: 'text'; readonly text: string; readonly language?: string | undefined }
  | { readonly kind: 'typed'; readonly lexical: string; readonly datatype: string };

export type Said = readonly [predicate: string, value: Value];

export interface Resource {
  readonly iri: string;
  readonly says: readonly Said[];
}

export function iri(text: string): Value {
  return { kind: 'iri', iri: text };
}

export function text(words: string, language?: string): Value {
  return { kind: 'text', text: words, language };
}

/** A natural number of things. */
export function count(number: number): Value {
  return { kind: 'typed', lexical: String(number), datatype: `${XSD}integer` };
}

export function typed(lexical: string, datatype: string): Value {
  return { kind: 'typed', lexical, datatype };
}

export function isA(...types: readonly string[]): Said[] {
  return types.map((type) => [`${RDF}type`, iri(type)]);
}

/** What is said of a value that may be missing: nothing then. */
export function ifGiven<T>(value: T | undefined, says: (value: T) => readonly Said[]): readonly Said[] {
  return value === undefined ? [] : says(value);
}
