/** How a complete set of files takes the place of an earlier one, so that a run that was cut off can be finished. */
import { createHash } from 'node:crypto';
import { linkSync, lstatSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, FileError } from './errors.ts';
import {
  EARLIER,
  type FileSet,
  filesBelow,
  foldersOf,
  isFolder,
  listedIn,
  removeEmpty,
  syncFolder,
  syncFolders,
} from './fileSet.ts';
import { makeFolder } from './makeFolder.ts';
import { finishPutBack, putBack } from './putBack.ts';
import { clearAway, stagingIn } from './stagingFolder.ts';

/**
 * Puts the staged set in place of the earlier one. Renaming the staging folder decides it: before, a run that is cut
 * off leaves the earlier set; after, the next run goes on with {@link finishReplacing}, whose result it gives.
 */
export function replaceFiles(set: FileSet, folder: string): readonly string[] {
  attempt('write', folder, () => {
    syncFolders(stagingIn(folder));
    renameSync(stagingIn(folder), join(folder, set.complete));
  });
  return finishReplacing(set, folder);
}

/**
 * Moves a complete set into place, the manifest last, and clears away the files of the earlier set that are not of
 * this one. A file of the set that was not staged must stand there already. Does nothing where nothing waits. When the
 * disk refuses, the earlier set is put back whole. Gives the files of the earlier set that were changed and so stay.
 */
export function finishReplacing(set: FileSet, folder: string): readonly string[] {
  attempt('restore', folder, () => finishPutBack(set, folder));
  const complete = join(folder, set.complete);
  if (!isFolder(complete)) return [];
  const waiting = new Set(attempt('read', complete, () => filesBelow(complete, EARLIER)));
  // The manifest is moved last, so that a folder of ours that still has files still has it.
  if (waiting.size > 0 && !waiting.has(set.manifest)) return [];
  const changed = waiting.size > 0 ? moveOrPutBack(set, folder, waiting) : [];
  clearAway(complete);
  return changed;
}

function moveOrPutBack(set: FileSet, folder: string, waiting: ReadonlySet<string>): readonly string[] {
  try {
    return moveIn(set, folder, waiting);
  } catch (error) {
    attempt('restore', folder, () => putBack(set, folder));
    throw error;
  }
}

function moveIn(set: FileSet, folder: string, waiting: ReadonlySet<string>): readonly string[] {
  const complete = join(folder, set.complete);
  const earlier = join(complete, EARLIER);
  const listed = listedIn(set, complete);
  const before = listedIn(set, folder);
  attempt('write', folder, () => syncFolder(folder)); // what is decided stays decided
  attempt('create', earlier, () => makeFolder(earlier));
  checkStanding(folder, listed, waiting);
  const names = [...waiting].filter((name) => name !== set.manifest);
  const gone = [...before].filter(([name]) => !listed.has(name) && !waiting.has(name));
  const { stale, changed } = staleAmong(gone, { set, folder });
  const folders = foldersOf([...listed.keys(), ...names]);
  const emptied = foldersOf(stale);
  for (const name of folders) attempt('create', join(folder, name), () => makeFolder(join(folder, name)));
  for (const name of new Set([...folders, ...emptied]))
    attempt('create', join(earlier, name), () => makeFolder(join(earlier, name)));
  for (const name of stale)
    attempt('delete', join(folder, name), () => renameSync(join(folder, name), join(earlier, name)));
  for (const name of names) moveOne(name, { folder, complete });
  removeEmpty(folder, foldersOf(gone.map(([name]) => name)));
  // The manifest speaks for all the others, so that they are on the disk before it.
  const touched = [...new Set([...emptied, ...folders])].filter((name) => isFolder(join(folder, name)));
  for (const name of touched) attempt('write', join(folder, name), () => syncFolder(join(folder, name)));
  moveOne(set.manifest, { folder, complete });
  attempt('write', folder, () => syncFolder(folder));
  return changed;
}

/** Refuses a set of which a file is neither waiting nor there as the manifest has it. */
function checkStanding(
  folder: string,
  listed: ReadonlyMap<string, string | undefined>,
  waiting: ReadonlySet<string>,
): void {
  for (const [name, sha256] of listed) {
    if (waiting.has(name)) continue;
    const path = join(folder, name);
    const isThere = isFile(path) && (sha256 === undefined || hashOf(path) === sha256);
    if (!isThere) throw new FileError('complete', path, 'it was lost or changed while files were replaced');
  }
}

/** Of the files that the next set has not, those that go, and those that stay since they were changed. */
function staleAmong(
  gone: readonly (readonly [string, string | undefined])[],
  { set, folder }: { readonly set: FileSet; readonly folder: string },
): { stale: string[]; changed: string[] } {
  const stale: string[] = [];
  const changed: string[] = [];
  for (const [name, sha256] of gone) {
    const path = join(folder, name);
    if (!hasOwnFolders(folder, name) || !isFile(path)) continue;
    (set.keepsChanged && hashOf(path) !== sha256 ? changed : stale).push(name);
  }
  return { stale, changed };
}

function moveOne(
  name: string,
  { folder, complete }: { readonly folder: string; readonly complete: string },
): void {
  const target = join(folder, name);
  attempt('replace', target, () => {
    keep(target, join(complete, EARLIER, name));
    renameSync(join(complete, name), target);
  });
}

/** Keeps a file that will be replaced: by a link, so that it is never missing; moved where a disk has no links. */
function keep(target: string, kept: string): void {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new FileError('replace', target, 'it is a folder');
  if (!found || lstatSync(kept, { throwIfNoEntry: false })) return;
  try {
    linkSync(target, kept);
  } catch {
    renameSync(target, kept);
  }
}

/** Whether no folder on the way to a file is a link, which could lead out of the folder, or no folder at all. */
function hasOwnFolders(folder: string, name: string): boolean {
  const parts = name.split('/').slice(0, -1);
  return parts.every((_, i) => isFolder(join(folder, ...parts.slice(0, i + 1))));
}

function isFile(path: string): boolean {
  return attempt('read', path, () => lstatSync(path, { throwIfNoEntry: false }))?.isFile() === true;
}

function hashOf(path: string): string {
  return createHash('sha256')
    .update(attempt('read', path, () => readFileSync(path)))
    .digest('hex');
}
