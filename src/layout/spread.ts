import { type Circles, countOverlaps } from './overlap.ts';
import { centred, type Positions, reach, scaled, square } from './positions.ts';
import { areaWith } from './sizes.ts';

/** The part of their disc that circles, with the room around them, fill at most. */
const FILL = 0.16;
/** They may fill less, down to this many nodes over their number. */
const SPARSE = 6;
/** Pushing circles apart parts neighbours: so many pairs a circle may have to be. */
const PUSHED = 0.05;
const GROWTH = 1.2;
/** Of the nodes, one in so many may lie beyond the limit: it is drawn in later, rather than all others now. */
const OUTLIERS = 500;

/**
 * Scales positions of any unit to the room that the circles want: the least, from a sixth of the disc filled, at
 * which few have to be pushed apart; and nearly all within `limit` of the centroid.
 *
 * The disc is taken from the mean square distance: an even disc of radius R has R²/2.
 */
export function spreadToSizes(positions: Positions, circles: Circles, limit: number): Positions {
  const { radii, gap } = circles;
  const middle = centred(positions);
  const distances = middle.x.map((x, i) => Math.sqrt(x * x + square(middle.y[i] ?? 0)));
  let squares = 0;
  for (const distance of distances) squares += distance * distance;
  if (squares === 0) return middle;
  const disc = (2 * Math.PI * squares) / radii.length;
  const filling = (part: number) => Math.sqrt(areaWith(radii, gap) / part / disc);
  const sparsest = filling(Math.min(FILL, SPARSE / radii.length));
  const most = Math.min(sparsest, limit / farthestOf(distances, reach(middle)));
  let scale = Math.min(filling(FILL), most);
  while (scale < most && countOverlaps(scaled(middle, scale), radii, gap) > PUSHED * radii.length)
    scale = Math.min(scale * GROWTH, most);
  return scaled(middle, scale);
}

function farthestOf(distances: Float64Array, fallback: number): number {
  const spared = Math.floor(distances.length / OUTLIERS);
  return distances.slice().sort()[distances.length - 1 - spared] || fallback;
}
