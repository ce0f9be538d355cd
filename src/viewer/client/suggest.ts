/** Suggestions of entities for the search fields. */
import type { App } from './app.ts';
import type { Suggestion } from './combobox.ts';
import { labelOf } from './facts.ts';
import { findLabels } from './search.ts';

const LIMIT = 12;

/** Also of entities that the filters hide: their facts can be read all the same. */
export function suggestEntities({ model }: App, query: string): Suggestion[] {
  const { starts } = model.incident;
  const weight = (node: number) => (starts[node + 1] ?? 0) - (starts[node] ?? 0);
  return findLabels(model.folded, { query, limit: LIMIT, weight }).map((node) => ({
    item: node,
    label: labelOf(model, node),
    detail: model.payload.classes[model.payload.nodes.class[node] ?? -1]?.label ?? '',
  }));
}
