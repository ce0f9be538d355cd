import type { Positions } from '../positions.ts';

/** What forces see of a graph: linked pairs without loops and parallels. */
export interface ForceGraph {
  readonly count: number;
  /** The ends of each pair, by index of the node. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Of each pair, at least 0; how far it counts is said by `weightInfluence`. */
  readonly weight: Float64Array;
}

/**
 * The settings of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian 2014), named as in the paper.
 *
 * Repulsion between nodes of mass degree + 1 is `scaling · m₁ · m₂ / d`; attraction along a pair is `w · d`, or
 * `w · log(1 + d)` with `linLog`; gravity is `gravity · m`, times d when strong.
 */
export interface ForceSettings {
  readonly linLog: boolean;
  readonly gravity: number;
  readonly strongGravity: boolean;
  readonly scaling: number;
  /** The power of the weight of a pair that counts: 0 for all alike, 1 for the weight itself. */
  readonly weightInfluence: number;
  /** Attraction of a pair divided by the mass of its source, times the mean mass: hubs move to the border. */
  readonly dissuadeHubs: boolean;
  /** Barnes–Hut: a cell counts as one body when its side over its distance is below θ; 0 for the exact sum. */
  readonly theta: number;
  /** The swinging that the global speed allows (Gephi's jitter tolerance). */
  readonly tolerance: number;
}

/** What the last step of a run looked like, for stopping rules. */
export interface StepReport {
  readonly steps: number;
  /** Sums over all nodes, weighted by mass, as in the paper. */
  readonly swinging: number;
  readonly traction: number;
  readonly speed: number;
  /** The mean distance that a node moved in the last step, and the root mean square distance from the centroid. */
  readonly moved: number;
  readonly extent: number;
}

/** A simulation under way. */
export interface Forces {
  /** Runs so many steps. */
  run(steps: number): StepReport;
  positions(): Positions;
}

/** An engine: `start` is copied. Throws nothing; forces that leave the finite numbers keep the last finite place. */
export type ForceEngine = (graph: ForceGraph, start: Positions, settings: ForceSettings) => Forces;
