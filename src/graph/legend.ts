import { compareUtf8 } from '../core/order.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { known } from './terms.ts';
import type { GraphEdges, LegendEntry } from './view.ts';

/** The classes of the nodes with their number, by name; classes without nodes are left out. */
export function kindsLegend(knowledge: Knowledge, kinds: readonly string[]): LegendEntry[] {
  const entries: LegendEntry[] = [];
  for (const [name, count] of countOf(kinds)) {
    const { label, iri, colour } = known(knowledge.ontology.classes, name);
    entries.push({ name, label, iri, colour, count });
  }
  return entries.sort(compareEntries);
}

/** The relations of the edges with their number, by edge kind, then IRI where two relations share a kind. */
export function relationsLegend(edges: GraphEdges): LegendEntry[] {
  const first = new Map<string, number>();
  edges.predicate.forEach((iri, i) => {
    const key = `${edges.kind[i]} ${iri}`;
    if (!first.has(key)) first.set(key, i);
  });
  const counts = countOf(edges.predicate.map((iri, i) => `${edges.kind[i]} ${iri}`));
  return [...first]
    .map(([key, i]) => ({
      name: edges.kind[i] ?? '',
      label: edges.label[i] ?? '',
      iri: edges.predicate[i] ?? '',
      colour: edges.colour[i] ?? '',
      count: counts.get(key) ?? 0,
    }))
    .sort(compareEntries);
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function compareEntries(a: LegendEntry, b: LegendEntry): number {
  return compareUtf8(a.name, b.name) || compareUtf8(a.iri, b.iri);
}
