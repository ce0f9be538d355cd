/** Where the nodes stand in the picture, and how large they are. */
import type { Placement } from '../../graph/view.ts';
import { twoDecimals } from '../columns.ts';
import { type Box, type Circle, Grid } from './boxes.ts';

/** From the frame of the layout, y up, to the picture, y down: `left + k x`, `top − k y`. */
export interface Transform {
  readonly k: number;
  readonly left: number;
  readonly top: number;
}

/** Least and greatest x and y, y down, of the positions that are finite. */
export function boundsOf({ x, y }: Pick<Placement, 'x' | 'y'>): Box {
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [i, at] of x.entries()) {
    const down = -(y[i] ?? 0);
    if (!Number.isFinite(at) || !Number.isFinite(down)) continue;
    west = Math.min(west, at);
    east = Math.max(east, at);
    north = Math.min(north, down);
    south = Math.max(south, down);
  }
  if (west > east) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: west, y: north, width: east - west, height: south - north };
}

/** Room at the four sides. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The largest scale, at most `most`, at which the bounds fit into the area less its insets; they stand in its middle. */
export function fitted(
  bounds: Box,
  area: Box,
  { insets, most }: { insets: Insets; most: number },
): Transform {
  const width = Math.max(1, area.width - insets.left - insets.right);
  const height = Math.max(1, area.height - insets.top - insets.bottom);
  const k = Math.min(most, width / Math.max(bounds.width, 1e-9), height / Math.max(bounds.height, 1e-9));
  const left = area.x + insets.left + (width - k * bounds.width) / 2 - k * bounds.x;
  const top = area.y + insets.top + (height - k * bounds.height) / 2 - k * bounds.y;
  // Few digits, so that a reader can do the same sum.
  return { k: Math.round(k * 1e6) / 1e6, left: twoDecimals(left), top: twoDecimals(top) };
}

/** A position in the picture, with two decimals. */
export function placed({ k, left, top }: Transform, x: number, y: number): { x: number; y: number } {
  return { x: twoDecimals(left + k * twoDecimals(x)), y: twoDecimals(top - k * twoDecimals(y)) };
}

/** Radii where the layout has no sizes, in its unit. */
const UNIFORM = 30;
const LARGEST = 30;

/**
 * The circles of the nodes. Their radii keep the proportions of the layout, the largest at most 30 units; small ones
 * grow so that they can be seen, but never to more than half the way to their nearest neighbour.
 */
export function circlesOf(placement: Placement, transform: Transform, unit: number): Circle[] {
  const count = placement.x.length;
  const sizes = Array.from({ length: count }, (_, i) => placement.size?.[i] ?? UNIFORM);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 1);
  const factor = Math.min(transform.k, ((placement.size ? LARGEST : 10) * unit) / largest);
  const least = (count <= 60 ? 6 : count <= 300 ? 4 : count <= 3000 ? 2.4 : 1.3) * unit;
  const centres = sizes.map((size, i) => {
    const [x, y] = [finite(placement.x[i]), finite(placement.y[i])];
    return { ...placed(transform, x, y), r: size * factor };
  });
  const near = nearestOf(centres, 2 * least);
  return centres.map(({ x, y, r }, i) => {
    const room = Math.max(r, Math.min(least, ((near[i] ?? 0) * 0.96) / 2));
    return { x, y, r: Math.max(0.3, twoDecimals(room)) };
  });
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

/** The distance to the nearest other centre, where it is less than `reach`; else `reach`. */
function nearestOf(centres: readonly Circle[], reach: number): Float64Array {
  const area = { x: 0, y: 0, width: 4000, height: 4000 };
  const grid = new Grid(area, reach);
  const around = ({ x, y }: Circle, by: number): Box => ({
    x: x - by,
    y: y - by,
    width: 2 * by,
    height: 2 * by,
  });
  centres.forEach((circle, i) => {
    grid.add(i, around(circle, 0));
  });
  return Float64Array.from(centres, (circle, i) => {
    let nearest = reach;
    grid.some(around(circle, reach), (other) => {
      const one = centres[other];
      if (other === i || !one) return false;
      const [dx, dy] = [one.x - circle.x, one.y - circle.y];
      nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy));
      return false;
    });
    return nearest;
  });
}
