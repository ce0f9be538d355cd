/** Readers for the tests: each gives canonical lines, in byte order. */
import jsonld from 'jsonld';
import { Parser, type Quad, type Term } from 'n3';
import { literal, namedNode } from 'oxigraph';
import { compareUtf8 } from '../../../src/core/order.ts';
import type { KnowledgeFormat } from '../../../src/formats/formats.ts';
import { jsonld as jsonldFormat } from '../../../src/formats/rdf/jsonld.ts';
import { ndjsonld } from '../../../src/formats/rdf/ndjsonld.ts';
import { nquads } from '../../../src/formats/rdf/nquads.ts';
import { ntriples } from '../../../src/formats/rdf/ntriples.ts';
import { type RdfFormat, readRdf } from '../../../src/formats/rdf/read.ts';
import { trig } from '../../../src/formats/rdf/trig.ts';
import { turtle } from '../../../src/formats/rdf/turtle.ts';

export const RDF_WRITERS: Readonly<Record<RdfFormat, KnowledgeFormat>> = {
  turtle,
  trig,
  ntriples,
  nquads,
  jsonld: jsonldFormat,
  ndjsonld,
};

export async function oxigraphLines(text: string, format: RdfFormat): Promise<readonly string[]> {
  const reading = await readRdf(text, format);
  if (!reading.ok) throw new Error(reading.detail);
  return reading.lines;
}

/** By N3.js, put in canonical form by the term makers of Oxigraph. */
export function n3Lines(text: string, format: string): readonly string[] {
  const quads = new Parser({ format }).parse(text);
  return distinct(quads.map((quad) => `${termsOf(quad)}${graphOf(quad)} .`));
}

function termsOf({ subject, predicate, object }: Quad): string {
  if (subject.termType !== 'NamedNode') throw new Error(`a ${subject.termType} as subject`);
  return `${namedNode(subject.value)} ${namedNode(predicate.value)} ${canonicalObject(object)}`;
}

function graphOf({ graph }: Quad): string {
  return graph.termType === 'DefaultGraph' ? '' : ` ${namedNode(graph.value)}`;
}

function canonicalObject(term: Term): string {
  if (term.termType === 'NamedNode') return namedNode(term.value).toString();
  // The types of N3.js do not know triple terms yet.
  if (String(term.termType) === 'Quad') return `<<( ${termsOf(term as unknown as Quad)} )>>`;
  if (term.termType !== 'Literal') throw new Error(`a ${term.termType} as object`);
  return literal(term.value, term.language || namedNode(term.datatype.value)).toString();
}

/** By jsonld.js, which must not load anything. */
export async function jsonldLines(text: string, format: 'jsonld' | 'ndjsonld'): Promise<readonly string[]> {
  const documents = format === 'jsonld' ? [JSON.parse(text)] : linesOf(text).map((line) => JSON.parse(line));
  const lines: string[] = [];
  for (const document of documents) {
    const options = { format: 'application/n-quads', documentLoader, safe: true } as const;
    lines.push(...(await jsonld.toRDF(document, options)).split('\n').slice(0, -1));
  }
  return distinct(lines);
}

function documentLoader(url: string): never {
  throw new Error(`a remote document: ${url}`);
}

function distinct(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort(compareUtf8);
}

export function linesOf(nquads: string): readonly string[] {
  return nquads.split('\n').slice(0, -1);
}
