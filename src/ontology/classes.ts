import { compareUtf8 } from '../core/order.ts';
import type { OntologyClass } from './ontology.ts';
import { byName } from './termNames.ts';
import type { Names, TermReader } from './termReader.ts';

/** The colour of a class or link that has none of its own; `lintOntology` asks for a better one. */
export const FALLBACK_COLOUR = '#6e6e6e';

type Parents = ReadonlyMap<string, readonly string[]>;

/** Builds all classes, with lineage, disjointness, and what is inherited: colour, and whether they connect. */
export function buildClasses(reader: TermReader, names: Names): ReadonlyMap<string, OntologyClass> {
  const own = [...names].map(([iri, name]) => ({
    name,
    iri,
    label: reader.requiredWords(iri, 'rdfs:label'),
    definition: reader.words(iri, 'skos:definition'),
    parents: reader.references(iri, 'rdfs:subClassOf', names).sort(compareUtf8),
    disjoint: reader.references(iri, 'owl:disjointWith', names),
    colour: reader.token(iri, 'fw:colour'),
    connector: reader.flag(iri, 'fw:connector'),
    closeMatch: reader.closeMatches(iri).sort(compareUtf8),
  }));
  const parents = new Map(own.map((each) => [each.name, each.parents]));
  reportCycles(reader, names, parents);
  const colours = new Map(own.map((each) => [each.name, each.colour]));
  const connectors = new Set(own.filter((each) => each.connector).map((each) => each.name));
  const disjoint = bothWays(own);
  const classes = own.map(({ disjoint: _, ...each }): OntologyClass => {
    const lineage = lineageOf(each.name, parents);
    const colour = lineage.map((name) => colours.get(name)).find((known) => known !== undefined);
    const apart = new Set(lineage.flatMap((name) => [...(disjoint.get(name) ?? [])]));
    return {
      ...each,
      lineage,
      colour: colour ?? FALLBACK_COLOUR,
      connector: lineage.some((name) => connectors.has(name)),
      disjointWith: [...apart].sort(compareUtf8),
    };
  });
  return byName(classes);
}

/** The class itself and all its superclasses, nearest first, then by name. */
function lineageOf(name: string, parents: Parents): string[] {
  const lineage = new Set([name]);
  let level = [name];
  while (level.length > 0) {
    const above = level.flatMap((each) => parents.get(each) ?? []).filter((each) => !lineage.has(each));
    level = [...new Set(above)].sort(compareUtf8);
    for (const each of level) lineage.add(each);
  }
  return [...lineage];
}

function reportCycles(reader: TermReader, names: Names, parents: Parents): void {
  const above = new Map([...parents.keys()].map((name) => [name, ancestorsOf(name, parents)]));
  for (const [iri, name] of names) {
    const members = [...(above.get(name) ?? [])].filter((each) => above.get(each)?.has(name));
    // A circle is reported once, at the class that comes first in byte order.
    if (members.sort(compareUtf8)[0] !== name) continue;
    reader.problems.add('ontology-cycle', reader.place(iri), { class: name });
  }
}

function ancestorsOf(name: string, parents: Parents): ReadonlySet<string> {
  return new Set((parents.get(name) ?? []).flatMap((parent) => lineageOf(parent, parents)));
}

function bothWays(
  classes: readonly { name: string; disjoint: readonly string[] }[],
): Map<string, Set<string>> {
  const pairs = new Map(classes.map(({ name, disjoint }) => [name, new Set(disjoint)]));
  for (const { name, disjoint } of classes) {
    for (const other of disjoint) pairs.get(other)?.add(name);
  }
  return pairs;
}
