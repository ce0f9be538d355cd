/** Terms of the tool itself: statement metadata, evidence, status. No word of any domain is in it. */
export const FW = 'https://w3id.org/factweave/ns#';
export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
export const OWL = 'http://www.w3.org/2002/07/owl#';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';
export const SKOS = 'http://www.w3.org/2004/02/skos/core#';
export const PROV = 'http://www.w3.org/ns/prov#';
export const PAV = 'http://purl.org/pav/';
export const OA = 'http://www.w3.org/ns/oa#';
export const SEM = 'http://semanticweb.cs.vu.nl/2009/11/sem/';
export const DCTERMS = 'http://purl.org/dc/terms/';
export const SHACL = 'http://www.w3.org/ns/shacl#';
/** The `http:` form; schema.org also answers to `https:`, which is never used here. */
export const SCHEMA = 'http://schema.org/';
/** The datatype of EDTF strings (Library of Congress). */
export const EDTF_DATATYPE = 'http://id.loc.gov/datatypes/edtf';

/** The prefixes of the tool's own terms in every RDF export. */
export const OWN_PREFIXES: readonly (readonly [name: string, namespace: string])[] = [
  ['rdf', RDF],
  ['rdfs', RDFS],
  ['xsd', XSD],
  ['fw', FW],
  ['oa', OA],
  ['prov', PROV],
  ['sem', SEM],
  ['dcterms', DCTERMS],
  ['pav', PAV],
];
