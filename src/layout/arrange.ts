import { project } from '../graph/projection.ts';
import type { GraphView, PlacedGraph } from '../graph/view.ts';
import { type Component, componentsOf } from './components.ts';
import { forceAtlas2Positions, iterationsFor } from './forceatlas2.ts';
import { drawnIn, ROUNDING_GAP, scaleToFrame, toFrame } from './frame.ts';
import { removeOverlap } from './overlap.ts';
import { type Piece, packPieces } from './pack.ts';
import { unfold } from './pivots.ts';
import { centred, type Positions } from './positions.ts';
import { spiral } from './seed.ts';
import { gapFor, radiiFor, sizesFor } from './sizes.ts';
import { spreadToSizes } from './spread.ts';

export interface ArrangeOptions {
  /** Turns and breaks symmetries; the same seed gives the same picture. */
  readonly seed: number;
  /** Steps of the forces for every component; by default fewer the larger it is. */
  readonly iterations?: number;
  /** `none` puts all nodes on one spiral by id: linear, and good enough to look at attributes. */
  readonly engine: 'forceatlas2' | 'none';
}

/**
 * Places the nodes: each connected component on its own, then all components close together, in one frame.
 *
 * Deterministic. No two circles overlap as long as the frame has room to push them apart: up to some tens of
 * thousands of linked nodes; of 100,000 some still do.
 */
export function arrange(view: GraphView, options: ArrangeOptions): PlacedGraph {
  const { nodes } = view;
  const size = sizesFor(nodes.degree);
  const radii = radiiFor(nodes.count, size);
  const { seed } = options;
  if (options.engine === 'none') {
    const largest = radii.reduce((most, radius) => Math.max(most, radius), 0);
    const { x, y } = toFrame(spiral(nodes.count, 2 * largest + gapFor(radii), seed));
    return { view, placement: { x, y, size, algorithm: 'spiral', seed, iterations: 0 } };
  }
  const components = componentsOf(project(nodes.count, view.edges));
  const { x, y } = toFrame(placeComponents(components, radii, options));
  const iterations = iterationsOf(components[0], options);
  return { view, placement: { x, y, size, algorithm: 'forceatlas2', seed, iterations } };
}

/** Each component on its own, then all of them packed and fitted into the frame. */
function placeComponents(
  components: readonly Component[],
  radii: Float64Array,
  options: ArrangeOptions,
): Positions {
  const gap = gapFor(radii);
  const pieces = components.map((component): Piece => {
    const own = Float64Array.from(component.members, (node) => radii[node] ?? 0);
    const positions = placeComponent(component, { radii: own, gap }, options);
    return { positions, radii: own, source: component.source, target: component.target };
  });
  const together = joined(components, pieces, packPieces(pieces, gap));
  return fitted(together, radii);
}

interface Circles {
  readonly radii: Float64Array;
  readonly gap: number;
}

function placeComponent(component: Component, circles: Circles, options: ArrangeOptions): Positions {
  const count = component.members.length;
  if (count <= 2) return sideBySide(circles);
  const start = spiral(count, 1, options.seed);
  const settled = settle(component, start, options);
  return removeOverlap(spreadToSizes(settled, circles.radii, circles.gap), circles);
}

/** One node, or two in a row: all such pieces have one shape and pack well. */
function sideBySide({ radii, gap }: Circles): Positions {
  const [first = 0, second] = radii;
  const x = second === undefined ? [0] : [0, (first + second + gap) * 1.5];
  return { x: Float64Array.from(x), y: new Float64Array(radii.length) };
}

/** Unfolded, then moved by the forces; the spiral parts the nodes that unfolding leaves at one place. */
function settle(component: Component, spread: Positions, options: ArrangeOptions): Positions {
  const count = component.members.length;
  const unit = 10 * Math.sqrt(count);
  const unfolded = unfold(component);
  const start = {
    x: unfolded.x.map((value, i) => value * unit + (spread.x[i] ?? 0) * 2),
    y: unfolded.y.map((value, i) => value * unit + (spread.y[i] ?? 0) * 2),
  };
  return forceAtlas2Positions(component, start, iterationsOf(component, options));
}

function iterationsOf(component: Component | undefined, options: ArrangeOptions): number {
  return options.iterations ?? iterationsFor(component?.members.length ?? 0);
}

function joined(components: readonly Component[], pieces: readonly Piece[], offsets: Positions): Positions {
  const count = components.reduce((sum, component) => sum + component.members.length, 0);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  components.forEach(({ members }, c) => {
    members.forEach((node, i) => {
      x[node] = (pieces[c]?.positions.x[i] ?? 0) + (offsets.x[c] ?? 0);
      y[node] = (pieces[c]?.positions.y[i] ?? 0) + (offsets.y[c] ?? 0);
    });
  });
  return { x, y };
}

/** Draws in what reaches beyond the frame and pushes apart again what then overlaps; sizes stay as they are. */
function fitted(positions: Positions, radii: Float64Array): Positions {
  let current = centred(positions);
  for (let round = 0; round < 6 && scaleToFrame(current) < 1; round++) {
    const limits = { rounds: 40, spreadEvery: 0 };
    current = centred(removeOverlap(drawnIn(current), { radii, gap: ROUNDING_GAP }, limits));
  }
  return current;
}
