/** The pieces that shapes are made of (SHACL, W3C Recommendation of 2017, Core alone). */
import { mintSlug } from '../core/iri.ts';
import { FW, RDF, SHACL } from './namespaces.ts';
import type { Ontology, ValueType } from './ontology.ts';
import {
  inEnglish,
  integer,
  iri,
  iris,
  list,
  type Node,
  part,
  type Says,
  type Subject,
} from './turtleText.ts';

/** Where the shapes have their IRIs, and what they are made from. */
export interface ShapeScope {
  readonly ontology: Ontology;
  /** The IRI of a shape: its kind, and the name of a term. */
  readonly name: (kind: string, term?: string) => string;
}

export function shapeScope(ontology: Ontology, namespace: string): ShapeScope {
  return {
    ontology,
    name: (kind, term) => namespace + kind + (term === undefined ? '' : `-${mintSlug(term)}`),
  };
}

export function sh(name: string): string {
  return SHACL + name;
}

export function nodeShape(name: string, message: string | undefined, ...says: Says): Subject {
  return { iri: name, says: [[`${RDF}type`, iri(sh('NodeShape'))], ...says, ...saying(message)] };
}

export function propertyShape(name: string, message: string, path: Node, ...says: Says): Subject {
  return {
    iri: name,
    says: [[`${RDF}type`, iri(sh('PropertyShape'))], [sh('path'), path], ...says, ...saying(message)],
  };
}

function saying(message: string | undefined): Says {
  return message === undefined ? [] : [[sh('message'), inEnglish(message)]];
}

/** A part with constraints on the values of a path. */
export function onPath(path: Node, ...says: Says): Node {
  return part([sh('property'), part([sh('path'), path], ...says)]);
}

/** What holds if one of the alternatives does. A single one needs no list. */
export function oneOf(alternatives: readonly Says[]): Says {
  const [only, ...others] = alternatives;
  if (only && others.length === 0) return only;
  return [[sh('or'), list(alternatives.map((says) => part(...says)))]];
}

/** What holds if all parts do. A single one needs no list. */
export function allOf(parts: readonly Node[]): Node {
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : part([sh('and'), list(parts)]);
}

/** Whether a path has this value. */
export function has(path: string, value: Node): Node {
  return onPath(iri(path), [sh('hasValue'), value]);
}

/** Whether a path has any value. */
export function hasAny(path: string): Node {
  return onPath(iri(path), [sh('minCount'), integer(1)]);
}

export const EXACTLY_ONE: Says = [
  [sh('minCount'), integer(1)],
  [sh('maxCount'), integer(1)],
];
export const AT_MOST_ONE: Says = [[sh('maxCount'), integer(1)]];

/** What a value of a type has to be. */
export function constraintsOf({ datatype, list: values }: ValueType, { name }: ShapeScope): Says {
  switch (datatype) {
    case 'string':
      return [[sh('node'), iri(name('text'))]];
    case 'date':
      return [[sh('node'), iri(name('date'))]];
    case 'concept':
      return [[sh('node'), iri(name('list', values ?? ''))]];
    case 'iri':
      return [[sh('nodeKind'), iri(sh('IRI'))]];
    case 'token':
      return [[sh('datatype'), iri('http://www.w3.org/2001/XMLSchema#string')]];
    case 'boolean':
    case 'decimal':
    case 'integer':
      return [[sh('datatype'), iri(`http://www.w3.org/2001/XMLSchema#${datatype}`)]];
  }
}

/** That there is an object nobody names, or that there is none. */
export const NO_VALUE: Says = [[sh('in'), list(iris([`${FW}unknown`, `${FW}none`]))]];

/** `«home port» (homePort)`: the words and the name in fact files. */
export function spoken({ label, name }: { readonly label: string; readonly name: string }): string {
  return label === '' || label === name ? `«${name}»` : `«${label}» (${name})`;
}
