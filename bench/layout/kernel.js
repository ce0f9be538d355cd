/**
 * `node bench/layout/kernel.js [GRAPH …]`, after `npm run compile`: milliseconds per iteration of ForceAtlas2 with θ 1.2 from a
 * settled layout, side by side in one run, one thread: graphology, the kernel, and the same kernel in C, as WebAssembly and
 * native, with four and with eight bodies at a time (the faster counts). The C needs clang and lld; without them its columns are empty.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bodiesOf } from '../../dist/layout/forces/bodies.js';
import { kernelForces, kernelRepulsionAt } from '../../dist/layout/forces/kernel.js';
import { newKernel } from '../../dist/layout/forces/wasm.js';
import { spiral } from '../../dist/layout/seed.js';
import { loadGraph } from './graphs.js';

const iterate = createRequire(import.meta.url)('graphology-layout-forceatlas2/iterate.js');
const NATIVE = fileURLToPath(new URL('native/', import.meta.url));
const SETTLE = {
  'film-1k': 300,
  'film-10k': 300,
  'synthetic-10k': 300,
  'synthetic-100k': 150,
  'synthetic-1m': 30,
};
const SETTINGS = {
  linLog: false,
  gravity: 0.05,
  strongGravity: true,
  scaling: 10,
  weightInfluence: 1,
  dissuadeHubs: false,
  theta: 1.2,
  tolerance: 1,
};
/** Steps between two sorts where the schedule is fixed, as in C, and how far these steps move: hardly. */
const SORT_EVERY = 8;
const SLOW = 1e-3;
const ROUNDS = 5;
const SAMPLE = 1000;

const folder = mkdtempSync(join(tmpdir(), 'kernel-'));
const names = process.argv.slice(2);
try {
  const builds = builtFromC();
  const rows = (names.length > 0 ? names : Object.keys(SETTLE)).flatMap((name) => rowsOf(name, builds));
  print(rows);
} finally {
  rmSync(folder, { recursive: true });
}

/** The C kernel, built three ways; undefined without clang. */
function builtFromC() {
  const wasm = join(folder, 'kernel.wasm');
  const linked = ['-nostdlib', '-Wl,--no-entry', '-Wl,-z,stack-size=8192'];
  try {
    clang(['--target=wasm32', '-msimd128', '-fno-builtin', ...linked, '-o', wasm, 'kernel.c']);
    const natives = [[], ['-DWIDE']].map((flags, i) => {
      const program = join(folder, `native${i}`);
      clang(['-march=native', '-fno-math-errno', ...flags, '-o', program, 'native.c', '-lm']);
      return program;
    });
    return { wasm, natives };
  } catch (error) {
    process.stderr.write(`no C to compare with: ${error.message.split('\n')[0]}\n`);
    return undefined;
  }
}

function clang(words) {
  execFileSync('clang', ['-O3', ...words], { cwd: NATIVE, stdio: ['ignore', 'ignore', 'pipe'] });
}

function rowsOf(name, builds) {
  const found = loadGraph(name);
  if (!found) return [];
  const graph = { ...found, weight: new Float64Array(found.source.length).fill(1) };
  return [false, true].flatMap((linLog) => {
    if (linLog && found.count > 500_000) return [];
    return [rowOf(name, graph, { ...SETTINGS, linLog, scaling: linLog ? 1 : 10 }, builds)];
  });
}

function rowOf(name, graph, settings, builds) {
  const bodies = bodiesOf(graph, settings);
  const forces = kernelForces(graph, spiral(graph.count, 10, 1), settings);
  const { speed } = forces.run(SETTLE[name] ?? 100);
  const state = { graph, bodies, places: forces.positions(), settings, speed };
  const steps = Math.max(4, Math.min(400, Math.round(1e6 / graph.count)));
  const engines = {
    graphology: graphologyRounds(state, Math.ceil(steps / 20)),
    kernel: kernelRounds(forces, steps),
    fixed: fixedRounds(newKernel(), state, steps),
    ...(builds && cRounds(builds, state, steps)),
  };
  const best = Object.fromEntries(Object.keys(engines).map((key) => [key, Infinity]));
  // Engine after engine, round after round: what else the machine does falls on all alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [key, run] of Object.entries(engines)) best[key] = Math.min(best[key], run());
  }
  return { name, count: graph.count, pairs: graph.source.length, settings, best, errors: errorsOf(state) };
}

function timed(steps, work) {
  const from = performance.now();
  work();
  return (performance.now() - from) / steps;
}

function kernelRounds(forces, steps) {
  return () => timed(steps, () => forces.run(steps));
}

/** The same steps as native.c does. */
function fixedRounds(kernel, { bodies, places, settings, speed }, steps) {
  const { count, source, target, pull, mass } = bodies;
  if (!kernel.allot(count, source.length)) throw new Error('no memory');
  const at = (list, values, Numbers) =>
    new Numbers(kernel.memory.buffer, kernel.at(list), values.length).set(values);
  [places.x, places.y, mass].forEach((values, list) => {
    at(list, values, Float32Array);
  });
  at(3, mass.map((_, i) => i), Uint32Array); // biome-ignore format: one row
  at(4, source, Uint32Array);
  at(5, target, Uint32Array);
  at(6, pull, Float32Array);
  const run = () => {
    for (let step = 0; step < steps; step++) {
      if (step % SORT_EVERY === 0) kernel.sort();
      kernel.repel(settings.scaling, settings.theta);
      kernel.attract(settings.linLog ? 1 : 0);
      kernel.weigh(settings.gravity, settings.strongGravity ? 1 : 0);
      kernel.move(speed * SLOW);
    }
  };
  return () => timed(steps, run);
}

function cRounds({ wasm, natives }, state, steps) {
  const { bodies, places, settings, speed } = state;
  const module = new WebAssembly.Module(readFileSync(wasm));
  const file = join(folder, 'state');
  const { count, source, target, pull, mass } = bodies;
  const head = Int32Array.of(count, source.length, settings.linLog ? 1 : 0, 1, steps, SORT_EVERY);
  const set = Float32Array.of(settings.scaling, settings.gravity, settings.theta, speed * SLOW);
  const [x, y, m, p] = [places.x, places.y, mass, pull].map((values) => Float32Array.from(values));
  const parts = [head, set, x, y, m, source, target, p];
  const bytes = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  writeFileSync(file, Buffer.concat(bytes));
  const native = natives.map((program) => () => Number(execFileSync(program, [file], { encoding: 'utf8' })));
  return {
    cWasm: fixedRounds(new WebAssembly.Instance(module).exports, state, steps),
    native4: native[0],
    native8: native[1],
  };
}

function matrixOf({ bodies, places }) {
  const nodes = new Float32Array(bodies.count * 10);
  bodies.mass.forEach((mass, i) => {
    nodes.set([places.x[i], places.y[i], 0, 0, 0, 0, mass, 1, 1, 0], i * 10);
  });
  return nodes;
}

function optionsOf({ linLog, scaling, gravity }) {
  return {
    linLogMode: linLog,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: scaling,
    gravity,
    strongGravityMode: true,
    slowDown: 1000,
    barnesHutOptimize: true,
    barnesHutTheta: SETTINGS.theta,
  };
}

function graphologyRounds(state, steps) {
  const { source, target, pull } = state.bodies;
  const nodes = matrixOf(state);
  const edges = new Float32Array(source.length * 3);
  source.forEach((from, i) => {
    edges.set([from * 10, target[i] * 10, pull[i]], i * 3);
  });
  const run = () => {
    for (let step = 0; step < steps; step++) iterate(optionsOf(state.settings), nodes, edges);
  };
  // A large graph takes seconds: twice is enough.
  let left = state.bodies.count > 500_000 ? 2 : ROUNDS;
  return () => (left-- > 0 ? timed(steps, run) : Infinity);
}

/** The error of the repulsion of both against the exact sum, on a sample of the nodes. */
function errorsOf(state) {
  const { bodies, places, settings } = state;
  const nodes = matrixOf(state);
  iterate({ ...optionsOf(settings), gravity: 0 }, nodes, new Float32Array(0));
  const theirs = (i) => [nodes[i * 10 + 2], nodes[i * 10 + 3]];
  const own = kernelRepulsionAt(bodies, places, settings);
  const sample = Array.from({ length: SAMPLE }, (_, i) => Math.floor((i * bodies.count) / SAMPLE));
  const right = sample.map((i) => exactAt(i, bodies, places, settings.scaling));
  const rms = (found) => {
    let [errors, squares] = [0, 0];
    sample.forEach((node, i) => {
      const [x, y] = found(node);
      errors += (x - right[i][0]) ** 2 + (y - right[i][1]) ** 2;
      squares += right[i][0] ** 2 + right[i][1] ** 2;
    });
    return Math.sqrt(errors / squares);
  };
  return { graphology: rms(theirs), kernel: rms((i) => [own.x[i], own.y[i]]) };
}

function exactAt(i, { count, mass }, { x, y }, scaling) {
  let [sumX, sumY] = [0, 0];
  for (let j = 0; j < count; j++) {
    const [dx, dy] = [x[i] - x[j], y[i] - y[j]];
    const square = dx * dx + dy * dy;
    if (square === 0) continue;
    sumX += (mass[j] * dx) / square;
    sumY += (mass[j] * dy) / square;
  }
  return [scaling * mass[i] * sumX, scaling * mass[i] * sumY];
}

function print(rows) {
  const ms = (value) => (Number.isFinite(value) ? value.toPrecision(3) : '–');
  const percent = (value) => `${(value * 100).toFixed(2)} %`;
  const lines = rows.map(({ name, count, pairs, settings, best, errors }) => {
    const native = Math.min(best.native4 ?? Infinity, best.native8 ?? Infinity);
    return [
      `${name} ${settings.linLog ? 'LinLog' : 'FA2'}`,
      `${count} / ${pairs}`,
      ms(best.graphology),
      ms(best.kernel),
      `${(best.graphology / best.kernel).toFixed(1)}×`,
      ms(best.fixed),
      ms(best.cWasm),
      `${ms(best.native4)} / ${ms(best.native8)}`,
      ms(best.fixed / best.cWasm),
      ms(best.fixed / best.native4),
      ms(best.fixed / native),
      percent(errors.graphology),
      percent(errors.kernel),
    ];
  });
  const head = [
    'graph',
    'nodes / pairs',
    'graphology',
    'kernel',
    'faster',
    'kernel, fixed schedule',
    'C as wasm',
    'native C, 4 / 8 wide',
    'to C as wasm',
    'to native, 4 wide',
    'to the faster native',
    'graphology’s error',
    'kernel’s error',
  ];
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  process.stdout.write(`milliseconds per iteration, best of ${ROUNDS} rounds\n\n${table.join('\n')}\n`);
}
