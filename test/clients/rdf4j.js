import { batchReader, RDF_FORMATS, rdfChecks } from './rdf.js';

const FOLDER = 'java/rdf4j';
const REFUSED = { rdf12: /Expected ':', found ' '|IRI included an unencoded space/ };
const reader = (task) =>
  batchReader({
    id: `rdf4j-${task}`,
    formats: RDF_FORMATS,
    task,
    start: (input, { java }) => java(FOLDER, [], { input }),
  });

/** @type {import('./client.js').Client} */
export const client = {
  id: 'rdf4j',
  name: 'Eclipse RDF4J',
  needs: { maven: FOLDER },
  version: ({ mavenVersion }) => mavenVersion(FOLDER, 'rdf4j-rio-api'),
  limits: [
    'Version 5 does not know RDF 1.2: `VERSION` is no prefixed name to it, and a triple term an IRI with a space.',
  ],
  checks: [
    ...rdfChecks({ formats: RDF_FORMATS, refused: REFUSED, read: reader('read') }),
    ...rdfChecks({
      formats: RDF_FORMATS,
      refused: REFUSED,
      title: 'the same quads in a native store',
      read: reader('load'),
    }),
  ],
};
