/** Where an edge runs on the screen; the shader in `edgeProgram.ts` follows the same formulas. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly source: Point;
  readonly target: Point;
  readonly bend: number;
}

/** The two inner control points of the cubic curve. */
function controls({ source, target, bend }: Line): readonly [Point, Point] {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  // A third of the way each, moved sideways by the bend: 4/3 makes the middle stand `bend` of the length away.
  const side = (share: number): Point => ({
    x: source.x + dx * share + dy * bend * (4 / 3),
    y: source.y + dy * share - dx * bend * (4 / 3),
  });
  return [side(1 / 3), side(2 / 3)];
}

/** A point of the curve, `t` from 0 at the source to 1 at the target. Screen pixels, y down. */
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
