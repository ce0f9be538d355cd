import { dirname, join } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { StageListener } from '../pipeline.ts';
import { type Measured, measure, type SiteSize, SizeCounter } from '../site/limits.ts';
import { planSite, type SiteOptions } from '../site/site.ts';
import { SITE_MANIFEST, type SiteEntry, writeSiteManifest } from '../site/siteManifest.ts';
import { checkInputs, earlierExports } from './checkOutput.ts';
import { finishCommit, MANIFEST } from './commit.ts';
import { commitSite, earlierSite, finishSite } from './commitSite.ts';
import { DiskQueue } from './diskQueue.ts';
import type { OpenProject } from './openProject.ts';
import { Staging } from './output.ts';
import { packageVersion } from './packaged.ts';
import { at, staged } from './siteStage.ts';

/** How and where to write. */
export interface SiteWriting extends SiteOptions {
  readonly folder: string;
  /** Its files are kept safe. */
  readonly project: OpenProject;
  readonly listener: StageListener;
}

/** What was written. */
export interface WrittenSite {
  readonly size: SiteSize;
  readonly limits: readonly Measured[];
  /** Files of an earlier site that this one has not, but that were changed since they were written: they stay. */
  readonly kept: readonly string[];
  /** The path where the rules of `_redirects` lie; undefined without such rules. */
  readonly redirectsFrom: string | undefined;
}

/**
 * Writes the site of some knowledge into a folder, and clears away the pages of an earlier site that are no more.
 *
 * Nothing is replaced until every file is complete. A file that belongs to no earlier site (`site-over-foreign`), to
 * exports (`output-in-use`), or to the site of another data set (`output-of-another`), is never written over: then, and after any other error, the
 * folder stays as it is and the result is undefined. Throws FileError when the disk refuses.
 */
export async function writeSite(
  knowledge: Knowledge,
  { folder, project, listener, ...options }: SiteWriting,
  problems: Problems,
): Promise<WrittenSite | undefined> {
  if (at(folder)) {
    finishSite(folder);
    finishCommit(folder); // for the names that exports have
  }
  const earlier = earlierSite(folder);
  if (earlier && earlier.base !== knowledge.dataset.base) {
    const { title, base: found } = earlier;
    const own = knowledge.dataset.base;
    problems.add('output-of-another', project.outputPlace, { path: folder, title, found, own });
    return undefined;
  }
  const site = planSite(knowledge, options, { problems, losses: new Map() });
  const own = new Set([...(earlier?.files.keys() ?? []), ...(earlier ? [SITE_MANIFEST] : [])]);
  const staging = new Staging(folder);
  const queue = new DiskQueue();
  try {
    const files: SiteEntry[] = [];
    const counter = new SizeCounter();
    const write = staged(queue, { folder, earlier: earlier?.files ?? new Map(), counter });
    const total = 2 * (knowledge.entities.size + knowledge.sources.size);
    for (const { mediaType, ...file } of site.files()) {
      files.push({ mediaType, ...(await write(file)) });
      listener.progress('site', files.length, total);
    }
    const names = [...files.map(({ name }) => name), SITE_MANIFEST];
    checkForeign(folder, { names, own }, problems);
    checkInputs(
      { folder, project, settings: project.settings, sources: [...knowledge.sources.values()] },
      names,
      problems,
    );
    await queue.finish();
    if (problems.errors > 0) {
      staging.discard();
      return undefined;
    }
    const { title, base } = knowledge.dataset;
    const manifest = { factweave: packageVersion(), title, base, counts: countsOf(knowledge), files };
    await write({ name: SITE_MANIFEST, chunks: writeSiteManifest(manifest) });
    await queue.finish();
    const kept = commitSite(folder);
    listener.end('site', `${files.length + 1} files`);
    return { ...report(counter.size(site.redirects), problems), kept, redirectsFrom: site.redirectsFrom };
  } catch (error) {
    await queue.settle();
    staging.discard();
    throw error;
  }
}

function report(size: SiteSize, problems: Problems): Pick<WrittenSite, 'size' | 'limits'> {
  const limits = measure(size);
  for (const { host, what, found, limit } of limits) {
    if (found > limit) problems.add('site-beyond-limit', undefined, { host, what, found, limit });
  }
  return { size, limits };
}

/** Reports what was there before and is not of the earlier site alone: files, and what stands in place of folders. */
function checkForeign(
  folder: string,
  { names, own }: { readonly names: readonly string[]; readonly own: ReadonlySet<string> },
  problems: Problems,
): void {
  const blocked = new Set<string>();
  for (const within of new Set(names.map((name) => dirname(name)))) {
    const path = join(folder, within);
    if (within === '.' || (at(path)?.isDirectory() ?? true)) continue;
    problems.add('site-over-foreign', undefined, { path });
    blocked.add(within);
  }
  const exported = earlierExports(folder)?.files;
  for (const name of names) {
    const path = join(folder, name);
    if (exported?.has(name)) problems.add('output-in-use', undefined, { path, manifest: MANIFEST });
    else if (!own.has(name) && !blocked.has(dirname(name)) && at(path))
      problems.add('site-over-foreign', undefined, { path });
  }
}

function countsOf({ entities, facts, sources, evidence }: Knowledge): Record<string, number> {
  return { entities: entities.size, facts: facts.length, sources: sources.size, evidence: evidence.length };
}
