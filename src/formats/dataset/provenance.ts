/** The run as an activity: what it read, and the program that did it. No clock: a build is the same at any time. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { PROV, RDFS, SCHEMA } from '../../ontology/namespaces.ts';
import type { Names } from './names.ts';
import { iri, isA, type Resource, type Said, text } from './resource.ts';
import { FOAF } from './vocabulary.ts';

export function provenanceOf(
  { sources, dataset }: Knowledge,
  { names, version }: { readonly names: Names; readonly version: string },
): Resource[] {
  const used = [...sources.keys()].map((id): Said => [`${PROV}used`, iri(`${dataset.base}source/${id}`)]);
  return [
    {
      iri: names.of('run'),
      says: [
        ...isA(`${PROV}Activity`),
        [`${RDFS}label`, text(`Export by factweave ${version}`, 'en')],
        [`${RDFS}comment`, text(ACCOUNT, 'en')],
        [`${PROV}wasAssociatedWith`, iri(names.of('software'))],
        ...used,
      ],
    },
    {
      iri: names.of('software'),
      says: [
        ...isA(`${PROV}SoftwareAgent`),
        [`${FOAF}name`, text('factweave')],
        [`${SCHEMA}softwareVersion`, text(version)],
        [`${RDFS}seeAlso`, iri('https://w3id.org/factweave')],
      ],
    },
  ];
}

const ACCOUNT =
  'Where every fact went in each file, and what a format could not hold, is told in manifest.json beside the files.';
