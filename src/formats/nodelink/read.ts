/** Reads back node-link JSON of factweave, to check what the writer wrote. */
import { listIn, membersIn, takeText, uniqueIds } from '../jsonReading.ts';
import type { ReadAttributes, ReadEdge, ReadGraph } from '../readGraph.ts';

/** Reads a directed multigraph with `links`. Throws an Error at the first wrong form. */
export function readNodelink(text: string): ReadGraph {
  const root = membersIn(JSON.parse(text), 'the file');
  if (root.get('directed') !== true || root.get('multigraph') !== true)
    throw new Error('not a directed multigraph');
  const unique = uniqueIds();
  const nodes = new Map<string, ReadAttributes>();
  for (const node of listIn(root, 'nodes')) {
    const members = membersIn(node, 'a node');
    nodes.set(unique(takeText(members, 'id', 'a node')), members);
  }
  const edges = new Map<string, ReadEdge>();
  for (const link of listIn(root, 'links')) {
    const members = membersIn(link, 'a link');
    const id = unique(takeText(members, 'key', 'a link'));
    const source = takeText(members, 'source', id);
    const target = takeText(members, 'target', id);
    for (const end of [source, target]) if (!nodes.has(end)) throw new Error(`${id}: «${end}» is no node`);
    edges.set(id, { source, target, label: undefined, attributes: members });
  }
  return { attributes: membersIn(root.get('graph'), 'graph'), nodes, edges };
}
