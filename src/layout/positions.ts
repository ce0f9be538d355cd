/** Places of nodes by index, y up. Steps take positions and return new ones. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A copy that a step may change. */
export function copyOf({ x, y }: Positions): Positions {
  return { x: x.slice(), y: y.slice() };
}

/** All positions multiplied by a factor, away from the origin or towards it. */
export function scaled({ x, y }: Positions, factor: number): Positions {
  return { x: x.map((value) => value * factor), y: y.map((value) => value * factor) };
}

/** All positions moved by the same. */
export function translated({ x, y }: Positions, right: number, up: number): Positions {
  return { x: x.map((value) => value + right), y: y.map((value) => value + up) };
}

/** `x * x`; the operator `**` may differ between engines. */
export function square(value: number): number {
  return value * value;
}

/** Moved so that the mean position is the origin, up to rounding. */
export function centred({ x, y }: Positions): Positions {
  const meanX = mean(x);
  const meanY = mean(y);
  return { x: x.map((value) => value - meanX), y: y.map((value) => value - meanY) };
}

/** The largest absolute coordinate; 0 without nodes. */
export function reach({ x, y }: Positions): number {
  let most = 0;
  for (const values of [x, y]) for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

/** Whether every coordinate is a finite number. */
export function allFinite({ x, y }: Positions): boolean {
  return x.every(Number.isFinite) && y.every(Number.isFinite);
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
