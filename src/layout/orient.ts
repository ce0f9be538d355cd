import { centred, type Positions } from './positions.ts';

/**
 * Turns positions so that they lie as wide as they can: the direction of the largest spread is the x axis.
 *
 * Of the four pictures that mirroring gives, the one with the longer tails to the right and to the top is taken:
 * where the third moments tell nothing, the one with the first node to the left and below. Distances stay as they
 * are. The direction is the leading eigenvector of the 2 × 2 matrix of the second moments.
 */
export function orient(positions: Positions): Positions {
  const { x, y } = centred(positions);
  const [cos, sin] = leadingDirection(x, y);
  const turned = {
    x: x.map((value, i) => value * cos + (y[i] ?? 0) * sin),
    y: x.map((value, i) => (y[i] ?? 0) * cos - value * sin),
  };
  return { x: mirrored(turned.x), y: mirrored(turned.y) };
}

function leadingDirection(x: Float64Array, y: Float64Array): [cos: number, sin: number] {
  let [xx, xy, yy] = [0, 0, 0];
  x.forEach((value, i) => {
    const other = y[i] ?? 0;
    xx += value * value;
    xy += value * other;
    yy += other * other;
  });
  const half = (xx - yy) / 2;
  const radius = Math.sqrt(half * half + xy * xy);
  // As wide one way as the other: any direction is as good, so none is changed.
  if (!(radius > 1e-9 * (xx + yy))) return [1, 0];
  // Of the two equal forms of the eigenvector, the one without cancellation.
  const [u, v] = half >= 0 ? [half + radius, xy] : [xy, radius - half];
  const length = Math.sqrt(u * u + v * v);
  return [u / length, v / length];
}

function mirrored(values: Float64Array): Float64Array {
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    squares += value * value;
    cubes += value * value * value;
  }
  const spread = Math.sqrt(squares / Math.max(values.length, 1));
  const skewed = Math.abs(cubes) > 1e-6 * values.length * spread * spread * spread;
  const wrong = skewed ? cubes < 0 : (values[0] ?? 0) > 0;
  return wrong ? values.map((value) => -value) : values;
}
