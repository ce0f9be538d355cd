/** A small placed graph made by hand, and what the format tests need to run a writer. */
import { Problems } from '../../src/core/diagnostic.ts';
import { type EntityId, parseId } from '../../src/core/ids.ts';
import type { WriteContext } from '../../src/formats/formats.ts';
import type { Losses } from '../../src/formats/losses.ts';
import type { AttributeColumn, GraphEdges, GraphNodes, PlacedGraph } from '../../src/graph/view.ts';

export const BASE = 'https://example.org/harbour/';

export interface NodeSpec {
  readonly id: string;
  readonly label?: string;
  readonly kind?: string;
  readonly lineage?: readonly string[];
  readonly colour?: string;
  readonly at?: readonly [number, number];
  readonly size?: number;
}

export interface EdgeSpec {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind?: string;
  readonly label?: string;
  readonly weight?: number;
  readonly symmetric?: boolean;
}

export interface GraphSpec {
  readonly nodes: readonly NodeSpec[];
  readonly edges: readonly EdgeSpec[];
  readonly nodeColumns?: readonly AttributeColumn[];
  readonly edgeColumns?: readonly AttributeColumn[];
  readonly title?: string;
  readonly sized?: boolean;
}

export function entityId(text: string): EntityId {
  const id = parseId<EntityId>(text);
  if (id === undefined) throw new Error(`bad id in a test: ${text}`);
  return id;
}

export function placedGraph(spec: GraphSpec): PlacedGraph {
  const index = new Map(spec.nodes.map((node, i) => [node.id, i]));
  const ends = (of: (edge: EdgeSpec) => string) =>
    Uint32Array.from(spec.edges, (edge) => index.get(of(edge)) ?? 0);
  const nodes = nodesOf(spec);
  const edges: GraphEdges = {
    count: spec.edges.length,
    id: spec.edges.map((edge) => edge.id),
    source: ends((edge) => edge.from),
    target: ends((edge) => edge.to),
    kind: spec.edges.map((edge) => edge.kind ?? 'CALLED_AT'),
    label: spec.edges.map((edge) => edge.label ?? 'called at'),
    predicate: spec.edges.map(() => 'https://example.org/sea#calledAt'),
    colour: spec.edges.map(() => '#4e79a7'),
    weight: Float64Array.from(spec.edges, (edge) => edge.weight ?? 1),
    symmetric: Uint8Array.from(spec.edges, (edge) => Number(edge.symmetric ?? false)),
    attributes: spec.edgeColumns ?? [],
  };
  const title = spec.title ?? 'Ships & ports';
  return {
    view: {
      dataset: {
        base: BASE,
        title,
        licence: 'CC0-1.0',
        creators: [{ name: 'A. Mate' }, { name: 'B. Pilot' }],
      },
      nodes,
      edges,
      sources: [new Map(Object.entries({ id: 'log', title: 'Harbour <log> & more', type: 'Table' }))],
      kinds: [legend('Port', 1), legend('Ship', 2)],
      relations: [legend('CALLED_AT', spec.edges.length)],
      facts: { written: 7, outside: new Map([['planned', 2]]) },
    },
    placement: {
      x: Float64Array.from(spec.nodes, (node) => node.at?.[0] ?? 0),
      y: Float64Array.from(spec.nodes, (node) => node.at?.[1] ?? 0),
      size: spec.sized ? Float64Array.from(spec.nodes, (node) => node.size ?? 4) : undefined,
      algorithm: 'by-hand',
      seed: 1,
      iterations: 0,
    },
  };
}

function nodesOf(spec: GraphSpec): GraphNodes {
  const { nodes } = spec;
  const kind = nodes.map((node) => node.kind ?? 'Ship');
  return {
    count: nodes.length,
    id: nodes.map((node) => entityId(node.id)),
    label: nodes.map((node) => node.label ?? node.id),
    kind,
    lineage: nodes.map((node, i) => node.lineage ?? [kind[i] ?? 'Ship', 'Thing']),
    iri: nodes.map((node) => BASE + node.id),
    colour: nodes.map((node) => node.colour ?? '#f28e2b'),
    degree: Uint32Array.from(nodes, () => 2),
    weightedDegree: Float64Array.from(nodes, () => 2),
    community: undefined,
    attributes: spec.nodeColumns ?? [],
  };
}

function legend(name: string, count: number) {
  return {
    name,
    label: name.toLowerCase(),
    iri: `https://example.org/sea#${name}`,
    colour: '#f28e2b',
    count,
  };
}

/** Two ships of one name, a port, three edges: two of them between the same pair, one symmetric. */
export const shipsAndPorts: PlacedGraph = placedGraph({
  sized: true,
  nodes: [
    { id: 'antwerp', label: 'Antwerp', kind: 'Port', colour: '#59A14F', at: [-100.004, 50.5], size: 100 },
    { id: 'meteor-1', label: 'Meteor', at: [60, -25.126], size: 4 },
    { id: 'meteor-2', label: 'Meteor', at: [40.004, -25.374], size: 4 },
  ],
  edges: [
    { id: 'e-01', from: 'meteor-1', to: 'antwerp', weight: 2 },
    { id: 'e-02', from: 'meteor-1', to: 'antwerp', kind: 'BUILT_AT', label: 'built at' },
    { id: 'e-03', from: 'meteor-1', to: 'meteor-2', kind: 'SISTER_OF', label: 'sister of', symmetric: true },
  ],
  nodeColumns: [
    { name: 'flag', type: 'strings', values: [undefined, ['Belgium', 'Chile; Peru'], ['Belgium']] },
    { name: 'launched', type: 'string', values: [undefined, '1912-03', undefined] },
    { name: 'launched_year', type: 'int', values: [undefined, 1912, undefined] },
    { name: 'name', type: 'strings', values: [['Antwerpen'], undefined, undefined] },
    { name: 'unused', type: 'string', values: [undefined, undefined, undefined] },
  ],
  edgeColumns: [
    { name: 'disputed', type: 'boolean', values: [true, false, undefined] },
    {
      name: 'evidence',
      type: 'string',
      values: ['[{"quote":"she < made port & left; \\"twice\\""}]', undefined, undefined],
    },
    { name: 'tonnage', type: 'double', values: [1234.5, undefined, undefined] },
  ],
});

/** Runs a writer; gives its text with what it reported. */
export function written(write: (context: WriteContext) => Iterable<string>) {
  const context = { problems: new Problems(), losses: new Map() satisfies Losses };
  const text = [...write(context)].join('');
  return { text, problems: context.problems, losses: Object.fromEntries(context.losses) };
}
