/** A whole run in memory: all formats, their manifest, and `verify` on them. */
import { Problems } from '../src/core/diagnostic.ts';
import { hashOf } from '../src/core/ids.ts';
import type { Format, Losses } from '../src/formats/formats.ts';
import {
  accountOf,
  allRelations,
  countsOf,
  type Manifest,
  type ManifestFile,
  refusalsOf,
  symmetricRelations,
} from '../src/formats/manifest.ts';
import { FORMATS } from '../src/formats/table.ts';
import { type Verified, verifyExports } from '../src/formats/verify.ts';
import type { PlacedGraph } from '../src/graph/view.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { Project } from '../src/pipeline.ts';
import { type Files, place, type Woven } from './harbour.ts';

export interface Written extends ManifestFile {
  readonly text: string;
  readonly chunks: readonly string[];
}

export function writeFormat(
  format: Format,
  knowledge: Knowledge,
  graph: PlacedGraph,
  problems: Problems,
): Written {
  const losses: Losses = new Map();
  const context = { problems, losses };
  const before = problems.counts.get('refused-term') ?? 0;
  const chunks =
    format.input === 'knowledge'
      ? [...format.write(knowledge, context)]
      : 'files' in format
        ? [...format.files(graph, context, 'x')].flatMap(({ mediaType, chunks }) => {
            const parts = [...chunks];
            return mediaType === format.mediaType ? parts : [];
          })
        : [...format.write(graph, context)];
  const text = chunks.join('');
  const refusedTerms = (problems.counts.get('refused-term') ?? 0) - before;
  const left =
    format.input === 'knowledge'
      ? { refused: losses.get('fact-refused') ?? 0, values: 0 }
      : { refused: 0, values: refusedTerms };
  return {
    name: `x${format.extension}`,
    format: format.name,
    mediaType: format.mediaType,
    bytes: Buffer.byteLength(text),
    sha256: hashOf([text]),
    facts: accountOf(knowledge, format.input === 'graph' ? graph : undefined, left),
    losses: Object.fromEntries(losses),
    text,
    chunks,
  };
}

export interface Exported extends Woven {
  readonly graph: PlacedGraph;
  readonly written: ReadonlyMap<string, Written>;
  readonly manifest: Manifest;
}

/** Reads, weaves, draws and writes all formats, or those named; the problems are those of all stages. */
export function exportAll(
  files: Files,
  changes: Partial<Project> = {},
  names: readonly string[] = [...FORMATS.keys()],
): Exported {
  const woven = place(files, changes);
  const { knowledge, graph, problems } = woven;
  const written = new Map(
    [...FORMATS]
      .filter(([name]) => names.includes(name))
      .map(([name, format]) => [name, writeFormat(format, knowledge, graph, problems)]),
  );
  const manifest: Manifest = {
    factweave: '0',
    title: knowledge.dataset.title,
    name: 'harbour',
    base: knowledge.dataset.base,
    counts: countsOf(knowledge, graph),
    relations: allRelations(knowledge),
    symmetric: symmetricRelations(knowledge),
    files: [...written.values()],
    ...refusalsOf(problems),
  };
  return { ...woven, written, manifest };
}

export async function verify({
  manifest,
  written,
}: Exported): Promise<{ problems: Problems; verified: Verified[] }> {
  const problems = new Problems();
  const read = (name: string) => {
    const file = [...written.values()].find((one) => one.name === name);
    return Buffer.from(file?.text ?? '', 'utf8');
  };
  return { verified: await verifyExports({ manifest, read, pathOf: (name) => name }, problems), problems };
}
