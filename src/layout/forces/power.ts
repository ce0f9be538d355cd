/**
 * A positive number to a power of at least 0, from products and square roots alone, which every engine rounds
 * alike.
 *
 * The fraction of the power counts to 2⁻³⁰.
 */
export function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let whole = Math.floor(exponent); whole >= 1; whole = Math.floor(whole / 2)) {
    if (whole % 2 === 1) result *= square;
    square *= square;
  }
  let root = base;
  let rest = exponent - Math.floor(exponent);
  for (let bit = 0; bit < 30 && rest > 0; bit++) {
    root = Math.sqrt(root);
    rest *= 2;
    if (rest < 1) continue;
    result *= root;
    rest -= 1;
  }
  return result;
}
