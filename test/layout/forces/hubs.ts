import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ForceGraph, ForceSettings } from '../../../src/layout/forces/forces.ts';
import type { Positions } from '../../../src/layout/positions.ts';

export const SETTINGS: ForceSettings = {
  linLog: false,
  gravity: 0.05,
  strongGravity: true,
  scaling: 10,
  weightInfluence: 1,
  dissuadeHubs: false,
  theta: 1.2,
  tolerance: 1,
};

/** Numbers from 0 to 1, the same on every machine. */
export function numbers(seed: number): () => number {
  let state = seed * 7919 + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export function graphOf(count: number, pairs: readonly (readonly [number, number, number?])[]): ForceGraph {
  return {
    count,
    source: Uint32Array.from(pairs, ([source]) => source),
    target: Uint32Array.from(pairs, ([, target]) => target),
    weight: Float64Array.from(pairs, ([, , weight]) => weight ?? 1),
  };
}

/** A tree with hubs and some pairs more: each node links to two earlier ones, mostly to the earliest. */
export function hubs(count: number, seed = 1): ForceGraph {
  const random = numbers(seed);
  const pairs: [number, number][] = [];
  for (let i = 1; i < count; i++) {
    const first = Math.floor(random() ** 3 * i);
    pairs.push([i, first]);
    if (i % 2 === 0 && first !== i - 1) pairs.push([i, i - 1]);
  }
  return graphOf(count, pairs);
}

/** Places strewn over a square. */
export function strewn(count: number, side: number, seed = 1): Positions {
  const random = numbers(seed);
  return {
    x: Float64Array.from({ length: count }, () => Math.fround((random() - 0.5) * side)),
    y: Float64Array.from({ length: count }, () => Math.fround((random() - 0.5) * side)),
  };
}

const MOVIES = new URL('../../../../shared/data/wikipedia-movie-data/', import.meta.url);
export const moviesAtHand = existsSync(MOVIES);

/** Films with their casts, up to about so many nodes. */
export function filmGraph(most: number): ForceGraph {
  const index = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = index.get(key) ?? index.size;
    index.set(key, known);
    return known;
  };
  const pairs: [number, number][] = [];
  const files = readdirSync(MOVIES).filter((file) => file.endsWith('.json'));
  for (const file of files.sort()) {
    const films: { cast: string[] }[] = JSON.parse(readFileSync(new URL(file, MOVIES), 'utf8'));
    films.forEach(({ cast }, at) => {
      if (index.size >= most || cast.length === 0) return;
      const film = numberOf(`film ${file} ${at}`);
      for (const person of new Set(cast)) pairs.push([film, numberOf(`person ${person}`)]);
    });
  }
  return graphOf(index.size, pairs);
}

/** The root mean square error over the root mean square of what is right. */
export function errorOf(found: Positions, right: Positions): number {
  let errors = 0;
  let squares = 0;
  right.x.forEach((x, i) => {
    const y = right.y[i] ?? 0;
    errors += ((found.x[i] ?? 0) - x) ** 2 + ((found.y[i] ?? 0) - y) ** 2;
    squares += x * x + y * y;
  });
  return Math.sqrt(errors / squares);
}
