/** Whether a graph and the RDF of the same build show the same facts, told from what independent readers found. */
import { RDF } from '../ontology/namespaces.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { plainFactsOf, type StatementDifference } from './rdf/verifyStatements.ts';
import type { ReadGraph } from './readGraph.ts';

/** A graph with the file that it was read from. */
export interface FoundGraph {
  readonly file: ManifestFile;
  readonly graph: ReadGraph;
}

/** The facts that a graph shows: of edges with their edge, of nodes with their node. */
interface ShownFacts {
  readonly edges: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, string>;
}

/** Facts are named by edges in `facts`, by nodes in `evidence`; throws an Error where that is no JSON. */
export function shownFacts({ nodes, edges }: ReadGraph): ShownFacts {
  const ofEdges = new Map<string, string>();
  const ofNodes = new Map<string, string>();
  for (const [id, { attributes }] of edges)
    for (const fact of listOf(attributes.get('facts'))) ofEdges.set(fact, id);
  for (const [id, attributes] of nodes)
    for (const fact of factsOfEvidence(attributes.get('evidence'))) ofNodes.set(fact, id);
  return { edges: ofEdges, nodes: ofNodes };
}

/** Whether the writer left nothing out of the graph: else it cannot show all facts. */
export function isWhole({ file }: FoundGraph, { counts }: Manifest): boolean {
  return file.facts.refused <= (counts.factsRefused ?? 0) && file.facts.refusedValues === undefined;
}

/** The number of distinct facts, by the manifest. */
export function countDifference(shown: ShownFacts, { counts }: Manifest): StatementDifference[] {
  const found = shown.edges.size + shown.nodes.size;
  if (found === counts.factsInGraph) return [];
  return [{ what: 'facts', expected: String(counts.factsInGraph), found: String(found) }];
}

/** Facts of the graph that are no statements of the RDF about what the graph shows them of. */
export function* factsWithoutStatement(
  { graph }: FoundGraph,
  { lines, base }: { readonly lines: readonly string[]; readonly base: string },
): Generator<StatementDifference> {
  const known = new Set(lines);
  // A base that is a fragment itself leaves none for statements (domain.md, Ids and IRIs).
  const separator = base.includes('#') ? ':' : '#';
  const statement = (subject: string, fact: string) => `<${base}${subject}${separator}${fact}> <${RDF}`;
  const found = 'no such statement';
  for (const [id, { source, target, attributes }] of graph.edges) {
    const predicate = `<${String(attributes.get('predicate'))}>`;
    const says = (fact: string, subject: string, object: string) =>
      known.has(`${statement(subject, fact)}predicate> ${predicate} .`) &&
      known.has(`${statement(subject, fact)}object> <${base}${object}> .`);
    for (const fact of listOf(attributes.get('facts'))) {
      if (!says(fact, source, target) && !says(fact, target, source))
        yield { what: `edge ${id}`, expected: fact, found };
    }
  }
  for (const [fact, node] of shownFacts(graph).nodes) {
    if (!known.has(`${statement(node, fact)}subject> <${base}${node}> .`))
      yield { what: `node ${node}`, expected: fact, found };
  }
}

/** Plain statements of the RDF that neither an edge nor the node of their subject shows. */
export function* plainFactsNotShown(
  shown: ShownFacts,
  { lines, base }: { readonly lines: readonly string[]; readonly base: string },
): Generator<StatementDifference> {
  for (const { fact, subject, isLiteral } of plainFactsOf(lines)) {
    const ofNode = shown.nodes.get(fact);
    // An IRI can be another entity or a value: which of them, the RDF does not say.
    if (ofNode !== undefined ? base + ofNode === subject : !isLiteral && shown.edges.has(fact)) continue;
    yield { what: `plain facts of <${subject}>`, expected: fact, found: 'nothing' };
  }
}

function factsOfEvidence(value: unknown): string[] {
  if (value === undefined || value === '') return [];
  const pieces: unknown = JSON.parse(String(value));
  if (!Array.isArray(pieces)) throw new Error('the evidence of a node is no list');
  return [...new Set(pieces.map((piece: { fact?: unknown } | null) => String(piece?.fact)))];
}

function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? value.split(';') : [];
}
