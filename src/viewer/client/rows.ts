/** The same filtered data as rows of a table. */
import { edgeSentence, edgeWords, labelOf } from './facts.ts';
import type { Visible } from './filters.ts';
import { listed, type Model } from './model.ts';
import { folded } from './search.ts';

export interface Row {
  /** Index of the node or edge. */
  readonly item: number;
  /** One per column: numbers sort as numbers, texts without accents. */
  readonly cells: readonly (string | number)[];
  /** The entity that a cell names, by column. */
  readonly entities?: readonly (number | undefined)[];
}

export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

/** Name, kind, shown relations, facts. */
export function entityRows(model: Model, visible: Visible): Row[] {
  const { nodes, classes } = model.payload;
  return shown(visible.nodes).map((node) => ({
    item: node,
    cells: [
      labelOf(model, node),
      classes[nodes.class[node] ?? -1]?.label ?? '',
      listed(model.incident, node).filter((edge) => visible.edges[edge] === 1).length,
      listed(model.factsOf, node).length,
    ],
  }));
}

/** From, relation with all that belongs to it, to, years, facts. */
export function relationRows(model: Model, visible: Visible): Row[] {
  return shown(visible.edges).map((edge) => {
    const sentence = edgeSentence(model, edge);
    const facts = model.payload.edges.facts[edge]?.length ?? 0;
    return {
      item: edge,
      cells: [sentence.subject, edgeWords(sentence), sentence.object, yearsText(model, edge), facts],
      entities: [sentence.subjectNode, undefined, sentence.objectNode],
    };
  });
}

function shown(mask: Uint8Array): number[] {
  const items: number[] = [];
  mask.forEach((bit, index) => {
    if (bit === 1) items.push(index);
  });
  return items;
}

function yearsText({ payload }: Model, edge: number): string {
  const years = (payload.edges.facts[edge] ?? []).flatMap((fact) => payload.facts[fact]?.years ?? []);
  if (years.length === 0) return '';
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return first === last ? String(first) : `${first}–${last}`;
}

/** A new order; rows that are equal keep theirs. */
export function sortedRows(rows: readonly Row[], { column, descending }: Sorting): Row[] {
  const keyed = rows.map((row) => {
    const cell = row.cells[column] ?? '';
    return { row, key: typeof cell === 'number' ? cell : folded(cell) };
  });
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0));
  return keyed.map(({ row }) => row);
}
