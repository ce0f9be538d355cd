import type { Problems } from '../core/diagnostic.ts';
import { textOf } from '../core/text.ts';
import { compareGraphs, type Difference } from './compare.ts';
import { compareAlike } from './compareAlike.ts';
import { expectedOfCytoscape } from './cytoscape/expect.ts';
import { readCytoscape } from './cytoscape/read.ts';
import { expectedOfGexf } from './gexf/expect.ts';
import { readGexf } from './gexf/read.ts';
import { readGraphml } from './graphml/read.ts';
import { readGraphmlByGraphology } from './graphml/readGraphology.ts';
import { readJson } from './json/read.ts';
import { likened } from './likened.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { expectedOfNodelink } from './nodelink/expect.ts';
import { readNodelink } from './nodelink/read.ts';
import { DEFAULT_PROFILE } from './options.ts';
import { expectedOfSvg } from './picture/expect.ts';
import { readPngSize } from './picture/pngHeader.ts';
import { readSvg } from './picture/read.ts';
import { compareQuads, isRdfFormat, readRdf } from './rdf/read.ts';
import { statementLines } from './rdf/statementLines.ts';
import { checkStatements } from './rdf/verifyStatements.ts';
import { fromGraphology, type ReadGraph } from './readGraph.ts';
import { FORMATS } from './table.ts';
import {
  countDifference,
  countShown,
  type FoundGraph,
  factsWithoutStatement,
  isWhole,
  plainFactsNotShown,
  shownFacts,
} from './verifyFacts.ts';

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
  /** The path of a file, for the problems. */
  readonly pathOf: (name: string) => string;
}

/**
 * Reads each export back by a reader that did not write it, and compares them with each other and with the counts
 * of the manifest: RDF of every profile by Oxigraph, GraphML by saxes and graphology-graphml, GEXF by saxes, laid-out
 * JSON by graphology, the other JSON formats by JSON.parse, SVG by saxes (ids, labels, places, ends of lines); of PNG the
 * size is read. Of CSV, Parquet and CITATION.cff only the checksums are compared.
 *
 * Differences are added to `problems`; what is equal is returned.
 */
export async function verifyExports(exports: Exports, problems: Problems): Promise<Verified[]> {
  const verified: Verified[] = [];
  const quads = await verifyRdf(exports, problems, verified);
  const graph = await verifyGraphs(exports, problems, verified);
  if (graph) verifyFacts(quads, graph, { exports, problems, verified });
  await verifyDescriptions(exports, problems, verified);
  verifyPixels(exports, problems, verified);
  const read = new Set(verified.map(({ file }) => file));
  for (const { name, format } of exports.manifest.files) {
    const isKnown = FORMATS.has(format);
    if (!isKnown) problems.add('unknown-format', undefined, { value: format, allowed: [...FORMATS.keys()] });
    else if (!isRead(format) && !read.has(name))
      verified.push({ file: name, reader: 'sha256', what: 'unchanged; not read back' });
  }
  return verified;
}

function isRead(format: string): boolean {
  return isRdfFormat(format) || READERS.has(format) || format === 'png';
}

/** The images are whole, and have a size. */
function verifyPixels(exports: Exports, problems: Problems, verified: Verified[]): void {
  for (const { name, format } of exports.manifest.files) {
    if (format !== 'png') continue;
    try {
      const { width, height } = readPngSize(exports.read(name));
      verified.push({ file: name, reader: 'header', what: `${width} × ${height} pixels` });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      problems.add('verify-unreadable', undefined, { path: exports.pathOf(name), reader: 'header', detail });
    }
  }
}

/** The Turtle files about the set are well-formed, and the description names each file with its size and checksum. */
async function verifyDescriptions(exports: Exports, problems: Problems, verified: Verified[]): Promise<void> {
  const { manifest, pathOf } = exports;
  const described = manifest.files.filter(({ format }) => FORMATS.get(format)?.input !== 'set');
  for (const { name, format } of manifest.files) {
    if (format !== 'shapes' && format !== 'dataset') continue;
    const reading = await readRdf(exports.read(name), 'turtle', { blankNodes: format === 'shapes' });
    const path = pathOf(name);
    if (!reading.ok) {
      problems.add('verify-unreadable', undefined, { path, reader: 'oxigraph', detail: reading.detail });
      continue;
    }
    const text = reading.lines.join('\n');
    const missing = described.filter(
      ({ sha256, bytes }) => !text.includes(`"${sha256}"`) || !text.includes(`"${bytes}"`),
    );
    const wrong = format === 'dataset' ? missing : [];
    for (const { name: file, sha256 } of wrong) {
      const params = { path, against: 'the manifest', what: `the checksum of ${file}` };
      problems.add('verify-differs', undefined, { ...params, expected: sha256, found: 'nothing' });
    }
    const names =
      format === 'dataset' ? `, ${described.length} files with the sizes and checksums of the manifest` : '';
    if (wrong.length === 0)
      verified.push({ file: name, reader: 'oxigraph', what: `${reading.lines.length} triples${names}` });
  }
}

/** A set of RDF lines with the file that they were read from. */
interface Quads {
  readonly file: string;
  readonly lines: readonly string[];
  /** What they say, as statements; undefined in the profile that has none. */
  readonly statements: readonly string[] | undefined;
}

async function verifyRdf(
  exports: Exports,
  problems: Problems,
  verified: Verified[],
): Promise<Quads | undefined> {
  let first: Quads | undefined;
  for (const file of exports.manifest.files) {
    if (!isRdfFormat(file.format)) continue;
    const reading = await readRdf(exports.read(file.name), file.format);
    if (!reading.ok) {
      problems.add('verify-unreadable', undefined, {
        path: exports.pathOf(file.name),
        reader: 'oxigraph',
        detail: reading.detail,
      });
      continue;
    }
    const statements = statementLines(reading.lines, file.profile ?? DEFAULT_PROFILE);
    const quads = { file: file.name, lines: reading.lines, statements };
    const differing = statements ? checkStatements(statements, exports.manifest) : [];
    for (const difference of differing)
      problems.add('verify-differs', undefined, {
        path: exports.pathOf(file.name),
        against: 'the manifest',
        ...difference,
      });
    const before = problems.errors;
    if (first) compareWith(first, quads, { problems, pathOf: exports.pathOf });
    if (problems.errors > before || differing.length > 0) continue;
    const equal = first ? `, equal to ${first.file}` : '';
    const plain = `; ${exports.manifest.counts.plainFacts} plain facts, and no other triple of a relation`;
    const what = `${quads.lines.length} triples${equal}${statements ? plain : ''}`;
    verified.push({ file: file.name, reader: 'oxigraph', what });
    first ??= quads;
  }
  return first;
}

function compareWith(
  first: Quads,
  second: Quads,
  { problems, pathOf }: { problems: Problems; pathOf: (name: string) => string },
): void {
  const { missing, added } = compareQuads(first.lines, second.lines);
  const example = missing[0] ?? added[0];
  if (example === undefined) return;
  problems.add('verify-differs', undefined, {
    path: pathOf(second.file),
    against: pathOf(first.file),
    what: `${missing.length + added.length} triples`,
    expected: missing[0] ?? 'nothing',
    found: added[0] ?? 'nothing',
  });
}

async function verifyGraphs(
  exports: Exports,
  problems: Problems,
  verified: Verified[],
): Promise<FoundGraph | undefined> {
  const { counts, files } = exports.manifest;
  const readings: (Reader & { file: ManifestFile; graph: ReadGraph })[] = [];
  for (const file of files) {
    for (const one of READERS.get(file.format) ?? []) {
      const { reader, read } = one;
      try {
        const graph = await read(textOf(exports.read(file.name)));
        readings.push({ ...one, file, graph });
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        problems.add('verify-unreadable', undefined, { path: exports.pathOf(file.name), reader, detail });
        break; // the next reader of the file may repair what this one refuses
      }
    }
  }
  // A picture shows no facts by their ids.
  const reference =
    readings.find(({ file }) => file.format === 'json') ?? readings.find(({ file }) => file.format !== 'svg');
  const json = reference?.file.format === 'json' ? reference : undefined;
  for (const { file, reader, graph, differences, compared = 'all attributes' } of readings) {
    const before = problems.errors;
    const differ = (what: string, expected: string, found: string, against = 'the manifest') =>
      problems.add('verify-differs', undefined, {
        path: exports.pathOf(file.name),
        against,
        what: `${what} (read by ${reader})`,
        expected,
        found,
      });
    if (graph.nodes.size !== counts.nodes) differ('nodes', String(counts.nodes), String(graph.nodes.size));
    if (graph.edges.size !== counts.edges) differ('edges', String(counts.edges), String(graph.edges.size));
    if (json && differences) {
      const replaced = (file.losses['character-replaced'] ?? 0) > 0;
      const pair = likened(graph, json.graph, replaced);
      for (const { what, expected, found } of differences(pair.found, pair.json)) {
        differ(what, expected, found, exports.pathOf(json.file.name));
      }
    }
    if (problems.errors > before) continue;
    const equal = json && differences ? `, ${compared} equal to ${json.file.name}` : '';
    verified.push({
      file: file.name,
      reader,
      what: `${graph.nodes.size} nodes, ${graph.edges.size} edges${equal}`,
    });
  }
  return reference;
}

interface Reader {
  readonly reader: string;
  readonly read: (text: string) => ReadGraph | Promise<ReadGraph>;
  /** Compares what was read with the laid-out JSON of the same build. */
  readonly differences?: (found: ReadGraph, json: ReadGraph) => Iterable<Difference>;
  /** What of the graph they compare, where it is not all. */
  readonly compared?: string;
}

const READERS: ReadonlyMap<string, readonly Reader[]> = new Map([
  ['json', [{ reader: 'graphology', read: async (text) => fromGraphology(await readJson(text)) }]],
  [
    'graphml',
    [
      { reader: 'saxes', read: (text) => readGraphml(text), differences: compareGraphs },
      {
        reader: 'graphology-graphml',
        read: async (text) => fromGraphology(await readGraphmlByGraphology(text)),
      },
    ],
  ],
  [
    'gexf',
    [
      {
        reader: 'saxes',
        read: (text) => readGexf(text),
        differences: (found, json) => compareAlike(found, expectedOfGexf(json)),
      },
    ],
  ],
  [
    'svg',
    [
      {
        reader: 'saxes',
        read: (text) => readSvg(text),
        differences: (found, json) => compareAlike(found, expectedOfSvg(json, found)),
        compared: 'ids, labels, kinds and places',
      },
    ],
  ],
  [
    'cytoscape',
    [
      {
        reader: 'JSON.parse',
        read: readCytoscape,
        differences: (found, json) => compareAlike(found, expectedOfCytoscape(json)),
      },
    ],
  ],
  [
    'nodelink',
    [
      {
        reader: 'JSON.parse',
        read: readNodelink,
        differences: (found, json) => compareAlike(found, expectedOfNodelink(json)),
      },
    ],
  ],
]);

/** The graph shows as many facts as the manifest says, and with RDF beside it the same ones. */
function verifyFacts(
  quads: Quads | undefined,
  found: FoundGraph,
  { exports, problems, verified }: { exports: Exports; problems: Problems; verified: Verified[] },
): void {
  const { manifest, pathOf } = exports;
  const file = found.file.name;
  const before = problems.errors;
  const differ = (path: string, against: string, differences: Iterable<Difference>) => {
    for (const one of differences)
      problems.add('verify-differs', undefined, { path: pathOf(path), against, ...one });
  };
  let shown: ReturnType<typeof shownFacts>;
  try {
    shown = shownFacts(found.graph);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    problems.add('verify-unreadable', undefined, { path: pathOf(file), reader: 'JSON.parse', detail });
    return;
  }
  const whole = isWhole(found, manifest);
  if (whole) differ(file, 'the manifest', countDifference(shown, manifest));
  const facts = countShown(shown);
  if (!quads?.statements) {
    const what = `${facts} facts, as many as the manifest says`;
    if (whole && problems.errors === before) verified.push({ file, reader: 'JSON.parse', what });
    return;
  }
  const rdf = { lines: quads.statements, base: manifest.base };
  differ(quads.file, pathOf(file), factsWithoutStatement(found, rdf));
  if (whole) differ(file, pathOf(quads.file), plainFactsNotShown(shown, rdf));
  if (problems.errors > before) return;
  const all = whole ? `; its ${manifest.counts.plainFacts} plain facts stand in ${file}` : '';
  const what = `${facts} facts of ${file} stand in it as statements${all}`;
  verified.push({ file: quads.file, reader: 'oxigraph', what });
}
