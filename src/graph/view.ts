/** The graph view in columns: interned ids and typed arrays, the input of layout and of every graph format. */
import type { EntityId } from '../core/ids.ts';
import type { DatasetInfo, NotPlainReason } from '../knowledge/knowledge.ts';
import type { EventNotes } from './flatten.ts';
import type { SourceNote } from './sources.ts';

/** A value of a node or edge attribute. A list keeps its order and may be empty never. */
export type AttributeValue = string | number | boolean | readonly string[];

/** One attribute of nodes or edges: sparse, by index. */
export interface AttributeColumn {
  readonly name: string;
  readonly type: 'string' | 'strings' | 'int' | 'long' | 'double' | 'boolean';
  readonly values: readonly (AttributeValue | undefined)[];
}

export interface LegendEntry {
  /** Class or edge kind. */
  readonly name: string;
  readonly label: string;
  readonly iri: string;
  readonly colour: string;
  readonly count: number;
}

export interface GraphNodes {
  readonly count: number;
  /** In byte order. */
  readonly id: readonly EntityId[];
  readonly label: readonly string[];
  /** The entity's class, and its lineage for Neo4j labels. */
  readonly kind: readonly string[];
  readonly lineage: readonly (readonly string[])[];
  readonly iri: readonly string[];
  readonly colour: readonly string[];
  readonly degree: Uint32Array;
  readonly weightedDegree: Float64Array;
  /** Numbered from 0 by size, then by smallest node; undefined when not computed. */
  readonly community: Uint32Array | undefined;
  /** Literal facts and `evidence`, by name. */
  readonly attributes: readonly AttributeColumn[];
}

export interface GraphEdges {
  readonly count: number;
  /** `e-` and 32 hex digits, stable under new evidence; edges are in byte order of source, target, kind, id. */
  readonly id: readonly string[];
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly kind: readonly string[];
  readonly label: readonly string[];
  readonly predicate: readonly string[];
  readonly colour: readonly string[];
  /** Number of facts, of a derived edge of pairs of facts; at least 1. */
  readonly weight: Float64Array;
  readonly symmetric: Uint8Array;
  /**
   * `facts`, `status`, `disputed`, `sources`, qualifiers, `evidence`, `showWith`; of an edge in the place of an event
   * also `derived`, `via`, `viaLabel`, `viaFacts`, `viaNotPlain`, `viaPredicates`: by name.
   */
  readonly attributes: readonly AttributeColumn[];
}

export interface GraphView {
  readonly dataset: DatasetInfo;
  readonly nodes: GraphNodes;
  readonly edges: GraphEdges;
  /** What the sources named by `evidence` are, by id in byte order. */
  readonly sources: readonly SourceNote[];
  readonly kinds: readonly LegendEntry[];
  readonly relations: readonly LegendEntry[];
  /** Readings (see `KnownFact.readings`) in the view, and outside it by reason. */
  readonly facts: { readonly written: number; readonly outside: ReadonlyMap<NotPlainReason, number> };
  /** What became of the events, where they are flattened. */
  readonly events?: EventNotes;
}

/** Positions and sizes in the frame of the exports: centroid (0,0), |x|,|y| ≤ 5000, y up, sizes 4 to 100. */
export interface Placement {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Undefined when all nodes are equally important. */
  readonly size: Float64Array | undefined;
  readonly algorithm: string;
  readonly seed: number;
  readonly iterations: number;
  /** How far the nodes of an earlier picture moved, where the layout went on from one. */
  readonly movement?: Movement;
}

/** Distances in parts of the earlier picture's extent, the root mean square distance from the centre. */
export interface Movement {
  /** Nodes that the earlier picture has, and new ones. */
  readonly known: number;
  readonly added: number;
  readonly mean: number;
  readonly largest: number;
}

export interface PlacedGraph {
  readonly view: GraphView;
  readonly placement: Placement;
}
