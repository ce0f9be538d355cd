/** Walks over the shown edges, whichever way they point: neighbourhoods and shortest paths. */
import type { Visible } from './filters.ts';
import { listed, type Model, otherEnd } from './model.ts';

export interface Neighbourhood {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** A node, the nodes within so many hops, and the edges walked: those from each node nearer than the last hop. */
export function toNeighbourhood(
  model: Model,
  visible: Visible,
  start: { node: number; hops: number },
): Neighbourhood {
  const nodes = new Set([start.node]);
  const edges = new Set<number>();
  let rim = [start.node];
  for (let hop = 0; hop < start.hops; hop += 1) {
    const next: number[] = [];
    for (const node of rim) {
      for (const edge of listed(model.incident, node)) {
        if (visible.edges[edge] !== 1) continue;
        edges.add(edge);
        const other = otherEnd(model, edge, node);
        if (nodes.has(other)) continue;
        nodes.add(other);
        next.push(other);
      }
    }
    rim = next;
  }
  return { nodes, edges };
}

export interface Path {
  /** From the first node to the last; one more than `edges`. */
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/** A path of fewest edges, the first by edge index among equals; undefined when there is none. */
export function shortestPath(
  model: Model,
  visible: Visible,
  ends: { from: number; to: number },
): Path | undefined {
  const cameBy = new Map<number, number>([[ends.from, -1]]);
  let rim = [ends.from];
  while (rim.length > 0 && !cameBy.has(ends.to)) {
    const next: number[] = [];
    for (const node of rim) {
      for (const edge of listed(model.incident, node)) {
        const other = otherEnd(model, edge, node);
        if (visible.edges[edge] !== 1 || cameBy.has(other)) continue;
        cameBy.set(other, edge);
        next.push(other);
      }
    }
    rim = next;
  }
  return cameBy.has(ends.to) ? tracedBack(model, cameBy, ends.to) : undefined;
}

function tracedBack(model: Model, cameBy: ReadonlyMap<number, number>, last: number): Path {
  const nodes = [last];
  const edges: number[] = [];
  for (let edge = cameBy.get(last) ?? -1; edge >= 0; ) {
    edges.push(edge);
    const node = otherEnd(model, edge, nodes.at(-1) ?? last);
    nodes.push(node);
    edge = cameBy.get(node) ?? -1;
  }
  return { nodes: nodes.reverse(), edges: edges.reverse() };
}

export interface Neighbour {
  readonly edge: number;
  readonly node: number;
}

/** The shown neighbours of a node, one for each edge, clockwise from the top as they stand in the picture. */
export function neighboursClockwise(model: Model, visible: Visible, node: number): Neighbour[] {
  const { x, y } = model.payload.nodes;
  const turn = (other: number) => turnOf((x[other] ?? 0) - (x[node] ?? 0), (y[other] ?? 0) - (y[node] ?? 0));
  return [...listed(model.incident, node)]
    .filter((edge) => visible.edges[edge] === 1)
    .map((edge) => ({ edge, node: otherEnd(model, edge, node) }))
    .sort((a, b) => turn(a.node) - turn(b.node) || a.edge - b.edge);
}

/** Grows clockwise from 0 at the top to 4: the way along a square instead of an angle. */
function turnOf(dx: number, dy: number): number {
  const reach = Math.abs(dx) + Math.abs(dy);
  if (reach === 0) return 0;
  const across = dx / reach;
  return dy >= 0 ? (across >= 0 ? across : 4 + across) : 2 - across;
}
