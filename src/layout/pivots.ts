import { type Adjacency, adjacencyOf } from './components.ts';
import type { ForceGraph } from './forces/forces.ts';
import { type Positions, scaled, square } from './positions.ts';

/** Enough for the two leading directions; above so many distances fewer, to bound memory. */
const PIVOTS = 40;
const MOST_DISTANCES = 20_000_000;
const FEWEST_PIVOTS = 16;
const POWER_STEPS = 60;

/**
 * Positions from the distances to a few nodes that lie far apart (pivot MDS, Brandes and Pich 2006).
 *
 * They unfold a connected graph in linear time, where forces from elsewhere would leave it tangled. Nodes
 * with equal distances fall on one place. The root mean square distance from the origin is 1, or all are at 0.
 */
export function unfold({ count: nodes, source, target }: Omit<ForceGraph, 'weight'>): Positions {
  const pivots = Math.min(nodes, pivotsFor(nodes));
  const matrix = pivotDistances(adjacencyOf(nodes, source, target), nodes, pivots);
  doubleCentre(matrix, nodes, pivots);
  const products = gram(matrix, nodes, pivots);
  const first = leadingVector(products, pivots, undefined);
  const second = leadingVector(products, pivots, first);
  const positions = { x: times(matrix, nodes, first), y: times(matrix, nodes, second) };
  let squares = 0;
  for (let i = 0; i < nodes; i++) squares += square(positions.x[i] ?? 0) + square(positions.y[i] ?? 0);
  return squares > 0 ? scaled(positions, Math.sqrt(nodes / squares)) : positions;
}

function pivotsFor(nodes: number): number {
  return Math.max(FEWEST_PIVOTS, Math.min(PIVOTS, Math.floor(MOST_DISTANCES / Math.max(nodes, 1))));
}

/** Steps from each pivot to each node, pivot after pivot; the next pivot is the node farthest from all so far. */
function pivotDistances(adjacency: Adjacency, nodes: number, pivots: number): Float64Array {
  const distances = new Float64Array(nodes * pivots);
  const nearest = new Float64Array(nodes).fill(Infinity);
  const queue = new Uint32Array(nodes);
  let pivot = 0;
  for (let p = 0; p < pivots; p++) {
    const row = distances.subarray(p * nodes, (p + 1) * nodes);
    measure(adjacency, { from: pivot, queue }, row);
    let farthest = 0;
    for (let node = 0; node < nodes; node++) {
      const distance = row[node] ?? 0;
      if (distance < (nearest[node] ?? 0)) nearest[node] = distance;
      if ((nearest[node] ?? 0) > (nearest[farthest] ?? 0)) farthest = node;
    }
    pivot = farthest;
  }
  return distances;
}

/** Breadth first; `queue` has room for all nodes. */
function measure(
  { starts, neighbours }: Adjacency,
  { from, queue }: { readonly from: number; readonly queue: Uint32Array },
  row: Float64Array,
): void {
  row.fill(-1);
  row[from] = 0;
  queue[0] = from;
  let filled = 1;
  for (let head = 0; head < filled; head++) {
    const node = queue[head] ?? 0;
    const next = (row[node] ?? 0) + 1;
    const end = starts[node + 1] ?? 0;
    for (let at = starts[node] ?? 0; at < end; at++) {
      const neighbour = neighbours[at] ?? 0;
      if (row[neighbour] !== -1) continue;
      row[neighbour] = next;
      queue[filled++] = neighbour;
    }
  }
}

/** Turns distances into −½ of their squares, less the means of their pivot and of their node, plus the mean of all. */
function doubleCentre(matrix: Float64Array, nodes: number, pivots: number): void {
  const nodeMean = new Float64Array(nodes);
  const pivotMean = new Float64Array(pivots);
  for (let p = 0; p < pivots; p++) {
    let sum = 0;
    for (let node = 0; node < nodes; node++) {
      const squared = square(matrix[p * nodes + node] ?? 0);
      matrix[p * nodes + node] = squared;
      nodeMean[node] = (nodeMean[node] ?? 0) + squared / pivots;
      sum += squared;
    }
    pivotMean[p] = sum / nodes;
  }
  let mean = 0;
  for (const value of pivotMean) mean += value / pivots;
  for (let p = 0; p < pivots; p++) {
    const shift = mean - (pivotMean[p] ?? 0);
    for (let node = 0; node < nodes; node++) {
      const at = p * nodes + node;
      matrix[at] = -0.5 * ((matrix[at] ?? 0) - (nodeMean[node] ?? 0) + shift);
    }
  }
}

function gram(matrix: Float64Array, nodes: number, pivots: number): Float64Array {
  const products = new Float64Array(pivots * pivots);
  for (let p = 0; p < pivots; p++) {
    for (let q = p; q < pivots; q++) {
      let sum = 0;
      for (let i = 0; i < nodes; i++) sum += (matrix[p * nodes + i] ?? 0) * (matrix[q * nodes + i] ?? 0);
      products[p * pivots + q] = sum;
      products[q * pivots + p] = sum;
    }
  }
  return products;
}

/** The eigenvector of the largest eigenvalue by power iteration, kept at right angles to `other`. */
function leadingVector(products: Float64Array, size: number, other: Float64Array | undefined): Float64Array {
  // Any start will do that is not at right angles to the answer; this one has no symmetry.
  let vector: Float64Array = Float64Array.from({ length: size }, (_, i) => 1 / (i + 1) - (i % 3) / 7);
  for (let step = 0; step < POWER_STEPS; step++) {
    if (other) vector = without(vector, other);
    vector = normalised(times(products, size, vector));
  }
  return other ? normalised(without(vector, other)) : vector;
}

function without(vector: Float64Array, other: Float64Array): Float64Array {
  let along = 0;
  vector.forEach((value, i) => {
    along += value * (other[i] ?? 0);
  });
  return vector.map((value, i) => value - along * (other[i] ?? 0));
}

function normalised(vector: Float64Array): Float64Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length > 1e-12 ? vector.map((value) => value / length) : vector.fill(0);
}

/** The matrix, stored row after row of length `length`, transposed times the vector. */
function times(matrix: Float64Array, length: number, vector: Float64Array): Float64Array {
  const product = new Float64Array(length);
  vector.forEach((factor, row) => {
    const start = row * length;
    for (let i = 0; i < length; i++) product[i] = (product[i] ?? 0) + factor * (matrix[start + i] ?? 0);
  });
  return product;
}
