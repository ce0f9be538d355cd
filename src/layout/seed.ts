import { randomFrom } from '../core/random.ts';
import type { Positions } from './positions.ts';

// A turn by the golden angle, π(3 − √5): the sunflower's, which fills a disc evenly. Kept as constants, for the
// sine and cosine of other engines may differ in the last digit.
const COS = -0.7373688780783197;
const SIN = 0.6754902942615238;

/**
 * Start positions on a spiral that fills a disc evenly from the origin outwards, in order of the index.
 *
 * Neighbours on the spiral are about `spacing` apart; the seed turns the whole. No two places are the same.
 */
export function spiral(count: number, spacing: number, seed: number): Positions {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let [cos, sin] = direction(seed);
  for (let i = 0; i < count; i++) {
    const radius = spacing * 0.56 * Math.sqrt(i + 0.5);
    x[i] = radius * cos;
    y[i] = radius * sin;
    const turned = cos * COS - sin * SIN;
    sin = cos * SIN + sin * COS;
    cos = turned;
  }
  return { x, y };
}

/** A unit vector: a random point of the disc pushed to its edge, which needs no trigonometry. */
function direction(seed: number): [number, number] {
  const random = randomFrom(seed);
  for (;;) {
    const u = random() * 2 - 1;
    const v = random() * 2 - 1;
    const length = Math.sqrt(u * u + v * v);
    if (length > 0.1 && length <= 1) return [u / length, v / length];
  }
}
