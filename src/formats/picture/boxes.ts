/** Rectangles in the plane, and a grid that finds those near another at once. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains(outer: Box, { x, y, width, height }: Box): boolean {
  return (
    x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height
  );
}

/** Whether a circle reaches into a box. */
export function touches({ x, y, r }: Circle, box: Box): boolean {
  const dx = x - Math.min(Math.max(x, box.x), box.x + box.width);
  const dy = y - Math.min(Math.max(y, box.y), box.y + box.height);
  return dx * dx + dy * dy < r * r;
}

export function boxOf({ x, y, r }: Circle): Box {
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r };
}

/** Numbers by the boxes that they stand for. */
export class Grid {
  readonly #cell: number;
  readonly #cells = new Map<number, number[]>();
  readonly #columns: number;
  readonly #left: number;
  readonly #top: number;
  readonly #rows: number;

  /** What lies outside of the area is found in the cells at its border. */
  constructor(area: Box, cell: number) {
    this.#cell = cell;
    this.#left = area.x;
    this.#top = area.y;
    this.#columns = Math.max(1, Math.ceil(area.width / cell));
    this.#rows = Math.max(1, Math.ceil(area.height / cell));
  }

  add(id: number, box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const ids = this.#cells.get(cell);
      if (ids) ids.push(id);
      else this.#cells.set(cell, [id]);
    }
  }

  remove(id: number, box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const ids = this.#cells.get(cell) ?? [];
      const at = ids.indexOf(id);
      if (at >= 0) ids.splice(at, 1);
    }
  }

  /** Calls for each number near the box, for some more than once, until `stop` gives true; whether it did. */
  some(box: Box, stop: (id: number) => boolean): boolean {
    for (const cell of this.#cellsOf(box)) {
      for (const id of this.#cells.get(cell) ?? []) if (stop(id)) return true;
    }
    return false;
  }

  *#cellsOf({ x, y, width, height }: Box): Generator<number> {
    const column = (at: number) => this.#within((at - this.#left) / this.#cell, this.#columns);
    const row = (at: number) => this.#within((at - this.#top) / this.#cell, this.#rows);
    for (let j = row(y); j <= row(y + height); j++)
      for (let i = column(x); i <= column(x + width); i++) yield j * this.#columns + i;
  }

  #within(at: number, count: number): number {
    return Math.min(count - 1, Math.max(0, Math.floor(at)));
  }
}

/** How much is drawn where: counts in small squares. */
export class Raster {
  readonly #area: Box;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #counts: Uint16Array;

  constructor(area: Box, cell: number) {
    this.#area = area;
    this.#cell = cell;
    this.#columns = Math.max(1, Math.ceil(area.width / cell));
    this.#rows = Math.max(1, Math.ceil(area.height / cell));
    this.#counts = new Uint16Array(this.#columns * this.#rows);
  }

  get cell(): number {
    return this.#cell;
  }

  add(x: number, y: number): void {
    const column = Math.floor((x - this.#area.x) / this.#cell);
    const row = Math.floor((y - this.#area.y) / this.#cell);
    if (column < 0 || row < 0 || column >= this.#columns || row >= this.#rows) return;
    const at = row * this.#columns + column;
    const count = this.#counts[at] ?? 0;
    if (count < 65_535) this.#counts[at] = count + 1;
  }

  /** The share of a box that anything is drawn in, 0 to 1. */
  share({ x, y, width, height }: Box): number {
    const span = (from: number, length: number, count: number): readonly [number, number] => [
      Math.max(0, Math.floor(from / this.#cell)),
      Math.min(count - 1, Math.floor((from + length) / this.#cell)),
    ];
    const [left, right] = span(x - this.#area.x, width, this.#columns);
    const [top, bottom] = span(y - this.#area.y, height, this.#rows);
    let used = 0;
    let cells = 0;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        cells++;
        if (this.#counts[row * this.#columns + column]) used++;
      }
    return cells === 0 ? 0 : used / cells;
  }
}
