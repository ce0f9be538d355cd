/** Runs one engine on one graph, in a process of its own, and measures its picture. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitted, radiiOf } from './frame.js';
import { qualityOf } from './quality.js';

const CHILD = fileURLToPath(new URL('child.js', import.meta.url));

/** A layout quicker than this many seconds is run thrice and the median counts. */
const SHORT = 6;

/**
 * `{engine, seconds, cpu, peak?, note?, stepsDone?, quality?, places?}`, or `{engine, failed}` with the reason. `files` is
 * `{graph, out}`; `limits` seconds: `budget` of the engines of alike steps, `timeout` of all.
 */
export function measureEngine(engine, graph, files, limits) {
  rmSync(files.out, { force: true });
  const once = () =>
    engine.command ? runProgram(engine.command(graph, files.graph), limits) : runChild(engine, files, limits);
  const first = once();
  const result = first.cpu < SHORT ? medianOf([once(), first, once()]) : first;
  if (result.failed || !(result.places ?? existsSync(files.out))) return { engine: engine.name, ...result };
  const places = framed(result.places ?? readPlaces(files.out, graph.count), engine, graph);
  const finite = places.x.every(Number.isFinite) && places.y.every(Number.isFinite);
  if (!finite) return { engine: engine.name, ...result, failed: 'places are not finite' };
  const quality = qualityOf(graph, places.x, places.y, places.radii);
  return { engine: engine.name, ...result, quality, places };
}

function medianOf(results) {
  return results.filter(({ failed }) => !failed).sort((a, b) => a.cpu - b.cpu)[1] ?? results[1];
}

/** The hash of the picture of one run of an own engine. */
export function hashOf(engine, files, limits) {
  return runChild(engine, files, limits).hash;
}

function runChild(engine, files, { budget, timeout }) {
  const args = ['--expose-gc', CHILD, engine.name, files.graph, files.out, String(budget)];
  return attempt(timeout, () =>
    JSON.parse(
      execFileSync(process.execPath, args, {
        encoding: 'utf8',
        timeout: timeout * 1000,
        killSignal: 'SIGKILL',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    ),
  );
}

/** GNU time reports what the program used; one that reports itself, without its start, is believed. */
function runProgram({ program, args, input, env, places }, { timeout }) {
  return attempt(timeout, () => {
    const run = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', program, ...args], {
      input,
      env,
      maxBuffer: 1 << 30,
      encoding: 'utf8',
      timeout: timeout * 1000,
      killSignal: 'SIGKILL',
    });
    if (run.error) throw run.error;
    if (run.status !== 0) throw new Error(run.stderr.trim().split('\n').at(-2) ?? `exit ${run.status}`);
    const [wall, user, system, kilobytes] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number);
    const { seconds = wall, cpu = user + system, ...found } = places(run.stdout);
    return { seconds, cpu, peak: kilobytes * 1024, places: found };
  });
}

function attempt(timeout, run) {
  try {
    return run();
  } catch (error) {
    if (error.code === 'ETIMEDOUT') return { failed: `over ${timeout} s`, over: timeout };
    if (error.code === 'ENOENT') return { failed: 'not installed' };
    const [first] = String(error.stderr ?? error.message).match(/\w*Error: .*/) ?? [
      error.message.split('\n')[0],
    ];
    return { failed: first.slice(0, 80) };
  }
}

function readPlaces(file, count) {
  const bytes = readFileSync(file);
  const flat = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const radii = flat.length > 2 * count ? flat.slice(2 * count) : undefined;
  return { x: flat.slice(0, count), y: flat.slice(count, 2 * count), radii };
}

/** Overlaps need one scale: the own pictures keep theirs, the others get the whole frame and the own radii. */
function framed(places, engine, graph) {
  const radii = places.radii ?? radiiOf(graph);
  return engine.own ? { ...places, radii } : { ...fitted(places), radii };
}
