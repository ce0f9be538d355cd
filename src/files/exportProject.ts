import { statSync } from 'node:fs';
import type { Problems } from '../core/diagnostic.ts';
import type { Format, FormatFile, Losses, WriteContext } from '../formats/formats.ts';
import {
  accountOf,
  allRelations,
  countsOf,
  type Manifest,
  type ManifestFile,
  refusalsOf,
  symmetricRelations,
  writeManifest,
} from '../formats/manifest.ts';
import { FORMATS } from '../formats/table.ts';
import { selectFacts } from '../graph/select.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { StageListener } from '../pipeline.ts';
import type { Settings } from '../project/settings.ts';
import { checkInputs, checkOwner, earlierExports, outputNames } from './checkOutput.ts';
import { finishCommit, MANIFEST } from './commit.ts';
import { attempt } from './errors.ts';
import type { OpenProject } from './openProject.ts';
import { Staging, type WrittenFile } from './output.ts';
import { packageVersion } from './packaged.ts';

/** What is exported, and how. */
export interface Exported {
  readonly knowledge: Knowledge;
  readonly graph: PlacedGraph;
  readonly settings: Settings;
}

/** How and where to write. */
export interface Writing {
  readonly folder: string;
  readonly keepGoing: boolean;
  readonly listener: StageListener;
  /** What is exported was made from its files, which are then kept safe. */
  readonly project?: OpenProject | undefined;
}

/**
 * Writes all export files and the manifest into a folder.
 *
 * Nothing is replaced until every file is complete. A writer that finds an error ends the run with the earlier
 * set whole, unless `keepGoing`: then what can be written is, and the manifest lists the refusals.
 * With a `project`, nothing is written over the files that it is made from, nor over the exports of another.
 * Returns undefined when nothing was replaced. Throws FileError when the disk refuses.
 */
export function exportProject(
  { knowledge, graph, settings }: Exported,
  { folder, keepGoing, listener, project }: Writing,
  problems: Problems,
): Manifest | undefined {
  if (isFolder(folder)) finishCommit(folder);
  const output = { folder, settings, project, sources: [...knowledge.sources.values()] };
  const before = problems.errors;
  checkOwner(output, problems);
  const stale = earlierExports(folder)?.files.keys() ?? [];
  checkInputs(output, [...outputNames(settings), ...stale], problems);
  if (problems.errors > before) return undefined;
  const staging = new Staging(folder);
  try {
    const files = [...new Set(settings.formats)].flatMap((name) => {
      const format = FORMATS.get(name);
      if (!format) return [];
      const written = writeFormat(format, { knowledge, graph, settings }, { staging, problems });
      for (const file of written) listener.end('write', file.name);
      return written;
    });
    const written = problems.errors;
    checkInputs(
      output,
      files.map(({ name }) => name),
      problems,
    );
    if (problems.errors > written || (problems.errors > 0 && !keepGoing)) {
      staging.discard();
      return undefined;
    }
    const { title, base } = settings.dataset;
    const counts = countsOf(knowledge, graph, settings.view.include);
    const manifest = {
      factweave: packageVersion(),
      title,
      name: settings.name,
      base,
      counts,
      relations: allRelations(knowledge),
      symmetric: symmetricRelations(knowledge),
      files,
      ...refusalsOf(problems),
    };
    staging.write({ name: MANIFEST, chunks: [writeManifest(manifest)] });
    staging.commit();
    return manifest;
  } catch (error) {
    staging.discard();
    throw error;
  }
}

function isFolder(path: string): boolean {
  return attempt('read', path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
}

function writeFormat(
  format: Format,
  { knowledge, graph, settings }: Exported,
  { staging, problems }: { staging: Staging; problems: Problems },
): ManifestFile[] {
  const losses: Losses = new Map();
  const before = problems.counts.get('refused-term') ?? 0;
  const leftOut = { nodes: new Set<number>(), edges: new Set<number>() };
  const context = { problems, losses, leftOut };
  const written: (WrittenFile & { readonly mediaType: string })[] = [];
  for (const { mediaType, ...file } of filesOf(format, { knowledge, graph, settings }, context)) {
    written.push({ mediaType, ...staging.write(file) });
  }
  const values = (problems.counts.get('refused-term') ?? 0) - before;
  // A writer of facts counts those it refused; a writer of the graph leaves out values, or whole nodes and edges.
  const facts =
    format.input === 'knowledge'
      ? accountOf(knowledge, undefined, { refused: losses.get('fact-refused') ?? 0, values: 0 })
      : accountOf(knowledge, graph, { refused: readingsOf(leftOut, { knowledge, graph, settings }), values });
  const sorted = [...losses].sort(([a], [b]) => (a < b ? -1 : 1));
  return written.map(({ name, mediaType, bytes, sha256 }) => ({
    name,
    format: format.name,
    mediaType,
    bytes,
    sha256,
    facts,
    losses: Object.fromEntries(sorted),
  }));
}

/** The files of a format, each made while it is written; most formats have one. */
function filesOf(
  format: Format,
  { knowledge, graph, settings }: Exported,
  context: WriteContext,
): Iterable<FormatFile> {
  if ('files' in format) return format.files(graph, context, settings.name);
  const chunks =
    format.input === 'knowledge' ? format.write(knowledge, context) : format.write(graph, context);
  const name = `${settings.name}.${format.extension.replace(/^\./, '')}`;
  return [{ name, mediaType: format.mediaType, chunks }];
}

/** The readings of the facts that nodes and edges left out would have shown. */
function readingsOf(
  leftOut: { readonly nodes: ReadonlySet<number>; readonly edges: ReadonlySet<number> },
  { knowledge, graph: { view }, settings }: Exported,
): number {
  if (leftOut.nodes.size + leftOut.edges.size === 0) return 0;
  const ofEdge = view.edges.attributes.find(({ name }) => name === 'facts')?.values ?? [];
  const facts = new Set([...leftOut.edges].flatMap((edge) => ofEdge[edge] ?? []));
  const nodes = new Set([...leftOut.nodes].map((node) => view.nodes.id[node]));
  const { links, literals } = selectFacts(knowledge, settings.view.include);
  const lost = [
    ...links.filter(({ fact }) => facts.has(fact.id)),
    ...literals.filter(({ fact }) => nodes.has(fact.subject)),
  ];
  return lost.reduce((sum, { fact }) => sum + fact.readings, 0);
}
