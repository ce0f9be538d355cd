/** The Gephi Toolkit: Gephi without its window. `java/gephi` opens the files as the window does. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../dist/formats/table.js';
import { arrange, DEFAULT_VIEW_OPTIONS, Problems, view } from '../../dist/index.js';
import { differ, differJson, oncePer, outputOf } from './client.js';
import { asGraphml, channels, differGraphs, differNames, expectedOf, oneLine, without } from './graphs.js';
import { differDates, timesInGexf } from './periods.js';

const FOLDER = 'java/gephi';
const ALL_REASONS = ['planned', 'expected', 'alleged', 'attributed', 'negated', 'possible'];

/** @type {import('./client.js').Client} */
export const client = {
  id: 'gephi',
  name: 'Gephi Toolkit',
  needs: { maven: FOLDER },
  version: (tools) => tools.mavenVersion(FOLDER, 'gephi-toolkit'),
  limits: [
    'It makes one edge of parallel edges of one kind, with the sum of their weights and the attributes of one of them: the graph view aggregates them unless it is told to keep them, and that is what is compared.',
    'Edges of one kind that differ only in their standing (one planned, one negated), which the graph view keeps apart, become one edge too.',
    'GraphML has no undirected edges beside directed ones (`symmetric` says so), no lists and no time: GEXF has.',
    'From strict GraphML it makes one edge of all edges in one direction between two nodes, whatever their kind.',
  ],
  checks: [
    {
      format: 'graphml',
      title: 'same nodes, kinds of edges, attributes with types, positions, sizes and colours',
      run: ({ set, tools }) => checkGraphml(openedIn(set, tools)),
    },
    {
      format: 'gexf',
      title:
        'same nodes, kinds and directions of edges, attributes with types, lists, positions, sizes and colours',
      run: ({ set, tools }) => checkGexf(openedIn(set, tools)),
    },
    {
      format: 'gexf',
      title: 'every period of nodes and edges as the file says, and as the dates of the JSON do',
      run: ({ set, tools }) => checkPeriods(openedIn(set, tools)),
    },
    {
      format: 'gexf',
      title: 'parallel edges that were kept become one edge a kind, with the sum of their weights',
      run: ({ set, tools }) => checkMerged(set.json, openedIn(set, tools).kept),
    },
    {
      format: 'graphml',
      title: 'strict: same nodes, and an edge wherever there is one',
      run: ({ set, tools }) => checkStrict(set, openedIn(set, tools).strict),
    },
  ],
};

/** Opens all files of a set in one run of Gephi; where the set has edges that Gephi merges, also aggregated ones. */
const openedIn = oncePer((set, tools) => {
  const merges = differentEdges(set.json).size < set.json.edges.length;
  const own = {
    graph: set.graph,
    graphml: set.file('graphml'),
    gexf: set.file('gexf'),
    json: set.file('json'),
  };
  const files = merges ? aggregatedFiles(set, join(tools.scratch, `gephi-${set.name}`)) : own;
  const asked = [files.graphml, files.gexf, set.file('gexf'), set.strict];
  const output = join(tools.scratch, `gephi-${set.name}.json`);
  outputOf(tools.java(FOLDER, [output, ...asked]));
  const found = JSON.parse(readFileSync(output, 'utf8'));
  const [graphml, gexf, kept, strict] = asked.map((file) => found[file]);
  const json = JSON.parse(readFileSync(files.json, 'utf8'));
  return { graph: files.graph, json, file: files.gexf, graphml, gexf, kept, strict };
});

function differentEdges({ edges }) {
  return new Set(
    edges.map(({ source, target, attributes }) => JSON.stringify([source, target, attributes.kind])),
  );
}

/** Parallel facts of one kind as one edge, which is what a project exports unless it asks otherwise. */
function aggregatedFiles({ name, knowledge, graph }, folder) {
  const { seed, iterations } = graph.placement;
  const seen = view(knowledge, { ...DEFAULT_VIEW_OPTIONS, include: ALL_REASONS, parallel: 'aggregate' });
  const placed = arrange(seen, { engine: 'forceatlas2', seed, iterations });
  mkdirSync(folder, { recursive: true });
  const files = ['graphml', 'gexf', 'json'].map((format) => {
    const { extension, write } = FORMATS.get(format);
    const path = join(folder, name + extension);
    writeFileSync(path, [...write(placed, { problems: new Problems(), losses: new Map() })].join(''));
    return [format, path];
  });
  return { graph: placed, ...Object.fromEntries(files) };
}

function checkGraphml({ graph, json, graphml }) {
  const expected = asGraphml(expectedOf(json));
  const coloured = ([id, { r, g, b, ...rest }]) => [id, { ...rest, colour: [r, g, b, 255] }];
  const nodes = expected.nodes.map(coloured);
  const edges = expected.edges.map(coloured).map(([id, edge]) => [id, { ...edge, directed: true }]);
  const found = withoutPeriods(foundIn(graphml));
  return [
    ...differReport(graphml),
    ...differNames({ graph }, found),
    ...differGraphs(
      { nodes, edges: withKinds(edges) },
      { ...found, nodes: without(found.nodes, 'name', 'labels') },
    ),
    ...differTypes({ graph, json }, graphml, 'String', {
      name: 'String',
      labels: 'String',
      interaction: 'String',
      symmetric: 'Boolean',
    }),
  ];
}

function checkGexf({ graph, json, gexf }) {
  const expected = expectedOf(json);
  const edges = expected.edges.map(([id, { symmetric = false, ...edge }]) => [
    id,
    { ...edge, directed: !symmetric },
  ]);
  return [
    ...differReport(gexf),
    ...differGraphs(
      { nodes: expected.nodes.map(asGexf), edges: withKinds(edges.map(asGexf)) },
      withoutPeriods(foundIn(gexf)),
    ),
    ...differTypes({ graph, json }, gexf, 'String[]', {}),
  ];
}

/** What Gephi itself knows of an element, its attributes, and as `kindOfEdge` the type of an edge. */
function foundIn({ nodes, edges }) {
  return {
    nodes: nodes.map(({ id, attributes, x, y, z: _, ...own }) => [
      id,
      { ...attributes, ...own, x: asWritten(x), y: asWritten(y) },
    ]),
    edges: edges.map(({ id, attributes, kind, ...own }) => [id, { ...attributes, ...own, kindOfEdge: kind }]),
  };
}

/** Auto-scale computes with 32 bits: the two decimals of the file are what it must not touch. */
function asWritten(position) {
  return Math.round(position * 100) / 100 + 0;
}

function withoutPeriods({ nodes, edges }) {
  return { nodes: without(nodes, 'intervals'), edges: without(edges, 'intervals') };
}

function withKinds(edges) {
  return edges.map(([id, edge]) => [id, { ...edge, kindOfEdge: edge.kind }]);
}

function asGexf([id, { color, ...attributes }]) {
  const texts = Object.entries(attributes).filter(([, value]) => value !== '');
  const { r, g, b } = channels(color);
  return [
    id,
    { ...Object.fromEntries(texts), label: oneLine(attributes.label) || id, colour: [r, g, b, 255] },
  ];
}

/** What the window would show in its report; auto-scale is on, as it is there. */
function differReport({ autoScale, issues }) {
  return [...differ('auto-scale', true, autoScale), ...issues];
}

const JAVA_TYPES = { boolean: 'Boolean', int: 'Integer', long: 'Long', double: 'Double', string: 'String' };
const OWN_TYPES = {
  kind: 'String',
  uri: 'String',
  predicate: 'String',
  degree: 'Integer',
  weightedDegree: 'Double',
  community: 'Integer',
};

function differTypes({ graph, json }, { nodeColumns, edgeColumns }, list, more) {
  const columns = (elements, names) => {
    const types = new Map(elements.attributes.map(({ name, type }) => [name, JAVA_TYPES[type] ?? list]));
    const given = new Set(names.flatMap(({ attributes }) => Object.keys(attributes)));
    return (name) =>
      given.has(name) || more[name] ? (types.get(name) ?? OWN_TYPES[name] ?? more[name]) : undefined;
  };
  const differ = (what, typeOf, found) =>
    Object.entries(found).flatMap(([name, type]) =>
      differJson(`type of ${what} ${name}`, typeOf(name), type),
    );
  return [
    ...differ('node', columns(graph.view.nodes, json.nodes), nodeColumns),
    ...differ('edge', columns(graph.view.edges, json.edges), edgeColumns),
  ];
}

/** A bound that the file does not give is open. */
function checkPeriods({ json, file, gexf }) {
  const times = timesInGexf(file);
  const found = [...gexf.nodes, ...gexf.edges].filter(({ intervals }) => intervals !== undefined);
  return [
    ...differ('elements with a period', times.size, found.length),
    ...found.flatMap(({ id, intervals }) => {
      const { start = '-Infinity', end = 'Infinity' } = times.get(id) ?? {};
      return differJson(`period of ${id}`, [[start, end]], intervals);
    }),
    ...json.nodes.flatMap(({ key, attributes: { start, startDate, end, endDate } }) =>
      differDates(key, { start: start ?? startDate, end: end ?? endDate }, times.get(key)),
    ),
    ...json.edges.flatMap(({ key, attributes }) => differDates(key, attributes, times.get(key))),
  ];
}

function checkMerged(json, { edges, issues }) {
  const weights = (list) => {
    const sums = new Map();
    for (const { source, target, kind, weight } of list) {
      const key = JSON.stringify([source, target, kind]);
      sums.set(key, (sums.get(key) ?? 0) + weight);
    }
    return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  };
  const expected = weights(
    json.edges.map(({ source, target, attributes }) => ({ source, target, ...attributes })),
  );
  return [
    ...issues,
    ...differ('edges', expected.length, edges.length),
    ...differJson('weights', expected, weights(edges)),
  ];
}

function checkStrict({ json }, { nodes, edges, issues }) {
  const ends = (list) => [...new Set(list.map(({ source, target }) => `${source} ${target}`))].sort();
  const ids = (list, name) => list.map((node) => node[name]).sort();
  return [
    ...issues,
    ...differJson('nodes', ids(json.nodes, 'key'), ids(nodes, 'id')),
    ...differJson('ends of edges', ends(json.edges), ends(edges)),
  ];
}
