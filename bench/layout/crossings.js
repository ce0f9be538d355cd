/** Edge crossings of a picture with straight edges: exact for some ten thousands of edges, else estimated from pairs. */
import { randomFrom } from './graphs.js';

/** Up to so many edges every pair is tried that overlaps in x. */
const EXACT = 20_000;
/** Random pairs of edges beyond. */
const PAIRS = 6_000_000;

/** Pairs of edges without a common end that properly cross; touching and running along each other do not count. */
export function crossingsOf({ source, target }, x, y, exactUpTo = EXACT) {
  const edges = source.length;
  if (edges <= exactUpTo) return { count: countAll({ source, target }, x, y), error: 0 };
  const random = randomFrom(11);
  let hits = 0;
  for (let i = 0; i < PAIRS; i++) {
    const a = Math.floor(random() * edges);
    const b = Math.floor(random() * edges);
    if (a !== b && cross({ source, target }, x, y, a, b)) hits++;
  }
  const [share, all] = [hits / PAIRS, (edges * edges) / 2];
  return { count: Math.round(share * all), error: Math.sqrt((share * (1 - share)) / PAIRS) * all };
}

/** A sweep from left to right: an edge is tried against those that begin before it ends. */
function countAll({ source, target }, x, y) {
  const edges = source.length;
  const left = Float64Array.from(source, (node, e) => Math.min(x[node], x[target[e]]));
  const order = Uint32Array.from({ length: edges }, (_, e) => e).sort((a, b) => left[a] - left[b] || a - b);
  const sorted = {
    source: Uint32Array.from(order, (e) => source[e]),
    target: Uint32Array.from(order, (e) => target[e]),
  };
  const begins = Float64Array.from(order, (e) => left[e]);
  const ends = Float64Array.from(sorted.source, (node, e) => Math.max(x[node], x[sorted.target[e]]));
  const low = Float64Array.from(sorted.source, (node, e) => Math.min(y[node], y[sorted.target[e]]));
  const high = Float64Array.from(sorted.source, (node, e) => Math.max(y[node], y[sorted.target[e]]));
  let count = 0;
  for (let a = 0; a < edges; a++) {
    const [end, bottom, top] = [ends[a], low[a], high[a]];
    for (let b = a + 1; b < edges && begins[b] < end; b++) {
      if (low[b] < top && high[b] > bottom && cross(sorted, x, y, a, b)) count++;
    }
  }
  return count;
}

function cross({ source, target }, x, y, a, b) {
  const [p, q, r, s] = [source[a], target[a], source[b], target[b]];
  return side(x, y, p, q, r) * side(x, y, p, q, s) < 0 && side(x, y, r, s, p) * side(x, y, r, s, q) < 0;
}

/** On which side of the line from a to b the node c lies: exactly 0 when it is a or b, so that common ends never cross. */
function side(x, y, a, b, c) {
  return Math.sign((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]));
}
