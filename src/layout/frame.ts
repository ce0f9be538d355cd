import { centred, type Positions, reach, scaled } from './positions.ts';

/** No coordinate of the frame is larger; with the centroid at the origin Gephi then imports without rescaling. */
export const FRAME = 5000;
/** Room for what centring and rounding may add. */
export const INNER = FRAME - 2;
/** Circles farther apart than this stay apart: rounding moves a coordinate by up to 0.015. */
export const ROUNDING_GAP = 0.05;

/** The scale, at most 1, at which centred positions keep within the frame. */
export function scaleToFrame(positions: Positions): number {
  return Math.min(1, INNER / Math.max(reach(centred(positions)), 1));
}

/**
 * Centred positions that reach beyond the frame, drawn in: the inner half of the frame stays as it is, and what
 * lies outside it moves straight towards the origin, the farther the more. A few outliers cost no crowd its room.
 */
export function drawnIn(positions: Positions): Positions {
  const farthest = reach(positions);
  const inner = INNER / 2;
  if (farthest <= INNER) return positions;
  const outer = INNER * 0.98;
  const factor = (x: number, y: number): number => {
    const distance = Math.max(Math.abs(x), Math.abs(y));
    if (distance <= inner) return 1;
    return (inner + ((outer - inner) * (distance - inner)) / (farthest - inner)) / distance;
  };
  const { x, y } = positions;
  return {
    x: x.map((value, i) => value * factor(value, y[i] ?? 0)),
    y: y.map((value, i) => value * factor(x[i] ?? 0, value)),
  };
}

/**
 * Positions in hundredths, with the centroid exactly at the origin and all within the frame.
 *
 * Scales down only where they reach beyond it. What rounding leaves of the sum is taken back a hundredth at a
 * time, from nodes spread over the whole.
 */
export function toFrame(positions: Positions): Positions {
  const { x, y } = centred(scaled(centred(positions), scaleToFrame(positions)));
  return { x: roundedToZeroSum(x), y: roundedToZeroSum(y) };
}

function roundedToZeroSum(values: Float64Array): Float64Array {
  const hundredths = values.map((value) => Math.round(value * 100));
  let sum = 0;
  for (const value of hundredths) sum += value;
  const count = values.length;
  const excess = Math.abs(sum);
  const step = Math.sign(sum);
  for (let i = 0; i < excess; i++) {
    // Evenly over the nodes; after a whole lap from the start again.
    const node = excess <= count ? Math.floor((i * count) / excess) : i % count;
    hundredths[node] = (hundredths[node] ?? 0) - step;
  }
  // The sum with 0 turns −0 into 0, which would be written as «-0».
  return hundredths.map((value) => value / 100 + 0);
}
