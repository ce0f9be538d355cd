import { compareUtf8 } from '../../core/order.ts';
import { RDF } from '../../ontology/namespaces.ts';
import type { ProfileName } from '../options.ts';

/**
 * What an export in any profile says, in the triples of the profile `statements`: canonical N-Quads lines, distinct,
 * in byte order. Named graphs are left out, and a triple term becomes its three parts. Undefined for `plain`, which
 * has no statements.
 */
export function statementLines(
  lines: readonly string[],
  profile: ProfileName,
): readonly string[] | undefined {
  switch (profile) {
    case 'plain':
      return undefined;
    case 'statements':
      return lines;
    case 'named-graphs':
      return distinct(lines.map(withoutGraph));
    case 'rdf12':
      return distinct(lines.flatMap(reifierParts));
  }
}

/** A graph is the IRI after the object: no literal ends in a blank and an IRI. */
function withoutGraph(line: string): string {
  const second = line.indexOf(' ', line.indexOf(' ') + 1);
  const object = line.slice(second + 1).replace(/^(.+) <[^ ]*> \.$/s, '$1 .');
  return line.slice(0, second + 1) + object;
}

const REIFIER = new RegExp(`^(<[^ ]*>) <${RDF}reifies> <<\\( ?(<[^ ]*>) (<[^ ]*>) (.*?) ?\\)>> \\.$`, 's');

function reifierParts(line: string): readonly string[] {
  const [, reifier, subject, predicate, object] = REIFIER.exec(line) ?? [];
  if (reifier === undefined) return [line];
  return [
    `${reifier} <${RDF}type> <${RDF}Statement> .`,
    `${reifier} <${RDF}subject> ${subject} .`,
    `${reifier} <${RDF}predicate> ${predicate} .`,
    `${reifier} <${RDF}object> ${object} .`,
  ];
}

function distinct(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort(compareUtf8);
}
