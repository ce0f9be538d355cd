/** NetworkX, which reads all graph formats but the CSV. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differ, HERE, outputOf, run } from './client.js';
import {
  asGraphml,
  channels,
  differGraphs,
  differNames,
  expectedOf,
  listInGexf,
  oneLine,
  upsideDown,
  without,
} from './graphs.js';
import { timesInGexf } from './periods.js';

const MIXED = 'Directed edge found in undirected graph.';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'networkx',
  name: 'NetworkX',
  needs: { python: ['networkx'] },
  version: (tools) => tools.pythonVersion('networkx'),
  limits: [
    `A GEXF file with both directed and undirected edges is refused: «${MIXED}»; its graphs are one or the other.`,
    'It reads no lists of GEXF (they stay texts such as `[a, b]`), no colours of edges, and no kinds but the attribute.',
    'Of Cytoscape.js JSON it wants `directed` and `multigraph` of the file, `value` of nodes and `key` of edges, which Cytoscape does not write, and it reads no positions.',
  ],
  checks: [
    {
      format: 'graphml',
      title: 'same nodes, edges, attributes, positions and colours',
      run: ({ set, file, tools }) => checkGraphml(set, read('graphml', file, tools)),
    },
    {
      format: 'graphml',
      title: 'the same from strict GraphML',
      run: ({ set, tools }) => checkGraphml(set, read('graphml', set.strict, tools)),
    },
    {
      format: 'nodelink',
      title: 'same nodes, edges, attributes, lists, positions and colours',
      run: ({ set, file, tools }) => {
        const found = read('nodelink', file, tools);
        return [...directed(found), ...differGraphs(upsideDown(expectedOf(set.json)), found)];
      },
    },
    {
      format: 'cytoscape',
      title: 'same nodes, edges, attributes, lists and colours, once the file says `value` and `key`',
      run: ({ set, file, tools }) => checkCytoscape(set, read('cytoscape', file, tools)),
    },
    {
      format: 'gexf',
      title: 'same nodes, edges, attributes, positions, times and colours of nodes, with all edges directed',
      run: ({ set, file, tools }) => checkGexf(set, { file, tools }),
    },
  ],
};

function read(form, file, { python }) {
  return JSON.parse(outputOf(run(python, [join(HERE, 'read_networkx.py'), form, file])));
}

function directed(found) {
  return [...differ('refused', undefined, found.refused), ...differ('directed', true, found.directed)];
}

function checkGraphml(set, found) {
  const { node_default: _, edge_default: __, ...attributes } = found.attributes;
  const nodes = without(found.nodes, 'name', 'labels');
  const edges = without(found.edges, 'id');
  return [
    ...directed(found),
    ...differNames(set, found),
    ...differGraphs(asGraphml(expectedOf(set.json)), { attributes, nodes, edges }),
  ];
}

function checkCytoscape(set, found) {
  const expected = expectedOf(set.json);
  const nodes = without(expected.nodes, 'x', 'y').map(([id, node]) => [
    id,
    { ...node, id, value: id, name: node.label },
  ]);
  const edges = expected.edges.map(([id, edge]) => [id, { ...edge, id, key: id, interaction: edge.kind }]);
  return [...directed(found), ...differGraphs({ nodes, edges }, { nodes: found.nodes, edges: found.edges })];
}

/** A file with symmetric edges is refused; a copy of it with only directed ones is then read instead. */
function checkGexf(set, { file, tools }) {
  const found = read('gexf', file, tools);
  if (set.json.edges.every(({ attributes }) => !attributes.symmetric)) return differGexf(set, found);
  const path = join(tools.scratch, `networkx-${set.name}.gexf`);
  const directed = readFileSync(file, 'utf8').replaceAll(' type="undirected"', ' type="directed"');
  writeFileSync(path, directed.replace('<graph ', '<graph defaultedgetype="directed" '));
  return [...differ('refused', MIXED, found.refused), ...differGexf(set, read('gexf', path, tools))];
}

function differGexf(set, found) {
  if (found.refused) return [`refused: ${found.refused}`];
  const expected = gexfOf(set);
  const nodes = expected.nodes.map(([id, { color, size, x, y, ...node }]) => [
    id,
    { ...node, viz: { color: { ...channels(color), a: 1 }, size, position: { x, y, z: 0 } } },
  ]);
  const edges = without(expected.edges, 'color', 'symmetric').map(([id, edge]) => [id, { ...edge, id }]);
  return [
    ...differ('directed', true, found.directed),
    ...differGraphs({ nodes, edges }, { nodes: withLists(found.nodes), edges: withLists(found.edges) }),
  ];
}

/** As the JSON, but for labels and time: NetworkX puts its numbers in place of the attributes of that name. */
function gexfOf(set) {
  const { nodes, edges } = expectedOf(set.json);
  const times = timesInGexf(set.file('gexf'));
  const told = ([id, attributes]) => {
    const texts = Object.entries(attributes).filter(([, value]) => value !== '');
    return [id, { ...Object.fromEntries(texts), label: oneLine(attributes.label) || id, ...times.get(id) }];
  };
  return { nodes: nodes.map(told), edges: edges.map(told) };
}

function withLists(elements) {
  const read = (value) =>
    typeof value === 'string' && value.startsWith('[') ? (listInGexf(value) ?? value) : value;
  return elements.map(([id, attributes]) => [
    id,
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, read(value)])),
  ]);
}
