/** Bézier curves of the third degree: points on them, parts of them, and where they leave a circle. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Start, two control points, end. */
export type Curve = readonly [Point, Point, Point, Point];

export function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

export function distance(a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  return Math.sqrt(dx * dx + dy * dy);
}

/** From a to b, its middle `bend` away from the straight line, to the left of its direction on a screen. */
export function arc(a: Point, b: Point, bend: number): Curve {
  const length = distance(a, b) || 1;
  // The middle of a cubic lies three quarters of the way to its control points.
  const by = (bend * 4) / 3 / length;
  const [nx, ny] = [(b.y - a.y) * by, (a.x - b.x) * by];
  const moved = (t: number): Point => {
    const { x, y } = between(a, b, t);
    return { x: x + nx, y: y + ny };
  };
  return [a, moved(0.3), moved(0.7), b];
}

export function pointAt([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return { x: wa * a.x + wb * b.x + wc * c.x + wd * d.x, y: wa * a.y + wb * b.y + wc * c.y + wd * d.y };
}

/** The direction of the curve there, of length 1; along the chord where it stands still. */
export function directionAt([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const along = (p: number, q: number, r: number, e: number) =>
    s * s * (q - p) + 2 * s * t * (r - q) + t * t * (e - r);
  const x = along(a.x, b.x, c.x, d.x);
  const y = along(a.y, b.y, c.y, d.y);
  const length = Math.sqrt(x * x + y * y);
  if (length > 1e-9) return { x: x / length, y: y / length };
  const chord = distance(a, d) || 1;
  return { x: (d.x - a.x) / chord, y: (d.y - a.y) / chord };
}

/** The part from `from` to `to` (de Casteljau). */
export function part(curve: Curve, from: number, to: number): Curve {
  const [, , , end] = split(curve, to)[0];
  const head = split(curve, to)[0];
  const [, rest] = split(head, to === 0 ? 0 : from / to);
  return [rest[0], rest[1], rest[2], end];
}

function split([a, b, c, d]: Curve, t: number): readonly [Curve, Curve] {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)];
  const middle = between(abc, bcd, t);
  return [
    [a, ab, abc, middle],
    [middle, bcd, cd, d],
  ];
}

/** Where between two parameters the curve crosses a circle: its point of `inside` lies in it, that of `outside` not. */
export function crossing(
  curve: Curve,
  { centre, radius }: { centre: Point; radius: number },
  { inside, outside }: { inside: number; outside: number },
): number {
  let [within, without] = [inside, outside];
  // Halved 24 times: a ten-millionth of the curve.
  for (let i = 0; i < 24; i++) {
    const middle = (within + without) / 2;
    if (distance(pointAt(curve, middle), centre) < radius) within = middle;
    else without = middle;
  }
  return (within + without) / 2;
}

/** Points along the curve, about `step` apart, with both ends. */
export function* pointsOn(curve: Curve, step: number): Generator<Point> {
  const [a, b, c, d] = curve;
  const length = distance(a, b) + distance(b, c) + distance(c, d);
  const count = Math.max(1, Math.min(400, Math.ceil(length / step)));
  for (let i = 0; i <= count; i++) yield pointAt(curve, i / count);
}
