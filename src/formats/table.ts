import type { Format } from './formats.ts';
import { graphml } from './graphml/graphml.ts';
import { json } from './json/json.ts';
import { nquads } from './rdf/nquads.ts';
import { turtle } from './rdf/turtle.ts';

/** All export formats by name, in the order of the manifest. */
export const FORMATS: ReadonlyMap<string, Format> = new Map(
  [turtle, nquads, graphml, json].map((format) => [format.name, format]),
);
