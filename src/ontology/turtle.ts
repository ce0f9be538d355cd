/** The one place outside the RDF formats that parses RDF: ontology files, as terms with the file they stand in. */
import { type Term as N3Term, Parser } from 'n3';
import { Problems } from '../core/diagnostic.ts';
import type { Place, SourceText } from '../core/place.ts';
import { OWL } from './namespaces.ts';

/** An object of a triple. `value` of a blank node is unique over all files. */
export interface Term {
  readonly kind: 'iri' | 'blank' | 'literal';
  readonly value: string;
  readonly language: string;
  readonly file: TurtleFile;
}

export interface Triple {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Term;
}

export interface TurtleFile {
  readonly source: SourceText;
  /** Which of the files it is, from 0: later ones override earlier ones. */
  readonly order: number;
  readonly prefixes: ReadonlyMap<string, string>;
  readonly triples: readonly Triple[];
}

/** Reads one Turtle file; a syntax error is reported, and then there is no result. */
export function readTurtle(source: SourceText, order: number, problems: Problems): TurtleFile | undefined {
  const prefixes = new Map<string, string>();
  const triples: Triple[] = [];
  const file: TurtleFile = { source, order, prefixes, triples };
  try {
    const parser = new Parser({ format: 'text/turtle' });
    const quads = parser.parse(source.text, null, (prefix, iri) => {
      prefixes.set(prefix, iri.value);
    });
    for (const { subject, predicate, object } of quads) {
      triples.push({
        subject: keyOf(subject, order),
        predicate: predicate.value,
        object: toTerm(object, file),
      });
    }
    return file;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    problems.add('ontology-syntax', placeOf(error, source), {
      detail: detail.replace(/ on line \d+\.?$/, '').replace(/\s*\n\s*/g, ' '),
    });
    return undefined;
  }
}

/** The IRIs that a file imports (`owl:imports`), in its order; none when it cannot be read. */
export function importsOf(source: SourceText): string[] {
  const triples = readTurtle(source, 0, new Problems())?.triples ?? [];
  return triples
    .filter((triple) => triple.predicate === `${OWL}imports`)
    .map((triple) => triple.object.value);
}

function keyOf(term: N3Term, order: number): string {
  return term.termType === 'BlankNode' ? `_:${order}.${term.value}` : term.value;
}

function toTerm(term: N3Term, file: TurtleFile): Term {
  const kind = term.termType === 'Literal' ? 'literal' : term.termType === 'NamedNode' ? 'iri' : 'blank';
  const language = term.termType === 'Literal' ? term.language : '';
  return { kind, value: keyOf(term, file.order), language, file };
}

/** N3.js gives the line, and a token whose `start` counts from the beginning of that line. */
function placeOf(error: unknown, source: SourceText): Place {
  // An adapter: the errors of N3.js carry `context`, which its types do not mention.
  const { context } = error as { context?: { line?: number; token?: { line?: number; start?: number } } };
  const line = context?.line ?? 1;
  const text = source.line(line) ?? '';
  const start = context?.token?.line === line ? context.token.start : undefined;
  const offset = start !== undefined && start <= text.length ? start : text.search(/\S|$/);
  return { file: source.file, line, column: [...text.slice(0, offset)].length + 1 };
}
