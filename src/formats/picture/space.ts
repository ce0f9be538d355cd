/** The room that is left beside circles, names and lines. */
import { type Box, boxOf, type Circle, contains, Grid, overlap, touches } from './boxes.ts';
import { pointsOn } from './curves.ts';
import type { Route } from './routes.ts';

export interface Occupied {
  readonly circles: readonly Circle[];
  /** By edge; undefined for those that are not drawn. */
  readonly routes: readonly (Route | undefined)[];
  /** Where texts stand already. */
  readonly taken: readonly Box[];
  readonly area: Box;
  readonly unit: number;
}

interface PointOfLine extends Box {
  readonly edge: number;
}

export class Space {
  readonly #circles: readonly Circle[];
  readonly #area: Box;
  readonly #boxes: Box[] = [];
  readonly #points: PointOfLine[] = [];
  readonly #texts: Grid;
  readonly #nodes: Grid;
  readonly #lines: Grid;

  constructor({ circles, routes, taken, area, unit }: Occupied) {
    this.#circles = circles;
    this.#area = area;
    this.#texts = new Grid(area, 60 * unit);
    this.#nodes = new Grid(area, 60 * unit);
    this.#lines = new Grid(area, 30 * unit);
    for (const [i, circle] of circles.entries()) this.#nodes.add(i, boxOf(circle));
    for (const [edge, route] of routes.entries()) {
      for (const point of route ? pointsOn(route.curve, 5 * unit) : []) {
        const box = { ...point, width: 0, height: 0, edge };
        this.#lines.add(this.#points.push(box) - 1, box);
      }
    }
    this.take(taken);
  }

  take(boxes: readonly Box[]): void {
    for (const box of boxes) this.#texts.add(this.#boxes.push(box) - 1, box);
  }

  /** Whether the boxes are in the area, on no circle and on no text. */
  isFree(boxes: readonly Box[]): boolean {
    return boxes.every((box) => {
      if (!contains(this.#area, box)) return false;
      const onText = this.#texts.some(box, (i) => {
        const other = this.#boxes[i];
        return other !== undefined && overlap(box, other);
      });
      return !onText && !this.#nodes.some(box, (i) => isOn(this.#circles[i], box));
    });
  }

  /** How many lines run through the boxes, other than that of the edge. */
  crossings(boxes: readonly Box[], except?: number): number {
    const met = new Set<number>();
    for (const box of boxes) {
      this.#lines.some(box, (i) => {
        const point = this.#points[i];
        if (point && point.edge !== except && contains(box, point)) met.add(point.edge);
        return false;
      });
    }
    return met.size;
  }
}

function isOn(circle: Circle | undefined, box: Box): boolean {
  return circle !== undefined && touches(circle, box);
}
