import { compareUtf8 } from '../core/order.ts';
import { FALLBACK_COLOUR } from './classes.ts';
import { EDTF_DATATYPE } from './namespaces.ts';
import type { DatatypeName, Link, Property, Qualifier, Relation, ValueType } from './ontology.ts';
import { readPath } from './paths.ts';
import { byName } from './termNames.ts';
import { expand, type Names, type TermReader } from './termReader.ts';

/** The names that relations and qualifiers refer to. */
export interface KnownNames {
  readonly classes: Names;
  readonly relations: Names;
  readonly qualifiers: Names;
  readonly lists: Names;
  /** Names of the classes without a superclass: what `fw:Entity` stands for. */
  readonly roots: readonly string[];
}

const DATATYPE_NAMES: Names = new Map<string, DatatypeName>([
  [expand('rdf:langString'), 'string'],
  [expand('xsd:string'), 'token'],
  [EDTF_DATATYPE, 'date'],
  [expand('xsd:decimal'), 'decimal'],
  [expand('xsd:integer'), 'integer'],
  [expand('xsd:boolean'), 'boolean'],
  [expand('xsd:anyURI'), 'iri'],
  [expand('skos:Concept'), 'concept'],
]);

/** Builds the links and properties. A relation whose values have no usable type is reported and left out. */
export function buildRelations(reader: TermReader, known: KnownNames): ReadonlyMap<string, Relation> {
  const relations: Relation[] = [];
  for (const iri of known.relations.keys()) {
    const isLink = reader.descriptions.isA(iri, expand('fw:Link'));
    const relation = isLink ? buildLink(reader, iri, known) : buildProperty(reader, iri, known);
    if (relation) relations.push(relation);
  }
  reportSecondDisplayName(reader, relations);
  return byName(relations);
}

export function buildQualifiers(reader: TermReader, known: KnownNames): ReadonlyMap<string, Qualifier> {
  const qualifiers: Qualifier[] = [];
  for (const [iri, name] of known.qualifiers) {
    const label = reader.requiredWords(iri, 'rdfs:label');
    const definition = reader.words(iri, 'skos:definition');
    const universal = reader.flag(iri, 'fw:universal');
    const type = readType(reader, iri, known);
    if (type) qualifiers.push({ name, iri, label, definition, universal, ...type });
  }
  return byName(qualifiers);
}

function buildBase(reader: TermReader, iri: string, known: KnownNames) {
  return {
    name: known.relations.get(iri) ?? '',
    iri,
    label: reader.requiredWords(iri, 'rdfs:label'),
    definition: reader.words(iri, 'skos:definition'),
    subjectClasses: classesOf(reader, { iri, property: 'fw:subjectClass' }, known),
    qualifiers: qualifiersOf(reader, iri, known.qualifiers),
    functional: reader.flag(iri, 'fw:functional'),
    closeMatch: reader.closeMatches(iri).sort(compareUtf8),
  };
}

function buildLink(reader: TermReader, iri: string, known: KnownNames): Link {
  const paths = reader.descriptions.values(iri, expand('fw:showWith'));
  const edgeKind = reader.token(iri, 'fw:edgeKind');
  if (edgeKind === undefined) reader.missing(iri, 'fw:edgeKind');
  return {
    ...buildBase(reader, iri, known),
    kind: 'link',
    objectClasses: classesOf(reader, { iri, property: 'fw:objectClass' }, known),
    symmetric: reader.flag(iri, 'fw:symmetric'),
    edgeKind: edgeKind ?? '',
    edgeLabel: reader.requiredWords(iri, 'fw:edgeLabel'),
    reversed: reader.flag(iri, 'fw:reversed'),
    colour: reader.token(iri, 'fw:colour') ?? FALLBACK_COLOUR,
    showWith: paths.flatMap((path) => {
      const steps = readPath(reader, { subject: iri, path }, known.relations);
      return steps ? [steps] : [];
    }),
  };
}

function buildProperty(reader: TermReader, iri: string, known: KnownNames): Property | undefined {
  const base = buildBase(reader, iri, known);
  const isName = reader.flag(iri, 'fw:displayName');
  const before = reader.references(iri, 'fw:before', known.relations);
  const type = readType(reader, iri, known);
  return type && { ...base, kind: 'property', ...type, isName, before: [...before].sort(compareUtf8) };
}

function classesOf(
  reader: TermReader,
  { iri, property }: { iri: string; property: string },
  known: KnownNames,
): string[] {
  const given = reader.descriptions.values(iri, expand(property));
  if (given.length === 0) reader.missing(iri, property);
  const anything = expand('fw:Entity');
  const names = reader.references(iri, property, new Map([...known.classes, [anything, anything]]));
  const classes = names.flatMap((name) => (name === anything ? known.roots : [name]));
  return [...new Set(classes)].sort(compareUtf8);
}

function qualifiersOf(reader: TermReader, iri: string, known: Names): Property['qualifiers'] {
  const discriminating = new Set(reader.references(iri, 'fw:discriminatingQualifier', known));
  const plain = reader.references(iri, 'fw:qualifier', known);
  const names = [...new Set([...plain, ...discriminating])].sort(compareUtf8);
  return new Map(names.map((name) => [name, { discriminating: discriminating.has(name) }]));
}

/** A value list makes a concept; else the datatype says what the values are. */
function readType(reader: TermReader, iri: string, known: KnownNames): ValueType | undefined {
  const list = reader.reference(iri, 'fw:list', known.lists);
  // The names in DATATYPE_NAMES are those of the type, which a map of strings does not show.
  const datatype = reader.reference(iri, 'fw:datatype', DATATYPE_NAMES) as DatatypeName | undefined;
  if (list !== undefined && (datatype ?? 'concept') === 'concept') return { datatype: 'concept', list };
  const givenList = reader.one(iri, 'fw:list');
  if (list !== undefined && givenList) {
    const expected = 'left out, or with the datatype skos:Concept';
    reader.invalid(iri, 'fw:list', { value: givenList, expected });
    return undefined;
  }
  if (datatype === 'concept' && !givenList) reader.missing(iri, 'fw:list');
  if (datatype !== undefined && datatype !== 'concept') return { datatype };
  if (!givenList && !reader.one(iri, 'fw:datatype')) reader.missing(iri, 'fw:datatype');
  return undefined;
}

function reportSecondDisplayName(reader: TermReader, relations: readonly Relation[]): void {
  const [first, second] = relations.filter((each) => each.kind === 'property' && each.isName);
  if (!first || !second) return;
  reader.problems.add('ontology-duplicate-name', reader.place(second.iri), {
    name: 'fw:displayName',
    first: reader.show(first.iri),
    second: reader.show(second.iri),
  });
}
