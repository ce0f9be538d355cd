/** What keeps a build from writing over files that are not its own. */
import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import type { Source } from '../facts/facts.ts';
import { fileNameOf } from '../formats/formats.ts';
import { FORMATS } from '../formats/table.ts';
import { SETTINGS_FILE, type Settings } from '../project/settings.ts';
import { SITE_MANIFEST } from '../site/siteManifest.ts';
import { MANIFEST } from './commit.ts';
import { earlierSite } from './commitSite.ts';
import { attempt } from './errors.ts';
import { members } from './fileSet.ts';
import { LOCK_FILE, type OpenProject } from './openProject.ts';
import { isRegular, readRegularText } from './regular.ts';

/** What the manifest of an earlier build says of it. */
export interface EarlierExports {
  readonly title: string;
  readonly base: string;
  /** The stem of its files; undefined in manifests that do not say it. */
  readonly name: string | undefined;
  /** The format of each file, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Undefined when the folder has no manifest of factweave. */
export function earlierExports(folder: string): EarlierExports | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readRegularText(join(folder, MANIFEST)));
  } catch {
    return undefined; // no manifest, or a broken one: it owns no files
  }
  const { title, base, name, files } = members(json);
  if (typeof base !== 'string') return undefined;
  const listed = (Array.isArray(files) ? files : []).map(members);
  return {
    title: typeof title === 'string' ? title : base,
    base,
    name: typeof name === 'string' ? name : undefined,
    files: new Map(
      listed
        .map((file) => [String(file.name), String(file.format)] as const)
        .filter(([own]) => FILE_NAME.test(own)),
    ),
  };
}

/** A name in the folder itself: a manifest that somebody edited leads nowhere else. */
const FILE_NAME = /^(?!\.\.?$)[^/\\\0]{1,255}$/;

/** The files that a build with these settings writes, as far as their names are known before. */
export function outputNames({ formats, compress, name }: Settings): string[] {
  const single = formats.flatMap((format) => {
    const found = FORMATS.get(format);
    if (!found || 'files' in found) return [];
    return fileNameOf(found, name) + (compress.includes(format) ? '.gz' : '');
  });
  return [...single, MANIFEST];
}

/** Where a build writes, and for what. */
export interface Output {
  readonly folder: string;
  readonly settings: Settings;
  /** Without it only the output folder itself is looked at. */
  readonly project?: OpenProject | undefined;
  readonly sources: readonly Source[];
  /** Whether the call names the file, and not the settings. */
  readonly byCall?: boolean;
}

/** Refuses a folder with the exports of another data set, which the next build there would delete. */
export function checkOwner({ folder, settings, project }: Output, problems: Problems): void {
  const earlier = earlierExports(folder);
  if (!earlier) return;
  const isOwn =
    earlier.base === settings.dataset.base && (earlier.name === undefined || earlier.name === settings.name);
  if (isOwn) return;
  problems.add('output-of-another', project?.outputPlace, {
    path: folder,
    title: earlier.title,
    found: projectId(earlier),
    own: projectId({ base: settings.dataset.base, name: settings.name }),
  });
}

/** What tells projects apart, for people: `ships (https://example.org/id/)`, or the base alone. */
function projectId({ base, name }: Pick<EarlierExports, 'base' | 'name'>): string {
  return name === undefined ? base : `${name} (${base})`;
}

/** Refuses file names of exports that belong to a site in the folder. */
export function checkSite(folder: string, names: Iterable<string>, problems: Problems): void {
  const site = earlierSite(folder);
  for (const name of new Set(names)) {
    if (site?.files.has(name))
      problems.add('output-in-use', undefined, { path: join(folder, name), manifest: SITE_MANIFEST });
  }
}

/** Refuses file names that would replace, or whose clearing away would delete, a file that the project is made from. */
export function checkInputs(
  { folder, project, sources, byCall = false }: Output,
  names: Iterable<string>,
  problems: Problems,
): void {
  if (!project) return;
  const own = new Map(
    ownFiles(project, sources).map((name) => [realPathOf(join(project.folder, name)), name]),
  );
  const hashes = new Map(sources.flatMap(({ sha256, id }) => (sha256 ? [[sha256, id] as const] : [])));
  for (const name of new Set(names)) {
    const path = join(folder, name);
    const input = own.get(realPathOf(path)) ?? hashes.get(hashes.size > 0 ? (hashOfFile(path) ?? '') : '');
    if (input !== undefined)
      problems.add('output-over-input', byCall ? undefined : project.outputPlace, { path, input });
  }
}

/** The files of a project by their names in its folder. The lock counts before it is there. */
export function ownFiles({ settings }: OpenProject, sources: readonly Source[]): string[] {
  const ontologies = settings.ontology.filter((name) => name.endsWith('.ttl'));
  const texts = sources.flatMap(({ text }) => text ?? []);
  return [...texts, ...ontologies, ...settings.inputs, LOCK_FILE, SETTINGS_FILE];
}

/** Links followed as far as there is something; the way to a file that is not there yet is that of its folder. */
function realPathOf(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync.native(whole);
  } catch {
    return whole === dirname(whole) ? whole : join(realPathOf(dirname(whole)), basename(whole));
  }
}

function hashOfFile(path: string): string | undefined {
  if (!isRegular(path)) return undefined;
  return createHash('sha256')
    .update(attempt('read', path, () => readFileSync(path)))
    .digest('hex');
}
