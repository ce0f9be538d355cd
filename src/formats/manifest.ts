import type { Diagnostic } from '../core/diagnostic.ts';
import { messageOf } from '../core/messages.ts';
import { compareUtf8 } from '../core/order.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** Where the facts of a run went in one format: `read = written + refused + the sum of outside`. */
export interface Account {
  readonly read: number;
  readonly written: number;
  readonly refused: number;
  /** Facts that the format's view does not show, by reason. */
  readonly outside: Readonly<Record<string, number>>;
}

/** What the manifest says of one export file. */
export interface ManifestFile {
  readonly name: string;
  readonly format: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly facts: Account;
  /** What the format forced, with the number of values: the loss report. */
  readonly losses: Readonly<Record<string, number>>;
}

/** A fact or file that was refused, listed when a run keeps going. */
export interface Refusal {
  readonly code: string;
  readonly line: number | undefined;
  readonly message: string;
}

/** The file that completes a set of exports: what is in it, and what is not. */
export interface Manifest {
  readonly factweave: string;
  readonly title: string;
  readonly base: string;
  readonly counts: Readonly<Record<string, number>>;
  /** IRIs of the symmetric relations, whose triples stand both ways. */
  readonly symmetric: readonly string[];
  readonly files: readonly ManifestFile[];
  readonly refusals: readonly Refusal[];
}

/**
 * The account of a format that writes all facts, or of one that writes the graph view.
 *
 * `refusedValues` are those that the writer left out: at most so many facts are not written whole.
 */
export function accountOf(
  knowledge: Knowledge,
  graph: PlacedGraph | undefined,
  refusedValues: number,
): Account {
  const { read, refused } = knowledge.counts;
  const reasons = [...(graph?.view.facts.outside ?? [])].sort(([a], [b]) => compareUtf8(a, b));
  const outside = Object.fromEntries(reasons.filter(([, count]) => count > 0));
  const hidden = reasons.reduce((sum, [, count]) => sum + count, 0);
  const shown = read - refused - hidden;
  const damaged = Math.min(refusedValues, shown);
  return { read, written: shown - damaged, refused: refused + damaged, outside };
}

/** The counts of the whole, for the manifest. */
export function countsOf(knowledge: Knowledge, graph: PlacedGraph): Record<string, number> {
  const plain = knowledge.facts.filter((fact) => !fact.notPlain);
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
  };
}

/** The IRIs of symmetric relations, in byte order. */
export function symmetricRelations({ ontology }: Knowledge): string[] {
  const links = [...ontology.relations.values()].filter(
    (relation) => relation.kind === 'link' && relation.symmetric,
  );
  return links.map((link) => link.iri).sort(compareUtf8);
}

/** The refusals of a run. They name lines but no paths, so that the manifest is the same on every machine. */
export function refusalsOf(diagnostics: readonly Diagnostic[]): Refusal[] {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return errors.map((diagnostic) => ({
    code: diagnostic.code,
    line: diagnostic.place?.line,
    message: messageOf(diagnostic).message,
  }));
}

/** The manifest as JSON text. */
export function writeManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
