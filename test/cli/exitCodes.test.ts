/** The exit codes of the compiled program, which `npm test` has made. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'factweave-exit-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SETTINGS = `factweave: 1
title: T
base: https://example.org/id/
ontology: [film]
inputs: [facts.yaml]
`;
const FACTS = `source: s
sources: { s: { type: Article } }
entities: { w: Film }
facts: [{ quote: q, says: { w: { name: [V, W] } } }]
`;
let made = 0;

function project(more = '', facts = FACTS): string {
  const folder = mkdtempSync(join(scratch, `${made++}-`));
  writeFileSync(join(folder, 'factweave.yaml'), SETTINGS + more);
  writeFileSync(join(folder, 'facts.yaml'), facts);
  return folder;
}

/** The code as a shell shows it: 128 and its number for a signal. */
function codeOf(
  args: readonly string[],
  { node = [], signal }: { node?: string[]; signal?: 'SIGINT' | 'SIGTERM' } = {},
) {
  const child = spawn(process.execPath, [...node, MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  if (signal) child.stderr.once('data', () => child.kill(signal));
  child.stderr.resume();
  return new Promise<number>((resolve) =>
    child.on('close', (code, by) => resolve(by === null ? (code ?? -1) : 128 + constants.signals[by])),
  );
}

/** A module that runs before the program. */
const before = (code: string) => ['--import', `data:text/javascript,${encodeURIComponent(code)}`];

it('0 when all is well', async () => expect(await codeOf(['build', project()])).toBe(0));
it('1 when data is refused', async () => expect(await codeOf(['build', project('', 'facts: [')])).toBe(1));
it('2 for a wrong call', async () => {
  expect(await codeOf(['bild'])).toBe(2);
  expect(await codeOf(['check', project(), '--max-problems', 'all'])).toBe(2);
});
it('3 when the disk refuses', async () =>
  expect(await codeOf(['build', project(), '--out', '/dev/null/x'])).toBe(3));
it.each(['facts: 1', 'fileBytes: 10', 'depth: 3', 'values: 5'])('4 beyond the limit %s', async (limit) => {
  expect(await codeOf(['build', project(`limits: { ${limit} }\n`)])).toBe(4);
  expect(await codeOf(['check', project(`limits: { ${limit} }\n`)])).toBe(4);
});
it('70 for a fault of the program', async () => {
  const fault = 'JSON.stringify = () => { throw new TypeError("a fault"); }';
  expect(await codeOf(['build', project()], { node: before(fault) })).toBe(70);
});
it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s gives %i', async (signal, code) => {
  // The program waits at its start, so that the signal comes while it runs.
  const wait = 'process.stderr.write("ready"); await new Promise((go) => setTimeout(go, 20000));';
  expect(await codeOf(['build', project()], { node: before(wait), signal })).toBe(code);
});
