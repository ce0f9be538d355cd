/** Texts that try to become part of a page: each is read back as it was, and no element is added (guards.md G18). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeJson, escapeText, html } from '../../src/site/html.ts';
import { know } from '../harbour.ts';
import { HOSTILE, projectWith } from '../hostileTexts.ts';
import { legalText } from '../randomProject.ts';
import { attribute, dataOf, deadLinks, see, textOf, writeSite } from './browsing.ts';

/** Tags and attribute names in order: what a payload would have to change. */
function shapeOf(page: string): string[] {
  return see(page).elements.map(
    ({ tagName, attrs }) => `${tagName} ${attrs.map(({ name }) => name).join(' ')}`,
  );
}

const calm = writeSite(projectWith('calm')).files;

function expectHarmless(text: string): void {
  const { files, problems } = writeSite(projectWith(text));
  expect(problems.diagnostics).toEqual([]);
  expect([...files.keys()]).toEqual([...calm.keys()]);
  for (const [name, page] of files) {
    if (!name.endsWith('.html')) continue;
    expect(shapeOf(page), `${name} with ${JSON.stringify(text)}`).toEqual(shapeOf(calm.get(name) ?? ''));
    const { elements } = see(page);
    const scripts = elements.filter(({ tagName }) => tagName === 'script');
    for (const one of scripts) expect(attribute(one, 'type')).toBe('application/ld+json');
    for (const one of scripts) expect(() => JSON.parse(textOf(one))).not.toThrow();
    for (const one of elements) {
      const href = attribute(one, 'href');
      if (href !== undefined && /^[a-z]+:/i.test(href)) expect(href).toMatch(/^https?:/);
    }
  }
  const { elements } = see(files.get('aurora.html') ?? '');
  const first = (tag: string) => elements.find(({ tagName }) => tagName === tag);
  for (const tag of ['title', 'h1', 'blockquote']) {
    const found = first(tag);
    expect(found && textOf(found), tag).toBe(text);
  }
  expect(JSON.parse(dataOf(see(files.get('aurora.html') ?? '')) ?? '{}')['rdfs:label']['@value']).toBe(text);
  expect(deadLinks(files)).toEqual([]);
}

describe('a hostile text', () => {
  it('comes in more than fifty forms', () => expect(new Set(HOSTILE).size).toBeGreaterThan(50));

  for (const payload of HOSTILE) it(JSON.stringify(payload), () => expectHarmless(payload));

  it('is harmless whatever it is', () => {
    fc.assert(
      fc.property(legalText, (text) => expectHarmless(text)),
      { numRuns: 60 },
    );
  });

  it('is no link where its scheme is none of the web', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd']) {
      const file = {
        sources: { log: { type: 'T', url } },
        entities: { aurora: { class: 'Ship', label: 'A' } },
        facts: [{ subject: 'aurora', relation: 'register', object: url, source: 'log', quote: 'q' }],
      };
      const { files } = writeSite(know({ 'facts.json': file }).knowledge);
      for (const name of ['aurora.html', 'source/log.html']) {
        const page = see(files.get(name) ?? '');
        expect(page.links.filter((link) => /^(?!https?:)[a-z]+:/.test(link))).toEqual([]);
        expect(files.get(name)).toContain(escapeText(url));
      }
    }
  });
});

describe('escaping', () => {
  it('keeps every text, in content and in attributes', () => {
    const text = fc.string({ unit: 'binary' }).map((one) => one.replaceAll('\u0000', ''));
    fc.assert(
      fc.property(text, (one) => {
        const { elements } = see(`<!DOCTYPE html><p title="${escapeText(one)}">x${html`${one}`.text}</p>`);
        const found = elements.find(({ tagName }) => tagName === 'p');
        expect(found && textOf(found)).toBe(`x${one}`);
        expect(found && attribute(found, 'title')).toBe(one);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps JSON, and ends no script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (one) => {
        const text = escapeJson(JSON.stringify(one));
        expect(JSON.parse(text)).toBe(one);
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves HTML alone and takes lists and nothing', () => {
    const part = html`<b>${'<'}</b>`;
    expect(html`${part}${[part, part]}${undefined}${7}`.text).toBe('<b>&lt;</b><b>&lt;</b><b>&lt;</b>7');
  });
});
