/** A served page follows the project: new facts appear, errors are shown with their place over the last good graph. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { PROJECT, scratchFolders } from '../files/scratch.ts';
import { MAIN } from './pages.ts';
import { expectPanel, panelOf, ready, shownIn } from './reader.ts';
import { visits } from './visits.ts';

const open = visits();
const folderWith = scratchFolders('served');
const servers: ChildProcess[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.kill('SIGKILL');
});

const FACTS = PROJECT['facts.yaml'] ?? '';
const MORE = FACTS.replace('entities:', 'entities:\n  visby: { class: Port, label: Visby }').concat(
  '  - quote: the Aurora sailed from Visby\n    says:\n      aurora: { homePort: visby }\n',
);
const SOON = { timeout: 20_000 };

it('shows a new fact, then the problem of a broken file, then the mended one', async () => {
  const folder = folderWith(PROJECT);
  const server = spawn(process.execPath, [MAIN, 'view', folder, '--serve', '--port', '0', '--quiet']);
  servers.push(server);
  const [address] = await once(server.stdout, 'data');
  const { page } = await open(String(address).trim(), { fragment: 'node=aurora' });
  await ready(page);
  expect(await shownIn(page)).toEqual({ nodes: 2, edges: 1 });
  await expectPanel(page, 'the Aurora of Malmö');

  writeFileSync(join(folder, 'facts.yaml'), MORE);
  await expect.poll(() => shownIn(page).catch(() => undefined), SOON).toEqual({ nodes: 3, edges: 2 });
  await expect.poll(() => panelOf(page).textContent(), SOON).toContain('the Aurora sailed from Visby');
  expect(page.url()).toContain('node=aurora');

  const problems = page.getByRole('alert', { name: 'Problems' });
  writeFileSync(join(folder, 'facts.yaml'), MORE.replace('homePort: visby', 'homePrt: visby'));
  await problems.waitFor({ timeout: 20_000 });
  const said = await problems.textContent();
  const line = MORE.split('\n').findIndex((one) => one.includes('homePort: visby')) + 1;
  expect(said).toContain(`facts.yaml:${line}:`);
  expect(said).toContain('unknown-relation');
  expect(said).toContain('homePrt');
  expect(await shownIn(page)).toEqual({ nodes: 3, edges: 2 });
  await expectPanel(page, 'the Aurora sailed from Visby');

  writeFileSync(join(folder, 'facts.yaml'), FACTS);
  await problems.waitFor({ state: 'hidden', timeout: 20_000 });
  await expect.poll(() => shownIn(page).catch(() => undefined), SOON).toEqual({ nodes: 2, edges: 1 });

  server.kill('SIGINT');
  await problems.waitFor({ timeout: 20_000 });
  expect(await problems.textContent()).toContain('does not answer');
  expect(await shownIn(page)).toEqual({ nodes: 2, edges: 1 });
});
