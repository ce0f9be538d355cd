import type { Positions } from '../positions.ts';
import { type Bodies, bodiesOf } from './bodies.ts';
import { exactForces } from './exact.ts';
import type { ForceEngine, ForceSettings, Forces, StepReport } from './forces.ts';
import { FIRST_PACE, nextPace } from './speed.ts';
import { usableStart } from './start.ts';
import { floats, type Kernel, LISTS, newKernel, words } from './wasm.ts';

/** Graphs up to this size are summed exactly: a kernel of their own would take longer to set up. */
const SMALL = 64;
/** Sorting pays once the bodies have moved by their usual distance, but not at every step. */
const SORT_AFTER = 1;
const SORT_BEFORE = 32;

/**
 * ForceAtlas2 in WebAssembly, in numbers of 32 bits: repulsion between groups of nodes, whichever are far enough by
 * `theta`, attraction and gravity exact. See docs/design/force-kernel.md.
 *
 * The same bytes in every engine: the instructions used are fixed by the WebAssembly specification. Up to 64 nodes
 * all pairs are summed instead. Throws a RangeError where the machine has no memory left: a million nodes with four
 * million pairs take 200 MB, and 4 GB are the most.
 */
export const kernelForces: ForceEngine = (graph, start, settings) => {
  if (graph.count <= SMALL) return exactForces(graph, start, settings);
  const bodies = bodiesOf(graph, settings);
  return simulate(loaded(bodies, usableStart(start, bodies.count)), bodies, settings);
};

/** The repulsion as the kernel approximates it at these places, to measure its error. */
export function kernelRepulsionAt(bodies: Bodies, places: Positions, settings: ForceSettings): Positions {
  const kernel = loaded(bodies, places);
  kernel.sort();
  kernel.repel(settings.scaling, settings.theta);
  return byNode(kernel, bodies.count, ['forceX', 'forceY']);
}

/** All forces as the kernel computes them at these places. */
export function kernelForcesAt(bodies: Bodies, places: Positions, settings: ForceSettings): Positions {
  const kernel = loaded(bodies, places);
  kernel.sort();
  addForces(kernel, settings);
  return byNode(kernel, bodies.count, ['forceX', 'forceY']);
}

function loaded(bodies: Bodies, places: Positions): Kernel {
  const { count, source, target, pull, mass } = bodies;
  const kernel = newKernel();
  if (kernel.allot(count, source.length) === 0)
    throw new RangeError(`no memory for the layout of ${count} nodes`);
  floats(kernel, 'x', count).set(places.x);
  floats(kernel, 'y', count).set(places.y);
  floats(kernel, 'mass', count).set(mass);
  words(kernel, 'id', count).forEach((_, i, ids) => {
    ids[i] = i;
  });
  words(kernel, 'source', source.length).set(source);
  words(kernel, 'target', source.length).set(target);
  floats(kernel, 'pull', source.length).set(pull);
  return kernel;
}

function addForces(kernel: Kernel, settings: ForceSettings): void {
  kernel.repel(settings.scaling, settings.theta);
  kernel.attract(settings.linLog ? 1 : 0);
  kernel.weigh(settings.gravity, settings.strongGravity ? 1 : 0);
}

function simulate(kernel: Kernel, { count }: Bodies, settings: ForceSettings): Forces {
  let pace = FIRST_PACE;
  let report: StepReport = { steps: 0, swinging: 0, traction: 0, speed: pace.speed, moved: 0, extent: 0 };
  let sinceSort = SORT_BEFORE;
  let drift = 0;

  function step(): StepReport {
    const apart = report.extent / Math.sqrt(count);
    if (sinceSort >= SORT_BEFORE || (sinceSort >= SORT_AFTER && drift > apart)) {
      kernel.sort();
      sinceSort = 0;
      drift = 0;
    }
    addForces(kernel, settings);
    const { swinging, traction } = sumsOf(kernel);
    pace = nextPace(pace, { swinging, traction, count }, settings);
    kernel.move(pace.speed);
    const { moved, x, y, squares } = sumsOf(kernel);
    const extent = Math.sqrt(Math.max(squares - (x * x + y * y) / count, 0) / count);
    sinceSort += 1;
    drift += moved / count;
    const steps = report.steps + 1;
    return { steps, swinging, traction, speed: pace.speed, moved: moved / count, extent };
  }

  return {
    run(more) {
      for (let i = 0; i < more; i++) report = step();
      return report;
    },
    positions: () => byNode(kernel, count, ['x', 'y']),
  };
}

function sumsOf(kernel: Kernel): {
  readonly swinging: number;
  readonly traction: number;
  readonly moved: number;
  readonly x: number;
  readonly y: number;
  readonly squares: number;
} {
  const sums = new Float64Array(kernel.memory.buffer, kernel.at(LISTS.sums), 6);
  const [swinging = 0, traction = 0, moved = 0, x = 0, y = 0, squares = 0] = sums.map(finite);
  return { swinging, traction, moved, x, y, squares };
}

/** A sum of forces that left the numbers of 32 bits is the largest that can be told. */
function finite(sum: number): number {
  return Number.isFinite(sum) ? sum : Number.MAX_VALUE;
}

/** Two lists of bodies in the order of the nodes. */
function byNode(
  kernel: Kernel,
  count: number,
  [first, second]: readonly ['x' | 'forceX', 'y' | 'forceY'],
): Positions {
  const found = { x: new Float64Array(count), y: new Float64Array(count) };
  const own = floats(kernel, first, count);
  const other = floats(kernel, second, count);
  words(kernel, 'id', count).forEach((node, i) => {
    found.x[node] = own[i] ?? 0;
    found.y[node] = other[i] ?? 0;
  });
  return found;
}
