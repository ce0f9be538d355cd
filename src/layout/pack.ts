import type { Positions } from './positions.ts';

/** A laid-out component: its circles, and the lines between them. */
export interface Piece {
  readonly positions: Positions;
  readonly radii: Float64Array;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

/** Not more cells than this are filled, so that a million specks stay cheap. */
const MOST_CELLS = 2_000_000;

/**
 * The offset of each piece such that all lie close together around the origin and none overlap.
 *
 * Pieces are laid on a grid as the cells that they cover, with all that lies between two of them in a row or a
 * column (so nothing is put into a hole or a bay of a component, where it would seem to belong), and take the free
 * place nearest the origin, in the order given: largest first. One piece stays where it is. After Freivalds, Dogrusoz and Kikusts (2002).
 */
export function packPieces(pieces: readonly Piece[], gap: number): Positions {
  if (pieces.length < 2) return { x: new Float64Array(pieces.length), y: new Float64Array(pieces.length) };
  const cell = cellSize(pieces, gap);
  const shapes = pieces.map((piece) => shapeOf(piece, gap, cell));
  const board = new Board(shapes);
  const offsets = shapes.map((shape) => board.place(shape));
  return {
    x: Float64Array.from(offsets, ({ column }, i) => column * cell - (shapes[i]?.originX ?? 0)),
    y: Float64Array.from(offsets, ({ row }, i) => row * cell - (shapes[i]?.originY ?? 0)),
  };
}

/** The cells of a piece: in each row from `first` up to and including `last`; its middle cell is (0, 0). */
interface Shape {
  readonly originX: number;
  readonly originY: number;
  readonly wide: number;
  readonly high: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The room of the smallest circle, or more where that would make too many cells. */
function cellSize(pieces: readonly Piece[], gap: number): number {
  let smallest = Infinity;
  let area = 0;
  for (const piece of pieces) {
    for (const radius of piece.radii) smallest = Math.min(smallest, radius);
    const { left, right, bottom, top } = boxOf(piece, gap);
    area += (right - left) * (top - bottom);
  }
  return Math.max(2 * smallest + gap, Math.sqrt(area / MOST_CELLS));
}

function boxOf({ positions, radii }: Piece, gap: number): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  radii.forEach((radius, i) => {
    const reach = radius + gap / 2;
    const x = positions.x[i] ?? 0;
    const y = positions.y[i] ?? 0;
    left = Math.min(left, x - reach);
    right = Math.max(right, x + reach);
    bottom = Math.min(bottom, y - reach);
    top = Math.max(top, y + reach);
  });
  return { left, right, bottom, top };
}

function shapeOf(piece: Piece, gap: number, cell: number): Shape {
  const { left, right, bottom, top } = boxOf(piece, gap);
  // A hair less than whole, so that a circle of exactly one cell is not counted as two.
  const wide = Math.max(1, Math.ceil((right - left) / cell - 1e-9));
  const high = Math.max(1, Math.ceil((top - bottom) / cell - 1e-9));
  const originX = left - (wide * cell - (right - left)) / 2;
  const originY = bottom - (high * cell - (top - bottom)) / 2;
  const first = new Int32Array(high).fill(wide);
  const last = new Int32Array(high).fill(-1);
  const cover = (x: number, y: number, reach: number): void => {
    const [from, to] = [
      cellAt(x - reach - originX, cell, wide),
      cellAt(x + reach - originX, cell, wide, 1e-9),
    ];
    const end = cellAt(y + reach - originY, cell, high, 1e-9);
    for (let row = cellAt(y - reach - originY, cell, high); row <= end; row++) {
      first[row] = Math.min(first[row] ?? 0, from);
      last[row] = Math.max(last[row] ?? 0, to);
    }
  };
  coverPiece(piece, gap, { cell, cover });
  closeColumns(first, last, wide);
  return {
    originX: originX + Math.floor(wide / 2) * cell,
    originY: originY + Math.floor(high / 2) * cell,
    wide,
    high,
    first,
    last,
  };
}

function coverPiece(
  { positions: { x, y }, radii, source, target }: Piece,
  gap: number,
  { cell, cover }: { cell: number; cover: (x: number, y: number, reach: number) => void },
): void {
  radii.forEach((radius, i) => {
    cover(x[i] ?? 0, y[i] ?? 0, radius + gap / 2);
  });
  source.forEach((from, pair) => {
    const to = target[pair] ?? 0;
    const dx = (x[to] ?? 0) - (x[from] ?? 0);
    const dy = (y[to] ?? 0) - (y[from] ?? 0);
    const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / cell);
    for (let step = 1; step < steps; step++) {
      cover((x[from] ?? 0) + (dx * step) / steps, (y[from] ?? 0) + (dy * step) / steps, 0);
    }
  });
}

/** Takes in what lies between covered cells of one column: no bay of a piece is left for others to lie in. */
function closeColumns(first: Int32Array, last: Int32Array, wide: number): void {
  const lowest = new Int32Array(wide).fill(first.length);
  const highest = new Int32Array(wide).fill(-1);
  first.forEach((start, row) => {
    for (let column = start; column <= (last[row] ?? -1); column++) {
      lowest[column] = Math.min(lowest[column] ?? 0, row);
      highest[column] = row;
    }
  });
  lowest.forEach((start, column) => {
    for (let row = start; row <= (highest[column] ?? -1); row++) {
      first[row] = Math.min(first[row] ?? 0, column);
      last[row] = Math.max(last[row] ?? 0, column);
    }
  });
}

function cellAt(distance: number, cell: number, count: number, less = -1e-9): number {
  return Math.min(count - 1, Math.max(0, Math.floor(distance / cell - less)));
}

interface Offset {
  readonly column: number;
  readonly row: number;
}

/** A square of cells around the origin, of which some are taken. */
class Board {
  readonly #half: number;
  readonly #side: number;
  readonly #taken: Uint8Array;
  /** The columns between which cells of each row are taken. */
  readonly #firstTaken: Int32Array;
  readonly #lastTaken: Int32Array;
  /** All offsets from the middle, nearest first. */
  readonly #offsets: Int32Array;
  /** Where the search for a shape of this width and height ended: nearer places are taken for good. */
  readonly #searched = new Map<string, number>();
  /** The first column right of the board, for what finds no place on it. */
  #beyond: number;

  constructor(shapes: readonly Shape[]) {
    let cells = 0;
    let longest = 1;
    for (const shape of shapes) {
      for (let row = 0; row < shape.high; row++)
        cells += (shape.last[row] ?? 0) - (shape.first[row] ?? 0) + 1;
      longest = Math.max(longest, shape.wide, shape.high);
    }
    this.#half = Math.ceil(0.8 * Math.sqrt(cells)) + longest + 2;
    this.#side = 2 * this.#half + 1;
    this.#beyond = this.#half + 1;
    this.#taken = new Uint8Array(this.#side * this.#side);
    this.#firstTaken = new Int32Array(this.#side).fill(this.#side);
    this.#lastTaken = new Int32Array(this.#side).fill(-1);
    this.#offsets = shapes.length > 1 ? nearestFirst(this.#half) : Int32Array.of(0);
  }

  place(shape: Shape): Offset {
    const key = `${shape.wide} ${shape.high}`;
    for (let i = this.#searched.get(key) ?? 0; i < this.#offsets.length; i++) {
      const code = this.#offsets[i] ?? 0;
      const at = { column: Math.floor(code / 65_536) - 16_384, row: (code % 65_536) - 16_384 };
      if (!this.#fits(shape, at)) continue;
      this.#searched.set(key, i);
      this.#take(shape, at);
      return at;
    }
    const at = { column: this.#beyond + Math.floor(shape.wide / 2), row: 0 };
    this.#beyond += shape.wide;
    return at;
  }

  #fits(shape: Shape, at: Offset): boolean {
    const left = at.column - Math.floor(shape.wide / 2) + this.#half;
    const bottom = at.row - Math.floor(shape.high / 2) + this.#half;
    if (left < 0 || bottom < 0 || left + shape.wide > this.#side || bottom + shape.high > this.#side)
      return false;
    // What is taken lies around the middle of the board: the rows there tell soonest that there is no room.
    const middle = Math.max(0, Math.min(shape.high - 1, this.#half - bottom));
    for (let row = middle; row < shape.high; row++)
      if (!this.#isFree(bottom + row, left + (shape.first[row] ?? 0), left + (shape.last[row] ?? 0)))
        return false;
    for (let row = middle - 1; row >= 0; row--)
      if (!this.#isFree(bottom + row, left + (shape.first[row] ?? 0), left + (shape.last[row] ?? 0)))
        return false;
    return true;
  }

  /** Whether no cell of a row is taken, from the column `first` up to and including `last`. */
  #isFree(row: number, first: number, last: number): boolean {
    const start = row * this.#side;
    const end = start + Math.min(last, this.#lastTaken[row] ?? -1);
    for (let i = start + Math.max(first, this.#firstTaken[row] ?? 0); i <= end; i++)
      if (this.#taken[i]) return false;
    return true;
  }

  #take(shape: Shape, at: Offset): void {
    const left = at.column - Math.floor(shape.wide / 2) + this.#half;
    const bottom = at.row - Math.floor(shape.high / 2) + this.#half;
    for (let row = 0; row < shape.high; row++) {
      const line = bottom + row;
      const first = left + (shape.first[row] ?? 0);
      const last = left + (shape.last[row] ?? 0);
      this.#taken.fill(1, line * this.#side + first, line * this.#side + last + 1);
      this.#firstTaken[line] = Math.min(this.#firstTaken[line] ?? 0, first);
      this.#lastTaken[line] = Math.max(this.#lastTaken[line] ?? -1, last);
    }
  }
}

/** The offsets within `half` of the origin by distance, each as (column + 16,384) · 65,536 + row + 16,384. */
function nearestFirst(half: number): Int32Array {
  const most = half * half;
  const starts = new Uint32Array(most + 2);
  const visit = (act: (square: number, code: number) => void): void => {
    for (let column = -half; column <= half; column++) {
      for (let row = -half; row <= half; row++) {
        const square = column * column + row * row;
        if (square <= most) act(square, (column + 16_384) * 65_536 + row + 16_384);
      }
    }
  };
  visit((square) => {
    starts[square + 1] = (starts[square + 1] ?? 0) + 1;
  });
  for (let i = 0; i <= most; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const offsets = new Int32Array(starts[most + 1] ?? 0);
  visit((square, code) => {
    const at = starts[square] ?? 0;
    offsets[at] = code;
    starts[square] = at + 1;
  });
  return offsets;
}
