/** Cytoscape.js without a screen. */
import { readFileSync } from 'node:fs';
import cytoscape from 'cytoscape';
import { differGraphs, expectedOf, upsideDown, without } from './graphs.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'cytoscape',
  name: 'Cytoscape.js',
  needs: { npm: 'cytoscape' },
  version: (tools) => tools.npmVersion('cytoscape'),
  checks: [
    {
      format: 'cytoscape',
      title: 'same nodes, edges, data, lists, positions (y down) and colours',
      run: ({ set, file }) => {
        const { elements, data } = JSON.parse(readFileSync(file, 'utf8'));
        const graph = cytoscape({ headless: true, elements, data, layout: { name: 'preset' } });
        try {
          return differGraphs(asCytoscape(set.json), foundIn(graph));
        } finally {
          graph.destroy();
        }
      },
    },
  ],
};

function foundIn(graph) {
  const nodes = graph.nodes().map((node) => [node.id(), { ...node.data(), ...node.position() }]);
  const edges = graph.edges().map((edge) => {
    const [source, target] = [edge.source().id(), edge.target().id()];
    return [edge.id(), { ...edge.data(), source, target }];
  });
  return { attributes: graph.data(), nodes: without(nodes, 'id'), edges: without(edges, 'id') };
}

/** Labels also as names, kinds also as interactions, and of the graph only what a table can hold. */
function asCytoscape(json) {
  const { attributes, nodes, edges } = upsideDown(expectedOf(json));
  const { facts, kinds: _, layout, relations: __, sources: ___, ...rest } = attributes;
  return {
    nodes: nodes.map(([id, node]) => [id, { ...node, name: node.label }]),
    edges: edges.map(([id, edge]) => [id, { ...edge, interaction: edge.kind }]),
    attributes: {
      ...rest,
      name: rest.title,
      layout: layout.algorithm,
      layout_seed: layout.seed,
      layout_iterations: layout.iterations,
      layout_y_axis: layout.yAxis,
      facts_written: facts.written,
      facts_outside: Object.values(facts.outside).reduce((sum, count) => sum + count, 0),
    },
  };
}
