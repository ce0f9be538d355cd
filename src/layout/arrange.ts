import { type Links, project } from '../graph/projection.ts';
import type { GraphNodes, GraphView, PlacedGraph, Placement } from '../graph/view.ts';
import { type Component, componentsOf } from './components.ts';
import {
  type Earlier,
  type EarlierComponent,
  type EarlierPicture,
  earlierOf,
  movementOf,
  type Places,
} from './continuity.ts';
import { ENGINES, type EngineName, FORCE_ENGINE } from './engines.ts';
import type { ForceEngine } from './forces/forces.ts';
import { drawnIn, INNER, ROUNDING_GAP, scaleToFrame, toFrame } from './frame.ts';
import type { LevelSettled } from './levels.ts';
import { type Circles, countOverlaps, removeOverlap } from './overlap.ts';
import { type Piece, packPieces } from './pack.ts';
import { placeComponent } from './placeComponent.ts';
import { centred, type Positions, translated } from './positions.ts';
import { DEFAULT_PROFILE, PROFILE, PROFILES, type ProfileName } from './profiles.ts';
import { spiral } from './seed.ts';
import { areaWith, gapFor, radiiFor, sizesFor } from './sizes.ts';

/** Circles times rounds of pushing after each drawing in. */
const WORK = 1_000_000;
const MOST_FITTINGS = 20;

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
  /** Hears how far the forces are, from 0 to 1: the result does not depend on it. */
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
 * Deterministic. No two circles overlap as long as the frame has room to push them apart: up to some tens of
 * thousands of linked nodes; of 100,000 some still do.
 */
export function arrange(view: GraphView, options: ArrangeOptions): PlacedGraph {
  return { view, placement: place(view, options) };
}

/** As {@link arrange}, for the parts of a graph that a layout looks at. */
export function place(graph: LayoutGraph, options: ArrangeOptions): Placement {
  checkOptions(options);
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
  const whole = Number.isSafeInteger(seed) && Number.isSafeInteger(iterations) && iterations >= 0;
  if (!known || !whole)
    throw new RangeError(`no layout for ${JSON.stringify({ seed, iterations, engine, profile })}`);
}

interface Settled extends Pick<Placement, 'algorithm' | 'iterations'> {
  readonly positions: Positions;
  /** Where an earlier picture has the nodes. */
  readonly places?: Places | undefined;
}

function onSpiral(radii: Float64Array, seed: number): Settled {
  const largest = radii.reduce((most, radius) => Math.max(most, radius), 0);
  const positions = spiral(radii.length, 2 * largest + gapFor(radii), seed);
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

/** What exports call the way of placing: the forces, by whom, by levels or not, from which start. */
function nameOf({ engine, profile = DEFAULT_PROFILE, earlier }: ArrangeOptions, levels: number): string {
  return [
    ...(earlier ? ['continued'] : []),
    ...(levels > 1 ? ['multilevel'] : []),
    ...(engine === 'graphology' ? ['graphology'] : []),
    PROFILE[profile].algorithm,
  ].join('-');
}

interface Plan {
  readonly options: ArrangeOptions;
  readonly engine: ForceEngine;
  readonly earlier: Earlier | undefined;
}

interface PlacedComponent {
  readonly component: Component;
  readonly positions: Positions;
  /** Where an earlier picture has it: then it is not packed anew. */
  readonly earlier: EarlierComponent | undefined;
}

/** Each component on its own, then all of them packed; `iterations` are those of the largest. */
function placeAll(components: readonly Component[], radii: Float64Array, plan: Plan): LevelSettled {
  const { options, engine, earlier } = plan;
  const gap = gapFor(radii);
  const whole = areaWith(radii, gap);
  const progress = progressOf(components, options.progress);
  let [iterations, levels] = [0, 1];
  const placed = components.map((component, c): PlacedComponent => {
    const own = Float64Array.from(component.members, (node) => radii[node] ?? 0);
    const known = earlier?.of(component);
    const settled = placeComponent(component, {
      seed: options.seed,
      engine,
      profile: PROFILE[options.profile ?? DEFAULT_PROFILE],
      iterations: options.iterations,
      circles: { radii: own, gap },
      // To each side as much of the frame as its part of all circles' area asks for, less what pushing may add.
      limit: 0.97 * INNER * Math.sqrt(areaWith(own, gap) / whole),
      earlier: known,
      progress: progress?.(c),
    });
    if (c === 0) ({ iterations, levels } = settled);
    return { component, positions: settled.positions, earlier: known };
  });
  return { positions: packed(placed, radii, gap), iterations, levels };
}

/** The part of all the work that a part of one component's is. */
function progressOf(
  components: readonly Component[],
  tell: ((part: number) => void) | undefined,
): ((component: number) => (part: number) => void) | undefined {
  if (!tell) return undefined;
  const ends: number[] = [];
  let total = 0;
  for (const { count } of components) {
    total += count;
    ends.push(total);
  }
  return (component) => {
    const before = component === 0 ? 0 : (ends[component - 1] ?? 0);
    const own = (ends[component] ?? 0) - before;
    return (part) => tell((before + part * own) / total);
  };
}

/** All components close together; those of an earlier picture keep their places, and the others lie around them. */
function packed(placed: readonly PlacedComponent[], radii: Float64Array, gap: number): Positions {
  const standing = placed.filter(({ earlier }) => earlier !== undefined);
  const others = placed.filter(({ earlier }) => earlier === undefined);
  const stands = standing.length > 0;
  const pieces = [
    ...(stands ? [pushedApart(standing, joined(standing, radii), gap)] : []),
    ...others.map((one) => joined([one], radii)),
  ];
  const offsets = packPieces(pieces, gap);
  const [left, down] = stands ? [offsets.x[0] ?? 0, offsets.y[0] ?? 0] : [0, 0];
  const x = new Float64Array(radii.length);
  const y = new Float64Array(radii.length);
  pieces.forEach(({ nodes, positions }, p) => {
    const at = translated(positions, (offsets.x[p] ?? 0) - left, (offsets.y[p] ?? 0) - down);
    nodes.forEach((node, i) => {
      x[node] = at.x[i] ?? 0;
      y[node] = at.y[i] ?? 0;
    });
  });
  return { x, y };
}

interface Part extends Piece {
  /** The node of the whole graph at each place. */
  readonly nodes: Uint32Array;
}

/** Components that keep their places to each other, as one piece. */
function joined(group: readonly PlacedComponent[], radii: Float64Array): Part {
  const count = group.reduce((sum, { component }) => sum + component.count, 0);
  const pairs = group.reduce((sum, { component }) => sum + component.source.length, 0);
  const nodes = new Uint32Array(count);
  const positions = { x: new Float64Array(count), y: new Float64Array(count) };
  const [source, target] = [new Uint32Array(pairs), new Uint32Array(pairs)];
  let [node, pair] = [0, 0];
  for (const { component, positions: own } of group) {
    nodes.set(component.members, node);
    positions.x.set(own.x, node);
    positions.y.set(own.y, node);
    const first = node;
    source.set(
      component.source.map((end) => end + first),
      pair,
    );
    target.set(
      component.target.map((end) => end + first),
      pair,
    );
    node += component.count;
    pair += component.source.length;
  }
  return { nodes, positions, radii: Float64Array.from(nodes, (at) => radii[at] ?? 0), source, target };
}

/** New circles find room between those that stand, which hardly give way; if there is none, all are spread. */
function pushedApart(standing: readonly PlacedComponent[], part: Part, gap: number): Part {
  const mobility = standing.flatMap(({ earlier }) => [...(earlier?.mobility ?? [])]);
  const circles = {
    radii: part.radii.map((radius, i) => radius + (mobility[i] === 1 ? gap : 0)),
    gap: ROUNDING_GAP,
    // What may not move is as good as a rock.
    inertia: Float64Array.from(mobility, (share) => (share === 0 ? 1e6 : 1 / share)),
  };
  const inPlace = removeOverlap(part.positions, circles, { rounds: 100, spreadEvery: 0 });
  return { ...part, positions: removeOverlap(inPlace, circles) };
}

/** Draws in what reaches beyond the frame and pushes apart again what then overlaps; sizes stay as they are. */
function fitted(positions: Positions, radii: Float64Array): Positions {
  const circles = { radii, gap: ROUNDING_GAP };
  const rounds = Math.max(1, Math.min(60, Math.floor(WORK / Math.max(radii.length, 1))));
  const fittings = Math.max(2, Math.min(MOST_FITTINGS, Math.floor((4 * WORK) / (rounds * radii.length))));
  let current = centred(positions);
  for (let round = 0; round < fittings && !fits(current, circles); round++)
    current = centred(removeOverlap(drawnIn(current), circles, { rounds, spreadEvery: 0 }));
  return current;
}

function fits(positions: Positions, { radii, gap }: Circles): boolean {
  return scaleToFrame(positions) === 1 && countOverlaps(positions, radii, gap) === 0;
}
