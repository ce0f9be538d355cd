import type { Knowledge } from '../knowledge/knowledge.ts';
import { buildEdges } from './edges.ts';
import { kindsLegend, relationsLegend } from './legend.ts';
import { communities, degrees } from './measures.ts';
import { buildNodes } from './nodes.ts';
import { DEFAULT_VIEW_OPTIONS, type ViewOptions } from './options.ts';
import { selectFacts } from './select.ts';
import { sourceNotes } from './sources.ts';
import type { GraphView } from './view.ts';

/**
 * The graph view of the knowledge: every entity a node, the facts of the view edges and node attributes.
 *
 * The same for any order of entities and facts. Linear but for the sorting of edges.
 */
export function view(knowledge: Knowledge, options: Partial<ViewOptions> = {}): GraphView {
  const { include, parallel, communities: grouped } = { ...DEFAULT_VIEW_OPTIONS, ...options };
  const { links, literals, written, outside } = selectFacts(knowledge, include);
  const nodes = buildNodes(knowledge, literals);
  const nodeIndex = new Map(nodes.id.map((id, i) => [id, i]));
  const edges = buildEdges({ knowledge, links, nodeIds: nodes.id, nodeIndex, parallel });
  return {
    dataset: knowledge.dataset,
    nodes: {
      ...nodes,
      ...degrees(nodes.count, edges),
      community: grouped ? communities(nodes.count, edges) : undefined,
    },
    edges,
    sources: sourceNotes(knowledge),
    kinds: kindsLegend(knowledge, nodes.kind),
    relations: relationsLegend(edges),
    facts: { written, outside },
  };
}
