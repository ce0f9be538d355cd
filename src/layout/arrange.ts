import { type Links, project } from '../graph/projection.ts';
import type { GraphNodes, GraphView, PlacedGraph, Placement } from '../graph/view.ts';
import { componentsOf } from './components.ts';
import { type EarlierPicture, earlierOf } from './continuity.ts';
import { ENGINES, type EngineName, FORCE_ENGINE } from './engines.ts';
import { fitted } from './fit.ts';
import type { ForceEngine } from './forces/forces.ts';
import { toFrame } from './frame.ts';
import { movementOf } from './movement.ts';
import { placeAll } from './placeAll.ts';
import type { Places } from './places.ts';
import type { Positions } from './positions.ts';
import { DEFAULT_PROFILE, PROFILE, PROFILES, type ProfileName } from './profiles.ts';
import { spiral } from './seed.ts';
import { gapFor, radiiFor, sizesFor } from './sizes.ts';

export interface ArrangeOptions {
  /** Breaks symmetries; the same seed gives the same picture. */
  readonly seed: number;
  /** Steps of the forces in every component; by default as many as they need to rest. */
  readonly iterations?: number;
  readonly engine: EngineName;
  /** What the picture is to show; `communities` by default. */
  readonly profile?: ProfileName;
  /** An earlier picture of much the same graph: its nodes stay where they were, but near what has changed. */
  readonly earlier?: EarlierPicture;
  /** Hears how far the forces are, from 0 to 1, never falling and at last 1: the result does not depend on it. */
  readonly progress?: (part: number) => void;
}

/** What a layout looks at; the ids only to find nodes in an earlier picture. */
export interface LayoutGraph {
  readonly nodes: Pick<GraphNodes, 'count' | 'degree' | 'id'>;
  readonly edges: Links;
}

/**
 * Places the nodes: each connected component on its own, then all components close together, in one frame.
 *
 * Components → start positions → forces → room for the circles → overlap removed → turned → packed → frame.
 * The name of the algorithm and the iterations in the placement are those of the largest component; others may take
 * more steps or fewer, and only those above 1,500 nodes go by levels.
 * Deterministic. No two circles overlap as long as the frame has room to push them apart: up to some tens of
 * thousands of linked nodes; of 100,000 some still do.
 */
export function arrange(view: GraphView, options: ArrangeOptions): PlacedGraph {
  return { view, placement: place(view, options) };
}

/** As {@link arrange}, for the parts of a graph that a layout looks at. */
export function place(graph: LayoutGraph, options: ArrangeOptions): Placement {
  checkOptions(options);
  checkGraph(graph);
  const { count, degree } = graph.nodes;
  const size = sizesFor(degree);
  const radii = radiiFor(count, size);
  const { positions, places, ...how } =
    options.engine === 'none'
      ? onSpiral(radii, options.seed)
      : settled(graph, radii, { options, engine: FORCE_ENGINE[options.engine] });
  const { x, y } = toFrame(positions);
  const movement = places && movementOf(places, { x, y });
  return { x, y, size, seed: options.seed, ...how, ...(movement && { movement }) };
}

/** Throws a RangeError for options that no settings can hold. */
function checkOptions({ seed, iterations = 0, engine, profile = DEFAULT_PROFILE }: ArrangeOptions): void {
  const known = ENGINES.includes(engine) && PROFILES.includes(profile);
  const whole = [seed, iterations].every((value) => Number.isSafeInteger(value) && value >= 0);
  if (!known || !whole)
    throw new RangeError(
      `no layout for seed ${seed}, iterations ${iterations}, engine ${engine}, profile ${profile}`,
    );
}

/** Throws a RangeError for an edge of a node that is not there, and for a degree that is no number. */
function checkGraph({ nodes: { count, degree }, edges }: LayoutGraph): void {
  const odd = degree.findIndex((value) => !Number.isFinite(value) || value < 0);
  if (odd >= 0 || degree.length !== count)
    throw new RangeError(
      odd >= 0 ? `node ${odd} has the degree ${degree[odd]}` : `${degree.length} degrees of ${count} nodes`,
    );
  const isNode = (end: number | undefined) =>
    end !== undefined && Number.isInteger(end) && end >= 0 && end < count;
  for (let edge = 0; edge < edges.count; edge++) {
    const [source, target] = [edges.source[edge], edges.target[edge]];
    if (!isNode(source) || !isNode(target))
      throw new RangeError(
        `edge ${edge} leads from node ${source} to node ${target}, and there are ${count}`,
      );
  }
}

interface Settled extends Pick<Placement, 'algorithm' | 'iterations'> {
  readonly positions: Positions;
  /** Where an earlier picture has the nodes. */
  readonly places?: Places | undefined;
}

function onSpiral(radii: Float64Array, seed: number): Settled {
  const largest = radii.reduce((most, radius) => Math.max(most, radius), 0);
  // Neighbours on the spiral come a little nearer than its spacing.
  const positions = spiral(radii.length, 1.16 * (2 * largest + gapFor(radii)), seed);
  return { positions, algorithm: 'spiral', iterations: 0 };
}

function settled(
  { nodes, edges }: LayoutGraph,
  radii: Float64Array,
  { options, engine }: { readonly options: ArrangeOptions; readonly engine: ForceEngine },
): Settled {
  const projection = project(nodes.count, edges);
  const earlier = options.earlier && earlierOf(options.earlier, nodes.id, projection);
  const placed = placeAll(componentsOf(projection), radii, { options, engine, earlier });
  const positions = fitted(placed.positions, radii);
  return {
    positions,
    algorithm: nameOf(options, placed.levels),
    iterations: placed.iterations,
    places: earlier?.places,
  };
}

/** What exports call the way in which the largest component was placed: the forces, by whom, by levels or not, from which start. */
function nameOf({ engine, profile = DEFAULT_PROFILE, earlier }: ArrangeOptions, levels: number): string {
  return [
    ...(earlier ? ['continued'] : []),
    ...(levels > 1 ? ['multilevel'] : []),
    ...(engine === 'graphology' ? ['graphology'] : []),
    PROFILE[profile].algorithm,
  ].join('-');
}
