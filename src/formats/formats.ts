/** The one table of export formats. To add a format is to add a file and an entry. */
import { type Diagnostic, diagnostic, type Problems } from '../core/diagnostic.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** What a format forced: `list-joined`, `integer-widened`, `line-break-replaced` … with the number of values. */
export type Losses = Map<string, number>;

export const PROFILE_NAMES = ['plain', 'statements', 'named-graphs', 'rdf12'] as const;
/** How much an RDF export says of a fact, and in which form. */
export type ProfileName = (typeof PROFILE_NAMES)[number];
export const DEFAULT_PROFILE: ProfileName = 'statements';

/** What a writer reports while it runs: refused terms with their place, and losses. */
export interface WriteContext {
  /** For formats with profiles; {@link DEFAULT_PROFILE} unless given. */
  readonly profile?: ProfileName;
  readonly problems: Problems;
  readonly losses: Losses;
  /** Takes the indexes of nodes and edges that a graph format leaves out, for the account of facts. */
  readonly leftOut?: { readonly nodes: Set<number>; readonly edges: Set<number> };
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
  /** The profiles it can hold; absent where it has none to choose from. */
  readonly profiles?: readonly ProfileName[];
  readonly write: (knowledge: Knowledge, context: WriteContext) => Iterable<string>;
}

/** Written from the placed graph view: what the view holds. */
export interface GraphFormat extends FormatBase {
  readonly input: 'graph';
  readonly write: (graph: PlacedGraph, context: WriteContext) => Iterable<string>;
}

/** One file of a format that writes several. */
export interface FormatFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: Iterable<string>;
}

/** Written from the placed graph view as several files, all of them listed in the manifest under the format. */
export interface GraphFilesFormat extends FormatBase {
  readonly input: 'graph';
  /**
   * Yields the files in the order in which they are written: the chunks of one are read to their end before the
   * next file is asked for. `stem` is what their names begin with, but for names that their readers prescribe.
   */
  readonly files: (graph: PlacedGraph, context: WriteContext, stem: string) => Iterable<FormatFile>;
}

export type Format = KnowledgeFormat | GraphFormat | GraphFilesFormat;

/** The problem `profile-not-possible` when a format with profiles cannot hold this one. */
export function checkProfile(format: Format, profile: ProfileName): Diagnostic | undefined {
  const profiles = format.input === 'knowledge' ? format.profiles : undefined;
  if (!profiles || profiles.includes(profile)) return undefined;
  return diagnostic('profile-not-possible', undefined, { profile, format: format.name, allowed: profiles });
}
