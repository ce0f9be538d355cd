/** What the viewer's page carries: the graph in columns, and the facts behind every node and edge. */

/** All tables refer to each other by index. Texts are data: the page shows them as text only, never as markup. */
export interface ViewerPayload {
  /** Changes when the shape of the payload does. */
  readonly version: 1;
  readonly title: string;
  readonly description?: string;
  readonly language?: string;
  readonly licence?: string;
  readonly creators: readonly string[];
  readonly issued?: string;
  /** `byLevels`: more than `LEVELS_FROM` edges or nodes, so that the picture opens by communities. */
  readonly layout: { readonly algorithm: string; readonly byLevels: boolean };
  /** Classes of nodes and kinds of edges, in byte order of their names. */
  readonly classes: readonly PayloadTerm[];
  readonly relations: readonly PayloadTerm[];
  readonly statuses: readonly string[];
  readonly sources: readonly PayloadSource[];
  readonly nodes: PayloadNodes;
  readonly edges: PayloadEdges;
  readonly facts: readonly PayloadFact[];
  /** How many facts of the knowledge are not among `facts`, by reason in words; empty when all are. */
  readonly leftOut: readonly (readonly [reason: string, count: number])[];
  /** The reasons for which facts that are not plain are in the graph exports all the same: shown from the start. */
  readonly shown: readonly string[];
}

/** The most edges, and nodes, that a picture shows one by one. */
export const LEVELS_FROM = 50_000;

export interface PayloadTerm {
  readonly name: string;
  readonly label: string;
  readonly iri: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** 1 for a relation that runs both ways; absent for others, and for classes. */
  readonly symmetric?: 1;
}

export interface PayloadSource {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  /** EDTF. */
  readonly published?: string;
  /** Only with a scheme that a page may link to (G3). */
  readonly url?: string;
  readonly licence?: string;
}

export interface PayloadNodes {
  readonly id: readonly string[];
  readonly label: readonly string[];
  readonly iri: readonly string[];
  /** Index into `classes`. */
  readonly class: readonly number[];
  /** In the frame of the exports, y up. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Radius in the unit of the positions. */
  readonly size: readonly number[];
  /** Numbered from 0 by size. */
  readonly community: readonly number[];
  /** 1 where only facts that are not plain lead to the node: it shows with them. */
  readonly hidden: readonly (0 | 1)[];
}

export interface PayloadEdges {
  readonly id: readonly string[];
  /** Index into `nodes`. */
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Index into `relations`. */
  readonly relation: readonly number[];
  /** The facts of the edge, by index into `facts`; at least one. */
  readonly facts: readonly (readonly number[])[];
  /** 1 for an edge of plain facts; 0 for one that is shown on request and looks different. */
  readonly plain: readonly (0 | 1)[];
  readonly disputed: readonly (0 | 1)[];
}

export interface PayloadFact {
  readonly id: string;
  /** Index into `nodes`. */
  readonly subject: number;
  /** The relation's label, as in «financed by»: reads from subject to object. */
  readonly relation: string;
  readonly object:
    | { readonly node: number }
    /** `url` where the value is an address that a page may link to (G3). */
    | { readonly value: string; readonly language?: string; readonly url?: string }
    | { readonly missing: 'unknown' | 'none' };
  readonly status: string;
  readonly negated: boolean;
  readonly certainty: string;
  /** Why it is not plain; absent when it is. */
  readonly notPlain?: string;
  /** All reasons, where there are several; `notPlain` is the first. */
  readonly reasons?: readonly string[];
  /** The facts that contradict it, by index; absent when undisputed, empty where those are left out. */
  readonly disputedBy?: readonly number[];
  /** What has to be shown beside it: readable texts, and the facts that say so by index. */
  readonly showWith?: { readonly texts: readonly string[]; readonly facts: readonly number[] };
  /**
   * EDTF; and the first and last year they cover, for the time slider. Where only one end is known the other is that
   * of all facts: nothing is hidden that may lie in the time looked at.
   */
  readonly start?: string;
  readonly end?: string;
  readonly years?: readonly [first: number, last: number];
  /** Other qualifiers as readable pairs: `["character", "Harland Rust"]`. */
  readonly qualifiers: readonly (readonly [label: string, value: string])[];
  readonly evidence: readonly PayloadEvidence[];
}

export interface PayloadEvidence {
  /** Index into `sources`. */
  readonly source: number;
  readonly quote?: string;
  /** Where: `characters 918–970`, `row 17, column budget`. Readable text. */
  readonly place?: string;
  readonly saidBy?: string;
  readonly note?: string;
  readonly dateExpression?: string;
  readonly certainty: string;
  /** An extractor's score, 0 to 1, as text. */
  readonly confidence?: string;
  readonly withoutPlace?: string;
}
