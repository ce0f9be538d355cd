import { join } from 'node:path';
import { HERE, run } from './client.js';
import { batchReader, RDF_FORMATS, rdfChecks } from './rdf.js';

const FORMATS = RDF_FORMATS;

/** @type {import('./client.js').Client} */
export const client = {
  id: 'rdflib',
  name: 'rdflib',
  needs: { python: ['rdflib'] },
  version: ({ pythonVersion }) => pythonVersion('rdflib'),
  limits: [
    'It does not know RDF 1.2: `VERSION` is bad syntax to it, and a triple term an invalid line.',
    'It spells numbers and dates anew unless `rdflib.NORMALIZE_LITERALS` is false, as it is here: then it keeps them sign for sign.',
  ],
  checks: rdfChecks({
    formats: FORMATS,
    refused: { rdf12: /Bad syntax|Invalid line/ },
    read: batchReader({
      id: 'rdflib',
      formats: FORMATS,
      start: (input, { python }) => run(python, [join(HERE, 'read_rdf.py'), 'rdflib'], { input }),
    }),
  }),
};
