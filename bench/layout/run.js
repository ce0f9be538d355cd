/**
 * `npm run bench:layout [-- OPTIONS]`: every layout on the same graphs in one run, one process at a time.
 *
 *   --graphs a,b     of graphs.js; else the default ones        --full        all graphs, no limit on peers
 *   --engines c,d    of engines.js; else all                    --runs N      repeats for «same bytes», 20; 0 for none
 *   --budget S       CPU time of a peer that works by steps     --timeout S   for any layout
 *   --json FILE      the figures                                --draw DIR    a PNG of each picture
 *   --write          the report into docs/layout-bench.md, between its marks
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawPicture } from './draw.js';
import { ENGINES } from './engines.js';
import { GRAPHS, loadGraph, toNumbers } from './graphs.js';
import { hashOf, measureEngine } from './measureEngine.js';
import { graphTable, reportOf } from './table.js';

const DEFAULT_GRAPHS = [
  ...['film-1k', 'film-10k', 'film-60k', 'synthetic-100k', 'synthetic-1m'],
  ...['power', 'netscience', 'astro-ph', 'hep-th', 'polblogs'],
];
/** Nodes above which only the own engines run: peers would take hours. */
const OWN_ONLY = 500_000;
/** Nodes above which a peer that works by steps runs a part of them, unless `--full`. */
const LARGE = 20_000;
/**
 * Seconds: `timeout` ends any engine, `largeTimeout` any peer above LARGE; `budget` and `largeBudget` end the steps of a peer
 * whose time can be extrapolated.
 */
const BRIEF = { budget: 200, largeBudget: 20, timeout: 600, largeTimeout: 120 };
const FULL = { budget: 36_000, largeBudget: 36_000, timeout: 36_000, largeTimeout: 36_000 };
const DOC = new URL('../../docs/layout-bench.md', import.meta.url);
const MARKS = ['<!-- layout-bench: begin -->', '<!-- layout-bench: end -->'];

const options = readOptions();
const folder = mkdtempSync(join(tmpdir(), 'factweave-layout-'));
try {
  const run = { command: command(), machine: machine(), date: today(), graphs: [], same: [] };
  print(`${run.machine}\n`);
  for (const name of options.graphs) {
    const measured = measureGraph(name);
    if (measured) run.graphs.push(measured);
    saveFigures(run);
  }
  if (options.runs > 0) run.same = sameBytes('film-10k') ?? sameBytes('synthetic-1k');
  const report = reportOf(run);
  print(`\n${report.slice(report.indexOf('### Bars'))}`);
  saveFigures(run);
  if (options.write) writeInto(DOC, report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureGraph(name) {
  const graph = loadGraph(name);
  if (!graph) {
    print(`\n${name}: its data are absent\n`);
    return undefined;
  }
  const files = { graph: join(folder, `${name}.u32`), out: join(folder, `${name}.places`) };
  writeFileSync(files.graph, toNumbers(graph));
  const engines = options.engines.filter(({ own }) => own || graph.count <= OWN_ONLY);
  const results = engines.map((engine) => {
    progress(`${name}: ${engine.name} …`);
    const { places, ...result } = measureEngine(engine, graph, files, limitsOf(engine, graph));
    if (places && options.draw) drawPicture(join(options.draw, `${name}.${engine.name}.png`), graph, places);
    return result;
  });
  progress('');
  const measured = { name, nodes: graph.count, edges: graph.source.length, mesh: graph.mesh, results };
  print(`\n${graphTable(measured)}\n`);
  return measured;
}

function limitsOf({ own }, { count }) {
  const { budget, largeBudget, timeout, largeTimeout } = options;
  return count > LARGE && !own ? { budget: largeBudget, timeout: largeTimeout } : { budget, timeout };
}

/** Each own profile so many times, each time in a fresh process. */
function sameBytes(name) {
  const graph = loadGraph(name);
  if (!graph) return undefined;
  const files = { graph: join(folder, 'same.u32'), out: join(folder, 'same.places') };
  writeFileSync(files.graph, toNumbers(graph));
  return options.engines
    .filter(({ own }) => own)
    .map((engine) => {
      const hashes = new Set();
      for (let i = 0; i < options.runs; i++) {
        progress(`${name}: ${engine.name}, run ${i + 1} of ${options.runs} …`);
        hashes.add(hashOf(engine, files, options));
      }
      progress('');
      return {
        graph: name,
        engine: engine.name,
        runs: options.runs,
        hashes: hashes.has(undefined) ? 0 : hashes.size,
      };
    });
}

/** After every graph, so that a run that is stopped leaves what it has measured. */
function saveFigures(run) {
  if (options.json) writeFileSync(options.json, `${JSON.stringify(run, undefined, 1)}\n`);
}

function writeInto(doc, report) {
  const text = readFileSync(doc, 'utf8');
  const [begin, end] = MARKS.map((mark) => text.indexOf(mark));
  if (begin < 0 || end < begin) throw new Error('docs/layout-bench.md has lost its marks');
  writeFileSync(doc, `${text.slice(0, begin + MARKS[0].length)}\n\n${report}\n${text.slice(end)}`);
}

function readOptions() {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  const { values } = parseArgs({
    options: {
      ...{ graphs: text, engines: text, budget: text, timeout: text, runs: text, json: text, draw: text },
      ...{ full: flag, write: flag },
    },
  });
  const base = values.full ? FULL : BRIEF;
  const graphs = values.full ? GRAPHS.map(({ name }) => name) : DEFAULT_GRAPHS;
  if (values.draw) mkdirSync(values.draw, { recursive: true });
  return {
    ...values,
    graphs: chosen(values.graphs, GRAPHS)?.map(({ name }) => name) ?? graphs,
    engines: chosen(values.engines, ENGINES) ?? ENGINES,
    budget: Number(values.budget ?? base.budget),
    largeBudget: Number(values.budget ?? base.largeBudget),
    timeout: Number(values.timeout ?? base.timeout),
    largeTimeout: Number(values.timeout ?? base.largeTimeout),
    runs: Number(values.runs ?? 20),
  };
}

/** The entries named, in the order of the table; an unknown name ends the program. */
function chosen(list, table) {
  if (list === undefined) return undefined;
  const names = list.split(',');
  const unknown = names.filter((name) => !table.some((entry) => entry.name === name));
  if (unknown.length > 0) {
    process.stderr.write(`unknown: ${unknown}; known: ${table.map(({ name }) => name).join(', ')}\n`);
    process.exit(2);
  }
  return table.filter(({ name }) => names.includes(name));
}

function command() {
  const given = process.argv.slice(2).filter((word) => word !== '--write');
  return ['npm run bench:layout', ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

function machine() {
  return `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus()[0]?.model ?? 'unknown processor'}`;
}

function progress(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

function print(text) {
  process.stdout.write(text);
}
