/** The description of the data set for catalogues and crawlers: VoID, DCAT 3 and PROV-O, about the files beside it. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { DCTERMS, PROV, RDFS } from '../../ontology/namespaces.ts';
import type { DescriptionFormat, ExportSet, WriteContext } from '../formats.ts';
import type { ManifestFile } from '../manifest.ts';
import { DEFAULT_PROFILE, type ProfileName } from '../options.ts';
import { candidatePrefixes, type Prefixes } from '../rdf/prefixes.ts';
import { openScope } from '../rdf/profile.ts';
import { PROFILES } from '../rdf/profiles.ts';
import { isRdfFormat } from '../rdf/read.ts';
import { aboutDataset, agentsOf } from './about.ts';
import { contentsOf, linksetsOf, partitionsOf } from './contents.ts';
import { distributionsOf, mediaTypesOf, urlOf } from './distributions.ts';
import { Names } from './names.ts';
import { provenanceOf } from './provenance.ts';
import { ifGiven, iri, isA, type Resource, type Said, text } from './resource.ts';
import { standardsOf } from './standards.ts';
import { countData, type DataCounts } from './statistics.ts';
import { DCAT, DESCRIPTION_PREFIXES, FOAF, VOID } from './vocabulary.ts';
import { writeResources } from './writeResources.ts';

export const dataset: DescriptionFormat = {
  input: 'set',
  name: 'dataset',
  title: 'Description of the data set (VoID, DCAT, PROV-O)',
  extension: '.dataset.ttl',
  fileName: 'dataset.ttl',
  mediaType: 'text/turtle',
  write: writeDataset,
};

/** Says what it holds only of RDF files: where there are none, nothing is counted. */
function* writeDataset({ knowledge, manifest }: ExportSet, context: WriteContext): Generator<string> {
  const scope = openScope(knowledge, { format: dataset.name, context });
  if (!scope) return;
  const info = knowledge.dataset;
  const candidates = candidatesOf(knowledge, info.base + scope.mint.separator);
  const names = new Names({ base: info.base, separator: scope.mint.separator }, candidates);
  const { files } = manifest;
  const profileOf = ({ format, profile }: ManifestFile): ProfileName | undefined =>
    isRdfFormat(format) ? (profile ?? context.options?.profile ?? DEFAULT_PROFILE) : undefined;
  const rdf = files.filter((file) => profileOf(file) !== undefined);
  const profile = rdf[0] && profileOf(rdf[0]);
  const counts = profile && countData(knowledge, PROFILES[profile]);
  const standards = standardsOf(files, names, profileOf);
  const surroundings = { dataset: info, names, standardsOf: standards.of };
  const sections = [
    { heading: 'The data set', resources: [datasetResource(knowledge, { names, files, rdf, counts })] },
    { heading: 'Who made it, and under which terms it is given', resources: agentsOf(info, names) },
    {
      heading: 'How it was made',
      resources: [
        ...provenanceOf(knowledge, { names, version: manifest.factweave }),
        ...documentsOf(knowledge, names),
      ],
    },
    { heading: 'The files', resources: distributionsOf(files, surroundings) },
    {
      heading: 'What the files follow',
      resources: [...standards.resources, ...mediaTypesOf(files, names)],
    },
    { heading: 'Links to other data sets', resources: counts ? linksetsOf(counts, names) : [] },
    {
      heading: 'The members of each class, the triples of each property',
      resources: counts ? partitionsOf(counts, names) : [],
    },
  ];
  yield* writeResources(sections, { candidates, base: info.base, format: dataset.name, context });
}

interface Parts {
  readonly names: Names;
  readonly files: readonly ManifestFile[];
  readonly rdf: readonly ManifestFile[];
  readonly counts: DataCounts | undefined;
}

function datasetResource(knowledge: Knowledge, { names, files, rdf, counts }: Parts): Resource {
  const info = knowledge.dataset;
  const dumps = rdf.flatMap(({ name }) => urlOf(name, info) ?? []);
  return {
    iri: names.dataset,
    says: [
      ...aboutDataset(info, names),
      ...files.map(({ name }): Said => [`${DCAT}distribution`, iri(names.file(name))]),
      [`${PROV}wasGeneratedBy`, iri(names.of('run'))],
      ...ifGiven(urlOf('manifest.json', info), (url): Said[] => [[`${RDFS}seeAlso`, iri(url)]]),
      ...(counts ? contentsOf(knowledge, counts, { names, formats: rdf.map(({ format }) => format) }) : []),
      ...dumps.map((url): Said => [`${VOID}dataDump`, iri(url)]),
    ],
  };
}

/** This file itself, where it has an address. */
function documentsOf({ dataset: info }: Knowledge, names: Names): Resource[] {
  const url = urlOf('dataset.ttl', info);
  if (url === undefined) return [];
  return [
    {
      iri: url,
      says: [
        ...isA(`${VOID}DatasetDescription`),
        [`${DCTERMS}title`, text('Description of the data set and its files', 'en')],
        [`${FOAF}primaryTopic`, iri(names.dataset)],
      ],
    },
  ];
}

/** The prefixes of descriptions, then `set` for what is minted here, then those of the data's own files. */
function candidatesOf(knowledge: Knowledge, namespace: string): Prefixes {
  const prefixes = new Map<string, string>();
  const names = new Set<string>();
  const others = [...candidatePrefixes(knowledge)].map(([space, name]) => [name, space] as const);
  for (const [name, space] of [...DESCRIPTION_PREFIXES, ['set', namespace] as const, ...others]) {
    if (names.has(name) || prefixes.has(space)) continue;
    names.add(name);
    prefixes.set(space, name);
  }
  return prefixes;
}
