/** What the page looks like, against pictures that somebody has looked at: `FACTWEAVE_GOLDENS=new` makes them anew. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { pages } from './pages.ts';
import { ready } from './reader.ts';
import { type VisitOptions, visits } from './visits.ts';

const open = visits();
const { rust } = pages();
const FOLDER = fileURLToPath(new URL('goldens/', import.meta.url));

/**
 * The part of the pixels that may differ: other versions of the browser set and smooth letters otherwise, so each picture
 * is made coarse first. A panel that is missing is a fifth of the picture, a word far less.
 */
const MOST = 0.005;
/** A plain file compresses best unfiltered. */
const SMALL = { colorType: 2, filterType: 0, deflateStrategy: 0 } as const;
/** Pixels that become one, along each side. */
const COARSE = 4;

const WIDE = { width: 1200, height: 700 };
const PHONE = { width: 360, height: 640 };
const STATES: readonly (readonly [string, VisitOptions])[] = [
  ['overview-light', { viewport: WIDE }],
  ['overview-dark', { viewport: WIDE, colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 900, height: 600 } }],
  ['entity', { viewport: WIDE, fragment: 'node=bondit-media-capital' }],
  [
    'not-plain-dark',
    { viewport: WIDE, colorScheme: 'dark', fragment: 'node=crown-vic&show=planned&show=negated' },
  ],
  ['path', { viewport: WIDE, fragment: 'from=bondit-media-capital&to=santa-fe' }],
  ['table', { viewport: WIDE, fragment: 'view=table&tab=relations' }],
  ['phone', { viewport: PHONE, hasTouch: true, isMobile: true }],
  [
    'phone-entity',
    { viewport: PHONE, hasTouch: true, isMobile: true, fragment: 'node=bondit-media-capital' },
  ],
];

async function pictureOf(page: Page): Promise<PNG> {
  await ready(page);
  // The same letters on every machine, as far as that goes; no cursor.
  return PNG.sync.read(await page.screenshot({ caret: 'hide', animations: 'disabled' }));
}

/** Each square of pixels as their mean. */
function coarse({ data, width, height }: PNG): PNG {
  const small = new PNG({ width: Math.floor(width / COARSE), height: Math.floor(height / COARSE) });
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let i = 0; i < COARSE * COARSE; i++) {
          const row = y * COARSE + Math.floor(i / COARSE);
          sum += data[(row * width + x * COARSE + (i % COARSE)) * 4 + channel] ?? 0;
        }
        small.data[(y * small.width + x) * 4 + channel] = Math.round(sum / (COARSE * COARSE));
      }
    }
  }
  return small;
}

/** The part of the squares that differ to the eye. */
function differenceOf(one: PNG, other: PNG): number {
  const [a, b] = [coarse(one), coarse(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  const count = pixelmatch(a.data, b.data, undefined, a.width, a.height, {
    threshold: 0.15,
    includeAA: true,
  });
  return count / (a.width * a.height);
}

function golden(name: string): PNG {
  return PNG.sync.read(readFileSync(`${FOLDER}${name}.png`));
}

it.each(STATES)('%s', async (name, options) => {
  const { page } = await open(rust(), options);
  const picture = await pictureOf(page);
  const file = `${FOLDER}${name}.png`;
  if (process.env.FACTWEAVE_GOLDENS === 'new') writeFileSync(file, PNG.sync.write(picture, SMALL));
  expect(existsSync(file)).toBe(true);
  // Kept with the project: not too large.
  expect(readFileSync(file).length).toBeLessThan(150_000);
  const difference = differenceOf(picture, golden(name));
  if (difference > MOST && process.env.FACTWEAVE_SEEN !== undefined)
    writeFileSync(`${process.env.FACTWEAVE_SEEN}/${name}.png`, PNG.sync.write(picture));
  expect(difference).toBeLessThanOrEqual(MOST);
});

it.each([
  ['without its details', '.panel { visibility: hidden !important }'],
  ['without its filters', 'nav { visibility: hidden !important }'],
  ['without its picture', 'canvas { visibility: hidden !important }'],
  ['with other letters', 'body * { font-family: monospace !important; font-size: 20px !important }'],
])('a page %s is another', async (_, style) => {
  const { page } = await open(rust(), {
    viewport: WIDE,
    fragment: 'node=bondit-media-capital',
    bypassCSP: true,
  });
  await ready(page);
  await page.addStyleTag({ content: style });
  const difference = differenceOf(await pictureOf(page), golden('entity'));
  expect(difference).toBeGreaterThan(MOST);
});

it('a page without its stylesheet, and a dark one, are others', async () => {
  const { page } = await open(rust(), { viewport: WIDE });
  await ready(page);
  expect(differenceOf(await pictureOf(page), golden('overview-dark'))).toBeGreaterThan(MOST);
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove();
  });
  expect(differenceOf(await pictureOf(page), golden('overview-light'))).toBeGreaterThan(MOST);
});
