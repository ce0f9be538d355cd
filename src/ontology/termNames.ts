import { compareUtf8, sortedBy } from '../core/order.ts';
import type { Names, TermReader } from './termReader.ts';

/** Gives every term of one kind its name: `fw:name`, else the end of its IRI. A name in use is reported, and its second term left out. */
export function nameTerms(reader: TermReader, iris: readonly string[]): Names {
  const names = new Map<string, string>();
  const iriOf = new Map<string, string>();
  for (const iri of sortedBy(iris, (each) => orderOf(reader, each))) {
    const name = reader.token(iri, 'fw:name') ?? localName(iri);
    const first = iriOf.get(name);
    if (first === undefined) {
      iriOf.set(name, iri);
      names.set(iri, name);
    } else {
      reader.problems.add('ontology-duplicate-name', reader.place(iri), {
        name,
        first: reader.show(first),
        second: reader.show(iri),
      });
    }
  }
  return names;
}

/** The order in which terms claim their names: by file, then line, then IRI. */
function orderOf(reader: TermReader, iri: string): string {
  const place = reader.place(iri);
  const order = reader.descriptions.files.findIndex((file) => file.source.file === place?.file);
  const digits = (n: number) => String(n).padStart(10, '0');
  return `${digits(order)} ${digits(place?.line ?? 0)} ${iri}`;
}

/** What follows the last `#`, `/` or `:` of an IRI. */
export function localName(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1);
}

/** A map by name that iterates in byte order of the names. */
export function byName<T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map([...items].sort((a, b) => compareUtf8(a.name, b.name)).map((item) => [item.name, item]));
}
