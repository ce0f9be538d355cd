/** The published terms that a description of a data set is written in, beside those of every RDF export. */
import { DCTERMS, OWL, PROV, RDF, RDFS, SCHEMA } from '../../ontology/namespaces.ts';

export const VOID = 'http://rdfs.org/ns/void#';
export const DCAT = 'http://www.w3.org/ns/dcat#';
export const FOAF = 'http://xmlns.com/foaf/0.1/';
/** SPDX 2, as DCAT 3 has it for checksums (clause 6.17). */
export const SPDX = 'http://spdx.org/rdf/terms#';
/** Unique IRIs for file formats, kept by the W3C. */
export const FORMAT = 'http://www.w3.org/ns/formats/';
/** The registered media types as IRIs, which DCAT asks for (clause 6.8.17). */
export const IANA = 'https://www.iana.org/assignments/media-types/';

/** Tried before the prefixes of the data set and its ontology. */
export const DESCRIPTION_PREFIXES: readonly (readonly [name: string, namespace: string])[] = [
  ['dcat', DCAT],
  ['dcterms', DCTERMS],
  ['foaf', FOAF],
  ['format', FORMAT],
  ['owl', OWL],
  ['prov', PROV],
  ['rdf', RDF],
  ['rdfs', RDFS],
  ['schema', SCHEMA],
  ['spdx', SPDX],
  ['void', VOID],
];
