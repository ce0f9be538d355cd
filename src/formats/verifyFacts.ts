/** Whether a graph and the RDF of the same build show the same facts, told from what independent readers found. */
import { RDF } from '../ontology/namespaces.ts';
import type { Manifest, ManifestFile } from './manifest.ts';
import { plainFactsOf, type StatementDifference } from './rdf/verifyStatements.ts';
import type { ReadEdge, ReadGraph } from './readGraph.ts';

/** A graph with the file that it was read from. */
export interface FoundGraph {
  readonly file: ManifestFile;
  readonly graph: ReadGraph;
}

/** The facts that a graph shows: of edges with their edge, of nodes with their node. */
interface ShownFacts {
  readonly edges: ReadonlyMap<string, string>;
  readonly nodes: ReadonlyMap<string, string>;
  /** What events say of themselves, by the edges in their place: with the events that it may be of. */
  readonly events: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Facts are named by edges in `facts` and, of derived ones, `viaFacts`, by nodes in `evidence`; throws an Error where
 * that is no JSON.
 */
export function shownFacts({ nodes, edges }: ReadGraph): ShownFacts {
  const ofEdges = new Map<string, string>();
  const ofNodes = new Map<string, string>();
  const ofEvents = new Map<string, Set<string>>();
  for (const [id, { attributes }] of edges) {
    for (const fact of listOf(attributes.get('facts'))) ofEdges.set(fact, id);
    for (const fact of listOf(attributes.get('viaFacts'))) {
      const events = ofEvents.get(fact) ?? new Set();
      ofEvents.set(fact, events);
      for (const event of listOf(attributes.get('via'))) events.add(event);
    }
  }
  for (const [id, attributes] of nodes)
    for (const fact of factsOfEvidence(attributes.get('evidence'))) ofNodes.set(fact, id);
  return { edges: ofEdges, nodes: ofNodes, events: ofEvents };
}

/** The number of distinct facts. */
export function countShown({ edges, nodes, events }: ShownFacts): number {
  return edges.size + nodes.size + events.size;
}

/** Whether the writer left nothing out of the graph: else it cannot show all facts. */
export function isWhole({ file }: FoundGraph, { counts }: Manifest): boolean {
  const { facts } = file;
  return (
    facts !== undefined && facts.refused <= (counts.factsRefused ?? 0) && facts.refusedValues === undefined
  );
}

/** The number of distinct facts, by the manifest. */
export function countDifference(shown: ShownFacts, { counts }: Manifest): StatementDifference[] {
  const found = countShown(shown);
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
  for (const [id, edge] of graph.edges) {
    const says = (fact: string, { subject, predicate, object }: Core) =>
      known.has(`${statement(subject, fact)}predicate> <${predicate}> .`) &&
      known.has(`${statement(subject, fact)}object> <${base}${object}> .`);
    const cores = coresOf(edge);
    for (const fact of listOf(edge.attributes.get('facts'))) {
      if (!cores.some((core) => says(fact, core))) yield { what: `edge ${id}`, expected: fact, found };
    }
  }
  const shown = shownFacts(graph);
  for (const [fact, node] of shown.nodes) {
    if (!known.has(`${statement(node, fact)}subject> <${base}${node}> .`))
      yield { what: `node ${node}`, expected: fact, found };
  }
  for (const [fact, events] of shown.events) {
    if (![...events].some((event) => known.has(`${statement(event, fact)}subject> <${base}${event}> .`)))
      yield { what: `events ${[...events].join(', ')}`, expected: fact, found };
  }
}

/** What a fact of an edge may say. */
interface Core {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

/**
 * A fact of an edge links its ends, either way. A fact of a derived edge links the source with one of the events that
 * the edge stands for, by the first of its relations, or the target by the second.
 */
function coresOf({ source, target, attributes }: ReadEdge): readonly Core[] {
  const predicate = String(attributes.get('predicate'));
  if (String(attributes.get('derived')) !== 'true') return bothWays(source, predicate, target);
  const [first = '', second = ''] = listOf(attributes.get('viaPredicates'));
  return listOf(attributes.get('via')).flatMap((event) => [
    ...bothWays(source, first, event),
    ...bothWays(target, second, event),
  ]);
}

function bothWays(a: string, predicate: string, b: string): readonly Core[] {
  return [
    { subject: a, predicate, object: b },
    { subject: b, predicate, object: a },
  ];
}

/** Plain statements of the RDF that neither an edge nor the node of their subject shows. */
export function* plainFactsNotShown(
  shown: ShownFacts,
  { lines, base }: { readonly lines: readonly string[]; readonly base: string },
): Generator<StatementDifference> {
  for (const { fact, subject, isLiteral } of plainFactsOf(lines)) {
    const ofNode = shown.nodes.get(fact);
    const owners = [...(ofNode === undefined ? (shown.events.get(fact) ?? []) : [ofNode])];
    // An IRI can be another entity or a value: which of them, the RDF does not say.
    if (owners.some((owner) => base + owner === subject)) continue;
    if (owners.length === 0 && !isLiteral && shown.edges.has(fact)) continue;
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
