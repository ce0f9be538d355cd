import { run } from './client.js';
import { readQuads } from './quads.js';
import { rdfChecks } from './rdf.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'serdi',
  name: 'Serd (serdi)',
  needs: { debian: [['serdi', 'command -v serdi']] },
  version,
  limits: ['It does not know RDF 1.2: `VERSION` is a «bad verb» to it, and a triple term a wrong IRI.'],
  checks: rdfChecks({
    formats: ['turtle', 'trig', 'ntriples', 'nquads'],
    refused: { rdf12: /bad verb|bad IRI scheme start `</ },
    read,
  }),
};

function version() {
  return run('serdi', ['-v']).stdout.split('\n')[0]?.split(' ')[1] ?? '';
}

/** A warning is a complaint, too. */
function read({ format, file }) {
  const { status, stdout, stderr } = run('serdi', ['-i', format, '-o', 'nquads', file]);
  if (status !== 0 || stderr !== '') throw new Error(`exit ${status}: ${stderr}`);
  return readQuads(stdout);
}
