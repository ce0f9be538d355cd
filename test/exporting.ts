/** A whole run in memory: all formats, their manifest, and `verify` on them. */
import { createHash } from 'node:crypto';
import { Problems } from '../src/core/diagnostic.ts';
import { packagedAsset } from '../src/files/packaged.ts';
import { type ExportSet, type Format, filesOf } from '../src/formats/formats.ts';
import type { Losses } from '../src/formats/losses.ts';
import {
  accountOf,
  type Manifest,
  type ManifestFile,
  manifestOf,
  refusalsOf,
} from '../src/formats/manifest.ts';
import type { WriteOptions } from '../src/formats/options.ts';
import { FORMATS } from '../src/formats/table.ts';
import { type Verified, verifyExports } from '../src/formats/verify.ts';
import type { PlacedGraph } from '../src/graph/view.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { Project } from '../src/pipeline.ts';
import { type Files, OPTIONS, place, type Woven } from './harbour.ts';

export interface Written extends ManifestFile {
  /** Of the files in the format's own media type, joined; a character for each byte where they are binary. */
  readonly text: string;
  readonly chunks: readonly Buffer[];
  /** Every file of the format, by name. */
  readonly contents: ReadonlyMap<string, Buffer>;
}

export function writeFormat(
  format: Format,
  {
    knowledge,
    graph,
    manifest = emptyManifest(knowledge, graph),
  }: Omit<ExportSet, 'manifest'> & Partial<ExportSet>,
  problems: Problems,
  options: Partial<WriteOptions> = {},
): Written {
  const losses: Losses = new Map();
  const context = { problems, losses, options, asset: packagedAsset, stem: 'x' };
  const before = problems.counts.get('refused-term') ?? 0;
  const chunks: Buffer[] = [];
  const contents = new Map<string, Buffer>();
  for (const file of filesOf(format, { knowledge, graph, manifest }, context)) {
    const parts = [...file.chunks].map((part) => Buffer.from(part));
    if (file.mediaType === format.mediaType) chunks.push(...parts);
    contents.set(file.name, Buffer.concat(parts));
  }
  const text = Buffer.concat(chunks).toString(isBinary(format) ? 'latin1' : 'utf8');
  const [name = '', bytes = Buffer.alloc(0)] = [...contents][0] ?? [];
  const refusedTerms = (problems.counts.get('refused-term') ?? 0) - before;
  const left =
    format.input === 'knowledge'
      ? { refused: losses.get('fact-refused') ?? 0, values: 0 }
      : { refused: 0, values: refusedTerms };
  const facts = accountOf(knowledge, format.input === 'graph' ? graph.view.facts.outside : new Map(), left);
  return {
    name,
    format: format.name,
    mediaType: format.mediaType,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(format.input !== 'set' && { facts }),
    losses: Object.fromEntries(losses),
    text,
    chunks,
    contents,
  };
}

export function isBinary({ name }: Pick<Format, 'name'>): boolean {
  return name === 'parquet' || name === 'png';
}

function emptyManifest(knowledge: Knowledge, graph: PlacedGraph): Manifest {
  return manifestOf({ knowledge, graph }, { name: 'harbour', version: '0', options: OPTIONS });
}

export interface Exported extends Woven {
  readonly graph: PlacedGraph;
  readonly written: ReadonlyMap<string, Written>;
  readonly manifest: Manifest;
}

/** Drawing pixels takes longer than writing all the others: only where it is asked for. */
const USUAL = [...FORMATS.keys()].filter((name) => name !== 'png');

/** Reads, weaves, draws and writes the formats named, or all but PNG; the problems are those of all stages. */
export function exportAll(
  files: Files,
  changes: Partial<Project> = {},
  names: readonly string[] = USUAL,
): Exported {
  const woven = place(files, changes);
  const { knowledge, graph, problems } = woven;
  const written = new Map<string, Written>();
  let manifest = emptyManifest(knowledge, graph);
  for (const [name, format] of FORMATS) {
    if (!names.includes(name)) continue;
    const file = writeFormat(format, { knowledge, graph, manifest }, problems);
    written.set(name, file);
    manifest = { ...manifest, files: [...manifest.files, file] };
  }
  return { ...woven, written, manifest: { ...manifest, ...refusalsOf(problems) } };
}

export async function verify({
  manifest,
  written,
}: Exported): Promise<{ problems: Problems; verified: Verified[] }> {
  const problems = new Problems();
  const read = (name: string) => {
    const file = [...written.values()].find(({ contents }) => contents.has(name));
    return file?.contents.get(name) ?? Buffer.alloc(0);
  };
  return { verified: await verifyExports({ manifest, read, pathOf: (name) => name }, problems), problems };
}
