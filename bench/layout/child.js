/**
 * Lays out one graph with one engine in a process of its own: `node child.js ENGINE GRAPH.u32 OUT BUDGET`.
 *
 * Writes all x, then all y, then the radii if any as 64-bit numbers to OUT, and prints the seconds of the layout alone and
 * the peak of the memory. An engine of alike steps that is not through after BUDGET CPU seconds is stopped, its time
 * extrapolated from the steps done, and OUT stays unwritten: a picture half done says nothing about the engine.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { ENGINES } from './engines.js';
import { fromNumbers } from './graphs.js';

/** A layout in one call that takes less is run again, for the seconds that it takes when the JavaScript engine is warm. */
const WARM = 6;

const [name, file, out, budget] = process.argv.slice(2);
const bytes = readFileSync(file);
const graph = fromNumbers(new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
const engine = ENGINES.find((known) => known.name === name);
const run = await engine.prepare(graph);
const loaded = process.resourceUsage().maxRSS * 1024;
globalThis.gc?.();
const [started, used] = [performance.now(), process.cpuUsage()];
const done = run.all ? await run.all() : takeSteps(run, engine.steps);
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(used);
const peak = process.resourceUsage().maxRSS * 1024;
const share = done === undefined ? 1 : done / engine.steps;
const whole = share === 1;
const report = {
  seconds: seconds / share,
  cpu: (user + system) / 1e6 / share,
  loaded,
  peak,
  note: run.note?.(),
  ...(run.all && seconds < WARM ? { warm: await secondsOf(run.all) } : {}),
  ...(whole ? { hash: save(run.places()) } : { stepsDone: done }),
};
process.stdout.write(`${JSON.stringify(report)}\n`);

async function secondsOf(work) {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

function takeSteps({ step }, steps) {
  let done = 0;
  while (done < steps && (done === 0 || process.cpuUsage(used).user < Number(budget) * 1e6)) {
    step();
    done++;
  }
  return done;
}

function save({ x, y, radii = [] }) {
  const flat = new Float64Array(x.length + y.length + radii.length);
  flat.set(x);
  flat.set(y, x.length);
  flat.set(radii, x.length + y.length);
  const saved = new Uint8Array(flat.buffer);
  writeFileSync(out, saved);
  return createHash('sha256').update(saved).digest('hex');
}
