/**
 * The layouts that are compared, one record each. `prepare(graph)` is not measured: it makes what the engine takes for a
 * graph. It gives either `step`, one of `steps` alike, or `all`, the whole in one call; and `places`, the result.
 * `command` instead is a program that is run on the graph in its own form and reports itself.
 */
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { randomFrom } from './graphs.js';
import { viewOf } from './view.js';

const require = createRequire(import.meta.url);

export const ENGINES = [
  { name: 'overview', label: 'factweave `overview`', own: true, prepare: factweave('overview') },
  { name: 'communities', label: 'factweave `communities`', own: true, prepare: factweave('communities') },
  { name: 'graphology', label: 'graphology FA2 × 600', steps: 600, prepare: graphology() },
  {
    name: 'graphology-1.2',
    label: 'graphology FA2 × 600, θ 1.2',
    steps: 600,
    prepare: graphology({ barnesHutTheta: 1.2, barnesHutOptimize: true }),
  },
  { name: 'd3-force', label: 'd3-force × 300', steps: 300, prepare: d3Force },
  { name: 'ngraph', label: 'ngraph.forcelayout × 600', steps: 600, prepare: ngraph },
  { name: 'sfdp', label: 'Graphviz sfdp', command: graphviz },
  { name: 'graph-tool', label: 'graph-tool sfdp_layout', command: graphTool },
];

/** The project's own, by the compiled library; the view is columns, as the graph stage hands them over. */
function factweave(profile) {
  return async (graph) => {
    const dist = process.env.LAYOUT_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));
    const { arrange } = await import(`${dist}/layout/arrange.js`);
    const view = viewOf(graph);
    let placed;
    return {
      all: async () => {
        placed = await arrange(view, { engine: 'forceatlas2', profile, seed: 1 });
      },
      places: () => ({ x: placed.placement.x, y: placed.placement.y, radii: placed.placement.size }),
      note: () => `${placed.placement.algorithm}, ${placed.placement.iterations} steps`,
    };
  };
}

/** With the settings that it infers from the number of nodes, from random places; the loop is that of its own index.js. */
function graphology(settings = {}) {
  return (graph) => {
    const Graph = require('graphology');
    const { inferSettings } = require('graphology-layout-forceatlas2');
    const defaults = require('graphology-layout-forceatlas2/defaults.js');
    const { graphToByteArrays } = require('graphology-layout-forceatlas2/helpers.js');
    const iterate = require('graphology-layout-forceatlas2/iterate.js');
    const random = randomFrom(1);
    const own = new Graph({ type: 'undirected' });
    for (let i = 0; i < graph.count; i++) own.addNode(i, { x: random(), y: random() });
    for (let e = 0; e < graph.source.length; e++) own.addEdge(graph.source[e], graph.target[e]);
    const used = { ...defaults, ...inferSettings(own), ...settings };
    const { nodes, edges } = graphToByteArrays(own, () => 1);
    const at = (offset) => Float64Array.from({ length: graph.count }, (_, i) => nodes[i * 10 + offset]);
    return {
      step: () => iterate(used, nodes, edges),
      places: () => ({ x: at(0), y: at(1) }),
      note: () => `θ ${used.barnesHutOptimize ? used.barnesHutTheta : 'none (exact)'}`,
    };
  };
}

/** Links, charge and centre with their defaults; 300 steps are what its own cooling takes. */
async function d3Force(graph) {
  const d3 = await import('d3-force');
  const nodes = Array.from({ length: graph.count }, () => ({}));
  const links = Array.from(graph.source, (source, e) => ({ source, target: graph.target[e] }));
  const simulation = d3
    .forceSimulation(nodes)
    .force('link', d3.forceLink(links))
    .force('charge', d3.forceManyBody())
    .force('centre', d3.forceCenter())
    .stop();
  return { step: () => simulation.tick(), places: () => placesOf(nodes) };
}

function ngraph(graph) {
  const createGraph = require('ngraph.graph');
  const createLayout = require('ngraph.forcelayout');
  const own = (createGraph.default ?? createGraph)();
  for (let i = 0; i < graph.count; i++) own.addNode(i);
  for (let e = 0; e < graph.source.length; e++) own.addLink(graph.source[e], graph.target[e]);
  const layout = createLayout(own);
  const nodes = Array.from({ length: graph.count }, (_, i) => i);
  return { step: () => layout.step(), places: () => placesOf(nodes.map((i) => layout.getNodePosition(i))) };
}

/** Its defaults; nodes are points, since a node wide enough for a label would only change the scale. */
function graphviz(graph) {
  return {
    program: 'sfdp',
    args: ['-Tplain', '-Nshape=point', '-Nwidth=0.01', '-Nlabel='],
    input: `graph{${Array.from({ length: graph.count }, (_, i) => i).join(';')};${Array.from(graph.source, (source, e) => `${source}--${graph.target[e]}`).join(';')}}`,
    places: (text) => {
      const places = { x: new Float64Array(graph.count), y: new Float64Array(graph.count) };
      for (const line of text.split('\n')) {
        const [word, node, x, y] = line.split(' ', 4);
        if (word !== 'node') continue;
        places.x[node] = Number(x);
        places.y[node] = Number(y);
      }
      return places;
    },
  };
}

function graphTool(graph, file) {
  return {
    program: '/usr/bin/python3',
    args: [fileURLToPath(new URL('graphtool.py', import.meta.url)), file],
    env: { ...process.env, OMP_NUM_THREADS: '1', MPLCONFIGDIR: tmpdir() },
    places: (text) => {
      const { cpu, seconds, positions } = JSON.parse(text);
      const flat = new Float64Array(new Uint8Array(Buffer.from(positions, 'base64')).buffer);
      return { x: flat.slice(0, graph.count), y: flat.slice(graph.count), cpu, seconds };
    },
  };
}

function placesOf(nodes) {
  return { x: Float64Array.from(nodes, (node) => node.x), y: Float64Array.from(nodes, (node) => node.y) };
}
