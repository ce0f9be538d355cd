import { byValue, withLowerTags } from './quads.js';
import { batchReader, RDF_FORMATS, rdfChecks } from './rdf.js';

const FOLDER = 'java/jena';
const FORMATS = RDF_FORMATS.filter((format) => format !== 'ndjsonld');

/** @type {import('./client.js').Client} */
export const client = {
  id: 'tdb2',
  name: 'Apache Jena TDB2 (tdb2.tdbloader)',
  needs: { maven: FOLDER },
  version: ({ mavenVersion }) => mavenVersion(FOLDER, 'jena-tdb2'),
  limits: [
    'It keeps numbers by value, without leading and trailing zeros; so its quads are compared by value.',
  ],
  checks: rdfChecks({
    formats: FORMATS,
    title: 'the same quads in the database, by value',
    known: (quads) => byValue(withLowerTags(quads)),
    read: batchReader({
      id: 'tdb2',
      formats: FORMATS,
      task: 'load',
      start: (input, { java }) => java(FOLDER, [], { input }),
    }),
  }),
};
