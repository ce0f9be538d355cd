/** What the filters let through. An edge shows with one fact that passes them all; a node with one such edge. */
import { type Model, otherEnd } from './model.ts';
import { type Filter, startFilter } from './state.ts';

export interface Visible {
  /** 1 for shown. */
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Shown nodes by class, shown edges by relation. */
  readonly byClass: Uint32Array;
  readonly byRelation: Uint32Array;
}

export function toVisible(model: Model, filter: Filter): Visible {
  const { payload } = model;
  const pass = passingFacts(model, filter);
  const edges = new Uint8Array(model.edgeCount);
  const touched = new Uint8Array(model.nodeCount);
  const byRelation = new Uint32Array(payload.relations.length);
  const classShown = (node: number) => !filter.hiddenClasses.has(payload.nodes.class[node] ?? -1);
  let edgeCount = 0;
  for (let edge = 0; edge < model.edgeCount; edge += 1) {
    const relation = payload.edges.relation[edge] ?? -1;
    if (filter.hiddenRelations.has(relation)) continue;
    const source = payload.edges.source[edge] ?? 0;
    const target = otherEnd(model, edge, source);
    if (!classShown(source) || !classShown(target)) continue;
    if (!(payload.edges.facts[edge] ?? []).some((fact) => pass[fact] === 1)) continue;
    edges[edge] = 1;
    touched[source] = 1;
    touched[target] = 1;
    byRelation[relation] = (byRelation[relation] ?? 0) + 1;
    edgeCount += 1;
  }
  return { edges, edgeCount, byRelation, ...visibleNodes({ model, filter, touched }) };
}

/** A node without an edge stays while nothing but classes is filtered, unless only facts that are not plain lead to it. */
function visibleNodes({ model, filter, touched }: { model: Model; filter: Filter; touched: Uint8Array }) {
  const { payload } = model;
  const loose = !narrowsEdges(model, filter);
  const nodes = new Uint8Array(model.nodeCount);
  const byClass = new Uint32Array(payload.classes.length);
  let nodeCount = 0;
  for (let node = 0; node < model.nodeCount; node += 1) {
    const kind = payload.nodes.class[node] ?? -1;
    const alone = loose && payload.nodes.hidden[node] === 0;
    if (filter.hiddenClasses.has(kind) || (touched[node] === 0 && !alone)) continue;
    nodes[node] = 1;
    nodeCount += 1;
    byClass[kind] = (byClass[kind] ?? 0) + 1;
  }
  return { nodes, nodeCount, byClass };
}

/** How many edges the filter hides for how all of their facts stand. */
export function edgesOffByStanding({ payload, standingOf }: Model, { hiddenStandings }: Filter): number {
  const isOff = (fact: number) => hiddenStandings.has(standingOf[fact] ?? 0);
  return payload.edges.facts.filter((facts) => facts.every(isOff)).length;
}

/** Whether the filter hides an edge that the start shows. */
function narrowsEdges(model: Model, filter: Filter): boolean {
  const start = startFilter(model);
  return (
    filter.hiddenRelations.size > 0 ||
    filter.hiddenSources.size > 0 ||
    filter.years !== undefined ||
    !filter.undated ||
    [...filter.hiddenStandings].some((index) => !start.hiddenStandings.has(index))
  );
}

/** Whether the filter is not that of the start. */
export function isFiltered(model: Model, filter: Filter): boolean {
  return (
    narrowsEdges(model, filter) ||
    filter.hiddenClasses.size > 0 ||
    filter.hiddenStandings.size !== startFilter(model).hiddenStandings.size
  );
}

function passingFacts({ payload, standingOf }: Model, filter: Filter): Uint8Array {
  const { years, undated, hiddenSources, hiddenStandings } = filter;
  return Uint8Array.from(payload.facts, (fact, index) => {
    if (hiddenStandings.has(standingOf[index] ?? 0)) return 0;
    if (hiddenSources.size > 0 && fact.evidence.every(({ source }) => hiddenSources.has(source))) return 0;
    if (fact.years === undefined) return undated ? 1 : 0;
    return years === undefined || (fact.years[0] <= years[1] && fact.years[1] >= years[0]) ? 1 : 0;
  });
}
