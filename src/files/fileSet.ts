/** Sets of files that a manifest completes, and what the disk has of them. */
import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRegularText } from './regular.ts';

/** A kind of set: what its files may be called, and the folders in which it waits. */
export interface FileSet {
  /** The file that completes a set: it is replaced last. */
  readonly manifest: string;
  /** A staging folder becomes this one when the set in it is complete. */
  readonly complete: string;
  /** The folder of a complete set becomes this one when the set cannot be put in place, until the earlier one is back. */
  readonly undone: string;
  /** What a manifest may own; other names in it count for nothing. */
  readonly isName: (name: string) => boolean;
  /** Whether a file that the next set has not stays when it was changed since it was written. */
  readonly keepsChanged: boolean;
}

/** Inside of a complete set: the files that it replaces, until all are. */
export const EARLIER = 'earlier';

/** The sha256 of each file that the manifest in a folder names, undefined where it does not tell. */
export function listedIn(
  { manifest, isName }: FileSet,
  folder: string,
): ReadonlyMap<string, string | undefined> {
  let json: unknown;
  try {
    json = JSON.parse(readRegularText(join(folder, manifest)));
  } catch {
    return new Map(); // no manifest, or a broken one: it owns no files
  }
  const { files } = members(json);
  const listed = (Array.isArray(files) ? files : []).map(members).flatMap(({ name, sha256 }) => {
    const isOwn = typeof name === 'string' && name !== manifest && isOnDisk(name) && isName(name);
    return isOwn ? [[name, typeof sha256 === 'string' ? sha256 : undefined] as const] : [];
  });
  return new Map(listed);
}

/** What every disk takes: no U+0000, and parts of 255 bytes or less. */
function isOnDisk(name: string): boolean {
  return !name.includes('\0') && name.split('/').every((part) => Buffer.byteLength(part) <= 255);
}

export function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The files and links in a folder and those below it, by path with `/`; without those below `left`. */
export function filesBelow(folder: string, left?: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return entry.name;
    if (entry.name === left) return [];
    return filesBelow(join(folder, entry.name)).map((name) => `${entry.name}/${name}`);
  });
}

/** The folders of these names, the one that all are in, `.`, last. */
export function foldersOf(names: readonly string[]): string[] {
  const folders = new Set(names.map((name) => dirname(name)));
  folders.delete('.');
  return [...folders, '.'];
}

/** A link to a folder is none. */
export function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A new name is only durable once its folder is on the disk. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A folder with all below it. */
export function syncFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncFolders(join(folder, entry.name));
  syncFolder(folder);
}

/** Removes those of some folders below another that are empty. */
export function removeEmpty(folder: string, names: readonly string[]): void {
  for (const name of names) {
    if (name === '.') continue;
    try {
      rmdirSync(join(folder, name));
    } catch {
      // it holds files that stay, or is gone
    }
  }
}
