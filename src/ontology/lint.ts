import { type Diagnostic, Problems } from '../core/diagnostic.ts';
import { compareUtf8 } from '../core/order.ts';
import type { Place } from '../core/place.ts';
import { FALLBACK_COLOUR } from './classes.ts';
import { contrastWithWhite } from './contrast.ts';
import { FACT_KEYS } from './factKeys.ts';
import type { Link, Ontology } from './ontology.ts';

/** Local names by namespace IRI, such as all terms of SKOS. */
export type Vocabularies = ReadonlyMap<string, ReadonlySet<string>>;

/** What nodes and edges need to stand out from the page (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;

const WORD = /^[A-Za-z][A-Za-z0-9]*$/;
const EDGE_KIND = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

interface Described {
  readonly name: string;
  readonly iri: string;
  readonly label: string;
  readonly definition?: string;
}

/**
 * Checks what an ontology can be used without, but should not be published without: definitions, colours that
 * stand out, legal words, an edge kind for each link alone, links for what connects, and reused terms that exist.
 *
 * `vocabularies` has every vocabulary whose terms are to be checked; IRIs of other namespaces are not. `placeOf`
 * says where a term is described, as `loadOntology` returns it; without it the findings have no place.
 */
export function lintOntology(
  ontology: Ontology,
  vocabularies: Vocabularies,
  placeOf: (iri: string) => Place | undefined = () => undefined,
): Diagnostic[] {
  const problems = new Problems();
  const terms = [...describedTerms(ontology)];
  for (const term of terms) lintTerm(problems, term);
  lintColours(problems, ontology);
  lintConnectors(problems, ontology);
  lintEdgeKinds(problems, ontology);
  lintQualifierNames(problems, ontology);
  lintLists(problems, ontology);
  lintDisplayName(problems, ontology);
  for (const iri of usedIris(ontology)) lintIri(problems, iri, vocabularies);
  return problems.diagnostics.map((finding) => ({ ...finding, place: placeOf(termOf(finding)) }));
}

/** The IRI that a finding is about. */
function termOf({ params }: Diagnostic): string {
  if ('term' in params) return params.term;
  if ('iri' in params) return params.iri;
  return 'second' in params ? params.second : '';
}

function* describedTerms(ontology: Ontology): Iterable<Described> {
  yield* ontology.classes.values();
  yield* ontology.relations.values();
  yield* ontology.qualifiers.values();
  for (const list of ontology.lists.values()) {
    yield list;
    yield* list.concepts.values();
  }
}

function lintTerm(problems: Problems, term: Described): void {
  const { name, iri, label, definition } = term;
  if (label === '') missing(problems, iri, 'rdfs:label');
  if (definition === '') missing(problems, iri, 'skos:definition');
  if (!WORD.test(name)) {
    invalid(problems, iri, { property: 'fw:name', value: name, expected: 'a word of letters and digits' });
  }
}

function lintColours(problems: Problems, ontology: Ontology): void {
  const links = linksOf(ontology);
  for (const { iri, colour } of [...ontology.classes.values(), ...links]) {
    const contrast = contrastWithWhite(colour);
    if (colour === FALLBACK_COLOUR) missing(problems, iri, 'fw:colour');
    else if (contrast === undefined)
      invalid(problems, iri, { property: 'fw:colour', value: colour, expected: '# and six hex digits' });
    else if (contrast < LEAST_CONTRAST) {
      const expected = `a colour with a contrast of at least ${LEAST_CONTRAST}:1 to white`;
      invalid(problems, iri, { property: 'fw:colour', value: colour, expected });
    }
  }
}

/** What no link begins or ends at connects nothing. */
function lintConnectors(problems: Problems, ontology: Ontology): void {
  const linked = new Set(
    linksOf(ontology).flatMap((link) => [...link.subjectClasses, ...link.objectClasses]),
  );
  const classes = [...ontology.classes.values()];
  for (const { name, iri, connector, lineage, parents } of classes) {
    const inherited = parents.some((parent) => ontology.classes.get(parent)?.connector);
    if (!connector || inherited) continue;
    const below = classes.filter((each) => each.lineage.includes(name)).map((each) => each.name);
    if (![...lineage, ...below].some((each) => linked.has(each)))
      missing(problems, iri, 'fw:Link with it as a subject or object class, since it has fw:connector');
  }
}

/** Two links of one kind could not be told apart in a graph file. */
function lintEdgeKinds(problems: Problems, ontology: Ontology): void {
  const firstOf = new Map<string, string>();
  for (const { iri, edgeKind, edgeLabel } of linksOf(ontology)) {
    if (edgeLabel === '') missing(problems, iri, 'fw:edgeLabel');
    if (edgeKind === '') {
      missing(problems, iri, 'fw:edgeKind');
      continue;
    }
    if (!EDGE_KIND.test(edgeKind)) {
      const expected = 'capitals, digits and underscores';
      invalid(problems, iri, { property: 'fw:edgeKind', value: edgeKind, expected });
    }
    const first = firstOf.get(edgeKind);
    if (first === undefined) firstOf.set(edgeKind, iri);
    else problems.add('ontology-duplicate-name', undefined, { name: edgeKind, first, second: iri });
  }
}

/** In a fact file a qualifier stands beside the keys of the fact and of its evidence. */
function lintQualifierNames(problems: Problems, ontology: Ontology): void {
  for (const { name, iri } of ontology.qualifiers.values()) {
    if (!FACT_KEYS.has(name)) continue;
    const expected = 'a word that fact files do not use for something else';
    invalid(problems, iri, { property: 'fw:name', value: name, expected });
  }
}

function lintLists(problems: Problems, ontology: Ontology): void {
  for (const { iri, concepts } of ontology.lists.values()) {
    if (concepts.size === 0) missing(problems, iri, 'skos:Concept');
  }
}

function lintDisplayName(problems: Problems, ontology: Ontology): void {
  const names = [...ontology.relations.values()].filter((each) => each.kind === 'property' && each.isName);
  if (names.length === 0) missing(problems, 'the ontology', 'property with fw:displayName');
}

function linksOf(ontology: Ontology): Link[] {
  return [...ontology.relations.values()].filter((relation) => relation.kind === 'link');
}

/** Every IRI of a term or of a mapping, once, in byte order. */
function usedIris(ontology: Ontology): string[] {
  const iris = new Set<string>();
  for (const { iri } of describedTerms(ontology)) iris.add(iri);
  for (const term of [...ontology.classes.values(), ...ontology.relations.values()]) {
    for (const iri of term.closeMatch) iris.add(iri);
  }
  return [...iris].sort(compareUtf8);
}

function lintIri(problems: Problems, iri: string, vocabularies: Vocabularies): void {
  for (const [namespace, localNames] of vocabularies) {
    if (!iri.startsWith(namespace) || localNames.has(iri.slice(namespace.length))) continue;
    problems.add('ontology-unknown-term', undefined, { iri, vocabulary: namespace });
  }
}

function missing(problems: Problems, term: string, what: string): void {
  problems.add('ontology-incomplete', undefined, { term, missing: what });
}

function invalid(
  problems: Problems,
  term: string,
  found: { property: string; value: string; expected: string },
): void {
  problems.add('ontology-invalid-value', undefined, { term, ...found });
}
