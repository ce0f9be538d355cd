import { sortedBy } from '../core/order.ts';

/** The file that completes a site: what belongs to it, so that a later run can clear away what it does not write again. */
export const SITE_MANIFEST = 'site.json';

export interface SiteEntry {
  /** From the folder of the site, with `/`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface SiteManifest {
  /** The version of the program. */
  readonly factweave: string;
  readonly title: string;
  readonly base: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: readonly SiteEntry[];
}

/** As JSON, a file a line, by name in byte order. */
export function* writeSiteManifest({ files, ...head }: SiteManifest): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"files":[`;
  let before = '\n';
  for (const file of sortedBy(files, ({ name }) => name)) {
    yield `${before}${JSON.stringify(file)}`;
    before = ',\n';
  }
  yield '\n]}\n';
}
