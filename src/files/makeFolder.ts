import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FileError } from './errors.ts';

/**
 * Makes a folder and those above it that are missing; one that is there already stays as it is.
 *
 * Node's own `recursive` never returns where a file system refuses new folders with ENOENT, as /proc does.
 */
export function makeFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw new FileError('create', path, 'it is a file');
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path);
}
