import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Positions } from '../positions.ts';
import { STRONGEST } from './bodies.ts';
import type { ForceEngine, ForceGraph, ForceSettings, StepReport } from './forces.ts';
import { ln } from './ln.ts';
import { extentOf, meanMove, swingOf } from './moment.ts';
import { usableStart } from './start.ts';

/** Columns of the package's matrix of nodes. */
const [X, Y, FORCE_X, FORCE_Y, BEFORE_X, BEFORE_Y, MASS, CONVERGENCE, SIZE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const NODE_COLUMNS = 10;
/** The package's own advice where to use its tree. */
const TREE_FROM = 2000;

interface Matrices {
  readonly nodes: Float32Array | Float64Array;
  readonly edges: Float64Array;
}

/**
 * ForceAtlas2 as graphology-layout-forceatlas2 0.10 computes it, step by step on the package's own matrices.
 *
 * It has a speed for each node and no global one: `tolerance` has no say, the report's speed is 1, and the whole is
 * slowed by 1 + ln n as the package advises. Its mass is the sum of weights + 1, where others count pairs. Beyond 2,000
 * nodes it uses its tree, which loses mass (docs/design/graphology-mass-loss.md); up to there, and with `theta` 0, it
 * sums all pairs.
 */
export const graphologyForces: ForceEngine = (graph, start, settings) => {
  const matrices = matricesOf(graph, usableStart(start, graph.count), Float32Array);
  const options = optionsOf(graph.count, settings);
  let steps = 0;
  let report: StepReport | undefined;
  return {
    run(more) {
      for (let i = 0; i < more && graph.count > 0; i++) {
        report = stepped(matrices, options, ++steps);
      }
      const extent = extentOf(column2(matrices, X, Y));
      return report ?? { steps, swinging: 0, traction: 0, speed: 1, moved: 0, extent };
    },
    positions: () => column2(matrices, X, Y),
  };
};

/** The forces of the package's exact sum, in numbers of 64 bits: the outside reference for `exactForcesAt`. */
export function graphologyForcesAt(graph: ForceGraph, places: Positions, settings: ForceSettings): Positions {
  const matrices = matricesOf(graph, places, Float64Array);
  iterate(optionsOf(graph.count, settings), matrices.nodes, matrices.edges);
  return column2(matrices, FORCE_X, FORCE_Y);
}

type Options = Parameters<typeof iterate>[0];

function optionsOf(count: number, settings: ForceSettings): Options {
  return {
    linLogMode: settings.linLog,
    outboundAttractionDistribution: settings.dissuadeHubs,
    edgeWeightInfluence: settings.weightInfluence,
    // Its gravity is divided by the scaling and multiplied again.
    gravity: settings.gravity,
    strongGravityMode: settings.strongGravity,
    scalingRatio: settings.scaling,
    slowDown: 1 + ln(Math.max(count, 1)),
    barnesHutOptimize: settings.theta > 0 && count > TREE_FROM,
    barnesHutTheta: settings.theta,
  };
}

function matricesOf<Numbers extends Float32Array | Float64Array>(
  graph: ForceGraph,
  places: Positions,
  numbers: new (length: number) => Numbers,
): Matrices {
  const nodes = new numbers(graph.count * NODE_COLUMNS);
  for (let i = 0; i < graph.count; i++) {
    const row = i * NODE_COLUMNS;
    nodes[row + X] = places.x[i] ?? 0;
    nodes[row + Y] = places.y[i] ?? 0;
    nodes[row + MASS] = 1;
    nodes[row + CONVERGENCE] = 1;
    nodes[row + SIZE] = 1;
  }
  return { nodes, edges: edgesOf(graph, nodes) };
}

/** Fills in the masses too. Loops are left out; a weight below 0 or NaN counts as 0. */
function edgesOf({ source, target, weight }: ForceGraph, nodes: Float32Array | Float64Array): Float64Array {
  const edges: number[] = [];
  source.forEach((from, pair) => {
    const to = target[pair] ?? 0;
    if (from === to) return;
    const own = weight[pair] ?? 0;
    const pull = own > 0 ? Math.min(own, STRONGEST) : 0;
    for (const end of [from, to]) {
      const mass = end * NODE_COLUMNS + MASS;
      nodes[mass] = (nodes[mass] ?? 1) + pull;
    }
    edges.push(from * NODE_COLUMNS, to * NODE_COLUMNS, pull);
  });
  return Float64Array.from(edges);
}

function stepped(matrices: Matrices, options: Options, steps: number): StepReport {
  const earlier = column2(matrices, X, Y);
  iterate(options, matrices.nodes, matrices.edges);
  const now = column2(matrices, X, Y);
  keepFinite(matrices, earlier, now);
  const force = column2(matrices, FORCE_X, FORCE_Y);
  const before = column2(matrices, BEFORE_X, BEFORE_Y);
  const sums = swingOf({ before, force, mass: column(matrices, MASS) });
  return { steps, ...sums, speed: 1, moved: meanMove(earlier, now), extent: extentOf(now) };
}

/** A node whose next place is no number keeps its last one, and starts anew from there. */
function keepFinite({ nodes }: Matrices, earlier: Positions, now: Positions): void {
  now.x.forEach((x, i) => {
    if (Number.isFinite(x) && Number.isFinite(now.y[i])) return;
    const row = i * NODE_COLUMNS;
    nodes[row + X] = now.x[i] = earlier.x[i] ?? 0;
    nodes[row + Y] = now.y[i] = earlier.y[i] ?? 0;
    nodes[row + FORCE_X] = nodes[row + FORCE_Y] = 0;
    nodes[row + CONVERGENCE] = 1;
  });
}

function column2(matrices: Matrices, first: number, second: number): Positions {
  return { x: column(matrices, first), y: column(matrices, second) };
}

function column({ nodes }: Matrices, offset: number): Float64Array {
  const values = new Float64Array(nodes.length / NODE_COLUMNS);
  for (let i = 0; i < values.length; i++) values[i] = nodes[i * NODE_COLUMNS + offset] ?? 0;
  return values;
}
