/** What an SVG must hold, by the laid-out JSON of the same build. */
import type { ReadAttributes, ReadGraph } from '../readGraph.ts';

/**
 * The graph as {@link readSvg} finds it: of the attributes `label` and `kind`, and the places of the nodes by the
 * transformation that the picture itself tells.
 */
export function expectedOfSvg(json: ReadGraph, { attributes }: ReadGraph): ReadGraph {
  const [scale, left, top] = ['scale', 'left', 'top'].map((name) => Number(attributes.get(name)));
  const at = (start = 0, distance = 0) => Math.round((start + distance) * 100) / 100 + 0;
  const nodes = [...json.nodes].map(([id, node]): [string, ReadAttributes] => {
    const [x, y] = [Number(node.get('x') ?? 0), Number(node.get('y') ?? 0)];
    const kept = known([
      ['label', node.get('label') ?? ''],
      ['kind', node.get('kind')],
      ['cx', at(left, (scale ?? 1) * x)],
      ['cy', at(top, -(scale ?? 1) * y)],
    ]);
    return [id, kept];
  });
  const edges = [...json.edges].map(([id, edge]) => {
    return [id, { ...edge, attributes: known([['kind', edge.attributes.get('kind')]]) }] as const;
  });
  return { attributes, nodes: new Map(nodes), edges: new Map(edges) };
}

/** An empty kind is not written. */
function known(entries: readonly (readonly [string, unknown])[]): ReadAttributes {
  return new Map(
    entries.filter(([name, value]) => value !== undefined && (value !== '' || name === 'label')),
  );
}
