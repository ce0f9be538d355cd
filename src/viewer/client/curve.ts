/** Where an edge runs on the screen; the shader in `edgeProgram.ts` follows the same formulas. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels, y down. */
export interface Line {
  readonly source: Point;
  readonly target: Point;
  readonly bend: number;
  /** Of a loop, the radius of its circle. */
  readonly loop?: number | undefined;
}

/** The two inner control points of the cubic curve. */
function controls({ source, target, bend, loop }: Line): readonly [Point, Point] {
  if (loop !== undefined) {
    const size = loop * 2.2 + 14 * bend;
    const side = (way: 1 | -1): Point => ({ x: source.x + way * size * 1.1, y: source.y - size * 1.4 });
    return [side(-1), side(1)];
  }
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  // A third of the way each, moved sideways by the bend: 4/3 makes the middle stand `bend` of the length away.
  const side = (share: number): Point => ({
    x: source.x + dx * share + dy * bend * (4 / 3),
    y: source.y + dy * share - dx * bend * (4 / 3),
  });
  return [side(1 / 3), side(2 / 3)];
}

/** A point of the curve, `t` from 0 at the source to 1 at the target. */
export function pointOn(line: Line, t: number): Point {
  const [first, second] = controls(line);
  const u = 1 - t;
  const at = (axis: 'x' | 'y') =>
    u * u * u * line.source[axis] +
    3 * u * u * t * first[axis] +
    3 * u * t * t * second[axis] +
    t * t * t * line.target[axis];
  return { x: at('x'), y: at('y') };
}

/** So many stretches follow a bent curve closely enough for the eye and the pointer. */
const STRETCHES = 20;

/** The curve as a chain of points; both ends of a straight one. */
export function chainOf(line: Line): Point[] {
  if (line.bend === 0 && line.loop === undefined) return [line.source, line.target];
  return Array.from({ length: STRETCHES + 1 }, (_, step) => pointOn(line, step / STRETCHES));
}

export function distance(a: Point, b: Point): number {
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  return Math.sqrt(dx * dx + dy * dy);
}

/** From a point to the nearest one of the chain. */
export function distanceToChain(at: Point, chain: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let step = 1; step < chain.length; step += 1) {
    const [a, b] = [chain[step - 1], chain[step]];
    if (a !== undefined && b !== undefined) nearest = Math.min(nearest, distanceToStretch(at, a, b));
  }
  return nearest;
}

function distanceToStretch(at: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / square;
  const along = Math.max(0, Math.min(1, share));
  return distance(at, { x: a.x + dx * along, y: a.y + dy * along });
}
