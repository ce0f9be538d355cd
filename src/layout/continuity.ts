import type { Projection } from '../graph/projection.ts';
import type { Adjacency, Component } from './components.ts';
import { FRAME } from './frame.ts';
import { mobilityIn } from './mobility.ts';
import { isKnown, type Places } from './places.ts';
import type { Positions } from './positions.ts';

/** An earlier picture of much the same graph, by ids of nodes. */
export interface EarlierPicture {
  /** In the frame of the exports, y up. */
  readonly positions: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** Its edges, in any order and direction. */
  readonly links: readonly (readonly [source: string, target: string])[];
}

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

/** Finds in an earlier picture the nodes of a graph. */
export function earlierOf(
  { positions, links }: EarlierPicture,
  ids: readonly string[],
  projection: Projection,
): Earlier {
  const coordinate = (axis: 0 | 1) =>
    Float64Array.from(ids, (id) => placeWithin(positions.get(id))?.[axis] ?? Number.NaN);
  const places = { x: coordinate(0), y: coordinate(1) };
  const mobility = mobilityIn(projection, places, { ids, links });
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

/** From where nodes were towards where the forces want them, as far as each may move. */
export function moved(places: Places, wanted: Positions, mobility: Float64Array): Positions {
  const towards = (from: Float64Array, to: Float64Array) =>
    to.map((value, i) => {
      const share = mobility[i] ?? 1;
      return share === 1 ? value : (from[i] ?? 0) + share * (value - (from[i] ?? 0));
    });
  return { x: towards(places.x, wanted.x), y: towards(places.y, wanted.y) };
}
