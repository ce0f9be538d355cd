/**
 * Does memory grow with the output? Writes Turtle of two sizes from the same few facts in a process each, with a
 * heap too small for either file, counts its statements as they go by, and prints the peak of resident memory.
 *
 * The knowledge hands out its facts again and again under new ids, so that what the process holds is the writer's.
 *
 * Usage: node bench/memory.js [MEBIBYTES …]     (64 and 640 unless given)
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FORMATS, Problems } from '../dist/index.js';
import { endlessKnowledge } from './endless.js';

const MEBIBYTE = 1 << 20;
const HEAP = 96;
const [first, ...others] = process.argv.slice(2);

if (first === 'write') writeOne(Number(others[0]));
else {
  const sizes = [first, ...others].filter((size) => size !== undefined).map(Number);
  process.stdout.write(`Node ${process.version}, heap of at most ${HEAP} MB\n\n`);
  process.stdout.write(
    '| Turtle, MiB | statements | last one there | largest chunk, kB | peak RSS, MB | s |\n',
  );
  process.stdout.write('|--:|--:|---|--:|--:|--:|\n');
  for (const size of sizes.length > 0 ? sizes : [64, 640]) process.stdout.write(measured(size));
}

function measured(size) {
  const script = fileURLToPath(import.meta.url);
  const run = spawnSync(process.execPath, [`--max-old-space-size=${HEAP}`, script, 'write', String(size)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`the writer of ${size} MiB ended with ${run.status ?? run.signal}`);
  const { bytes, statements, expected, last, chunk, peak, seconds } = JSON.parse(run.stdout);
  if (statements !== expected || !last)
    throw new Error(`${statements} of ${expected} statements, last: ${last}`);
  const cells = [bytes / MEBIBYTE, statements, 'yes', chunk / 1000, peak / 1000, seconds];
  return `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US', { maximumFractionDigits: 1 }) : cell)).join(' | ')} |\n`;
}

/** A statement is a line `  a rdf:Statement ;`: they are counted in the bytes, over the borders of chunks. */
function writeOne(size) {
  const { knowledge, statements: expected, lastStatement } = endlessKnowledge(size * MEBIBYTE);
  const started = performance.now();
  const wanted = Buffer.from('\n  a rdf:Statement ');
  let rest = Buffer.alloc(0);
  let [bytes, statements, chunk, last] = [0, 0, 0, false];
  for (const part of FORMATS.get('turtle').bytes(knowledge, {
    problems: new Problems(),
    losses: new Map(),
  })) {
    bytes += part.length;
    chunk = Math.max(chunk, part.length);
    const text = Buffer.concat([rest, part]);
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) statements++;
    last ||= text.includes(lastStatement);
    rest = text.subarray(text.length - wanted.length + 1);
  }
  const peak = process.resourceUsage().maxRSS;
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(JSON.stringify({ bytes, statements, expected, last, chunk, peak, seconds }));
}
