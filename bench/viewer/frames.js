/**
 * Does the viewer stay smooth? Opens a page of 20,000 nodes and 50,000 edges, and one of 100,000 and 300,000 that opens
 * by levels, in headless Chromium, drags and zooms, and prints the times between frames.
 *
 *   node bench/viewer/frames.js [DIST] [--gl=swiftshader|egl|…] [--no-draw]
 *
 * Headless Chromium on a machine without a graphics card draws on the processor (SwiftShader): the renderer is printed,
 * and the figures are a floor for any machine with a card. With `--no-draw` the calls that draw and read pixels do
 * nothing: what remains of a frame is the page's own, and sigma's, which no card makes faster.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const words = process.argv.slice(2);
const gl = words.find((word) => word.startsWith('--gl='))?.slice(5) ?? 'swiftshader';
const draws = !words.includes('--no-draw');
const dist = resolve(
  words.find((word) => !word.startsWith('--')) ?? fileURLToPath(new URL('../../dist', import.meta.url)),
);
const { writeViewer } = await import(pathToFileURL(join(dist, 'viewer/page.js')).href);
const client = {
  script: readFileSync(join(dist, 'viewer/client.js'), 'utf8'),
  style: readFileSync(join(dist, 'viewer/client.css'), 'utf8'),
};

/** The same numbers at each run. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Ships and ports in communities: members round a centre, most edges inside, some across, hubs as in real data. */
function payloadOf(nodeCount, edgeCount) {
  const next = random(7);
  const communities = Math.round(Math.sqrt(nodeCount) / 2);
  const across = Math.ceil(Math.sqrt(communities));
  const cell = 9000 / across;
  const nodes = { id: [], label: [], iri: [], class: [], x: [], y: [], size: [], community: [], hidden: [] };
  const members = Array.from({ length: communities }, () => []);
  for (let node = 0; node < nodeCount; node += 1) {
    const community = Math.floor(next() * next() * communities);
    const turn = next() * 2 * Math.PI;
    const reach = Math.sqrt(next()) * cell * 0.45;
    members[community].push(node);
    nodes.id.push(`node-${node}`);
    nodes.label.push(`${node % 3 ? 'Ship' : 'Port'} ${node}`);
    nodes.iri.push(`https://example.org/node-${node}`);
    nodes.class.push(node % 3 ? 1 : 0);
    nodes.x.push(
      Math.round((((community % across) + 0.5) * cell - 4500 + Math.cos(turn) * reach) * 100) / 100,
    );
    nodes.y.push(
      Math.round(((Math.floor(community / across) + 0.5) * cell - 4500 + Math.sin(turn) * reach) * 100) / 100,
    );
    nodes.size.push(node % 97 === 0 ? 18 : 5);
    nodes.community.push(community);
    nodes.hidden.push(0);
  }
  const edges = { id: [], source: [], target: [], relation: [], facts: [], plain: [], disputed: [] };
  const facts = [];
  for (let edge = 0; edge < edgeCount; edge += 1) {
    const source = Math.floor(next() * nodeCount);
    const near = members[nodes.community[source]];
    const target =
      next() < 0.85 ? near[Math.floor(next() * next() * near.length)] : Math.floor(next() * nodeCount);
    const planned = edge % 50 === 0;
    edges.id.push(`e-${edge}`);
    edges.source.push(source);
    edges.target.push(target);
    edges.relation.push(edge % 4);
    edges.facts.push([edge]);
    edges.plain.push(planned ? 0 : 1);
    edges.disputed.push(edge % 500 === 1 ? 1 : 0);
    facts.push({
      id: `f-${edge}`,
      subject: source,
      relation: `relation ${edge % 4}`,
      object: { node: target },
      status: planned ? 'planned' : 'asserted',
      negated: false,
      certainty: 'certain',
      ...(planned && { notPlain: 'planned' }),
      ...(edge % 3 === 0 && {
        start: String(1900 + (edge % 120)),
        years: [1900 + (edge % 120), 1900 + (edge % 120)],
      }),
      qualifiers: [],
      evidence: [{ source: 0, quote: `Line ${edge} of the register says so.`, certainty: 'certain' }],
    });
  }
  const term = (name, colour) => ({ name, label: name, iri: `https://example.org/${name}`, colour });
  return {
    version: 1,
    title: `${nodeCount} nodes, ${edgeCount} edges`,
    creators: [],
    layout: { algorithm: 'synthetic', byLevels: edgeCount > 50_000 },
    classes: [term('port', '#931a75'), term('ship', '#0080ff')],
    relations: ['#555555', '#4994df', '#008060', '#a02020'].map((colour, index) =>
      term(`relation ${index}`, colour),
    ),
    statuses: ['asserted', 'planned'],
    sources: [{ id: 'register', title: 'A register' }],
    nodes,
    edges,
    facts,
    leftOut: [],
    shown: [],
  };
}

/** Runs in the page. */
function stopDrawing() {
  const { prototype } = globalThis.WebGL2RenderingContext;
  for (const name of ['drawArrays', 'drawArraysInstanced', 'readPixels', 'bufferData'])
    prototype[name] = () => {};
}

/** Counts frames while something moves; long tasks tell what the script itself takes. */
async function measure(page, name, act) {
  await page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    const tick = (now) => {
      window.frames_.push(now - last);
      last = now;
      window.going_ = requestAnimationFrame(tick);
    };
    window.going_ = requestAnimationFrame(tick);
  });
  const before = await page.evaluate(() => performance.now());
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const script = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find((one) => one.name === 'ScriptDuration').value;
  const scriptBefore = await script();
  await act();
  const took = (await page.evaluate(() => performance.now())) - before;
  const scriptTook = ((await script()) - scriptBefore) * 1000;
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(window.going_);
    return window.frames_.slice(1);
  });
  await cdp.detach();
  const sorted = [...frames].sort((a, b) => a - b);
  const at = (share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  const rate = ((1000 * frames.length) / took).toFixed(1);
  const perFrame = (scriptTook / Math.max(1, frames.length)).toFixed(1);
  process.stdout.write(
    `  ${name.padEnd(26)} ${String(frames.length).padStart(4)} frames  ${rate.padStart(5)}/s  median ${at(0.5)} ms  p95 ${at(0.95)} ms  worst ${at(1)} ms  script ${perFrame} ms a frame\n`,
  );
}

async function drag(page) {
  await page.mouse.move(600, 400);
  await page.mouse.down();
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.move(600 + Math.sin(step / 8) * 180, 400 + Math.cos(step / 8) * 120);
    await page.waitForTimeout(12);
  }
  await page.mouse.up();
}

async function zoom(page) {
  await page.mouse.move(600, 400);
  for (let step = 0; step < 24; step += 1) {
    await page.mouse.wheel(0, step < 12 ? -120 : 120);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(300);
}

const folder = mkdtempSync(join(tmpdir(), 'factweave-frames-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', `--use-angle=${gl}`, '--enable-unsafe-swiftshader'],
});
try {
  for (const [nodes, edges] of [
    [2_000, 5_000],
    [20_000, 49_500],
    [100_000, 300_000],
  ]) {
    const file = join(folder, `${nodes}.html`);
    writeFileSync(file, [...writeViewer(payloadOf(nodes, edges), client)].join(''));
    const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
    page.on('pageerror', (error) => process.stdout.write(`  error: ${error.message}\n`));
    if (!draws) await page.addInitScript(stopDrawing);
    const began = Date.now();
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('.status:not(:empty)', { state: 'attached', timeout: 120_000 });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const opened = Date.now() - began;
    const renderer = await page.evaluate(() => {
      const context = document.createElement('canvas').getContext('webgl2');
      return context?.getParameter(
        context.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? 7937,
      );
    });
    const kept = await page.evaluate(() => Math.round((performance.memory?.usedJSHeapSize ?? 0) / 1e6));
    process.stdout.write(`${nodes} nodes, ${edges} edges: open ${opened} ms, heap ${kept} MB, ${renderer}\n`);
    await measure(page, 'drag', () => drag(page));
    await measure(page, 'zoom in and out', () => zoom(page));
    await measure(page, 'select (search, Enter)', async () => {
      await page.keyboard.press('/');
      await page.keyboard.type('port 97');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(800);
    });
    await measure(page, 'hide a relation, show it', async () => {
      for (let step = 0; step < 2; step += 1) {
        await page.locator('.group').nth(1).locator('input').first().click();
        await page.waitForTimeout(500);
      }
    });
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
