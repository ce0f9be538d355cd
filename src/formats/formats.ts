/** What a format is. The one table of them is `table.ts`: to add a format is to add a file and an entry. */
import { type Diagnostic, diagnostic, type Problems } from '../core/diagnostic.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Losses } from './losses.ts';
import type { Manifest } from './manifest.ts';
import { DEFAULT_PROFILE, type ProfileName, type WriteOptions } from './options.ts';

/** What a writer reports while it runs: refused terms with their place, and losses; and how it is to write. */
export interface WriteContext {
  /** Defaults as in `WRITE_DEFAULTS`. */
  readonly options?: Partial<WriteOptions>;
  readonly problems: Problems;
  readonly losses: Losses;
  /** Takes the indexes of nodes and edges that a graph format leaves out, for the account of facts. */
  readonly leftOut?: { readonly nodes: Set<number>; readonly edges: Set<number> };
  /** Reads what the format `png` draws with; it cannot be written without. */
  readonly asset?: (name: AssetName) => Uint8Array;
}

/** Files that come with packages: a renderer of SVG in WebAssembly, and fonts. */
export type AssetName = 'resvg' | 'font' | 'boldFont';

interface FormatBase {
  /** The word in `factweave.yaml` and on the command line: `turtle`. */
  readonly name: string;
  readonly title: string;
  /** What follows the stem in the name of the file: `.ttl`. */
  readonly extension: string;
  /** The whole name of the file, for a format whose readers prescribe it. */
  readonly fileName?: string;
  readonly mediaType: string;
}

/** The chunks of a file, to be concatenated: text, to be encoded as UTF-8, or bytes. */
export type Chunks = Iterable<string | Uint8Array>;

/** One file of a format that writes several. */
export interface FormatFile {
  readonly name: string;
  readonly mediaType: string;
  readonly chunks: Chunks;
}

/** Written from the knowledge: all facts, plain or not. Yields chunks of text, to be concatenated. */
export interface KnowledgeFormat extends FormatBase {
  readonly input: 'knowledge';
  /** The profiles it can hold; absent where it has none to choose from. */
  readonly profiles?: readonly ProfileName[];
  readonly write: (knowledge: Knowledge, context: WriteContext) => Iterable<string>;
  /** The same as bytes of UTF-8, for a format that makes them faster than text. */
  readonly bytes?: (knowledge: Knowledge, context: WriteContext) => Iterable<Uint8Array>;
}

/**
 * Written from the knowledge as several files, all of them listed in the manifest under the format.
 *
 * Yields the files in the order in which they are written: the chunks of one are read to their end before the next
 * file is asked for. `stem` is what their names begin with, but for names that their readers prescribe.
 */
export interface KnowledgeFilesFormat extends FormatBase {
  readonly input: 'knowledge';
  readonly files: (knowledge: Knowledge, context: WriteContext, stem: string) => Iterable<FormatFile>;
}

/** Written from the placed graph view: what the view holds. */
export interface GraphFormat extends FormatBase {
  readonly input: 'graph';
  readonly write: (graph: PlacedGraph, context: WriteContext) => Iterable<string>;
  /** As in {@link KnowledgeFormat}. */
  readonly bytes?: (graph: PlacedGraph, context: WriteContext) => Iterable<Uint8Array>;
}

/** Written from the placed graph view as several files, as {@link KnowledgeFilesFormat} is from the knowledge. */
export interface GraphFilesFormat extends FormatBase {
  readonly input: 'graph';
  readonly files: (graph: PlacedGraph, context: WriteContext, stem: string) => Iterable<FormatFile>;
}

/** All that a description of the exports may speak of: the manifest lists the files written before it. */
export interface ExportSet {
  readonly knowledge: Knowledge;
  readonly graph: PlacedGraph;
  readonly manifest: Manifest;
}

/** Written last, about the set of the other files: it holds no facts, and its file has no account of them. */
export interface DescriptionFormat extends FormatBase {
  readonly input: 'set';
  readonly write: (set: ExportSet, context: WriteContext) => Iterable<string>;
}

export type Format =
  | KnowledgeFormat
  | KnowledgeFilesFormat
  | GraphFormat
  | GraphFilesFormat
  | DescriptionFormat;

/** Whether `compress` may name it: not a format of several files, which name each other, nor one that describes others. */
export function isCompressible(format: Format): boolean {
  return 'write' in format && format.input !== 'set';
}

/** The name of the file of a format that writes one. */
export function fileNameOf({ fileName, extension }: Format, stem: string): string {
  return fileName ?? stem + extension;
}

/** The files of a format, each made while it is written; most formats have one. */
export function filesOf(
  format: Format,
  set: ExportSet,
  { stem, ...context }: WriteContext & { readonly stem: string },
): Iterable<FormatFile> {
  if ('files' in format) {
    return format.input === 'graph'
      ? format.files(set.graph, context, stem)
      : format.files(set.knowledge, context, stem);
  }
  return [
    { name: fileNameOf(format, stem), mediaType: format.mediaType, chunks: written(format, set, context) },
  ];
}

function written(
  format: KnowledgeFormat | GraphFormat | DescriptionFormat,
  set: ExportSet,
  context: WriteContext,
): Chunks {
  switch (format.input) {
    case 'knowledge':
      return (format.bytes ?? format.write)(set.knowledge, context);
    case 'graph':
      return (format.bytes ?? format.write)(set.graph, context);
    case 'set':
      return format.write(set, context);
  }
}

/** The problem `profile-not-possible` when a format with profiles cannot hold this one. */
export function checkProfile(format: Format, profile: ProfileName = DEFAULT_PROFILE): Diagnostic | undefined {
  const profiles = 'profiles' in format ? format.profiles : undefined;
  if (!profiles || profiles.includes(profile)) return undefined;
  return diagnostic('profile-not-possible', undefined, { profile, format: format.name, allowed: profiles });
}
