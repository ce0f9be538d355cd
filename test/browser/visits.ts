/** A browser for the tests of a file, which watches every page for what a page must never do. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** WebGL on the processor, so that it draws the same with and without a graphics card; no request of its own. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

export const DESKTOP = { width: 1200, height: 700 } as const;

export interface Visit {
  readonly page: Page;
  /** Errors, dialogs, requests beside the page itself, breaches of its policy, scripts of the data that ran. */
  readonly faults: string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Part of the address after `#`. */
  readonly fragment?: string;
  /** Runs before any script of the page. */
  readonly before?: () => void;
  /** For a test that provokes them: not looked at when the test ends. */
  readonly faultsExpected?: boolean;
}

/** Opens a page from disk, or from an address of this machine; all are closed when the test ends. */
export type Open = (place: string, options?: VisitOptions) => Promise<Visit>;

/** What the texts of the data would call: nothing of the project has these names. */
declare global {
  interface Window {
    evil?: () => void;
    clicks?: number;
  }
}

/** A browser for the tests of the file; after each test, no page may have a fault. */
export function visits(): Open {
  let browser: Browser | undefined;
  let open: Visit[] = [];
  beforeAll(async () => {
    if (!existsSync(CHROMIUM)) throw new Error(`no browser at ${CHROMIUM}: apt-get install chromium`);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterEach(async () => {
    const visited = open;
    open = [];
    for (const { page } of visited) await page.context().close();
    expect(visited.flatMap(({ faults }) => faults)).toEqual([]);
  });
  afterAll(async () => browser?.close());
  return async (place, { fragment, before, faultsExpected, ...options } = {}) => {
    if (browser === undefined) throw new Error('the browser is not there yet');
    const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
    if (before !== undefined) await context.addInitScript(before);
    const page = await context.newPage();
    const faults: string[] = [];
    const address = /^https?:/.test(place) ? place : pathToFileURL(place).href;
    await watch(page, address, faults);
    if (!faultsExpected) open.push({ page, faults });
    await page.goto(fragment === undefined ? address : `${address}#${fragment}`);
    return { page, faults };
  };
}

async function watch(page: Page, address: string, faults: string[]): Promise<void> {
  const own = new Set([address, new URL('/events', address).href]);
  page.on('pageerror', ({ message }) => faults.push(`error: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', () => faults.push('popup'));
  page.on('request', (request) => {
    const url = request.url().replace(/#.*$/s, '');
    if (!own.has(url)) faults.push(`request: ${url}`);
  });
  await page.exposeBinding('reportFault', (_, text: string) => void faults.push(text));
  await page.addInitScript(() => {
    const report = (text: string) =>
      (window as unknown as { reportFault(text: string): void }).reportFault(text);
    window.evil = () => report('a script of the data ran');
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      report(`policy: ${violatedDirective} ${blockedURI}`),
    );
    window.clicks = 0;
    // Not `click`: a key on a button is one too.
    document.addEventListener(
      'pointerdown',
      () => {
        window.clicks = (window.clicks ?? 0) + 1;
      },
      true,
    );
  });
}
