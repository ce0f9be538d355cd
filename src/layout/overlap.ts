import { eachPair, gridOf, pairsIn } from './grid.ts';
import { copyOf, type Positions, scaled } from './positions.ts';

export interface Circles {
  readonly radii: Float64Array;
  /** The least room between two. */
  readonly gap: number;
  /** By how much more than by its area a circle keeps its place; 1 where there is none. */
  readonly inertia?: Float64Array;
}

/** What keeps the removal of overlaps within bounds. */
interface OverlapLimits {
  /** Rounds of pushing apart. */
  readonly rounds: number;
  /** After every so many rounds in which circles still overlap, all positions are spread by a twentieth. */
  readonly spreadEvery: number;
}

/** Rounds times circles: so much work and no more. */
const WORK = 4_000_000;
const MOST_ROUNDS = 400;
/** Pairs looked at in all rounds, for pictures that lie in a heap. */
const MOST_LOOKS = 12_000_000;

/** Up to 400 rounds, spreading after every eight; from 10,000 circles on fewer, and from 40,000 on none is spread. */
function limitsFor(circles: number): OverlapLimits {
  const rounds = Math.max(4, Math.min(MOST_ROUNDS, Math.floor(WORK / Math.max(circles, 1))));
  return { rounds, spreadEvery: rounds < 100 ? 0 : 8 };
}
/** Beyond so many pairs a circle the crowd is spread first: pushing would cost more than it changes. */
const CROWD = 60;

/**
 * Moves circles apart until no two are nearer than `gap`, changing the picture as little as it can.
 *
 * The larger circle of a pair moves less, by area and inertia. Circles at the same place part in a direction that follows
 * from their indexes. Gives up after the rounds of `limits`, when some may still overlap.
 */
export function removeOverlap(
  start: Positions,
  circles: Circles,
  limits = limitsFor(circles.radii.length),
): Positions {
  let positions = copyOf(start);
  let looks = 0;
  for (let round = 1; round <= limits.rounds; round++) {
    const grid = gridOf(positions, circles.radii, circles.gap / 2);
    if (pairsIn(grid) > CROWD * circles.radii.length && round < limits.rounds / 4 && limits.spreadEvery > 0) {
      positions = scaled(jittered(positions, circles.gap), 1.25);
      continue;
    }
    looks += pairsIn(grid);
    if (looks > MOST_LOOKS) return positions;
    let overlaps = 0;
    const part = partingOf(positions, circles);
    eachPair(grid, (a, b) => {
      if (part(a, b)) overlaps++;
    });
    if (overlaps === 0) return positions;
    if (limits.spreadEvery > 0 && round % limits.spreadEvery === 0) positions = scaled(positions, 1.05);
  }
  return positions;
}

/** How many pairs of circles are nearer than `gap`. */
export function countOverlaps(positions: Positions, radii: Float64Array, gap: number): number {
  let overlaps = 0;
  eachPair(gridOf(positions, radii, Math.max(gap, 0) / 2), (a, b) => {
    const dx = (positions.x[a] ?? 0) - (positions.x[b] ?? 0);
    const dy = (positions.y[a] ?? 0) - (positions.y[b] ?? 0);
    const wanted = (radii[a] ?? 0) + (radii[b] ?? 0) + gap;
    if (wanted > 0 && dx * dx + dy * dy < wanted * wanted) overlaps++;
  });
  return overlaps;
}

/** Moves two circles apart where they are too near, and tells whether they were; called millions of times. */
function partingOf({ x, y }: Positions, { radii, gap, inertia }: Circles): (a: number, b: number) => boolean {
  return (a, b) => {
    const radiusA = radii[a] ?? 0;
    const radiusB = radii[b] ?? 0;
    const wanted = radiusA + radiusB + gap;
    let dx = (x[b] ?? 0) - (x[a] ?? 0);
    let dy = (y[b] ?? 0) - (y[a] ?? 0);
    const square = dx * dx + dy * dy;
    if (square >= wanted * wanted) return false;
    let distance = Math.sqrt(square);
    if (distance < 1e-6) {
      dx = 1;
      dy = ((a + b) % 17) / 8 - 1;
      distance = Math.sqrt(dx * dx + dy * dy);
    }
    // A little more than needed, else the last overlaps shrink for ever without going.
    const push = (wanted * 1.002 - Math.sqrt(square)) / distance;
    const massA = radiusA * radiusA * (inertia?.[a] ?? 1);
    const massB = radiusB * radiusB * (inertia?.[b] ?? 1);
    const shareOfA = massB / (massA + massB);
    x[a] = (x[a] ?? 0) - dx * push * shareOfA;
    y[a] = (y[a] ?? 0) - dy * push * shareOfA;
    x[b] = (x[b] ?? 0) + dx * push * (1 - shareOfA);
    y[b] = (y[b] ?? 0) + dy * push * (1 - shareOfA);
    return true;
  };
}

/** Nodes at one place stay together however far all are spread: each is moved a little, its own way. */
function jittered({ x, y }: Positions, amount: number): Positions {
  return {
    x: x.map((value, i) => value + amount * (((i * 7919) % 1009) / 1009 - 0.5)),
    y: y.map((value, i) => value + amount * (((i * 104_729) % 997) / 997 - 0.5)),
  };
}
