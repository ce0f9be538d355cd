import { readFileSync, statSync } from 'node:fs';

/** Whether there is a regular file, or a link to one: reading a pipe or a device could go on for ever. */
export function isRegular(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false; // not there, below a file, or with a name that no disk takes
  }
}

/** The bytes of a regular file. Throws an Error for anything else. */
export function readRegular(path: string): Buffer {
  requireRegular(path);
  return readFileSync(path);
}

/** The text of a regular file, as {@link readRegular}. */
export function readRegularText(path: string): string {
  requireRegular(path);
  return readFileSync(path, 'utf8');
}

function requireRegular(path: string): void {
  if (!isRegular(path)) throw new Error('it is not a regular file');
}
