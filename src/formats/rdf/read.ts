/** Reads RDF back with Oxigraph, a reader that shares no code with the writers. */
import { compareUtf8 } from '../../core/order.ts';

/** The quads of a file as canonical N-Quads lines without line ends, distinct, in byte order; or why not. */
export type RdfReading =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly detail: string };

const MEDIA_TYPES = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
  jsonld: 'application/ld+json',
  // Read as the list of its lines.
  ndjsonld: 'application/ld+json',
} as const;

/** The formats that {@link readRdf} reads, by the names of the writers. */
export type RdfFormat = keyof typeof MEDIA_TYPES;

export function isRdfFormat(name: string): name is RdfFormat {
  return Object.hasOwn(MEDIA_TYPES, name);
}

/**
 * Reads a whole file, given as bytes or text, or as an iterable of either. Blank nodes are refused unless they are
 * allowed, since exports of facts have none and they would make comparing a search for isomorphism. Loads Oxigraph (WebAssembly) on first use.
 */
export async function readRdf(
  input: string | Uint8Array | Iterable<string | Uint8Array>,
  format: RdfFormat,
  { blankNodes = false }: { readonly blankNodes?: boolean } = {},
): Promise<RdfReading> {
  const { parse } = await import('oxigraph');
  const pieces = typeof input === 'string' ? [input] : input instanceof Uint8Array ? piecesOf(input) : input;
  const chunks = format === 'ndjsonld' ? listOfLines(pieces) : pieces;
  const lines = new Set<string>();
  try {
    for (const line of linesOf(parse(chunks, { format: MEDIA_TYPES[format] }))) {
      const blank = blankNodes ? undefined : blankIn(line);
      if (blank !== undefined) return { ok: false, detail: `blank node ${blank}` };
      lines.add(`${line} .`);
    }
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
  return { ok: true, lines: [...lines].sort(compareUtf8) };
}

/**
 * The quads as text, each given back to WebAssembly at once: left to the garbage collector, which learns of them only
 * between tasks, a million of them take all memory and twenty times as long.
 */
function* linesOf(quads: Iterable<{ toString(): string }>): Generator<string> {
  const iterator = quads[Symbol.iterator]();
  for (;;) {
    const result = iterator.next();
    if (result.done) return;
    const quad = result.value;
    yield quad.toString();
    free(quad);
    free(result);
  }
}

/** What Oxigraph's declarations do not tell: all its objects have `free`. */
function free(object: object): void {
  if ('free' in object && typeof object.free === 'function') object.free();
}

/** The first blank node of a quad in N-Quads; what literals hold is none. */
function blankIn(line: string): string | undefined {
  if (!line.includes('_:')) return undefined;
  const [, blank] = /(?:^|[ (])(_:[^ )]+)/.exec(line.replace(/"(?:[^"\\]|\\.)*"/g, '""')) ?? [];
  return blank;
}

const PIECE = 1 << 20;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** A JSON array of the lines: a line end becomes a comma, since JSON has none inside of strings. */
function* listOfLines(chunks: Iterable<string | Uint8Array>): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  yield '[';
  for (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    yield text.replaceAll('\n', ',');
  }
  yield `${decoder.decode()}{}]`;
}

/** How two sets of lines differ. */
export interface QuadDifference {
  /** In the first only. */
  readonly missing: readonly string[];
  /** In the second only. */
  readonly added: readonly string[];
}

/** Compares two lists of distinct lines, each in byte order. */
export function compareQuads(expected: readonly string[], found: readonly string[]): QuadDifference {
  const missing: string[] = [];
  const added: string[] = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < found.length) {
    const a = expected[i];
    const b = found[j];
    const order = a === undefined ? 1 : b === undefined ? -1 : compareUtf8(a, b);
    if (order <= 0) i++;
    if (order >= 0) j++;
    if (order < 0 && a !== undefined) missing.push(a);
    if (order > 0 && b !== undefined) added.push(b);
  }
  return { missing, added };
}
