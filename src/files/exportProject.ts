import type { Problems } from '../core/diagnostic.ts';
import type { Format, Losses } from '../formats/formats.ts';
import {
  accountOf,
  countsOf,
  type Manifest,
  type ManifestFile,
  refusalsOf,
  symmetricRelations,
  writeManifest,
} from '../formats/manifest.ts';
import { FORMATS } from '../formats/table.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { StageListener } from '../pipeline.ts';
import type { Settings } from '../project/settings.ts';
import { MANIFEST } from './commit.ts';
import { Staging } from './output.ts';
import { packageVersion } from './packaged.ts';

/** What is exported, and how. */
export interface Exported {
  readonly knowledge: Knowledge;
  readonly graph: PlacedGraph;
  readonly settings: Settings;
}

/**
 * Writes all export files and the manifest into a folder.
 *
 * Nothing is replaced until every file is complete. A writer that finds an error ends the run with the earlier
 * set whole, unless `keepGoing`: then what can be written is, and the manifest lists the refusals.
 * Returns undefined when nothing was replaced. Throws FileError when the disk refuses.
 */
export function exportProject(
  { knowledge, graph, settings }: Exported,
  { folder, keepGoing, listener }: { folder: string; keepGoing: boolean; listener: StageListener },
  problems: Problems,
): Manifest | undefined {
  const staging = new Staging(folder);
  try {
    const files = [...new Set(settings.formats)].flatMap((name) => {
      const format = FORMATS.get(name);
      if (!format) return [];
      const file = writeFormat(format, { knowledge, graph, settings }, { staging, problems });
      listener.end('write', file.name);
      return [file];
    });
    if (problems.errors > 0 && !keepGoing) {
      staging.discard();
      return undefined;
    }
    const { title, base } = settings.dataset;
    const counts = countsOf(knowledge, graph);
    const refusals = refusalsOf(problems.diagnostics);
    const manifest = {
      factweave: packageVersion(),
      title,
      base,
      counts,
      symmetric: symmetricRelations(knowledge),
      files,
      refusals,
    };
    staging.write({ name: MANIFEST, chunks: [writeManifest(manifest)] });
    staging.commit();
    return manifest;
  } catch (error) {
    staging.discard();
    throw error;
  }
}

function writeFormat(
  format: Format,
  { knowledge, graph, settings }: Exported,
  { staging, problems }: { staging: Staging; problems: Problems },
): ManifestFile {
  const losses: Losses = new Map();
  const before = problems.counts.get('refused-term') ?? 0;
  const context = { problems, losses };
  const chunks =
    format.input === 'knowledge' ? format.write(knowledge, context) : format.write(graph, context);
  const { name, bytes, sha256 } = staging.write({
    name: `${settings.name}.${format.extension.replace(/^\./, '')}`,
    chunks,
  });
  const refusedTerms = (problems.counts.get('refused-term') ?? 0) - before;
  // A writer of facts knows which ones it refused; a writer of the graph knows only the values.
  const refused = format.input === 'knowledge' ? (losses.get('fact-refused') ?? 0) : refusedTerms;
  const facts = accountOf(knowledge, format.input === 'graph' ? graph : undefined, refused);
  const sorted = [...losses].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name,
    format: format.name,
    mediaType: format.mediaType,
    bytes,
    sha256,
    facts,
    losses: Object.fromEntries(sorted),
  };
}
