/** graphology with its readers of GraphML and GEXF: what sigma and Gephi Lite show graphs with. */
import { readFileSync } from 'node:fs';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { differ } from './client.js';
import { asGraphml, channels, differGraphs, differNames, expectedOf, oneLine, without } from './graphs.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'graphology',
  name: 'graphology',
  needs: { npm: 'graphology' },
  version: (tools) =>
    ['', '-graphml', '-gexf']
      .map((part) => `${part.slice(1)} ${tools.npmVersion(`graphology${part}`)}`.trim())
      .join(', '),
  limits: ['graphology-gexf reads no time and no kinds of edges but the attribute.'],
  checks: [
    {
      format: 'json',
      title: 'same nodes, edges, attributes, lists, positions and colours',
      run: ({ set, file }) => {
        const graph = MultiDirectedGraph.from(JSON.parse(readFileSync(file, 'utf8')));
        return differGraphs(expectedOf(set.json), foundIn(graph));
      },
    },
    {
      format: 'graphml',
      title: 'same nodes, edges, attributes, positions and colours',
      run: ({ set, file }) => checkGraphml(set, file),
    },
    {
      format: 'graphml',
      title: 'the same from strict GraphML',
      run: ({ set }) => checkGraphml(set, set.strict),
    },
    {
      format: 'gexf',
      title: 'same nodes, edges, directions, attributes, lists, positions and colours',
      run: ({ set, file }) => checkGexf(set, parseGexf(MultiGraph, readFileSync(file, 'utf8'))),
    },
  ],
};

function foundIn(graph) {
  return {
    attributes: graph.getAttributes(),
    nodes: graph.mapNodes((id, attributes) => [id, attributes]),
    edges: graph.mapEdges((id, attributes, source, target) => [id, { source, target, ...attributes }]),
  };
}

function checkGraphml(set, file) {
  const found = foundIn(parseGraphml(MultiDirectedGraph, readFileSync(file, 'utf8')));
  const expected = asGraphml(expectedOf(set.json));
  return [
    ...differNames(set, found),
    ...differGraphs(
      {
        attributes: { ...expected.attributes, id: 'G' },
        nodes: expected.nodes.map(withColour),
        edges: expected.edges.map(withColour),
      },
      { ...found, nodes: without(found.nodes, 'name', 'labels') },
    ),
  ];
}

function checkGexf(set, graph) {
  const { nodes, edges } = expectedOf(set.json);
  const found = foundIn(graph);
  const undirected = edges.filter(([, edge]) => edge.symmetric).map(([id]) => id);
  return [
    ...differ('undirected edges', undirected.sort().join(), graph.undirectedEdges().sort().join()),
    ...differGraphs(
      {
        nodes: nodes.map(([id, node]) => [id, { ...asGexf(id, node), z: 0 }]),
        edges: without(edges, 'symmetric').map(([id, edge]) => [id, asGexf(id, edge)]),
      },
      { nodes: found.nodes, edges: found.edges },
    ),
  ];
}

/** graphology-graphml makes one text of the three numbers of a colour. */
function withColour([id, { r, g, b, ...attributes }]) {
  if (r === undefined) return [id, attributes];
  const color = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return [id, { ...attributes, color }];
}

/** Empty texts are not written, but for the label of a node, in whose place its id stands; colours are CSS. */
function asGexf(id, attributes) {
  const texts = Object.entries(attributes).filter(([, value]) => value !== '');
  const { r, g, b } = channels(attributes.color);
  return {
    ...Object.fromEntries(texts),
    label: oneLine(attributes.label) || id,
    color: `rgb(${r},${g},${b})`,
  };
}
