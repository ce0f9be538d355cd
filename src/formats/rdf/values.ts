import type { Origin } from '../../core/place.ts';
import type { Literal } from '../../facts/facts.ts';
import type { Collector } from './groups.ts';
import type { Scope } from './profile.ts';
import type { At, Gate, LiteralTerm, Term } from './terms.ts';
import type { Predicate } from './vocabulary.ts';

/** A typed value as a term: a concept or IRI as an IRI, all else as a literal of its datatype. */
export function valueTerm(scope: Scope, literal: Literal, at: At, gate = scope.gate): Term | undefined {
  switch (literal.datatype) {
    case 'iri':
      return gate.iri(literal.text, at);
    case 'concept':
      return conceptTerm(scope, literal, at, gate);
    case 'string':
      return textTerm(gate, literal.text, at, literal.language);
    default:
      return gate.typed(literal, at);
  }
}

/** Text with an optional language. */
export function textTerm(gate: Gate, text: string, at: At, language?: string): LiteralTerm | undefined {
  return gate.literal(text, language === undefined ? undefined : { language }, at);
}

/** `xsd:boolean` true: what holds is said, what does not is left out. */
export function trueTerm(gate: Gate): LiteralTerm | undefined {
  return gate.typed({ datatype: 'boolean', text: 'true' }, undefined);
}

function conceptTerm(scope: Scope, literal: Literal, at: At, gate: Gate): Term | undefined {
  const concept = scope.vocabulary.concepts.get(literal.list ?? '')?.get(literal.text);
  return (
    concept ??
    gate.refuse(literal.text, `the list "${literal.list}" has no such concept with a legal IRI`, at)
  );
}

/** Adds the parts of a record that are plain strings, where the record has them. */
export function textAdder(scope: Scope, group: Collector, origin: Origin) {
  return (predicate: Predicate | undefined, part: string, value: string | undefined): void => {
    if (value !== undefined) group.add(predicate, textTerm(scope.gate, value, { origin, part }));
  };
}
