/** Compares a graph that was read from an export with the one that it must be, for formats with an `expect.ts`. */
import type { Difference } from './compare.ts';
import type { ReadAttributes, ReadGraph } from './readGraph.ts';

/** Yields every difference: the graph's, then the nodes', then the edges', each in the order of what is expected. */
export function* compareAlike(found: ReadGraph, expected: ReadGraph): Generator<Difference> {
  yield* compareAttributes('graph', found.attributes, expected.attributes);
  yield* compareKeys('node', found.nodes, expected.nodes);
  for (const [id, attributes] of expected.nodes) {
    const other = found.nodes.get(id);
    if (other) yield* compareAttributes(`node ${id}`, other, attributes);
  }
  yield* compareKeys('edge', found.edges, expected.edges);
  for (const [id, { source, target, label, attributes }] of expected.edges) {
    const other = found.edges.get(id);
    if (!other) continue;
    yield* differ(`edge ${id}: source`, other.source, source);
    yield* differ(`edge ${id}: target`, other.target, target);
    yield* differ(`edge ${id}: label attribute`, other.label, label);
    yield* compareAttributes(`edge ${id}`, other.attributes, attributes);
  }
}

function* compareKeys(
  what: string,
  found: ReadonlyMap<string, unknown>,
  expected: ReadonlyMap<string, unknown>,
): Generator<Difference> {
  for (const id of expected.keys()) yield* differ(`${what} ${id}`, found.has(id) ? id : undefined, id);
  for (const id of found.keys()) yield* differ(`${what} ${id}`, id, expected.has(id) ? id : undefined);
}

function* compareAttributes(
  what: string,
  found: ReadAttributes,
  expected: ReadAttributes,
): Generator<Difference> {
  for (const [name, value] of expected) yield* differ(`${what}: ${name}`, found.get(name), value);
  for (const [name, value] of found)
    if (!expected.has(name)) yield* differ(`${what}: ${name}`, value, undefined);
}

function* differ(what: string, found: unknown, expected: unknown): Generator<Difference> {
  if (shown(found) === shown(expected)) return;
  yield { what, expected: shown(expected), found: shown(found) };
}

/** JSON text tells `1` from `"1"`, and `-0` from nothing that a format writes. */
function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
