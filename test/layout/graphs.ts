/** Graphs to arrange: only what the layout looks at. */
import { view } from '../../src/graph/build.ts';
import { degrees } from '../../src/graph/measures.ts';
import type { GraphView, Placement } from '../../src/graph/view.ts';
import { knowledgeOf } from '../graph/fleet.ts';

const empty = view(knowledgeOf([]));

export type Pair = readonly [number, number];

/** A view of `count` nodes and the given edges, without labels and attributes. */
export function graphOf(count: number, pairs: readonly Pair[]): GraphView {
  const edges = {
    ...empty.edges,
    count: pairs.length,
    source: Uint32Array.from(pairs, ([source]) => source),
    target: Uint32Array.from(pairs, ([, target]) => target),
    weight: new Float64Array(pairs.length).fill(1),
  };
  return { ...empty, nodes: { ...empty.nodes, count, ...degrees(count, edges) }, edges };
}

export function star(leaves: number): GraphView {
  return graphOf(
    leaves + 1,
    Array.from({ length: leaves }, (_, i): Pair => [0, i + 1]),
  );
}

/** The promises of the frame that any placement keeps; each that is broken is named. */
export function brokenPromises({ x, y, size }: Placement): string[] {
  const broken: string[] = [];
  for (const [name, values] of [
    ['x', x],
    ['y', y],
  ] as const) {
    if (!values.every(Number.isFinite)) broken.push(`${name} is not finite`);
    if (values.some((value) => Math.abs(value) > 5000)) broken.push(`${name} is beyond the frame`);
    if (values.some((value) => Object.is(value, -0))) broken.push(`${name} is -0`);
    if (values.some((value) => Number(value.toFixed(2)) !== value))
      broken.push(`${name} has more than two decimals`);
    let sum = 0;
    for (const value of values) sum += Math.round(value * 100);
    if (sum !== 0) broken.push(`the sum of ${name} is ${sum} hundredths`);
  }
  if (size) {
    let [low, high] = [Infinity, -Infinity];
    for (const value of size) [low, high] = [Math.min(low, value), Math.max(high, value)];
    if (low !== 4 || high !== 100) broken.push(`sizes span ${low} to ${high}`);
  }
  return broken;
}

/** How many pairs of circles overlap, found by trying all. */
export function overlapsOf({ x, y, size }: Placement): number {
  let overlaps = 0;
  for (let a = 0; a < x.length; a++) {
    for (let b = 0; b < a; b++) {
      const apart = Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));
      // Where no sizes are given, clients draw radius 10.
      if (apart < (size?.[a] ?? 10) + (size?.[b] ?? 10)) overlaps++;
    }
  }
  return overlaps;
}

/** The part of the bounding box that circles fill. */
export function fillOf({ x, y, size }: Placement): number {
  let [left, right, bottom, top, area] = [Infinity, -Infinity, Infinity, -Infinity, 0];
  x.forEach((value, i) => {
    const radius = size?.[i] ?? 10;
    left = Math.min(left, value - radius);
    right = Math.max(right, value + radius);
    bottom = Math.min(bottom, (y[i] ?? 0) - radius);
    top = Math.max(top, (y[i] ?? 0) + radius);
    area += Math.PI * radius * radius;
  });
  return area / ((right - left) * (top - bottom));
}
