import { FW, RDF } from '../../ontology/namespaces.ts';
import type { Manifest } from '../manifest.ts';

/** What differs between the triples and the manifest. */
export interface StatementDifference {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** A plain fact as its statement tells it. */
export interface PlainFact {
  /** `f-…` */
  readonly fact: string;
  /** The IRI of the subject. */
  readonly subject: string;
  readonly isLiteral: boolean;
}

/** The plain facts of canonical N-Quads lines, in the order of their statements. */
export function plainFactsOf(lines: readonly string[]): PlainFact[] {
  return [...collectStatements(lines)]
    .filter(([, statement]) => isPlain(statement))
    .map(([iri, { subject = '', object = '' }]) => ({
      fact: /f-[0-9a-f]+(?=>$)/.exec(iri)?.[0] ?? iri,
      subject: subject.slice(1, -1),
      isLiteral: object.startsWith('"'),
    }));
}

/** The parts of a statement that decide whether it is plain. */
interface Statement {
  subject?: string;
  predicate?: string;
  object?: string;
  status?: string;
  notPlain: boolean;
}

/**
 * Checks the promise of every export: the triples whose predicate is a relation are exactly those of the plain
 * statements, of all relations of the manifest, both ways for symmetric relations, and their number is that of the manifest.
 *
 * Works on canonical N-Quads lines as another reader found them, and on the statements' own words alone.
 */
export function checkStatements(lines: readonly string[], manifest: Manifest): StatementDifference[] {
  const statements = collectStatements(lines);
  const plain = [...statements.values()].filter(isPlain);
  const expected = new Set<string>();
  const symmetric = new Set(manifest.symmetric);
  for (const { subject = '', predicate = '', object = '' } of plain) {
    expected.add(`${subject} ${predicate} ${object}`);
    if (symmetric.has(predicate.slice(1, -1))) expected.add(`${object} ${predicate} ${subject}`);
  }
  const relations = new Set([
    ...manifest.relations.map((iri) => `<${iri}>`),
    ...[...statements.values()].map((statement) => statement.predicate ?? ''),
  ]);
  const found: string[] = [];
  for (const { subject, predicate, object } of triplesOf(lines))
    if (relations.has(predicate)) found.push(`${subject} ${predicate} ${object}`);
  return [
    ...difference('statements', manifest.counts.distinctFacts, statements.size),
    ...difference('plain statements', manifest.counts.plainFacts, plain.length),
    ...missing('a triple for each plain fact', expected, new Set(found)),
    ...found
      .filter((triple) => !expected.has(triple))
      .map((triple) => ({ what: 'triples of plain facts only', expected: 'no such triple', found: triple })),
  ];
}

interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/** One by one: millions of them would not fit beside their lines. */
function* triplesOf(lines: readonly string[]): Generator<Triple> {
  for (const line of lines) yield splitLine(line);
}

/** Subjects and predicates are IRIs, which hold no blank. */
function splitLine(line: string): Triple {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  return {
    subject: line.slice(0, first),
    predicate: line.slice(first + 1, second),
    object: line.slice(second + 1, -2),
  };
}

function collectStatements(lines: readonly string[]): Map<string, Statement> {
  const statements = new Map<string, Statement>();
  for (const { subject, predicate, object } of triplesOf(lines)) {
    if (predicate === `<${RDF}type>` && object === `<${RDF}Statement>`)
      statements.set(subject, { notPlain: false });
  }
  for (const { subject, predicate, object } of triplesOf(lines)) {
    const statement = statements.get(subject);
    if (!statement) continue;
    if (predicate === `<${RDF}subject>`) statement.subject = object;
    if (predicate === `<${RDF}predicate>`) statement.predicate = object;
    if (predicate === `<${RDF}object>`) statement.object = object;
    if (predicate === `<${FW}status>`) statement.status = object;
    const isTrue = object.startsWith('"true"');
    if (NOT_PLAIN.has(predicate) && isTrue) statement.notPlain = true;
    if (predicate === `<${FW}certainty>` && object === `<${FW}possible>`) statement.notPlain = true;
  }
  return statements;
}

/** What takes plainness where it is true. */
const NOT_PLAIN = new Set(['negated', 'rejected', 'notPlain'].map((name) => `<${FW}${name}>`));

function isPlain({ status, notPlain, object }: Statement): boolean {
  const hasObject = object !== `<${FW}unknown>` && object !== `<${FW}none>`;
  return status === `<${FW}asserted>` && !notPlain && hasObject;
}

function difference(what: string, expected: number | undefined, found: number): StatementDifference[] {
  return expected === found ? [] : [{ what, expected: String(expected), found: String(found) }];
}

function missing(
  what: string,
  expected: ReadonlySet<string>,
  found: ReadonlySet<string>,
): StatementDifference[] {
  return [...expected]
    .filter((triple) => !found.has(triple))
    .map((triple) => ({ what, expected: triple, found: 'nothing' }));
}
