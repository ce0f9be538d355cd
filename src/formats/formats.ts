/** The one table of export formats. To add a format is to add a file and an entry. */
import type { Problems } from '../core/diagnostic.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** What a format forced: `list-joined`, `integer-widened`, `line-break-replaced` … with the number of values. */
export type Losses = Map<string, number>;

/** What a writer reports while it runs: refused terms with their place, and losses. */
export interface WriteContext {
  readonly problems: Problems;
  readonly losses: Losses;
}

export function countLoss(losses: Losses, what: string, times = 1): void {
  losses.set(what, (losses.get(what) ?? 0) + times);
}

interface FormatBase {
  /** The word in `factweave.yaml` and on the command line: `turtle`. */
  readonly name: string;
  readonly title: string;
  readonly extension: string;
  readonly mediaType: string;
}

/** Written from the knowledge: all facts, plain or not. Yields chunks of text, to be concatenated. */
export interface KnowledgeFormat extends FormatBase {
  readonly input: 'knowledge';
  readonly write: (knowledge: Knowledge, context: WriteContext) => Iterable<string>;
}

/** Written from the placed graph view: what the view holds. */
export interface GraphFormat extends FormatBase {
  readonly input: 'graph';
  readonly write: (graph: PlacedGraph, context: WriteContext) => Iterable<string>;
}

export type Format = KnowledgeFormat | GraphFormat;
