/** How an earlier set of files comes back when the next one cannot be put in place. */
import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  EARLIER,
  type FileSet,
  filesBelow,
  foldersOf,
  isFolder,
  listedIn,
  removeEmpty,
  syncFolder,
} from './fileSet.ts';
import { makeFolder } from './makeFolder.ts';
import { clearAway } from './stagingFolder.ts';

/** `earlier` gets this name when all that is new is taken out: from then on only its files are moved. */
const BACK = 'back';

/**
 * Puts the earlier set back. Renaming the folder of the complete set decides it: a run that is cut off after that is
 * gone on with by {@link finishPutBack}, and never by moving the new set in.
 */
export function putBack(set: FileSet, folder: string): void {
  renameSync(join(folder, set.complete), join(folder, set.undone));
  syncFolder(folder);
  finishPutBack(set, folder);
}

/** Does nothing where nothing waits. Each step may be done twice, so that it may be cut off anywhere. */
export function finishPutBack(set: FileSet, folder: string): void {
  const undone = join(folder, set.undone);
  if (!isFolder(undone)) return;
  if (isFolder(join(undone, EARLIER))) {
    takeOut(set, folder);
    renameSync(join(undone, EARLIER), join(undone, BACK));
    syncFolder(undone);
  }
  if (isFolder(join(undone, BACK))) moveBack(folder, join(undone, BACK));
  clearAway(undone);
}

/** Deletes the files that were moved in where none had been. All that was replaced is still kept. */
function takeOut(set: FileSet, folder: string): void {
  const undone = join(folder, set.undone);
  const waiting = new Set(filesBelow(undone, EARLIER));
  const kept = new Set(filesBelow(join(undone, EARLIER)));
  const isWaiting = waiting.has(set.manifest);
  const next = listedIn(set, isWaiting ? undone : folder);
  const before = beforeIn(set, folder, { isWaiting, isKept: kept.has(set.manifest) });
  for (const [name, sha256] of next) {
    // A file that is the same in both sets was never staged, and stays.
    const stood = sha256 !== undefined && before.get(name) === sha256;
    if (!stood && !waiting.has(name) && !kept.has(name)) rmSync(join(folder, name), { force: true });
  }
  const folders = foldersOf([...next.keys()]);
  removeEmpty(folder, folders);
  for (const name of folders) if (isFolder(join(folder, name))) syncFolder(join(folder, name));
  // It tells what is to be deleted, and so goes last.
  if (!isWaiting && !kept.has(set.manifest)) rmSync(join(folder, set.manifest), { force: true });
}

/** What the earlier manifest lists, wherever it is. */
function beforeIn(
  set: FileSet,
  folder: string,
  { isWaiting, isKept }: { readonly isWaiting: boolean; readonly isKept: boolean },
): ReadonlyMap<string, string | undefined> {
  if (isKept) return listedIn(set, join(folder, set.undone, EARLIER));
  return isWaiting ? listedIn(set, folder) : new Map();
}

function moveBack(folder: string, back: string): void {
  const names = filesBelow(back);
  for (const name of names) {
    makeFolder(dirname(join(folder, name)));
    renameSync(join(back, name), join(folder, name));
  }
  for (const name of foldersOf(names)) syncFolder(join(folder, name));
}
