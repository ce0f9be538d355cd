import { centred, type Positions, scaled } from './positions.ts';
import { areaWith } from './sizes.ts';

/** The part of a component's disc that its circles, with the room around them, should fill. */
const FILL = 0.4;

/**
 * Scales positions of any unit so that the circles fill two fifths of the disc they lie in.
 *
 * Enough room to tell nodes apart and to see edges, and no more. The disc is taken from the mean square distance:
 * an even disc of radius R has R²/2.
 */
export function spreadToSizes(positions: Positions, radii: Float64Array, gap: number): Positions {
  const middle = centred(positions);
  let squares = 0;
  middle.x.forEach((x, i) => {
    squares += x * x + (middle.y[i] ?? 0) ** 2;
  });
  if (squares === 0) return middle;
  const disc = (2 * Math.PI * squares) / radii.length;
  return scaled(middle, Math.sqrt(areaWith(radii, gap) / FILL / disc));
}
