import { readFileSync } from 'node:fs';
import { parse, Store } from 'oxigraph';
import { byValue, readQuads } from './quads.js';
import { RDF_FORMATS, rdfChecks } from './rdf.js';

const FILES = RDF_FORMATS.filter((format) => format !== 'ndjsonld');
const MEDIA_TYPES = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
  jsonld: 'application/ld+json',
  ndjsonld: 'application/ld+json',
};

/** @type {import('./client.js').Client} */
export const client = {
  id: 'oxigraph',
  name: 'Oxigraph (npm)',
  needs: { npm: 'oxigraph' },
  version: ({ npmVersion }) => npmVersion('oxigraph'),
  checks: [
    ...rdfChecks({ formats: RDF_FORMATS, read }),
    ...rdfChecks({
      formats: FILES,
      title: 'the same quads in a store, by value',
      known: byValue,
      read: load,
    }),
  ],
};

function read({ format, file }) {
  const text = readFileSync(file, 'utf8');
  const documents = format === 'ndjsonld' ? text.trimEnd().split('\n') : [text];
  return spell(documents.flatMap((one) => parse(one, { format: MEDIA_TYPES[format] })));
}

function load({ format, file }) {
  const store = new Store();
  store.load(readFileSync(file, 'utf8'), { format: MEDIA_TYPES[format] });
  return spell(store.match());
}

/** Texts, since quads are objects outside of JavaScript: hundreds of thousands of them are slow to go away. */
function spell(quads) {
  const lines = quads.map((quad) => `${quad} .`);
  for (const quad of quads) quad.free();
  return readQuads(lines.join('\n'));
}
