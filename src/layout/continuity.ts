import type { Projection } from '../graph/projection.ts';
import type { Movement } from '../graph/view.ts';
import { type Adjacency, adjacencyOf, type Component } from './components.ts';
import { FRAME } from './frame.ts';
import { allFinite, type Positions, square } from './positions.ts';

/** An earlier picture of much the same graph, by ids of nodes. */
export interface EarlierPicture {
  /** In the frame of the exports, y up. */
  readonly positions: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** Its edges, in any order and direction. */
  readonly links: readonly (readonly [source: string, target: string])[];
}

/** Where nodes were in an earlier picture: NaN for a node that was not in it. */
export type Places = Positions;

/** What an earlier picture says of a component. */
export interface EarlierComponent {
  readonly places: Places;
  readonly mobility: Float64Array;
}

/** What an earlier picture says of a graph; `of` is undefined for a component of which it has no node. */
export interface Earlier {
  readonly places: Places;
  readonly of: (component: Component) => EarlierComponent | undefined;
}

/** How far a node may follow the forces: one of changed surroundings a quarter of the way, its neighbours of that. */
const SHARE = 0.25;
/** Beyond so many links from any change a node stays where it was. */
const REACH = 1;

/** Finds in an earlier picture the nodes of a graph. */
export function earlierOf(
  { positions, links }: EarlierPicture,
  ids: readonly string[],
  projection: Projection,
): Earlier {
  const coordinate = (axis: 0 | 1) =>
    Float64Array.from(ids, (id) => placeWithin(positions.get(id))?.[axis] ?? Number.NaN);
  const places = { x: coordinate(0), y: coordinate(1) };
  const changed = changedNodes(places, linksBetween(links, ids), projection);
  const mobility = mobilityOf(
    places,
    changed,
    adjacencyOf(projection.nodes, projection.low, projection.high),
  );
  return {
    places,
    of: ({ members }) => {
      if (!members.some((node) => isKnown(places, node))) return undefined;
      const pick = (values: Float64Array) => Float64Array.from(members, (node) => values[node] ?? 0);
      return { places: { x: pick(places.x), y: pick(places.y) }, mobility: pick(mobility) };
    },
  };
}

/** A place outside the frame is a mistake: the node counts as new. */
function placeWithin(
  place: readonly [x: number, y: number] | undefined,
): readonly [x: number, y: number] | undefined {
  return place && Math.abs(place[0]) <= FRAME && Math.abs(place[1]) <= FRAME ? place : undefined;
}

/** Links as one number each, smaller end first; those to nodes that are no more are of their other end alone. */
function linksBetween(links: EarlierPicture['links'], ids: readonly string[]) {
  const index = new Map(ids.map((id, node) => [id, node]));
  const pairs = new Set<number>();
  const bereft = new Set<number>();
  for (const [source, target] of links) {
    const [a, b] = [index.get(source), index.get(target)];
    if (a !== undefined && b !== undefined) pairs.add(Math.min(a, b) * ids.length + Math.max(a, b));
    else for (const end of [a, b]) if (end !== undefined) bereft.add(end);
  }
  return { pairs, bereft };
}

/** Marks the known nodes that have other neighbours than before. */
function changedNodes(
  places: Places,
  { pairs, bereft }: ReturnType<typeof linksBetween>,
  { nodes, low, high }: Projection,
): Uint8Array {
  const changed = new Uint8Array(nodes);
  for (const node of bereft) changed[node] = 1;
  const now = new Set<number>();
  low.forEach((a, pair) => {
    const b = high[pair] ?? 0;
    const key = a * nodes + b;
    now.add(key);
    if (!pairs.has(key)) changed[a] = changed[b] = 1;
  });
  for (const key of pairs) {
    const b = key % nodes;
    const a = (key - b) / nodes;
    if (a !== b && !now.has(key)) changed[a] = changed[b] = 1;
  }
  for (let node = 0; node < nodes; node++) if (!isKnown(places, node)) changed[node] = 0;
  return changed;
}

export function isKnown(places: Places, node: number): boolean {
  return Number.isFinite(places.x[node]) && Number.isFinite(places.y[node]);
}

/**
 * Start positions that keep known nodes where they were; each new one starts amid its neighbours that have a place.
 *
 * New nodes are reached from known ones breadth first. `spread` parts those that would fall on one place. Every node
 * has to be linked to a known one, however far.
 */
export function startFrom(places: Places, adjacency: Adjacency, spread: Positions): Positions {
  const count = places.x.length;
  const x = places.x.slice();
  const y = places.y.slice();
  const queue: number[] = [];
  const placed = new Uint8Array(count);
  for (let node = 0; node < count; node++) {
    if (!isKnown(places, node)) continue;
    placed[node] = 1;
    queue.push(node);
  }
  const { starts, neighbours } = adjacency;
  for (const from of queue) {
    for (const node of neighbours.subarray(starts[from], starts[from + 1])) {
      if (placed[node]) continue;
      let [sumX, sumY, met] = [0, 0, 0];
      for (const near of neighbours.subarray(starts[node], starts[node + 1])) {
        if (!placed[near]) continue;
        sumX += x[near] ?? 0;
        sumY += y[near] ?? 0;
        met++;
      }
      x[node] = sumX / met + (spread.x[node] ?? 0);
      y[node] = sumY / met + (spread.y[node] ?? 0);
      placed[node] = 1;
      queue.push(node);
    }
  }
  return { x, y };
}

/**
 * Moved, turned, mirrored and scaled as a whole so that known nodes lie as near as they can to where they were.
 *
 * The least sum of squares (Procrustes analysis; Gower 1975). Positions that say nothing come back centred on the known.
 */
export function alignTo(positions: Positions, places: Places): Positions {
  const known = [...positions.x.keys()].filter((node) => isKnown(places, node));
  if (known.length === 0) return positions;
  const mean = (values: Float64Array) =>
    known.reduce((sum, node) => sum + (values[node] ?? 0), 0) / known.length;
  const [fromX, fromY, toX, toY] = [positions.x, positions.y, places.x, places.y].map(mean) as [
    number,
    number,
    number,
    number,
  ];
  let [same, turn, flip, flipTurn, squares] = [0, 0, 0, 0, 0];
  for (const node of known) {
    const [px, py] = [(positions.x[node] ?? 0) - fromX, (positions.y[node] ?? 0) - fromY];
    const [ex, ey] = [(places.x[node] ?? 0) - toX, (places.y[node] ?? 0) - toY];
    same += px * ex + py * ey;
    turn += px * ey - py * ex;
    flip += px * ex - py * ey;
    flipTurn += px * ey + py * ex;
    squares += px * px + py * py;
  }
  const mirrored = flip * flip + flipTurn * flipTurn > same * same + turn * turn;
  const [a, b] = mirrored ? [flip, flipTurn] : [same, turn];
  const [cos, sin] = squares > 0 ? [a / squares, b / squares] : [1, 0];
  const sign = mirrored ? -1 : 1;
  const aligned = {
    x: positions.x.map((x, i) => toX + cos * (x - fromX) - sin * sign * ((positions.y[i] ?? 0) - fromY)),
    y: positions.x.map((x, i) => toY + sin * (x - fromX) + cos * sign * ((positions.y[i] ?? 0) - fromY)),
  };
  return allFinite(aligned) ? aligned : positions;
}

/**
 * How far each node may move, from 0 to 1: new ones freely, the others the less the more links they are from a change.
 *
 * After Frishman and Tal (2008), who pin what is far from a change. `changed` marks known nodes with other neighbours
 * than before.
 */
export function mobilityOf(places: Places, changed: Uint8Array, adjacency: Adjacency): Float64Array {
  const count = places.x.length;
  const mobility = new Float64Array(count);
  let front: number[] = [];
  for (let node = 0; node < count; node++) {
    if (!isKnown(places, node)) mobility[node] = 1;
    else if (changed[node]) {
      mobility[node] = SHARE;
      front.push(node);
    }
  }
  const { starts, neighbours } = adjacency;
  let share = SHARE;
  for (let hop = 1; hop <= REACH && front.length > 0; hop++) {
    share *= SHARE;
    const next: number[] = [];
    for (const from of front) {
      for (const node of neighbours.subarray(starts[from], starts[from + 1])) {
        if (mobility[node] !== 0) continue;
        mobility[node] = share;
        next.push(node);
      }
    }
    front = next;
  }
  return mobility;
}

/** From where nodes were towards where the forces want them, as far as each may move. */
export function moved(places: Places, wanted: Positions, mobility: Float64Array): Positions {
  const towards = (from: Float64Array, to: Float64Array) =>
    to.map((value, i) => {
      const share = mobility[i] ?? 1;
      return share === 1 ? value : (from[i] ?? 0) + share * (value - (from[i] ?? 0));
    });
  return { x: towards(places.x, wanted.x), y: towards(places.y, wanted.y) };
}

/** How far known nodes came from where they were; a shift of the whole, to centre it, is no movement. */
export function movementOf(places: Places, positions: Positions): Movement {
  const known = [...positions.x.keys()].filter((node) => isKnown(places, node));
  const added = positions.x.length - known.length;
  if (known.length === 0) return { known: 0, added, mean: 0, largest: 0 };
  const middle = (values: Float64Array) =>
    known.reduce((sum, node) => sum + (values[node] ?? 0), 0) / known.length;
  const from = known.map((node) => [places.x[node] ?? 0, places.y[node] ?? 0] as const);
  const [fromX, fromY] = [middle(places.x), middle(places.y)];
  const [shiftX, shiftY] = [middle(positions.x) - fromX, middle(positions.y) - fromY];
  const extent = Math.sqrt(
    from.reduce((sum, [x, y]) => sum + square(x - fromX) + square(y - fromY), 0) / known.length,
  );
  const distances = known.map((node, i) => {
    const [x, y] = from[i] ?? [0, 0];
    const dx = (positions.x[node] ?? 0) - x - shiftX;
    const dy = (positions.y[node] ?? 0) - y - shiftY;
    return Math.sqrt(dx * dx + dy * dy);
  });
  // Places are in hundredths: less than that is none.
  const part = (distance: number) => (extent > 0 && distance > 1e-6 ? distance / extent : 0);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / known.length;
  const largest = distances.reduce((most, distance) => Math.max(most, distance), 0);
  return { known: known.length, added, mean: part(mean), largest: part(largest) };
}
