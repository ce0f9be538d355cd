import type { NotPlainReason } from '../knowledge/knowledge.ts';

/** What a graph view shows of the knowledge. */
export interface ViewOptions {
  /**
   * The reasons for which a fact that is not plain is let in all the same, marked with them; all of its reasons
   * have to be among these.
   * `no-value` lets nothing in: where there is no object there is neither edge nor value.
   */
  readonly include: readonly NotPlainReason[];
  /** `aggregate` makes one edge of parallel facts that differ only in qualifiers; `keep` one edge a fact. */
  readonly parallel: 'aggregate' | 'keep';
  /**
   * `flattened` shows edges between the entities that an event connects in the place of the event, marked as
   * derived; an event is an entity of a class with `fw:connector`. See `flattenEvents` for those that stay nodes.
   */
  readonly events: 'nodes' | 'flattened';
  /** Whether nodes are grouped into communities, the costliest measure. */
  readonly communities: boolean;
}

/** Plain facts only, parallel ones aggregated, events as nodes, with communities. */
export const DEFAULT_VIEW_OPTIONS: ViewOptions = {
  include: [],
  parallel: 'aggregate',
  events: 'nodes',
  communities: true,
};
