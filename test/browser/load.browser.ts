/** The page opens from disk, draws the graph, and does nothing else. */
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { pages, payloadIn } from './pages.ts';
import { graphOf, panelOf, ready, shownIn } from './reader.ts';
import { visits } from './visits.ts';

const open = visits();
const { rust, writeText } = pages();

/** How many different colours, and the part of the picture that has not the commonest. */
function coloursOf(png: Buffer): { colours: number; inked: number } {
  const { data, width, height } = PNG.sync.read(png);
  const counts = new Map<number, number>();
  for (let i = 0; i < data.length; i += 4) {
    const colour = data.readUIntBE(i, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const common = [...counts.values()].filter((count) => count > 50).length;
  return { colours: common, inked: 1 - Math.max(...counts.values()) / (width * height) };
}

it('draws the graph, without an error and without a request', async () => {
  const { page } = await open(rust());
  await ready(page);
  const payload = payloadIn(rust());
  expect(await page.title()).toBe(payload.title);
  expect(await shownIn(page)).toEqual({ nodes: payload.nodes.id.length, edges: 29 });
  const { colours, inked } = coloursOf(await graphOf(page).screenshot());
  // One for each colour of the classes, and those of edges and names.
  expect(colours).toBeGreaterThan(10);
  expect(inked).toBeGreaterThan(0.03);
  await expect.poll(() => panelOf(page).textContent()).toContain('71 facts from 1 source');
});

it('draws nothing of a graph without its nodes: the test before would see it', async () => {
  const text = readFileSync(rust(), 'utf8');
  const payload = payloadIn(rust());
  const { nodes, edges } = payload;
  const columns = (table: object) => Object.fromEntries(Object.keys(table).map((name) => [name, []]));
  const empty = { ...payload, nodes: columns(nodes), edges: columns(edges), facts: [] };
  const json = JSON.stringify(empty).replaceAll('<', '\\u003c');
  const bare = text.replace(/(id="payload">).*?(<\/script>)/s, (_, start, end) => `${start}${json}${end}`);
  const { page } = await open(writeText('bare.html', bare));
  await ready(page);
  const { colours, inked } = coloursOf(await graphOf(page).screenshot());
  expect(colours).toBeLessThan(10);
  expect(inked).toBeLessThan(0.03);
  await expect.poll(() => graphOf(page).textContent()).toContain('There is nothing in this graph');
});

it('shows the table where WebGL 2 is missing', async () => {
  const { page } = await open(rust(), {
    before: () => {
      const { prototype } = HTMLCanvasElement;
      const get = prototype.getContext;
      prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest);
      } as typeof get;
    },
  });
  await page.getByText('This browser cannot draw the graph').waitFor();
  await page.getByRole('table').waitFor();
  expect(await page.getByRole('row').count()).toBe(25);
  expect(await page.getByRole('button', { name: 'Graph', exact: true }).isDisabled()).toBe(true);
});

it('draws anew when the browser takes the graphics away, and shows the table when it does so again and again', async () => {
  const { page } = await open(rust());
  await ready(page);
  const take = () =>
    page.evaluate(() => {
      for (const canvas of document.querySelectorAll('canvas')) {
        canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
      }
    });
  const lost = async () => (await page.locator('.canvas.taken').count()) === 0;
  for (let time = 0; time < 3; time += 1) {
    await page.evaluate(() => document.querySelector('.canvas')?.classList.add('taken'));
    await take();
    await expect.poll(lost).toBe(true);
    await expect.poll(async () => coloursOf(await graphOf(page).screenshot()).colours).toBeGreaterThan(10);
  }
  await take();
  await page.getByText('The browser took the drawing away').waitFor();
  await page.getByRole('table').waitFor();
});

it('says that it cannot read a payload cut off', async () => {
  const text = readFileSync(rust(), 'utf8').replace('"version":1,', '"version":1,,');
  const { page } = await open(writeText('cut.html', text));
  await page.getByText('The data of this page cannot be read.').waitFor();
});

it('is watched: what a page must not do is seen', async () => {
  const text = readFileSync(rust(), 'utf8').replace(
    '<div id="viewer">',
    '<script>alert(1)</script><img src="https://example.org/x.png" onerror="evil()"><div id="viewer">',
  );
  const { page, faults } = await open(writeText('watched.html', text), { faultsExpected: true });
  await ready(page);
  expect(faults.join('\n')).toContain('policy: img-src');
  expect(faults.join('\n')).toContain('policy: script-src');
  const loose = text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const free = await open(writeText('loose.html', loose), { faultsExpected: true });
  await ready(free.page);
  await expect.poll(() => free.faults).toContain('a script of the data ran');
  expect(free.faults).toContain('dialog: 1');
  expect(free.faults).toContain('request: https://example.org/x.png');
  await page.context().close();
  await free.page.context().close();
});
