/** SHACL shapes of an ontology, Core alone: what the RDF exports promise, for any engine to check. */
import { checkIri } from '../core/iri.ts';
import { findIllegal } from '../core/text.ts';
import { DCTERMS, OWL, OWN_PREFIXES, RDF, SHACL } from './namespaces.ts';
import type { Ontology } from './ontology.ts';
import { classShapes, entityLabel, listShapes, qualifierShapes, relationShapes } from './relationShapes.ts';
import { type ShapeScope, shapeScope } from './shapeParts.ts';
import { evidenceShapes, sourceShapes, statementShapes, valueShapes } from './statementShapes.ts';
import { inEnglish, iri, type Subject, writeTurtle } from './turtleText.ts';

/** Where the shapes have their IRIs. */
export interface ShapeNames {
  /** Of the shapes as a whole. */
  readonly graph: string;
  /** What the name of a shape is appended to. */
  readonly namespace: string;
}

/** The shapes of an ontology that is not that of a data set. */
export const ONTOLOGY_SHAPES: ShapeNames = {
  graph: 'https://w3id.org/factweave/shapes',
  namespace: 'https://w3id.org/factweave/shapes#',
};

/**
 * The shapes as Turtle. They hold of the profiles `statements` and `named-graphs`, and of `plain` as far as it goes.
 *
 * A term whose IRI is none is left out, as it is from the exports.
 */
export function writeShapes(ontology: Ontology, names = ONTOLOGY_SHAPES): string {
  const usable = withoutIllegal(ontology);
  const scope = shapeScope(usable, names.namespace);
  const { relations, qualifiers } = usable;
  const prefixes = new Map([
    ...[...ontology.prefixes].filter(([, namespace]) => namespace !== names.namespace),
    ...OWN_PREFIXES,
    ['owl', OWL] as const,
    ['sh', SHACL] as const,
    ['shape', names.namespace] as const,
  ]);
  return writeTurtle(
    [
      { heading: 'SHACL shapes, generated from the ontology', subjects: [header(names)] },
      ...ownSections(scope),
      { heading: 'Value lists', subjects: listShapes(scope) },
      { heading: 'Entities, by class', subjects: [entityLabel(scope), ...classShapes(scope)] },
      {
        heading: 'Relations: their triples, their statements, and both together',
        subjects: [...relations.values()].flatMap((one) => relationShapes(one, scope)),
      },
      {
        heading: 'Qualifiers of statements',
        subjects: [...qualifiers.values()].flatMap((one) => qualifierShapes(one, scope)),
      },
    ],
    prefixes,
  );
}

function header({ graph }: ShapeNames): Subject {
  const title = inEnglish('Shapes of statements with evidence, and of the ontology that they follow');
  return {
    iri: graph,
    says: [
      [`${RDF}type`, iri(`${OWL}Ontology`)],
      [`${DCTERMS}title`, title],
    ],
  };
}

function ownSections(scope: ShapeScope) {
  return [
    { heading: 'What several shapes refer to', subjects: valueShapes(scope) },
    { heading: 'Statements', subjects: statementShapes(scope) },
    { heading: 'Evidence and its selectors', subjects: evidenceShapes(scope) },
    { heading: 'Sources', subjects: sourceShapes(scope) },
  ];
}

/** The terms with a legal IRI; a label that no text may be is left out of the messages. */
function withoutIllegal(ontology: Ontology): Ontology {
  return {
    ...ontology,
    classes: legal(ontology.classes),
    relations: legal(ontology.relations),
    qualifiers: legal(ontology.qualifiers),
    lists: new Map(
      [...legal(ontology.lists)].map(([name, one]) => [name, { ...one, concepts: legal(one.concepts) }]),
    ),
  };
}

function legal<T extends { readonly name: string; readonly iri: string; readonly label: string }>(
  terms: ReadonlyMap<string, T>,
): Map<string, T> {
  const usable = [...terms].filter(
    ([, { name, iri: term }]) => checkIri(term) === undefined && !findIllegal(name),
  );
  return new Map(usable.map(([key, one]) => [key, findIllegal(one.label) ? { ...one, label: '' } : one]));
}
