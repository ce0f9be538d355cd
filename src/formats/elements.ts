/** Which nodes and edges of a view a graph format may write: ids that every client takes, each of them once. */
import type { GraphView } from '../graph/view.ts';
import type { WriteContext } from './formats.ts';
import { countLoss } from './losses.ts';

/** An NMTOKEN of XML without the letters beyond ASCII. */
const NMTOKEN = /^[A-Za-z0-9._:-]+$/;
const MALFORMED = 'an id has only ASCII letters, digits, «.», «_», «:» and «-»';

/** 1 where the node or edge of that index is written. */
export interface WritableElements {
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
}

/**
 * Checks ids over nodes and edges together. A second use of an id is an `id-collision`, an id that is no NMTOKEN a
 * `refused-term`; the node or edge is left out, and the edges of a node left out too (loss `edge-left-out`).
 */
export function writableElements(view: GraphView, format: string, context: WriteContext): WritableElements {
  const ids = new Set<string>();
  const accept = (id: string): 0 | 1 => {
    if (!NMTOKEN.test(id)) {
      context.problems.add('refused-term', undefined, { value: id, format, reason: MALFORMED });
      return 0;
    }
    const before = ids.size;
    if (ids.add(id).size > before) return 1;
    context.problems.add('id-collision', undefined, { id, format });
    return 0;
  };
  const nodes = new Uint8Array(view.nodes.count);
  for (let i = 0; i < nodes.length; i++) nodes[i] = accept(view.nodes.id[i] ?? '');
  const { source, target } = view.edges;
  const edges = new Uint8Array(view.edges.count);
  for (let i = 0; i < edges.length; i++) {
    if (nodes[source[i] ?? -1] && nodes[target[i] ?? -1]) edges[i] = accept(view.edges.id[i] ?? '');
    else countLoss(context.losses, 'edge-left-out');
  }
  for (const kind of ['nodes', 'edges'] as const) {
    const flags = { nodes, edges }[kind];
    for (const [i, flag] of flags.entries()) if (flag === 0) context.leftOut?.[kind].add(i);
  }
  return { nodes, edges };
}
