/**
 * How well a picture shows its graph: neighbourhood preservation, stress, edge crossings, overlaps.
 *
 * Pure functions on flat arrays. Where the exact figure would cost too much it is taken from a sample that follows from the
 * graph and a fixed seed, never from the picture, so that all pictures of a graph are measured at the same places.
 */
import { crossingsOf } from './crossings.js';
import { randomFrom } from './graphs.js';
import { indexOf, nearest } from './nearest.js';

export { crossingsOf, indexOf, nearest };

const SEED = 7;
/** Pairs of nodes for the stress: so many sources of shortest paths, at least the least; exact up to 3,162 nodes. */
const STRESS_PAIRS = 10_000_000;
const LEAST_SOURCES = 32;
/** Neighbours looked up for a preservation figure; exact below. */
const LOOKED_UP = 6_000_000;

/**
 * All figures of one picture. `graph` is `{count, source, target}`, connected or not; `radii` may be left out.
 *
 * `np1`, `np2`: 0 to 1, more is better. `stress`: 0 to 1, less is better. `crossings` with `crossingsError`, the standard
 * error of the estimate (0 when exact). `overlaps`: pairs of circles, undefined without radii. `sampled` says what was.
 */
export function qualityOf(graph, x, y, radii) {
  const links = adjacency(graph);
  const tree = indexOf(x, y);
  const one = preservation(links, tree, 1);
  const two = preservation(links, tree, 2);
  const stress = stressOf(links, x, y);
  const crossings = crossingsOf(graph, x, y);
  return {
    np1: one.share,
    np2: two.share,
    stress: stress.stress,
    crossings: crossings.count,
    crossingsError: crossings.error,
    overlaps: radii ? overlapsOf(x, y, radii) : undefined,
    sampled: {
      np1: one.nodes,
      np2: two.nodes,
      stressSources: stress.sources,
      crossings: crossings.error > 0,
    },
  };
}

/** Neighbours by node without loops and parallels: those of node i are `to[from[i]]` up to `to[from[i + 1]]`. */
export function adjacency({ count, source, target }) {
  const from = new Uint32Array(count + 1);
  for (let e = 0; e < source.length; e++) {
    from[source[e] + 1]++;
    from[target[e] + 1]++;
  }
  for (let i = 0; i < count; i++) from[i + 1] += from[i];
  const next = from.slice(0, count);
  const to = new Uint32Array(2 * source.length);
  for (let e = 0; e < source.length; e++) {
    to[next[source[e]]++] = target[e];
    to[next[target[e]]++] = source[e];
  }
  return distinct({ count, from, to });
}

function distinct({ count, from, to }) {
  const starts = new Uint32Array(count + 1);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const own = to.slice(from[i], from[i + 1]).sort();
    for (let j = 0; j < own.length; j++) {
      if (own[j] !== i && (j === 0 || own[j] !== own[j - 1])) to[kept++] = own[j];
    }
    starts[i + 1] = kept;
  }
  return { count, from: starts, to: to.slice(0, kept) };
}

/**
 * Neighbourhood preservation (Kruiger et al. 2017, tsNET): the mean over nodes of the Jaccard index of those within `hops`
 * in the graph and as many nearest in the picture. Nodes without neighbours do not count.
 */
export function preservation(links, tree, hops) {
  const { count } = links;
  const mark = new Int32Array(count).fill(-1);
  const reached = new Uint32Array(count);
  let [sum, nodes, budget] = [0, 0, LOOKED_UP];
  for (const node of shuffled(count)) {
    const k = within(links, node, { hops, mark, reached });
    if (k === 0) continue;
    let shared = 0;
    const near = nearest(tree, node, k);
    for (let i = 0; i < k; i++) if (mark[near[i]] === node) shared++;
    sum += shared / (2 * k - shared);
    nodes++;
    budget -= k;
    if (budget < 0) break;
  }
  return { share: nodes > 0 ? sum / nodes : 0, nodes };
}

/** Marks the nodes within so many hops with the number of the node, itself excepted; says how many they are. */
function within({ from, to }, node, { hops, mark, reached }) {
  let [begin, end] = [0, 1];
  reached[0] = node;
  mark[node] = node;
  for (let hop = 0; hop < hops; hop++) {
    const last = end;
    for (; begin < last; begin++) {
      for (let i = from[reached[begin]]; i < from[reached[begin] + 1]; i++) {
        if (mark[to[i]] === node) continue;
        mark[to[i]] = node;
        reached[end++] = to[i];
      }
    }
  }
  return end - 1;
}

/**
 * Normalised stress at the scale that makes it least (Gansner, Koren and North 2004 for the weights d⁻²; Kruiger et al. for
 * the scale): the mean over pairs of (s·|xᵢ − xⱼ|/d − 1)², from shortest paths of some sources to all they reach.
 */
export function stressOf(links, x, y) {
  const { count } = links;
  const sources = shuffled(count).subarray(0, Math.max(LEAST_SOURCES, Math.floor(STRESS_PAIRS / count)));
  const distance = new Int32Array(count);
  const queue = new Uint32Array(count);
  let [pairs, ratios, squares] = [0, 0, 0];
  for (const source of sources) {
    const end = breadthFirst(links, source, { distance, queue });
    for (let i = 1; i < end; i++) {
      const dx = x[queue[i]] - x[source];
      const dy = y[queue[i]] - y[source];
      const square = (dx * dx + dy * dy) / distance[queue[i]] ** 2;
      pairs++;
      ratios += Math.sqrt(square);
      squares += square;
    }
  }
  const stress = squares > 0 ? 1 - (ratios * ratios) / (pairs * squares) : pairs > 0 ? 1 : 0;
  return { stress, sources: sources.length };
}

function breadthFirst({ from, to }, source, { distance, queue }) {
  distance.fill(-1);
  distance[source] = 0;
  queue[0] = source;
  let end = 1;
  for (let begin = 0; begin < end; begin++) {
    const node = queue[begin];
    for (let i = from[node]; i < from[node + 1]; i++) {
      if (distance[to[i]] >= 0) continue;
      distance[to[i]] = distance[node] + 1;
      queue[end++] = to[i];
    }
  }
  return end;
}

/** Pairs of circles that share area: by a sweep from left to right over squares of the width of the largest circle. */
export function overlapsOf(x, y, radii) {
  const order = Uint32Array.from(radii, (_, i) => i).sort((a, b) => radii[b] - radii[a] || a - b);
  let overlaps = 0;
  // Of circles with radii within a factor of two of each other a grid has few to a cell; larger ones meet all smaller grids.
  const classes = [];
  for (const node of order) {
    const last = classes.at(-1);
    if (last && radii[node] * 2 > last.largest) last.nodes.push(node);
    else if (radii[node] > 0) classes.push({ largest: radii[node], nodes: [node] });
  }
  for (let small = 0; small < classes.length; small++) {
    const grid = cellsOf(classes[small], x, y);
    for (let large = 0; large <= small; large++) {
      for (const node of classes[large].nodes) {
        overlaps += met(grid, node, { x, y, radii, once: large === small });
      }
    }
  }
  return overlaps;
}

function cellsOf({ largest, nodes }, x, y) {
  const side = 2 * largest;
  const cells = new Map();
  for (const node of nodes) {
    const key = cellKey(Math.floor(x[node] / side), Math.floor(y[node] / side));
    const cell = cells.get(key);
    if (cell) cell.push(node);
    else cells.set(key, [node]);
  }
  return { side, largest, cells };
}

function cellKey(column, row) {
  return column * 67_108_864 + row;
}

function met({ side, largest, cells }, node, { x, y, radii, once }) {
  const reach = radii[node] + largest;
  let overlaps = 0;
  for (let column = Math.floor((x[node] - reach) / side); column * side <= x[node] + reach; column++) {
    for (let row = Math.floor((y[node] - reach) / side); row * side <= y[node] + reach; row++) {
      for (const other of cells.get(cellKey(column, row)) ?? []) {
        if (once && other <= node) continue;
        const [dx, dy, wanted] = [x[node] - x[other], y[node] - y[other], radii[node] + radii[other]];
        if (dx * dx + dy * dy < wanted * wanted) overlaps++;
      }
    }
  }
  return overlaps;
}

function shuffled(count) {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const random = randomFrom(SEED);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i];
    order[i] = order[j];
    order[j] = held;
  }
  return order;
}
