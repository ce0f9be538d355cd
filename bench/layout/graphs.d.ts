/** What the tests see of graphs.js. */

export interface BenchGraph {
  readonly name: string;
  readonly mesh: boolean;
  readonly count: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

export function loadGraph(name: string): BenchGraph | undefined;
export function largestComponent(pairs: {
  readonly count: number;
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}): Pick<BenchGraph, 'count' | 'source' | 'target'>;
export function randomFrom(seed: number): () => number;
export function toNumbers(graph: Pick<BenchGraph, 'count' | 'source' | 'target'>): Uint32Array;
export function fromNumbers(numbers: Uint32Array): Pick<BenchGraph, 'count' | 'source' | 'target'>;
