/** The JSON Schema of laid-out JSON, published as `ontology/schemas/graph.schema.json`. */
import { SOURCE_KEYS } from '../../graph/sources.ts';
import { WRITE_CHOICES } from '../options.ts';

const ID = { type: 'string', pattern: '^[A-Za-z0-9._:-]+$' };
const TEXT = { type: 'string' };
const IRI = { type: 'string', minLength: 1 };
const COUNT = { type: 'integer', minimum: 0 };
const COLOUR = { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' };
const COORDINATE = { type: 'number', minimum: -5000, maximum: 5000 };
const EXTENT = { type: 'array', items: COORDINATE, minItems: 2, maxItems: 2 };

/** A domain attribute: a scalar or a list of texts, flat, so that every client can filter by it. */
const VALUE = { type: ['string', 'number', 'boolean', 'array'], items: TEXT };
/** sigma takes `type` for a rendering program and throws; graphology loses `__proto__`. */
const NAME = { type: 'string', minLength: 1, not: { enum: ['type', '__proto__'] } };

function object(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function attributes(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, propertyNames: NAME, additionalProperties: VALUE };
}

const LEGEND = {
  type: 'array',
  items: object({ name: TEXT, label: TEXT, iri: IRI, colour: COLOUR, count: COUNT }, [
    'name',
    'label',
    'iri',
    'colour',
    'count',
  ]),
};

const LAYOUT = object(
  {
    algorithm: TEXT,
    seed: { type: 'integer' },
    iterations: COUNT,
    yAxis: { const: 'up' },
    sizeUnit: {
      enum: WRITE_CHOICES.sizeUnit,
      description: 'Sizes are radii in the unit of x and y, 4 to 100, or in pixels of the screen, 3 to 20.',
    },
    bounds: object({ x: EXTENT, y: EXTENT }, ['x', 'y']),
  },
  ['algorithm', 'seed', 'iterations', 'yAxis', 'sizeUnit'],
);

const GRAPH = object(
  {
    title: TEXT,
    description: TEXT,
    licence: TEXT,
    creators: { type: 'array', items: TEXT },
    base: { ...IRI, description: 'The IRI that ids are appended to.' },
    language: { ...TEXT, description: 'BCP 47, of text without a language of its own.' },
    sources: {
      type: 'array',
      items: object(Object.fromEntries(SOURCE_KEYS.map((key) => [key, TEXT])), ['id', 'type']),
      description: 'What the sources are that evidence names by id.',
    },
    kinds: { ...LEGEND, description: 'The classes of nodes.' },
    relations: { ...LEGEND, description: 'The kinds of edges.' },
    layout: LAYOUT,
    facts: object(
      {
        written: { ...COUNT, description: 'Readings of facts in this graph.' },
        outside: {
          type: 'object',
          additionalProperties: COUNT,
          description: 'Readings of facts that are not in it, by reason.',
        },
      },
      ['written', 'outside'],
    ),
  },
  ['base', 'creators', 'facts', 'kinds', 'layout', 'relations', 'sources', 'title'],
);

const NODE_ATTRIBUTES = attributes(
  {
    label: TEXT,
    kind: TEXT,
    uri: IRI,
    x: COORDINATE,
    y: COORDINATE,
    size: { type: 'number', minimum: 3, maximum: 100, description: 'Absent when all nodes are equal.' },
    color: COLOUR,
    degree: COUNT,
    weightedDegree: { type: 'number', minimum: 0 },
    community: { ...COUNT, description: 'Numbered from 0, the largest first.' },
  },
  ['label', 'kind', 'uri', 'x', 'y', 'color', 'degree', 'weightedDegree'],
);

const EDGE_ATTRIBUTES = attributes(
  {
    label: TEXT,
    kind: TEXT,
    predicate: IRI,
    weight: {
      type: 'number',
      exclusiveMinimum: 0,
      description: 'The number of facts; in the place of an event, of pairs of facts.',
    },
    color: COLOUR,
    symmetric: { const: true, description: 'The relation holds in both directions.' },
  },
  ['label', 'kind', 'predicate', 'weight', 'color'],
);

/** The schema as a value: JSON Schema 2020-12. */
export function graphSchema(): object {
  const options = object(
    { allowSelfLoops: { const: true }, multi: { const: true }, type: { const: 'directed' } },
    ['allowSelfLoops', 'multi', 'type'],
  );
  const node = object({ key: ID, attributes: NODE_ATTRIBUTES }, ['key', 'attributes']);
  const edge = object({ key: ID, source: ID, target: ID, attributes: EDGE_ATTRIBUTES }, [
    'key',
    'source',
    'target',
    'attributes',
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://w3id.org/factweave/schemas/graph.schema.json',
    title: 'Laid-out graph of factweave',
    description: 'A directed multigraph in the serialized form of graphology, with positions and its legend.',
    ...object(
      {
        options,
        attributes: GRAPH,
        nodes: { type: 'array', items: node },
        edges: { type: 'array', items: edge },
      },
      ['options', 'attributes', 'nodes', 'edges'],
    ),
  };
}

/** The text of the published file. */
export function writeGraphSchema(): string {
  return `${JSON.stringify(graphSchema(), undefined, 2)}\n`;
}
