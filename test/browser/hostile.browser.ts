/** No text of the data runs, asks for anything or becomes markup, wherever in the page it stands. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeSvg } from '../../src/formats/picture/svg.ts';
import { draw } from '../../src/pipeline.ts';
import type { ViewerPayload } from '../../src/viewer/payload.ts';
import { written } from '../formats/shipsAndPorts.ts';
import { SETTINGS } from '../harbour.ts';
import { projectWith } from '../hostileTexts.ts';
import { writeSite } from '../site/browsing.ts';
import { payloadOf } from '../viewer/voyages.ts';
import { LEGAL_TEXTS, TEXTS } from './hostileTexts.ts';
import { CLIENT, harbour, pages, pageText } from './pages.ts';
import { drawn, panelOf, ready, searchOf, suggestionsOf } from './reader.ts';
import { visits } from './visits.ts';

const open = visits();
const { write, writeText } = pages();

/**
 * Every text of a payload but the colours, which the ontology checks, replaced by one of the texts in turn, beginning
 * at another with each turn: also those that no file can set.
 */
function filledWith(turn: number): ViewerPayload {
  let count = turn;
  const fill = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return name === 'colour' ? value : TEXTS[count++ % TEXTS.length];
    if (Array.isArray(value)) return value.map((one) => fill(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, key)]));
  };
  // A copy of the same shape, each of whose texts is of TEXTS.
  return fill(withEveryField(harbour()), '') as ViewerPayload;
}

/** Optional texts too. */
function withEveryField(payload: ViewerPayload): ViewerPayload {
  const texts = { publisher: 'x', author: 'x', published: 'x', url: 'x', licence: 'x' };
  const evidence = {
    place: 'x',
    saidBy: 'x',
    note: 'x',
    dateExpression: 'x',
    confidence: 'x',
    withoutPlace: 'x',
  };
  return {
    ...payload,
    description: 'x',
    language: 'x',
    licence: 'x',
    issued: 'x',
    sources: payload.sources.map((source) => ({ ...source, ...texts })),
    facts: payload.facts.map((fact, i) => ({
      ...fact,
      ...('value' in fact.object && { object: { value: 'x', language: 'x', url: 'x' } }),
      start: 'x',
      end: 'y',
      showWith: { texts: ['x'], facts: [(i + 1) % payload.facts.length] },
      disputedBy: [(i + 1) % payload.facts.length],
      qualifiers: [['x', 'x']],
      evidence: fact.evidence.map((one) => ({ ...one, ...evidence })),
    })),
    leftOut: [['x', 1]],
  };
}

/** What the program itself never makes. */
const FOREIGN_ELEMENTS = [
  ...[
    'iframe',
    'object',
    'embed',
    'img',
    'image',
    'video',
    'audio',
    'form',
    'base',
    'math',
    'applet',
    'marquee',
  ],
  ...[
    'template',
    'plaintext',
    'xmp',
    'portal',
    '[onload]',
    '[onerror]',
    '[onfocus]',
    '[onclick]',
    '[srcdoc]',
  ],
  ...[
    '[onmouseover]',
    '[ping]',
    '[autofocus]',
    '[href^="javascript" i]',
    '[href^="data" i]',
    '[href^="vbscript" i]',
  ],
].join(',');
const FOREIGN = `${FOREIGN_ELEMENTS},link[rel=stylesheet],a[href]:not([href^="http"]):not([href^="#"])`;

async function foreignIn(page: Page): Promise<string[]> {
  const found = await page.evaluate(
    (selector) => [
      ...[...document.querySelectorAll(selector)].map((element) => element.outerHTML.slice(0, 200)),
      ...(document.querySelectorAll('script').length === 2 ? [] : ['another number of scripts']),
      ...(document.querySelectorAll('style').length === 1 ? [] : ['another number of stylesheets']),
      ...(document.querySelectorAll('meta[http-equiv]').length <= 1 ? [] : ['another policy']),
    ],
    FOREIGN,
  );
  return found;
}

/** Every state of the page in which texts of the data stand. */
const STATES = ['', 'node=', 'edge=', 'from=', 'view=table&node=', 'view=table&tab=relations&edge='];

function addressOf(state: string, { nodes, edges }: ViewerPayload): string {
  const node = encodeURIComponent(nodes.id[0] ?? '');
  const edge = encodeURIComponent(edges.id[0] ?? '');
  return state
    .replace('node=', `node=${node}&show=x&hops=2`)
    .replace('edge=', `edge=${edge}`)
    .replace('from=', `from=${node}&to=${node}`);
}

/** Goes through all states of a page; says what it saw. */
async function lookAround(page: Page, payload: ViewerPayload): Promise<string[]> {
  await ready(page);
  const found: string[] = [];
  for (const state of STATES) {
    await page.evaluate(
      (to) => {
        location.hash = to;
      },
      addressOf(state, payload),
    );
    await drawn(page);
    found.push(...(await foreignIn(page)));
  }
  const word = payload.nodes.label.flatMap((label) => /[a-z]+/.exec(label)?.[0] ?? [])[0];
  await searchOf(page).fill(word ?? '<');
  await suggestionsOf(page).first().waitFor();
  found.push(...(await foreignIn(page)));
  return found;
}

async function visit(file: string, payload: ViewerPayload): Promise<void> {
  // A small picture is drawn sooner.
  const { page } = await open(file, { viewport: { width: 1130, height: 320 } });
  expect(await lookAround(page, payload)).toEqual([]);
  expect(await panelOf(page).count()).toBe(1);
  await page.context().close();
}

/** The first text of each page: no two fields of one page and no two pages have the same field with the same text. */
const TURNS = Array.from({ length: 60 }, (_, i) => i * Math.floor(TEXTS.length / 60));

const withoutPolicy = (page: string) => page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');

it('there are more than a hundred and fifty texts, and each field takes sixty of them', () => {
  expect(new Set(TEXTS).size).toBe(TEXTS.length);
  expect(TEXTS.length).toBeGreaterThan(150);
  const titles = new Set(TURNS.map((turn) => filledWith(turn).title));
  const quotes = new Set(TURNS.map((turn) => filledWith(turn).facts[3]?.evidence[0]?.quote));
  expect([titles.size, quotes.size]).toEqual([60, 60]);
  const standing = TURNS.map((turn) => JSON.stringify(filledWith(turn)));
  const used = TEXTS.filter((text) => standing.some((one) => one.includes(JSON.stringify(text))));
  expect(used).toEqual(TEXTS);
});

describe('every field of the page', () => {
  it.each([0, 1, 2, 3, 4])('part %i', async (part) => {
    for (const turn of TURNS.filter((_, i) => i % 5 === part)) {
      const payload = filledWith(turn);
      await visit(write(`filled-${turn}.html`, payload), payload);
    }
  });
});

it('a project that a file of facts makes', async () => {
  for (const [i, text] of LEGAL_TEXTS.entries()) {
    if (i % 6 !== 0) continue;
    const payload = payloadOf(projectWith(text));
    await visit(write(`project-${i}.html`, payload), payload);
  }
});

it('without scripts, the table of all texts is text', async () => {
  const { page } = await open(writeText('bare.html', ''), { javaScriptEnabled: false });
  for (const turn of TURNS) {
    const payload = filledWith(turn);
    // Without its policy: nothing but the writing of the page keeps the texts from being read as markup.
    await page.setContent(withoutPolicy(pageText(payload)));
    expect(await page.getByRole('row').count()).toBe(payload.facts.length + 1);
    const title = await page.getByRole('heading', { level: 1 }).textContent();
    expect(folded(title ?? '')).toBe(folded(payload.title));
  }
});

const folded = (text: string) => text.replace(/\s+/g, ' ').trim();

it('with its policy taken away, the script is still no way in', async () => {
  for (const turn of TURNS.filter((_, i) => i % 6 === 0)) {
    const payload = filledWith(turn);
    await visit(writeText(`free-${turn}.html`, withoutPolicy(pageText(payload))), payload);
  }
});

it('pictures as SVG and pages of linked data hold nothing but text', async () => {
  for (const [i, text] of LEGAL_TEXTS.entries()) {
    if (i % 4 !== 0) continue;
    const knowledge = projectWith(text);
    const graph = draw(knowledge, SETTINGS);
    const { text: picture } = written((context) => writeSvg(graph, context));
    const { page } = await open(writeText(`picture-${i}.svg`, picture));
    expect(await page.evaluate(() => document.querySelectorAll('script,image,foreignObject,a').length)).toBe(
      0,
    );
    await page.context().close();
    const entity = writeSite(knowledge).files.get('aurora.html') ?? '';
    const site = await open(writeText(`site-${i}.html`, entity), { javaScriptEnabled: false });
    expect(await site.page.locator(FOREIGN_ELEMENTS).count()).toBe(0);
    await site.page.context().close();
  }
});

it('a client that pastes texts in as markup is found out', async () => {
  const payload = { ...harbour(), title: '<img src=x onerror=evil()>' };
  const careless = CLIENT.script.replaceAll('.textContent=', '.innerHTML=');
  expect(careless).not.toBe(CLIENT.script);
  const text = withoutPolicy(pageText(payload)).replace(CLIENT.script, () => careless);
  const { page, faults } = await open(writeText('careless.html', text), { faultsExpected: true });
  await ready(page);
  await expect.poll(() => faults).toContain('a script of the data ran');
  expect(await foreignIn(page)).not.toEqual([]);
  await page.context().close();
});
