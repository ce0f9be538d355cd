/** How a complete site takes the place of an earlier one, file by file in folders, so that a run that was cut off can be finished. */

import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SITE_MANIFEST } from '../site/siteManifest.ts';
import { clearAway, stagingIn } from './commit.ts';
import { attempt, FileError } from './errors.ts';
import { makeFolder } from './makeFolder.ts';

/** A staging folder becomes this one when the site in it is complete. */
const COMPLETE = '.factweave-site';

/** Inside of it: the files that were replaced, until all are. */
const EARLIER = 'earlier';

/** What a manifest of this program says of the site in a folder. */
export interface EarlierSite {
  readonly title: string;
  readonly base: string;
  /** The sha256 of each file, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/** Undefined when the folder has no manifest of a site. */
export function earlierSite(folder: string): EarlierSite | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder, SITE_MANIFEST), 'utf8'));
  } catch {
    return undefined; // no manifest, or a broken one: it owns no files
  }
  const { title, base, files } = members(json);
  if (typeof base !== 'string' || !Array.isArray(files)) return undefined;
  const listed = files.map(members).filter(({ name }) => isSiteName(name));
  return {
    title: typeof title === 'string' ? title : base,
    base,
    files: new Map(listed.map(({ name, sha256 }) => [String(name), String(sha256)])),
  };
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A path of at most one folder, none of whose parts leads upwards or is one of this module's own folders. */
function isSiteName(name: unknown): boolean {
  if (typeof name !== 'string') return false;
  const parts = name.split('/');
  return parts.length <= 2 && parts.every((part) => /^(?!\.\.?$|\.factweave)[^/\\\0]+$/.test(part));
}

/**
 * Puts the staged site in place of the earlier one. Renaming the staging folder decides it: before, a run that is cut
 * off leaves the earlier site; after, the next run goes on with {@link finishSite}. Gives the files of the earlier
 * site that are not of this one and were changed since: those are kept.
 */
export function commitSite(folder: string): readonly string[] {
  attempt('write', folder, () => {
    syncFolder(stagingIn(folder));
    renameSync(stagingIn(folder), join(folder, COMPLETE));
  });
  return finishSite(folder);
}

/** Moves a complete site into place, its manifest last. Does nothing where nothing waits. */
export function finishSite(folder: string): readonly string[] {
  const complete = join(folder, COMPLETE);
  if (!lstatSync(complete, { throwIfNoEntry: false })?.isDirectory()) return []; // a link is none of ours
  const site = earlierSite(complete);
  const stale = site ? staleFiles(folder, site) : { own: [], changed: [] };
  const before = earlierSite(folder)?.files;
  if (site) {
    const names = [...site.files.keys(), SITE_MANIFEST];
    try {
      moveIn(folder, names, stale.own);
    } catch (error) {
      // A file that is the same in both sites was never staged, and stays.
      const unlike = names.filter(
        (name) => before?.get(name) === undefined || before.get(name) !== site.files.get(name),
      );
      attempt('restore', folder, () => putBack(folder, { names, unlike: new Set(unlike), stale: stale.own }));
      throw error;
    }
  }
  // The manifest is moved last: where it is gone, all is in place.
  clearAway(complete);
  return stale.changed;
}

/** The files of the earlier site that the new one has not, by whether they are as they were written. */
function staleFiles(folder: string, { files }: EarlierSite): { own: string[]; changed: string[] } {
  const own: string[] = [];
  const changed: string[] = [];
  for (const [name, sha256] of earlierSite(folder)?.files ?? []) {
    const path = join(folder, name);
    if (files.has(name) || !lstatSync(path, { throwIfNoEntry: false })?.isFile()) continue;
    const found = createHash('sha256')
      .update(attempt('read', path, () => readFileSync(path)))
      .digest('hex');
    (found === sha256 ? own : changed).push(name);
  }
  return { own, changed };
}

function moveIn(folder: string, names: readonly string[], stale: readonly string[]): void {
  const complete = join(folder, COMPLETE);
  const earlier = join(complete, EARLIER);
  const folders = new Set([...names, ...stale].map((name) => dirname(name)));
  for (const name of folders) {
    attempt('create', join(folder, name), () => makeFolder(join(folder, name)));
    attempt('create', join(earlier, name), () => makeFolder(join(earlier, name)));
  }
  attempt('write', folder, () => syncFolder(folder)); // what is decided stays decided
  for (const name of stale) {
    attempt('delete', join(folder, name), () => renameSync(join(folder, name), join(earlier, name)));
  }
  for (const name of names) {
    const from = join(complete, name);
    const target = join(folder, name);
    if (!existsSync(from)) continue; // not staged, being there already, or moved by the run that was cut off
    attempt('replace', target, () => {
      keep(target, join(earlier, name));
      renameSync(from, target);
    });
  }
  for (const name of folders) attempt('write', join(folder, name), () => syncFolder(join(folder, name)));
  for (const name of new Set(stale.map((one) => dirname(one)))) removeEmpty(folder, name);
}

/** Keeps a file that will be replaced: by a link, so that it is never missing; moved where a disk has no links. */
function keep(target: string, kept: string): void {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new FileError('replace', target, 'it is a folder');
  if (!found || existsSync(kept)) return;
  try {
    linkSync(target, kept);
  } catch {
    renameSync(target, kept);
  }
}

function removeEmpty(folder: string, name: string): void {
  if (name === '.') return;
  try {
    rmdirSync(join(folder, name));
  } catch {
    // it holds files that stay
  }
}

/** Back to the earlier site. The new one is no longer complete from the first step on. */
function putBack(
  folder: string,
  {
    names,
    unlike,
    stale,
  }: {
    readonly names: readonly string[];
    readonly unlike: ReadonlySet<string>;
    readonly stale: readonly string[];
  },
): void {
  const staging = stagingIn(folder);
  renameSync(join(folder, COMPLETE), staging);
  const earlier = join(staging, EARLIER);
  for (const name of [...names, ...stale]) {
    const kept = join(earlier, name);
    const wasKept = existsSync(kept);
    const movedIn = unlike.has(name) && !existsSync(join(staging, name));
    if (movedIn && !wasKept) rmSync(join(folder, name), { force: true });
    if (wasKept) renameSync(kept, join(folder, name));
  }
  for (const name of new Set(names.map((one) => dirname(one)))) removeEmpty(folder, name);
  clearAway(staging);
}

/** A rename is only durable once its folder is on the disk. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
