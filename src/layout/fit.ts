import { drawnIn, ROUNDING_GAP, scaleToFrame } from './frame.ts';
import { type Circles, countOverlaps, removeOverlap } from './overlap.ts';
import { centred, type Positions } from './positions.ts';

/** Circles times rounds of pushing after each drawing in. */
const WORK = 1_000_000;
const MOST_FITTINGS = 20;

/**
 * Centred positions within the frame: what reaches beyond is drawn in, and what then overlaps is pushed apart again.
 *
 * Sizes stay as they are. Ends when all fits without an overlap, or when the work for so many circles is done: then
 * `toFrame` scales down what is left, and some may overlap.
 */
export function fitted(positions: Positions, radii: Float64Array): Positions {
  const circles = { radii, gap: ROUNDING_GAP };
  const rounds = Math.max(1, Math.min(60, Math.floor(WORK / Math.max(radii.length, 1))));
  const fittings = Math.max(2, Math.min(MOST_FITTINGS, Math.floor((4 * WORK) / (rounds * radii.length))));
  let current = centred(positions);
  for (let round = 0; round < fittings && !fits(current, circles); round++)
    current = centred(removeOverlap(drawnIn(current), circles, { rounds, spreadEvery: 0 }));
  return current;
}

function fits(positions: Positions, { radii, gap }: Circles): boolean {
  return scaleToFrame(positions) === 1 && countOverlaps(positions, radii, gap) === 0;
}
