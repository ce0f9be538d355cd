/** The bundled scripts of the viewer: the same bytes for the same packages, with their licences, fit for a page. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeViewer } from '../../src/viewer/page.ts';
import { voyage } from '../site/voyage.ts';
import { payloadOf } from './voyages.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/bundleViewer.mjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'factweave-bundle-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function bundle(name: string, cwd: string): ReadonlyMap<string, string> {
  const folder = join(scratch, name);
  execFileSync(process.execPath, [SCRIPT, folder], { cwd, env: { TZ: 'Asia/Tokyo', LANG: 'C' } });
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

const made = bundle('first', process.cwd());
const textOf = (name: string) => made.get(name) ?? '';

describe('the bundle', () => {
  it('has a script and a stylesheet for each part', () => {
    expect([...made.keys()].sort()).toEqual(['client.css', 'client.js', 'live.css', 'live.js']);
    for (const text of made.values()) expect(text).not.toBe('');
  });

  it('is the same in another folder, zone and language', () =>
    expect(bundle('second', tmpdir())).toEqual(made));

  it('names no path of this machine', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    for (const text of made.values()) expect(text).not.toContain(root);
  });

  it('keeps the licence of every package in it', () => {
    for (const name of ['sigma', 'graphology', 'graphology-utils', 'events'])
      expect(textOf('client.js')).toMatch(new RegExp(`^--- ${name} [0-9.]+ \\(MIT\\)$`, 'm'));
    expect(textOf('client.js').match(/Permission is hereby granted/g)?.length).toBeGreaterThanOrEqual(4);
    expect(textOf('live.js')).not.toContain('---');
  });

  it('fits into a page', () => {
    const parts = (part: string) => ({ script: textOf(`${part}.js`), style: textOf(`${part}.css`) });
    const live = { ...parts('live'), versioned: () => {} };
    const page = [...writeViewer(payloadOf(voyage().knowledge), parts('client'), live)].join('');
    expect(page).toContain(textOf('client.js'));
  });
});
