/** Readers for the tests: both give canonical lines, in byte order. */
import { Parser, type Term } from 'n3';
import { literal, namedNode } from 'oxigraph';
import { compareUtf8 } from '../../../src/core/order.ts';
import { readRdf } from '../../../src/formats/rdf/read.ts';

export async function oxigraphLines(text: string, format: 'turtle' | 'nquads'): Promise<readonly string[]> {
  const reading = await readRdf(text, format);
  if (!reading.ok) throw new Error(reading.detail);
  return reading.lines;
}

/** The lines by N3.js, put in canonical form by the term makers of Oxigraph. */
export function n3Lines(text: string, format: 'text/turtle' | 'application/n-quads'): readonly string[] {
  const lines = new Parser({ format }).parse(text).map((quad) => {
    const { subject, predicate, object } = quad;
    if (subject.termType !== 'NamedNode' || quad.graph.termType !== 'DefaultGraph') throw new Error('no IRI');
    return `${namedNode(subject.value)} ${namedNode(predicate.value)} ${canonicalObject(object)} .`;
  });
  return [...new Set(lines)].sort(compareUtf8);
}

function canonicalObject(term: Term): string {
  if (term.termType === 'NamedNode') return namedNode(term.value).toString();
  if (term.termType !== 'Literal') throw new Error(`a ${term.termType} as object`);
  return literal(term.value, term.language || namedNode(term.datatype.value)).toString();
}

export function linesOf(nquads: string): readonly string[] {
  return nquads.split('\n').slice(0, -1);
}
