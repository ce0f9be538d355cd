/** How the files of a site come to the disk: staged, or left where they are the same already. */
import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, type Stats, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SizeCounter } from '../site/limits.ts';
import type { SiteEntry } from '../site/siteManifest.ts';
import type { DiskQueue } from './diskQueue.ts';
import { attempt } from './errors.ts';
import { makeFolder } from './makeFolder.ts';
import { stagingIn } from './stagingFolder.ts';

/** Where files are staged, and what need not be. */
interface Stage {
  readonly folder: string;
  /** The sha256 of the files of the earlier site. */
  readonly earlier: ReadonlyMap<string, string | undefined>;
  readonly counter: SizeCounter;
}

/**
 * Writes files into the staging folder, making the folders in it that their names have. A file that stands in the
 * site already, byte for byte, is left there: to write and delete files takes longer than to make them.
 */
export function staged(queue: DiskQueue, { folder, earlier, counter }: Stage) {
  const made = new Set(['.']);
  const stage = async (name: string, chunks: Iterable<Uint8Array>): Promise<SiteFileSize> => {
    const path = join(stagingIn(folder), name);
    const within = dirname(name);
    if (!made.has(within)) attempt('create', path, () => makeFolder(dirname(path)));
    made.add(within);
    const handle = attempt('write', path, () => openSync(path, 'w'));
    const { bytes, sha256 } = writeAll(path, handle, chunks);
    await queue.add(path, handle);
    return { name, bytes, sha256 };
  };
  return async ({ name, chunks }: { readonly name: string; readonly chunks: Iterable<string> }) => {
    const start = beginning(chunks);
    const whole = start.rest ? undefined : { name, bytes: start.bytes.length, sha256: sha256Of(start.bytes) };
    const isThere = whole && earlier.get(name) === whole.sha256 && standsIn(folder, whole);
    const written = isThere ? whole : await stage(name, together(start));
    counter.add(written);
    return written;
  };
}

type SiteFileSize = Omit<SiteEntry, 'mediaType'>;

/** Closes the handle only when it fails. */
function writeAll(path: string, handle: number, chunks: Iterable<Uint8Array>) {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      attempt('write', path, () => {
        for (let done = 0; done < chunk.length; ) done += writeSync(handle, chunk, done);
      });
    }
  } catch (error) {
    closeSync(handle);
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Larger files are written as they come. */
const HELD = 4 * 1024 * 1024;

interface Beginning {
  readonly bytes: Buffer;
  /** What comes after it, when it is not the whole. */
  readonly rest: Iterator<string> | undefined;
}

function beginning(chunks: Iterable<string>): Beginning {
  const parts: Buffer[] = [];
  const rest = chunks[Symbol.iterator]();
  let length = 0;
  for (let next = rest.next(); !next.done; next = rest.next()) {
    const part = Buffer.from(next.value, 'utf8');
    parts.push(part);
    length += part.length;
    if (length > HELD) return { bytes: Buffer.concat(parts), rest };
  }
  return { bytes: Buffer.concat(parts), rest: undefined };
}

function* together({ bytes, rest }: Beginning): Generator<Uint8Array> {
  yield bytes;
  for (let next = rest?.next(); next && !next.done; next = rest?.next())
    yield Buffer.from(next.value, 'utf8');
}

function standsIn(folder: string, { name, bytes, sha256 }: SiteFileSize): boolean {
  const path = join(folder, name);
  const found = at(path);
  if (!found?.isFile() || found.size !== bytes) return false;
  return sha256Of(attempt('read', path, () => readFileSync(path))) === sha256;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What is there, links not followed. */
export function at(path: string): Stats | undefined {
  return attempt('read', path, () => lstatSync(path, { throwIfNoEntry: false }));
}
