// Gravity, how far the forces turned, and the move.
import { fx, fy, mass, oldX, oldY, padded, sums, swapForces, swing, x, y } from './memory';
import { add, at, div, max, mul, put, splat, squares, sub } from './vector';

/** Coordinates beyond the root of this are no longer places. */
const FARTHEST_SQUARE: f32 = 1e24;

/** Adds gravity; sums how far the forces swing and agree with those of the step before. */
export function weigh(gravity: f32, strong: bool): void {
  let swinging = f64x2.splat(0);
  let traction = f64x2.splat(0);
  for (let i = 0; i < padded; i += 4) {
    const px = at(x, i);
    const py = at(y, i);
    const m = at(mass, i);
    let g = mul(splat(gravity), m);
    if (!strong) g = div(g, max(f32x4.sqrt(squares(px, py)), splat(1e-9)));
    const vx = sub(at(fx, i), mul(g, px));
    const vy = sub(at(fy, i), mul(g, py));
    const wx = at(oldX, i);
    const wy = at(oldY, i);
    const turned = mul(m, f32x4.sqrt(squares(sub(wx, vx), sub(wy, vy))));
    const agreed = mul(m, f32x4.sqrt(squares(add(wx, vx), add(wy, vy))));
    swinging = plus(swinging, turned);
    traction = plus(traction, agreed);
    put(fx, i, vx);
    put(fy, i, vy);
    put(swing, i, turned);
  }
  store<f64>(sums, total(swinging));
  store<f64>(sums, total(traction) / 2, 8);
}

/** Moves all bodies, the slower the more each swings; one whose next place were no number stays. */
export function move(speed: f32): void {
  let moved = f64x2.splat(0);
  let sumX = f64x2.splat(0);
  let sumY = f64x2.splat(0);
  let square = f64x2.splat(0);
  const whole = splat(speed);
  for (let i = 0; i < padded; i += 4) {
    const px = at(x, i);
    const py = at(y, i);
    const factor = div(whole, add(splat(1), f32x4.sqrt(mul(whole, at(swing, i)))));
    const dx = mul(at(fx, i), factor);
    const dy = mul(at(fy, i), factor);
    const toX = add(px, dx);
    const toY = add(py, dy);
    const fine = f32x4.lt(squares(toX, toY), splat(FARTHEST_SQUARE));
    const nextX = v128.bitselect(toX, px, fine);
    const nextY = v128.bitselect(toY, py, fine);
    put(x, i, nextX);
    put(y, i, nextY);
    const real = f32x4.gt(at(mass, i), splat(0));
    const realX = v128.and(nextX, real);
    const realY = v128.and(nextY, real);
    moved = plus(moved, v128.and(f32x4.sqrt(squares(dx, dy)), fine));
    sumX = plus(sumX, realX);
    sumY = plus(sumY, realY);
    square = f64x2.add(square, f64x2.add(widenedSquares(realX), widenedSquares(realY)));
  }
  store<f64>(sums, total(moved), 16);
  store<f64>(sums, total(sumX), 24);
  store<f64>(sums, total(sumY), 32);
  store<f64>(sums, total(square), 40);
  swapForces();
}

// @ts-expect-error: decorator
@inline
function high(four: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(four, four, 2, 3, 0, 1));
}

// @ts-expect-error: decorator
@inline
function plus(sum: v128, four: v128): v128 {
  return f64x2.add(sum, f64x2.add(f64x2.promote_low_f32x4(four), high(four)));
}

// @ts-expect-error: decorator
@inline
function widenedSquares(four: v128): v128 {
  const low = f64x2.promote_low_f32x4(four);
  const rest = high(four);
  return f64x2.add(f64x2.mul(low, low), f64x2.mul(rest, rest));
}

// @ts-expect-error: decorator
@inline
function total(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
