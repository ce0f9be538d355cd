import type { Positions } from '../positions.ts';
import type { Bodies } from './bodies.ts';
import type { ForceSettings, Forces, StepReport } from './forces.ts';
import { extentOf, length, type Moment, swingOf } from './moment.ts';
import { FIRST_PACE, nextPace } from './speed.ts';
import { usableStart } from './start.ts';

/** Adds up the forces on all nodes at their places; the vectors come in filled with 0. */
type ForceSum = (places: Positions, force: Positions) => void;

/** A simulation in numbers of 64 bits, whatever sums the forces. */
export function simulation(
  bodies: Bodies,
  { start, settings }: { readonly start: Positions; readonly settings: ForceSettings },
  sum: ForceSum,
): Forces {
  const { count, mass } = bodies;
  const places = usableStart(start, count);
  let force = zeros(count);
  let pace = FIRST_PACE;
  let steps = 0;

  function step(): StepReport {
    const before = force;
    force = zeros(count);
    sum(places, force);
    const sums = { ...swingOf({ before, force, mass }), count };
    pace = nextPace(pace, sums, settings);
    steps += 1;
    const moved = move(places, { before, force, mass }, pace.speed);
    const { swinging, traction } = sums;
    return { steps, swinging, traction, speed: pace.speed, moved, extent: extentOf(places) };
  }

  return {
    run(more) {
      let report: StepReport = {
        steps,
        swinging: 0,
        traction: 0,
        speed: pace.speed,
        moved: 0,
        extent: extentOf(places),
      };
      for (let i = 0; i < more; i++) report = step();
      return report;
    },
    positions: () => ({ x: places.x.slice(), y: places.y.slice() }),
  };
}

function zeros(count: number): Positions {
  return { x: new Float64Array(count), y: new Float64Array(count) };
}

/** Moves every node by its force, the slower the more it swings; returns the mean distance. */
function move(places: Positions, { before, force, mass }: Moment, speed: number): number {
  let moved = 0;
  mass.forEach((own, i) => {
    const [x, y] = [force.x[i] ?? 0, force.y[i] ?? 0];
    const swing = own * length((before.x[i] ?? 0) - x, (before.y[i] ?? 0) - y);
    const factor = speed / (1 + Math.sqrt(speed * swing));
    const [toX, toY] = [(places.x[i] ?? 0) + x * factor, (places.y[i] ?? 0) + y * factor];
    if (!Number.isFinite(toX) || !Number.isFinite(toY)) return;
    moved += length(x * factor, y * factor);
    places.x[i] = toX;
    places.y[i] = toY;
  });
  return mass.length === 0 ? 0 : moved / mass.length;
}
