import type { MultiDirectedGraph } from 'graphology';

/**
 * Reads laid-out JSON by graphology itself, as sigma and other clients do. Throws what JSON.parse or graphology
 * throws for another form, a second use of an id or an edge without its nodes.
 */
export async function readJson(text: string): Promise<MultiDirectedGraph> {
  // graphology is loaded only where a graph is read back; its checks are the point, so the data stays unknown.
  const { MultiDirectedGraph } = await import('graphology');
  return MultiDirectedGraph.from(JSON.parse(text));
}
