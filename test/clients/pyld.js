import { join } from 'node:path';
import { HERE, run } from './client.js';
import { batchReader, rdfChecks } from './rdf.js';

const FORMATS = ['jsonld', 'ndjsonld'];

/** @type {import('./client.js').Client} */
export const client = {
  id: 'pyld',
  name: 'PyLD',
  needs: { python: ['pyld'] },
  version: ({ pythonVersion }) => pythonVersion('pyld'),
  checks: rdfChecks({
    formats: FORMATS,
    read: batchReader({
      id: 'pyld',
      formats: FORMATS,
      start: (input, { python }) => run(python, [join(HERE, 'read_rdf.py'), 'pyld'], { input }),
    }),
  }),
};
