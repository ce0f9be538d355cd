/** Suggestions for the search fields. */
import type { App } from './app.ts';
import type { Suggestion } from './combobox.ts';
import { labelOf } from './facts.ts';
import { findLabels, folded } from './search.ts';
import { allBut } from './state.ts';
import { WORDS } from './words.ts';

const LIMIT = 12;
/** Relations among them. */
const RELATIONS = 3;

/** Also of entities that the filters hide: their facts can be read all the same. */
export function suggestEntities(
  { model }: App,
  query: string,
  choose: (node: number) => void,
  limit = LIMIT,
): Suggestion[] {
  const { starts } = model.incident;
  const weight = (node: number) => (starts[node + 1] ?? 0) - (starts[node] ?? 0);
  return findLabels(model.folded, { query, limit, weight }).map((node) => ({
    label: labelOf(model, node),
    detail: model.payload.classes[model.payload.nodes.class[node] ?? -1]?.label ?? '',
    choose: () => choose(node),
  }));
}

/** Entities, and relations: choosing one shows it alone. */
export function suggestAll(app: App, query: string, choose: (node: number) => void): Suggestion[] {
  const relations = suggestRelations(app, query);
  return [...suggestEntities(app, query, choose, LIMIT - relations.length), ...relations];
}

function suggestRelations(app: App, query: string): Suggestion[] {
  const { relations, edges } = app.model.payload;
  const counts = new Map<number, number>();
  for (const relation of edges.relation) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  const count = (index: number) => counts.get(index) ?? 0;
  const labels = relations.map(({ label, name }) => folded(`${label} ${name}`));
  return findLabels(labels, { query, limit: RELATIONS, weight: count }).map((index) => ({
    label: relations[index]?.label ?? '',
    detail: WORDS.bundle(count(index)),
    choose: () => {
      const hiddenRelations = allBut(relations.length, index);
      app.go({ filter: { ...app.state.filter, hiddenRelations }, selection: { kind: 'none' } });
    },
  }));
}
