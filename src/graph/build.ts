import type { Knowledge } from '../knowledge/knowledge.ts';
import { buildEdges } from './edges.ts';
import { type EventNotes, type Flattening, flattenEvents } from './flatten.ts';
import { kindsLegend, relationsLegend } from './legend.ts';
import { communities, degrees } from './measures.ts';
import { buildNodes } from './nodes.ts';
import { DEFAULT_VIEW_OPTIONS, type ViewOptions } from './options.ts';
import { type Selection, selectFacts } from './select.ts';
import { sourceNotes } from './sources.ts';
import type { GraphView } from './view.ts';

/**
 * The graph view of the knowledge: every entity a node, the facts of the view edges and node attributes. With
 * `events: 'flattened'`, derived edges stand in the place of events where they can (see `flattenEvents`).
 *
 * The same for any order of entities and facts. Linear but for the sorting of edges.
 */
export function view(knowledge: Knowledge, options: Partial<ViewOptions> = {}): GraphView {
  const chosen = { ...DEFAULT_VIEW_OPTIONS, ...options };
  const selection = selectFacts(knowledge, chosen.include);
  const { links, literals, events, notes } = arranged(knowledge, selection, chosen.events);
  const nodes = buildNodes(knowledge, { literals, without: new Set(events.map(({ entity }) => entity.id)) });
  const nodeIndex = new Map(nodes.id.map((id, i) => [id, i]));
  const { parallel } = chosen;
  const edges = buildEdges({ knowledge, links, events, nodeIds: nodes.id, nodeIndex, parallel });
  return {
    dataset: knowledge.dataset,
    nodes: {
      ...nodes,
      ...degrees(nodes.count, edges),
      community: chosen.communities ? communities(nodes.count, edges) : undefined,
    },
    edges,
    sources: sourceNotes(knowledge),
    kinds: kindsLegend(knowledge, nodes.kind),
    relations: relationsLegend(edges),
    facts: { written: selection.written, outside: selection.outside },
    ...(notes && { events: notes }),
  };
}

/** The facts of the view by what shows them: edges of their own, nodes, or the edges in the place of an event. */
function arranged(
  knowledge: Knowledge,
  { links, literals }: Selection,
  events: ViewOptions['events'],
): Omit<Flattening, 'notes'> & { readonly notes: EventNotes | undefined } {
  if (events === 'flattened') return flattenEvents(knowledge, { links, literals });
  return { links, literals, events: [], notes: undefined };
}
