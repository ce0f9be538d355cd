/** What the selection brings forward; all else steps back. */
import type { App } from './app.ts';
import { selectedNodes } from './choose.ts';
import { shortestPath, toNeighbourhood } from './walk.ts';

export interface Emphasis {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
  /** Drawn strongest. */
  readonly chosenNodes: ReadonlySet<number>;
  readonly chosenEdges: ReadonlySet<number>;
}

/** Undefined where nothing steps back. */
export function toEmphasis(app: App): Emphasis | undefined {
  const { selection, hops } = app.state;
  const chosenNodes = new Set(selectedNodes(app));
  const none = new Set<number>();
  if (selection.kind === 'node') {
    const around = toNeighbourhood(app.model, app.visible, { node: selection.node, hops });
    return { ...around, chosenNodes, chosenEdges: none };
  }
  if (selection.kind === 'edge') {
    const edges = new Set([selection.edge]);
    return { nodes: chosenNodes, edges, chosenNodes, chosenEdges: edges };
  }
  if (selection.kind === 'none' || selection.to === undefined) return undefined;
  const path = shortestPath(app.model, app.visible, { from: selection.from, to: selection.to });
  const edges = new Set(path?.edges);
  return { nodes: new Set([...chosenNodes, ...(path?.nodes ?? [])]), edges, chosenNodes, chosenEdges: edges };
}
