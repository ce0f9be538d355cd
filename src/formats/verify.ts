import type { Problems } from '../core/diagnostic.ts';
import { compareGraphs } from './compare.ts';
import { readGraphml } from './graphml/read.ts';
import { readGraphmlByGraphology } from './graphml/readGraphology.ts';
import { readJson } from './json/read.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { compareQuads, readRdf } from './rdf/read.ts';
import { checkStatements } from './rdf/verifyStatements.ts';
import { fromGraphology, type ReadGraph } from './readGraph.ts';

/** One thing that was compared and found equal. */
export interface Verified {
  readonly file: string;
  readonly reader: string;
  readonly what: string;
}

/** What verifying works on: the manifest and the bytes of its files. */
export interface Exports {
  readonly manifest: Manifest;
  readonly read: (name: string) => Uint8Array;
}

/**
 * Reads each export back by a reader that did not write it, and compares them with each other and with the counts
 * of the manifest: RDF by Oxigraph, GraphML by saxes and graphology-graphml, JSON by graphology.
 *
 * Differences are added to `problems`; what is equal is returned.
 */
export async function verifyExports(exports: Exports, problems: Problems): Promise<Verified[]> {
  const verified: Verified[] = [];
  const quads = await verifyRdf(exports, problems, verified);
  const graph = await verifyGraphs(exports, problems, verified);
  if (quads && graph) verifyEdges(quads, graph, { exports, problems, verified });
  return verified;
}

/** A set of RDF lines with the file that they were read from. */
interface Quads {
  readonly file: string;
  readonly lines: readonly string[];
}

async function verifyRdf(
  exports: Exports,
  problems: Problems,
  verified: Verified[],
): Promise<Quads | undefined> {
  let first: Quads | undefined;
  for (const file of exports.manifest.files) {
    if (file.format !== 'turtle' && file.format !== 'nquads') continue;
    const reading = await readRdf(exports.read(file.name), file.format);
    if (!reading.ok) {
      problems.add('verify-unreadable', undefined, {
        path: file.name,
        reader: 'oxigraph',
        detail: reading.detail,
      });
      continue;
    }
    const quads = { file: file.name, lines: reading.lines };
    const differing = checkStatements(quads.lines, exports.manifest);
    for (const difference of differing)
      problems.add('verify-differs', undefined, { path: file.name, against: 'the manifest', ...difference });
    const before = problems.errors;
    if (first) compareWith(first, quads, problems);
    if (problems.errors > before || differing.length > 0) continue;
    const equal = first ? `, equal to ${first.file}` : '';
    const what = `${quads.lines.length} triples${equal}; ${exports.manifest.counts.plainFacts} plain facts, and no other triple of a relation`;
    verified.push({ file: file.name, reader: 'oxigraph', what });
    first ??= quads;
  }
  return first;
}

function compareWith(first: Quads, second: Quads, problems: Problems): void {
  const { missing, added } = compareQuads(first.lines, second.lines);
  const example = missing[0] ?? added[0];
  if (example === undefined) return;
  problems.add('verify-differs', undefined, {
    path: second.file,
    against: first.file,
    what: `${missing.length + added.length} triples`,
    expected: missing[0] ?? 'nothing',
    found: added[0] ?? 'nothing',
  });
}

async function verifyGraphs(
  exports: Exports,
  problems: Problems,
  verified: Verified[],
): Promise<ReadGraph | undefined> {
  const { counts, files } = exports.manifest;
  const readings: { file: ManifestFile; reader: string; graph: ReadGraph }[] = [];
  for (const file of files) {
    for (const { reader, read } of READERS.get(file.format) ?? []) {
      try {
        readings.push({ file, reader, graph: await read(new TextDecoder().decode(exports.read(file.name))) });
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        problems.add('verify-unreadable', undefined, { path: file.name, reader, detail });
        break; // the next reader of the file may repair what this one refuses
      }
    }
  }
  const reference = readings.find(({ file }) => file.format === 'json') ?? readings[0];
  for (const { file, reader, graph } of readings) {
    const before = problems.errors;
    const differ = (what: string, expected: string, found: string, against = 'the manifest') =>
      problems.add('verify-differs', undefined, {
        path: file.name,
        against,
        what: `${what} (read by ${reader})`,
        expected,
        found,
      });
    if (graph.nodes.size !== counts.nodes) differ('nodes', String(counts.nodes), String(graph.nodes.size));
    if (graph.edges.size !== counts.edges) differ('edges', String(counts.edges), String(graph.edges.size));
    const compared = reference && reader === 'saxes' && reference.file !== file;
    if (compared) {
      for (const { what, expected, found } of compareGraphs(graph, reference.graph)) {
        differ(what, expected, found, reference.file.name);
      }
    }
    if (problems.errors > before) continue;
    const equal = compared ? `, all attributes equal to ${reference.file.name}` : '';
    verified.push({
      file: file.name,
      reader,
      what: `${graph.nodes.size} nodes, ${graph.edges.size} edges${equal}`,
    });
  }
  return reference?.graph;
}

interface Reader {
  readonly reader: string;
  readonly read: (text: string) => Promise<ReadGraph>;
}

const READERS: ReadonlyMap<string, readonly Reader[]> = new Map([
  ['json', [{ reader: 'graphology', read: async (text) => fromGraphology(await readJson(text)) }]],
  [
    'graphml',
    [
      { reader: 'saxes', read: (text) => readGraphml(text) },
      {
        reader: 'graphology-graphml',
        read: async (text) => fromGraphology(await readGraphmlByGraphology(text)),
      },
    ],
  ],
]);

/** Every edge stands for statements of the RDF, between the entities that it connects. */
function verifyEdges(
  quads: Quads,
  graph: ReadGraph,
  { exports, problems, verified }: { exports: Exports; problems: Problems; verified: Verified[] },
): void {
  const lines = new Set(quads.lines);
  const { base } = exports.manifest;
  // A base that is a fragment itself leaves none for statements (domain.md, Ids and IRIs).
  const separator = base.includes('#') ? ':' : '#';
  let facts = 0;
  const before = problems.errors;
  for (const [id, { source, target, attributes }] of graph.edges) {
    const predicate = `<${String(attributes.get('predicate'))}>`;
    for (const fact of listOf(attributes.get('facts'))) {
      facts++;
      const found = [
        [source, target],
        [target, source],
      ].some(([subject, object]) => {
        const statement = `<${base}${subject}${separator}${fact}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#`;
        return (
          lines.has(`${statement}predicate> ${predicate} .`) &&
          lines.has(`${statement}object> <${base}${object}> .`)
        );
      });
      if (found) continue;
      const what = `edge ${id}`;
      problems.add('verify-differs', undefined, {
        path: quads.file,
        against: 'the graph',
        what,
        expected: fact,
        found: 'no such statement',
      });
    }
  }
  if (problems.errors === before)
    verified.push({
      file: quads.file,
      reader: 'oxigraph',
      what: `${facts} facts of edges stand in it as statements`,
    });
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? value.split(';') : [];
}
