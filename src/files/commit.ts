/** How a complete set of files takes the place of an earlier one, so that a run that was cut off can be finished. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt, FileError, ioReason } from './errors.ts';
import { makeFolder } from './makeFolder.ts';

/** The file that completes a set of exports: it is replaced last. */
export const MANIFEST = 'manifest.json';

/** A staging folder becomes this one when the set is complete: its files are the exports, wherever moving was cut off. */
const COMPLETE = '.factweave-commit';

/** Inside of it: the files that were replaced, until all are. */
const EARLIER = 'earlier';

/** Where this run stages what it writes. A run beside it, of the same folder, has another and cannot mix in. */
export function stagingIn(folder: string): string {
  return join(folder, `${STAGING}-${process.pid}`);
}

const STAGING = '.factweave-staging';

/** Clears away what runs that were cut off had staged. */
export function clearStaging(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(STAGING) && !isLiving(Number(name.slice(STAGING.length + 1))))
      clearAway(join(folder, name));
  }
}

/** Whether a process of that number runs, other than this one: its staging folder is in use. */
function isLiving(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts the staged set in place of the earlier one. Renaming the staging folder decides it: before, a run that is
 * cut off leaves the earlier set; after, the next run or `verify` goes on with {@link finishCommit}.
 */
export function commitStaged(folder: string): void {
  const staging = stagingIn(folder);
  attempt('write', folder, () => {
    syncFolder(staging);
    renameSync(staging, join(folder, COMPLETE));
  });
  finishCommit(folder);
}

/**
 * Moves a complete set into place, the manifest last, and deletes the files of the earlier set that are not of
 * this one. Does nothing where nothing waits. When the disk refuses, the earlier set is put back whole.
 */
export function finishCommit(folder: string): void {
  const complete = join(folder, COMPLETE);
  if (!lstatSync(complete, { throwIfNoEntry: false })?.isDirectory()) return; // a link is none of ours
  const waiting = attempt('read', complete, () => readdirSync(complete)).filter((name) => name !== EARLIER);
  // The manifest is moved last, so that a folder of ours that still has files still has it.
  if (waiting.length > 0 && !waiting.includes(MANIFEST)) return;
  if (waiting.length > 0) {
    const set = new Set([...waiting, ...filesOf(complete)]);
    try {
      moveIn(folder, waiting.sort(manifestLast), set);
    } catch (error) {
      attempt('restore', folder, () => putBack(folder, set));
      throw error;
    }
  }
  clearAway(complete);
}

/** Deletes a folder of this module. What the disk refuses to delete is left to the next run: it harms nothing. */
export function clearAway(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (ioReason(error) === undefined) throw error;
  }
}

function manifestLast(a: string, b: string): number {
  return Number(a === MANIFEST) - Number(b === MANIFEST);
}

function moveIn(folder: string, waiting: readonly string[], set: ReadonlySet<string>): void {
  const complete = join(folder, COMPLETE);
  const earlier = join(complete, EARLIER);
  attempt('write', folder, () => syncFolder(folder)); // what is decided stays decided
  attempt('create', earlier, () => makeFolder(earlier));
  const stale = filesOf(folder).filter((name) => !set.has(name) && isFile(join(folder, name)));
  for (const name of stale) {
    attempt('delete', join(folder, name), () => renameSync(join(folder, name), join(earlier, name)));
  }
  for (const name of waiting) {
    const target = join(folder, name);
    attempt('replace', target, () => {
      keep(target, join(earlier, name));
      renameSync(join(complete, name), target);
    });
  }
  attempt('write', folder, () => syncFolder(folder));
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
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

/** Back to the earlier set. The new one is no longer complete from the first step on. */
function putBack(folder: string, set: ReadonlySet<string>): void {
  const staging = stagingIn(folder);
  renameSync(join(folder, COMPLETE), staging);
  const earlier = join(staging, EARLIER);
  const kept = existsSync(earlier) ? readdirSync(earlier) : [];
  for (const name of set) {
    const movedIn = !existsSync(join(staging, name));
    if (movedIn && !kept.includes(name)) rmSync(join(folder, name), { force: true });
  }
  for (const name of kept) renameSync(join(earlier, name), join(folder, name));
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

/** The files that a manifest names; none when there is no manifest or it cannot be read. */
function filesOf(folder: string): string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    const files =
      typeof manifest === 'object' && manifest !== null && 'files' in manifest ? manifest.files : [];
    if (!Array.isArray(files)) return [];
    const names = files.map((file: { name?: unknown } | null) => file?.name);
    return names.filter(isFileName);
  } catch {
    return []; // a foreign or broken manifest owns no files
  }
}

function isFileName(name: unknown): name is string {
  return typeof name === 'string' && name !== '' && !/^\.\.?$|[/\\]/.test(name) && dirname(name) === '.';
}
