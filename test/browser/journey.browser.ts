/** Search, path, neighbourhood, table, and the state in the address. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pages, payloadIn } from './pages.ts';
import { placesIn } from './places.ts';
import { boxOf, expectPanel, graphOf, panelOf, ready, searchOf, shownIn, suggestionsOf } from './reader.ts';
import { visits } from './visits.ts';

const open = visits();
const { rust } = pages();

async function openRust(fragment?: string): Promise<Page> {
  const { page } = await open(rust(), fragment === undefined ? {} : { fragment });
  await ready(page);
  return page;
}

const heading = (page: Page) => panelOf(page).getByRole('heading', { level: 2 }).textContent();

describe('search', () => {
  it('suggests by keyboard, and opens what is chosen', async () => {
    const page = await openRust();
    await page.keyboard.press('/');
    await page.keyboard.type('hutchins');
    await expect.poll(() => suggestionsOf(page).count()).toBe(2);
    const active = () => searchOf(page).getAttribute('aria-activedescendant');
    const first = await active();
    expect(await searchOf(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await expect.poll(active).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    await expect.poll(active).toBe(first);
    const option = suggestionsOf(page).and(page.locator('[aria-selected=true]'));
    const name = await option.locator('bdi').textContent();
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page)).toBe(name);
    expect(await suggestionsOf(page).count()).toBe(0);
  });

  it('finds without accents and capitals, and says when there is nothing', async () => {
    const page = await openRust();
    await searchOf(page).fill('HALYNA');
    await expect.poll(() => suggestionsOf(page).count()).toBe(2);
    await searchOf(page).fill('nobody of that name');
    await expect.poll(() => suggestionsOf(page).allInnerTexts()).toEqual(['Nothing matches']);
    await searchOf(page).press('Escape');
    await expect.poll(() => suggestionsOf(page).count()).toBe(0);
  });
});

describe('search for a relation', () => {
  it('shows it alone, and lists it with both ends', async () => {
    const page = await openRust();
    await searchOf(page).fill('financ');
    await expect.poll(() => suggestionsOf(page).filter({ hasText: '1 relation' }).count()).toBe(1);
    await suggestionsOf(page).filter({ hasText: '1 relation' }).click();
    await expect.poll(() => shownIn(page)).toEqual({ nodes: 2, edges: 1 });
    const list = panelOf(page).getByRole('region', { name: 'Shown relations' });
    await list.getByRole('button', { name: 'BondIt Media Capital financed Rust' }).click();
    await expectPanel(page, 'an independent film financed by BondIt Media Capital');
  });
});

describe('paths', () => {
  it('lead over the fewest relations, each with its quote', async () => {
    const page = await openRust('node=bondit-media-capital');
    await panelOf(page).getByRole('button', { name: 'Path from here' }).click();
    await expectPanel(page, 'Path from BondIt Media Capital');
    await searchOf(page).fill('santa');
    await searchOf(page).press('Enter');
    await expectPanel(page, '3 relations apart', 'financed', 'Filming began in Santa Fe this month');
    expect(
      await panelOf(page).getByRole('list').filter({ hasText: 'financed' }).getByRole('listitem').count(),
    ).toBe(3);
  });

  it('say when there is none over the relations that are shown', async () => {
    const page = await openRust('from=bondit-media-capital&to=santa-fe');
    await expectPanel(page, '3 relations apart');
    await boxOf(page, 'financed', 'Relations').uncheck();
    await expectPanel(page, 'No path over the relations that are shown');
  });

  it('can be asked for in the fields of the details', async () => {
    const page = await openRust();
    await panelOf(page).getByRole('combobox', { name: 'From' }).fill('bondit');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('combobox', { name: 'To' }).fill('halyna');
    await page.keyboard.press('Enter');
    await expectPanel(page, '2 relations apart');
  });
});

it('brings the neighbourhood forward: the rest of the picture steps back', async () => {
  const page = await openRust('node=bondit-media-capital');
  const clip = await graphOf(page).boundingBox();
  if (clip === null) throw new Error('no picture');
  const near = await page.screenshot({ clip });
  await panelOf(page).getByRole('button', { name: '2 steps around' }).click();
  await expect.poll(() => page.url()).toContain('hops=2');
  await expect.poll(async () => (await page.screenshot({ clip })).equals(near)).toBe(false);
  await panelOf(page).getByRole('button', { name: '1 step around' }).click();
  await expect.poll(async () => (await page.screenshot({ clip })).equals(near)).toBe(true);
});

describe('the table', () => {
  it('has the rows of the payload, entities and relations', async () => {
    const page = await openRust();
    const payload = payloadIn(rust());
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const rows = () => page.getByRole('rowheader').allInnerTexts();
    await expect.poll(async () => (await rows()).sort()).toEqual([...payload.nodes.label].sort());
    await page.getByRole('button', { name: /^Relations \d/ }).click();
    const plain = payload.edges.id.flatMap((_, edge) =>
      payload.edges.plain[edge] === 1 ? [payload.nodes.label[payload.edges.source[edge] ?? -1]] : [],
    );
    const sources = () => page.getByRole('row').locator('td:first-child').allInnerTexts();
    await expect.poll(async () => (await sources()).sort()).toEqual(plain.sort());
  });

  it('opens the relation by its words and the entities by their names, and never leaves out the outcome', async () => {
    const page = await openRust('view=table&tab=relations');
    const row = page.getByRole('row').filter({ hasText: 'defendant in' });
    expect(await row.getByRole('rowheader').textContent()).toContain('[outcome: dismissed');
    await row.getByRole('button', { name: 'Alec Baldwin', exact: true }).click();
    await expect.poll(() => heading(page)).toBe('Alec Baldwin');
    await row.getByRole('button', { name: /^defendant in/ }).click();
    await expect.poll(() => heading(page)).toContain('[outcome: dismissed');
  });

  it('follows the filters, sorts, and opens the details', async () => {
    const page = await openRust('view=table');
    await boxOf(page, 'person', 'Entities').uncheck();
    const names = page.getByRole('rowheader');
    await expect.poll(() => names.count()).toBe(16);
    await page.getByRole('columnheader').getByRole('button', { name: /^Name/ }).click();
    const shown = await names.allInnerTexts();
    await page.getByRole('columnheader').getByRole('button', { name: /^Name/ }).click();
    await expect.poll(() => names.allInnerTexts()).toEqual(shown.reverse());
    await names.getByRole('button', { name: 'BondIt Media Capital' }).click();
    await expectPanel(page, 'an independent film financed by BondIt Media Capital');
  });
});

describe('the address', () => {
  it('keeps selection, filters, view and hops over a reload', async () => {
    const page = await openRust();
    await searchOf(page).fill('bondit');
    await searchOf(page).press('Enter');
    await panelOf(page).getByRole('button', { name: '2 steps around' }).click();
    await boxOf(page, 'place', 'Entities').uncheck();
    await boxOf(page, 'planned', 'Status').check();
    const before = { shown: await shownIn(page), url: page.url() };
    await page.reload();
    await ready(page);
    expect(page.url()).toBe(before.url);
    expect(await shownIn(page)).toEqual(before.shown);
    expect(await heading(page)).toBe('BondIt Media Capital');
    expect(await boxOf(page, 'place', 'Entities').isChecked()).toBe(false);
    expect(await boxOf(page, 'planned', 'Status').isChecked()).toBe(true);
    const two = panelOf(page).getByRole('button', { name: '2 steps around' });
    expect(await two.getAttribute('aria-pressed')).toBe('true');
  });

  it('keeps which facts of an entity are shown', async () => {
    const page = await openRust('node=rust');
    await panelOf(page)
      .getByRole('button', { name: /^financed/ })
      .click();
    const cards = panelOf(page).getByRole('article');
    await expect.poll(() => cards.count()).toBe(1);
    await page.reload();
    await ready(page);
    await expect.poll(() => cards.count()).toBe(1);
    await searchOf(page).fill('bondit');
    await searchOf(page).press('Enter');
    await expect.poll(() => page.url()).not.toContain('facts=');
  });

  it('says when it names what is not there, or what the filters hide', async () => {
    const page = await openRust('node=no-such-thing');
    await expectPanel(page, 'no-such-thing', 'which this data set does not have');
    await page.evaluate(() => {
      location.hash = 'node=bondit-media-capital&hide-class=Organization';
    });
    await expectPanel(page, 'The filters hide this in the picture.');
    await panelOf(page).getByRole('button', { name: 'Reset filters' }).click();
    await expect.poll(() => panelOf(page).textContent()).not.toContain('The filters hide this');
  });

  it('leaves the keyboard where it was when the details are made anew', async () => {
    const page = await openRust('node=rust');
    const two = panelOf(page).getByRole('button', { name: '2 steps around' });
    await two.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => two.getAttribute('aria-pressed')).toBe('true');
    expect(await two.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('goes back and forward through the selections', async () => {
    const page = await openRust();
    const { node } = await placesIn(page, payloadIn(rust()));
    const at = node('rust');
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => heading(page)).toBe('Rust');
    await searchOf(page).fill('bondit');
    await searchOf(page).press('Enter');
    await expect.poll(() => heading(page)).toBe('BondIt Media Capital');
    await page.goBack();
    await expect.poll(() => heading(page)).toBe('Rust');
    await page.goBack();
    await expectPanel(page, '71 facts from 1 source');
    await page.goForward();
    await expect.poll(() => heading(page)).toBe('Rust');
  });

  it.each([
    ['markup', 'node=<img src=x onerror=evil()>'],
    ['an encoded script', 'node=%3Cscript%3Eevil()%3C/script%3E&edge=%22onload=evil()'],
    ['a script as an address', 'javascript:evil()'],
    ['names of every object', 'node=__proto__&edge=constructor&from=toString&to=valueOf&hide=__proto__'],
    ['names of filters', 'hide-class=__proto__&hide-relation=constructor&hide-source=x&show=hasOwnProperty'],
    ['years beyond all bounds', 'years=-999999..-999998&undated=maybe'],
    ['years that are none', 'years=1e309..NaN'],
    ['communities that are none', 'open=-1&open=99999999999&open=0.5&open=__proto__'],
    ['broken escapes', 'node=%E0%A4%A&%=%&=&&&'],
    ['a megabyte', `node=${'x'.repeat(1_000_000)}`],
    ['a thousand keys', Array.from({ length: 900 }, (_, i) => `hide-class=c${i}`).join('&')],
    ['null and line separators', 'node=%00%E2%80%A8%E2%80%A9&view=%00'],
  ])('is ignored where it is hostile: %s', async (_, fragment) => {
    const page = await openRust(fragment);
    expect(await shownIn(page)).toEqual({ nodes: 24, edges: 29 });
    await expectPanel(page, '71 facts from 1 source');
    await page.evaluate(() => {
      location.hash = 'node=bondit-media-capital';
    });
    await expect.poll(() => heading(page)).toBe('BondIt Media Capital');
  });
});
