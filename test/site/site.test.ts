import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { compareUtf8 } from '../../src/core/order.ts';
import { nquads } from '../../src/formats/rdf/nquads.ts';
import { readRdf } from '../../src/formats/rdf/read.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { POLICY, STYLE } from '../../src/site/style.ts';
import { fullKnowledge } from '../formats/rdf/fixture.ts';
import { know, SHIPS } from '../harbour.ts';
import { fileOver } from '../randomProject.ts';
import { attribute, dataOf, deadLinks, see, textOf, visibleText, writeSite } from './browsing.ts';
import { voyage } from './voyage.ts';

const BASES = ['https://example.org/id/', 'https://example.org/ships#', 'https://example.org/#ships/'];
const { knowledge, codes } = voyage();
const { files, problems } = writeSite(knowledge);
const pageOf = (name: string) => see(files.get(name) ?? '');

async function exported(of: Knowledge): Promise<readonly string[]> {
  const context = { problems, losses: new Map() };
  const reading = await readRdf(nquads.write(of, context), 'nquads');
  if (!reading.ok) throw new Error(reading.detail);
  return reading.lines;
}

/** The triples of all Turtle files, each read on its own by Oxigraph. */
async function triplesOf(site: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [name, text] of site) {
    if (!name.endsWith('.ttl')) continue;
    const reading = await readRdf(text, 'turtle');
    if (!reading.ok) throw new Error(`${name}: ${reading.detail}`);
    lines.push(...reading.lines);
  }
  expect(new Set(lines).size, 'no triple stands in two files').toBe(lines.length);
  return lines.sort(compareUtf8);
}

describe('the voyage', () => {
  it('is a project without errors', () => {
    expect(codes.filter((code) => !/^(disputed|quotes|unused)/.test(code))).toEqual([]);
    expect(problems.diagnostics).toEqual([]);
  });
});

describe('Turtle', () => {
  for (const base of BASES) {
    it(`says in all files together what the export says: ${base}`, async () => {
      const { knowledge: based } = voyage(base);
      const lines = await exported(based);
      expect(lines.length).toBeGreaterThan(100);
      expect(await triplesOf(writeSite(based).files)).toEqual(lines);
    });
  }

  it('does so for random projects', async () => {
    const check = fc.asyncProperty(fileOver(SHIPS), async (file) => {
      const { knowledge: random } = know({ 'facts.json': file });
      expect(await triplesOf(writeSite(random).files)).toEqual(await exported(random));
    });
    await fc.assert(check, { numRuns: 40 });
  });

  it('declares the prefixes in use and no others', () => {
    const text = files.get('malmo.ttl') ?? '';
    const declared = [...text.matchAll(/^@prefix (\S*):/gm)].map((match) => match[1]);
    expect(declared).toEqual(['', 'ex', 'rdfs']);
    for (const name of declared) expect(text.split('\n\n').slice(1).join()).toContain(`${name}:`);
  });
});

describe('pages', () => {
  for (const base of BASES) {
    it(`stand at the IRIs of all subjects, fragments included: ${base}`, async () => {
      // The second has anchored quotes, whose selectors have IRIs too.
      for (const based of [voyage(base).knowledge, fullKnowledge(base)]) {
        const site = writeSite(based).files;
        const start = base.replace(/#.*/, '');
        const subjects = new Set((await exported(based)).map((line) => line.slice(1, line.indexOf('>'))));
        expect(await triplesOf(site)).toEqual(await exported(based));
        expect(deadLinks(site)).toEqual([]);
        for (const iri of subjects) {
          expect(iri.startsWith(start)).toBe(true);
          const [path = '', fragment] = iri.slice(start.length).split('#');
          const page = see(site.get(base.includes('#') ? 'index.html' : `${path}.html`) ?? '');
          if (fragment !== undefined) expect(page.ids, iri).toContain(fragment);
          expect(page.elements.length, iri).toBeGreaterThan(20);
        }
      }
    });
  }

  it('link to what is there', () => {
    for (const base of BASES) expect(deadLinks(writeSite(voyage(base).knowledge).files)).toEqual([]);
    const broken = new Map(files).set(
      'malmo.html',
      '<a href="borealis.html#f-0">x</a><a href="nobody.html">y</a>',
    );
    expect(deadLinks(broken)).toEqual(['malmo.html: borealis.html#f-0', 'malmo.html: nobody.html']);
  });

  it('are right HTML, with each id once', () => {
    for (const base of BASES) {
      for (const [name, text] of writeSite(voyage(base).knowledge).files) {
        if (!name.endsWith('.html')) continue;
        const { errors, ids, elements } = see(text);
        expect(errors, name).toEqual([]);
        expect(new Set(ids).size, name).toBe(ids.length);
        for (const tag of ['header', 'main', 'footer', 'title'])
          expect(
            elements.filter(({ tagName }) => tagName === tag),
            `${name} ${tag}`,
          ).toHaveLength(1);
      }
    }
  });

  it('allow one style and nothing else', () => {
    const { elements } = pageOf('aurora.html');
    const policy = elements.find((one) => attribute(one, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toBe(POLICY);
    const styles = elements.filter(({ tagName }) => tagName === 'style');
    expect(styles.map(textOf)).toEqual([STYLE]);
    expect(elements.filter((one) => attribute(one, 'style') !== undefined)).toEqual([]);
    expect(POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; /);
  });

  it('name their IRI, their Turtle and the licence', () => {
    const { elements } = pageOf('aurora.html');
    const links = elements.filter(({ tagName }) => tagName === 'link');
    const relations = links.map((one) => [attribute(one, 'rel'), attribute(one, 'href')]);
    expect(relations).toEqual([
      ['canonical', 'https://example.org/id/aurora'],
      ['alternate', 'aurora.ttl'],
      ['license', 'https://example.org/licence'],
    ]);
    expect(attribute(links[1] ?? links[0] ?? elements[0] ?? ({ attrs: [] } as never), 'type')).toBe(
      'text/turtle',
    );
  });

  it('show every fact with its words, its quote and its source', () => {
    for (const fact of knowledge.facts) {
      const { elements } = pageOf(`${fact.subject}.html`);
      const article = elements.find((one) => attribute(one, 'id') === fact.id);
      const words = article ? textOf(article) : '';
      const sources = article ? see(`<article>${words}`) : undefined;
      expect(sources).toBeDefined();
      for (const { quote } of fact.evidence) if (quote !== undefined) expect(words).toContain(quote);
      expect(article && attribute(article, 'class')).toBe(fact.notPlain === undefined ? undefined : 'off');
      for (const name of fact.qualifiers.keys())
        expect(words).toContain(knowledge.ontology.qualifiers.get(name)?.label ?? name);
    }
  });

  it('say why a fact is not plain', () => {
    const words = visibleText(pageOf('borealis.html'));
    expect(words).toContain('The source reports that someone says so; it does not say so itself.');
    expect(words).toContain('The source says that it is not so.');
    expect(words).toContain('The source speaks of a plan');
    expect(words).toContain('The reading of the source is not sure.');
  });

  it('show disputed facts with those against them', () => {
    const disputed = knowledge.facts.filter((fact) => fact.disputed);
    expect(disputed.length).toBeGreaterThan(1);
    for (const fact of disputed) {
      const { elements } = pageOf(`${fact.subject}.html`);
      const article = elements.find((one) => attribute(one, 'id') === fact.id);
      expect(article && textOf(article)).toContain('Other facts contradict it');
      for (const other of fact.disputedBy) {
        const links = article ? elements.filter((one) => attribute(one, 'href')?.endsWith(`#${other}`)) : [];
        expect(links.length).toBeGreaterThan(0);
      }
    }
  });

  it('never show a fact without what the ontology wants beside it', () => {
    const homes = knowledge.facts.filter(
      ({ relation, subject }) => relation === 'homePort' && subject === 'borealis',
    );
    expect(homes.length).toBe(2);
    for (const { id } of homes) {
      for (const [name, text] of files) {
        if (!name.endsWith('.html') || !text.includes(id)) continue;
        const items = see(text).elements.filter(({ tagName }) => tagName === 'li' || tagName === 'article');
        const about = items.filter(
          (one) =>
            see(`<p>${textOf(one)}`) && textOf(one).includes('home port') && textOf(one).includes('Borealis'),
        );
        for (const one of about) expect(textOf(one), name).toContain('flag: Malta');
      }
    }
    expect(visibleText(pageOf('malmo.html'))).toContain('flag: Malta');
  });

  it('list the facts of others, and what the entity is reported to say', () => {
    expect(visibleText(pageOf('malmo.html'))).toMatch(/Elsewhere\s+Aurora – home port – Malmö/);
    expect(visibleText(pageOf('aurora.html'))).toContain('Said by Aurora, as sources report');
    expect(visibleText(pageOf('borealis.html'))).toContain('Aurora – sister ship – Borealis');
  });

  it('say in which language a text is', () => {
    const { elements } = pageOf('aurora.html');
    expect(
      attribute(
        elements.find(({ tagName }) => tagName === 'h1') ?? elements[0] ?? ({ attrs: [] } as never),
        'lang',
      ),
    ).toBe('en');
  });
});

function documentLoader(url: string): never {
  throw new Error(`a remote document: ${url}`);
}

describe('JSON-LD', () => {
  const quadsOf = async (text: string) => {
    const quads: unknown = await jsonld.toRDF(JSON.parse(text), {
      format: 'application/n-quads',
      documentLoader,
      safe: true,
    });
    return String(quads)
      .split('\n')
      .filter((line) => line !== '')
      .sort(compareUtf8);
  };

  it('holds the triples of the entity itself, as its Turtle has them', async () => {
    for (const name of ['aurora', 'borealis', 'malmo', 'source/log']) {
      const reading = await readRdf(files.get(`${name}.ttl`) ?? '', 'turtle');
      const own = reading.ok
        ? reading.lines.filter((line) => line.startsWith(`<https://example.org/id/${name}> `))
        : [];
      expect(own.length).toBeGreaterThan(1);
      expect(await quadsOf(dataOf(pageOf(`${name}.html`)) ?? '')).toEqual(own);
    }
  });

  it('holds the classes and names of all entities on a single page', async () => {
    const { files: single } = writeSite(voyage('https://example.org/ships#').knowledge);
    const quads = await quadsOf(dataOf(see(single.get('index.html') ?? '')) ?? '');
    expect(quads).toContain(
      '<https://example.org/ships#malmo> <http://www.w3.org/2000/01/rdf-schema#label> "Malmö"@en .',
    );
    const labels = quads.filter((line) => line.includes('#label>'));
    expect(labels).toHaveLength(4);
  });
});

describe('a site', () => {
  it('is the same in any order of facts', () => {
    const text = JSON.stringify([...files]);
    expect(JSON.stringify([...writeSite(voyage().knowledge).files])).toBe(text);
  });

  it('has what hosts look for', () => {
    expect([...files.keys()].filter((name) => !/^(source\/)?[a-z]+\.(html|ttl)$/.test(name))).toEqual([
      '404.html',
      '.nojekyll',
      'w3id/.htaccess',
      'sitemap.xml',
    ]);
    expect(files.get('sitemap.xml')).toContain('<loc>https://example.org/id/source/log.html</loc>');
    expect(see(files.get('404.html') ?? '').links).toContain('https://example.org/id/');
  });
});
