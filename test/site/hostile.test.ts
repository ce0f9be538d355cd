/** Texts that try to become part of a page: each is read back as it was, and no element is added (guards.md G18). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { escapeJson, escapeText, html } from '../../src/site/html.ts';
import { know, SETTINGS } from '../harbour.ts';
import { legalText } from '../randomProject.ts';
import { attribute, dataOf, deadLinks, see, textOf, writeSite } from './browsing.ts';

const PAYLOADS: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</SCRIPT ><img src=x onerror=alert(1)>',
  '<!--<script>',
  '<!-- --!><script>x</script>',
  '--><b>x</b>',
  '<![CDATA[<b>]]>',
  '<?xml version="1.0"?><b/>',
  '</style><script>x</script>',
  '</title><script>x</script>',
  '</main></body></html><h1>x</h1>',
  '</article></section><form action=//evil.example>',
  '</textarea><svg onload=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>x</script></svg>',
  '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
  '<img src="x" onerror="alert(1)">',
  '<img src=`x`onerror=alert(1)>',
  '<iframe srcdoc="<script>x</script>">',
  '<object data="data:text/html,x">',
  '<embed src=//evil.example>',
  '<link rel=stylesheet href=//evil.example>',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<style>@import "//evil.example"</style>',
  '<a href="javascript:alert(1)">x</a>',
  '<template><b>x</b></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<plaintext>',
  '<xmp><b>',
  '<table><tr><td>x',
  '<select><option>x',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  '"><img src=x onerror=alert(1)>',
  "'><img src=x>",
  '`><img src=x>',
  '" autofocus onfocus=alert(1) x="',
  '" style="background:url(//evil.example)',
  '" id="f-0',
  '"/><node id="evil"/>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;',
  '&#x3c;b&#x3e;',
  '&amp;lt;b&amp;gt;',
  '&quot; onclick=&quot;x',
  '&copy &notit; &NotAnEntity;',
  '&',
  '&;',
  '<',
  '>',
  'a<b>c',
  '<\u0000b>'.replace('\u0000', ''),
  '\u2028</script>\u2029',
  'line\nbreak',
  'tab\there',
  `\${alert(1)}`,
  '{{constructor.constructor("alert(1)")()}}',
  '%3Cscript%3E',
  '\\u003cscript\\u003e',
  '\\"},{"@id":"https://evil.example/"',
  '"],"@context":"https://evil.example/context',
  ']]><script>x</script>',
  '\u202egnp.exe',
  '\ufeff<script>',
  '＜script＞',
  '<a\u00a0href=x>',
  '<sCrIpT>x</sCrIpT>',
  '<<script>>x<</script>>',
  '</blockquote><blockquote id="e-0">',
  '__proto__',
  'constructor',
];

/** The same project with the payload as every text that a file can hold. */
function projectWith(text: string): Knowledge {
  const dataset = {
    ...SETTINGS.dataset,
    title: text,
    description: text,
    licence: text,
    creators: [{ name: text }],
  };
  const source = { type: text, title: text, publisher: text, author: text, licence: text };
  const evidence = { source: 'log', quote: text, note: text, dateExpression: text, saidBy: 'malmo' };
  const file = {
    sources: { log: source, row: { type: 'T' }, talk: { type: 'T' } },
    entities: { aurora: { class: 'Ship', label: text }, malmo: { class: 'Port', label: text } },
    facts: [
      { subject: 'aurora', relation: 'name', object: text, language: 'en', ...evidence },
      { subject: 'aurora', relation: 'constructor', language: 'en', object: text, ...evidence },
      {
        subject: 'aurora',
        relation: 'homePort',
        object: 'malmo',
        qualifiers: { berth: [text.replace(/\s+/g, ' ').trim()], toString: [text] },
        ...evidence,
      },
      {
        subject: 'aurora',
        relation: 'constructor',
        language: 'en',
        object: `${text} 2`,
        source: 'row',
        row: text,
        column: text,
        status: 'alleged',
      },
      {
        subject: 'aurora',
        relation: 'constructor',
        language: 'en',
        object: `${text} 3`,
        source: 'talk',
        withoutPlace: text,
        negated: true,
      },
    ],
  };
  const { knowledge, problems } = know({ 'facts.json': file }, { settings: { ...SETTINGS, dataset } });
  if (problems.errors > 0) throw new Error(JSON.stringify(problems.diagnostics));
  return knowledge;
}

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
  it('comes in more than fifty forms', () => expect(new Set(PAYLOADS).size).toBeGreaterThan(50));

  for (const payload of PAYLOADS) it(JSON.stringify(payload), () => expectHarmless(payload));

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
