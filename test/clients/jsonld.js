import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { readQuads } from './quads.js';
import { rdfChecks } from './rdf.js';

/** @type {import('./client.js').Client} */
export const client = {
  id: 'jsonld',
  name: 'jsonld.js',
  needs: { npm: 'jsonld' },
  version: ({ npmVersion }) => npmVersion('jsonld'),
  checks: rdfChecks({ formats: ['jsonld', 'ndjsonld'], read }),
};

/** `safe`: it throws where it would drop something. */
async function read({ format, file }) {
  const text = readFileSync(file, 'utf8');
  const documents = format === 'ndjsonld' ? text.trimEnd().split('\n') : [text];
  let found = '';
  for (const one of documents) {
    found += await jsonld.toRDF(JSON.parse(one), {
      format: 'application/n-quads',
      safe: true,
      documentLoader,
    });
  }
  return readQuads(found);
}

function documentLoader(url) {
  throw new Error(`asks for ${url}`);
}
