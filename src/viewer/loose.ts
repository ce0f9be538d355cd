import type { GraphView } from '../graph/view.ts';

/** The nodes that only edges that are not plain lead to; one without any edge is not among them. */
export function looseNodes({ edges }: GraphView): ReadonlySet<number> {
  const notPlain = edges.attributes.find(({ name }) => name === 'notPlain');
  const linked = new Set<number>();
  const tied = new Set<number>();
  for (let edge = 0; edge < edges.count; edge++) {
    for (const node of [edges.source[edge] ?? 0, edges.target[edge] ?? 0]) {
      linked.add(node);
      if (notPlain?.values[edge] === undefined) tied.add(node);
    }
  }
  return new Set([...linked].filter((node) => !tied.has(node)));
}
