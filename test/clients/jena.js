import { withLowerTags } from './quads.js';
import { batchAnswers, batchReader, profilesOf, RDF_FORMATS, rdfChecks } from './rdf.js';
import { shaclChecks } from './shacl.js';

const FOLDER = 'java/jena';
const FILES = RDF_FORMATS.filter((format) => format !== 'ndjsonld');
const start = (input, { java }) => java(FOLDER, [], { input });

const validate = batchAnswers({ id: 'jena-validate', formats: FILES, task: 'validate', start });

/** @type {import('./client.js').Client} */
export const client = {
  id: 'jena',
  name: 'Apache Jena (riot, SHACL)',
  needs: { maven: FOLDER },
  version: ({ mavenVersion }) => mavenVersion(FOLDER, 'jena-arq'),
  limits: [
    'It writes language tags in the usual mixture of capitals and small letters (`zh-Hant`), which RDF takes for the same.',
    'Version 5 reads no bare `true` in a triple term of Turtle, so the project writes it with quotes and datatype.',
  ],
  checks: [
    ...rdfChecks({
      formats: RDF_FORMATS,
      known: withLowerTags,
      read: batchReader({ id: 'jena-read', formats: RDF_FORMATS, start }),
    }),
    ...FILES.map((format) => ({
      format,
      title: 'riot --validate has nothing to say',
      profiles: profilesOf(format),
      run: (asked) => {
        const { answer } = validate({ ...asked, format });
        return answer === 'ok' ? [] : [answer];
      },
    })),
    ...shaclChecks('jena', start),
  ],
};
