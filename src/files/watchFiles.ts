import { existsSync, type FSWatcher, watch } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FileError, ioReason } from './errors.ts';

/** Editors write a file in several steps: one change is reported for all within so many milliseconds. */
const CALM = 100;

/**
 * Reports changes of files, also of files that are not there yet: it watches the folders that they are in, since
 * editors put a new file in place of the old one. Of a folder that is missing, the nearest that is there is watched.
 */
export class FileWatcher {
  readonly #changed: () => void;
  readonly #folders = new Map<string, FSWatcher>();
  #paths: ReadonlySet<string> = new Set();
  #waiting: NodeJS.Timeout | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /**
   * Watches these files from now on and no others. To be called again after a change, since folders come and go.
   * Throws FileError when the system cannot watch a folder.
   */
  watch(files: readonly string[]): void {
    this.#paths = new Set(files.map((file) => firstMissing(resolve(file))));
    const wanted = new Set([...this.#paths].map((path) => dirname(path)));
    for (const folder of this.#folders.keys()) if (!wanted.has(folder)) this.#drop(folder);
    for (const folder of wanted) if (!this.#folders.has(folder)) this.#open(folder);
  }

  close(): void {
    clearTimeout(this.#waiting);
    for (const folder of [...this.#folders.keys()]) this.#drop(folder);
  }

  #open(folder: string): void {
    const watcher = open(folder);
    watcher.on('change', (_, name) => {
      const gone = !existsSync(folder);
      if (gone) this.#drop(folder);
      if (gone || name === null || this.#paths.has(join(folder, String(name)))) this.#report();
    });
    watcher.on('error', () => {
      this.#drop(folder);
      this.#report();
    });
    this.#folders.set(folder, watcher);
  }

  #drop(folder: string): void {
    this.#folders.get(folder)?.close();
    this.#folders.delete(folder);
  }

  #report(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(this.#changed, CALM);
  }
}

/** The path itself where its folder is there, else the outermost folder on the way to it that is missing. */
function firstMissing(path: string): string {
  const folder = dirname(path);
  return folder === path || existsSync(folder) ? path : firstMissing(folder);
}

function open(folder: string): FSWatcher {
  try {
    return watch(folder);
  } catch (error) {
    const reason = ioReason(error);
    if (reason === undefined) throw error;
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    throw new FileError('watch', folder, isFull ? 'the system watches as many as it can' : reason);
  }
}
