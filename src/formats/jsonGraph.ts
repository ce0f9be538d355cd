/** What the JSON formats say of the whole graph: title, licence, legend, layout, counts. */
import type { LegendEntry, PlacedGraph, Placement } from '../graph/view.ts';
import { twoDecimals } from './columns.ts';
import type { JsonGate } from './jsonGate.ts';
import { type JsonObject, type JsonValue, jsonObject } from './jsonText.ts';
import type { WriteOptions } from './options.ts';

/** What positions and sizes mean. */
export interface Units {
  /** `up` in the graph view and laid-out JSON; `down` for clients that draw as screens do. */
  readonly yAxis: 'up' | 'down';
  readonly sizeUnit?: WriteOptions['sizeUnit'];
}

/** The attributes of the graph; what JSON cannot hold is left out. */
export function graphAttributes({ view, placement }: PlacedGraph, gate: JsonGate, units: Units): JsonObject {
  const { dataset, facts } = view;
  const checked = (text: string | undefined): string | undefined =>
    gate.text(text) === undefined ? undefined : text;
  return jsonObject([
    ['title', checked(dataset.title)],
    ['description', checked(dataset.description)],
    ['licence', checked(dataset.licence)],
    ['creators', dataset.creators.flatMap(({ name }) => checked(name) ?? [])],
    ['base', checked(dataset.base)],
    ['language', checked(dataset.language)],
    ['sources', view.sources.map((note) => jsonObject([...note].map(([key, text]) => [key, checked(text)])))],
    ['kinds', view.kinds.map((entry) => legendEntry(entry, checked))],
    ['relations', view.relations.map((entry) => legendEntry(entry, checked))],
    ['layout', layout(placement, units)],
    [
      'facts',
      jsonObject([
        ['written', facts.written],
        ['outside', new Map(facts.outside)],
      ]),
    ],
  ]);
}

function legendEntry(entry: LegendEntry, checked: (text: string) => string | undefined): JsonValue {
  const { name, label, iri, colour, count } = entry;
  return jsonObject([
    ['name', checked(name)],
    ['label', checked(label)],
    ['iri', checked(iri)],
    ['colour', checked(colour)],
    ['count', count],
  ]);
}

function layout(
  { algorithm, seed, iterations, x, y }: Placement,
  { yAxis, sizeUnit = 'positions' }: Units,
): JsonObject {
  const bounds =
    x.length === 0
      ? undefined
      : jsonObject([
          ['x', extent(x)],
          ['y', extent(y)],
        ]);
  return jsonObject([
    ['algorithm', algorithm],
    ['seed', seed],
    ['iterations', iterations],
    ['yAxis', yAxis],
    ['sizeUnit', sizeUnit],
    ['bounds', bounds],
  ]);
}

/** The least and the greatest of the finite values, with two decimals. */
function extent(values: Float64Array): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least > greatest ? [0, 0] : [twoDecimals(least), twoDecimals(greatest)];
}

/**
 * The same graph with y pointing down. The rounded y is negated, so that it is that of the other formats but for
 * the sign.
 */
export function upsideDown({ view, placement }: PlacedGraph): PlacedGraph {
  return { view, placement: { ...placement, y: placement.y.map((y) => -twoDecimals(y)) } };
}
