// Repulsion between single bodies: a leaf against a leaf, four against four, each pair once.
import { fx, fy, LEAF, mass, x, y } from './memory';
import { add, at, div, max, mul, put, rotate, splat, squares, sub } from './vector';

/** Squares of distances below this count as this: bodies at one place do not repel. */
export const NEAR: f32 = 1e-18;

export function leafPair(a: i32, b: i32): void {
  const i = a * LEAF;
  const j = b * LEAF;
  tile(i, j);
  tile(i, j + 4);
  tile(i + 4, j);
  tile(i + 4, j + 4);
}

export function leafSelf(a: i32): void {
  const i = a * LEAF;
  among(i);
  among(i + 4);
  tile(i, i + 4);
}

/**
 * Bodies i to i + 3 with bodies j to j + 3: the second four turn past the first, and their forces with them. Written
 * out, since neither the compiler nor the engine unrolls it.
 */
// @ts-ignore: decorator
@inline
function tile(i: i32, j: i32): void {
  const near = splat(NEAR);
  const xa = at(x, i);
  const ya = at(y, i);
  const ma = at(mass, i);
  let fxa = at(fx, i);
  let fya = at(fy, i);
  let xb = at(x, j);
  let yb = at(y, j);
  let mb = at(mass, j);
  let fxb = at(fx, j);
  let fyb = at(fy, j);
  let dx = sub(xa, xb);
  let dy = sub(ya, yb);
  let f = div(mul(ma, mb), max(squares(dx, dy), near));
  let gx = mul(f, dx);
  let gy = mul(f, dy);
  fxa = add(fxa, gx);
  fya = add(fya, gy);
  fxb = rotate(sub(fxb, gx));
  fyb = rotate(sub(fyb, gy));
  xb = rotate(xb);
  yb = rotate(yb);
  mb = rotate(mb);
  dx = sub(xa, xb);
  dy = sub(ya, yb);
  f = div(mul(ma, mb), max(squares(dx, dy), near));
  gx = mul(f, dx);
  gy = mul(f, dy);
  fxa = add(fxa, gx);
  fya = add(fya, gy);
  fxb = rotate(sub(fxb, gx));
  fyb = rotate(sub(fyb, gy));
  xb = rotate(xb);
  yb = rotate(yb);
  mb = rotate(mb);
  dx = sub(xa, xb);
  dy = sub(ya, yb);
  f = div(mul(ma, mb), max(squares(dx, dy), near));
  gx = mul(f, dx);
  gy = mul(f, dy);
  fxa = add(fxa, gx);
  fya = add(fya, gy);
  fxb = rotate(sub(fxb, gx));
  fyb = rotate(sub(fyb, gy));
  xb = rotate(xb);
  yb = rotate(yb);
  mb = rotate(mb);
  dx = sub(xa, xb);
  dy = sub(ya, yb);
  f = div(mul(ma, mb), max(squares(dx, dy), near));
  gx = mul(f, dx);
  gy = mul(f, dy);
  fxa = add(fxa, gx);
  fya = add(fya, gy);
  fxb = rotate(sub(fxb, gx));
  fyb = rotate(sub(fyb, gy));
  put(fx, i, fxa);
  put(fy, i, fya);
  put(fx, j, fxb);
  put(fy, j, fyb);
}

/** Four bodies among themselves; each pair twice, once for either. */
// @ts-expect-error: decorator
@inline
function among(i: i32): void {
  const near = splat(NEAR);
  const xa = at(x, i);
  const ya = at(y, i);
  const ma = at(mass, i);
  let fxa = at(fx, i);
  let fya = at(fy, i);
  let xb = xa;
  let yb = ya;
  let mb = ma;
  for (let turn = 0; turn < 3; turn++) {
    xb = rotate(xb);
    yb = rotate(yb);
    mb = rotate(mb);
    const dx = sub(xa, xb);
    const dy = sub(ya, yb);
    const f = div(mul(ma, mb), max(squares(dx, dy), near));
    fxa = add(fxa, mul(f, dx));
    fya = add(fya, mul(f, dy));
  }
  put(fx, i, fxa);
  put(fy, i, fya);
}
