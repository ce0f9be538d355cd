/** What the reader looks at: all of it can be shared in the address of the page. */
import type { Model, Standing } from './model.ts';

export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'edge'; readonly edge: number }
  | { readonly kind: 'path'; readonly from: number; readonly to: number | undefined };

export interface Filter {
  /** Indices into the payload's `classes`, `relations`, `sources`, and into the model's `standings`. */
  readonly hiddenClasses: ReadonlySet<number>;
  readonly hiddenRelations: ReadonlySet<number>;
  readonly hiddenSources: ReadonlySet<number>;
  readonly hiddenStandings: ReadonlySet<number>;
  /** Undefined is all years. */
  readonly years: readonly [from: number, to: number] | undefined;
  /** Whether facts without a date are shown. */
  readonly undated: boolean;
}

export interface ViewState {
  readonly view: 'graph' | 'table';
  readonly tab: 'entities' | 'relations';
  readonly selection: Selection;
  readonly hops: 1 | 2;
  readonly filter: Filter;
  /** The relation whose facts alone the details of an entity show; undefined is all. */
  readonly facts: string | undefined;
  /** Ids in the address of the page that this data set does not have. */
  readonly unknown: readonly string[];
  /** Communities opened in place, ascending; only where the graph opens by levels. */
  readonly opened: readonly number[];
}

/** Everything plain, nothing selected. */
export function startState(model: Model): ViewState {
  return {
    view: 'graph',
    tab: 'entities',
    selection: { kind: 'none' },
    hops: 1,
    filter: startFilter(model),
    facts: undefined,
    unknown: [],
    opened: [],
  };
}

/** Plain facts, and those for which the data set's own exports make an exception. */
export function startFilter(model: Model): Filter {
  return {
    hiddenClasses: new Set(),
    hiddenRelations: new Set(),
    hiddenSources: new Set(),
    hiddenStandings: hiddenAtStart(model),
    years: undefined,
    undated: true,
  };
}

function hiddenAtStart({ standings, payload }: Model): Set<number> {
  const hidden = (standing: Standing) => !standing.plain && !payload.shown.includes(standing.name);
  return new Set(standings.flatMap((standing, index) => (hidden(standing) ? [index] : [])));
}

export function toggled(set: ReadonlySet<number>, item: number): Set<number> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

export function isSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

/** Whether that one of so many is the only one left. */
export function isOnly(count: number, hidden: ReadonlySet<number>, item: number): boolean {
  return count > 1 && hidden.size === count - 1 && !hidden.has(item);
}

/** All but one. */
export function allBut(count: number, item: number): Set<number> {
  return new Set(Array.from({ length: count }, (_, index) => index).filter((index) => index !== item));
}
