/** The terms that the published vocabularies really have, as the `@vocabulary` packages ship them. */
import { readFileSync } from 'node:fs';
import { DCTERMS, OA, OWL, PROV, RDF, RDFS, SCHEMA, SEM, SKOS } from '../../src/ontology/namespaces.ts';

const PACKAGES: readonly (readonly [name: string, namespace: string])[] = [
  ['schema', SCHEMA],
  ['skos', SKOS],
  ['prov', PROV],
  ['sem', SEM],
  ['oa', OA],
  ['dcterms', DCTERMS],
  ['rdf', RDF],
  ['rdfs', RDFS],
  ['owl', OWL],
];

export function readVocabularies(): Map<string, Set<string>> {
  return new Map(PACKAGES.map(([name, namespace]) => [namespace, localNames(name, namespace)]));
}

/** Terms are the subjects with an `rdf:type` of their own; others are only mentioned. */
function localNames(name: string, namespace: string): Set<string> {
  const file = new URL(`../../node_modules/@vocabulary/${name}/${name}.nq`, import.meta.url);
  const names = new Set<string>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const subject = /^<([^>]*)> <http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#type>/.exec(line)?.[1];
    if (subject?.startsWith(namespace)) names.add(subject.slice(namespace.length));
  }
  return names;
}
