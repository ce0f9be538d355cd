import type { ForceSettings } from './forces/forces.ts';

export const PROFILES = ['overview', 'communities'] as const;
/** What a picture is to show. */
export type ProfileName = (typeof PROFILES)[number];

export const DEFAULT_PROFILE: ProfileName = 'communities';

export interface Profile {
  /** What exports call it. */
  readonly algorithm: string;
  readonly settings: ForceSettings;
  /**
   * The stopping rule: the forces rest when the mean movement of a step falls below this part of the extent. Smaller
   * graphs, whose steps cost nothing, have to be calmer by the root of their size.
   */
  readonly calm: number;
}

const COMMON = {
  // Gravity that grows with the distance keeps what hangs on by a thread from drifting off, and rests sooner.
  strongGravity: true,
  // Between the weights, which would draw much told pairs together into one spot, and none.
  weightInfluence: 0.5,
  dissuadeHubs: false,
  // Force errors of a few tenths of a percent.
  theta: 1.2,
  tolerance: 1,
} as const;

/**
 * The profiles by name.
 *
 * `overview` is ForceAtlas2 with linear attraction: distances tell best how far things are from each other (least
 * stress), hubs sit in the middle. `communities` is its LinLog mode (Noack 2007) with weak gravity: what belongs
 * together stands together and apart from the rest (most neighbours kept). docs/layout-bench.md has their figures.
 */
export const PROFILE: Readonly<Record<ProfileName, Profile>> = {
  overview: {
    algorithm: 'forceatlas2',
    settings: { ...COMMON, linLog: false, scaling: 10, gravity: 0.1 },
    calm: 4e-3,
  },
  communities: {
    algorithm: 'forceatlas2-linlog',
    settings: { ...COMMON, linLog: true, scaling: 2, gravity: 0.0005 },
    calm: 3e-3,
  },
};
