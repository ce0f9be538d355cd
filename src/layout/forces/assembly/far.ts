// Repulsion between groups.
//
// With places as complex numbers, the field of masses m at c is the conjugate of Σ m / (z − c), an analytic function:
// a group acts by its mass and second moment, and is acted on through the first three coefficients about its centre.
import { blocks, fx, fy, LEAF, levelGroups, levelStart, levels, mass, stack, x, y } from './memory';
import { leafPair, leafSelf, NEAR } from './near';
import {
  AI, AR, BI, BR, blockAt, CHILD, CI, CR, fit,LANES, MASS, QI, QR, RADIUS, X, Y, 
} from './tree';
import { add, at, div, imaginary, mul, put, real, splat, squares, sub, fourSums, twoSums } from './vector';

/**
 * θ is told of the side of a square cell against one body. Here both of a pair are groups within a radius, which counts
 * as 0.65 of a side: less than half the diagonal, so that the pair of groups errs less than the cell would.
 */
const OPENING: f32 = 0.65 * 0.65;

/** Fills the forces with the repulsion. */
export function repulsion(scaling: f32, theta: f32): void {
  fit();
  traverse(theta * theta * OPENING);
  spread(scaling);
}

/** A task is a group (block · 4 + lane), a block and the lanes of it that it shall meet; −1 for a block within itself. */
// @ts-expect-error: decorator
@inline
function push(top: usize, group: i32, block: i32, lanes: i32): usize {
  store<i32>(top, group);
  store<i32>(top, block, 4);
  store<i32>(top, lanes, 8);
  return top + 12;
}

function traverse(opening: f32): void {
  let top = push(stack, -1, blocks - 1, 0);
  while (top > stack) {
    top -= 12;
    const group = load<i32>(top);
    const block = load<i32>(top, 4);
    const b = blockAt(block);
    if (group < 0) {
      top = within(top, block, b);
      continue;
    }
    const a = blockAt(group >> 2) + (<usize>(group & 3) << 2);
    let rest = far(a, b, load<i32>(top, 8), opening);
    if (rest == 0) continue;
    const own = load<i32>(a, CHILD);
    const radius = load<f32>(a, RADIUS);
    do {
      const k = ctz<i32>(rest);
      rest &= rest - 1;
      const other = load<i32>(b + (<usize>k << 2), CHILD);
      if ((own & other) < 0) {
        leafPair(-1 - own, -1 - other);
        continue;
      }
      // The larger of the two is opened; a leaf never.
      const openOther = own < 0 || (other >= 0 && load<f32>(b + (<usize>k << 2), RADIUS) > radius);
      top = openOther
        ? push(top, group, other, load<i32>(blockAt(other), LANES))
        : push(top, (block << 2) + k, own, load<i32>(blockAt(own), LANES));
    } while (rest != 0);
  }
}

/** Each group of a block within itself and with its later siblings. */
function within(start: usize, block: i32, b: usize): usize {
  let top = start;
  const used = load<i32>(b, LANES);
  for (let k = 0; used >> k != 0; k++) {
    const child = load<i32>(b + (<usize>k << 2), CHILD);
    if (child < 0) leafSelf(-1 - child);
    else top = push(top, -1, child, 0);
    const later = used & (14 << k);
    if (later != 0) top = push(top, (block << 2) + k, block, later);
  }
  return top;
}

/** The field of group `a` on those of block `b` that are far enough, and theirs on it; returns the lanes left. */
// @ts-expect-error: decorator
@inline
function far(a: usize, b: usize, lanes: i32, opening: f32): i32 {
  const dx = sub(v128.load32_splat(a, X), v128.load(b, X));
  const dy = sub(v128.load32_splat(a, Y), v128.load(b, Y));
  const square = squares(dx, dy);
  const reach = add(v128.load32_splat(a, RADIUS), v128.load(b, RADIUS));
  const isFar = v128.and(
    f32x4.lt(mul(reach, reach), mul(square, splat(opening))),
    f32x4.gt(square, splat(NEAR)),
  );
  const wanted = i32x4.ne(v128.and(i32x4.splat(lanes), i32x4(1, 2, 4, 8)), i32x4.splat(0));
  const chosen = v128.and(isFar, wanted);
  const got = i32x4.bitmask(chosen);
  if (got != 0) exchange(a, b, dx, dy, v128.and(div(splat(1), square), chosen));
  return lanes & ~got;
}

/** With u = 1 / (a − b): on a, m u + q u³ and its derivatives −m u², m u³; on b the same of −u. */
// @ts-expect-error: decorator
@inline
function exchange(a: usize, b: usize, dx: v128, dy: v128, inverse: v128): void {
  const ur = mul(dx, inverse);
  const ui = mul(f32x4.neg(dy), inverse);
  const u2r = real(ur, ui, ur, ui);
  const u2i = imaginary(ur, ui, ur, ui);
  const u3r = real(u2r, u2i, ur, ui);
  const u3i = imaginary(u2r, u2i, ur, ui);
  const ma = v128.load32_splat(a, MASS);
  const qar = v128.load32_splat(a, QR);
  const qai = v128.load32_splat(a, QI);
  v128.store(b, sub(v128.load(b, AR), add(mul(ma, ur), real(qar, qai, u3r, u3i))), AR);
  v128.store(b, sub(v128.load(b, AI), add(mul(ma, ui), imaginary(qar, qai, u3r, u3i))), AI);
  v128.store(b, sub(v128.load(b, BR), mul(ma, u2r)), BR);
  v128.store(b, sub(v128.load(b, BI), mul(ma, u2i)), BI);
  v128.store(b, sub(v128.load(b, CR), mul(ma, u3r)), CR);
  v128.store(b, sub(v128.load(b, CI), mul(ma, u3i)), CI);
  const mb = v128.load(b, MASS);
  const qbr = v128.load(b, QR);
  const qbi = v128.load(b, QI);
  const ar = add(mul(mb, ur), real(qbr, qbi, u3r, u3i));
  const ai = add(mul(mb, ui), imaginary(qbr, qbi, u3r, u3i));
  const own = fourSums(ar, ai, f32x4.neg(mul(mb, u2r)), f32x4.neg(mul(mb, u2i)));
  const rest = twoSums(mul(mb, u3r), mul(mb, u3i));
  store<f32>(a, load<f32>(a, AR) + f32x4.extract_lane(own, 0), AR);
  store<f32>(a, load<f32>(a, AI) + f32x4.extract_lane(own, 1), AI);
  store<f32>(a, load<f32>(a, BR) + f32x4.extract_lane(own, 2), BR);
  store<f32>(a, load<f32>(a, BI) + f32x4.extract_lane(own, 3), BI);
  store<f32>(a, load<f32>(a, CR) + f32x4.extract_lane(rest, 0), CR);
  store<f32>(a, load<f32>(a, CI) + f32x4.extract_lane(rest, 1), CI);
}

/** The fields of the groups from the root down, and those of the leaves to their bodies. */
function spread(scaling: f32): void {
  for (let level = levels - 1; level >= 0; level--) {
    const start = load<i32>(levelStart + (<usize>level << 2));
    const groups = load<i32>(levelGroups + (<usize>level << 2));
    for (let i = 0; i < groups; i++) {
      const g = blockAt(start + (i >> 2)) + (<usize>(i & 3) << 2);
      if (level > 0) toChildren(g);
      else toBodies(g, i * LEAF, scaling);
    }
  }
}

function toChildren(g: usize): void {
  const c = blockAt(load<i32>(g, CHILD));
  const dx = sub(v128.load(c, X), v128.load32_splat(g, X));
  const dy = sub(v128.load(c, Y), v128.load32_splat(g, Y));
  const cr = v128.load32_splat(g, CR);
  const ci = v128.load32_splat(g, CI);
  // B + C δ, then A + (B + C δ) δ and B + 2 C δ.
  const er = add(v128.load32_splat(g, BR), real(cr, ci, dx, dy));
  const ei = add(v128.load32_splat(g, BI), imaginary(cr, ci, dx, dy));
  const ar = add(v128.load32_splat(g, AR), real(er, ei, dx, dy));
  const ai = add(v128.load32_splat(g, AI), imaginary(er, ei, dx, dy));
  v128.store(c, add(v128.load(c, AR), ar), AR);
  v128.store(c, add(v128.load(c, AI), ai), AI);
  v128.store(c, add(v128.load(c, BR), add(er, real(cr, ci, dx, dy))), BR);
  v128.store(c, add(v128.load(c, BI), add(ei, imaginary(cr, ci, dx, dy))), BI);
  v128.store(c, add(v128.load(c, CR), cr), CR);
  v128.store(c, add(v128.load(c, CI), ci), CI);
}

function toBodies(g: usize, first: i32, scaling: f32): void {
  const cr = v128.load32_splat(g, CR);
  const ci = v128.load32_splat(g, CI);
  const scale = splat(scaling);
  for (let i = first; i < first + LEAF; i += 4) {
    const dx = sub(at(x, i), v128.load32_splat(g, X));
    const dy = sub(at(y, i), v128.load32_splat(g, Y));
    const er = add(v128.load32_splat(g, BR), real(cr, ci, dx, dy));
    const ei = add(v128.load32_splat(g, BI), imaginary(cr, ci, dx, dy));
    const ar = add(v128.load32_splat(g, AR), real(er, ei, dx, dy));
    const ai = add(v128.load32_splat(g, AI), imaginary(er, ei, dx, dy));
    put(fx, i, mul(scale, add(at(fx, i), mul(at(mass, i), ar))));
    put(fy, i, mul(scale, sub(at(fy, i), mul(at(mass, i), ai))));
  }
}
