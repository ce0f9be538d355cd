import type { ForceGraph, ForceSettings } from './forces.ts';
import { power } from './power.ts';

/** A pull beyond this would leave the numbers of 32 bits when squared with a distance. */
export const STRONGEST = 1e9;

/** What the engines compute with. */
export interface Bodies {
  readonly count: number;
  /** Degree + 1. */
  readonly mass: Float64Array;
  /** The pairs that pull: without loops, and without those of weight 0 where weights count. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** The factor of each pair's attraction: its weight as far as it counts, spread over the hub if dissuaded. */
  readonly pull: Float64Array;
}

/**
 * Masses and pulls of a graph.
 *
 * A weight below 0 or NaN counts as 0, one beyond 10⁹ as 10⁹. With `dissuadeHubs` the pull is divided by the mass of the source and
 * multiplied by the mean mass, as Gephi and graphology do, so that the whole keeps its size.
 */
export function bodiesOf(graph: ForceGraph, settings: ForceSettings): Bodies {
  const { count } = graph;
  const mass = massesOf(graph);
  const mean = mass.reduce((sum, value) => sum + value, 0) / Math.max(count, 1);
  const pulls = Float64Array.from(graph.source, (source, pair) => {
    if (source === graph.target[pair]) return 0;
    const weight = influence(graph.weight[pair] ?? 0, settings.weightInfluence);
    const spread = settings.dissuadeHubs ? mean / (mass[source] ?? 1) : 1;
    return Math.min(weight * spread, STRONGEST);
  });
  const kept = (_: number, pair: number): boolean => (pulls[pair] ?? 0) > 0;
  return {
    count,
    mass,
    source: graph.source.filter(kept),
    target: graph.target.filter(kept),
    pull: pulls.filter((pull) => pull > 0),
  };
}

function massesOf({ count, source, target }: ForceGraph): Float64Array {
  const mass = new Float64Array(count).fill(1);
  source.forEach((node, pair) => {
    const other = target[pair] ?? 0;
    if (node === other) return;
    mass[node] = (mass[node] ?? 0) + 1;
    mass[other] = (mass[other] ?? 0) + 1;
  });
  return mass;
}

function influence(weight: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (!(weight > 0)) return 0;
  return exponent === 1 ? weight : power(Math.min(weight, STRONGEST), exponent);
}
