import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceId } from '../core/ids.ts';
import type { Source } from '../facts/facts.ts';
import { attempt, ioReason } from './errors.ts';

/** Larger files are no source texts; they are not hashed in the search. */
const LARGEST_TEXT = 64 * 1024 * 1024;

/**
 * Finds the texts of sources in folders: by sha256, whatever the file is called; a file that has the name but
 * not the sha256 is returned too, so that the change can be reported.
 *
 * Folders are searched to the bottom, in byte order of names; links that lead out of them, hidden folders and
 * `node_modules` are passed over.
 */
export function findSourceTexts(
  sources: Iterable<Source>,
  folders: readonly string[],
): Map<SourceId, Uint8Array> {
  const wanted = [...sources].filter((source) => source.sha256 !== undefined || source.text !== undefined);
  const texts = new Map<SourceId, Uint8Array>();
  const named = new Map<SourceId, Uint8Array>();
  if (wanted.length === 0) return texts;
  for (const folder of folders) {
    for (const path of filesIn(folder)) {
      const bytes = bytesOf(path);
      if (!bytes) continue;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const name = relative(folder, path).split(sep).join('/');
      for (const source of wanted) {
        if (source.sha256 === sha256) texts.set(source.id, bytes);
        else if (source.text === name && !named.has(source.id)) named.set(source.id, bytes);
      }
    }
  }
  for (const [id, bytes] of named) if (!texts.has(id)) texts.set(id, bytes);
  return texts;
}

/** The names in a folder in byte order; none when it may not be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (ioReason(error) === undefined) throw error;
    return [];
  }
}

/** Undefined for a file that may not be read: it cannot be a source text then. */
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (ioReason(error) === undefined) throw error;
    return undefined;
  }
}

/** The readable files below a folder. Links are followed inside of it, each real folder once. */
function* filesIn(folder: string): Generator<string> {
  const root = attempt('read', folder, () => realpathSync(folder));
  attempt('read', folder, () => readdirSync(folder));
  const seen = new Set([root]);
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const here = next;
    const entries = namesIn(here);
    for (const name of entries) {
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = join(here, name);
      const real = realPathOf(path);
      if (real === undefined || !isBelow(root, real)) continue;
      const stat = statSync(real);
      if (stat.isFile() && stat.size <= LARGEST_TEXT) yield path;
      if (!stat.isDirectory() || seen.has(real)) continue;
      seen.add(real);
      waiting.push(path);
    }
  }
}

/** Undefined for a link that leads nowhere, or round in a circle. */
function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isBelow(root: string, real: string): boolean {
  const way = relative(root, real);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
