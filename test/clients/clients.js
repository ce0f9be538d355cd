/** All clients, in the order of the rows of the matrix. */

import { client as cffconvert } from './cffconvert.js';
import { client as chromium } from './chromium.js';
import { client as cytoscape } from './cytoscape.js';
import { client as duckdb } from './duckdb.js';
import { client as gephi } from './gephi.js';
import { client as graphology } from './graphology.js';
import { client as igraph } from './igraph.js';
import { client as jena } from './jena.js';
import { client as jing } from './jing.js';
import { client as jsonld } from './jsonld.js';
import { client as n3 } from './n3.js';
import { client as neo4j } from './neo4j.js';
import { client as networkx } from './networkx.js';
import { client as oxigraph } from './oxigraph.js';
import { client as pillow } from './pillow.js';
import { client as pyarrow } from './pyarrow.js';
import { client as pyld } from './pyld.js';
import { client as pyoxigraph } from './pyoxigraph.js';
import { client as pyshacl } from './pyshacl.js';
import { client as rapper } from './rapper.js';
import { client as rdf4j } from './rdf4j.js';
import { client as rdflib } from './rdflib.js';
import { client as serdi } from './serdi.js';
import { client as tdb2 } from './tdb2.js';
import { client as xmllint } from './xmllint.js';

/** @type {readonly import('./client.js').Client[]} */
export const CLIENTS = [
  gephi,
  networkx,
  igraph,
  graphology,
  cytoscape,
  xmllint,
  jing,
  chromium,
  pillow,
  neo4j,
  duckdb,
  pyarrow,
  oxigraph,
  pyoxigraph,
  n3,
  jsonld,
  pyld,
  rdflib,
  rapper,
  serdi,
  jena,
  tdb2,
  rdf4j,
  pyshacl,
  cffconvert,
];
