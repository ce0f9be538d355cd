import type { ForceEngine, ForceGraph } from './forces/forces.ts';
import type { Positions } from './positions.ts';
import type { Profile } from './profiles.ts';

/** Steps between two looks at the movement. */
const SLICE = 10;
/** The rule does not end sooner, nor later, than after so many steps. */
const FEWEST = 40;
const MOST = 600;
/** From so many nodes on the rule is as the profile says it. */
const LARGE = 5000;

export interface Settling {
  readonly engine: ForceEngine;
  readonly profile: Profile;
  /** The rule ends no later than after so many steps; 600 by default. */
  readonly most?: number | undefined;
  /** A number of steps instead of the stopping rule. */
  readonly iterations?: number | undefined;
  /** Hears how far the work is: from 0 to 1. */
  readonly progress?: ((part: number) => void) | undefined;
}

export interface Settled {
  readonly positions: Positions;
  /** The steps taken. */
  readonly iterations: number;
}

/**
 * Lets the forces act from a start until they rest.
 *
 * They rest when the mean movement of a step is below `profile.calm` of the root mean square distance from the
 * centroid; after `most` steps at the latest.
 */
export function settle(graph: ForceGraph, start: Positions, settling: Settling): Settled {
  const { engine, profile, iterations, progress } = settling;
  const most = iterations ?? settling.most ?? MOST;
  if (most === 0) return { positions: start, iterations: 0 };
  const calm = profile.calm * Math.min(1, Math.sqrt(graph.count / LARGE));
  const forces = engine(graph, start, profile.settings);
  let [done, part] = [0, 0];
  while (done < most) {
    const { moved, extent } = forces.run(Math.min(SLICE, most - done));
    done += Math.min(SLICE, most - done);
    if (iterations === undefined && done >= FEWEST && moved <= calm * extent) break;
    // Movement falls about as 1 / steps, so that its ratio to the calm wanted grows as the work done.
    const judged = iterations === undefined && moved > 0 ? (calm * extent) / moved : 0;
    part = Math.min(1, Math.max(part, done / most, judged));
    progress?.(part);
  }
  progress?.(1);
  return { positions: forces.positions(), iterations: done };
}
