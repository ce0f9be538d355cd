/** A graph as an independent reader found it in an export, for `verify` to compare. */
import type { MultiDirectedGraph } from 'graphology';

/** Attributes by name; values as the reader typed them. */
export type ReadAttributes = ReadonlyMap<string, unknown>;

export interface ReadEdge {
  readonly source: string;
  readonly target: string;
  /** The XML attribute `label` of GraphML; undefined in other formats and in strict GraphML. */
  readonly label: string | undefined;
  readonly attributes: ReadAttributes;
}

/** Nodes and edges by id, in the order of the file. */
export interface ReadGraph {
  readonly attributes: ReadAttributes;
  readonly nodes: ReadonlyMap<string, ReadAttributes>;
  readonly edges: ReadonlyMap<string, ReadEdge>;
}

/** The content of a graphology graph; attribute objects become maps. */
export function fromGraphology(graph: MultiDirectedGraph): ReadGraph {
  const nodes = new Map<string, ReadAttributes>();
  graph.forEachNode((id, attributes) => nodes.set(id, new Map(Object.entries(attributes))));
  const edges = new Map<string, ReadEdge>();
  graph.forEachEdge((id, attributes, source, target) =>
    edges.set(id, { source, target, label: undefined, attributes: new Map(Object.entries(attributes)) }),
  );
  return { attributes: new Map(Object.entries(graph.getAttributes())), nodes, edges };
}
