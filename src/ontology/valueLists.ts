import { compareUtf8 } from '../core/order.ts';
import type { Concept, ValueList } from './ontology.ts';
import { byName, nameTerms } from './termNames.ts';
import { expand, type Names, type TermReader } from './termReader.ts';

/** Builds the value lists: SKOS concept schemes with the concepts of all files. */
export function buildLists(reader: TermReader, names: Names): ReadonlyMap<string, ValueList> {
  const members = membersOf(reader, names);
  const lists = [...names].map(
    ([iri, name]): ValueList => ({
      name,
      iri,
      label: reader.requiredWords(iri, 'rdfs:label'),
      concepts: buildConcepts(reader, members.get(name) ?? []),
    }),
  );
  return byName(lists);
}

/** The IRIs of the concepts of each list, in byte order. */
function membersOf(reader: TermReader, names: Names): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const concept of reader.descriptions.ofType(expand('skos:Concept'))) {
    const schemes = reader.references(concept, 'skos:inScheme', names);
    const given = reader.descriptions.values(concept, expand('skos:inScheme'));
    if (given.length === 0) reader.missing(concept, 'skos:inScheme');
    for (const scheme of schemes) members.set(scheme, [...(members.get(scheme) ?? []), concept]);
  }
  return members;
}

function buildConcepts(reader: TermReader, iris: readonly string[]): ReadonlyMap<string, Concept> {
  const named = nameTerms(reader, [...iris].sort(compareUtf8));
  const concepts = [...named].map(
    ([iri, name]): Concept => ({
      name,
      iri,
      label: reader.requiredWords(iri, 'rdfs:label'),
      definition: reader.words(iri, 'skos:definition'),
    }),
  );
  return byName(concepts);
}
