/** Reads back Cytoscape.js JSON of factweave, to check what the writer wrote. */
import { listIn, membersIn, takeText, uniqueIds } from '../jsonReading.ts';
import type { ReadAttributes, ReadEdge, ReadGraph } from '../readGraph.ts';

/** Reads the elements; x and y stand among the attributes of their node. Throws an Error at the first wrong form. */
export function readCytoscape(text: string): ReadGraph {
  const root = membersIn(JSON.parse(text), 'the file');
  const elements = membersIn(root.get('elements'), 'elements');
  const unique = uniqueIds();
  const nodes = new Map<string, ReadAttributes>();
  for (const node of listIn(elements, 'nodes')) {
    const members = membersIn(node, 'a node');
    const data = membersIn(members.get('data'), 'data of a node');
    const id = unique(takeText(data, 'id', 'a node'));
    nodes.set(id, new Map([...data, ...membersIn(members.get('position'), `the position of ${id}`)]));
  }
  const edges = new Map<string, ReadEdge>();
  for (const edge of listIn(elements, 'edges')) {
    const data = membersIn(membersIn(edge, 'an edge').get('data'), 'data of an edge');
    const id = unique(takeText(data, 'id', 'an edge'));
    const source = takeText(data, 'source', id);
    const target = takeText(data, 'target', id);
    for (const end of [source, target]) if (!nodes.has(end)) throw new Error(`${id}: «${end}» is no node`);
    edges.set(id, { source, target, label: undefined, attributes: data });
  }
  return { attributes: membersIn(root.get('data'), 'data'), nodes, edges };
}
