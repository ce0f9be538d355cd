import type { ForceGraph } from './forces/forces.ts';
import { type Groups, groupsOf, quotient } from './groups.ts';
import { unfold } from './pivots.ts';
import type { Positions } from './positions.ts';
import { spiral } from './seed.ts';
import { type Settled, type Settling, settle } from './settle.ts';

/** Larger graphs are laid out by levels: groups first, then their members inside. */
const LEVELS_ABOVE = 1_500;
/** The most members of a group. */
const MOST_MEMBERS = 200;
/** The most steps of the forces on a level whose start comes from its groups, if the rule does not end them. */
const REFINING_STEPS = 80;
/** Groups that are not at least so much fewer than their members are no level. */
const SHRINKING = 0.8;
/** About what the forces keep between linked nodes. */
const UNIT = 10;

export interface LevelSettled extends Settled {
  /** How many graphs were laid out: 1 where there was no need of groups. */
  readonly levels: number;
}

/**
 * Unfolds a connected graph and lets the forces act until they rest; one above 1,500 nodes by levels.
 *
 * Groups of nodes that hang together are laid out first, as a graph of their own, and so on until it is small; then
 * members start around the place of their group and take few steps (multilevel layout; Walshaw 2003).
 */
export function settleFromScratch(graph: ForceGraph, seed: number, settling: Settling): LevelSettled {
  if (graph.count > LEVELS_ABOVE) {
    const groups = groupsOf(graph, MOST_MEMBERS);
    if (groups.count < SHRINKING * graph.count) return settleGroups(graph, groups, { seed, settling });
  }
  return { ...settle(graph, unfolded(graph, seed), settling), levels: 1 };
}

function settleGroups(
  graph: ForceGraph,
  groups: Groups,
  { seed, settling }: { readonly seed: number; readonly settling: Settling },
): LevelSettled {
  const { progress } = settling;
  const coarse = settleFromScratch(quotient(graph, groups), seed, {
    ...settling,
    progress: progress && ((part) => progress(part / 2)),
  });
  const start = inside(coarse.positions, groups, seed);
  const settled = settle(graph, start, {
    ...settling,
    most: REFINING_STEPS,
    progress: progress && ((part) => progress(0.5 + part / 2)),
  });
  return { ...settled, levels: coarse.levels + 1 };
}

/** Unfolded; the spiral parts the nodes that unfolding leaves at one place. */
function unfolded(graph: ForceGraph, seed: number): Positions {
  const unit = UNIT * Math.sqrt(graph.count);
  const { x, y } = unfold(graph);
  const spread = spiral(graph.count, 2, seed);
  return {
    x: x.map((value, i) => value * unit + (spread.x[i] ?? 0)),
    y: y.map((value, i) => value * unit + (spread.y[i] ?? 0)),
  };
}

/** Members in a disc around the place of their group, in order of the index; the whole grows to hold them all. */
function inside({ x, y }: Positions, { count, of }: Groups, seed: number): Positions {
  const growth = Math.sqrt(of.length / count);
  const disc = spiral(MOST_MEMBERS + 1, UNIT / 2, seed);
  const placed = new Uint32Array(count);
  const start = { x: new Float64Array(of.length), y: new Float64Array(of.length) };
  of.forEach((group, node) => {
    const at = placed[group] ?? 0;
    placed[group] = at + 1;
    start.x[node] = (x[group] ?? 0) * growth + (disc.x[at] ?? 0);
    start.y[node] = (y[group] ?? 0) * growth + (disc.y[at] ?? 0);
  });
  return start;
}
