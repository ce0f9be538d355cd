import type { MultiDirectedGraph } from 'graphology';

/**
 * Reads GraphML by graphology-graphml, a client's reader: r, g, b become `color`, the XML attribute `label` of
 * edges is not read, and `id` is the id of the graph.
 *
 * Its DOM reader (xmldom) repairs ill-formed text and complains on the console, so call {@link readGraphml} first.
 */
export async function readGraphmlByGraphology(text: string): Promise<MultiDirectedGraph> {
  const [{ MultiDirectedGraph }, { parse }] = await Promise.all([
    import('graphology'),
    import('graphology-graphml'),
  ]);
  return parse(MultiDirectedGraph, text);
}
