import type { GraphView, PlacedGraph } from '../graph/view.ts';
import type { EarlierPicture } from './continuity.ts';
import { sizesFor } from './sizes.ts';

/** The layout of an earlier build, as its laid-out JSON tells it. */
export interface EarlierLayout extends EarlierPicture {
  readonly algorithm: string;
  readonly seed: number;
  readonly iterations: number;
}

/**
 * Places the nodes where an earlier build put them; sizes follow from the graph, as `arrange` makes them.
 *
 * The same bytes as `arrange` gives as long as the graph is the same, since positions are in hundredths there too.
 * Gives the nodes that have no place instead, if there are any.
 */
export function keepLayout(
  view: GraphView,
  layout: EarlierLayout,
): PlacedGraph | { readonly unplaced: string[] } {
  const { nodes } = view;
  const unplaced = nodes.id.filter((id) => !layout.positions.has(id));
  if (unplaced.length > 0) return { unplaced };
  const coordinate = (axis: 0 | 1) =>
    Float64Array.from(nodes.id, (id) => layout.positions.get(id)?.[axis] ?? 0);
  const { algorithm, seed, iterations } = layout;
  const size = sizesFor(nodes.degree);
  return { view, placement: { x: coordinate(0), y: coordinate(1), size, algorithm, seed, iterations } };
}
