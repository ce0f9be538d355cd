/**
 * `node bench/viewer.js [FACTS …]`: how large the page of `factweave view` gets, and what it costs to write. The facts
 * are those of generate.js, each with its row and column as evidence; nodes are placed without forces. `npm run
 * compile` goes first.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';
import { generate } from './generate.js';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const sizes = process.argv.slice(2).map(Number);

const rows = [];
for (const facts of sizes.length > 0 ? sizes : [1_000, 10_000, 80_000, 1_000_000])
  rows.push(await measure(facts));
process.stdout.write('| facts | nodes | edges | page MB | gzip MB | bytes a fact | s | peak MB |\n');
process.stdout.write(`|${' ---: |'.repeat(8)}\n`);
for (const row of rows) process.stdout.write(`| ${row.join(' | ')} |\n`);

async function measure(facts) {
  const folder = mkdtempSync(join(tmpdir(), 'factweave-viewer-'));
  try {
    generate(folder, facts);
    const settings = readFileSync(join(folder, 'factweave.yaml'), 'utf8');
    if (!settings.includes('engine: none')) throw new Error('the generated project places nodes by forces');
    const start = performance.now();
    const { view, peak } = run(folder);
    const seconds = (performance.now() - start) / 1000;
    const { size } = statSync(view.path);
    const packed = await gzipSize(view.path);
    const counts = [view.facts, view.nodes, view.edges].map((count) => count.toLocaleString('en-US'));
    const perFact = Math.round(size / view.facts);
    return [...counts, (size / 1e6).toFixed(1), (packed / 1e6).toFixed(1), perFact, seconds.toFixed(1), peak];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The peak is told by the program itself when it ends. */
function run(folder) {
  const tell = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS));`;
  const preload = `data:text/javascript,${encodeURIComponent(tell)}`;
  const call = `exec "$0" --import "$1" "$2" view "$3" --json 2> "$3/peak"`;
  const out = execFileSync('sh', ['-c', call, process.execPath, preload, MAIN, folder], {
    maxBuffer: 2 ** 26,
  });
  const kilobytes = Number(/peak ([0-9]+)$/.exec(readFileSync(join(folder, 'peak'), 'utf8'))?.[1]);
  return { view: JSON.parse(out.toString()).view, peak: Math.round(kilobytes / 1000) };
}

async function gzipSize(path) {
  let bytes = 0;
  for await (const chunk of createReadStream(path).pipe(createGzip())) bytes += chunk.length;
  return bytes;
}
