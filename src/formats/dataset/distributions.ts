/** The files of the set: one distribution each. */
import type { DatasetInfo } from '../../knowledge/knowledge.ts';
import { DCTERMS, PROV, RDFS, XSD } from '../../ontology/namespaces.ts';
import type { ManifestFile } from '../manifest.ts';
import { licenceOf } from './about.ts';
import type { Names } from './names.ts';
import { ifGiven, iri, isA, type Resource, type Said, text, typed } from './resource.ts';
import { DCAT, IANA, SPDX } from './vocabulary.ts';

/** The media types of exports that are registered; for the others DCAT has `dcterms:format` (clause 6.8.17). */
const REGISTERED: ReadonlySet<string> = new Set([
  'application/csvm+json',
  'application/json',
  'application/ld+json',
  'application/n-quads',
  'application/n-triples',
  'application/trig',
  'application/vnd.apache.parquet',
  'application/yaml',
  'text/csv',
  'text/html',
  'text/turtle',
]);

/** What the files stand in, and what they follow. */
export interface Surroundings {
  readonly dataset: DatasetInfo;
  readonly names: Names;
  /** The IRIs of the standards that a file follows. */
  readonly standardsOf: (file: ManifestFile) => readonly string[];
}

export function distributionsOf(
  files: readonly ManifestFile[],
  { dataset, names, standardsOf }: Surroundings,
): Resource[] {
  return files.flatMap((file) => [
    {
      iri: names.file(file.name),
      says: [
        ...isA(`${DCAT}Distribution`),
        [`${DCTERMS}title`, text(file.name)],
        mediaTypeOf(file, names),
        ...ifGiven(file.encoding, (): Said[] => [[`${DCAT}compressFormat`, iri(`${IANA}application/gzip`)]]),
        [`${DCAT}byteSize`, typed(String(file.bytes), `${XSD}nonNegativeInteger`)],
        [`${SPDX}checksum`, iri(checksumIri(file, names))],
        ...ifGiven(urlOf(file.name, dataset), (url): Said[] => [[`${DCAT}downloadURL`, iri(url)]]),
        ...licenceOf(dataset, names),
        ...standardsOf(file).map((standard): Said => [`${DCTERMS}conformsTo`, iri(standard)]),
        [`${PROV}wasGeneratedBy`, iri(names.of('run'))],
      ],
    },
    {
      iri: checksumIri(file, names),
      says: [
        ...isA(`${SPDX}Checksum`),
        [`${SPDX}algorithm`, iri(`${SPDX}checksumAlgorithm_sha256`)],
        [`${SPDX}checksumValue`, typed(file.sha256, `${XSD}hexBinary`)],
      ],
    },
  ]);
}

/** The media types that have no registration, described by their names. */
export function mediaTypesOf(files: readonly ManifestFile[], names: Names): Resource[] {
  const types = new Set(files.map(({ mediaType }) => mediaType).filter((type) => !REGISTERED.has(type)));
  return [...types].map((type) => ({
    iri: mediaTypeIri(type, names),
    says: [...isA(`${DCTERMS}MediaTypeOrExtent`), [`${RDFS}label`, text(type)]],
  }));
}

/** Where a file is published; undefined where the settings do not say. */
export function urlOf(name: string, { download }: DatasetInfo): string | undefined {
  return download === undefined ? undefined : download + encodeURIComponent(name);
}

function mediaTypeOf({ mediaType }: ManifestFile, names: Names): Said {
  return REGISTERED.has(mediaType)
    ? [`${DCAT}mediaType`, iri(IANA + mediaType)]
    : [`${DCTERMS}format`, iri(mediaTypeIri(mediaType, names))];
}

function mediaTypeIri(mediaType: string, names: Names): string {
  return names.of(`format-${mediaType.replace('/', '.')}`);
}

function checksumIri({ name }: ManifestFile, names: Names): string {
  return `${names.file(name)}-sha256`;
}
