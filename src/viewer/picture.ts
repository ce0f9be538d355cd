import { view } from '../graph/build.ts';
import type { ViewOptions } from '../graph/options.ts';
import type { GraphView, PlacedGraph } from '../graph/view.ts';
import type { Knowledge, NotPlainReason } from '../knowledge/knowledge.ts';
import { type ArrangeOptions, arrange } from '../layout/arrange.ts';
import type { EarlierPicture } from '../layout/continuity.ts';
import { type EarlierLayout, keepLayout } from '../layout/keep.ts';
import { looseNodes } from './loose.ts';

/** How the viewer's graph is made. */
export interface PictureOptions {
  readonly include: readonly NotPlainReason[];
  /** The view of the graph exports. */
  readonly view: ViewOptions;
  readonly layout: ArrangeOptions;
  /** The layout of the graph exports, where there are any. */
  readonly exported: EarlierLayout | undefined;
}

/**
 * The graph of the viewer: events as nodes, with the edges that are not plain, and with communities.
 *
 * Nodes stand where the exports have them, or would have them; those that only edges that are not plain lead to lie
 * apart there, so they get places beside their neighbours.
 */
export function pictureOf(knowledge: Knowledge, options: PictureOptions): PlacedGraph {
  const { include, layout } = options;
  const { parallel } = options.view;
  const graph = view(knowledge, { include, parallel, events: 'nodes', communities: true });
  const base = layoutOfExports(knowledge, options);
  const kept = keepLayout(graph, base);
  const loose = looseNodes(graph);
  if ('placement' in kept && (loose.size === 0 || layout.engine === 'none')) return kept;
  const earlier = earlierWithout(graph, base, loose);
  const placed = arrange(graph, { ...layout, earlier });
  return standing(placed, earlier);
}

/** Their own where it knows all entities; else what the next build would make of it, or without it. */
function layoutOfExports(
  knowledge: Knowledge,
  { view: options, layout, exported }: PictureOptions,
): EarlierLayout {
  if (exported && [...knowledge.entities.keys()].every((id) => exported.positions.has(id))) return exported;
  const graph = view(knowledge, { ...options, communities: false });
  const kept = exported && keepLayout(graph, exported);
  if (kept && 'placement' in kept) return exported;
  return layoutOf(arrange(graph, exported ? { ...layout, earlier: exported } : layout));
}

function layoutOf({ view: { nodes }, placement }: PlacedGraph): EarlierLayout {
  const { x, y, algorithm, seed, iterations } = placement;
  const positions = new Map<string, readonly [number, number]>(
    nodes.id.map((id, i) => [id, [x[i] ?? 0, y[i] ?? 0]]),
  );
  return { positions, links: [], algorithm, seed, iterations };
}

/** The picture before loose nodes came: with all other links of the graph, so that nothing else counts as a change. */
function earlierWithout(
  { nodes, edges }: GraphView,
  base: EarlierLayout,
  loose: ReadonlySet<number>,
): EarlierPicture {
  const positions = new Map(base.positions);
  for (const node of loose) positions.delete(nodes.id[node] ?? '');
  const links: (readonly [string, string])[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const [from, to] = [nodes.id[edges.source[edge] ?? 0] ?? '', nodes.id[edges.target[edge] ?? 0] ?? ''];
    if (positions.has(from) && positions.has(to)) links.push([from, to]);
  }
  return { positions, links };
}

/** Puts what had a place back to it exactly: making room for others may have moved it. */
function standing({ view: graph, placement }: PlacedGraph, { positions }: EarlierPicture): PlacedGraph {
  const at = (axis: 0 | 1, values: Float64Array) =>
    values.map((value, i) => positions.get(graph.nodes.id[i] ?? '')?.[axis] ?? value);
  return { view: graph, placement: { ...placement, x: at(0, placement.x), y: at(1, placement.y) } };
}
