/** The question that the viewer is for: who says so, and where? */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ViewerPayload } from '../../src/viewer/payload.ts';
import { harbour, pages, payloadIn } from './pages.ts';
import { placesIn } from './places.ts';
import { drawn, expectPanel, isInSight, panelOf, ready, suggestionsOf } from './reader.ts';
import { visits } from './visits.ts';

const open = visits();
const { rust, write } = pages();

const QUOTE = 'an independent film financed by BondIt Media Capital';
const SOURCE = '‘Rust’ explained: What we know about the film production that resulted in tragedy and death';

async function openRust(fragment?: string): Promise<Page> {
  const { page } = await open(rust(), fragment === undefined ? {} : { fragment });
  await ready(page);
  return page;
}

const clicksIn = (page: Page) => page.evaluate(() => window.clicks);

/** The answer stands on the screen, not only in the document. */
async function expectAnswer(page: Page): Promise<void> {
  const quote = panelOf(page).getByText(QUOTE).first();
  await quote.waitFor();
  expect(await isInSight(quote)).toBe(true);
  expect(await isInSight(panelOf(page).getByText(SOURCE).first())).toBe(true);
}

describe('who financed Rust, and where does it say so?', () => {
  it('one click on the edge', async () => {
    const page = await openRust();
    const { edge } = await placesIn(page, payloadIn(rust()));
    const { x, y } = edge('bondit-media-capital', 'financed', 'rust');
    await page.mouse.click(x, y);
    await expectAnswer(page);
    expect(await panelOf(page).getByRole('heading', { level: 2 }).textContent()).toBe(
      'BondIt Media Capital financed Rust',
    );
    expect(await clicksIn(page)).toBe(1);
  });

  it('two clicks: the film in the picture, then its relation', async () => {
    const page = await openRust();
    const { node } = await placesIn(page, payloadIn(rust()));
    const { x, y } = node('rust');
    await page.mouse.click(x, y);
    await panelOf(page)
      .getByRole('button', { name: /^financ/ })
      .click();
    await expectAnswer(page);
    expect(await clicksIn(page)).toBe(2);
  });

  it('two clicks: a suggestion, then the relation', async () => {
    const page = await openRust();
    await page.keyboard.press('/');
    await page.keyboard.type('rust');
    await suggestionsOf(page).filter({ hasText: 'film' }).first().click();
    await panelOf(page)
      .getByRole('button', { name: /^financ/ })
      .click();
    await expectAnswer(page);
    expect(await clicksIn(page)).toBe(2);
  });

  it('not at first: the quote stands nowhere before the clicks', async () => {
    const page = await openRust();
    expect(await panelOf(page).textContent()).not.toContain(QUOTE);
    // A click beside the edge is none on it.
    const { edge } = await placesIn(page, payloadIn(rust()));
    const { x, y } = edge('bondit-media-capital', 'financed', 'rust');
    await page.mouse.click(x - 60, y - 60);
    expect(await panelOf(page).textContent()).not.toContain(QUOTE);
  });
});

it.each([
  ['alec-baldwin', 'acted in', 'rust', 'stars Alec Baldwin as an outlaw named Harland Rust'],
  ['alec-baldwin', 'wrote the story of', 'rust', 'co-wrote the story with Souza'],
  ['filming-of-rust', 'took place in', 'santa-fe', 'Filming began in Santa Fe this month'],
  // Hardly longer than the pointer is wide.
  ['halyna-hutchins', 'died in', 'death-of-halyna-hutchins', 'Cinematographer Halyna Hutchins was killed'],
])('a click on the edge %s %s %s reads its quote', async (source, relation, target, quote) => {
  const page = await openRust();
  const { x, y } = (await placesIn(page, payloadIn(rust()))).edge(source, relation, target);
  await page.mouse.click(x, y);
  await expectPanel(page, quote, SOURCE);
  await expect.poll(() => page.url()).toContain('#edge=e-');
});

it('every edge with room for the pointer answers a click with its own facts', async () => {
  const page = await openRust();
  const payload = payloadIn(rust());
  const places = await placesIn(page, payload);
  const shown = payload.edges.id.flatMap((id, edge) => (payload.edges.plain[edge] ? [{ id, edge }] : []));
  const wide = shown.filter(({ edge }) => places.edgeAt(edge).room >= 8);
  // The others run beside or below something: the table and the details of their ends open them.
  expect(wide.length).toBeGreaterThan(shown.length / 2);
  for (const { id, edge } of wide) {
    const { x, y } = places.edgeAt(edge);
    await clickUntil(page, { x, y }, () => page.url().includes(`#edge=${id}`), nameOf(payload, edge));
  }
});

/** From a picture that is not moved. While it still moves back the thing is elsewhere: then once more. */
async function clickUntil(
  page: Page,
  { x, y }: { readonly x: number; readonly y: number },
  done: () => boolean | Promise<boolean>,
  message: string,
): Promise<void> {
  await page.keyboard.press('0');
  await drawn(page);
  const click = async () => {
    await page.mouse.click(x, y);
    await drawn(page);
    return done();
  };
  await expect.poll(click, { message, interval: 100 }).toBe(true);
}

function nameOf({ nodes, edges, relations }: ViewerPayload, edge: number): string {
  const label = (node = -1) => nodes.label[node];
  const relation = relations[edges.relation[edge] ?? -1]?.label;
  return `${label(edges.source[edge])} ${relation} ${label(edges.target[edge])}`;
}

it('every node answers a click with its own facts', async () => {
  const page = await openRust();
  const payload = payloadIn(rust());
  const places = await placesIn(page, payload);
  const heading = panelOf(page).getByRole('heading', { level: 2 });
  for (const [i, id] of payload.nodes.id.entries()) {
    const label = payload.nodes.label[i] ?? '';
    await clickUntil(page, places.node(id), async () => (await heading.textContent()) === label, label);
  }
});

it('two quick clicks on two things are two clicks', async () => {
  const page = await openRust();
  const { node } = await placesIn(page, payloadIn(rust()));
  const [first, second] = [node('rust'), node('unforgiven')];
  await page.mouse.click(first.x, first.y);
  await page.mouse.click(second.x, second.y);
  await expectPanel(page, 'Unforgiven');
  expect(await panelOf(page).getByRole('heading', { level: 2 }).textContent()).toBe('Unforgiven');
});

it('a double click on one thing is one click: a path that it ends stays', async () => {
  const page = await openRust('node=bondit-media-capital');
  await panelOf(page).getByRole('button', { name: 'Path from here' }).click();
  const { node } = await placesIn(page, payloadIn(rust()));
  const { x, y } = node('unforgiven');
  await page.mouse.dblclick(x, y);
  await expectPanel(page, 'From BondIt Media Capital to Unforgiven');
  await drawn(page);
  expect(page.url()).toContain('to=unforgiven');
});

it('a click while the picture still moves hits what is there', async () => {
  const page = await openRust();
  const { node } = await placesIn(page, payloadIn(rust()));
  const { x, y } = node('rust');
  await page.mouse.move(x, y);
  // Zooming keeps in place what is under the pointer.
  await page.mouse.wheel(0, -200);
  await page.mouse.click(x, y);
  await expect.poll(() => page.url()).toContain('node=rust');
});

it('a click on nothing closes the details', async () => {
  const page = await openRust('node=rust');
  await expectPanel(page, 'Path from here');
  const box = await page.getByRole('application').boundingBox();
  await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 40);
  await expect.poll(() => page.url()).not.toContain('node=');
});

describe('fairness', () => {
  /** The words that belong to the accusation, with the sentence that says so. */
  const OUTCOME = ['To be read with it', 'outcome: dismissed', 'July 2024'];

  it.each([
    ['the defendant', 'node=alec-baldwin'],
    ['the proceeding', 'node=case-against-alec-baldwin'],
    ['the path', 'from=alec-baldwin&to=case-against-alec-baldwin'],
  ])('shows the dismissal wherever the accusation stands: %s', async (_, fragment) => {
    const page = await openRust(fragment);
    const card = panelOf(page)
      .getByRole('article')
      .filter({ hasText: /\bdefendant\b/ })
      .first();
    await card.waitFor();
    for (const text of OUTCOME) expect(await card.textContent()).toContain(text);
  });

  it('shows it with the edge, and in no other view without it', async () => {
    const page = await openRust();
    const { edge } = await placesIn(page, payloadIn(rust()));
    const { x, y } = edge('alec-baldwin', 'defendant in', 'case-against-alec-baldwin');
    await page.mouse.click(x, y);
    await expectPanel(page, ...OUTCOME);
    const cards = panelOf(page).getByRole('article');
    expect(await cards.count()).toBe(1);
  });

  it('marks what another source contradicts, and shows what it says', async () => {
    const { page } = await open(write('harbour.html', harbour()), { fragment: 'node=aurora' });
    await ready(page);
    await expectPanel(
      page,
      '⚠ Disputed',
      'Contradicted by',
      'the Aurora of Malmö',
      'is based at Visby',
      'A paper',
    );
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByRole('button', { name: /^Relations \d/ }).click();
    const marked = page.getByRole('row').filter({ hasText: '⚠' });
    await expect.poll(() => marked.count()).toBe(2);
    const plain = page.getByRole('row').filter({ hasText: 'sister of' });
    expect(await plain.textContent()).not.toContain('⚠');
  });

  it('shows the outcome of a fact that stands only beside another', async () => {
    const payload = harbour();
    const against = payload.facts.find(({ disputedBy }) => disputedBy?.length)?.disputedBy?.[0] ?? -1;
    const showWith = { texts: ['outcome: acquitted'], facts: [] };
    const facts = payload.facts.map((fact, i) => (i === against ? { ...fact, showWith } : fact));
    const { page } = await open(write('acquitted.html', { ...payload, facts }), { fragment: 'node=aurora' });
    await ready(page);
    const aside = panelOf(page).getByRole('complementary').filter({ hasText: 'Contradicted by' });
    await expect.poll(() => aside.first().textContent()).toContain('[outcome: acquitted]');
  });

  it('says what a fact is that is not plain', async () => {
    const { page } = await open(write('harbour.html', harbour()), { fragment: 'node=borealis' });
    await ready(page);
    expect(await panelOf(page).textContent()).not.toContain('never came to Visby');
    await panelOf(page)
      .getByRole('button', { name: /Show \d more that are not plain/ })
      .click();
    await expectPanel(
      page,
      'never came to Visby',
      'denied',
      'will call at Visby',
      'planned',
      'alleged',
      'Said by',
    );
  });
});
