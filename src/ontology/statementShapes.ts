/** Shapes of what every data set of the tool has: statements, evidence with its selectors, and sources. */
import { DCTERMS, EDTF_DATATYPE, FW, OA, PAV, PROV, RDF, RDFS, SEM, XSD } from './namespaces.ts';
import {
  AT_MOST_ONE,
  allOf,
  EXACTLY_ONE,
  has,
  hasAny,
  NO_VALUE,
  nodeShape,
  onPath,
  propertyShape,
  type ShapeScope,
  sh,
} from './shapeParts.ts';
import {
  integer,
  iri,
  iris,
  list,
  type Node,
  part,
  type Says,
  type Subject,
  TRUE,
  text,
} from './turtleText.ts';

/** A predicate with its constraints, told in words. */
type Rule = readonly [path: string, message: string, ...says: Says];

const IS_IRI: Says = [[sh('nodeKind'), iri(sh('IRI'))]];
const IS_STRING: Says = [[sh('datatype'), iri(`${XSD}string`)]];

/** Texts and dates in their several forms, and statements that are no plain facts. */
export function valueShapes({ name }: ShapeScope): Subject[] {
  const anyOf = (datatypes: readonly string[]): Says => [
    [sh('or'), list(datatypes.map((one) => part([sh('datatype'), iri(one)])))],
  ];
  const dates = ['date', 'gYearMonth', 'gYear', 'dateTime'].map((one) => XSD + one);
  return [
    nodeShape(name('text'), 'A text has a language or none.', ...anyOf([`${XSD}string`, `${RDF}langString`])),
    nodeShape(
      name('date'),
      'A date has the precision that is known: a day, a month, a year, or what EDTF can say.',
      ...anyOf([...dates, EDTF_DATATYPE]),
    ),
    nodeShape(name('not-plain'), 'The statement is not plain.', [
      sh('or'),
      list([
        part([sh('not'), has(`${FW}status`, iri(`${FW}asserted`))]),
        has(`${FW}certainty`, iri(`${FW}possible`)),
        ...['negated', 'rejected', 'notPlain'].map((flag) => has(FW + flag, TRUE)),
        onPath(iri(`${RDF}object`), ...NO_VALUE),
      ]),
    ]),
  ];
}

export function statementShapes(scope: ShapeScope): Subject[] {
  const { ontology } = scope;
  const relations = [...ontology.relations.values()].map((one) => one.iri);
  const flag = (name: string, message: string): Rule => [
    FW + name,
    message,
    [sh('datatype'), iri(`${XSD}boolean`)],
    ...AT_MOST_ONE,
  ];
  const bounds = ['EarliestBegin', 'LatestBegin', 'EarliestEnd', 'LatestEnd'].map(
    (which): Rule => [
      `${SEM}has${which}TimeStamp`,
      'A bound of a date is a day.',
      [sh('datatype'), iri(`${XSD}date`)],
    ],
  );
  const rules: Rule[] = [
    [`${RDF}subject`, 'A statement has exactly one subject, an entity.', ...IS_IRI, ...EXACTLY_ONE],
    [
      `${RDF}predicate`,
      'A statement has exactly one predicate, a relation of the ontology.',
      [sh('in'), list(iris(relations))],
      ...EXACTLY_ONE,
    ],
    [
      `${RDF}object`,
      'A statement has exactly one object: an entity, a value, fw:unknown or fw:none.',
      [sh('nodeKind'), iri(sh('IRIOrLiteral'))],
      ...EXACTLY_ONE,
    ],
    [`${FW}status`, 'A statement has exactly one status.', ...concept('status', scope), ...EXACTLY_ONE],
    [
      `${FW}certainty`,
      'A statement has the best certainty of its evidence.',
      ...concept('certainty', scope),
      ...EXACTLY_ONE,
    ],
    [
      `${FW}evidence`,
      'A statement has evidence.',
      [sh('class'), iri(`${FW}Evidence`)],
      [sh('minCount'), integer(1)],
    ],
    flag('negated', 'A statement is negated or not.'),
    flag('disputed', 'A statement is disputed or not.'),
    flag('notPlain', 'A statement that lost its plainness says so once.'),
    flag('outweighed', 'A statement is outweighed or not.'),
    flag('rejected', 'A statement is rejected or not.'),
    [`${FW}disputedBy`, 'What disputes a statement is a statement.', [sh('class'), iri(`${RDF}Statement`)]],
    ...bounds,
  ];
  const implies = (flagName: string, ...then: readonly Node[]): Says[number] => [
    sh('or'),
    list([part([sh('not'), has(FW + flagName, TRUE)]), allOf(then)]),
  ];
  return [
    ...ruled('any-statement', `${RDF}Statement`, rules, scope),
    nodeShape(
      scope.name('any-rejected'),
      'Of a rejected statement it is told who rejected it and why.',
      [sh('targetSubjectsOf'), iri(`${FW}rejected`)],
      implies('rejected', hasAny(`${FW}rejectedBy`), hasAny(`${FW}rejectedBecause`)),
    ),
    nodeShape(
      scope.name('any-disputed'),
      'Of a disputed statement it is told what disputes it.',
      [sh('targetSubjectsOf'), iri(`${FW}disputed`)],
      implies('disputed', hasAny(`${FW}disputedBy`)),
    ),
    nodeShape(
      scope.name('any-outweighed'),
      'An outweighed statement is disputed and not plain.',
      [sh('targetSubjectsOf'), iri(`${FW}outweighed`)],
      implies('outweighed', has(`${FW}disputed`, TRUE), has(`${FW}notPlain`, TRUE)),
    ),
  ];
}

export function evidenceShapes(scope: ShapeScope): Subject[] {
  const rules: Rule[] = [
    [
      `${OA}hasSource`,
      'Evidence is in exactly one source.',
      [sh('class'), iri(`${FW}Source`)],
      ...EXACTLY_ONE,
    ],
    [
      `${PROV}wasDerivedFrom`,
      'Evidence is derived from the source that it is in.',
      [sh('equals'), iri(`${OA}hasSource`)],
    ],
    [`${FW}certainty`, 'Evidence has exactly one certainty.', ...concept('certainty', scope), ...EXACTLY_ONE],
    [
      `${FW}confidence`,
      'A confidence is a decimal number from 0 to 1.',
      [sh('datatype'), iri(`${XSD}decimal`)],
      [sh('minInclusive'), integer(0)],
      [sh('maxInclusive'), integer(1)],
      ...AT_MOST_ONE,
    ],
    [`${FW}quote`, 'Evidence has at most one quote.', [sh('node'), iri(scope.name('text'))], ...AT_MOST_ONE],
    ...['row', 'column', 'withoutPlace', 'dateExpression', 'note'].map(
      (one): Rule => [FW + one, `Evidence has at most one fw:${one}, a text.`, ...IS_STRING, ...AT_MOST_ONE],
    ),
    [`${FW}saidBy`, 'The words of a source are those of at most one entity.', ...IS_IRI, ...AT_MOST_ONE],
    [
      `${OA}hasSelector`,
      'A selector says where a quote stands, or what it is.',
      [
        sh('or'),
        list(['TextPositionSelector', 'TextQuoteSelector'].map((one) => part([sh('class'), iri(OA + one)]))),
      ],
    ],
  ];
  return [
    ...ruled('any-evidence', `${FW}Evidence`, rules, scope),
    nodeShape(
      scope.name('any-evidence-place'),
      'Evidence has a quote or a row, or says why it has neither.',
      [sh('targetClass'), iri(`${FW}Evidence`)],
      [sh('or'), list(['quote', 'row', 'withoutPlace'].map((one) => hasAny(FW + one)))],
    ),
    ...selectorShapes(scope),
  ];
}

/** With targets of their own: a fault inside of a shape that is only counted would not be told. */
function selectorShapes(scope: ShapeScope): Subject[] {
  const offset: Says = [[sh('datatype'), iri(`${XSD}nonNegativeInteger`)], ...EXACTLY_ONE];
  const words: Says = [[sh('node'), iri(scope.name('text'))]];
  return [
    ...ruled(
      'any-position',
      `${OA}TextPositionSelector`,
      [
        [
          `${OA}start`,
          'A quote starts at one offset, before its end.',
          ...offset,
          [sh('lessThan'), iri(`${OA}end`)],
        ],
        [`${OA}end`, 'A quote ends at one offset.', ...offset],
      ],
      scope,
    ),
    ...ruled(
      'any-quote',
      `${OA}TextQuoteSelector`,
      [
        [`${OA}exact`, 'A quote selector has the words once.', ...words, ...EXACTLY_ONE],
        [`${OA}prefix`, 'A quote has at most one text before it.', ...words, ...AT_MOST_ONE],
        [`${OA}suffix`, 'A quote has at most one text after it.', ...words, ...AT_MOST_ONE],
      ],
      scope,
    ),
  ];
}

export function sourceShapes(scope: ShapeScope): Subject[] {
  const date: Says = [[sh('node'), iri(scope.name('date'))], ...AT_MOST_ONE];
  const rules: Rule[] = [
    [`${DCTERMS}type`, 'A source is of exactly one type.', ...IS_STRING, ...EXACTLY_ONE],
    ...['title', 'publisher', 'creator', 'language', 'rights'].map(
      (one): Rule => [
        DCTERMS + one,
        `A source has at most one dcterms:${one}, a text.`,
        ...IS_STRING,
        ...AT_MOST_ONE,
      ],
    ),
    [`${DCTERMS}issued`, 'A source is published at most once.', ...date],
    [`${PAV}retrievedOn`, 'A source is retrieved at most once.', ...date],
    [`${DCTERMS}license`, 'A licence with an address is an IRI.', ...IS_IRI, ...AT_MOST_ONE],
    [`${RDFS}seeAlso`, 'A source has at most one address.', ...IS_IRI, ...AT_MOST_ONE],
    [
      `${FW}sha256`,
      'A SHA-256 digest is 64 hexadecimal digits.',
      ...IS_STRING,
      [sh('pattern'), text('^[0-9a-f]{64}$')],
      ...AT_MOST_ONE,
    ],
    ...['copyOf', 'corrects', 'retracts'].map(
      (one): Rule => [
        FW + one,
        `What a source ${RELATED[one]} is a source.`,
        [sh('class'), iri(`${FW}Source`)],
      ],
    ),
  ];
  return ruled('any-source', `${FW}Source`, rules, scope);
}

const RELATED: Readonly<Record<string, string>> = {
  copyOf: 'is a copy of',
  corrects: 'corrects',
  retracts: 'retracts',
};

/** The members of a list of the tool, where the ontology has it. */
function concept(listName: string, { ontology, name }: ShapeScope): Says {
  return ontology.lists.has(listName) ? [[sh('node'), iri(name('list', listName))]] : IS_IRI;
}

/** A node shape for a class, with a property shape for each rule. */
function ruled(kind: string, targetClass: string, rules: readonly Rule[], { name }: ShapeScope): Subject[] {
  const nameOf = (path: string) => name(kind, path.replace(/^.*[/#]/, ''));
  return [
    nodeShape(
      name(kind),
      undefined,
      [sh('targetClass'), iri(targetClass)],
      [sh('property'), ...iris(rules.map(([path]) => nameOf(path)))],
    ),
    ...rules.map(([path, message, ...says]) => propertyShape(nameOf(path), message, iri(path), ...says)),
  ];
}
