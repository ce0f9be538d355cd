/** Turtle for a description: sections of things, each with what is said of it, through the gate of all RDF. */
import { compareUtf8 } from '../../core/order.ts';
import { RDF } from '../../ontology/namespaces.ts';
import type { WriteContext } from '../formats.ts';
import { GroupBuilder } from '../rdf/groups.ts';
import { type Prefixes, PrefixesInUse } from '../rdf/prefixes.ts';
import { SubjectWriter } from '../rdf/readable.ts';
import { type Gate, iriTerm, type Term, TermGate } from '../rdf/terms.ts';
import { isBare, turtleSyntax } from '../rdf/turtleSyntax.ts';
import type { Predicate } from '../rdf/vocabulary.ts';
import type { Resource, Value } from './resource.ts';

export interface Section {
  readonly heading: string;
  readonly resources: readonly Resource[];
}

/** What a file needs beside what it says. */
interface Writing {
  readonly candidates: Prefixes;
  /** Of the data set. */
  readonly base: string;
  readonly format: string;
  readonly context: WriteContext;
}

/** Sections without resources are left out; the prefixes in use are declared, by name. */
export function* writeResources(
  sections: readonly Section[],
  { candidates, base, format, context }: Writing,
): Generator<string> {
  const prefixes = prefixesIn(sections, new PrefixesInUse(candidates, base));
  const gate = new TermGate(format, context, turtleSyntax(prefixes));
  const predicates = predicatesIn(sections, gate);
  const writer = new SubjectWriter('');
  const group = new GroupBuilder();
  for (const [namespace, name] of prefixes) yield `@prefix ${name}: <${namespace}> .\n`;
  for (const { heading, resources } of sections) {
    if (resources.length > 0) yield `\n# ${heading}\n`;
    for (const { iri, says } of resources) {
      const subject = gate.iri(iri, undefined);
      if (subject === undefined) continue;
      for (const [predicate, value] of says) group.add(predicates.get(predicate), termOf(value, gate));
      for (const one of group.build(subject)) yield `\n${writer.text(one)}`;
    }
  }
}

function termOf(value: Value, gate: Gate): Term | undefined {
  switch (value.kind) {
    case 'iri':
      return gate.iri(value.iri, undefined);
    case 'text':
      return gate.literal(
        value.text,
        value.language === undefined ? undefined : { language: value.language },
        undefined,
      );
    case 'typed':
      return gate.literal(value.lexical, { datatype: value.datatype }, undefined);
  }
}

const TYPE = `${RDF}type`;

/** By their bytes, `rdf:type` first. */
function predicatesIn(sections: readonly Section[], gate: Gate): ReadonlyMap<string, Predicate> {
  const iris = new Set(
    sections.flatMap(({ resources }) => resources.flatMap(({ says }) => says.map(([p]) => p))),
  );
  const key = (iri: string) => (iri === TYPE ? '' : `${iri}>`);
  const sorted = [...iris].sort((a, b) => compareUtf8(key(a), key(b)));
  return new Map(
    sorted.flatMap((iri, rank) => {
      const term = gate.iri(iri, undefined);
      return term === undefined ? [] : [[iri, { iri, term, between: ` ${term} `, rank }]];
    }),
  );
}

function prefixesIn(sections: readonly Section[], found: PrefixesInUse): Prefixes {
  const add = (iri: string) => {
    if (iri !== TYPE && typeof iriTerm(iri) === 'string') found.add(iri);
  };
  for (const { iri, says } of sections.flatMap(({ resources }) => resources)) {
    add(iri);
    for (const [predicate, value] of says) {
      add(predicate);
      if (value.kind === 'iri') add(value.iri);
      if (value.kind === 'typed' && !isBare(value.lexical, value.datatype)) add(value.datatype);
    }
  }
  return found.safe();
}
