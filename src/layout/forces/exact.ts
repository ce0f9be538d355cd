import type { Positions } from '../positions.ts';
import { type Bodies, bodiesOf } from './bodies.ts';
import type { ForceEngine, ForceSettings } from './forces.ts';
import { ln1p } from './ln.ts';
import { simulation } from './simulation.ts';

/**
 * The reference: ForceAtlas2 in numbers of 64 bits, repulsion summed over all pairs of nodes; `theta` has no say.
 *
 * Quadratic: a step over 10,000 nodes takes a quarter of a second.
 */
export const exactForces: ForceEngine = (graph, start, settings) => {
  const bodies = bodiesOf(graph, settings);
  return simulation(bodies, { start, settings }, (places, force) => {
    addRepulsion(bodies, places, { force, scaling: settings.scaling });
    addAttraction(bodies, places, { force, linLog: settings.linLog });
    addGravity(bodies, places, { force, settings });
  });
};

/** The exact force on each node at these places: repulsion, attraction and gravity together. */
export function exactForcesAt(bodies: Bodies, places: Positions, settings: ForceSettings): Positions {
  const force = { x: new Float64Array(bodies.count), y: new Float64Array(bodies.count) };
  addRepulsion(bodies, places, { force, scaling: settings.scaling });
  addAttraction(bodies, places, { force, linLog: settings.linLog });
  addGravity(bodies, places, { force, settings });
  return force;
}

/** The exact repulsion alone, of each node. */
export function exactRepulsionAt(bodies: Bodies, places: Positions, scaling: number): Positions {
  const force = { x: new Float64Array(bodies.count), y: new Float64Array(bodies.count) };
  addRepulsion(bodies, places, { force, scaling });
  return force;
}

/** Nodes at one place do not repel: there is no direction to go. */
function addRepulsion(
  { count, mass }: Bodies,
  { x, y }: Positions,
  { force, scaling }: { readonly force: Positions; readonly scaling: number },
): void {
  for (let i = 0; i < count; i++) {
    const [xi, yi, mi] = [x[i] ?? 0, y[i] ?? 0, scaling * (mass[i] ?? 1)];
    let [sumX, sumY] = [0, 0];
    for (let j = 0; j < i; j++) {
      const dx = xi - (x[j] ?? 0);
      const dy = yi - (y[j] ?? 0);
      const square = dx * dx + dy * dy;
      if (square === 0) continue;
      const factor = (mi * (mass[j] ?? 1)) / square;
      sumX += dx * factor;
      sumY += dy * factor;
      force.x[j] = (force.x[j] ?? 0) - dx * factor;
      force.y[j] = (force.y[j] ?? 0) - dy * factor;
    }
    force.x[i] = (force.x[i] ?? 0) + sumX;
    force.y[i] = (force.y[i] ?? 0) + sumY;
  }
}

/** Exported for engines that approximate repulsion only. */
function addAttraction(
  { source, target, pull }: Bodies,
  { x, y }: Positions,
  { force, linLog }: { readonly force: Positions; readonly linLog: boolean },
): void {
  for (let pair = 0; pair < source.length; pair++) {
    const i = source[pair] ?? 0;
    const j = target[pair] ?? 0;
    const dx = (x[j] ?? 0) - (x[i] ?? 0);
    const dy = (y[j] ?? 0) - (y[i] ?? 0);
    const distance = linLog ? Math.sqrt(dx * dx + dy * dy) : 1;
    if (distance === 0) continue;
    const factor = (pull[pair] ?? 0) * (linLog ? ln1p(distance) / distance : 1);
    force.x[i] = (force.x[i] ?? 0) + dx * factor;
    force.y[i] = (force.y[i] ?? 0) + dy * factor;
    force.x[j] = (force.x[j] ?? 0) - dx * factor;
    force.y[j] = (force.y[j] ?? 0) - dy * factor;
  }
}

/** Towards the origin, by mass; with the distance where gravity is strong. */
function addGravity(
  { count, mass }: Bodies,
  { x, y }: Positions,
  { force, settings }: { readonly force: Positions; readonly settings: ForceSettings },
): void {
  for (let i = 0; i < count; i++) {
    const [xi, yi] = [x[i] ?? 0, y[i] ?? 0];
    const distance = settings.strongGravity ? 1 : Math.sqrt(xi * xi + yi * yi);
    if (distance === 0) continue;
    const factor = (settings.gravity * (mass[i] ?? 1)) / distance;
    force.x[i] = (force.x[i] ?? 0) - xi * factor;
    force.y[i] = (force.y[i] ?? 0) - yi * factor;
  }
}
