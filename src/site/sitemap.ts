/** The addresses of all pages for search engines (sitemaps.org, version 0.9). */
import { xmlText } from '../formats/xml.ts';
import type { SiteFile } from './siteFile.ts';

/** A file may name so many. */
const MOST = 50_000;

/** `sitemap.xml`, or with more pages than one may name several parts and `sitemap.xml` as their list. */
export function* writeSitemaps(address: string, pages: readonly string[]): Generator<SiteFile> {
  const parts: string[] = [];
  for (let start = 0; start < Math.max(1, pages.length); start += MOST) {
    const name = pages.length > MOST ? `sitemap-${parts.length + 1}.xml` : 'sitemap.xml';
    const some = pages.slice(start, start + MOST);
    parts.push(name);
    yield {
      name,
      mediaType: 'application/xml',
      chunks: listOf(
        'urlset',
        'url',
        some.map((page) => address + page),
      ),
    };
  }
  if (parts.length < 2) return;
  const chunks = listOf(
    'sitemapindex',
    'sitemap',
    parts.map((part) => address + part),
  );
  yield { name: 'sitemap.xml', mediaType: 'application/xml', chunks };
}

function* listOf(root: string, item: string, addresses: readonly string[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`;
  for (const address of addresses) yield `<${item}><loc>${xmlText(address)}</loc></${item}>\n`;
  yield `</${root}>\n`;
}
