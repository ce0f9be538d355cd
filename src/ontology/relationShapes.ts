/** Shapes of what an ontology defines: its classes, relations, qualifiers and value lists. */
import { FW, RDF, RDFS } from './namespaces.ts';
import type { Ontology, OntologyClass, Qualifier, Relation } from './ontology.ts';
import {
  AT_MOST_ONE,
  allOf,
  constraintsOf,
  EXACTLY_ONE,
  has,
  hasAny,
  NO_VALUE,
  nodeShape,
  oneOf,
  onPath,
  propertyShape,
  type ShapeScope,
  sh,
  spoken,
} from './shapeParts.ts';
import { integer, iri, iris, list, part, type Says, type Subject, TRUE } from './turtleText.ts';

/** Superclasses are written out, members of disjoint classes are not the same, and every entity has one name shown. */
export function classShapes({ ontology, name }: ShapeScope): Subject[] {
  return [...ontology.classes.values()].flatMap((one) => {
    const others = one.lineage.slice(1);
    const apart = ownDisjoint(one, ontology);
    const isRoot = one.parents.length === 0;
    if (others.length + apart.length === 0 && !isRoot) return [];
    const words = [
      ...(others.length > 0 ? [`is also ${listed(others, 'and')}`] : []),
      ...(apart.length > 0 ? [`is not ${listed(apart, 'or')}`] : []),
    ];
    const says: Says = [
      [sh('targetClass'), iri(one.iri)],
      ...(others.length > 0 ? [[sh('class'), ...iris(classIris(others, ontology))] as const] : []),
      ...(apart.length > 0
        ? [
            [
              sh('not'),
              ...classIris(apart, ontology).map((other) => part([sh('class'), iri(other)])),
            ] as const,
          ]
        : []),
      ...(isRoot ? [[sh('property'), iri(name('any-entity-label'))] as const] : []),
    ];
    const message =
      words.length > 0 ? `What is ${article(one.name)}${spoken(one)} ${words.join(', and ')}.` : undefined;
    return nodeShape(name('class', one.name), message, ...says);
  });
}

/** The label that every entity has. */
export function entityLabel({ name }: ShapeScope): Subject {
  const message = 'An entity has exactly one display name.';
  return propertyShape(
    name('any-entity-label'),
    message,
    iri(`${RDFS}label`),
    [sh('node'), iri(name('text'))],
    ...EXACTLY_ONE,
  );
}

function ownDisjoint({ disjointWith, parents }: OntologyClass, { classes }: Ontology): string[] {
  const inherited = new Set(parents.flatMap((parent) => classes.get(parent)?.disjointWith ?? []));
  return disjointWith.filter((one) => !inherited.has(one) && classes.has(one));
}

/** The shapes of a relation: of its triples, of its statements, and of both together. */
export function relationShapes(relation: Relation, scope: ShapeScope): Subject[] {
  return [
    ...tripleShapes(relation, scope),
    ...statementShapes(relation, scope),
    ...(relation.functional ? functionalShape(relation, scope) : []),
  ];
}

function tripleShapes(relation: Relation, scope: ShapeScope): Subject[] {
  const { name } = scope;
  const isSymmetric = relation.kind === 'link' && relation.symmetric;
  const what = spoken(relation);
  const properties = [
    name('object', relation.name),
    ...(isSymmetric ? [name('symmetric', relation.name)] : []),
  ];
  const inverse = part([sh('inversePath'), iri(relation.iri)]);
  return [
    nodeShape(
      name('relation', relation.name),
      `The subject of ${what} is ${listed(relation.subjectClasses, 'or')}.`,
      [sh('targetSubjectsOf'), iri(relation.iri)],
      ...oneOf(classesOf(relation.subjectClasses, scope)),
      [sh('property'), ...iris(properties)],
    ),
    propertyShape(
      name('object', relation.name),
      `The object of ${what} is ${objectWords(relation)}.`,
      iri(relation.iri),
      ...oneOf(objectsOf(relation, scope)),
    ),
    ...(isSymmetric
      ? [
          propertyShape(
            name('symmetric', relation.name),
            `The triples of ${what} stand both ways.`,
            inverse,
            [sh('equals'), iri(relation.iri)],
          ),
        ]
      : []),
  ];
}

/**
 * The statements of a relation are what points to it as its predicate: so they are found without a look at the
 * others, of which an implication («of another relation, or …») would cost a check each. A plain statement has its
 * triple: the values of the relation at its subject share one with its object.
 */
function statementShapes(relation: Relation, scope: ShapeScope): Subject[] {
  const { name } = scope;
  const what = `a statement of ${spoken(relation)}`;
  const [subject, object] = [name('statementSubject', relation.name), name('statementObject', relation.name)];
  const path = list([iri(`${RDF}subject`), iri(relation.iri)]);
  const lacksTriple = onPath(path, [sh('disjoint'), iri(`${RDF}object`)]);
  const ofRelation = part([sh('inversePath'), iri(`${RDF}predicate`)]);
  return [
    propertyShape(
      name('statement', relation.name),
      `A plain statement of ${spoken(relation)} has its triple beside it.`,
      ofRelation,
      [sh('targetNode'), iri(relation.iri)],
      [sh('property'), iri(subject), iri(object)],
      [sh('or'), list([part([sh('node'), iri(name('not-plain'))]), part([sh('not'), lacksTriple])])],
    ),
    propertyShape(
      subject,
      `The subject of ${what} is ${listed(relation.subjectClasses, 'or')}.`,
      iri(`${RDF}subject`),
      ...oneOf(classesOf(relation.subjectClasses, scope)),
    ),
    propertyShape(
      object,
      `The object of ${what} is ${objectWords(relation)}, or fw:unknown or fw:none.`,
      iri(`${RDF}object`),
      ...oneOf([NO_VALUE, ...objectsOf(relation, scope)]),
    ),
  ];
}

/**
 * Two values of a functional relation are legal where they hold at different times, with different discriminating
 * qualifiers, or are marked as disputed: one of their statements says so. Where there are no statements, nothing can
 * be said. Dates and numbers may agree though they are written differently, and symmetric links are stated from
 * either end: of these nothing is asked.
 */
function functionalShape(relation: Relation, { ontology, name }: ShapeScope): Subject[] {
  const agrees = relation.kind === 'property' && ['date', 'decimal', 'integer'].includes(relation.datatype);
  if (agrees || (relation.kind === 'link' && relation.symmetric)) return [];
  const discriminating = [...relation.qualifiers].filter(([, one]) => one.discriminating).map(([key]) => key);
  const telling = new Set(['startDate', 'endDate', 'asOf', ...discriminating]);
  const qualifiers = [...telling].flatMap((key) => ontology.qualifiers.get(key)?.iri ?? []);
  const told = [has(`${FW}disputed`, TRUE), ...qualifiers.map(hasAny)];
  const stated = part([sh('inversePath'), iri(`${RDF}subject`)]);
  const explained = allOf([has(`${RDF}predicate`, iri(relation.iri)), part([sh('or'), list(told)])]);
  return [
    nodeShape(
      name('functional', relation.name),
      `There is one value of ${spoken(relation)}, or a statement of it is disputed, dated or qualified.`,
      [sh('targetSubjectsOf'), iri(relation.iri)],
      [
        sh('or'),
        list([
          onPath(iri(relation.iri), ...AT_MOST_ONE),
          onPath(stated, [sh('maxCount'), integer(0)]),
          onPath(stated, [sh('qualifiedValueShape'), explained], [sh('qualifiedMinCount'), integer(1)]),
        ]),
      ],
    ),
  ];
}

/** The values of a qualifier, and the relations that may have it. */
export function qualifierShapes(qualifier: Qualifier, scope: ShapeScope): Subject[] {
  const { ontology, name } = scope;
  const what = spoken(qualifier);
  const allowed = [...ontology.relations.values()].filter((one) => one.qualifiers.has(qualifier.name));
  const value = name('qualifierValue', qualifier.name);
  const place = name('qualifierPlace', qualifier.name);
  const relations = propertyShape(
    place,
    allowed.length === 0
      ? `No relation has the qualifier ${what}.`
      : `The qualifier ${what} stands on statements of ${joined(
          allowed.map((one) => one.name),
          'and',
        )} only.`,
    iri(`${RDF}predicate`),
    [sh('in'), list(iris(allowed.map((one) => one.iri)))],
  );
  return [
    nodeShape(
      name('qualifier', qualifier.name),
      undefined,
      [sh('targetSubjectsOf'), iri(qualifier.iri)],
      [sh('property'), ...iris(qualifier.universal ? [value] : [place, value])],
    ),
    ...(qualifier.universal ? [] : [relations]),
    propertyShape(
      value,
      `A value of the qualifier ${what} is ${typeWords(qualifier)}.`,
      iri(qualifier.iri),
      ...constraintsOf(qualifier, scope),
    ),
  ];
}

/** The members of each value list. */
export function listShapes({ ontology, name }: ShapeScope): Subject[] {
  return [...ontology.lists.values()].map((one) => ({
    ...nodeShape(name('list', one.name), `A value of the list ${spoken(one)} is one of its concepts.`, [
      sh('in'),
      list(iris([...one.concepts.values()].map((concept) => concept.iri))),
    ]),
  }));
}

function objectsOf(relation: Relation, scope: ShapeScope): Says[] {
  return relation.kind === 'link'
    ? classesOf(relation.objectClasses, scope)
    : [constraintsOf(relation, scope)];
}

function classesOf(names: readonly string[], { ontology }: ShapeScope): Says[] {
  return classIris(names, ontology).map((one) => [[sh('class'), iri(one)]]);
}

function classIris(names: readonly string[], { classes }: Ontology): string[] {
  return names.flatMap((name) => classes.get(name)?.iri ?? []);
}

function objectWords(relation: Relation): string {
  return relation.kind === 'link' ? listed(relation.objectClasses, 'or') : typeWords(relation);
}

const TYPE_WORDS = {
  string: 'a text, with or without a language',
  token: 'a text without a language',
  date: 'a date: xsd:date, xsd:gYearMonth, xsd:gYear, xsd:dateTime or EDTF',
  decimal: 'a decimal number',
  integer: 'a whole number',
  boolean: 'true or false',
  iri: 'an IRI',
} as const;

function typeWords({ datatype, list: values }: Pick<Qualifier, 'datatype' | 'list'>): string {
  return datatype === 'concept' ? `a concept of the list «${values}»` : TYPE_WORDS[datatype];
}

/** `a Ship, an Island or a Pier`. */
function listed(names: readonly string[], last: 'and' | 'or'): string {
  return joined(
    names.map((name) => article(name) + name),
    last,
  );
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function article(name: string): string {
  return /^[AEIOU]/i.test(name) ? 'an ' : 'a ';
}
