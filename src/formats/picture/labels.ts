/**
 * Places the names of the nodes round their circles, so that none lies on another or on a foreign node.
 *
 * Greedy by importance over eight places, near and a little farther, each with the name in one to three lines; then
 * some rounds in which each name may take a better place and one in the way of another moves (a local search as of
 * Christensen, Marks and Shieber, «An empirical study of algorithms for point-feature label placement», 1995).
 */
import {
  type Box,
  boxOf,
  type Circle,
  contains,
  Grid,
  grown,
  overlap,
  type Raster,
  touches,
} from './boxes.ts';
import type { Measure } from './measure.ts';
import { type Block, balanced, type Style, wrap } from './wrap.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** A name in its place. */
export interface Label {
  readonly node: number;
  readonly block: Block;
  readonly box: Box;
  readonly anchor: Anchor;
  /** Whether it stands so far from its node that a line leads to it. */
  readonly led: boolean;
}

export interface Names {
  readonly circles: readonly Circle[];
  /** The name of each node, in one line; undefined where there is none to draw. */
  readonly texts: readonly (string | undefined)[];
  /** Nodes from the most important to the least. */
  readonly order: readonly number[];
  readonly area: Box;
  /** Where edges run. */
  readonly edges: Raster;
  /** Where other texts stand. */
  readonly taken: readonly Box[];
  readonly measure: Measure;
  readonly unit: number;
}

/** With more nodes only the most important names are tried, as many as the area has room for. */
const ALL_NAMES = 120;
/** The room of a name where there are many, in square units. */
const ROOM = 13_000;
/** How many names are tried for each that there is room for. */
const TRIED = 2;
const ROUNDS = 4;
const WIDEST = 190;
/** Of a name that lies on nothing but edges, and of one that any edge touches. */
const EDGE_COST = 36;
const TOUCH_COST = 0.6;

interface Candidate extends Label {
  readonly cost: number;
}

/** The names that fit, in the order of their nodes. */
export function placeLabels(names: Names): Label[] {
  const placing = new Placing(names);
  const { order, area, unit, circles } = names;
  const few = circles.length <= ALL_NAMES;
  const budget = few ? circles.length : Math.floor((area.width * area.height) / (ROOM * unit * unit));
  const tried = order.filter((node) => names.texts[node]).slice(0, few ? circles.length : TRIED * budget);
  for (const node of tried) {
    if (placing.count >= budget) break;
    placing.place(node);
  }
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const node of tried) {
      if (placing.has(node)) changed = placing.better(node) || changed;
      else if (placing.count < budget) changed = placing.makeRoom(node) || changed;
    }
    if (!changed) break;
  }
  return placing.labels;
}

class Placing {
  readonly #names: Names;
  readonly #nodes: Grid;
  readonly #taken: Grid;
  readonly #labels = new Map<number, Candidate>();
  readonly #candidates = new Map<number, readonly Candidate[]>();
  readonly #largest: number;
  readonly #smallest: number;

  constructor(names: Names) {
    this.#names = names;
    const { circles, area, unit } = names;
    this.#nodes = new Grid(area, 40 * unit);
    this.#taken = new Grid(area, 80 * unit);
    circles.forEach((circle, i) => {
      this.#nodes.add(i, boxOf(circle));
    });
    this.#largest = circles.reduce((most, { r }) => Math.max(most, r), 0);
    this.#smallest = circles.reduce((least, { r }) => Math.min(least, r), this.#largest);
  }

  get count(): number {
    return this.#labels.size;
  }

  get labels(): Label[] {
    return [...this.#labels.values()].sort((a, b) => a.node - b.node);
  }

  has(node: number): boolean {
    return this.#labels.has(node);
  }

  place(node: number): boolean {
    const best = this.#best(node);
    if (best) this.#put(best);
    return best !== undefined;
  }

  /** Moves a name where it stands better; whether it moved. */
  better(node: number): boolean {
    const now = this.#labels.get(node);
    if (!now) return false;
    this.#take(now);
    const best = this.#best(node) ?? now;
    this.#put(best);
    return best !== now;
  }

  /** Places a name by moving a single other that is in the way; whether it could. */
  makeRoom(node: number): boolean {
    if (this.place(node)) return true;
    for (const candidate of this.#candidatesOf(node)) {
      const blocking = this.#blocking(candidate.box);
      const [other] = blocking;
      const moved = other === undefined ? undefined : this.#labels.get(other);
      if (blocking.size !== 1 || !moved) continue;
      this.#take(moved);
      this.#put(candidate);
      const elsewhere = this.#best(moved.node);
      if (elsewhere) {
        this.#put(elsewhere);
        return true;
      }
      this.#take(candidate);
      this.#put(moved);
    }
    return false;
  }

  #put(candidate: Candidate): void {
    this.#labels.set(candidate.node, candidate);
    this.#taken.add(candidate.node, candidate.box);
  }

  #take(candidate: Candidate): void {
    this.#labels.delete(candidate.node);
    this.#taken.remove(candidate.node, candidate.box);
  }

  #best(node: number): Candidate | undefined {
    return this.#candidatesOf(node).find(({ box }) => this.#blocking(box).size === 0);
  }

  /** The names that a box would lie on. */
  #blocking(box: Box): Set<number> {
    const found = new Set<number>();
    const wide = grown(box, 4 * this.#names.unit);
    this.#taken.some(wide, (other) => {
      const label = this.#labels.get(other);
      if (label && overlap(wide, label.box)) found.add(other);
      return false;
    });
    return found;
  }

  /** The places of a name that are in the area and on no other node, the best first. */
  #candidatesOf(node: number): readonly Candidate[] {
    const known = this.#candidates.get(node);
    if (known) return known;
    const { area, edges, circles, unit } = this.#names;
    const candidates: Candidate[] = [];
    for (const { block, cost } of this.#blocksOf(node)) {
      for (const place of placesOf(circles[node], block, unit)) {
        if (place.led && circles.length > ALL_NAMES) break;
        if (!contains(area, place.box) || this.#onNode(node, place.box)) continue;
        if (this.#names.taken.some((box) => overlap(grown(box, 3 * unit), place.box))) continue;
        const share = edges.share(grown(place.box, 2 * unit));
        const crossed = share === 0 ? 0 : TOUCH_COST + EDGE_COST * share;
        candidates.push({ node, block, ...place, cost: cost + place.cost + crossed });
      }
    }
    candidates.sort((a, b) => a.cost - b.cost);
    this.#candidates.set(node, candidates);
    return candidates;
  }

  #onNode(node: number, box: Box): boolean {
    const { circles, unit } = this.#names;
    const wide = grown(box, 2 * unit);
    const coverable = this.#coverable(circles[node]);
    return this.#nodes.some(wide, (other) => {
      const circle = circles[other];
      return other !== node && circle !== undefined && circle.r >= coverable && touches(circle, wide);
    });
  }

  /** From the smallest, 0, to the largest, 1. */
  #share(circle: Circle | undefined): number {
    if (!circle || this.#largest === this.#smallest) return 0.3;
    return (circle.r - this.#smallest) / (this.#largest - this.#smallest);
  }

  /** Where there are many nodes, the name of a large one may lie on circles smaller than this: it could stand nowhere. */
  #coverable(circle: Circle | undefined): number {
    const { circles, unit } = this.#names;
    if (!circle || circles.length <= ALL_NAMES) return 0;
    return Math.min(circle.r * 0.6, (circles.length > 1500 ? 4 : 7) * unit);
  }

  /** The name in one, two and three lines, as far as they make sense. */
  #blocksOf(node: number): { readonly block: Block; readonly cost: number }[] {
    const { texts, measure, unit, circles } = this.#names;
    const text = texts[node] ?? '';
    const share = this.#share(circles[node]);
    const few = circles.length <= ALL_NAMES;
    const fontSize = ((few ? 13.5 : 11.5) + 4 * share) * unit;
    const style: Style = { measure, weight: share > 0.55 ? 'bold' : 'regular', fontSize };
    const width = WIDEST * unit;
    const blocks = [1, 2, 3].flatMap((lines) => {
      const block = balanced(text, style, { lines, width });
      // A single line is best while it is short, then two.
      const tooLong = block ? Math.max(0, block.width / (125 * unit) - 1) : 0;
      return block ? { block, cost: 0.35 * (lines - 1) + 2 * tooLong } : [];
    });
    if (blocks.length > 0) return blocks;
    return [{ block: wrap(text, style, { width, most: 3 }), cost: 1 }];
  }
}

interface Place extends Pick<Label, 'box' | 'anchor' | 'led'> {
  readonly cost: number;
}

/** Directions from the node, y down, with what each costs; east reads best. */
const DIRECTIONS = [
  { dx: 1, dy: 0, cost: 0 },
  { dx: 0, dy: 1, cost: 0.25 },
  { dx: 0, dy: -1, cost: 0.3 },
  { dx: -1, dy: 0, cost: 0.35 },
  { dx: 1, dy: 1, cost: 0.55 },
  { dx: 1, dy: -1, cost: 0.5 },
  { dx: -1, dy: 1, cost: 0.75 },
  { dx: -1, dy: -1, cost: 0.7 },
] as const;
const RINGS = [
  { gap: 4, cost: 0, led: false },
  { gap: 26, cost: 3.5, led: true },
] as const;

function* placesOf(circle: Circle | undefined, { width, height }: Block, unit: number): Generator<Place> {
  if (!circle) return;
  for (const { gap, cost, led } of RINGS) {
    for (const direction of DIRECTIONS) {
      const { dx, dy } = direction;
      // On a diagonal the corner stands where the circle with its gap does: 0.71 = √½.
      const away = (circle.r + gap * unit) * (dx !== 0 && dy !== 0 ? 0.71 : 1);
      const x = circle.x + dx * away - ((1 - dx) / 2) * width;
      const y = circle.y + dy * away - ((1 - dy) / 2) * height;
      const anchor = dx === 0 ? 'middle' : dx > 0 ? 'start' : 'end';
      yield { box: { x, y, width, height }, anchor, led, cost: cost + direction.cost };
    }
  }
}
