import { alignTo } from './align.ts';
import { adjacencyOf, type Component } from './components.ts';
import { type EarlierComponent, moved, startFrom } from './continuity.ts';
import type { ForceEngine } from './forces/forces.ts';
import { type LevelSettled, settleFromScratch } from './levels.ts';
import { orient } from './orient.ts';
import { removeOverlap } from './overlap.ts';
import type { Positions } from './positions.ts';
import type { Profile } from './profiles.ts';
import { spiral } from './seed.ts';
import { settle } from './settle.ts';
import { spreadToSizes } from './spread.ts';

interface ComponentPlan {
  readonly seed: number;
  readonly engine: ForceEngine;
  readonly profile: Profile;
  /** Steps instead of the stopping rule. */
  readonly iterations: number | undefined;
  readonly circles: { readonly radii: Float64Array; readonly gap: number };
  /** How far from its middle it may reach. */
  readonly limit: number;
  /** Where an earlier picture has it. */
  readonly earlier: EarlierComponent | undefined;
  readonly progress: ((part: number) => void) | undefined;
}

/** Places a connected component: around its own middle, or where an earlier picture has it. */
export function placeComponent(component: Component, plan: ComponentPlan): LevelSettled {
  const { circles, earlier, limit } = plan;
  if (earlier) return stay(component, earlier, plan);
  if (component.count <= 2) return { positions: sideBySide(circles), iterations: 0, levels: 1 };
  const { positions, ...how } = settleFromScratch(component, plan.seed, plan);
  const apart = removeOverlap(spreadToSizes(positions, circles, limit), circles);
  return { positions: orient(apart), ...how };
}

/** One node, or two in a row: all such pieces have one shape and pack well. */
function sideBySide({ radii, gap }: ComponentPlan['circles']): Positions {
  const [first = 0, second] = radii;
  const x = second === undefined ? [0] : [0, (first + second + gap) * 1.5];
  return { x: Float64Array.from(x), y: new Float64Array(radii.length) };
}

/**
 * The forces say where nodes want to be; each goes as far there as what has changed near it allows.
 *
 * Nothing moves where nothing has changed, however many steps the forces would still take. Circles may overlap.
 */
function stay(
  component: Component,
  { places, mobility }: EarlierComponent,
  plan: ComponentPlan,
): LevelSettled {
  const { circles } = plan;
  if (mobility.every((share) => share === 0)) return { positions: places, iterations: 0, levels: 1 };
  const { count } = component;
  const adjacency = adjacencyOf(count, component.source, component.target);
  const room = circles.radii.reduce((sum, radius) => sum + radius, 0) / count + circles.gap;
  const start = startFrom(places, adjacency, spiral(count, room, plan.seed));
  const { positions, iterations } = settle(component, start, plan);
  const wanted = alignTo(positions, places);
  return { positions: moved(start, wanted, mobility), iterations, levels: 1 };
}
