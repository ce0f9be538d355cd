import { square } from './positions.ts';

/** The smallest and the largest size; spanning both exactly keeps Gephi from rescaling on import. */
const SIZE_MIN = 4;
const SIZE_MAX = 100;
/** What clients draw where no sizes are given. */
const UNIFORM = 10;
/** The area that circles with their gaps may fill, of the 10⁸ of the frame: more, and pushing them apart parts neighbours. */
const ROOM = 5e5;
/** Between circles, where there is room. */
const GAP_MIN = 4;
const GAP_MAX = 40;
/**
 * The area, a fifth of the frame, that the circles of equal hubs may fill at most, and how many times that of smallest
 * circles it may then be. Beyond both most nodes are as large as can be, and lie on each other.
 */
const CROWDED = 2e7;
const CROWDED_TIMES = 2;
/** The highest power of the share of importance that sizes follow. */
const STEEPEST = 12;

/**
 * Sizes (radii, in the unit of positions) from the importance of the nodes, spanning exactly 4 to 100.
 *
 * They grow with the square root, so that areas show importance. Where so many nodes are large that they would not
 * fit the frame, all between the smallest and the largest shrink until they do, keeping their order. Rounded to
 * two decimals. Undefined where all nodes are equally important, and where so many share the highest importance that
 * they would cover each other: sizes then say nothing.
 */
export function sizesFor(importance: ArrayLike<number>): Float64Array | undefined {
  const roots = Float64Array.from(importance, (value) => Math.sqrt(value));
  let low = Infinity;
  let high = -Infinity;
  for (const root of roots) {
    low = Math.min(low, root);
    high = Math.max(high, root);
  }
  if (!(high > low)) return undefined;
  const shares = roots.map((root) => (root - low) / (high - low));
  let powers = shares;
  let sizes = powers.map(sizeOf);
  for (let power = 2; power <= STEEPEST && areaWith(sizes, GAP_MIN) > ROOM; power++) {
    powers = powers.map((value, i) => value * (shares[i] ?? 0));
    sizes = powers.map(sizeOf);
  }
  return isCrowded(sizes) ? undefined : sizes;
}

function isCrowded(sizes: Float64Array): boolean {
  const area = areaWith(sizes, GAP_MIN);
  return (
    area > CROWDED &&
    area >
      CROWDED_TIMES *
        areaWith(
          sizes.map(() => SIZE_MIN),
          GAP_MIN,
        )
  );
}

function sizeOf(share: number): number {
  return share === 1 ? SIZE_MAX : Math.round((SIZE_MIN + share * (SIZE_MAX - SIZE_MIN)) * 100) / 100;
}

/** The radii that nodes need room for: their sizes, or one that clients choose, less where there are very many. */
export function radiiFor(nodes: number, sizes: Float64Array | undefined): Float64Array {
  return sizes ?? new Float64Array(nodes).fill(Math.min(UNIFORM, 3000 / Math.sqrt(Math.max(nodes, 1))));
}

/**
 * The room between two circles, which is what shows of an edge between neighbours: the mean radius, so that a
 * picture of small nodes is no emptier than one of large ones; between 4 and 40 up to a hundred nodes, then less
 * with the root of their number, for the more are pushed the fewer keep their neighbours; and less where the frame
 * of 10,000 × 10,000 has no room.
 */
export function gapFor(radii: Float64Array): number {
  let sum = 0;
  for (const radius of radii) sum += radius;
  const count = Math.max(radii.length, 1);
  let gap = Math.min(GAP_MAX, Math.max(GAP_MIN, sum / count)) * Math.min(1, Math.sqrt(100 / count));
  while (gap > 0.1 && areaWith(radii, gap) > ROOM) gap *= 0.8;
  return gap;
}

/** The area of all circles, each with half the gap around it. */
export function areaWith(radii: Float64Array, gap: number): number {
  let area = 0;
  for (const radius of radii) area += Math.PI * square(radius + gap / 2);
  return area;
}
