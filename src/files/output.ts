import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { commitStaged, finishCommit } from './commit.ts';
import { attempt } from './errors.ts';
import { makeFolder } from './makeFolder.ts';
import { clearAway, clearStaging, stagingIn } from './stagingFolder.ts';

/** A file of a set of exports, made chunk by chunk while it is written: text as UTF-8, bytes as they are. */
export interface OutputFile {
  readonly name: string;
  readonly chunks: Iterable<string | Uint8Array>;
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

  /** Makes the staging folder. What a run that was cut off had completed is put in place, the rest cleared away. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#staging = stagingIn(folder);
    attempt('create', folder, () => {
      makeFolder(folder);
      finishCommit(folder);
      clearStaging(folder);
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
        const buffer = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
        hash.update(buffer);
        bytes += buffer.length;
        attempt('write', path, () => writeAll(file, buffer));
      }
      attempt('write', path, () => fsyncSync(file));
    } finally {
      attempt('close', path, () => closeSync(file));
    }
    return { name, bytes, sha256: hash.digest('hex') };
  }

  /**
   * Puts all files in place of the earlier set, the manifest last, and deletes what was of that set only. When the
   * disk refuses, the earlier set stays whole.
   */
  commit(): void {
    commitStaged(this.#folder);
  }

  /** Clears away what was staged; what stood there before is untouched. */
  discard(): void {
    clearAway(this.#staging);
  }
}

function writeAll(file: number, buffer: Uint8Array): void {
  for (let done = 0; done < buffer.length; ) done += writeSync(file, buffer, done);
}
