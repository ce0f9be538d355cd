import type { ForceSettings } from './forces.ts';

/** The least share of the speed that the swinging would allow. */
const LEAST_EFFICIENCY = 0.05;
const MOST_TOLERANCE = 10;

/** The state of the global speed between two steps. */
interface Pace {
  readonly speed: number;
  /** How much of the allowed speed is used: less after steps that swung too much. */
  readonly efficiency: number;
}

export const FIRST_PACE: Pace = { speed: 1, efficiency: 1 };

/**
 * The global speed of the next move (Jacomy et al. 2014, «Adapting the global speed»), with Gephi's refinements.
 *
 * The tolerated swinging grows with the root of the number of nodes; speed rises by half per step at most; where
 * the whole swings more than it moves, efficiency falls, and it recovers slowly.
 */
export function nextPace(
  pace: Pace,
  sums: { readonly swinging: number; readonly traction: number; readonly count: number },
  settings: ForceSettings,
): Pace {
  const { swinging, traction, count } = sums;
  const tolerance = toleranceOf(sums, settings.tolerance);
  const erratic = swinging > 2 * traction;
  const allowed = erratic ? Math.max(tolerance, settings.tolerance) : tolerance;
  const efficiency = erratic ? lessened(pace.efficiency, 0.5) : pace.efficiency;
  const wanted = swinging > 0 ? allowed * efficiency * (traction / swinging) : Number.MAX_VALUE;
  const speed = Math.min(wanted, pace.speed * 1.5);
  const next = swinging > allowed * traction ? lessened(efficiency, 0.7) : recovered(efficiency, pace.speed);
  const usable = count > 0 && Number.isFinite(speed) && speed > 0;
  return { speed: usable ? speed : pace.speed, efficiency: next };
}

function toleranceOf({ traction, count }: { traction: number; count: number }, tolerance: number): number {
  const estimate = 0.05 * Math.sqrt(count);
  const least = Math.sqrt(estimate);
  const byTraction = (estimate * traction) / Math.max(count * count, 1);
  return tolerance * Math.max(least, Math.min(MOST_TOLERANCE, byTraction));
}

function lessened(efficiency: number, factor: number): number {
  return efficiency > LEAST_EFFICIENCY ? efficiency * factor : efficiency;
}

function recovered(efficiency: number, speed: number): number {
  return speed < 1000 ? efficiency * 1.3 : efficiency;
}
