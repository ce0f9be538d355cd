/** How far each edge bends: apart from others between the same two nodes, and round circles that are not its ends. */
import type { ViewerPayload } from '../payload.ts';
import { distance, type Line, type Point, pointOn } from './curve.ts';

/** Steps between neighbouring curves of one pair, as a part of its length. */
const BEND = 0.22;
/** What an edge, or all of one pair together, tries in turn to get round the circles in its way. */
const DETOURS = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.42, -0.42];
/** In a graph with more edges nobody can follow a single one, so none goes round. */
const FEW = 2000;
/** Looked at on each curve. */
const SAMPLES = 24;
/** The room beside a circle, as a part of its radius. */
const AIR = 0.25;

interface Circle extends Point {
  readonly reach: number;
}

/** By edge: 0 straight, else the height of the curve as a part of its length. Of a loop, how large it is. */
export function bendsOf(payload: ViewerPayload): Float64Array {
  const { edges } = payload;
  const bends = new Float64Array(edges.id.length);
  const circles = new Circles(edges.id.length > FEW ? [] : circlesOf(payload));
  for (const pair of edgesByPair(payload)) {
    const lines = pair.map((edge, place) => lineOf(payload, edge, place - (pair.length - 1) / 2));
    const loop = edges.source[pair[0] ?? 0] === edges.target[pair[0] ?? 0];
    const shift = loop ? 0 : detour(lines, circles);
    lines.forEach(({ edge, line, side }, place) => {
      bends[edge] = loop ? 1 + place * 0.5 : line.bend + side * shift;
    });
  }
  return bends;
}

function edgesByPair({ nodes, edges }: ViewerPayload): Iterable<readonly number[]> {
  const pairs = new Map<number, number[]>();
  edges.source.forEach((source, edge) => {
    const target = edges.target[edge] ?? source;
    const pair = Math.min(source, target) * nodes.id.length + Math.max(source, target);
    const known = pairs.get(pair);
    if (known === undefined) pairs.set(pair, [edge]);
    else known.push(edge);
  });
  return pairs.values();
}

interface PairedLine {
  readonly edge: number;
  readonly line: Line;
  /** Seen from one end always, so that edges that run the other way do not fall onto each other. */
  readonly side: 1 | -1;
}

function lineOf({ nodes, edges }: ViewerPayload, edge: number, steps: number): PairedLine {
  const source = edges.source[edge] ?? 0;
  const target = edges.target[edge] ?? source;
  const side = source <= target ? 1 : -1;
  const place = (node: number): Point => ({ x: nodes.x[node] ?? 0, y: -(nodes.y[node] ?? 0) });
  return { edge, side, line: { source: place(source), target: place(target), bend: side * BEND * steps } };
}

/** Circles by the cells of a grid that their middles lie in, none reaching farther than one cell. */
class Circles {
  readonly #cells = new Map<number, Circle[]>();
  readonly #cell: number;
  readonly #columns: number;

  constructor(circles: readonly Circle[]) {
    const reach = circles.reduce((most, circle) => Math.max(most, circle.reach), 1);
    const extent = circles.reduce((most, { x, y }) => Math.max(most, Math.abs(x), Math.abs(y)), 1);
    this.#cell = Math.max(reach, (2 * extent) / Math.sqrt(circles.length + 1));
    this.#columns = 4 * Math.ceil(extent / this.#cell) + 4;
    for (const circle of circles) {
      const cell = this.#cellOf(circle);
      const known = this.#cells.get(cell);
      if (known === undefined) this.#cells.set(cell, [circle]);
      else known.push(circle);
    }
  }

  /** How many circles hold one of the points, those at the ends aside. */
  countMet(points: readonly Point[], ends: readonly Point[]): number {
    const met = new Set<Circle>();
    for (const point of points) {
      for (const across of [-1, 0, 1]) {
        for (const down of [-1, 0, 1]) {
          const near = this.#cells.get(this.#cellOf(point) + down * this.#columns + across) ?? [];
          for (const circle of near) if (distance(point, circle) < circle.reach) met.add(circle);
        }
      }
    }
    return [...met].filter((circle) => ends.every((end) => distance(end, circle) > 0)).length;
  }

  #cellOf({ x, y }: Point): number {
    return Math.floor(y / this.#cell) * this.#columns + Math.floor(x / this.#cell);
  }
}

function circlesOf({ nodes }: ViewerPayload): Circle[] {
  return nodes.id.map((_, node) => ({
    x: nodes.x[node] ?? 0,
    y: -(nodes.y[node] ?? 0),
    reach: (nodes.size[node] ?? 0) * (1 + AIR),
  }));
}

/** The first detour on which the fewest circles are in the way. */
function detour(lines: readonly PairedLine[], circles: Circles): number {
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const shift of DETOURS) {
    const met = lines.reduce((sum, { line, side }) => {
      const bent = { ...line, bend: line.bend + side * shift };
      return sum + circles.countMet(samplesOf(bent), [line.source, line.target]);
    }, 0);
    if (met >= fewest) continue;
    fewest = met;
    best = shift;
    if (met === 0) break;
  }
  return best;
}

function samplesOf(line: Line): Point[] {
  return Array.from({ length: SAMPLES - 1 }, (_, step) => pointOn(line, (step + 1) / SAMPLES));
}
