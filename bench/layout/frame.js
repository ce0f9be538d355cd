/** The frame and the sizes that overlaps are counted with. */

/** The places scaled alike in x and y until the wider side spans the 10,000 of the frame, centre in the middle. */
export function fitted({ x, y }) {
  const [left, right] = rangeOf(x);
  const [bottom, top] = rangeOf(y);
  const scale = 10_000 / Math.max(right - left, top - bottom, 1e-300);
  return {
    x: x.map((value) => (value - (left + right) / 2) * scale),
    y: y.map((value) => (value - (bottom + top) / 2) * scale),
  };
}

export function rangeOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** Radii from 4 to 100 by the root of the degree, smaller between where they would fill the frame: as the exports have them. */
export function radiiOf({ count, source, target }) {
  const degree = new Float64Array(count);
  for (let e = 0; e < source.length; e++) {
    degree[source[e]]++;
    degree[target[e]]++;
  }
  const roots = degree.map(Math.sqrt);
  const [low, high] = rangeOf(roots);
  if (!(high > low)) return new Float64Array(count).fill(Math.min(10, 3000 / Math.sqrt(Math.max(count, 1))));
  for (let power = 1; ; power++) {
    const radii = roots.map((root) => 4 + 96 * ((root - low) / (high - low)) ** power);
    const area = radii.reduce((sum, radius) => sum + Math.PI * (radius + 2) ** 2, 0);
    if (area <= 1e7 || power === 12) return radii;
  }
}
