/**
 * What a graph client must have found, told from the laid-out JSON of the same graph. The rules are those of
 * `docs/formats.md`, told a second time on purpose: nothing here comes from `src`.
 *
 * @typedef {object} FoundGraph Ids with attributes; an edge has `source` and `target` among them.
 * @property {readonly (readonly [string, Record<string, unknown>])[]} nodes
 * @property {readonly (readonly [string, Record<string, unknown>])[]} edges
 * @property {Record<string, unknown>} [attributes] Of the whole graph.
 */
import { differ, differJson } from './client.js';

/** @returns {FoundGraph} The JSON as it stands. */
export function expectedOf({ attributes, nodes, edges }) {
  return {
    attributes,
    nodes: nodes.map((node) => [node.key, node.attributes]),
    edges: edges.map(({ key, source, target, attributes }) => [key, { source, target, ...attributes }]),
  };
}

/** The same with y pointing down, as on a screen. */
export function upsideDown(graph) {
  const nodes = graph.nodes.map(([id, node]) => [id, { ...node, y: 0 - node.y }]);
  const { layout } = graph.attributes;
  const bounds = { ...layout.bounds, y: layout.bounds.y.map((y) => 0 - y).reverse() };
  return {
    ...graph,
    nodes,
    attributes: { ...graph.attributes, layout: { ...layout, bounds, yAxis: 'down' } },
  };
}

/** What GraphML says of it; the names and the labels of nodes are for {@link differNames}. */
export function asGraphml(graph) {
  const nodes = graph.nodes.map(([id, node]) => [id, { ...flat(node), ...channels(node.color) }]);
  const edges = graph.edges.map(([id, edge]) => [
    id,
    { ...flat(edge), ...channels(edge.color), interaction: edge.kind },
  ]);
  const { layout, facts, sources } = graph.attributes;
  const attributes = {
    ...flat(graph.attributes),
    sources: JSON.stringify(sources),
    layout: layout.algorithm,
    layout_seed: layout.seed,
    layout_iterations: layout.iterations,
    layout_y_axis: layout.yAxis,
    facts_written: facts.written,
    facts_outside: Object.values(facts.outside).reduce((sum, count) => sum + count, 0),
  };
  for (const legend of ['kinds', 'relations', 'facts']) delete attributes[legend];
  return { attributes, nodes: without(nodes, 'color'), edges: without(edges, 'color') };
}

/** Lists become one text, line breaks in labels blanks, and nothing stands for an empty text. */
function flat(attributes) {
  const texts = Object.entries(attributes).map(([name, value]) => {
    if (name === 'label') return [name, oneLine(value)];
    return [
      name,
      Array.isArray(value) ? value.map((item) => `${item}`.replaceAll(';', ',')).join(';') : value,
    ];
  });
  return Object.fromEntries(texts.filter(([, value]) => value !== ''));
}

export function oneLine(text) {
  return text.replace(/\r\n|[\t\n\r]/g, ' ');
}

/** `#rrggbb` in three numbers. */
export function channels(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return { r, g, b };
}

/** The list without these attributes of its elements. */
export function without(elements, ...names) {
  return elements.map(([id, attributes]) => {
    const rest = Object.entries(attributes).filter(([name]) => !names.includes(name));
    return [id, Object.fromEntries(rest)];
  });
}

/** Every node is named, no two alike, by its label; and has the labels of its class and of all wider ones. */
export function differNames(set, found) {
  const { id, label, lineage } = set.graph.view.nodes;
  const nodes = new Map(found.nodes);
  const names = new Set(found.nodes.map(([, node]) => node.name));
  return [
    ...differ('different names', nodes.size, names.size),
    ...id.flatMap((key, i) => {
      const { name, labels } = nodes.get(key) ?? {};
      const named = `${name}`.startsWith(oneLine(label[i]));
      return [
        ...(named ? [] : [`node ${key} name: ${name} does not begin with its label`]),
        ...differ(
          `node ${key} labels`,
          [...lineage[i]]
            .reverse()
            .map((one) => `:${one}`)
            .join(''),
          labels,
        ),
      ];
    }),
  ];
}

/** Compares counts, ids and every attribute, also those that one of both does not have. */
export function differGraphs(expected, found) {
  return [
    ...(expected.attributes && found.attributes
      ? differAttributes('graph', expected.attributes, found.attributes)
      : []),
    ...differElements('node', expected.nodes, found.nodes),
    ...differElements('edge', expected.edges, found.edges),
  ];
}

function differElements(what, expected, found) {
  const others = new Map(found);
  const known = new Map(expected);
  return [
    ...differ(`${what}s`, expected.length, found.length),
    ...differ(`different ids of ${what}s`, found.length, others.size),
    ...[...others.keys()].filter((id) => !known.has(id)).map((id) => `${what} ${id}: not expected`),
    ...expected.flatMap(([id, attributes]) => {
      const other = others.get(id);
      return other ? differAttributes(`${what} ${id}`, attributes, other) : [`${what} ${id}: not found`];
    }),
  ];
}

function differAttributes(what, expected, found) {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  return [...names].flatMap((name) => differJson(`${what} ${name}`, expected[name], found[name]));
}

/** The items of `[a, "b, c"]`, for clients that leave lists as they stand in the file; undefined for another text. */
export function listInGexf(text) {
  const items = [...text.slice(1, -1).matchAll(/(?:"((?:[^"\\]|\\.)*)"|([^",]+))(?:, |$)/gy)];
  const read = items.map(([, quoted, plain]) => plain ?? quoted.replace(/\\(.)/gs, '$1'));
  return items.map(([whole]) => whole).join('') === text.slice(1, -1) ? read : undefined;
}
