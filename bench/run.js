/**
 * `npm run bench [-- SIZE …]`: factweave beside the plain recipe, on synthetic facts, each in a process of its own.
 * Prints one Markdown table a size. See README.md in this folder.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';

const SIZES = [10_000, 100_000, 1_000_000];
/** Up to this size the triples of both are compared, line by line. */
const COMPARED = 100_000;

/** A row of the table, and the stages that it sums. */
const ROWS = [
  ['read and type', ['open', 'read', 'parse']],
  ['merge and check', ['merge', 'check']],
  ['graph', ['view']],
  ['place nodes without layout', ['layout']],
  ['Turtle', ['ttl']],
  ['N-Quads', ['nq']],
  ['GraphML', ['graphml']],
  ['JSON', ['json']],
  ['manifest, put in place', ['finish']],
];

const sizes = process.argv.slice(2).map((text) => Number(text.replaceAll('_', '')));
if (sizes.some((size) => !Number.isSafeInteger(size) || size < 1)) {
  process.stderr.write('usage: npm run bench [-- SIZE …], such as 10000\n');
  process.exit(2);
}
const done = [];
print(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
for (const size of sizes.length > 0 ? sizes : SIZES) done.push(await measure(size));
if (done.length > 1) printGrowth(done);

async function measure(size) {
  const folder = mkdtempSync(join(tmpdir(), 'factweave-bench-'));
  try {
    generate(folder, size);
    const factweave = run('factweave.js', folder);
    const statements = run('recipe.js', folder, 'statements');
    const same =
      size <= COMPARED ? await sameLines(join(folder, 'out/bench.nq'), join(folder, 'recipe.nq')) : undefined;
    const triples = run('recipe.js', folder, 'triples');
    const megabytes = Math.round(statSync(join(folder, 'facts.jsonl')).size / 1e6);
    print(
      `\n## ${count(size)} facts (${megabytes} MB; ${count(factweave.nodes)} nodes, ${count(factweave.edges)} edges)\n\n`,
    );
    printTable(size, { factweave, statements, triples });
    if (same !== undefined)
      print(
        `\nThe N-Quads of factweave and of recipe A are ${same ? 'the same set' : '**not the same**'}.\n`,
      );
    if (same === false) process.exitCode = 1;
    return {
      size,
      total: sumOf(
        factweave,
        ROWS.flatMap(([, stages]) => stages),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one program of this folder in a fresh process and gives the figures that it prints. */
function run(program, ...args) {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 24 };
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', path, ...args], options));
}

function printTable(size, { factweave, statements, triples }) {
  print(
    '| stage | factweave s | facts/s | CPU s | peak MB | recipe A s | peak MB | ratio | recipe B s | ratio |\n',
  );
  print(`|---|${'--:|'.repeat(9)}\n`);
  const written = ROWS.filter(([name]) => name !== 'GraphML').flatMap(([, stages]) => stages);
  const all = ROWS.flatMap(([, stages]) => stages);
  for (const [name, stages] of [...ROWS, ['**whole**', all], ['**whole without GraphML**', written]]) {
    const [own, a, b] = [factweave, statements, triples].map((run) => sumOf(run, stages));
    const figures = [
      own.seconds.toFixed(2),
      count(Math.round(size / own.seconds)),
      own.cpu.toFixed(2),
      megabytes(own),
    ];
    const beside = a ? [a.seconds.toFixed(2), megabytes(a), ratio(own, a)] : ['–', '–', '–'];
    const plain = b ? [b.seconds.toFixed(2), ratio(own, b)] : ['–', '–'];
    print(`| ${[name, ...figures, ...beside, ...plain].join(' | ')} |\n`);
  }
}

function printGrowth(runs) {
  print('\n## Growth\n\n| facts | µs a fact | peak bytes a fact |\n|--:|--:|--:|\n');
  for (const { size, total } of runs) {
    print(
      `| ${count(size)} | ${((total.seconds / size) * 1e6).toFixed(1)} | ${count(Math.round(total.peak / size))} |\n`,
    );
  }
}

/** Times add up, peaks do not; undefined when the run had none of the stages. */
function sumOf({ stages }, wanted) {
  const found = stages.filter(({ stage }) => wanted.includes(stage));
  if (found.length === 0) return undefined;
  return {
    seconds: found.reduce((sum, { seconds }) => sum + seconds, 0),
    cpu: found.reduce((sum, { cpu }) => sum + cpu, 0),
    peak: Math.max(...found.map(({ peak }) => peak)),
  };
}

async function sameLines(first, second) {
  const [a, b] = [await linesOf(first), await linesOf(second)];
  for (const line of b) if (!a.has(line)) return false;
  return a.size === b.size;
}

async function linesOf(path) {
  const lines = new Set();
  for await (const line of createInterface({ input: createReadStream(path) })) lines.add(line);
  return lines;
}

function ratio(own, other) {
  return `${(own.seconds / other.seconds).toFixed(2)}×`;
}

function megabytes({ peak }) {
  return count(Math.round(peak / 1e6));
}

function count(number) {
  return number.toLocaleString('en-US');
}

function print(text) {
  process.stdout.write(text);
}
