import type { GraphView } from './view.ts';

/**
 * The ids of the facts that a graph shows nowhere when these edges are left out, by index: what stands in the place of
 * an event shows facts that other edges may show too.
 */
export function factsLostWith({ edges }: GraphView, leftOut: ReadonlySet<number>): ReadonlySet<string> {
  if (leftOut.size === 0) return new Set();
  const columns = edges.attributes.filter(({ name }) => name === 'facts' || name === 'viaFacts');
  const factsOf = (edge: number) => columns.flatMap(({ values }) => values[edge] ?? []).map(String);
  const lost = new Set([...leftOut].flatMap(factsOf));
  for (let edge = 0; edge < edges.count && lost.size > 0; edge++) {
    if (!leftOut.has(edge)) for (const fact of factsOf(edge)) lost.delete(fact);
  }
  return lost;
}
