/** How large a site is, and what common static hosts take. */

/** What is counted while a site is written. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  readonly largest: { readonly name: string; readonly bytes: number };
  /** The most files in one folder. */
  readonly mostInFolder: number;
  /** Rules in `_redirects`. */
  readonly redirects: number;
}

export interface HostLimit {
  readonly host: string;
  readonly what: 'bytes in all' | 'bytes in a file' | 'files' | 'files in a folder' | 'redirects';
  readonly limit: number;
}

/** Read in the vendors' documents, which `docs/site.md` names with the day; they change. */
export const HOST_LIMITS: readonly HostLimit[] = [
  { host: 'GitHub Pages', what: 'bytes in all', limit: 1_000_000_000 },
  { host: 'GitHub Pages', what: 'bytes in a file', limit: 100 * 1024 * 1024 },
  { host: 'Cloudflare Pages (free)', what: 'files', limit: 20_000 },
  { host: 'Cloudflare Pages', what: 'bytes in a file', limit: 25 * 1024 * 1024 },
  { host: 'Cloudflare Pages', what: 'redirects', limit: 2_000 },
  { host: 'Netlify', what: 'files in a folder', limit: 54_000 },
  { host: 'GitLab Pages', what: 'bytes in all', limit: 1_000_000_000 },
  { host: 'GitLab Pages', what: 'files', limit: 200_000 },
];

/** A limit with what the site has of it. */
export interface Measured extends HostLimit {
  readonly found: number;
}

export function measure(size: SiteSize): Measured[] {
  return HOST_LIMITS.map((limit) => ({ ...limit, found: foundIn(size, limit.what) }));
}

function foundIn(size: SiteSize, what: HostLimit['what']): number {
  switch (what) {
    case 'bytes in all':
      return size.bytes;
    case 'bytes in a file':
      return size.largest.bytes;
    case 'files':
      return size.files;
    case 'files in a folder':
      return size.mostInFolder;
    case 'redirects':
      return size.redirects;
  }
}

/** Counts the files of a site as they are written. */
export class SizeCounter {
  readonly #folders = new Map<string, number>();
  #files = 0;
  #bytes = 0;
  #largest = { name: '', bytes: 0 };

  add({ name, bytes }: { readonly name: string; readonly bytes: number }): void {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    this.#folders.set(folder, (this.#folders.get(folder) ?? 0) + 1);
    this.#files++;
    this.#bytes += bytes;
    if (bytes > this.#largest.bytes) this.#largest = { name, bytes };
  }

  size(redirects: number): SiteSize {
    const mostInFolder = Math.max(0, ...this.#folders.values());
    return { files: this.#files, bytes: this.#bytes, largest: this.#largest, mostInFolder, redirects };
  }
}
