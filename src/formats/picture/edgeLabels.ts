/** Writes the relations along the edges of small graphs, where they fit. */
import { type Box, boxOf, type Circle, contains, Grid, overlap, touches } from './boxes.ts';
import { type Curve, directionAt, distance, type Point, pointAt } from './curves.ts';
import type { Measure } from './measure.ts';
import type { Route } from './routes.ts';
import { LEADING, widthOf } from './wrap.ts';

/** The words of an edge, along it. */
export interface EdgeLabel {
  readonly edge: number;
  readonly lines: readonly string[];
  readonly fontSize: number;
  /** Of the longest line. */
  readonly width: number;
  readonly at: Point;
  /** Of length 1, never to the left. */
  readonly along: Point;
}

export interface EdgeNames {
  readonly routes: readonly (Route | undefined)[];
  /** What stands at each edge: all of it or nothing, since what must be shown with a relation is part of it. */
  readonly texts: (edge: number) => readonly string[];
  readonly circles: readonly Circle[];
  /** Where the names of nodes stand. */
  readonly taken: readonly Box[];
  readonly area: Box;
  readonly measure: Measure;
  readonly unit: number;
}

const FONT = 11;
/** Where on the edge, the best first. */
const PLACES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74];

/** The labels that fit, in the order of the edges. */
export function placeEdgeLabels(names: EdgeNames): EdgeLabel[] {
  const { routes, texts, unit, measure } = names;
  const space = new Space(names);
  const labels: EdgeLabel[] = [];
  const fontSize = FONT * unit;
  for (const [edge, route] of routes.entries()) {
    if (!route) continue;
    const lines = texts(edge).filter((line) => line !== '');
    const width = lines.reduce(
      (most, line) => Math.max(most, widthOf(line, { measure, weight: 'regular', fontSize })),
      0,
    );
    if (lines.length === 0 || width > lengthOf(route.curve) * 0.9) continue;
    for (const t of PLACES) {
      const at = pointAt(route.curve, t);
      const along = upright(directionAt(route.curve, t));
      const squares = squaresOf({ at, along }, { width, height: lines.length * LEADING * fontSize });
      if (!space.isFree(squares)) continue;
      space.take(squares);
      labels.push({ edge, lines, fontSize, width, at, along });
      break;
    }
  }
  return labels;
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

class Space {
  readonly #names: EdgeNames;
  readonly #boxes: Box[];
  readonly #grid: Grid;
  readonly #nodes: Grid;

  constructor(names: EdgeNames) {
    this.#names = names;
    this.#boxes = [];
    this.#grid = new Grid(names.area, 60 * names.unit);
    this.#nodes = new Grid(names.area, 60 * names.unit);
    names.circles.forEach((circle, i) => {
      this.#nodes.add(i, boxOf(circle));
    });
    this.take(names.taken);
  }

  take(boxes: readonly Box[]): void {
    for (const box of boxes) this.#grid.add(this.#boxes.push(box) - 1, box);
  }

  isFree(boxes: readonly Box[]): boolean {
    const { area, circles } = this.#names;
    return boxes.every((box) => {
      if (!contains(area, box)) return false;
      const onText = this.#grid.some(box, (i) => {
        const other = this.#boxes[i];
        return other !== undefined && overlap(box, other);
      });
      return (
        !onText &&
        !this.#nodes.some(box, (i) => {
          const circle = circles[i];
          return circle !== undefined && touches(circle, box);
        })
      );
    });
  }
}
