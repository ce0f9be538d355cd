import { close, fsync } from 'node:fs';
import { FileError, ioReason } from './errors.ts';

/** So many files are waited for at once. */
const MOST = 32;

/**
 * Waits until the disk has files, many at once: for a site of many small files that takes a fraction of the time of
 * one after the other. Takes over open handles and closes them.
 */
export class DiskQueue {
  readonly #waiting = new Set<Promise<void>>();
  #failure: unknown;

  /** Goes on at once while there is room. Throws FileError for this file or an earlier one that the disk refused. */
  async add(path: string, handle: number): Promise<void> {
    const done: Promise<void> = secured(handle)
      .catch((error: unknown) => {
        this.#failure ??= failureOf(path, error);
      })
      .finally(() => this.#waiting.delete(done));
    this.#waiting.add(done);
    if (this.#waiting.size >= MOST) await Promise.race(this.#waiting);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Waits for all. Throws FileError when the disk refused one. */
  async finish(): Promise<void> {
    await this.settle();
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Waits for all, whatever became of them. */
  async settle(): Promise<void> {
    await Promise.all(this.#waiting);
  }
}

function secured(handle: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fsync(handle, (refused) => {
      close(handle, (failed) => {
        const error = refused ?? failed;
        if (error) reject(error);
        else resolve();
      });
    });
  });
}

/** A failure of the system as a FileError; any other is the bug that it is. */
function failureOf(path: string, error: unknown): unknown {
  const reason = ioReason(error);
  return reason === undefined ? error : new FileError('write', path, reason);
}
