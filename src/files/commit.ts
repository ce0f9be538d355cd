/** The set of exports in a folder. */
import type { FileSet } from './fileSet.ts';
import { finishReplacing, replaceFiles } from './replaceFiles.ts';

/** The file that completes a set of exports. */
export const MANIFEST = 'manifest.json';

const EXPORTS: FileSet = {
  manifest: MANIFEST,
  complete: '.factweave-commit',
  undone: '.factweave-commit-undone',
  isName: (name) => name !== '' && !/^\.\.?$|[/\\]/.test(name),
  keepsChanged: false,
};

/** Puts the staged set in place of the earlier one: whole, or not at all. */
export function commitStaged(folder: string): void {
  replaceFiles(EXPORTS, folder);
}

/** Goes on with a run that was cut off while it put a complete set in place, or an earlier one back. */
export function finishCommit(folder: string): void {
  finishReplacing(EXPORTS, folder);
}
