import type { Positions } from '../positions.ts';

/** The forces of the step before and of this one. */
export interface Moment {
  readonly before: Positions;
  readonly force: Positions;
  readonly mass: Float64Array;
}

/** How far the forces turned since the last step, and how far they agree, weighted by mass. */
export function swingOf({ before, force, mass }: Moment): { swinging: number; traction: number } {
  let swinging = 0;
  let traction = 0;
  mass.forEach((own, i) => {
    const [x, y] = [force.x[i] ?? 0, force.y[i] ?? 0];
    const [oldX, oldY] = [before.x[i] ?? 0, before.y[i] ?? 0];
    swinging += own * length(oldX - x, oldY - y);
    traction += (own * length(oldX + x, oldY + y)) / 2;
  });
  return { swinging, traction };
}

/** The mean distance between two states of the same nodes. */
export function meanMove(earlier: Positions, now: Positions): number {
  let sum = 0;
  now.x.forEach((x, i) => {
    sum += length(x - (earlier.x[i] ?? 0), (now.y[i] ?? 0) - (earlier.y[i] ?? 0));
  });
  return sum / Math.max(now.x.length, 1);
}

/** The root mean square distance from the centroid. */
export function extentOf({ x, y }: Positions): number {
  const count = Math.max(x.length, 1);
  let [sumX, sumY, squares] = [0, 0, 0];
  x.forEach((value, i) => {
    const other = y[i] ?? 0;
    sumX += value;
    sumY += other;
    squares += value * value + other * other;
  });
  const middle = (sumX * sumX + sumY * sumY) / count;
  return Math.sqrt(Math.max(squares - middle, 0) / count);
}

export function length(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
