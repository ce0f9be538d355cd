import { run } from './client.js';
import { readQuads } from './quads.js';
import { rdfChecks } from './rdf.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'rapper',
  name: 'Raptor (rapper)',
  needs: { debian: [['raptor2-utils', 'command -v rapper']] },
  version,
  limits: ['It does not know RDF 1.2: `VERSION` is a syntax error to it, and a triple term a wrong IRI.'],
  checks: rdfChecks({
    formats: ['turtle', 'trig', 'ntriples', 'nquads'],
    refused: { rdf12: /syntax error at 'V'|URI error - illegal character 32/ },
    read,
  }),
};

function version() {
  return run('rapper', ['--version']).stdout.trim();
}

/** A warning is a complaint, too. */
function read({ format, file }) {
  const { status, stdout, stderr } = run('rapper', ['-q', '-i', format, '-o', 'nquads', file]);
  if (status !== 0 || stderr !== '') throw new Error(`exit ${status}: ${stderr}`);
  return readQuads(stdout);
}
