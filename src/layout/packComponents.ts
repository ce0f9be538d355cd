import type { Component } from './components.ts';
import type { EarlierComponent } from './continuity.ts';
import { ROUNDING_GAP } from './frame.ts';
import { removeOverlap } from './overlap.ts';
import { type Piece, packPieces } from './pack.ts';
import { type Positions, translated } from './positions.ts';

/** A component with its positions: around its own middle, or where an earlier picture has it. */
export interface PlacedComponent {
  readonly component: Component;
  readonly positions: Positions;
  /** Where an earlier picture has it: then it is not packed anew. */
  readonly earlier: EarlierComponent | undefined;
}

/**
 * Where all components lie close together, by nodes of the whole graph.
 *
 * Those of an earlier picture keep their places, and the others lie around them.
 */
export function packed(placed: readonly PlacedComponent[], radii: Float64Array, gap: number): Positions {
  const standing = placed.filter(({ earlier }) => earlier !== undefined);
  const others = placed.filter(({ earlier }) => earlier === undefined);
  const stands = standing.length > 0;
  const pieces = [
    ...(stands ? [pushedApart(standing, joined(standing, radii), gap)] : []),
    ...others.map((one) => joined([one], radii)),
  ];
  const offsets = packPieces(pieces, gap);
  // What stands is the first piece: all others are moved by what it was.
  const [left, down] = stands ? [offsets.x[0] ?? 0, offsets.y[0] ?? 0] : [0, 0];
  const moved = pieces.map(({ nodes, positions }, p) => ({
    nodes,
    positions: translated(positions, (offsets.x[p] ?? 0) - left, (offsets.y[p] ?? 0) - down),
  }));
  return together(moved, radii.length);
}

/** The positions of parts by nodes of the whole graph. */
function together(parts: readonly Pick<Part, 'nodes' | 'positions'>[], count: number): Positions {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (const { nodes, positions } of parts) {
    nodes.forEach((node, i) => {
      x[node] = positions.x[i] ?? 0;
      y[node] = positions.y[i] ?? 0;
    });
  }
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
    const shifted = shiftedBy(node);
    source.set(component.source.map(shifted), pair);
    target.set(component.target.map(shifted), pair);
    node += component.count;
    pair += component.source.length;
  }
  return { nodes, positions, radii: Float64Array.from(nodes, (at) => radii[at] ?? 0), source, target };
}

const shiftedBy =
  (first: number) =>
  (node: number): number =>
    node + first;

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
