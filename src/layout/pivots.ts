import { type Adjacency, adjacencyOf, type Component } from './components.ts';
import { type Positions, scaled } from './positions.ts';

const PIVOTS = 40;
const POWER_STEPS = 60;

/**
 * Positions from the distances to a few nodes that lie far apart (pivot MDS, Brandes and Pich 2006).
 *
 * They unfold a connected component in linear time, where forces from elsewhere would leave it tangled. Nodes
 * with equal distances fall on one place. The root mean square distance from the origin is 1, or all are at 0.
 */
export function unfold(component: Component): Positions {
  const nodes = component.members.length;
  const pivots = Math.min(nodes, PIVOTS);
  const distances = pivotDistances(adjacencyOf(nodes, component.source, component.target), nodes, pivots);
  const matrix = doubleCentred(distances, nodes, pivots);
  const products = gram(matrix, nodes, pivots);
  const first = leadingVector(products, pivots, undefined);
  const second = leadingVector(products, pivots, first);
  const positions = { x: times(matrix, nodes, first), y: times(matrix, nodes, second) };
  let squares = 0;
  for (let i = 0; i < nodes; i++) squares += (positions.x[i] ?? 0) ** 2 + (positions.y[i] ?? 0) ** 2;
  return squares > 0 ? scaled(positions, Math.sqrt(nodes / squares)) : positions;
}

/** Steps from each pivot to each node, pivot after pivot; the next pivot is the node farthest from all so far. */
function pivotDistances(adjacency: Adjacency, nodes: number, pivots: number): Float64Array {
  const distances = new Float64Array(nodes * pivots);
  const nearest = new Float64Array(nodes).fill(Infinity);
  let pivot = 0;
  for (let p = 0; p < pivots; p++) {
    const row = distances.subarray(p * nodes, (p + 1) * nodes);
    measure(adjacency, pivot, row);
    let farthest = 0;
    row.forEach((distance, node) => {
      nearest[node] = Math.min(nearest[node] ?? 0, distance);
      if ((nearest[node] ?? 0) > (nearest[farthest] ?? 0)) farthest = node;
    });
    pivot = farthest;
  }
  return distances;
}

function measure({ starts, neighbours }: Adjacency, from: number, row: Float64Array): void {
  row.fill(-1);
  row[from] = 0;
  const queue = [from];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0;
    for (const neighbour of neighbours.subarray(starts[node], starts[node + 1])) {
      if (row[neighbour] !== -1) continue;
      row[neighbour] = (row[node] ?? 0) + 1;
      queue.push(neighbour);
    }
  }
}

/** −½ of the squared distances, less the means of their pivot and of their node, plus the mean of all. */
function doubleCentred(distances: Float64Array, nodes: number, pivots: number): Float64Array {
  const matrix = distances.map((distance) => distance * distance);
  const nodeMean = new Float64Array(nodes);
  const pivotMean = new Float64Array(pivots);
  let mean = 0;
  matrix.forEach((square, at) => {
    const node = at % nodes;
    const pivot = (at - node) / nodes;
    nodeMean[node] = (nodeMean[node] ?? 0) + square / pivots;
    pivotMean[pivot] = (pivotMean[pivot] ?? 0) + square / nodes;
    mean += square / (nodes * pivots);
  });
  return matrix.map((square, at) => {
    const node = at % nodes;
    return -0.5 * (square - (nodeMean[node] ?? 0) - (pivotMean[(at - node) / nodes] ?? 0) + mean);
  });
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
    for (let i = 0; i < length; i++)
      product[i] = (product[i] ?? 0) + factor * (matrix[row * length + i] ?? 0);
  });
  return product;
}
