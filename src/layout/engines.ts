import type { ForceEngine } from './forces/forces.ts';
import { graphologyForces } from './forces/graphology.ts';
import { kernelForces } from './forces/kernel.ts';

export const ENGINES = ['forceatlas2', 'graphology', 'none'] as const;
/**
 * `forceatlas2` is the project's own kernel, `graphology` the package graphology-layout-forceatlas2, which is much
 * slower. `none` puts all nodes on one spiral by id: linear, and good enough to look at attributes.
 */
export type EngineName = (typeof ENGINES)[number];

/** The engines that have forces. */
export const FORCE_ENGINE: Readonly<Record<Exclude<EngineName, 'none'>, ForceEngine>> = {
  forceatlas2: kernelForces,
  graphology: graphologyForces,
};
