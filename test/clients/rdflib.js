import { join } from 'node:path';
import { HERE, run } from './client.js';
import { byValue } from './quads.js';
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
    'It writes decimals without leading zeros unless `rdflib.NORMALIZE_LITERALS` is false; so its quads are compared by value.',
  ],
  checks: rdfChecks({
    formats: FORMATS,
    title: 'the same quads, by value',
    known: byValue,
    refused: { rdf12: /Bad syntax|Invalid line/ },
    read: batchReader({
      id: 'rdflib',
      formats: FORMATS,
      start: (input, { python }) => run(python, [join(HERE, 'read_rdf.py'), 'rdflib'], { input }),
    }),
  }),
};
