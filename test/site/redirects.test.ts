/** The rules are obeyed by a small server of their own, so that what they say is what is tested. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/core/ids.ts';
import { know } from '../harbour.ts';
import { attribute, deadLinks, see, writeSite } from './browsing.ts';
import { voyage } from './voyage.ts';

/** The part of mod_rewrite that the rules use. */
function applyRules(rules: string, path: string, accept: string): { status: number; to: string } | undefined {
  let conditions: boolean[] = [];
  for (const line of rules.split('\n')) {
    const condition = /^RewriteCond %\{HTTP_ACCEPT\} (!?)(\S+) \[NC\]$/.exec(line);
    if (condition)
      conditions.push(new RegExp(condition[2] ?? '', 'i').test(accept) !== (condition[1] === '!'));
    const rule = /^RewriteRule (\S+) (\S+) \[R=(\d+),L,NE\]$/.exec(line);
    if (!rule) continue;
    const match = new RegExp(rule[1] ?? '').exec(path);
    const holds = match && conditions.every(Boolean);
    conditions = [];
    if (holds) {
      const to = (rule[2] ?? '').replace(
        /\\([%$])|\$1/g,
        (_, plain: string | undefined) => plain ?? match[1] ?? '',
      );
      return { status: Number(rule[3]), to };
    }
  }
  return undefined;
}

describe('the rules of the resolver', () => {
  const entities = {
    aurora: { class: 'Ship', formerIds: 'old.ship' },
    index: { class: 'Ship' },
    'v1.2': { class: 'Ship' },
  };
  const facts = Object.keys(entities).map((subject) => ({
    subject,
    relation: 'name',
    object: subject,
    source: 'log',
    quote: 'q',
  }));
  const { knowledge: small } = know({ 'facts.json': { sources: { log: { type: 'T' } }, entities, facts } });
  let origin = '';
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    const text = site.get(path.startsWith('site/') ? path.slice(5) || 'index.html' : '');
    const found = path.startsWith('id/')
      ? applyRules(site.get('w3id/.htaccess') ?? '', path.slice(3), request.headers.accept ?? '')
      : undefined;
    if (found)
      response.writeHead(found.status, { location: found.to.replace('https://example.org', origin) }).end();
    else if (text === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': path.endsWith('.ttl') ? 'text/turtle' : 'text/html' })
        .end(text);
  });
  let site: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
    site = writeSite(small, { address: `${origin}/site/` }).files;
  });
  afterAll(() => server.close());

  const get = async (path: string, accept: string) => {
    const response = await fetch(`${origin}/id/${path}`, { headers: { accept } });
    return { status: response.status, at: response.url.slice(origin.length), text: await response.text() };
  };
  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  it('lead browsers to pages and programs to Turtle', async () => {
    expect((await get('aurora', BROWSER)).at).toBe('/site/aurora.html');
    expect((await get('aurora', '*/*')).at).toBe('/site/aurora.html');
    expect((await get('aurora', 'text/turtle')).at).toBe('/site/aurora.ttl');
    expect((await get('v1.2', 'application/rdf+xml;q=0.5, text/turtle')).at).toBe('/site/v1.2.ttl');
    expect((await get('aurora', 'text/html, text/turtle;q=0')).at).toBe('/site/aurora.html');
    expect((await get('aurora', 'text/turtle;q=0.9')).at).toBe('/site/aurora.ttl');
    expect((await get('source/log', BROWSER)).at).toBe('/site/source/log.html');
    expect((await get('', BROWSER)).at).toBe('/site/');
    expect((await get('aurora.ttl', BROWSER)).at).toBe('/site/aurora.ttl');
    expect((await get('../w3id', BROWSER)).status).toBe(404);
  });

  it('answer that what is named is no document', () => {
    expect(applyRules(site.get('w3id/.htaccess') ?? '', 'aurora', BROWSER)?.status).toBe(303);
  });

  it('lead former ids and renamed pages to where they are', async () => {
    expect((await get('index', 'text/turtle')).at).toBe('/site/index~.ttl');
    expect(applyRules(site.get('w3id/.htaccess') ?? '', 'old.ship', '')).toEqual({
      status: 301,
      to: 'https://example.org/id/aurora',
    });
    expect((await get('old.ship', BROWSER)).at).toBe('/site/aurora.html');
    expect(applyRules(site.get('w3id/.htaccess') ?? '', 'oldXship', '')?.status).toBe(303);
  });

  it('stand in _redirects too, from the root of the host', () => {
    expect(site.get('_redirects')).toBe('/site/old.ship /site/aurora 301\n/site/index /site/index~ 302\n');
  });

  it('escape what mod_rewrite would take for its own', () => {
    const { files } = writeSite(small, { address: 'https://example.org/a%20b/$1/' });
    expect(files.get('w3id/.htaccess')).toContain(' https://example.org/a\\%20b/\\$1/$1.html [');
  });

  it('say so when nobody knows where the site lies', () => {
    const { files } = writeSite(voyage('https://w3id.org/ships/').knowledge);
    expect(files.get('w3id/.htaccess')).toContain('factweave site --address URL');
    expect(files.has('sitemap.xml')).toBe(false);
  });

  it('lead to the one page of a base with #', () => {
    const rules = writeSite(voyage('https://example.org/ships#').knowledge).files.get('w3id/.htaccess') ?? '';
    expect(applyRules(rules, '', 'text/turtle')?.to).toBe('https://example.org/ships/index.ttl');
    expect(applyRules(rules, '', '*/*')?.to).toBe('https://example.org/ships/index.html');
  });
});

describe('former ids', () => {
  const renamed = (base?: string) =>
    voyage(base, (text) => text.replace('label: Aurora', 'label: Aurora, formerIds: [zephyr, con]'))
      .knowledge;

  it('have a page that leads on, and are named on the new one', () => {
    const { files, redirects, problems } = writeSite(renamed());
    expect(redirects).toBe(2);
    for (const name of ['zephyr.html', 'con~.html']) {
      const { elements, links } = see(files.get(name) ?? '');
      const refresh = elements.find((one) => attribute(one, 'http-equiv') === 'refresh');
      expect(refresh && attribute(refresh, 'content')).toBe('0; url=aurora.html');
      expect(links).toContain('aurora.html');
    }
    expect(files.get('aurora.html')).toContain('Formerly con, zephyr');
    expect(files.get('aurora.ttl')).toContain('dcterms:replaces :con ,\n    :zephyr');
    expect(files.get('_redirects')).toBe('/id/con /id/aurora 301\n/id/zephyr /id/aurora 301\n');
    const [problem] = problems.diagnostics;
    expect([problem?.code, problem?.place]).toEqual([
      'site-page-renamed',
      renamed()
        .entities.get('aurora' as EntityId)
        ?.origin.place(),
    ]);
    expect(deadLinks(files)).toEqual([]);
  });

  it('are elements of the one page of a base with #', () => {
    const { files } = writeSite(renamed('https://example.org/ships#'));
    const index = files.get('index.html') ?? '';
    expect(see(index).ids).toEqual(expect.arrayContaining(['con', 'zephyr']));
    expect(index).toContain('Formerly con, zephyr');
    expect(deadLinks(files)).toEqual([]);
  });
});
