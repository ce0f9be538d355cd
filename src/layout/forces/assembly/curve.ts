// Bodies in the order of Hilbert's curve, so that those near in the plane are near in memory.
import {
  BUCKETS,
  buckets,
  count,
  keys,
  keys2,
  mass,
  oldX,
  oldY,
  order,
  order2,
  padded,
  pairs,
  permuteBodies,
  pull,
  pull2,
  rank,
  source,
  source2,
  swapKeys,
  swapPairs,
  target,
  target2,
  x,
  y,
} from './memory';
import { at, min as smaller, mul, put, splat, sub } from './vector';

const BUCKET_BYTES: usize = <usize>BUCKETS * 4;

/** Sorts the bodies, and numbers the ends of the pairs anew. */
export function sort(): void {
  makeKeys();
  sortKeys();
  permuteBodies();
  relabel();
}

/** The bodies that fill the last leaf lie on the last real one and have no mass. */
export function pad(): void {
  for (let i = count; i < padded; i++) {
    const to = <usize>i << 2;
    const last = <usize>(count - 1) << 2;
    store<f32>(x + to, load<f32>(x + last));
    store<f32>(y + to, load<f32>(y + last));
    store<f32>(mass + to, 0);
    store<f32>(oldX + to, 0);
    store<f32>(oldY + to, 0);
  }
}

/** The places on the curve of four cells of a 65,536 × 65,536 grid. */
// @ts-ignore: decorator
@inline
function hilbert(columns: v128, rows: v128): v128 {
  const one = i32x4.splat(1);
  let column = columns;
  let row = rows;
  let place = i32x4.splat(0);
  for (let bit = 15; bit >= 0; bit--) {
    const right = v128.and(i32x4.shr_u(column, bit), one);
    const up = v128.and(i32x4.shr_u(row, bit), one);
    const quarter = v128.xor(i32x4.add(right, i32x4.add(right, right)), up);
    place = v128.or(i32x4.shl(place, 2), quarter);
    // In the lower half the curve is mirrored, and in the right one turned too: without branches, which none foresees.
    const lower = i32x4.sub(up, one);
    const flip = v128.and(lower, i32x4.neg(right));
    const swap = v128.xor(v128.and(v128.xor(column, row), lower), flip);
    column = v128.xor(column, swap);
    row = v128.xor(row, swap);
  }
  return place;
}

/** Columns or rows: what lies outside counts to the border. */
// @ts-ignore: decorator
@inline
function cells(values: v128, low: f32, scale: f32): v128 {
  const places = mul(sub(values, splat(low)), splat(scale));
  return i32x4.trunc_sat_f32x4_u(smaller(places, splat(65535)));
}

/** The grid reaches four times the mean distance: one body far away shall not put all others into one cell. */
function makeKeys(): void {
  let sumX: f64 = 0;
  let sumY: f64 = 0;
  let squares: f64 = 0;
  for (let i = 0; i < count; i++) {
    const px = <f64>load<f32>(x + (<usize>i << 2));
    const py = <f64>load<f32>(y + (<usize>i << 2));
    sumX += px;
    sumY += py;
    squares += px * px + py * py;
  }
  const meanX = sumX / <f64>count;
  const meanY = sumY / <f64>count;
  const variance = squares / <f64>count - meanX * meanX - meanY * meanY;
  const reach = <f32>(4 * sqrt<f64>(variance > 0 ? variance : 0)) + <f32>1e-9;
  const lowX = <f32>meanX - reach;
  const lowY = <f32>meanY - reach;
  const scale = <f32>32768 / reach;
  let node = i32x4(0, 1, 2, 3);
  for (let i = 0; i < padded; i += 4) {
    put(keys, i, hilbert(cells(at(x, i), lowX, scale), cells(at(y, i), lowY, scale)));
    put(order, i, node);
    node = i32x4.add(node, i32x4.splat(4));
  }
}

/** By 11, 11 and 10 bits, the lowest first. */
function sortKeys(): void {
  memory.fill(buckets, 0, 3 * BUCKET_BYTES);
  const low = buckets;
  const end = keys + (<usize>count << 2);
  for (let from = keys; from < end; from += 4) {
    const key = load<u32>(from);
    bump(low + ((key & 2047) << 2));
    bump(low + BUCKET_BYTES + (((key >> 11) & 2047) << 2));
    bump(low + 2 * BUCKET_BYTES + ((key >> 22) << 2));
  }
  for (let digit: u32 = 0; digit < 3; digit++) sortByDigit(11 * digit, low + <usize>digit * BUCKET_BYTES);
}

function sortByDigit(shift: u32, counters: usize): void {
  startsOf(counters, BUCKETS);
  const fromKeys = keys;
  const fromOrder = order;
  const toKeys = keys2;
  const toOrder = order2;
  const end = <usize>count << 2;
  for (let from: usize = 0; from < end; from += 4) {
    const key = load<u32>(fromKeys + from);
    const to = <usize>bump(counters + (((key >> shift) & 2047) << 2)) << 2;
    store<u32>(toKeys + to, key);
    store<u32>(toOrder + to, load<u32>(fromOrder + from));
  }
  swapKeys();
}

/** Counts one more; returns the number before. */
// @ts-expect-error: decorator
@inline
function bump(counter: usize): u32 {
  const before = load<u32>(counter);
  store<u32>(counter, before + 1);
  return before;
}

/** Turns how many there are of each into where each begins. */
function startsOf(counters: usize, length: i32): void {
  let sum: u32 = 0;
  for (let i = 0; i < length; i++) {
    const to = counters + (<usize>i << 2);
    const own = load<u32>(to);
    store<u32>(to, sum);
    sum += own;
  }
}

/** The ends of the pairs by their new places, the first on the curve as source, sorted by it. */
function relabel(): void {
  const places = rank;
  const ordered = order;
  for (let i = 0; i < count; i++) {
    store<u32>(places + (<usize>load<u32>(ordered + (<usize>i << 2)) << 2), i);
  }
  const starts = keys;
  memory.fill(starts, 0, <usize>count << 2);
  const fromSource = source;
  const fromTarget = target;
  const end = <usize>pairs << 2;
  for (let from: usize = 0; from < end; from += 4) {
    const s = load<u32>(places + (<usize>load<u32>(fromSource + from) << 2));
    const t = load<u32>(places + (<usize>load<u32>(fromTarget + from) << 2));
    const first = min<u32>(s, t);
    store<u32>(fromSource + from, first);
    store<u32>(fromTarget + from, max<u32>(s, t));
    bump(starts + (<usize>first << 2));
  }
  startsOf(starts, count);
  sortPairs(starts);
  swapPairs();
}

function sortPairs(starts: usize): void {
  const fromSource = source;
  const fromTarget = target;
  const fromPull = pull;
  const toSource = source2;
  const toTarget = target2;
  const toPull = pull2;
  const end = <usize>pairs << 2;
  for (let from: usize = 0; from < end; from += 4) {
    const s = load<u32>(fromSource + from);
    const to = <usize>bump(starts + (<usize>s << 2)) << 2;
    store<u32>(toSource + to, s);
    store<u32>(toTarget + to, load<u32>(fromTarget + from));
    store<f32>(toPull + to, load<f32>(fromPull + from));
  }
}
