/**
 * What a Cytoscape.js file must hold, told from the laid-out JSON of the same graph:
 *
 * | JSON | Cytoscape.js |
 * |---|---|
 * | `y` | the same, pointing down |
 * | `label` of a node | also `name` |
 * | `kind` of an edge | also `interaction` |
 * | `title` of the graph | also `name` |
 * | `layout`, `facts` of the graph | `layout`, `layout_seed`, …, `facts_written`, `facts_outside` |
 * | lists of objects of the graph (legend, sources) | nothing |
 */
import type { ReadAttributes, ReadGraph } from '../readGraph.ts';

/** The graph that {@link readCytoscape} finds when the file says what the laid-out JSON says. */
export function expectedOfCytoscape(json: ReadGraph): ReadGraph {
  const nodes = new Map<string, ReadAttributes>();
  for (const [id, attributes] of json.nodes) {
    const expected = withCopy(attributes, 'label', 'name');
    const y = expected.get('y');
    nodes.set(id, typeof y === 'number' ? expected.set('y', 0 - y) : expected);
  }
  const edges = new Map(
    [...json.edges].map(([id, edge]) => {
      return [id, { ...edge, attributes: withCopy(edge.attributes, 'kind', 'interaction') }];
    }),
  );
  return { attributes: flat(json.attributes), nodes, edges };
}

function withCopy(attributes: ReadAttributes, name: string, copy: string): Map<string, unknown> {
  const expected = new Map(attributes);
  if (expected.has(name)) expected.set(copy, expected.get(name));
  return expected;
}

function flat(json: ReadAttributes): ReadAttributes {
  const expected = withCopy(json, 'title', 'name');
  for (const nested of ['facts', 'kinds', 'layout', 'relations', 'sources']) expected.delete(nested);
  const layout = members(json.get('layout'));
  const facts = members(json.get('facts'));
  const outside = [...members(facts.get('outside')).values()].map(Number);
  return expected
    .set('layout', layout.get('algorithm'))
    .set('layout_seed', layout.get('seed'))
    .set('layout_iterations', layout.get('iterations'))
    .set('layout_y_axis', 'down')
    .set('facts_written', facts.get('written'))
    .set(
      'facts_outside',
      outside.reduce((sum, count) => sum + count, 0),
    );
}

function members(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
