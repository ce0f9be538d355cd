/** The layout gives the same bytes in Node and in Chromium, at every run. */
import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../bench/layout/graphs.js';
import { arrange, PROFILES } from '../../src/layout/index.ts';
import { pages } from './pages.ts';
import { type Asking, bytesOf, graphOf, type placeInWorker } from './placing.ts';
import { visits } from './visits.ts';

const open = visits();
const { writeText } = pages();

declare global {
  interface Window {
    placing: { readonly placeInWorker: typeof placeInWorker };
  }
}

async function bundled(entry: string, format: 'iife' | 'esm', globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    bundle: true,
    format,
    ...(globalName !== undefined && { globalName }),
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** Hubs and crowds, in one large part and some dust, with parallels and loops. */
function fleet(count: number): Pick<Asking, 'count' | 'ends'> {
  const random = randomFrom(count);
  const ends: number[] = [];
  const anybody = () => Math.floor(count * random());
  const dust = Math.floor(count / 50);
  for (let node = dust; node < count; node++)
    ends.push(node, dust + Math.floor((node - dust) * random() * random()));
  for (let more = 0; more < count; more++)
    ends.push(anybody(), Math.floor(count * random() * random() * random()));
  return { count, ends };
}

const hashInNode = (asking: Asking) =>
  createHash('sha256')
    .update(bytesOf(arrange(graphOf(asking), asking.options).placement))
    .digest('hex');

const [worker, placing] = await Promise.all([
  bundled('worker.ts', 'iife'),
  bundled('placing.ts', 'iife', 'placing'),
]);

async function hashesInBrowser(asking: Asking, runs: number): Promise<string[]> {
  const file = writeText(
    `place-${asking.count}.html`,
    `<!DOCTYPE html><title>x</title><script>${placing}</script>`,
  );
  // The worker's script has an address of its own.
  const { page, faults } = await open(file, { faultsExpected: true });
  const hashes: string[] = [];
  for (let run = 0; run < runs; run++)
    hashes.push(
      await page.evaluate(([script, what]) => window.placing.placeInWorker(script, what), [
        worker,
        asking,
      ] as const),
    );
  expect(faults.filter((fault) => !fault.startsWith('request: blob:'))).toEqual([]);
  await page.context().close();
  return hashes;
}

describe.each(PROFILES)('%s', (profile) => {
  it.each([
    [300, 20],
    [2_000, 3],
    [20_000, 1],
  ])('%i nodes', async (count, inNode) => {
    const asking = { ...fleet(count), options: { engine: 'forceatlas2', profile, seed: 1 } } as const;
    const expected = hashInNode(asking);
    for (let run = 1; run < inNode; run++) expect(hashInNode(asking)).toBe(expected);
    expect(await hashesInBrowser(asking, 3)).toEqual([expected, expected, expected]);
  });
});

it('another seed gives other bytes: the hashes tell', async () => {
  const asking = { ...fleet(300), options: { engine: 'forceatlas2', seed: 1 } } as const;
  const other = { ...asking, options: { ...asking.options, seed: 2 } } as const;
  expect(await hashesInBrowser(other, 1)).not.toEqual([hashInNode(asking)]);
});
