/** axe finds nothing against WCAG 2.2, level AA, in any state of the page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { harbour, pages } from './pages.ts';
import { panelOf, ready, searchOf, suggestionsOf } from './reader.ts';
import { type VisitOptions, visits } from './visits.ts';

const open = visits();
const { rust, write } = pages();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 360, height: 740 };

interface Report {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly object[];
}

async function violationsIn(page: Page): Promise<string[]> {
  // As the debugger runs it, not as a script of the page: its policy forbids those.
  await page.evaluate(AXE);
  const report = await page.evaluate<Report>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'target-size': { enabled: true } } })`,
  );
  expect(report.passes.length).toBeGreaterThan(5);
  return report.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 160)} ${failureSummary}`),
  );
}

const STATES: readonly (readonly [string, VisitOptions, (page: Page) => Promise<unknown>])[] = [
  ['at first', {}, async () => undefined],
  ['with an entity', { fragment: 'node=alec-baldwin' }, async () => undefined],
  ['with what is not plain', { fragment: 'node=crown-vic&show=planned&show=negated' }, async () => undefined],
  ['with a path', { fragment: 'from=rust&to=hollywood-reporter' }, async () => undefined],
  ['as a table of entities', { fragment: 'view=table&node=rust' }, async () => undefined],
  ['as a table of relations', { fragment: 'view=table&tab=relations' }, async () => undefined],
  ['with the help', {}, (page) => page.keyboard.press('?')],
  [
    'with suggestions',
    {},
    async (page) => {
      await searchOf(page).fill('a');
      await suggestionsOf(page).first().waitFor();
    },
  ],
  ['on a phone', { viewport: PHONE, hasTouch: true }, async () => undefined],
  [
    'on a phone with an entity',
    { viewport: PHONE, hasTouch: true, fragment: 'node=rust' },
    async () => undefined,
  ],
  [
    'on a phone with the filters',
    { viewport: PHONE, hasTouch: true },
    (page) => page.getByRole('button', { name: 'Filters', exact: true }).click(),
  ],
];

it.each(
  STATES.flatMap(([name, options, act]) =>
    (['light', 'dark'] as const).map(
      (colorScheme) => [`${name}, ${colorScheme}`, { ...options, colorScheme }, act] as const,
    ),
  ),
)('%s', async (_, options, act) => {
  const { page } = await open(rust(), options);
  await ready(page);
  await act(page);
  expect(await violationsIn(page)).toEqual([]);
});

it('a dispute, light and dark by the button', async () => {
  const { page } = await open(write('harbour.html', harbour()), { fragment: 'node=aurora' });
  await ready(page);
  expect(await violationsIn(page)).toEqual([]);
  const colours = page.getByRole('button', { name: /^Colours/ });
  await colours.click();
  await colours.click();
  expect(await colours.getAttribute('aria-label')).toBe('Colours: dark');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(ground).toMatch(/^rgb\(\d{1,2}, \d{1,2}, \d{1,2}\)$/);
  expect(await violationsIn(page)).toEqual([]);
});

it('the table for browsers without scripts', async () => {
  // axe is a script: so the page's own are taken away, and what stands for them is laid open.
  const { page } = await open(rust(), { faultsExpected: true });
  await ready(page);
  await page.evaluate(() => {
    const text = document.querySelector('noscript')?.textContent ?? '';
    document.body.replaceChildren(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
  });
  await page.getByRole('table').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await page.context().close();
});

it('finds what is wrong: a button without a name, grey on grey', async () => {
  const { page } = await open(rust(), { faultsExpected: true });
  await ready(page);
  await panelOf(page).evaluate((panel) => {
    panel.append(document.createElement('button'));
    const text = document.createElement('p');
    text.textContent = 'hard to read';
    text.style.color = '#ccc';
    panel.append(text);
  });
  const found = (await violationsIn(page)).join('\n');
  expect(found).toContain('button-name');
  expect(found).toContain('color-contrast');
  await page.context().close();
});
