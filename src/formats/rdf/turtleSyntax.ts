import { XSD } from '../../ontology/namespaces.ts';
import { type Prefixes, shorten } from './prefixes.ts';
import type { TermSyntax } from './terms.ts';

const BARE: ReadonlyMap<string, RegExp> = new Map([
  [`${XSD}integer`, /^(?:0|-?[1-9][0-9]*)$/],
  [`${XSD}boolean`, /^(?:true|false)$/],
]);

/** Whether Turtle can have a literal without quotes and keep its lexical form: integers and booleans. */
export function isBare(lexical: string, datatype: string): boolean {
  return BARE.get(datatype)?.test(lexical) ?? false;
}

/** The terms of Turtle and TriG. */
export function turtleSyntax(prefixes: Prefixes): TermSyntax {
  const iri = (text: string): string => shorten(text, prefixes);
  return {
    iri,
    typed: (quoted, lexical, datatype) =>
      isBare(lexical, datatype) ? lexical : `${quoted}^^${iri(datatype)}`,
    prefixOf: (namespace) => {
      const name = prefixes.get(namespace);
      return name === undefined ? undefined : `${name}:`;
    },
  };
}
