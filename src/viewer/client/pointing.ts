/** What lies under the pointer, found by geometry: it holds while the picture moves, and is generous to fingers. */
import { chainOf, distance, distanceToChain, type Line, type Point } from './curve.ts';

/** What is drawn: in units of the graph, but y down. */
export interface Targets {
  readonly circles: readonly Circle[];
  readonly lines: readonly Edge[];
}

export interface Circle extends Point {
  /** In the picture. */
  readonly key: string;
  readonly radius: number;
}

export interface Edge extends Omit<Line, 'loop'> {
  readonly key: string;
  readonly sourceRadius: number;
  readonly targetRadius: number;
}

/** All in pixels but `pixel`. */
export interface Reach {
  /** How far from the rim of a circle a click still means it. */
  readonly circle: number;
  /** From the middle of a line. */
  readonly line: number;
  /** No circle is drawn smaller. */
  readonly least: number;
  /** How many units of the graph one takes. */
  readonly pixel: number;
}

/** More shown edges than this lie so close that a wide reach would only hold the wrong one. */
const DENSE = 5000;

export function reachFor(shownEdges: number, coarse: boolean): Pick<Reach, 'circle' | 'line'> {
  const line = shownEdges > DENSE ? 2 : coarse ? 11 : 5;
  return { circle: coarse ? 18 : 6, line };
}

/** The least radius of a circle: of few all can be seen and hit, of many they would cover each other. */
export function leastRadius(shownNodes: number): number {
  return shownNodes <= 500 ? 3.5 : shownNodes <= 5000 ? 2 : 0.8;
}

export interface Hit {
  readonly node: string | undefined;
  readonly edge: string | undefined;
}

/** A circle that holds the point; else a line or a circle near it, whichever is meant: short lines keep their middle. */
export function hitAt(at: Point, { circles, lines }: Targets, reach: Reach): Hit {
  const circle = nearestCircle(at, circles, reach);
  const line = circle !== undefined && circle.rim <= 0 ? undefined : nearestLine(at, lines, reach);
  const grace = line === undefined ? reach.circle : Math.min(reach.circle, shownLength(line, reach) / 4);
  if (circle !== undefined && circle.rim < Math.max(0.001, grace))
    return { node: circle.key, edge: undefined };
  return { node: undefined, edge: line?.key };
}

/** Of several that hold the point, the one whose centre is nearest. `rim` in pixels, negative inside. */
function nearestCircle(at: Point, circles: readonly Circle[], { least, pixel }: Reach) {
  let nearest: { readonly key: string; readonly rim: number; readonly away: number } | undefined;
  for (const circle of circles) {
    const away = distance(at, circle) / pixel;
    const rim = away - Math.max(least, circle.radius / pixel);
    if (nearest !== undefined && (nearest.rim <= 0 ? rim > 0 || away >= nearest.away : rim >= nearest.rim))
      continue;
    nearest = { key: circle.key, rim, away };
  }
  return nearest;
}

function nearestLine(at: Point, lines: readonly Edge[], reach: Reach): Edge | undefined {
  const { pixel } = reach;
  let nearest = reach.line;
  let found: Edge | undefined;
  for (const line of lines) {
    if (!mayTouch(at, line, reach)) continue;
    const away = distanceToChain(scaled(at, pixel), chainOf(inPixels(line, reach)));
    if (away > nearest) continue;
    nearest = away;
    found = line;
  }
  return found;
}

/** Spares the sums for lines that are far away. */
function mayTouch(at: Point, line: Edge, reach: Reach): boolean {
  const { source, target, bend } = line;
  const bulge = isLoop(line)
    ? 4 * (loopRadius(line, reach) + 14 * bend) * reach.pixel
    : bend === 0
      ? 0
      : Math.abs(bend) * distance(source, target);
  const room = reach.line * reach.pixel + bulge;
  return (
    at.x > Math.min(source.x, target.x) - room &&
    at.x < Math.max(source.x, target.x) + room &&
    at.y > Math.min(source.y, target.y) - room &&
    at.y < Math.max(source.y, target.y) + room
  );
}

function isLoop({ source, target }: Edge): boolean {
  return source.x === target.x && source.y === target.y;
}

function loopRadius({ sourceRadius }: Edge, { least, pixel }: Reach): number {
  return Math.max(least, sourceRadius / pixel);
}

function inPixels(line: Edge, reach: Reach): Line {
  const { source, target, bend } = line;
  const loop = isLoop(line) ? loopRadius(line, reach) : undefined;
  return { source: scaled(source, reach.pixel), target: scaled(target, reach.pixel), bend, loop };
}

function scaled({ x, y }: Point, pixel: number): Point {
  return { x: x / pixel, y: y / pixel };
}

/** What shows between the circles of the ends, in pixels. */
function shownLength({ source, target, sourceRadius, targetRadius }: Edge, { least, pixel }: Reach): number {
  const radius = (one: number) => Math.max(least, one / pixel);
  return Math.max(0, distance(source, target) / pixel - radius(sourceRadius) - radius(targetRadius));
}
