/** What the picture tells of an edge beside its relation: whether it is plain, disputed, derived, and what goes with it. */
import type { AttributeColumn, AttributeValue, GraphEdges, GraphNodes } from '../../graph/view.ts';

export interface Standing {
  /** Reasons why its facts are not plain; none for a plain edge. */
  readonly notPlain: readonly string[];
  readonly disputed: boolean;
  /** In the place of events. */
  readonly derived: boolean;
  /** What must be shown with the edge. */
  readonly showWith: readonly string[];
}

export type Column = (index: number) => AttributeValue | undefined;

/** The values of an attribute of nodes or edges; undefined where there is none. */
export function columnOf({ attributes }: Pick<GraphNodes | GraphEdges, 'attributes'>, name: string): Column {
  const column: AttributeColumn | undefined = attributes.find((one) => one.name === name);
  return (index) => column?.values[index];
}

export function standings(edges: GraphEdges): (edge: number) => Standing {
  const [notPlain, disputed, derived, showWith] = ['notPlain', 'disputed', 'derived', 'showWith'].map(
    (name) => columnOf(edges, name),
  );
  return (edge) => ({
    notPlain: listOf(notPlain?.(edge)),
    disputed: disputed?.(edge) === true,
    derived: derived?.(edge) === true,
    showWith: listOf(showWith?.(edge)),
  });
}

function listOf(value: AttributeValue | undefined): readonly string[] {
  return typeof value === 'object' ? value : typeof value === 'string' ? [value] : [];
}
