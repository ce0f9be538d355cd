import type { Component } from './components.ts';
import type { Earlier } from './continuity.ts';
import type { ForceEngine } from './forces/forces.ts';
import { INNER } from './frame.ts';
import type { LevelSettled } from './levels.ts';
import { type PlacedComponent, packed } from './packComponents.ts';
import { placeComponent } from './placeComponent.ts';
import { DEFAULT_PROFILE, PROFILE, type ProfileName } from './profiles.ts';
import { areaWith, gapFor } from './sizes.ts';

/** What of the options of a layout the placing of components looks at. */
export interface PlanOptions {
  readonly seed: number;
  readonly iterations?: number;
  readonly profile?: ProfileName;
  readonly progress?: (part: number) => void;
}

/** Of components up to this size many are alike: the same nodes, edges and sizes. Each kind is placed once. */
const ALIKE = 12;

/** What is the same for all components. */
export interface Plan {
  readonly options: PlanOptions;
  readonly engine: ForceEngine;
  readonly earlier: Earlier | undefined;
}

/** Each component on its own, then all of them packed; `iterations` and `levels` are those of the largest. */
export function placeAll(components: readonly Component[], radii: Float64Array, plan: Plan): LevelSettled {
  const { options, engine, earlier } = plan;
  const gap = gapFor(radii);
  const whole = areaWith(radii, gap);
  const progress = progressOf(components, options.progress);
  const alike = new Map<string, LevelSettled>();
  let [iterations, levels] = [0, 1];
  const placed = components.map((component, c): PlacedComponent => {
    const own = Float64Array.from(component.members, (node) => radii[node] ?? 0);
    const known = earlier?.of(component);
    const kind = known || component.count > ALIKE ? undefined : kindOf(component, own);
    const settled =
      alike.get(kind ?? '') ??
      placeComponent(component, {
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
    if (kind !== undefined) alike.set(kind, settled);
    if (c === 0) ({ iterations, levels } = settled);
    return { component, positions: settled.positions, earlier: known };
  });
  // Pieces that need no forces tell nothing.
  options.progress?.(1);
  return { positions: packed(placed, radii, gap), iterations, levels };
}

/** Tells two components apart that would not be placed alike. */
function kindOf({ source, target, weight }: Component, radii: Float64Array): string {
  return [source, target, weight, radii].map((list) => list.join(' ')).join(';');
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
