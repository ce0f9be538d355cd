const LN2 = Math.LN2;
/** 2 to the power of 54, which lifts the smallest number into the normal range. */
const LIFT = 18_014_398_509_481_984;
const bits = (): DataView => new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm of a positive finite number, within 1e-15 relative, the same digits in every engine.
 *
 * The number is m · 2^e with m between √½ and √2, and ln m = 2 artanh((m − 1) / (m + 1)) as a power series.
 */
export function ln(value: number): number {
  const view = bits();
  // Numbers below the normal range have no exponent of their own.
  const tiny = value < 2.2250738585072014e-308;
  view.setFloat64(0, tiny ? value * LIFT : value);
  let exponent = (view.getUint16(0) >> 4) - 1023 - (tiny ? 54 : 0);
  view.setUint16(0, (1023 << 4) | (view.getUint16(0) & 15));
  let mantissa = view.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
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
