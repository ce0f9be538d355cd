import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import { anchorEvidence } from '../facts/anchor/anchorEvidence.ts';
import { readLock, writeLock } from '../facts/anchor/lock.ts';
import { read } from '../pipeline.ts';
import { attempt } from './errors.ts';
import { LOCK_FILE, type OpenProject } from './openProject.ts';
import { findSourceTexts } from './sourceTexts.ts';

/** What anchoring did. */
export interface AnchorResult {
  readonly anchored: number;
  readonly sources: number;
  readonly path: string;
  /** False when the lock file already said just this, or when an error kept it from being replaced. */
  readonly changed: boolean;
}

/**
 * Finds every quote of a project in the text of its source and writes the places to the lock file.
 *
 * Texts are searched for in the project folder and in `folders`. With any error the lock file stays as it was.
 */
export function anchorProject(
  project: OpenProject,
  folders: readonly string[],
  problems: Problems,
): AnchorResult {
  const path = join(project.folder, LOCK_FILE);
  const parsed = read(project, problems);
  const texts = findSourceTexts(parsed.sources.values(), [project.folder, ...folders]);
  const previous = project.lock && readLock(project.lock, problems);
  const evidence = parsed.facts.flatMap((fact) => fact.evidence);
  const lock = anchorEvidence(evidence, { sources: parsed.sources, texts, previous }, problems);
  const anchored = [...lock.sources.values()].reduce((sum, source) => sum + source.quotes.length, 0);
  const text = writeLock(lock);
  const changed = problems.errors === 0 && (!existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (changed) {
    replaceFile(path, text);
  }
  return { anchored, sources: lock.sources.size, path, changed };
}

/** Leaves the file as it was, and nothing beside it, when the disk refuses. */
function replaceFile(path: string, text: string): void {
  const staged = `${path}.new`;
  try {
    attempt('write', staged, () => writeFileSync(staged, text, { flush: true }));
    attempt('replace', path, () => renameSync(staged, path));
  } catch (error) {
    rmSync(staged, { force: true });
    throw error;
  }
}
