import { describe, expect, it } from 'vitest';
import { HOST_LIMITS, measure, SizeCounter } from '../../src/site/limits.ts';
import { writeSitemaps } from '../../src/site/sitemap.ts';

describe('the size of a site', () => {
  it('is counted file by file', () => {
    const counter = new SizeCounter();
    for (const name of ['a', 'source/a', 'source/b', 'source/c']) counter.add({ name, bytes: name.length });
    expect(counter.size(3)).toEqual({
      files: 4,
      bytes: 25,
      largest: { name: 'source/a', bytes: 8 },
      mostInFolder: 3,
      redirects: 3,
    });
  });

  it('is measured against every limit', () => {
    const size = { files: 1, bytes: 2, largest: { name: 'a', bytes: 3 }, mostInFolder: 4, redirects: 5 };
    const found = { files: 1, 'bytes in all': 2, 'bytes in a file': 3, 'files in a folder': 4, redirects: 5 };
    expect(measure(size).map((one) => one.found)).toEqual(HOST_LIMITS.map(({ what }) => found[what]));
  });
});

describe('a sitemap', () => {
  it('is parted beyond 50,000 pages', () => {
    const pages = Array.from({ length: 100_001 }, (_, i) => `${i}.html`);
    const files = [...writeSitemaps('https://example.org/a&b/', pages)];
    expect(files.map(({ name }) => name)).toEqual([
      'sitemap-1.xml',
      'sitemap-2.xml',
      'sitemap-3.xml',
      'sitemap.xml',
    ]);
    expect([...(files[2]?.chunks ?? [])].join('')).toContain(
      '<url><loc>https://example.org/a&amp;b/100000.html</loc></url>',
    );
    expect([...(files[3]?.chunks ?? [])].join('').match(/<sitemap>/g)).toHaveLength(3);
  });
});
