/** The way of each edge from circle to circle: straight, fanned out beside its parallels, round what is in the way. */
import type { GraphEdges } from '../../graph/view.ts';
import { type Box, boxOf, type Circle, Grid, touches } from './boxes.ts';
import { arc, type Curve, crossing, distance, type Point, part, pointAt, pointsOn } from './curves.ts';

/** What an edge looks like. */
export interface Route {
  /** From border to border; with an arrowhead, to its base. */
  readonly curve: Curve;
  readonly straight: boolean;
  /** The arrowhead: its tip, which touches the target, and its two wings. */
  readonly head: readonly [tip: Point, left: Point, right: Point] | undefined;
}

export interface Surroundings {
  readonly circles: readonly Circle[];
  /** 1 where the edge of that index is drawn. */
  readonly drawn: Uint8Array;
  readonly area: Box;
  readonly unit: number;
}

/** With more edges, each is a straight line under the nodes, without an arrowhead. */
export const DETAILED_EDGES = 3000;
/** With more edges, none goes round the nodes in its way. */
const AVOIDING_EDGES = 600;
/** Between the middles of parallel edges. */
const FAN = 20;
const HEAD = 8.5;
/** Away from the straight line, as shares of its length. */
const DETOURS = [0, 0.08, -0.08, 0.16, -0.16, 0.26, -0.26];

/** The routes of all edges, undefined for those that are not drawn. */
export function routesOf(edges: GraphEdges, surroundings: Surroundings): (Route | undefined)[] {
  const { circles, drawn, unit } = surroundings;
  const routes = new Array<Route | undefined>(edges.count).fill(undefined);
  const count = drawn.reduce((sum, flag) => sum + flag, 0);
  const detailed = count <= DETAILED_EDGES;
  const bundles = bundlesOf(edges, drawn);
  const detourOf = count <= AVOIDING_EDGES ? detours(surroundings) : () => 0;
  const away = detailed ? awayFromNeighbours(edges, surroundings) : undefined;
  for (const [first = 0, ...others] of bundles) {
    const bundle = [first, ...others];
    const low = Math.min(edges.source[first] ?? 0, edges.target[first] ?? 0);
    const high = Math.max(edges.source[first] ?? 0, edges.target[first] ?? 0);
    const [a, b] = [circles[low], circles[high]];
    if (!a || !b) continue;
    const step = Math.min(FAN * unit, (distance(a, b) * 0.6) / bundle.length);
    const detour = detailed && low !== high ? detourOf(low, high, { width: step * bundle.length }) : 0;
    for (const [i, edge] of bundle.entries()) {
      const forward = edges.source[edge] === low;
      const arrow = detailed && !edges.symmetric[edge];
      if (low === high) {
        routes[edge] = loop(a, { way: away?.(low) ?? { x: 0, y: -1 }, nth: i, unit, arrow });
        continue;
      }
      const bend = detailed ? detour + (i - (bundle.length - 1) / 2) * step : 0;
      const [from, to] = forward ? [a, b] : [b, a];
      const curve = arc(from, to, forward ? bend : -bend);
      routes[edge] = detailed
        ? trimmed(curve, { from, to, unit, arrow, straight: bend === 0 })
        : { curve, straight: true, head: undefined };
    }
  }
  return routes;
}

/** The drawn edges between the same two nodes, either way, in the order of the first of each bundle. */
function bundlesOf({ count, source, target }: GraphEdges, drawn: Uint8Array): number[][] {
  const bundles = new Map<string, number[]>();
  for (let edge = 0; edge < count; edge++) {
    if (!drawn[edge]) continue;
    const [a = 0, b = 0] = [source[edge], target[edge]];
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.push(edge);
    else bundles.set(key, [edge]);
  }
  return [...bundles.values()];
}

/** Finds for two nodes the least bend with which the edges between them meet the fewest other nodes. */
function detours({ circles, area, unit }: Surroundings) {
  const grid = new Grid(area, 60 * unit);
  circles.forEach((circle, i) => {
    grid.add(i, boxOf(circle));
  });
  const met = (curve: Curve, [low, high]: readonly [number, number], pad: number): number => {
    const nodes = new Set<number>();
    for (const point of pointsOn(curve, 5 * unit)) {
      const box = { ...point, width: 0, height: 0 };
      const near = { x: point.x - pad, y: point.y - pad, width: 2 * pad, height: 2 * pad };
      grid.some(near, (i) => {
        const circle = circles[i];
        if (i !== low && i !== high && circle && touches({ ...circle, r: circle.r + pad }, box)) nodes.add(i);
        return false;
      });
    }
    return nodes.size;
  };
  return (low: number, high: number, { width }: { width: number }): number => {
    const [a, b] = [circles[low], circles[high]];
    if (!a || !b) return 0;
    const pad = 5 * unit + width / 2;
    let best = 0;
    let least = Infinity;
    for (const share of DETOURS) {
      const bend = share * distance(a, b);
      const nodes = met(arc(a, b, bend), [low, high], pad);
      if (nodes >= least) continue;
      least = nodes;
      best = bend;
      if (nodes === 0) break;
    }
    return best;
  };
}

/** Ends the curve at the borders of its circles; where they overlap it goes from centre to centre. */
function trimmed(
  curve: Curve,
  {
    from,
    to,
    unit,
    arrow,
    straight,
  }: { from: Circle; to: Circle; unit: number; arrow: boolean; straight: boolean },
): Route {
  if (distance(from, to) <= from.r + to.r + 2 * unit) return { curve, straight, head: undefined };
  const start = crossing(curve, { centre: from, radius: from.r }, { inside: 0, outside: 0.5 });
  const end = crossing(curve, { centre: to, radius: to.r }, { inside: 1, outside: 0.5 });
  if (!arrow) return { curve: part(curve, start, end), straight, head: undefined };
  const tip = pointAt(curve, end);
  const room = distance(pointAt(curve, start), tip);
  const length = Math.min(HEAD * unit, room * 0.5);
  const base = crossing(curve, { centre: tip, radius: length * 0.8 }, { inside: end, outside: start });
  return { curve: part(curve, start, base), straight, head: headAt(tip, pointAt(curve, base), length) };
}

function headAt(tip: Point, base: Point, length: number): readonly [Point, Point, Point] {
  const along = distance(base, tip) || 1;
  const [ux, uy] = [(tip.x - base.x) / along, (tip.y - base.y) / along];
  const wing = (side: number): Point => ({
    x: tip.x - ux * length - uy * length * 0.4 * side,
    y: tip.y - uy * length + ux * length * 0.4 * side,
  });
  return [tip, wing(1), wing(-1)];
}

/** A loop leaves its node the way that has no neighbours; further ones go round the earlier. */
function loop(
  { x, y, r }: Circle,
  { way, nth, unit, arrow }: { way: Point; nth: number; unit: number; arrow: boolean },
): Route {
  const reach = r * 1.2 + (50 + 22 * nth) * unit;
  const point = (along: number, aside: number): Point => ({
    x: x + way.x * along - way.y * aside,
    y: y + way.y * along + way.x * aside,
  });
  // On the border: 0.8² + 0.6² = 1.
  const [start, end] = [point(r * 0.8, -r * 0.6), point(r * 0.8, r * 0.6)];
  const curve: Curve = [start, point(reach, -reach * 0.7), point(reach, reach * 0.7), end];
  if (!arrow) return { curve, straight: false, head: undefined };
  const length = HEAD * unit;
  const base = crossing(curve, { centre: end, radius: length * 0.8 }, { inside: 1, outside: 0.5 });
  return { curve: part(curve, 0, base), straight: false, head: headAt(end, pointAt(curve, base), length) };
}

/** The direction, of length 1, opposite to where the neighbours of a node are; up where they are nowhere. */
function awayFromNeighbours({ count, source, target }: GraphEdges, { circles, drawn }: Surroundings) {
  const pull = circles.map(() => ({ x: 0, y: 0 }));
  for (let edge = 0; edge < count; edge++) {
    const [from = 0, to = 0] = [source[edge], target[edge]];
    const [a, b] = [circles[from], circles[to]];
    const [pa, pb] = [pull[from], pull[to]];
    if (!drawn[edge] || !a || !b || !pa || !pb) continue;
    const length = distance(a, b) || 1;
    const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
    pa.x += ux;
    pa.y += uy;
    pb.x -= ux;
    pb.y -= uy;
  }
  return (node: number): Point => {
    const { x = 0, y = 0 } = pull[node] ?? {};
    const length = Math.sqrt(x * x + y * y);
    return length < 1e-6 ? { x: 0, y: -1 } : { x: -x / length, y: -y / length };
  };
}
