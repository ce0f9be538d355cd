/** What the tests see of quality.js. */

export interface Linked {
  readonly count: number;
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

export interface Neighbours {
  readonly count: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

export interface Quality {
  readonly np1: number;
  readonly np2: number;
  readonly stress: number;
  readonly crossings: number;
  readonly crossingsError: number;
  readonly overlaps: number | undefined;
  readonly sampled: {
    readonly np1: number;
    readonly np2: number;
    readonly stressSources: number;
    readonly crossings: boolean;
  };
}

/** A tree over places; see `indexOf`. */
export interface PlaceTree {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function qualityOf(graph: Linked, x: Float64Array, y: Float64Array, radii?: Float64Array): Quality;
export function adjacency(graph: Linked): Neighbours;
export function preservation(
  links: Neighbours,
  tree: PlaceTree,
  hops: number,
): { share: number; nodes: number };
export function stressOf(
  links: Neighbours,
  x: Float64Array,
  y: Float64Array,
): { stress: number; sources: number };
export function overlapsOf(x: Float64Array, y: Float64Array, radii: Float64Array): number;
export function indexOf(x: Float64Array, y: Float64Array): PlaceTree;
export function nearest(tree: PlaceTree, node: number, k: number): Uint32Array;
export function crossingsOf(
  graph: Linked,
  x: Float64Array,
  y: Float64Array,
  exactUpTo?: number,
): { count: number; error: number };
