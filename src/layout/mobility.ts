import type { Projection } from '../graph/projection.ts';
import { type Adjacency, adjacencyOf } from './components.ts';
import { isKnown, type Places } from './places.ts';

/** How far a node may follow the forces: one of changed surroundings a quarter of the way, its neighbours of that. */
const SHARE = 0.25;
/** Beyond so many links from any change a node stays where it was. */
const REACH = 1;

/** The edges of an earlier picture, by ids of nodes, in any order and direction. */
type EarlierLinks = readonly (readonly [source: string, target: string])[];

/** How far each node of a graph may move from its place in an earlier picture, from 0 to 1, by what has changed. */
export function mobilityIn(
  projection: Projection,
  places: Places,
  { ids, links }: { readonly ids: readonly string[]; readonly links: EarlierLinks },
): Float64Array {
  const { nodes, low, high } = projection;
  const changed = changedNodes(places, linksBetween(links, ids), projection);
  return mobilityOf(places, changed, adjacencyOf(nodes, low, high));
}

/** Links as one number each, smaller end first; those to nodes that are no more are of their other end alone. */
function linksBetween(links: EarlierLinks, ids: readonly string[]) {
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

/**
 * How far each node may move, from 0 to 1: new ones freely, the others the less the more links they are from a change.
 *
 * After Frishman and Tal (2008), who pin what is far from a change. `changed` marks known nodes with other neighbours
 * than before.
 */
function mobilityOf(places: Places, changed: Uint8Array, adjacency: Adjacency): Float64Array {
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
