import { join } from 'node:path';
import { HERE, run } from './client.js';
import { byValue } from './quads.js';
import { batchReader, RDF_FORMATS, rdfChecks } from './rdf.js';

const FILES = RDF_FORMATS.filter((format) => format !== 'ndjsonld');
const start = (input, { python }) => run(python, [join(HERE, 'read_rdf.py'), 'pyoxigraph'], { input });

/** @type {import('./client.js').Client} */
export const client = {
  id: 'pyoxigraph',
  name: 'pyoxigraph',
  needs: { python: ['pyoxigraph'] },
  version: ({ pythonVersion }) => pythonVersion('pyoxigraph'),
  checks: [
    ...rdfChecks({
      formats: RDF_FORMATS,
      read: batchReader({ id: 'pyoxigraph-read', formats: RDF_FORMATS, start }),
    }),
    ...rdfChecks({
      formats: FILES,
      title: 'the same quads in a store on disk, by value',
      known: byValue,
      read: batchReader({ id: 'pyoxigraph-load', task: 'load', formats: FILES, start }),
    }),
  ],
};
