import { type Diagnostic, type Problems, severityOf } from '../core/diagnostic.ts';
import { messageOf } from '../core/messages.ts';
import { compareUtf8 } from '../core/order.ts';
import type { ViewOptions } from '../graph/options.ts';
import { selectFacts } from '../graph/select.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge, NotPlainReason } from '../knowledge/knowledge.ts';
import type { PlainChoice } from '../knowledge/plain.ts';
import type { ProfileName, WriteOptions } from './options.ts';

/** Where the facts of a run went in one format: `read = written + refused + the sum of outside`. */
export interface Account {
  readonly read: number;
  readonly written: number;
  readonly refused: number;
  /** Facts that the format's view does not show, by reason. */
  readonly outside: Readonly<Record<string, number>>;
  /** Values that were left out of facts that are written all the same; absent when there are none. */
  readonly refusedValues?: number;
}

/** What the manifest says of one export file. */
export interface ManifestFile {
  readonly name: string;
  readonly format: string;
  readonly mediaType: string;
  /** How the file is compressed; absent when it is not. */
  readonly encoding?: 'gzip';
  /** Of an RDF file: what it says of a fact. */
  readonly profile?: ProfileName;
  readonly bytes: number;
  readonly sha256: string;
  /** Absent for a file that describes the others and holds no facts. */
  readonly facts?: Account;
  /** What the format forced, with the number of values: the loss report. */
  readonly losses: Readonly<Record<string, number>>;
}

/** A fact or file that was refused, listed when a run keeps going. */
export interface Refusal {
  readonly code: string;
  /** From the project folder, with `/`. */
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly message: string;
}

/** How the files of a set were made, in the words of the settings. */
export interface ManifestOptions {
  readonly compress: readonly string[];
  readonly plain: PlainChoice;
  readonly write: WriteOptions;
  readonly view: ViewOptions;
}

/** The file that completes a set of exports: what is in it, and what is not. */
export interface Manifest {
  readonly factweave: string;
  readonly title: string;
  /** The stem of the export files. */
  readonly name: string;
  readonly base: string;
  /** The settings that shaped the files, beside the formats: `export` goes on from them. */
  readonly options: ManifestOptions;
  readonly counts: Readonly<Record<string, number>>;
  /** IRIs of all relations of the ontology, in byte order: triples with one of them stand for plain facts only. */
  readonly relations: readonly string[];
  /** IRIs of the symmetric relations, whose triples stand both ways. */
  readonly symmetric: readonly string[];
  readonly files: readonly ManifestFile[];
  readonly refusals: readonly Refusal[];
  /** How many further refusals there were, by code; absent when all are listed. */
  readonly refusalsOmitted?: Readonly<Record<string, number>>;
}

/**
 * The account of a format that leaves out the facts of `outside`, by reason.
 *
 * `refused` are the facts that the writer left out as a whole, `values` those it left out of other facts.
 */
export function accountOf(
  knowledge: Knowledge,
  outsideView: ReadonlyMap<NotPlainReason, number>,
  left: { readonly refused: number; readonly values: number },
): Account {
  const { read, refused } = knowledge.counts;
  const reasons = [...outsideView].sort(([a], [b]) => compareUtf8(a, b));
  const outside = Object.fromEntries(reasons.filter(([, count]) => count > 0));
  const hidden = reasons.reduce((sum, [, count]) => sum + count, 0);
  const written = read - refused - hidden - left.refused;
  const refusedValues = left.values > 0 && { refusedValues: left.values };
  return { read, written, refused: refused + left.refused, outside, ...refusedValues };
}

/** The manifest of a set before its files are written: what is known of the whole. */
export function manifestOf(
  { knowledge, graph }: { readonly knowledge: Knowledge; readonly graph: PlacedGraph },
  { name, version, options }: Pick<Manifest, 'name' | 'options'> & { readonly version: string },
): Manifest {
  const { title, base } = knowledge.dataset;
  return {
    factweave: version,
    title,
    name,
    base,
    options,
    counts: countsOf(knowledge, graph, options.view.include),
    relations: allRelations(knowledge),
    symmetric: symmetricRelations(knowledge),
    files: [],
    refusals: [],
  };
}

/** The counts of the whole, for the manifest; `include` is what the view was asked to show beside plain facts. */
export function countsOf(
  knowledge: Knowledge,
  graph: PlacedGraph,
  include: readonly NotPlainReason[] = [],
): Record<string, number> {
  const plain = knowledge.facts.filter((fact) => !fact.notPlain);
  const { links, literals } = selectFacts(knowledge, include);
  return {
    factsRead: knowledge.counts.read,
    factsRefused: knowledge.counts.refused,
    distinctFacts: knowledge.facts.length,
    plainFacts: plain.length,
    disputedFacts: knowledge.facts.filter((fact) => fact.disputed).length,
    entities: knowledge.entities.size,
    sources: knowledge.sources.size,
    evidence: knowledge.evidence.length,
    nodes: graph.view.nodes.count,
    edges: graph.view.edges.count,
    factsInGraph: links.length + literals.length,
    ...eventCounts(graph),
  };
}

/** Where events are flattened, how many were and how many stay nodes. */
function eventCounts({ view: { events } }: PlacedGraph): Record<string, number> {
  if (!events) return {};
  const kept = [...events.kept.values()].reduce((sum, count) => sum + count, 0);
  return { eventsFlattened: events.flattened, eventsKept: kept };
}

/** The IRIs of all relations, in byte order. */
function allRelations({ ontology }: Knowledge): string[] {
  return [...new Set([...ontology.relations.values()].map(({ iri }) => iri))].sort(compareUtf8);
}

/** The IRIs of symmetric relations, in byte order. */
export function symmetricRelations({ ontology }: Knowledge): string[] {
  const links = [...ontology.relations.values()].filter(
    (relation) => relation.kind === 'link' && relation.symmetric,
  );
  return links.map((link) => link.iri).sort(compareUtf8);
}

/** What of a manifest tells of refusals. Files are named as in the project folder: the same on every machine. */
export function refusalsOf(problems: Problems): Pick<Manifest, 'refusals' | 'refusalsOmitted'> {
  const refusals = listed(problems.diagnostics);
  const omitted = [...problems.counts]
    .filter(([code, count]) => severityOf(code) === 'error' && count > problems.kept)
    .map(([code, count]): [string, number] => [code, count - problems.kept])
    .sort(([a], [b]) => compareUtf8(a, b));
  return { refusals, ...(omitted.length > 0 && { refusalsOmitted: Object.fromEntries(omitted) }) };
}

function listed(diagnostics: readonly Diagnostic[]): Refusal[] {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return errors.map((diagnostic) => ({
    code: diagnostic.code,
    file: diagnostic.place?.file,
    line: diagnostic.place?.line,
    column: diagnostic.place?.column,
    message: messageOf(diagnostic).message,
  }));
}

/** The manifest as JSON text. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
