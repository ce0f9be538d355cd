import { STATUSES } from '../facts/facts.ts';
import { companionFinder } from '../graph/companions.ts';
import { known, linkTerms } from '../graph/terms.ts';
import type { AttributeColumn, GraphEdges, GraphView, PlacedGraph } from '../graph/view.ts';
import type { Knowledge, NotPlainReason } from '../knowledge/knowledge.ts';
import { radiiFor, sizesFor } from '../layout/sizes.ts';
import { looseNodes } from './loose.ts';
import {
  LEVELS_FROM,
  type PayloadEdges,
  type PayloadNodes,
  type PayloadTerm,
  type ViewerPayload,
} from './payload.ts';
import { type Places, payloadFact, payloadSource } from './payloadFacts.ts';
import { carriedFacts } from './selection.ts';
import { yearsOf } from './years.ts';

/** What the viewer shows of the facts that are not plain. */
export interface Shown {
  /** The reasons that the view of the graph includes: the page carries these facts. */
  readonly include: readonly NotPlainReason[];
  /** Those of them that are shown from the start. */
  readonly fromStart: readonly NotPlainReason[];
}

/**
 * Makes what the viewer's page carries of some knowledge and its placed graph, in which events are nodes.
 *
 * Every fact of the knowledge is among `facts` or counted in `leftOut`. The same for any order of the input.
 */
export function buildPayload(knowledge: Knowledge, graph: PlacedGraph, shown: Shown): ViewerPayload {
  const { view, placement } = graph;
  const companions = companionFinder(knowledge);
  const { facts, leftOut } = carriedFacts(knowledge, shown.include, companions);
  const places: Places = {
    knowledge,
    companions,
    node: indexOf(view.nodes.id),
    fact: indexOf(facts.map(({ id }) => id)),
    source: indexOf([...knowledge.sources.keys()]),
  };
  const years = yearsOf(knowledge, facts);
  const relations = relationTerms(knowledge, view.edges);
  const used = new Set(facts.map(({ status }) => status));
  const { title, description, language, licence, issued, creators } = knowledge.dataset;
  return {
    version: 1,
    title,
    ...(description !== undefined && { description }),
    ...(language !== undefined && { language }),
    ...(licence !== undefined && { licence }),
    creators: creators.map(({ name }) => name),
    ...(issued !== undefined && { issued }),
    layout: { algorithm: placement.algorithm, byLevels: isLarge(view) },
    classes: view.kinds.map(({ name, label, iri, colour }) => ({ name, label, iri, colour })),
    relations: relations.terms,
    statuses: STATUSES.filter((status) => used.has(status)),
    sources: [...knowledge.sources.values()].map(payloadSource),
    nodes: payloadNodes(graph, shown),
    edges: payloadEdges(view.edges, places, relations.indexOf),
    facts: facts.map((fact, i) => payloadFact(places, fact, years[i])),
    leftOut,
    shown: shown.fromStart,
  };
}

function isLarge({ nodes, edges }: GraphView): boolean {
  return edges.count > LEVELS_FROM || nodes.count > LEVELS_FROM;
}

function indexOf<Id>(ids: readonly Id[]): Map<Id, number> {
  return new Map(ids.map((id, i) => [id, i]));
}

function payloadNodes({ view, placement }: PlacedGraph, shown: Shown): PayloadNodes {
  const { nodes, kinds } = view;
  const loose = looseNodes(view);
  const kindIndex = indexOf(kinds.map(({ name }) => name));
  return {
    id: nodes.id,
    label: nodes.label,
    iri: nodes.iri,
    class: nodes.kind.map((kind) => known(kindIndex, kind)),
    x: [...placement.x],
    y: [...placement.y],
    size: [...radiiFor(nodes.count, sizesFor(degreesAtStart(view, shown)))],
    community: nodes.community ? [...nodes.community] : nodes.id.map(() => 0),
    hidden: nodes.id.map((_, node) => (loose.has(node) ? 1 : 0)),
  };
}

/** By the edges that are shown from the start, which are those of the exports: the page draws circles of the same size. */
function degreesAtStart({ nodes, edges }: GraphView, { fromStart }: Shown): Uint32Array {
  const reasons = columnOf(edges, 'notPlain');
  const degrees = new Uint32Array(nodes.count);
  for (let edge = 0; edge < edges.count; edge++) {
    const notPlain = textsOf(reasons?.values[edge]);
    if (!notPlain.every((reason) => fromStart.some((one) => one === reason))) continue;
    for (const node of [edges.source[edge] ?? 0, edges.target[edge] ?? 0]) {
      degrees[node] = (degrees[node] ?? 0) + 1;
    }
  }
  return degrees;
}

function payloadEdges(edges: GraphEdges, places: Places, relationOf: (edge: number) => number): PayloadEdges {
  const facts = columnOf(edges, 'facts');
  const notPlain = columnOf(edges, 'notPlain');
  const disputed = columnOf(edges, 'disputed');
  const all = edges.id.map((_, edge) => edge);
  return {
    id: edges.id,
    source: [...edges.source],
    target: [...edges.target],
    relation: all.map(relationOf),
    facts: all.map((edge) =>
      textsOf(facts?.values[edge]).map((id) => known<string, number>(places.fact, id)),
    ),
    plain: all.map((edge) => (notPlain?.values[edge] === undefined ? 1 : 0)),
    disputed: all.map((edge) => (disputed?.values[edge] === true ? 1 : 0)),
  };
}

function columnOf({ attributes }: GraphEdges, name: string): AttributeColumn | undefined {
  return attributes.find((column) => column.name === name);
}

function textsOf(value: AttributeColumn['values'][number]): readonly string[] {
  return typeof value === 'object' ? value : [];
}

/** The relations that edges have, by kind, then name, with the words and colours of the ontology. */
function relationTerms(
  { ontology }: Knowledge,
  { kind, predicate }: GraphEdges,
): { readonly terms: readonly PayloadTerm[]; readonly indexOf: (edge: number) => number } {
  const used = new Set(kind.map((one, edge) => keyOf(one, predicate[edge])));
  const terms = [...linkTerms(ontology).values()].filter((term) =>
    used.has(keyOf(term.kind, term.predicate)),
  );
  const index = indexOf(terms.map((term) => keyOf(term.kind, term.predicate)));
  return {
    terms: terms.map(({ kind: name, label, predicate: iri, colour, symmetric }) => ({
      name,
      label,
      iri,
      colour,
      ...(symmetric && { symmetric: 1 as const }),
    })),
    indexOf: (edge) => known(index, keyOf(kind[edge], predicate[edge])),
  };
}

/** Neither has a blank in it. */
function keyOf(kind: string | undefined, predicate: string | undefined): string {
  return `${kind} ${predicate}`;
}
