/** What a reader does with a page: finds things by role and name, as a screen reader would. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Shown {
  readonly nodes: number;
  readonly edges: number;
}

export function panelOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Details' });
}

export function graphOf(page: Page): Locator {
  return page.getByRole('application');
}

export function filtersOf(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Filters' });
}

export function searchOf(page: Page): Locator {
  return page.getByRole('combobox', { name: 'Search' });
}

export function suggestionsOf(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Search' }).getByRole('option');
}

/** Until the page has come to life and drawn. */
export async function ready(page: Page): Promise<void> {
  await page.getByText(/of [\d,]+ entit/).waitFor({ state: 'attached' });
  await drawn(page);
}

/** Until what was asked for is on the screen. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );
}

/** How many entities and relations the page says it shows. */
export async function shownIn(page: Page): Promise<Shown> {
  const text = await page.getByText(/of [\d,]+ entit/).textContent();
  const match = /^([\d,]+) of [\d,]+ entit\w+, ([\d,]+) of/.exec(text ?? '');
  if (match === null) throw new Error(`no counts in ${text}`);
  const number = (one = '') => Number(one.replaceAll(',', ''));
  return { nodes: number(match[1]), edges: number(match[2]) };
}

/** The box of a class, relation, status or source; its name ends with its count. */
export function boxOf(page: Page, label: string, group?: string): Locator {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const within = group === undefined ? filtersOf(page) : groupOf(page, group);
  return within.getByRole('checkbox', { name: new RegExp(`^${escaped} [\\d,]+(/[\\d,]+)?$`) });
}

function groupOf(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { level: 2, name: title, exact: true });
  return filtersOf(page).getByRole('group').filter({ has: heading });
}

/** Whether all of it lies inside the window, where a reader sees it without scrolling. */
export async function isInSight(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, left, bottom, right } = element.getBoundingClientRect();
    const inside = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
    const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return inside && on !== null && (element.contains(on) || on.contains(element));
  });
}

export async function expectPanel(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) await expect.poll(() => panelOf(page).textContent()).toContain(text);
}
