// Short names for what is done with four numbers at a time.

// @ts-expect-error: decorator
@inline
export function at(list: usize, i: i32): v128 {
  return v128.load(list + (<usize>i << 2));
}

// @ts-expect-error: decorator
@inline
export function put(list: usize, i: i32, value: v128): void {
  v128.store(list + (<usize>i << 2), value);
}

// @ts-expect-error: decorator
@inline
export function splat(value: f32): v128 {
  return f32x4.splat(value);
}

// @ts-expect-error: decorator
@inline
export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

// @ts-expect-error: decorator
@inline
export function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

// @ts-expect-error: decorator
@inline
export function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

// @ts-expect-error: decorator
@inline
export function div(a: v128, b: v128): v128 {
  return f32x4.div(a, b);
}

/** The larger, by one comparison: for numbers that are never NaN. */
// @ts-expect-error: decorator
@inline
export function max(a: v128, b: v128): v128 {
  return f32x4.pmax(a, b);
}

// @ts-expect-error: decorator
@inline
export function min(a: v128, b: v128): v128 {
  return f32x4.pmin(a, b);
}

/** a² + b² */
// @ts-expect-error: decorator
@inline
export function squares(a: v128, b: v128): v128 {
  return add(mul(a, a), mul(b, b));
}

/** a · c − b · d: the real part of (a + bi)(c + di). */
// @ts-expect-error: decorator
@inline
export function real(a: v128, b: v128, c: v128, d: v128): v128 {
  return sub(mul(a, c), mul(b, d));
}

/** a · d + b · c: the imaginary part of (a + bi)(c + di). */
// @ts-expect-error: decorator
@inline
export function imaginary(a: v128, b: v128, c: v128, d: v128): v128 {
  return add(mul(a, d), mul(b, c));
}

/** Lane 1, 2, 3, 0. */
// @ts-expect-error: decorator
@inline
export function rotate(a: v128): v128 {
  return v128.shuffle<f32>(a, a, 1, 2, 3, 0);
}

// @ts-expect-error: decorator
@inline
export function sumOf(a: v128): f32 {
  const half = add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(half, 0) + f32x4.extract_lane(half, 1);
}

// @ts-expect-error: decorator
@inline
export function maxOf(a: v128): f32 {
  const half = max(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(max(half, v128.shuffle<f32>(half, half, 1, 0, 3, 2)), 0);
}

// @ts-expect-error: decorator
@inline
export function minOf(a: v128): f32 {
  const half = min(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(min(half, v128.shuffle<f32>(half, half, 1, 0, 3, 2)), 0);
}

/** The sums of the lanes of each, in this order. */
// @ts-ignore: decorator
@inline
export function fourSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** The sums of the lanes of both; the other lanes are of no use. */
// @ts-ignore: decorator
@inline
export function twoSums(a: v128, b: v128): v128 {
  const ab = add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  return add(ab, v128.shuffle<f32>(ab, ab, 2, 3, 0, 1));
}
