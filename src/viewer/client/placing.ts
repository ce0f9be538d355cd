/** Labels without overlaps: the more important first, those that would touch an earlier one left out. */
import type { Point } from './curve.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Three boxes that cover most of a circle and nothing outside it. */
export function boxesOf({ x, y, radius }: { x: number; y: number; radius: number }): Box[] {
  const box = (across: number, down: number) => ({
    left: x - across * radius,
    right: x + across * radius,
    top: y - down * radius,
    bottom: y + down * radius,
  });
  return [box(0.7, 0.7), box(0.94, 0.34), box(0.34, 0.94)];
}

/** A name in lines of about so many letters; what does not fit into so many lines is cut. Breaks at blanks only. */
export function toLines(text: string, longest: number, most = 3): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && [...line, ...word].length < longest)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => cut(line, longest * 2));
  const last = kept.at(-1);
  if (lines.length > most && last !== undefined) kept[most - 1] = `${last}…`;
  return kept;
}

function cut(text: string, longest: number): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}

/** Side of the cells of a grid, in pixels. */
const CELL = 64;

function cellsOf({ left, top, right, bottom }: Box): number[] {
  const cells: number[] = [];
  for (let row = Math.floor(top / CELL); row * CELL <= bottom; row += 1) {
    for (let column = Math.floor(left / CELL); column * CELL <= right; column += 1) {
      cells.push(row * 100_000 + column);
    }
  }
  return cells;
}

/** The part of a box inside another; undefined where there is none. */
function clipped(box: Box, { left, top, right, bottom }: Box): Box | undefined {
  const part = {
    left: Math.max(left, box.left),
    top: Math.max(top, box.top),
    right: Math.min(right, box.right),
    bottom: Math.min(bottom, box.bottom),
  };
  return part.left <= part.right && part.top <= part.bottom ? part : undefined;
}

function put<Item>(grid: Map<number, Item[]>, cell: number, item: Item): void {
  const known = grid.get(cell);
  if (known === undefined) grid.set(cell, [item]);
  else known.push(item);
}

/** Boxes that are taken on a sheet, in a grid of cells so that asking stays cheap. What lies beside the sheet is free. */
export class Taken {
  readonly #cells = new Map<number, Box[]>();
  readonly #sheet: Box;

  constructor(sheet: Box) {
    this.#sheet = sheet;
  }

  isFree(box: Box): boolean {
    return !cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)));
  }

  /** Takes the place whatever stands there. */
  add(box: Box): void {
    const part = clipped(box, this.#sheet);
    for (const cell of part === undefined ? [] : cellsOf(part)) put(this.#cells, cell, box);
  }
}

/** Lines on a sheet, by points that lie close on each. */
export class Lines {
  readonly #cells = new Map<number, { readonly x: number; readonly y: number; readonly key: string }[]>();
  readonly #sheet: Box;

  constructor(sheet: Box) {
    this.#sheet = sheet;
  }

  add(key: string, chain: readonly Point[]): void {
    for (const [index, to] of chain.entries()) {
      const from = chain[index - 1];
      if (from === undefined) continue;
      // Zoomed in, most of a line lies beside the sheet.
      const [first, last] = partOn(this.#sheet, from, to);
      const length = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
      const steps = Math.max(1, Math.ceil(((last - first) * length) / 6));
      for (let step = 0; step <= steps && first <= last; step += 1) {
        const share = first + ((last - first) * step) / steps;
        const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
        put(this.#cells, cellsOf({ left: x, right: x, top: y, bottom: y })[0] ?? 0, { x, y, key });
      }
    }
  }

  /** How many lines other than the named one run through the box. */
  countIn(box: Box, but?: string): number {
    const met = new Set<string>();
    for (const cell of cellsOf(box)) {
      for (const { x, y, key } of this.#cells.get(cell) ?? []) {
        if (key !== but && x > box.left && x < box.right && y > box.top && y < box.bottom) met.add(key);
      }
    }
    return met.size;
  }
}

export interface Standing {
  readonly taken: Taken;
  readonly lines: Lines;
  /** The line that the text belongs to. */
  readonly own?: string;
}

/** From where to where, 0 to 1, a stretch runs over a box; the first is the greater where it does not (Liang and Barsky 1984). */
function partOn({ left, top, right, bottom }: Box, from: Point, to: Point): readonly [number, number] {
  let [first, last] = [0, 1];
  for (const [start, way, low, high] of [
    [from.x, to.x - from.x, left, right],
    [from.y, to.y - from.y, top, bottom],
  ] as const) {
    if (way === 0 && (start < low || start > high)) return [1, 0];
    if (way === 0) continue;
    const [a, b] = [(low - start) / way, (high - start) / way];
    first = Math.max(first, Math.min(a, b));
    last = Math.min(last, Math.max(a, b));
  }
  return [first, last];
}

export interface Place {
  readonly box: Box;
  /** How far away it is, in lines that one would rather write across; 0 by default. */
  readonly cost?: number;
}

/** Of the free places the one that the fewest lines run through, the first among equals. */
export function bestPlace<One extends Place>(
  places: readonly One[],
  { taken, lines, own }: Standing,
): One | undefined {
  let best: One | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const { box, cost = 0 } = place;
    if (cost >= least || !taken.isFree(box)) continue;
    const all = cost + lines.countIn(box, own);
    if (all >= least) continue;
    least = all;
    best = place;
  }
  return best;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
