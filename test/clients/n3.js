import { readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { spellQuads, withLowerTags } from './quads.js';
import { rdfChecks } from './rdf.js';

const NAMES = { turtle: 'Turtle', trig: 'TriG', ntriples: 'N-Triples', nquads: 'N-Quads' };

/** @type {import('./client.js').Client} */
export const client = {
  id: 'n3',
  name: 'N3.js',
  needs: { npm: 'n3' },
  version: ({ npmVersion }) => npmVersion('n3'),
  limits: ['It writes language tags in small letters (`zh-hant`), which RDF takes for the same.'],
  checks: rdfChecks({
    formats: Object.keys(NAMES),
    known: withLowerTags,
    read: ({ format, file }) => {
      const parser = new Parser({ format: NAMES[format] });
      return spellQuads(parser.parse(readFileSync(file, 'utf8')));
    },
  }),
};
