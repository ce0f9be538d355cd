/**
 * The layout alone, without files: `import { arrange } from 'factweave/layout'` works in browsers and in workers.
 */
export type { Movement, Placement } from '../graph/view.ts';
export { type ArrangeOptions, arrange, type LayoutGraph, place } from './arrange.ts';
export type { EarlierPicture } from './continuity.ts';
export type { EngineName } from './engines.ts';
export { DEFAULT_PROFILE, PROFILES, type ProfileName } from './profiles.ts';
export {
  type ArrangeInOptions,
  arrangeIn,
  type LayoutProgress,
  type LayoutWorker,
} from './worker/arrangeIn.ts';
export { serveLayout, type WebWorker, type WorkerScope, webWorker } from './worker/web.ts';
