import type { Positions } from './positions.ts';

/** Where nodes were in an earlier picture: NaN for a node that was not in it. */
export type Places = Positions;

/** Whether an earlier picture has the node. */
export function isKnown(places: Places, node: number): boolean {
  return Number.isFinite(places.x[node]) && Number.isFinite(places.y[node]);
}

/** The nodes that an earlier picture has. */
export function knownNodes(places: Places): number[] {
  return [...places.x.keys()].filter((node) => isKnown(places, node));
}

/** The mean place of some nodes. */
export function centreOf({ x, y }: Positions, nodes: readonly number[]): readonly [x: number, y: number] {
  const mean = (values: Float64Array) =>
    nodes.reduce((sum, node) => sum + (values[node] ?? 0), 0) / nodes.length;
  return [mean(x), mean(y)];
}
