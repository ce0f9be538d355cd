import type { PathStep } from './ontology.ts';
import { expand, type Names, type TermReader } from './termReader.ts';
import type { Term } from './turtle.ts';

/** A SHACL property path (SHACL 1.0, 2.3.1) of the two forms in use: a predicate, its inverse, or a sequence of these. */
export function readPath(
  reader: TermReader,
  { subject, path }: { subject: string; path: Term },
  relations: Names,
): readonly PathStep[] | undefined {
  const items = isList(reader, path) ? listItems(reader, path) : [path];
  const steps = items?.map((item) => readStep(reader, item, relations));
  if (!steps || steps.length === 0) {
    reader.unknown(subject, 'fw:showWith', path);
    return undefined;
  }
  const known: PathStep[] = [];
  for (const step of steps) {
    if ('unknown' in step) reader.unknown(subject, 'fw:showWith', step.unknown);
    else known.push(step);
  }
  return known.length === steps.length ? known : undefined;
}

function readStep(reader: TermReader, item: Term, relations: Names): PathStep | { readonly unknown: Term } {
  const against = reader.descriptions.values(item.value, expand('sh:inversePath'))[0];
  const along = item.kind === 'blank' ? against : item;
  const relation = along?.kind === 'iri' ? relations.get(along.value) : undefined;
  return relation === undefined ? { unknown: along ?? item } : { relation, inverse: item.kind === 'blank' };
}

function isList(reader: TermReader, term: Term): boolean {
  const isEmpty = term.value === expand('rdf:nil');
  return isEmpty || reader.descriptions.values(term.value, expand('rdf:first')).length > 0;
}

/** The items of an RDF collection, or undefined when it is not well-formed. */
function listItems(reader: TermReader, list: Term): Term[] | undefined {
  const items: Term[] = [];
  const seen = new Set<string>();
  for (let node = list; node.value !== expand('rdf:nil'); ) {
    const [first, otherFirst] = reader.descriptions.values(node.value, expand('rdf:first'));
    const [rest, otherRest] = reader.descriptions.values(node.value, expand('rdf:rest'));
    if (!first || !rest || otherFirst || otherRest || seen.has(node.value)) return undefined;
    seen.add(node.value);
    items.push(first);
    node = rest;
  }
  return items;
}
