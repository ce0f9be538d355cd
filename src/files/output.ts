import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt, FileError } from './errors.ts';

/** The file that completes a set of exports: it is replaced last. */
export const MANIFEST = 'manifest.json';

/** A file of a set of exports, made chunk by chunk while it is written. */
export interface OutputFile {
  readonly name: string;
  readonly chunks: Iterable<string>;
}

/** What was written of a file. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A set of files in a hidden folder beside the output, not yet in place. */
export class Staging {
  readonly #folder: string;
  readonly #staging: string;
  readonly #written: WrittenFile[] = [];

  /** Makes the staging folder; leftovers of a run that was cut off are cleared away. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#staging = join(folder, '.factweave-staging');
    attempt('create', folder, () => {
      if (existsSync(folder) && !statSync(folder).isDirectory())
        throw new FileError('create', folder, 'it is a file');
      mkdirSync(folder, { recursive: true });
      rmSync(this.#staging, { recursive: true, force: true });
      mkdirSync(this.#staging);
    });
  }

  /** Writes one file and waits until the disk has it. */
  write({ name, chunks }: OutputFile): WrittenFile {
    const path = join(this.#staging, name);
    const hash = createHash('sha256');
    let bytes = 0;
    const file = attempt('write', path, () => openSync(path, 'w'));
    try {
      for (const chunk of chunks) {
        const buffer = Buffer.from(chunk, 'utf8');
        hash.update(buffer);
        bytes += buffer.length;
        attempt('write', path, () => writeAll(file, buffer));
      }
      attempt('write', path, () => fsyncSync(file));
    } finally {
      attempt('close', path, () => closeSync(file));
    }
    const written = { name, bytes, sha256: hash.digest('hex') };
    this.#written.push(written);
    return written;
  }

  /**
   * Puts all files in place, the manifest last, and deletes those of the earlier set that are not of this one.
   * When a rename fails, the files that were replaced already are put back.
   */
  commit(): void {
    const names = this.#written
      .map((file) => file.name)
      .sort((a, b) => Number(a === MANIFEST) - Number(b === MANIFEST));
    const stale = earlierFiles(this.#folder).filter((name) => !names.includes(name));
    const kept = join(this.#staging, 'earlier');
    const replaced: string[] = [];
    try {
      attempt('create', kept, () => mkdirSync(kept));
      for (const name of names) {
        const target = join(this.#folder, name);
        attempt('replace', target, () => {
          if (existsSync(target)) linkSync(target, join(kept, name));
          replaced.push(name);
          renameSync(join(this.#staging, name), target);
        });
      }
      syncFolder(this.#folder);
    } catch (error) {
      for (const name of replaced) restore(join(kept, name), join(this.#folder, name));
      this.discard();
      throw error;
    }
    for (const name of stale) rmSync(join(this.#folder, name), { force: true });
    this.discard();
  }

  /** Clears away what was staged; what stood there before is untouched. */
  discard(): void {
    rmSync(this.#staging, { recursive: true, force: true });
  }
}

function writeAll(file: number, buffer: Buffer): void {
  for (let done = 0; done < buffer.length; ) done += writeSync(file, buffer, done);
}

function restore(earlier: string, target: string): void {
  if (existsSync(earlier)) renameSync(earlier, target);
  else rmSync(target, { force: true });
}

/** A rename is only durable once its folder is on the disk. */
function syncFolder(folder: string): void {
  attempt('write', folder, () => {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}

/** The files that the manifest of an earlier run names; none when there is no manifest or it cannot be read. */
function earlierFiles(folder: string): string[] {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    const files =
      typeof manifest === 'object' && manifest !== null && 'files' in manifest ? manifest.files : [];
    if (!Array.isArray(files)) return [];
    const names = files.map((file: { name?: unknown }) => file?.name);
    return names.filter(
      (name): name is string => typeof name === 'string' && dirname(name) === '.' && name !== '..',
    );
  } catch {
    return []; // a foreign or broken manifest owns no files
  }
}
