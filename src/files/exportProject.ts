import { statSync } from 'node:fs';
import type { Problems } from '../core/diagnostic.ts';
import { compareUtf8 } from '../core/order.ts';
import { type ExportSet, type Format, filesOf } from '../formats/formats.ts';
import type { Losses } from '../formats/losses.ts';
import {
  type Account,
  accountOf,
  type Manifest,
  type ManifestFile,
  manifestOf,
  refusalsOf,
  writeManifest,
} from '../formats/manifest.ts';
import type { ProfileName } from '../formats/options.ts';
import { FORMATS } from '../formats/table.ts';
import { factsLostWith } from '../graph/lost.ts';
import { type Selection, selectFacts } from '../graph/select.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { StageListener } from '../pipeline.ts';
import type { Settings } from '../project/settings.ts';
import { checkInputs, checkOwner, checkSite, earlierExports, outputNames } from './checkOutput.ts';
import { finishCommit, MANIFEST } from './commit.ts';
import { finishSite } from './commitSite.ts';
import { attempt } from './errors.ts';
import { gzipped } from './gzip.ts';
import type { OpenProject } from './openProject.ts';
import { Staging, type WrittenFile } from './output.ts';
import { packagedAsset, packageVersion } from './packaged.ts';

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
  if (isFolder(folder)) {
    finishCommit(folder);
    finishSite(folder); // for `checkSite`
  }
  const output = { folder, settings, project, sources: [...knowledge.sources.values()] };
  const before = problems.errors;
  checkOwner(output, problems);
  const names = [...outputNames(settings), ...(earlierExports(folder)?.files.keys() ?? [])];
  checkInputs(output, names, problems);
  checkSite(folder, names, problems);
  if (problems.errors > before) return undefined;
  const staging = new Staging(folder);
  try {
    const { name, compress, plain, write, view } = settings;
    const options = { compress, plain, write, view };
    const empty = manifestOf({ knowledge, graph }, { name, version: packageVersion(), options });
    let set: ExportSet = { knowledge, graph, manifest: empty };
    for (const format of inWritingOrder(settings.formats)) {
      const files = writeFormat(format, { set, settings }, { staging, problems });
      for (const file of files) listener.end('write', file.name);
      set = { ...set, manifest: { ...set.manifest, files: [...set.manifest.files, ...files] } };
    }
    const written = problems.errors;
    const names = set.manifest.files.map(({ name }) => name);
    checkInputs(output, names, problems);
    checkSite(folder, names, problems);
    if (problems.errors > written || (problems.errors > 0 && !keepGoing)) {
      staging.discard();
      return undefined;
    }
    const manifest = { ...set.manifest, ...refusalsOf(problems) };
    staging.write({ name: MANIFEST, chunks: [writeManifest(manifest)] });
    staging.commit();
    return manifest;
  } catch (error) {
    staging.discard();
    throw error;
  }
}

/** The formats once each, as they are named; those that describe the others last, in the order of the table. */
function inWritingOrder(names: readonly string[]): Format[] {
  const formats = [...new Set(names)].flatMap((name) => FORMATS.get(name) ?? []);
  const describing = [...FORMATS.values()].filter(
    (format) => format.input === 'set' && formats.includes(format),
  );
  return [...formats.filter(({ input }) => input !== 'set'), ...describing];
}

function isFolder(path: string): boolean {
  return attempt('read', path, () => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true);
}

function writeFormat(
  format: Format,
  { set, settings }: { readonly set: ExportSet; readonly settings: Settings },
  { staging, problems }: { readonly staging: Staging; readonly problems: Problems },
): ManifestFile[] {
  const losses: Losses = new Map();
  const before = problems.counts.get('refused-term') ?? 0;
  const leftOut = { nodes: new Set<number>(), edges: new Set<number>() };
  const stem = settings.name;
  const context = { options: settings.write, problems, losses, leftOut, asset: packagedAsset, stem };
  const encoding = settings.compress.includes(format.name) ? 'gzip' : undefined;
  const written: (WrittenFile & { readonly mediaType: string })[] = [];
  for (const { mediaType, name, chunks } of filesOf(format, set, context)) {
    const file = encoding ? { name: `${name}.gz`, chunks: gzipped(chunks) } : { name, chunks };
    written.push({ mediaType, ...staging.write(file) });
  }
  const refused = losses.get('fact-refused') ?? 0;
  const values = (problems.counts.get('refused-term') ?? 0) - before;
  const facts = accountIn(format, { set, settings, refused, values, leftOut });
  const sorted = [...losses].sort(([a], [b]) => compareUtf8(a, b));
  return written.map(({ name, mediaType, bytes, sha256 }) => ({
    name,
    format: format.name,
    mediaType,
    ...(encoding && { encoding }),
    ...('profiles' in format && { profile: settings.write.profile }),
    bytes,
    sha256,
    // What lies beside the tables of a format, such as a script, holds no facts.
    ...(facts && mediaType === format.mediaType && { facts }),
    losses: Object.fromEntries(sorted),
  }));
}

interface Left {
  readonly set: ExportSet;
  readonly settings: Settings;
  readonly refused: number;
  readonly values: number;
  readonly leftOut: { readonly nodes: ReadonlySet<number>; readonly edges: ReadonlySet<number> };
}

/** A writer of facts counts those it refused; a writer of the graph leaves out values, or whole nodes and edges. */
function accountIn(format: Format, { set, settings, refused, values, leftOut }: Left): Account | undefined {
  const { knowledge, graph } = set;
  switch (format.input) {
    case 'knowledge':
      return accountOf(knowledge, outsideOf(format, settings.write.profile, knowledge), {
        refused,
        values: 0,
      });
    case 'graph':
      return accountOf(knowledge, graph.view.facts.outside, {
        refused: readingsOf(leftOut, { knowledge, graph, settings }),
        values,
      });
    case 'set':
      return undefined;
  }
}

/** The profile `plain` holds plain facts only; every other form of the knowledge holds all. */
function outsideOf(format: Format, profile: ProfileName, knowledge: Knowledge): Selection['outside'] {
  const isPlain = 'profiles' in format && profile === 'plain';
  return isPlain ? selectFacts(knowledge, []).outside : new Map();
}

/** The readings of the facts that nodes and edges left out would have shown. */
function readingsOf(
  leftOut: { readonly nodes: ReadonlySet<number>; readonly edges: ReadonlySet<number> },
  { knowledge, graph: { view }, settings }: Exported,
): number {
  if (leftOut.nodes.size + leftOut.edges.size === 0) return 0;
  const facts = factsLostWith(view, leftOut.edges);
  const nodes = new Set([...leftOut.nodes].map((node) => view.nodes.id[node]));
  const { links, literals } = selectFacts(knowledge, settings.view.include);
  const lost = [
    ...links.filter(({ fact }) => facts.has(fact.id)),
    ...literals.filter(({ fact }) => nodes.has(fact.subject) || facts.has(fact.id)),
  ];
  return lost.reduce((sum, { fact }) => sum + fact.readings, 0);
}
