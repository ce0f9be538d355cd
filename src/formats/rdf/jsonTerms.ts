/** Canonical terms as JSON-LD. No native types: a number or boolean in JSON would lose its lexical form. */

import { compact, type JsonLdContext } from '../../ontology/context.ts';
import { OWN_PREFIXES, RDF } from '../../ontology/namespaces.ts';
import type { SubjectGroup } from './groups.ts';
import type { Term } from './terms.ts';
import type { Predicate } from './vocabulary.ts';

/** The names that a context gives to IRIs; a reader of expanded JSON-LD needs none. */
export interface Names {
  /** The key of a predicate as JSON text, and the type that its values have without saying so. */
  readonly key: (predicate: Predicate) => { readonly text: string; readonly type: string | undefined };
  /** A class or datatype as JSON text. */
  readonly type: (iri: string) => string;
  /** An IRI as the value of `@id`, as a JSON object. */
  readonly node: (iri: string) => string;
  /** Whether a lone value stands without brackets, and a plain string without `@value`. */
  readonly short: boolean;
}

/** Full IRIs, every value an object in a list: the expanded form (JSON-LD 1.1 API, 5.1). */
export const EXPANDED: Names = {
  key: ({ iri }) => ({ text: `"${iri}"`, type: undefined }),
  type: (iri) => `"${iri}"`,
  node: (iri) => `{"@id":"${iri}"}`,
  short: false,
};

/** The names of a context. Legal IRIs hold neither quotes nor backslashes: in quotes they are JSON. */
export function namesOf(context: JsonLdContext): Names {
  const prefixes = OWN_PREFIXES.filter(([name]) => typeof context[name] === 'string');
  // Prefixes, and names too: some readers take every name for a prefix, as JSON-LD 1.0 did.
  const blocked = new Set(Object.keys(context));
  const keys = new Map<string, { text: string; type: string | undefined }>();
  for (const [name, term] of Object.entries(context)) {
    if (typeof term !== 'object' || keys.has(term['@id'])) continue;
    keys.set(term['@id'], { text: `"${name}"`, type: term['@type'] });
  }
  const type = remembered((iri: string) => keys.get(iri)?.text ?? `"${compact(iri, prefixes)}"`);
  return {
    key: remembered(({ iri }: Predicate) => keys.get(iri) ?? { text: type(iri), type: undefined }),
    type,
    node: (iri) => {
      const scheme = iri.slice(0, iri.indexOf(':'));
      // Such an IRI would be taken for a compact one.
      return blocked.has(scheme) ? `{"@context":{"${scheme}":null},"@id":"${iri}"}` : `{"@id":"${iri}"}`;
    },
    short: true,
  };
}

/** Of an ontology there are few, and they come again and again. */
function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

const TYPE = `${RDF}type`;

/** The keys and values of a node object, `@id` and `@type` first. */
export function membersOf({ subject, predicates, objects }: SubjectGroup, names: Names): string[] {
  const members = [`"@id":"${subject.slice(1, -1)}"`];
  for (let start = 0; start < predicates.length; ) {
    const predicate = predicates[start];
    if (!predicate) break;
    let end = start + 1;
    while (predicates[end] === predicate) end++;
    const values = objects.slice(start, end);
    start = end;
    if (predicate.iri === TYPE) {
      members.push(`"@type":[${values.map((iri) => names.type(iri.slice(1, -1))).join(',')}]`);
      continue;
    }
    const { text, type } = names.key(predicate);
    const written = values.map((value) => valueText(value, type, names)).join(',');
    members.push(names.short && values.length === 1 ? `${text}:${written}` : `${text}:[${written}]`);
  }
  return members;
}

/**
 * One value. Canonical N-Triples escapes nothing in a way that JSON does not know (RFC 8259, clause 7), so a quoted
 * string is taken over as it is.
 */
function valueText(term: Term, type: string | undefined, names: Names): string {
  if (term.startsWith('<')) return iriText(term.slice(1, -1), type, names);
  if (term.endsWith('"')) return names.short && type === undefined ? term : `{"@value":${term}}`;
  if (!term.endsWith('>')) {
    const at = term.lastIndexOf('"@') + 1;
    return `{"@language":"${term.slice(at + 1)}","@value":${term.slice(0, at)}}`;
  }
  // An IRI holds no `<`, so the last `^^<` begins the datatype.
  const end = term.lastIndexOf('^^<');
  const datatype = term.slice(end + 3, -1);
  if (datatype === type) return term.slice(0, end);
  return `{"@type":${names.type(datatype)},"@value":${term.slice(0, end)}}`;
}

function iriText(iri: string, type: string | undefined, names: Names): string {
  const node = names.node(iri);
  return type === '@id' && node.startsWith('{"@id"') ? `"${iri}"` : node;
}
