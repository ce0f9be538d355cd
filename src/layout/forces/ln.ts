const LN2 = Math.LN2;
const SQRT_HALF = Math.SQRT2 / 2;
/** 2 to the power of 32. */
const LARGE = 4_294_967_296;

/**
 * The natural logarithm of a positive finite number, within 1e-15 relative, the same digits in every engine.
 *
 * The number is m · 2^e with m between √½ and √2, and ln m = 2 artanh((m − 1) / (m + 1)) as a power series. Doubling and
 * halving lose no digit, and unlike a look at the bits they need no memory.
 */
export function ln(value: number): number {
  let mantissa = value;
  let exponent = 0;
  for (; mantissa > LARGE; mantissa /= LARGE) exponent += 32;
  for (; mantissa < 1 / LARGE; mantissa *= LARGE) exponent -= 32;
  for (; mantissa > Math.SQRT2; mantissa /= 2) exponent += 1;
  for (; mantissa <= SQRT_HALF; mantissa *= 2) exponent -= 1;
  return exponent * LN2 + 2 * artanh((mantissa - 1) / (mantissa + 1));
}

/** ln(1 + x) for x ≥ 0, without the loss of digits near 0. */
export function ln1p(x: number): number {
  if (x > 0.4) return ln(1 + x);
  return 2 * artanh(x / (2 + x));
}

/** For arguments up to 0.1716: eleven terms leave less than 1e-17. */
function artanh(s: number): number {
  const square = s * s;
  let sum = 0;
  for (let k = 21; k >= 1; k -= 2) sum = sum * square + 1 / k;
  return s * sum;
}
