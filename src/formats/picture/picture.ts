/** Composes the picture: what stands where, in numbers and words, before any format writes it. */
import { isolated } from '../../core/bidi.ts';
import type { GraphView, PlacedGraph } from '../../graph/view.ts';
import { type Box, type Circle, Raster } from './boxes.ts';
import { pointsOn } from './curves.ts';
import { type EdgeLabel, type EdgeNames, type EdgeText, placeEdgeLabels } from './edgeLabels.ts';
import { FOOT_HEIGHT, type Frame, footOf, headOf, type Setting } from './frame.ts';
import { type Label, placeLabels } from './labels.ts';
import { legendOf } from './legend.ts';
import { createMeasure } from './measure.ts';
import { DETAILED_EDGES, type Route, routesOf } from './routes.ts';
import { boundsOf, circlesOf, fitted, type Insets, type Transform } from './scale.ts';
import { type Paper, type Sheet, sheetFor } from './sheet.ts';
import { standings } from './standing.ts';
import { inOneLine, type Words } from './words.ts';

export interface Picture {
  readonly sheet: Sheet;
  readonly width: number;
  readonly height: number;
  readonly transform: Transform;
  readonly circles: readonly Circle[];
  /** By edge; undefined for those that are not drawn. */
  readonly routes: readonly (Route | undefined)[];
  readonly labels: readonly Label[];
  readonly edgeLabels: readonly EdgeLabel[];
  readonly frame: Frame;
  readonly setting: Setting;
  /** Names of nodes, and words of edges where they were to have any, without room. */
  readonly labelsLeftOut: number;
  /** Whether edges are drawn one by one with their marks, and not as a mass. */
  readonly detailed: boolean;
}

export interface Drawable {
  readonly graph: PlacedGraph;
  readonly words: Words;
  /** 1 for what is drawn. */
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
  readonly paper: Paper;
}

/** In units. */
const MARGIN = 40;
const LEGEND_WIDTH = 232;
const LEGEND_GAP = 36;
const TALLEST = 1500;
/** No more of them carry their relation. */
const LABELLED_EDGES = 160;
const LABELLED_NODES = 120;
/** The largest scale: a few nodes do not fill the sheet. */
const LARGEST_SCALE = 1.9;

/** Composes the picture of a graph on a sheet. */
export function compose(drawable: Drawable): Picture {
  const { graph, words, paper } = drawable;
  const bounds = boundsOf(graph.placement);
  const sheet = sheetFor(paper, bounds.height > bounds.width * 1.15);
  const { unit, width } = sheet;
  const setting: Setting = { measure: createMeasure(), unit };
  const margin = MARGIN * unit;
  const inner = { x: margin, width: width - 2 * margin };
  const head = headOf(graph.view, words, { ...inner, y: margin }, setting);
  const top = margin + head.height + 14 * unit;
  const fixed = sheet.height === undefined ? undefined : sheet.height - top - margin - FOOT_HEIGHT * unit;
  const legend = legendOf(
    graph.view,
    words,
    {
      x: width - margin - LEGEND_WIDTH * unit,
      y: top,
      width: LEGEND_WIDTH * unit,
      rows: Math.floor((fixed ?? 1100 * unit) / (21 * unit)) - 3,
    },
    setting,
  );
  const area: Box = {
    x: margin,
    y: top,
    width: inner.width - (LEGEND_WIDTH + LEGEND_GAP) * unit,
    height: fixed ?? TALLEST * unit,
  };
  const drawn = draw(drawable, {
    area,
    bounds,
    setting,
    least: fixed === undefined ? legend.height : undefined,
  });
  const named = count(drawable.nodes, (i) => words.drawn(i) !== '');
  const edges = wordless(drawable, drawn);
  const leftOut = { named, nodeLabels: named - drawn.labels.length, ...edges };
  const bottom = top + drawn.height + 16 * unit;
  const foot = footOf(graph.view, words, { ...inner, y: bottom, leftOut }, setting);
  const frame = {
    lines: [...head.lines, ...legend.lines, ...foot.lines],
    signs: legend.signs,
    height: foot.height,
  };
  return {
    ...drawn,
    sheet,
    width,
    height: sheet.height ?? Math.ceil(bottom + foot.height + margin * 0.6),
    frame,
    setting,
    labelsLeftOut: leftOut.nodeLabels + leftOut.must.length + leftOut.edges.length,
    detailed: graph.view.nodes.count > 0 && graph.view.edges.count <= DETAILED_EDGES,
  };
}

interface Drawn extends Pick<Picture, 'transform' | 'circles' | 'routes' | 'labels' | 'edgeLabels'> {
  readonly height: number;
  /** How many edges have the words that have to be shown with them. */
  readonly must: number;
}

interface Ground {
  readonly area: Box;
  readonly bounds: Box;
  readonly setting: Setting;
  /** Where the height may follow from what is drawn: its least. */
  readonly least: number | undefined;
}

/**
 * Draws the graph as large as its names allow: how far these reach beyond the nodes is known only when they are placed,
 * so that it is drawn up to three times.
 */
function draw(drawable: Drawable, { area, bounds, setting, least }: Ground): Drawn {
  const { unit } = setting;
  const small = drawable.nodes.length <= 300;
  let insets: Insets = small
    ? { left: 110 * unit, right: 110 * unit, top: 34 * unit, bottom: 40 * unit }
    : { left: 30 * unit, right: 30 * unit, top: 24 * unit, bottom: 24 * unit };
  let drawn: Drawn | undefined;
  for (let round = 0; round < (small ? 3 : 1); round++) {
    const held =
      least === undefined ? area : { ...area, height: heightFor(area, { bounds, insets, unit, least }) };
    const next = drawOnce(drawable, { area: held, bounds, setting, insets });
    // A larger scale can cost a name its room.
    if (drawn && (next.labels.length < drawn.labels.length || next.must < drawn.must)) break;
    drawn = next;
    insets = reachOf(drawn, unit);
  }
  if (!drawn) throw new TypeError('nothing was drawn');
  return drawn;
}

/** The height that the graph needs at the scale that its width allows. */
function heightFor(
  { width, height }: Box,
  { bounds, insets, unit, least }: { bounds: Box; insets: Insets; unit: number; least: number },
): number {
  const k = Math.min(
    LARGEST_SCALE * unit,
    (width - insets.left - insets.right) / Math.max(bounds.width, 1e-9),
  );
  return Math.min(height, Math.max(least, k * bounds.height + insets.top + insets.bottom));
}

function drawOnce(
  drawable: Drawable,
  { area, bounds, setting, insets }: Omit<Ground, 'least'> & { insets: Insets },
): Drawn {
  const { graph, words, edges: drawnEdges, nodes: drawnNodes } = drawable;
  const { view, placement } = graph;
  const { unit, measure } = setting;
  const transform = fitted(bounds, area, { insets, most: LARGEST_SCALE * unit });
  const circles = circlesOf(placement, transform, unit);
  const routes = routesOf(view.edges, { circles, drawn: drawnEdges, area, unit });
  const edges = new Raster(area, 4 * unit);
  for (const route of routes)
    if (route) {
      for (const { x, y } of pointsOn(route.curve, 4 * unit)) edges.add(x, y);
      for (const { x, y } of route.head ?? []) edges.add(x, y);
    }
  const texts = view.nodes.label.map((_, i) => (drawnNodes[i] ? words.drawn(i) || undefined : undefined));
  const names: EdgeNames = { routes, texts: [], circles, taken: [], area, measure, unit };
  const worded = isLabelled(drawable) ? edgeTexts(view, words) : [];
  // What has to be shown comes before what may be left out.
  const must = placeEdgeLabels({
    ...names,
    texts: worded.map((text) => (text.beside === '' ? undefined : text)),
  });
  const taken = must.flatMap(({ boxes }) => boxes);
  const labels = placeLabels({ circles, texts, order: importance(graph), area, edges, taken, measure, unit });
  const others = placeEdgeLabels({
    ...names,
    texts: worded.map((text) => (text.beside === '' ? text : undefined)),
    taken: [...taken, ...labels.map(({ box }) => box)],
  });
  const edgeLabels = [...must, ...others].sort((a, b) => a.edge - b.edge);
  return { transform, circles, routes, labels, edgeLabels, must: must.length, height: area.height };
}

function isLabelled({ nodes, edges }: Pick<Drawable, 'nodes' | 'edges'>): boolean {
  return nodes.length <= LABELLED_NODES && edges.length <= LABELLED_EDGES;
}

/** By edge. */
function edgeTexts({ edges }: GraphView, words: Words): EdgeText[] {
  const standing = standings(edges);
  const legal = (text: string | undefined) => inOneLine(words.legal(text) ?? '');
  return edges.label.map((label, edge) => ({
    relation: legal(label),
    beside: standing(edge).showWith.map(legal).join(', '),
  }));
}

/**
 * The edges without words, as sentences: those with what has to be shown, and others where they were to have words.
 */
function wordless(
  { graph, words, edges, nodes }: Drawable,
  { edgeLabels }: Drawn,
): { readonly must: string[]; readonly edges: string[] } {
  const { source, target } = graph.view.edges;
  const has = new Set(edgeLabels.map(({ edge }) => edge));
  const texts = edgeTexts(graph.view, words);
  const left = [...texts.entries()].filter(([edge]) => edges[edge] && !has.has(edge));
  const sentence = ([edge, { relation, beside }]: readonly [number, EdgeText]) => {
    const ends = [source[edge], target[edge]].map((node) => isolated(words.drawn(node ?? -1)));
    return `${ends[0]} ${relation} ${ends[1]}${beside === '' ? '' : ` (${isolated(beside)})`}`;
  };
  const others = isLabelled({ nodes, edges }) ? left.filter(([, { beside }]) => beside === '') : [];
  return { must: left.filter(([, { beside }]) => beside !== '').map(sentence), edges: others.map(sentence) };
}

/** The nodes by size, then degree, then in the order of the view. */
function importance({ view: { nodes }, placement }: PlacedGraph): number[] {
  const size = (i: number) => placement.size?.[i] ?? 0;
  const degree = (i: number) => nodes.degree[i] ?? 0;
  return Array.from({ length: nodes.count }, (_, i) => i).sort(
    (a, b) => size(b) - size(a) || degree(b) - degree(a) || a - b,
  );
}

/** How far names, loops and circles reach beyond the centres of the outermost nodes. */
function reachOf({ circles, labels, routes }: Drawn, unit: number): Insets {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  const include = (x: number, y: number) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const { x, y, r } of circles) {
    include(x - r, y - r);
    include(x + r, y + r);
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  for (const { box } of labels) {
    include(box.x, box.y);
    include(box.x + box.width, box.y + box.height);
  }
  for (const route of routes)
    if (route && !route.straight) for (const { x, y } of pointsOn(route.curve, 12 * unit)) include(x, y);
  if (west > east) return { left: 0, right: 0, top: 0, bottom: 0 };
  const gap = 4 * unit;
  return {
    left: west - left + gap,
    right: right - east + gap,
    top: north - top + gap,
    bottom: bottom - south + gap,
  };
}

function count(flags: Uint8Array, holds: (index: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < flags.length; i++) if (flags[i] && holds(i)) found++;
  return found;
}
