import { citation } from './citation/citation.ts';
import { csv } from './csv/csv.ts';
import { cytoscape } from './cytoscape/cytoscape.ts';
import { dataset } from './dataset/dataset.ts';
import type { Format } from './formats.ts';
import { gexf } from './gexf/gexf.ts';
import { graphml } from './graphml/graphml.ts';
import { json } from './json/json.ts';
import { nodelink } from './nodelink/nodelink.ts';
import { parquet } from './parquet/parquet.ts';
import { png } from './picture/png.ts';
import { svg } from './picture/svg.ts';
import { jsonld } from './rdf/jsonld.ts';
import { ndjsonld } from './rdf/ndjsonld.ts';
import { nquads } from './rdf/nquads.ts';
import { ntriples } from './rdf/ntriples.ts';
import { trig } from './rdf/trig.ts';
import { turtle } from './rdf/turtle.ts';
import { shapes } from './shapes/shapes.ts';

/** All export formats by name, in the order of the manifest. */
export const FORMATS: ReadonlyMap<string, Format> = new Map(
  [
    turtle,
    trig,
    ntriples,
    nquads,
    jsonld,
    ndjsonld,
    graphml,
    gexf,
    json,
    cytoscape,
    nodelink,
    csv,
    parquet,
    svg,
    png,
    shapes,
    citation,
    dataset,
  ].map((format) => [format.name, format]),
);
