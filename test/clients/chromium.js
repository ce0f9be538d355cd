/** Chromium, which stands for the browsers that show the SVG. */
import { chromium } from 'playwright-core';
import { differ, differSets, outputOf, run } from './client.js';

const PROGRAM = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** @type {import('./client.js').Client} */
export const client = {
  id: 'chromium',
  name: 'Chromium',
  needs: { debian: [['chromium', `test -x ${PROGRAM}`]] },
  version: () => /[\d.]+/.exec(outputOf(run(PROGRAM, ['--version', '--no-sandbox'])))?.[0] ?? 'unknown',
  checks: [
    {
      format: 'svg',
      title:
        'same nodes at the same places, same edges, every text where it is; nothing runs, nothing is fetched',
      run: ({ set, file }) => checkSvg(set, file),
    },
  ],
};

async function checkSvg({ json }, file) {
  const browser = await chromium.launch({ executablePath: PROGRAM, args: QUIET });
  try {
    const page = await browser.newPage();
    const strange = [];
    const url = `file://${file}`;
    page.on('request', (request) => request.url() !== url && strange.push(`fetched: ${request.url()}`));
    page.on('console', (message) => strange.push(`said: ${message.text()}`));
    page.on('dialog', (dialog) => strange.push(`asked: ${dialog.message()}`));
    await page.goto(url);
    const found = await page.evaluate(readPicture);
    return [
      ...strange,
      ...differ('document', 'svg', found.root),
      ...differ('scripts', 0, found.scripts),
      ...differSets('nodes', new Set(json.nodes.map(nodeLine)), new Set(found.nodes.map(({ line }) => line))),
      ...misplaced(json, found),
      ...differSets('edges', new Set(json.edges.map(edgeLine)), new Set(found.edges)),
      ...found.outside.map((text) => `outside the picture: ${text}`),
    ];
  } finally {
    await browser.close();
  }
}

/** Runs in the page: what is there, from the document that the browser made. */
function readPicture() {
  const root = document.documentElement;
  const { width, height } = root.viewBox.baseVal;
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    root: root.localName,
    scripts: all('script, foreignObject, a[href^="javascript:"]').length,
    scale: Number(root.dataset.scale),
    left: Number(root.dataset.left),
    top: Number(root.dataset.top),
    nodes: all('.nodes > g').map((node) => {
      const { cx, cy } = node.querySelector('circle');
      const line = `${node.id} ${JSON.stringify(node.dataset.label ?? '')} ${node.dataset.kind}`;
      return { id: node.id, line, x: cx.baseVal.value, y: cy.baseVal.value };
    }),
    edges: all('.edges > g').map(
      ({ id, dataset }) => `${id} ${dataset.source} ${dataset.target} ${dataset.kind}`,
    ),
    outside: all('text')
      .filter((text) => {
        const box = text.getBoundingClientRect();
        const frame = root.getBoundingClientRect();
        const [x, y] = [box.left - frame.left, box.top - frame.top];
        return x < -1 || y < -1 || x + box.width > width + 1 || y + box.height > height + 1;
      })
      .map((text) => text.textContent.slice(0, 60)),
  };
}

function nodeLine({ key, attributes: { label, kind } }) {
  return `${key} ${JSON.stringify(label ?? '')} ${kind}`;
}

/** Two decimals in the file, numbers of 32 bits in the browser. */
function misplaced({ nodes }, { scale, left, top, nodes: found }) {
  const places = new Map(found.map(({ id, x, y }) => [id, [x, y]]));
  return nodes.flatMap(({ key, attributes: { x, y } }) => {
    const [foundX, foundY] = places.get(key) ?? [Number.NaN, Number.NaN];
    const near = Math.abs(left + scale * x - foundX) < 0.02 && Math.abs(top - scale * y - foundY) < 0.02;
    return near ? [] : [`misplaced: ${key} at ${foundX} ${foundY}`];
  });
}

function edgeLine({ key, source, target, attributes: { kind } }) {
  return `${key} ${source} ${target} ${kind}`;
}
