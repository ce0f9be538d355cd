/** The whole way without a mouse, and by touch on a small screen. */
import { devices, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pages, payloadIn } from './pages.ts';
import { placesIn } from './places.ts';
import { expectPanel, graphOf, isInSight, panelOf, ready, searchOf, suggestionsOf } from './reader.ts';
import { visits } from './visits.ts';

const open = visits();
const { rust } = pages();
const QUOTE = 'an independent film financed by BondIt Media Capital';

const said = (page: Page) => page.locator('[aria-live=polite]').textContent();

/** Something is drawn round what has the focus, or it looks otherwise than without. */
async function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
}

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    return `${focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''}`.slice(0, 60);
  });

describe('by keyboard alone', () => {
  it('answers the question: skip link, graph, neighbours, relation, quote', async () => {
    const { page } = await open(rust());
    await ready(page);
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Skip to the graph');
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await focusedName(page)).toContain('Graph of Rust');
    expect(await focusIsVisible(page)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said(page)).toMatch(/^Rust, film, \d+ neighbours$/);
    for (let step = 0; step < 25 && !(await said(page))?.includes('financed'); step += 1) {
      const before = await said(page);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => said(page)).not.toBe(before);
    }
    expect(await said(page)).toMatch(
      /^BondIt Media Capital: BondIt Media Capital financed Rust, \d+ of \d+$/,
    );
    await page.keyboard.press(' ');
    await expectPanel(page, QUOTE);
    expect(await said(page)).toBe('BondIt Media Capital financed Rust');
    await page.keyboard.press('Escape');
    await expect.poll(() => said(page)).toBe('Selection cleared');
    expect(await panelOf(page).textContent()).not.toContain(QUOTE);
    expect(await page.evaluate(() => window.clicks)).toBe(0);
  });

  it('goes to neighbours and back, forwards and backwards', async () => {
    const { page } = await open(rust(), { fragment: 'node=bondit-media-capital' });
    await ready(page);
    await graphOf(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => said(page)).toContain('Rust: ');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.url()).toContain('node=rust');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.url()).toContain('node=bondit-media-capital');
  });

  it('reaches everything by Tab, each with a visible focus, and gets out again', async () => {
    const { page } = await open(rust(), { fragment: 'node=bondit-media-capital' });
    await ready(page);
    const seen: string[] = [];
    for (let step = 0; step < 200; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      const name = await focusedName(page);
      expect(await focusIsVisible(page), name).toBe(true);
      seen.push(name);
    }
    expect(seen.length).toBeLessThan(199);
    for (const name of ['Search', 'Table', 'Help', 'Show only film', 'Zoom in', 'Path from here', 'Close'])
      expect(seen).toContain(name);
  });

  it('opens the help with ?, and Escape closes it', async () => {
    const { page } = await open(rust(), { fragment: 'node=rust' });
    await ready(page);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Help' });
    await help.waitFor();
    expect(await help.textContent()).toContain('next and previous neighbour');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    // The selection is still there: the first Escape was the help's.
    expect(page.url()).toContain('node=rust');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('node=');
  });

  it('goes to the table with T, and opens a row', async () => {
    const { page } = await open(rust());
    await ready(page);
    await page.keyboard.press('t');
    await page.getByRole('table').waitFor();
    await page.getByRole('rowheader').getByRole('button', { name: 'BondIt Media Capital' }).focus();
    await page.keyboard.press('Enter');
    await expectPanel(page, QUOTE);
    await page.keyboard.press('t');
    await graphOf(page).waitFor();
  });

  it('lets fields have their keys: no key of the page works in the search', async () => {
    const { page } = await open(rust());
    await ready(page);
    await page.keyboard.press('/');
    await page.keyboard.type('t?/');
    expect(await searchOf(page).inputValue()).toBe('t?/');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await searchOf(page).inputValue()).toBe('');
  });
});

describe('on a phone', () => {
  const { viewport: _, ...phone } = devices['Pixel 5'] ?? {};
  const options = { ...phone, viewport: { width: 360, height: 740 }, deviceScaleFactor: 1 };

  it('a tap on a node opens its facts, and closes them', async () => {
    const { page } = await open(rust(), options);
    await ready(page);
    const { x, y } = (await placesIn(page, payloadIn(rust()))).node('bondit-media-capital');
    await page.touchscreen.tap(x, y);
    await expectPanel(page, QUOTE);
    expect(await isInSight(panelOf(page).getByText('BondIt Media Capital').first())).toBe(true);
    await panelOf(page).getByRole('button', { name: 'Close' }).tap();
    await expect.poll(() => page.url()).not.toContain('node=');
  });

  it('a tap on an edge reads its quote', async () => {
    const { page } = await open(rust(), options);
    await ready(page);
    const { x, y } = (await placesIn(page, payloadIn(rust()))).edge(
      'filming-of-rust',
      'took place in',
      'santa-fe',
    );
    await page.touchscreen.tap(x, y);
    await expectPanel(page, 'Filming began in Santa Fe this month');
  });

  it('has nothing wider than the screen, and targets that a finger can hit', async () => {
    const { page } = await open(rust(), options);
    await ready(page);
    for (const fragment of ['', 'node=rust', 'view=table', 'from=rust&to=santa-fe']) {
      await page.evaluate((to) => {
        location.hash = to;
      }, fragment);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, fragment).toBeLessThanOrEqual(0);
      // WCAG 2.5.8: 24 by 24 pixels, links within a text apart.
      const small = await page.getByRole('button').evaluateAll((buttons) =>
        buttons.flatMap((button) => {
          const { width, height, top } = button.getBoundingClientRect();
          const within = getComputedStyle(button).display === 'inline' || button.closest('h2,h3,th') !== null;
          return width === 0 || within || (width >= 24 && height >= 24)
            ? []
            : [`${button.textContent} ${width}×${height} at ${top}`];
        }),
      );
      expect(small, fragment).toEqual([]);
    }
  });

  it('opens the filters as a drawer', async () => {
    const { page } = await open(rust(), options);
    await ready(page);
    const button = page.getByRole('button', { name: 'Filters', exact: true });
    await button.tap();
    await page.getByRole('checkbox', { name: /^organization/ }).tap();
    await page.getByRole('button', { name: 'Close filters' }).tap();
    await expect.poll(() => page.url()).toContain('hide-class=Organization');
    expect(await button.getAttribute('aria-expanded')).toBe('false');
  });

  it('searches', async () => {
    const { page } = await open(rust(), options);
    await ready(page);
    await searchOf(page).tap();
    await searchOf(page).fill('bondit');
    await suggestionsOf(page).first().tap();
    await expectPanel(page, QUOTE);
  });
});
