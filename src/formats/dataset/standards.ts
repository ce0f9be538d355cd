/** The standards, schemas and profiles that the files follow. */
import { DCTERMS } from '../../ontology/namespaces.ts';
import type { ManifestFile } from '../manifest.ts';
import type { ProfileName } from '../options.ts';
import type { Names } from './names.ts';
import { isA, type Resource, text } from './resource.ts';

const OWN = 'https://w3id.org/factweave/';

interface Standard {
  readonly iri: string;
  readonly title: string;
}

const PROFILES: Readonly<Record<ProfileName, Standard>> = {
  plain: { iri: `${OWN}profiles/plain`, title: 'Profile of factweave: plain facts as triples, nothing else' },
  statements: {
    iri: `${OWN}profiles/statements`,
    title: 'Profile of factweave: plain facts as triples, every fact as an rdf:Statement with its evidence',
  },
  'named-graphs': {
    iri: `${OWN}profiles/named-graphs`,
    title: 'Profile of factweave: as statements, the triples in the named graphs of their sources',
  },
  rdf12: {
    iri: `${OWN}profiles/rdf12`,
    title: 'Profile of factweave: as statements, each statement a reifier of RDF 1.2',
  },
};

/** By format, and by media type for a file that differs from the others of its format. */
const STANDARDS: ReadonlyMap<string, readonly Standard[]> = new Map([
  [
    'graphml',
    [
      { iri: 'http://graphml.graphdrawing.org/xmlns', title: 'GraphML' },
      { iri: `${OWN}schemas/factweave-graphml.xsd`, title: 'GraphML as factweave writes it' },
    ],
  ],
  ['gexf', [{ iri: 'http://gexf.net/1.3', title: 'GEXF 1.3' }]],
  ['json', [{ iri: `${OWN}schemas/graph.schema.json`, title: 'Laid-out graph of factweave' }]],
  [
    'application/csvm+json',
    [{ iri: 'https://www.w3.org/TR/tabular-metadata/', title: 'Metadata Vocabulary for Tabular Data' }],
  ],
  ['shapes', [{ iri: 'https://www.w3.org/TR/shacl/', title: 'Shapes Constraint Language (SHACL)' }]],
  ['citation', [{ iri: 'https://citation-file-format.github.io/', title: 'Citation File Format' }]],
]);

/** The standards in use, described, and which file follows which of them. */
export interface Standards {
  readonly resources: readonly Resource[];
  readonly of: (file: ManifestFile) => readonly string[];
}

/** `profileOf` tells the profile of RDF files. The data follows the shapes where these are among the files. */
export function standardsOf(
  files: readonly ManifestFile[],
  names: Names,
  profileOf: (file: ManifestFile) => ProfileName | undefined,
): Standards {
  const title = 'SHACL shapes of the ontology of this data set';
  const shapes = files.some(({ format }) => format === 'shapes') ? [{ iri: names.of('shapes'), title }] : [];
  const followed = (file: ManifestFile): readonly Standard[] => {
    const profile = profileOf(file);
    if (profile === undefined) return STANDARDS.get(file.format) ?? STANDARDS.get(file.mediaType) ?? [];
    // The shapes know no triple terms.
    return [PROFILES[profile], ...(profile === 'rdf12' ? [] : shapes)];
  };
  const used = new Map(files.flatMap(followed).map((standard) => [standard.iri, standard]));
  return {
    resources: [...used.values()].map((standard) => ({
      iri: standard.iri,
      says: [...isA(`${DCTERMS}Standard`), [`${DCTERMS}title`, text(standard.title, 'en')]],
    })),
    of: (file) => followed(file).map((standard) => standard.iri),
  };
}
