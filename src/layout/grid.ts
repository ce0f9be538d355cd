import type { Positions } from './positions.ts';

/** Circles by the square cells that they touch, to find the pairs that may overlap without trying all. */
export interface Grid {
  readonly columns: number;
  readonly cells: number;
  /** The circles of cell `c` stand in `members` from `starts[c]` up to `starts[c + 1]`. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  /** The first column and row that each circle touches. */
  readonly firstColumn: Uint32Array;
  readonly firstRow: Uint32Array;
}

interface Frame {
  readonly left: number;
  readonly bottom: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
}

/** Sorts circles, each widened by `margin`, into cells of about two mean diameters. */
export function gridOf(positions: Positions, radii: Float64Array, margin: number): Grid {
  const frame = frameOf(positions, radii, margin);
  const spans = spansOf(frame, positions, { radii, margin });
  const cells = frame.columns * frame.rows;
  const starts = new Uint32Array(cells + 1);
  eachCell(spans, frame.columns, (cell) => {
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  });
  for (let c = 0; c < cells; c++) starts[c + 1] = (starts[c + 1] ?? 0) + (starts[c] ?? 0);
  const members = new Uint32Array(starts[cells] ?? 0);
  const next = starts.slice();
  eachCell(spans, frame.columns, (cell, circle) => {
    const at = next[cell] ?? 0;
    members[at] = circle;
    next[cell] = at + 1;
  });
  const { firstColumn, firstRow } = spans;
  return { columns: frame.columns, cells, starts, members, firstColumn, firstRow };
}

function frameOf({ x, y }: Positions, radii: Float64Array, margin: number): Frame {
  let [left, right, bottom, top, sum] = [Infinity, -Infinity, Infinity, -Infinity, 0];
  for (let i = 0; i < radii.length; i++) {
    const reach = (radii[i] ?? 0) + margin;
    left = Math.min(left, (x[i] ?? 0) - reach);
    right = Math.max(right, (x[i] ?? 0) + reach);
    bottom = Math.min(bottom, (y[i] ?? 0) - reach);
    top = Math.max(top, (y[i] ?? 0) + reach);
    sum += reach;
  }
  const wide = Math.max(right - left, 1e-9);
  const high = Math.max(top - bottom, 1e-9);
  // Not more than four cells a circle (and some), however far apart they lie: in area, and on a line.
  const most = 4 * radii.length + 64;
  const cell = Math.max(
    (4 * sum) / radii.length,
    Math.sqrt((wide * high) / most),
    Math.max(wide, high) / most,
    1e-9,
  );
  return { left, bottom, cell, columns: Math.ceil(wide / cell) + 1, rows: Math.ceil(high / cell) + 1 };
}

interface Spans {
  readonly firstColumn: Uint32Array;
  readonly lastColumn: Uint32Array;
  readonly firstRow: Uint32Array;
  readonly lastRow: Uint32Array;
}

function spansOf(frame: Frame, { x, y }: Positions, circles: { radii: Float64Array; margin: number }): Spans {
  const { left, bottom, cell, columns, rows } = frame;
  const { radii, margin } = circles;
  const count = radii.length;
  const spans = {
    firstColumn: new Uint32Array(count),
    lastColumn: new Uint32Array(count),
    firstRow: new Uint32Array(count),
    lastRow: new Uint32Array(count),
  };
  const at = (value: number, last: number): number => Math.min(last, Math.max(0, Math.floor(value / cell)));
  for (let i = 0; i < count; i++) {
    const reach = (radii[i] ?? 0) + margin;
    const right = (x[i] ?? 0) - left;
    const up = (y[i] ?? 0) - bottom;
    spans.firstColumn[i] = at(right - reach, columns - 1);
    spans.lastColumn[i] = at(right + reach, columns - 1);
    spans.firstRow[i] = at(up - reach, rows - 1);
    spans.lastRow[i] = at(up + reach, rows - 1);
  }
  return spans;
}

function eachCell(spans: Spans, columns: number, visit: (cell: number, circle: number) => void): void {
  const { firstColumn, lastColumn, firstRow, lastRow } = spans;
  for (let circle = 0; circle < firstColumn.length; circle++) {
    const lastOfRows = lastRow[circle] ?? 0;
    const lastOfColumns = lastColumn[circle] ?? 0;
    for (let row = firstRow[circle] ?? 0; row <= lastOfRows; row++) {
      for (let column = firstColumn[circle] ?? 0; column <= lastOfColumns; column++)
        visit(row * columns + column, circle);
    }
  }
}

/** How many pairs would be looked at: the cost of one round. */
export function pairsIn({ starts }: Grid): number {
  let pairs = 0;
  for (let c = 0; c + 1 < starts.length; c++) {
    const count = (starts[c + 1] ?? 0) - (starts[c] ?? 0);
    pairs += (count * (count - 1)) / 2;
  }
  return pairs;
}

/** Visits every pair of circles that share a cell, once, in a fixed order. */
export function eachPair(grid: Grid, visit: (a: number, b: number) => void): void {
  const { columns, cells, starts, members, firstColumn, firstRow } = grid;
  for (let cell = 0; cell < cells; cell++) {
    const column = cell % columns;
    const row = (cell - column) / columns;
    const end = starts[cell + 1] ?? 0;
    for (let i = starts[cell] ?? 0; i < end; i++) {
      const a = members[i] ?? 0;
      // Of all the cells that two circles share, only the first counts: where one of them begins, or each in one way.
      const columnFits = firstColumn[a] === column;
      const rowFits = firstRow[a] === row;
      for (let j = i + 1; j < end; j++) {
        const b = members[j] ?? 0;
        if (columnFits || firstColumn[b] === column) {
          if (rowFits || firstRow[b] === row) visit(a, b);
        }
      }
    }
  }
}
