import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { commitSite, finishSite } from '../../src/files/commitSite.ts';
import { FileError } from '../../src/files/errors.ts';
import { stagingIn } from '../../src/files/stagingFolder.ts';
import { deadLinks } from '../site/browsing.ts';
import { contentOf, fill, PROJECT, scratchFolders } from './scratch.ts';

const folderWith = scratchFolders('site');
const project = (changes: Readonly<Record<string, string>> = {}) => folderWith({ ...PROJECT, ...changes });
const FACTS = PROJECT['facts.yaml'] ?? '';
const TWO_SHIPS = `${FACTS.replace('  aurora: Ship', '  aurora: Ship\n  borealis: { class: Ship, label: Borealis }')}  - quote: the Borealis
    says: { borealis: { homePort: malmo } }
`;

const renamed = (formerIds: string) =>
  FACTS.replace('  aurora: Ship', `  aurora: { class: Ship, formerIds: ${formerIds} }`);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function site(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await run(['site', ...args], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    now: () => 0,
  });
  return { code, out, err };
}

describe('factweave site', () => {
  it('writes a whole site, whose links lead somewhere, and says how large it is', async () => {
    const folder = project();
    const { code, out } = await site(folder);
    const content = contentOf(join(folder, 'site'));
    expect(code).toBe(EXIT.ok);
    expect(Object.keys(content).sort()).toEqual(
      [
        '.nojekyll',
        '404.html',
        'aurora.html',
        'aurora.ttl',
        'index.html',
        'malmo.html',
        'malmo.ttl',
        'site.json',
        'sitemap.xml',
        'source/log.html',
        'source/log.ttl',
        'w3id/.htaccess',
      ].sort(),
    );
    const files = new Map(Object.entries(content).map(([name, text]) => [name, text ?? '']));
    expect(deadLinks(files)).toEqual([]);
    expect(out).toContain('12 files');
    expect(out).toMatch(/GitHub Pages +bytes in all .* fits/);
  });

  it('lists every file with its hash', async () => {
    const folder = project();
    await site(folder);
    const manifest = JSON.parse(readFileSync(join(folder, 'site/site.json'), 'utf8'));
    const names: string[] = manifest.files.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toHaveLength(11);
    for (const { name, sha256, bytes } of manifest.files) {
      const found = readFileSync(join(folder, 'site', name));
      expect(createHash('sha256').update(found).digest('hex'), name).toBe(sha256);
      expect(found.length).toBe(bytes);
    }
    expect(manifest.counts).toEqual({ entities: 2, facts: 2, sources: 1, evidence: 1 });
  });

  it('says the same in JSON', async () => {
    const folder = project();
    const { code, out, err } = await site(folder, '--json', '--out', join(folder, 'web'));
    const said = JSON.parse(out);
    expect([code, err, said.ok, said.site.files, said.site.folder]).toEqual([
      EXIT.ok,
      '',
      true,
      12,
      join(folder, 'web'),
    ]);
    expect(
      said.site.limits.every(({ found, limit }: { found: number; limit: number }) => found <= limit),
    ).toBe(true);
    expect(said.site.largest.name).toMatch(/\.html$/);
  });

  it('writes the same bytes again, and clears away pages that are no more', async () => {
    const folder = project({ 'facts.yaml': TWO_SHIPS });
    await site(folder);
    const two = contentOf(join(folder, 'site'));
    fill(folder, { 'site/CNAME': 'example.org', 'facts.yaml': FACTS });
    expect((await site(folder)).code).toBe(EXIT.ok);
    const one = contentOf(join(folder, 'site'));
    expect(Object.keys(two)).toContain('borealis.ttl');
    expect(Object.keys(one)).not.toContain('borealis.ttl');
    expect(one.CNAME).toBe('example.org');
    fill(folder, { 'facts.yaml': TWO_SHIPS });
    await site(folder);
    expect(contentOf(join(folder, 'site'))).toEqual({ ...two, CNAME: 'example.org' });
  });

  it('leaves a page alone that is there already, and mends one that was changed', async () => {
    const folder = project();
    await site(folder);
    const path = (name: string) => join(folder, 'site', name);
    const before = contentOf(join(folder, 'site'));
    const numbers = (name: string) => statSync(path(name)).ino;
    const [malmo, ship] = [numbers('malmo.html'), numbers('aurora.html')];
    fill(folder, { 'site/index.html': 'mine' });
    fill(folder, { 'facts.yaml': FACTS.replace('name: Aurora', 'name: Aurora II') });
    await site(folder);
    expect([numbers('malmo.ttl') > 0, numbers('aurora.html') === ship]).toEqual([true, false]);
    fill(folder, { 'facts.yaml': FACTS });
    await site(folder);
    expect(contentOf(join(folder, 'site'))).toEqual(before);
    const again = numbers('malmo.html');
    await site(folder);
    expect([numbers('malmo.html'), malmo > 0]).toEqual([again, true]);
    expect(contentOf(join(folder, 'site'))).toEqual(before);
  });

  it('keeps a page that is no more but was changed by hand', async () => {
    const folder = project({ 'facts.yaml': TWO_SHIPS });
    await site(folder);
    fill(folder, { 'site/borealis.html': 'mine', 'facts.yaml': FACTS });
    const { out } = await site(folder);
    expect(out).toContain('kept, since they were changed: borealis.html');
    expect(contentOf(join(folder, 'site'))['borealis.html']).toBe('mine');
    expect(existsSync(join(folder, 'site/borealis.ttl'))).toBe(false);
  });

  it('leaves the earlier site whole when a fact is wrong', async () => {
    const folder = project();
    await site(folder);
    const before = contentOf(join(folder, 'site'));
    fill(folder, { 'facts.yaml': FACTS.replace('homePort', 'homePrt') });
    const { code, err } = await site(folder);
    expect(code).toBe(EXIT.refused);
    expect(err).toContain('nothing was replaced');
    expect(contentOf(join(folder, 'site'))).toEqual(before);
  });

  it('writes over nothing that is not of the site', async () => {
    for (const name of ['aurora.html', 'site.json', 'source', 'w3id/.htaccess']) {
      const folder = project();
      fill(folder, { [`site/${name}`]: 'mine' });
      const { code, err } = await site(folder);
      expect([code, name]).toEqual([EXIT.refused, name]);
      expect(err).toContain('error site-over-foreign');
      expect(contentOf(join(folder, 'site'))).toEqual({ [name]: 'mine' });
    }
  });

  it('follows no link out of its folder', async () => {
    const folder = project();
    mkdirSync(join(folder, 'site'));
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'site/source'));
    expect((await site(folder)).err).toContain('error site-over-foreign');
    expect(contentOf(join(folder, 'elsewhere'))).toEqual({});
  });

  it('never shares a file with exports', async () => {
    const yaml = (PROJECT['factweave.yaml'] ?? '').replace('name: ships', 'name: aurora');
    const folder = project({ 'factweave.yaml': yaml });
    const web = join(folder, 'web');
    const printed: string[] = [];
    const io = {
      out: () => {},
      err: (text: string) => void printed.push(text),
      terminal: false,
      now: () => 0,
    };
    const build = ['build', folder, '--out', web, '--formats', 'turtle'];
    await site(folder, '--out', web);
    const before = contentOf(web);
    expect(await run(build, io)).toBe(EXIT.refused);
    expect(printed.join('')).toContain('error output-in-use: ');
    expect(contentOf(web)).toEqual(before);
    rmSync(web, { recursive: true });
    expect(await run(build, io)).toBe(EXIT.ok);
    const exported = contentOf(web);
    const { code, err } = await site(folder, '--out', web, '--plain', 'best');
    expect([code, err.includes('error output-in-use: ')]).toEqual([EXIT.refused, true]);
    expect(contentOf(web)).toEqual(exported);
  });

  it('does not touch the site of another data set', async () => {
    const folder = project();
    await site(folder);
    const before = contentOf(join(folder, 'site'));
    fill(folder, { 'factweave.yaml': (PROJECT['factweave.yaml'] ?? '').replace('/id/', '/other/') });
    const { code, err } = await site(folder);
    expect(code).toBe(EXIT.refused);
    expect(err).toContain('error output-of-another: ');
    expect(err).toContain('"https://example.org/id/"; this one is "https://example.org/other/"');
    expect(contentOf(join(folder, 'site'))).toEqual(before);
  });

  it('does not write over the files of the project', async () => {
    const folder = project({ 'w3id/.htaccess': '', 'facts.yaml': `${FACTS}` });
    const settings = PROJECT['factweave.yaml'] ?? '';
    fill(folder, {
      'factweave.yaml': settings.replace('ships.ttl', 'index.ttl'),
      'index.ttl': PROJECT['ships.ttl'] ?? '',
    });
    fill(folder, { 'factweave.yaml': settings.replace('ships.ttl', 'index.ttl').replace('/id/', '/id#') });
    const { err } = await site(folder, '--out', folder);
    expect(err).toContain('error output-over-input');
    expect(readFileSync(join(folder, 'index.ttl'), 'utf8')).toBe(PROJECT['ships.ttl']);
  });

  it('leads former ids on, and takes an address', async () => {
    const folder = project({ 'facts.yaml': renamed('old-aurora') });
    const { code, out } = await site(folder, '--address', 'https://host.example/ships/');
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('note: hosts read _redirects at their root only, and this site begins at /ships/');
    const content = contentOf(join(folder, 'site'));
    expect(content._redirects).toBe('/ships/old-aurora /ships/aurora 301\n');
    expect(content['w3id/.htaccess']).toContain('https://host.example/ships/$1.ttl');
    fill(folder, { 'facts.yaml': renamed('malmo') });
    expect((await site(folder)).err).toMatch(/facts\.yaml:\d+:\d+ error former-id-in-use/);
  });

  it('warns of a site beyond a limit of a host, and writes it', async () => {
    const former = Array.from({ length: 2001 }, (_, i) => `old-${i}`).join(', ');
    const folder = project({ 'facts.yaml': renamed(`[${former}]`) });
    const { code, out, err } = await site(folder);
    expect(code).toBe(EXIT.ok);
    expect(err).toContain(
      'warning site-beyond-limit: the site has 2001 redirects; Cloudflare Pages takes 2000',
    );
    expect(out).toMatch(/Cloudflare Pages +redirects +2001 of +2000 {2}too much/);
    expect(existsSync(join(folder, 'site/old-2000.html'))).toBe(true);
  });

  it('refuses calls that make no sense', async () => {
    const folder = project();
    for (const address of ['host.example', 'ftp://x/', 'https://x', 'https://x/?a/', 'https://x y/'])
      expect((await site(folder, '--address', address)).code, address).toBe(EXIT.usage);
    expect((await site(folder, '--former', join(folder, 'facts.yaml'))).code).toBe(EXIT.usage);
    expect((await site(folderWith())).code).toBe(EXIT.refused);
  });

  it('reports a disk that refuses', async () => {
    const folder = project();
    const { code, err } = await site(folder, '--out', join(folder, 'facts.yaml/site'));
    expect([code, err]).toEqual([EXIT.io, expect.stringContaining('nothing was replaced')]);
  });
});

/** A site of a few files, staged as a run stages it. */
function stage(folder: string, files: Readonly<Record<string, string>>, base = 'https://x.example/'): void {
  const entries = Object.entries(files).map(([name, text]) => ({
    name,
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  const staging = stagingIn(folder);
  mkdirSync(staging, { recursive: true });
  fill(staging, { ...files, 'site.json': JSON.stringify({ title: 't', base, files: entries }) });
}

const OLD = { 'a.html': 'old a', 'b.html': 'old b', 'source/s.html': 'old s', 'gone/g.html': 'g' };
const NEW = { 'a.html': 'new a', 'c.html': 'new c', 'source/s.html': 'new s' };

describe('a run that is cut off', () => {
  it('is finished by the next one, wherever it stopped', () => {
    for (let moved = 0; moved <= 4; moved++) {
      const folder = folderWith();
      stage(folder, OLD);
      commitSite(folder);
      stage(folder, NEW);
      const complete = join(folder, '.factweave-site');
      renameSync(stagingIn(folder), complete);
      for (const name of [...Object.keys(NEW), 'site.json'].slice(0, moved)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        renameSync(join(complete, name), join(folder, name));
      }
      // The manifest goes last, with all that is no more: a run that got so far has cleared it away.
      if (moved < 4) {
        finishSite(folder);
        const { 'site.json': manifest, ...content } = contentOf(folder);
        expect(content, `${moved} files moved`).toEqual(NEW);
        expect(manifest).toContain('c.html');
      } else finishSite(folder);
      expect(existsSync(complete)).toBe(false);
      expect(finishSite(folder)).toEqual([]);
    }
  });

  it('leaves the earlier site whole before it was complete', () => {
    const folder = folderWith();
    stage(folder, OLD);
    commitSite(folder);
    const before = contentOf(folder);
    stage(folder, NEW);
    finishSite(folder);
    const after = contentOf(folder);
    for (const [name, text] of Object.entries(before)) expect(after[name]).toBe(text);
  });

  it('puts everything back when a file cannot be replaced', () => {
    const folder = folderWith();
    stage(folder, OLD);
    commitSite(folder);
    mkdirSync(join(folder, 'd.html'));
    writeFileSync(join(folder, 'd.html/mine'), 'mine');
    const before = contentOf(folder);
    stage(folder, { ...NEW, 'b.html': 'old b', 'd.html': 'new d', 'new/n.html': 'n' });
    rmSync(join(stagingIn(folder), 'b.html')); // it is there already
    expect(() => commitSite(folder)).toThrow(FileError);
    expect(contentOf(folder)).toEqual(before);
  });

  it('owns only files whose names stay in the folder', () => {
    const folder = folderWith({ 'out/site.json': '', 'victim.html': 'mine', 'out/deep/er/x.html': 'mine' });
    const names = ['../victim.html', '/etc/x', 'deep/er/x.html', '..', '.factweave-site/x', 'a\\b', 7, null];
    const files = names.map((name) => ({ name, sha256: createHash('sha256').update('mine').digest('hex') }));
    const out = join(folder, 'out');
    writeFileSync(join(out, 'site.json'), JSON.stringify({ title: 't', base: 'https://x.example/', files }));
    stage(out, NEW);
    commitSite(out);
    expect(readFileSync(join(folder, 'victim.html'), 'utf8')).toBe('mine');
    expect(readFileSync(join(out, 'deep/er/x.html'), 'utf8')).toBe('mine');
  });
});
