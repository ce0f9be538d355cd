import type { Positions } from '../positions.ts';
import { spiral } from '../seed.ts';

/** Coordinates beyond this are taken for a mistake, as those that are no numbers. */
const FARTHEST = 1e9;

/**
 * A copy of start positions that forces can work on: finite, in numbers of 32 bits, no two nodes at one place.
 *
 * A place that is missing, no number or beyond 10⁹ becomes one on a spiral around the origin. Of
 * nodes at one place all but the first move aside on a spiral whose step is a thousandth of the whole, or 1 where
 * all are at one place.
 */
export function usableStart(start: Positions, count: number): Positions {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const lost: number[] = [];
  for (let i = 0; i < count; i++) {
    x[i] = Math.fround(start.x[i] ?? Number.NaN);
    y[i] = Math.fround(start.y[i] ?? Number.NaN);
    if (!isUsable(x[i]) || !isUsable(y[i])) lost.push(i);
  }
  for (const i of lost) x[i] = y[i] = 0;
  const placed = { x, y };
  moveAside(placed, lost, (4 * widthOf(placed)) / Math.sqrt(count) || 1);
  moveAside(placed, repeated(placed), widthOf(placed) / 1000 || 1);
  return placed;
}

function isUsable(value = Number.NaN): boolean {
  return Math.abs(value) <= FARTHEST;
}

/** The longer side of the box around all. */
function widthOf({ x, y }: Positions): number {
  let widest = 0;
  for (const values of [x, y]) {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    widest = Math.max(widest, high - low);
  }
  return widest;
}

/** Each node by the next place of a spiral around where it is. */
function moveAside({ x, y }: Positions, nodes: readonly number[], step: number): void {
  const offset = spiral(nodes.length, step, 1);
  nodes.forEach((node, k) => {
    x[node] = Math.fround((x[node] ?? 0) + (offset.x[k] ?? 0));
    y[node] = Math.fround((y[node] ?? 0) + (offset.y[k] ?? 0));
  });
}

/** The nodes whose place a node before them has, found by hashing: sorting a million would take a second. */
function repeated({ x, y }: Positions): number[] {
  let room = 2;
  while (room < x.length * 2) room *= 2;
  const table = new Int32Array(room).fill(-1);
  const words = new Uint32Array(new Float32Array([0, 0]).buffer);
  const floats = new Float32Array(words.buffer);
  const found: number[] = [];
  for (let i = 0; i < x.length; i++) {
    // The sum with 0 turns −0 into 0.
    floats[0] = (x[i] ?? 0) + 0;
    floats[1] = (y[i] ?? 0) + 0;
    let at = hash(words[0] ?? 0, words[1] ?? 0) & (room - 1);
    for (let other = table[at] ?? -1; other >= 0; other = table[at] ?? -1) {
      if (x[other] === x[i] && y[other] === y[i]) {
        found.push(i);
        break;
      }
      at = (at + 1) & (room - 1);
    }
    if ((table[at] ?? -1) < 0) table[at] = i;
  }
  return found;
}

function hash(a: number, b: number): number {
  const mixed = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b ^ (b >>> 13), 0x297a2d39);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
