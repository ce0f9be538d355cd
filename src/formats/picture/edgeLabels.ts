/** Writes the relations at the edges of small graphs: along them where they fit; what has to be shown, beside them too. */
import type { Box, Circle } from './boxes.ts';
import { type Curve, directionAt, distance, type Point, pointAt } from './curves.ts';
import type { Measure } from './measure.ts';
import type { Route } from './routes.ts';
import { Space } from './space.ts';
import { balanced, LEADING, type Style, widthOf } from './wrap.ts';

/** The words of an edge, along it or beside it. */
export interface EdgeLabel {
  readonly edge: number;
  readonly lines: readonly string[];
  readonly fontSize: number;
  /** Of the longest line. */
  readonly width: number;
  /** The middle of the words. */
  readonly at: Point;
  /** Of length 1, never to the left. */
  readonly along: Point;
  /** What it covers. */
  readonly boxes: readonly Box[];
}

/** What stands at an edge: all of it or nothing. */
export interface EdgeText {
  readonly relation: string;
  /** What has to be shown with the relation, such as how a proceeding ended; empty where there is nothing. */
  readonly beside: string;
}

export interface EdgeNames {
  readonly routes: readonly (Route | undefined)[];
  /** By edge; undefined for those that are not to have words. */
  readonly texts: readonly (EdgeText | undefined)[];
  readonly circles: readonly Circle[];
  /** Where other texts stand. */
  readonly taken: readonly Box[];
  readonly area: Box;
  readonly measure: Measure;
  readonly unit: number;
}

const FONT = 11;
/** Where on the edge, the best first. */
const SPOTS = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74];
/** How wide a line of what has to be shown may be. */
const WIDEST = 260;
/** How far beside its edge a text may stand, from the line to its border. */
const ASIDE = [4, 14, 28];

/** What each costs, in lines that a text would rather run across. */
const COST = { spot: 0.02, line: 0.1, aside: 1.5, farther: 0.5 };

/** The labels that have room, in the order of the edges. */
export function placeEdgeLabels(names: EdgeNames): EdgeLabel[] {
  const space = new Space(names);
  const labels: EdgeLabel[] = [];
  for (const [edge, route] of names.routes.entries()) {
    const text = names.texts[edge];
    if (!route || !text || text.relation === '') continue;
    const best = bestOf(candidatesOf({ edge, route, text }, names), space);
    if (!best) continue;
    space.take(best.boxes);
    labels.push(best);
  }
  return labels;
}

interface Candidate extends EdgeLabel {
  readonly cost: number;
  /** Whether it interrupts its own line. */
  readonly onLine: boolean;
}

function bestOf(candidates: Iterable<Candidate>, space: Space): Candidate | undefined {
  let best: Candidate | undefined;
  let least = Infinity;
  for (const candidate of candidates) {
    const { boxes, onLine, edge, cost } = candidate;
    if (cost >= least || !space.isFree(boxes)) continue;
    const all = cost + space.crossings(boxes, onLine ? edge : undefined);
    if (all >= least) continue;
    least = all;
    best = candidate;
  }
  return best;
}

interface Worded {
  readonly edge: number;
  readonly route: Route;
  readonly text: EdgeText;
}

function* candidatesOf({ edge, route, text }: Worded, { measure, unit }: EdgeNames): Generator<Candidate> {
  const style: Style = { measure, weight: 'regular', fontSize: FONT * unit };
  const { fontSize } = style;
  const length = lengthOf(route.curve);
  for (const lines of formsOf(text, style, WIDEST * unit)) {
    const width = lines.reduce((most, line) => Math.max(most, widthOf(line, style)), 0);
    const height = lines.length * LEADING * fontSize;
    const words = { edge, lines, fontSize, width };
    for (const [i, spot] of SPOTS.entries()) {
      const on = pointAt(route.curve, spot);
      const way = directionAt(route.curve, spot);
      const cost = COST.spot * i + COST.line * lines.length;
      if (width <= length * 0.9) {
        const placed = { at: on, along: upright(way) };
        yield { ...words, ...placed, boxes: squaresOf(placed, { width, height }), cost, onLine: true };
      }
      if (text.beside === '') continue;
      for (const [ring, aside] of ASIDE.entries()) {
        for (const side of [1, -1]) {
          const [nx, ny] = [-way.y * side, way.x * side];
          const away = (Math.abs(nx) * width + Math.abs(ny) * height) / 2 + aside * unit;
          const at = { x: on.x + nx * away, y: on.y + ny * away };
          const box = { x: at.x - width / 2, y: at.y - height / 2, width, height };
          const farther = COST.aside + COST.farther * ring;
          const along = { x: 1, y: 0 };
          yield { ...words, at, along, boxes: [box], cost: cost + farther, onLine: false };
        }
      }
    }
  }
}

/** The lines of a text; what has to be shown with the relation in one, two or three of its own. */
function* formsOf({ relation, beside }: EdgeText, style: Style, width: number): Generator<readonly string[]> {
  if (beside === '') {
    yield [relation];
    return;
  }
  for (const lines of [1, 2, 3]) {
    const block = balanced(beside, style, { lines, width });
    if (block) yield [relation, ...block.lines];
  }
}

/** The direction in which a text is not upside down. */
function upright({ x, y }: Point): Point {
  return x < 0 || (x === 0 && y > 0) ? { x: -x, y: -y } : { x, y };
}

function lengthOf(curve: Curve): number {
  let length = 0;
  let last = curve[0];
  for (let i = 1; i <= 8; i++) {
    const next = pointAt(curve, i / 8);
    length += distance(last, next);
    last = next;
  }
  return length;
}

/** Squares that cover a slanted text. */
function squaresOf(
  { at, along }: { at: Point; along: Point },
  { width, height }: { width: number; height: number },
): Box[] {
  const count = Math.max(1, Math.ceil(width / height) + 1);
  return Array.from({ length: count }, (_, i) => {
    const offset = count === 1 ? 0 : (i / (count - 1) - 0.5) * Math.max(0, width - height * 0.6);
    const [x, y] = [at.x + along.x * offset, at.y + along.y * offset];
    return { x: x - height / 2, y: y - height / 2, width: height, height };
  });
}
