/** A served page in a real browser: it follows the project, and shows errors as text. Needs a Chromium on the machine. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT, scratchFolders } from '../files/scratch.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FACTS = PROJECT['facts.yaml'] ?? '';
/** The machine may be busy. */
const POLL = { timeout: 30_000 };
const folderWith = scratchFolders('live');

describe.skipIf(!existsSync(CHROMIUM))('a served page in a browser', () => {
  let browser: Browser;
  const servers: ChildProcess[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    for (const server of servers) server.kill('SIGKILL');
  });

  async function open(facts: string): Promise<{ folder: string; page: Page; faults: string[] }> {
    const folder = folderWith({ ...PROJECT, 'facts.yaml': facts });
    const server = spawn(process.execPath, [MAIN, 'view', folder, '--serve', '--port', '0', '--quiet']);
    servers.push(server);
    const [address] = await once(server.stdout, 'data');
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text());
    });
    page.on('dialog', (dialog) => {
      faults.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(String(address).trim());
    return { folder, page, faults };
  }

  it('loads the new page when the facts change, and keeps its fragment', async () => {
    const { folder, page, faults } = await open(FACTS);
    const version = () => page.locator('#live').textContent();
    const before = await version();
    await page.evaluate(`location.hash = '#view=table'`);
    await expect.poll(() => page.url()).toMatch(/#.*view=table/);
    writeFileSync(join(folder, 'facts.yaml'), FACTS.replace('name: Aurora', 'name: Northern Light'));
    await expect.poll(() => page.locator('#payload').textContent(), POLL).toContain('Northern Light');
    expect(await version()).not.toBe(before);
    expect(page.url()).toMatch(/#.*view=table/);
    expect(faults).toEqual([]);
  });

  it('shows errors with their places as text, and takes them away again', async () => {
    const { folder, page, faults } = await open(FACTS);
    const panel = page.locator('#problems');
    const hostile = '<img src=x onerror=alert(1)>';
    writeFileSync(join(folder, 'facts.yaml'), FACTS.replace('homePort:', `"${hostile}":`));
    await panel.waitFor({ state: 'visible' });
    const text = await panel.textContent();
    expect(text).toContain('1 error: the picture is the last one without any');
    expect(text).toContain('facts.yaml:11:');
    expect(text).toContain(hostile);
    expect(await panel.locator('img').count()).toBe(0);
    expect(await page.locator('#viewer > *').count()).toBeGreaterThan(0);
    writeFileSync(join(folder, 'facts.yaml'), FACTS);
    await panel.waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
  });

  it('begins with the errors where there is no picture yet', async () => {
    const { folder, page, faults } = await open(FACTS.replace('homePort:', 'homePrt:'));
    const panel = page.locator('#problems');
    await panel.waitFor({ state: 'visible' });
    expect(await panel.textContent()).toContain('1 error: there is no picture yet');
    writeFileSync(join(folder, 'facts.yaml'), FACTS);
    await page.waitForSelector('#viewer > *');
    expect(faults).toEqual([]);
  });
});
