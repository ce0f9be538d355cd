import { type Diagnostic, Problems } from '../core/diagnostic.ts';
import { checkIri, suggestIri } from '../core/iri.ts';
import { compareUtf8 } from '../core/order.ts';
import type { Place, SourceText } from '../core/place.ts';
import { buildClasses } from './classes.ts';
import { Descriptions } from './descriptions.ts';
import { FW, RDF } from './namespaces.ts';
import type { Ontology } from './ontology.ts';
import { buildQualifiers, buildRelations, type KnownNames } from './relations.ts';
import { nameTerms } from './termNames.ts';
import { expand, TermReader } from './termReader.ts';
import { readTurtle, type TurtleFile } from './turtle.ts';
import { buildLists } from './valueLists.ts';

/**
 * Makes one ontology of several Turtle files, in which a later file extends the earlier ones.
 *
 * Classes, superclasses, subject and object classes, qualifiers and concepts add up; labels, colours and flags of
 * a later file override. The first file is `ontology/factweave.ttl`. After a syntax error nothing else is
 * reported, since it would only follow from it.
 */
export function loadOntology(files: readonly SourceText[]): {
  ontology: Ontology;
  diagnostics: Diagnostic[];
  /** Where a term is described. */
  placeOf: (iri: string) => Place | undefined;
} {
  const problems = new Problems();
  const read = files.map((file, order) => readTurtle(file, order, problems));
  const parsed = read.filter((file) => file !== undefined);
  const complete = parsed.length === files.length;
  const reader = new TermReader(new Descriptions(parsed), complete ? problems : new Problems());
  const prefixes = joinPrefixes(reader);
  checkTerms(reader);
  const ontology = buildOntology(reader, prefixes);
  return { ontology, diagnostics: problems.diagnostics, placeOf: (iri) => reader.place(iri) };
}

const KINDS = ['fw:Class', 'fw:Link', 'fw:Property', 'fw:Qualifier', 'skos:ConceptScheme', 'skos:Concept'];

function buildOntology(reader: TermReader, prefixes: Ontology['prefixes']): Ontology {
  const ofType = (type: string) => reader.descriptions.ofType(expand(type));
  const relationIris = new Set([...ofType('fw:Link'), ...ofType('fw:Property')]);
  const names = {
    classes: nameTerms(reader, ofType('fw:Class')),
    relations: nameTerms(reader, [...relationIris]),
    qualifiers: nameTerms(reader, ofType('fw:Qualifier')),
    lists: nameTerms(reader, ofType('skos:ConceptScheme')),
  };
  const classes = buildClasses(reader, names.classes);
  const roots = [...classes.values()].filter((each) => each.parents.length === 0).map((each) => each.name);
  const known: KnownNames = { ...names, roots };
  return {
    classes,
    relations: buildRelations(reader, known),
    qualifiers: buildQualifiers(reader, known),
    lists: buildLists(reader, names.lists),
    prefixes,
  };
}

function joinPrefixes(reader: TermReader): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  for (const file of reader.descriptions.files) {
    for (const [prefix, namespace] of file.prefixes) {
      const known = joined.get(prefix);
      if (known === undefined) joined.set(prefix, namespace);
      else if (known !== namespace) reportPrefix(reader, file, { prefix, known });
    }
  }
  return new Map([...joined].sort(([a], [b]) => compareUtf8(a, b)));
}

function reportPrefix(reader: TermReader, file: TurtleFile, found: { prefix: string; known: string }): void {
  const { prefix, known } = found;
  const offset = file.source.text.indexOf(` ${prefix}:`) + 1;
  const reason = `it stands for ${known} in another file`;
  reader.problems.add('invalid-prefix', file.source.placeAt(offset), { prefix, reason });
}

/** Checks what no single builder sees: misspelt `fw:` terms, descriptions without a kind, or with two. */
function checkTerms(reader: TermReader): void {
  const { descriptions } = reader;
  for (const subject of descriptions.subjects) {
    const predicates = descriptions.predicatesOf(subject);
    for (const predicate of predicates) checkFwTerms(reader, subject, predicate);
    const isNamed = !subject.startsWith('_:');
    const kinds = KINDS.filter((kind) => descriptions.isA(subject, expand(kind)));
    const describes = predicates.some((predicate) => predicate.startsWith(FW));
    if (isNamed && describes && !hasFwType(descriptions, subject) && kinds.length === 0) {
      reader.missing(subject, 'rdf:type such as fw:Class, fw:Link, fw:Property or fw:Qualifier');
    }
    if (isNamed && kinds.length > 0) reportIri(reader, subject);
    if (kinds.length > 1) checkKinds(reader, subject, kinds);
  }
}

/** A type of the tool that is misspelt is reported as such. */
function hasFwType(descriptions: Descriptions, subject: string): boolean {
  return descriptions.values(subject, `${RDF}type`).some((type) => type.value.startsWith(FW));
}

/** A Turtle parser lets relative IRIs pass, and some characters that no IRI can have. */
function reportIri(reader: TermReader, iri: string): void {
  const reason = checkIri(iri);
  if (reason === undefined) return;
  reader.problems.add('invalid-iri', reader.place(iri), { value: iri, reason, suggestion: suggestIri(iri) });
}

/** One IRI is one thing: a qualifier with the IRI of a relation would pose as a plain fact. */
function checkKinds(reader: TermReader, subject: string, kinds: readonly string[]): void {
  const types = reader.descriptions.values(subject, `${RDF}type`);
  const second = types.filter((type) => kinds.some((kind) => expand(kind) === type.value)).at(-1);
  if (second) reader.invalid(subject, 'rdf:type', { value: second, expected: 'a term of one kind' });
}

function checkFwTerms(reader: TermReader, subject: string, predicate: string): void {
  const { descriptions } = reader;
  for (const value of descriptions.values(subject, predicate)) {
    const predicateTerm = { ...value, kind: 'iri' as const, value: predicate };
    if (predicate.startsWith(FW) && !descriptions.has(predicate)) {
      reader.unknown(subject, 'the description', predicateTerm);
    }
    // Other references are checked where they are read.
    const isType = predicate === `${RDF}type`;
    if (isType && value.value.startsWith(FW) && !descriptions.has(value.value)) {
      reader.unknown(subject, 'rdf:type', value);
    }
  }
}
