/** The set of files that is a site. */
import { join } from 'node:path';
import { SITE_MANIFEST } from '../site/siteManifest.ts';
import { type FileSet, listedIn, members } from './fileSet.ts';
import { readRegularText } from './regular.ts';
import { finishReplacing, replaceFiles } from './replaceFiles.ts';

const SITE: FileSet = {
  manifest: SITE_MANIFEST,
  complete: '.factweave-site',
  undone: '.factweave-site-undone',
  isName: isSiteName,
  keepsChanged: true,
};

/** A path of at most one folder, none of whose parts leads upwards or is a folder of this program. */
function isSiteName(name: string): boolean {
  const parts = name.split('/');
  return parts.length <= 2 && parts.every((part) => /^(?!\.\.?$|\.factweave)[^/\\\0]+$/.test(part));
}

/** What a manifest of this program says of the site in a folder. */
export interface EarlierSite {
  readonly title: string;
  readonly base: string;
  /** The sha256 of each file, by name. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** Undefined when the folder has no manifest of a site. */
export function earlierSite(folder: string): EarlierSite | undefined {
  let json: unknown;
  try {
    json = JSON.parse(readRegularText(join(folder, SITE_MANIFEST)));
  } catch {
    return undefined; // no manifest, or a broken one: it owns no files
  }
  const { title, base, files } = members(json);
  if (typeof base !== 'string' || !Array.isArray(files)) return undefined;
  return { title: typeof title === 'string' ? title : base, base, files: listedIn(SITE, folder) };
}

/** Puts the staged site in place of the earlier one; gives the files of that which were changed since, and so stay. */
export function commitSite(folder: string): readonly string[] {
  return replaceFiles(SITE, folder);
}

/** Goes on with a run that was cut off while it put a complete site in place, or an earlier one back. */
export function finishSite(folder: string): readonly string[] {
  return finishReplacing(SITE, folder);
}
