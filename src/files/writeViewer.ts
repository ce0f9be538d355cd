import { closeSync, openSync, readSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import { TEXT_LIMIT } from '../core/text.ts';
import type { Source } from '../facts/facts.ts';
import { VIEWER_MARK } from '../viewer/page.ts';
import { checkInputs } from './checkOutput.ts';
import { attempt, FileError } from './errors.ts';
import { syncFolder } from './fileSet.ts';
import type { OpenProject } from './openProject.ts';
import { Staging, type WrittenFile } from './output.ts';
import { isRegular } from './regular.ts';
import { at } from './siteStage.ts';
import { stagingIn } from './stagingFolder.ts';

/** Where the page goes, and what must not be written over. */
export interface ViewerWriting {
  readonly path: string;
  readonly project: OpenProject;
  readonly sources: readonly Source[];
  /** The longest page in UTF-16 units; by default what a browser can hold as one text. */
  readonly longest?: number;
}

/**
 * Writes the page of the viewer. The file that stands there stays whole until the new one is complete.
 *
 * A file of the project (`output-over-input`) or one that is no page of the viewer (`view-over-foreign`) is never
 * replaced, and a page too long for a browser (`limit-exceeded`) not written: then the result is undefined. Throws
 * FileError when the disk refuses.
 */
export function writeViewerFile(
  chunks: Iterable<string>,
  { path, project, sources, longest = TEXT_LIMIT }: ViewerWriting,
  problems: Problems,
): WrittenFile | undefined {
  const [folder, name] = [dirname(path), basename(path)];
  const before = problems.errors;
  const output = { folder, settings: project.settings, project, sources, byCall: true };
  checkInputs(output, [name], problems);
  if (problems.errors === before && isForeign(path)) problems.add('view-over-foreign', undefined, { path });
  if (problems.errors > before) return undefined;
  const staging = new Staging(folder);
  try {
    const written = staging.write({ name, chunks: limited(chunks, longest, problems) });
    if (problems.errors > before) return undefined;
    attempt('replace', path, () => renameSync(join(stagingIn(folder), name), path));
    attempt('write', folder, () => syncFolder(folder));
    return { ...written, name: path };
  } finally {
    staging.discard();
  }
}

/** Ends, with an error, where the page is too long. */
function* limited(chunks: Iterable<string>, limit: number, problems: Problems): Generator<string> {
  let length = 0;
  for (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) {
      problems.add('limit-exceeded', undefined, { what: 'characters in the page', limit });
      return;
    }
    yield chunk;
  }
}

/** Whether something stands there that does not begin as a page of the viewer does. */
function isForeign(path: string): boolean {
  const found = at(path);
  if (!found) return false;
  if (found.isDirectory()) throw new FileError('replace', path, 'it is a folder');
  return !isRegular(path) || !beginningOf(path).includes(VIEWER_MARK);
}

function beginningOf(path: string): string {
  return attempt('read', path, () => {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(512);
      return bytes.toString('utf8', 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  });
}
