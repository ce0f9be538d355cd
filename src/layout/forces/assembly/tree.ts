// Groups of eight bodies that follow each other on the curve, groups of four groups, and so on up to one block.
//
// A block is four sibling groups, field by field, so that one instruction treats all four.
import { blocks, LEAF, levelGroups, levelStart, levels, mass, tree, x, y } from './memory';
import { add, at, max as larger, maxOf, minOf, mul, min as smaller, splat, squares, sub, sumOf } from './vector';

/** The centre of mass, the mass, and the distance from the centre within which all bodies lie. */
export const X: usize = 0;
export const Y: usize = 16;
export const MASS: usize = 32;
export const RADIUS: usize = 48;
/** The second moment about the centre, Σ m (z − c)², complex. The first is 0. */
export const QR: usize = 64;
export const QI: usize = 80;
/** The coefficients of the field about the centre, A + B δ + C δ², complex. */
export const AR: usize = 96;
export const AI: usize = 112;
export const BR: usize = 128;
export const BI: usize = 144;
export const CR: usize = 160;
export const CI: usize = 176;
/** The block of the children; of a leaf, −1 − its number. */
export const CHILD: usize = 192;
/** The set of lanes that have a group. */
export const LANES: usize = 208;
const LEFT: usize = 224;
const RIGHT: usize = 240;
const BOTTOM: usize = 256;
const TOP: usize = 272;
export const BLOCK: i32 = 288;

// @ts-expect-error: decorator
@inline
export function blockAt(i: i32): usize {
  return tree + <usize>i * BLOCK;
}

/** Computes all groups anew from where their bodies are. */
export function fit(): void {
  const leaves = load<i32>(levelGroups);
  for (let i = 0; i < leaves; i++) fitLeaf(i);
  closeLevel(0);
  for (let level = 1; level < levels; level++) {
    const start = load<i32>(levelStart + (<usize>level << 2));
    const below = load<i32>(levelStart + (<usize>(level - 1) << 2));
    const groups = load<i32>(levelGroups + (<usize>level << 2));
    for (let i = 0; i < groups; i++) {
      fitParent(blockAt(start + (i >> 2)) + (<usize>(i & 3) << 2), below + i);
    }
    closeLevel(level);
  }
  const zero = splat(0);
  for (let i = 0; i < blocks; i++) {
    const b = blockAt(i);
    v128.store(b, zero, AR);
    v128.store(b, zero, AI);
    v128.store(b, zero, BR);
    v128.store(b, zero, BI);
    v128.store(b, zero, CR);
    v128.store(b, zero, CI);
  }
}

function fitLeaf(leaf: i32): void {
  const g = blockAt(leaf >> 2) + (<usize>(leaf & 3) << 2);
  const i = leaf * LEAF;
  const x0 = at(x, i);
  const x1 = at(x, i + 4);
  const y0 = at(y, i);
  const y1 = at(y, i + 4);
  const m0 = at(mass, i);
  const m1 = at(mass, i + 4);
  const all = sumOf(add(m0, m1));
  const cx = sumOf(add(mul(m0, x0), mul(m1, x1))) / all;
  const cy = sumOf(add(mul(m0, y0), mul(m1, y1))) / all;
  const dx0 = sub(x0, splat(cx));
  const dx1 = sub(x1, splat(cx));
  const dy0 = sub(y0, splat(cy));
  const dy1 = sub(y1, splat(cy));
  store<f32>(g, cx, X);
  store<f32>(g, cy, Y);
  store<f32>(g, all, MASS);
  store<f32>(g, sqrt<f32>(maxOf(larger(squares(dx0, dy0), squares(dx1, dy1)))), RADIUS);
  const r0 = mul(m0, sub(mul(dx0, dx0), mul(dy0, dy0)));
  const r1 = mul(m1, sub(mul(dx1, dx1), mul(dy1, dy1)));
  store<f32>(g, sumOf(add(r0, r1)), QR);
  store<f32>(g, 2 * sumOf(add(mul(m0, mul(dx0, dy0)), mul(m1, mul(dx1, dy1)))), QI);
  store<f32>(g, minOf(smaller(x0, x1)), LEFT);
  store<f32>(g, maxOf(larger(x0, x1)), RIGHT);
  store<f32>(g, minOf(smaller(y0, y1)), BOTTOM);
  store<f32>(g, maxOf(larger(y0, y1)), TOP);
  store<i32>(g, -1 - leaf, CHILD);
}

function fitParent(g: usize, child: i32): void {
  const c = blockAt(child);
  const masses = v128.load(c, MASS);
  const childX = v128.load(c, X);
  const childY = v128.load(c, Y);
  const all = sumOf(masses);
  const cx = sumOf(mul(masses, childX)) / all;
  const cy = sumOf(mul(masses, childY)) / all;
  const dx = sub(childX, splat(cx));
  const dy = sub(childY, splat(cy));
  store<f32>(g, cx, X);
  store<f32>(g, cy, Y);
  store<f32>(g, all, MASS);
  const moved = mul(masses, sub(mul(dx, dx), mul(dy, dy)));
  store<f32>(g, sumOf(add(v128.load(c, QR), moved)), QR);
  store<f32>(g, sumOf(add(v128.load(c, QI), mul(splat(2), mul(masses, mul(dx, dy))))), QI);
  const left = minOf(v128.load(c, LEFT));
  const right = maxOf(v128.load(c, RIGHT));
  const bottom = minOf(v128.load(c, BOTTOM));
  const top = maxOf(v128.load(c, TOP));
  store<f32>(g, left, LEFT);
  store<f32>(g, right, RIGHT);
  store<f32>(g, bottom, BOTTOM);
  store<f32>(g, top, TOP);
  // Both hold; neither is always the smaller.
  const byChildren = maxOf(add(f32x4.sqrt(squares(dx, dy)), v128.load(c, RADIUS)));
  const wide = max<f32>(cx - left, right - cx);
  const high = max<f32>(cy - bottom, top - cy);
  store<f32>(g, min<f32>(byChildren, sqrt<f32>(wide * wide + high * high)), RADIUS);
  store<i32>(g, child, CHILD);
}

/** Says which lanes of each block are used; those of the last that are not repeat the last group, without mass. */
function closeLevel(level: i32): void {
  const start = load<i32>(levelStart + (<usize>level << 2));
  const groups = load<i32>(levelGroups + (<usize>level << 2));
  const whole = groups >> 2;
  for (let i = 0; i < whole; i++) store<i32>(blockAt(start + i), 15, LANES);
  const used = groups & 3;
  if (used == 0) return;
  const b = blockAt(start + whole);
  store<i32>(b, (1 << used) - 1, LANES);
  const last = b + (<usize>(used - 1) << 2);
  for (let k = used; k < 4; k++) {
    const g = b + (<usize>k << 2);
    store<f32>(g, load<f32>(last, X), X);
    store<f32>(g, load<f32>(last, Y), Y);
    store<f32>(g, 0, MASS);
    store<f32>(g, load<f32>(last, RADIUS), RADIUS);
    store<f32>(g, 0, QR);
    store<f32>(g, 0, QI);
    store<f32>(g, load<f32>(last, LEFT), LEFT);
    store<f32>(g, load<f32>(last, RIGHT), RIGHT);
    store<f32>(g, load<f32>(last, BOTTOM), BOTTOM);
    store<f32>(g, load<f32>(last, TOP), TOP);
  }
}
