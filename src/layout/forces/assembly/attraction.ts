// Attraction along pairs, four pairs at a time.
import { fx, fy, pairs, pull, source, target, x, y } from './memory';
import { add, at, div, max, mul, splat, squares, sub } from './vector';

const NEAREST: f32 = 1e-9;
/** The bits of √½ and of 1. */
const ROOT_HALF: i32 = 0x3f3504f3;
const ONE: i32 = 0x3f800000;

export function linear(): void {
  const whole = pairs & ~3;
  for (let e = 0; e < whole; e += 4) four(e, false);
  for (let e = whole; e < pairs; e++) single(e, false);
}

export function logarithmic(): void {
  const whole = pairs & ~3;
  for (let e = 0; e < whole; e += 4) four(e, true);
  for (let e = whole; e < pairs; e++) single(e, true);
}

/** Where a body stands in every list. */
// @ts-ignore: decorator
@inline
function end(list: usize, e: i32): usize {
  return <usize>load<u32>(list + (<usize>e << 2)) << 2;
}

// @ts-ignore: decorator
@inline
function gathered(list: usize, a: usize, b: usize, c: usize, d: usize): v128 {
  let four = v128.load32_zero(list + a);
  four = v128.load_lane<f32>(list + b, four, 1);
  four = v128.load_lane<f32>(list + c, four, 2);
  return v128.load_lane<f32>(list + d, four, 3);
}

// @ts-ignore: decorator
@inline
function four(e: i32, linLog: bool): void {
  const s0 = end(source, e);
  const s1 = end(source, e + 1);
  const s2 = end(source, e + 2);
  const s3 = end(source, e + 3);
  const t0 = end(target, e);
  const t1 = end(target, e + 1);
  const t2 = end(target, e + 2);
  const t3 = end(target, e + 3);
  const dx = sub(gathered(x, t0, t1, t2, t3), gathered(x, s0, s1, s2, s3));
  const dy = sub(gathered(y, t0, t1, t2, t3), gathered(y, s0, s1, s2, s3));
  let f = at(pull, e);
  if (linLog) f = mul(f, logOverDistance(dx, dy));
  const gx = mul(f, dx);
  const gy = mul(f, dy);
  apply(s0, t0, f32x4.extract_lane(gx, 0), f32x4.extract_lane(gy, 0));
  apply(s1, t1, f32x4.extract_lane(gx, 1), f32x4.extract_lane(gy, 1));
  apply(s2, t2, f32x4.extract_lane(gx, 2), f32x4.extract_lane(gy, 2));
  apply(s3, t3, f32x4.extract_lane(gx, 3), f32x4.extract_lane(gy, 3));
}

function single(e: i32, linLog: bool): void {
  const s = end(source, e);
  const t = end(target, e);
  const dx = load<f32>(x + t) - load<f32>(x + s);
  const dy = load<f32>(y + t) - load<f32>(y + s);
  let f = load<f32>(pull + (<usize>e << 2));
  if (linLog) f *= f32x4.extract_lane(logOverDistance(splat(dx), splat(dy)), 0);
  apply(s, t, f * dx, f * dy);
}

/** The force on the source; the opposite on the target. */
// @ts-ignore: decorator
@inline
function apply(s: usize, t: usize, gx: f32, gy: f32): void {
  store<f32>(fx + s, load<f32>(fx + s) + gx);
  store<f32>(fy + s, load<f32>(fy + s) + gy);
  store<f32>(fx + t, load<f32>(fx + t) - gx);
  store<f32>(fy + t, load<f32>(fy + t) - gy);
}

/** ln(1 + d) / d for the distances d, within 3e-7. */
// @ts-expect-error: decorator
@inline
function logOverDistance(dx: v128, dy: v128): v128 {
  const d = max(f32x4.sqrt(squares(dx, dy)), splat(NEAREST));
  const one = splat(1);
  const t = add(one, d);
  // t is m · 2^e with m from √½ to √2; ln m = 2 artanh s with s = (m − 1) / (m + 1).
  const bits = i32x4.add(t, i32x4.splat(ONE - ROOT_HALF));
  const exponent = f32x4.convert_i32x4_s(i32x4.sub(i32x4.shr_s(bits, 23), i32x4.splat(127)));
  const m = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(ROOT_HALF));
  const s = div(sub(m, one), add(m, one));
  const z = mul(s, s);
  let series = add(mul(splat(2.0 / 9.0), z), splat(2.0 / 7.0));
  series = add(mul(series, z), splat(0.4));
  series = add(mul(series, z), splat(2.0 / 3.0));
  series = add(mul(series, z), splat(2));
  // What the sum 1 + d has lost of d.
  const lost = div(sub(d, sub(t, one)), t);
  const log = add(mul(exponent, splat(0.693147180559945)), add(mul(s, series), lost));
  return div(log, d);
}
