/** Title, licence, creators and the like: what the settings say of the data set. */
import type { DatasetInfo } from '../../knowledge/knowledge.ts';
import { DCTERMS, OWL, RDFS, XSD } from '../../ontology/namespaces.ts';
import { doiIri, type Names } from './names.ts';
import { ifGiven, iri, isA, type Resource, type Said, text, typed } from './resource.ts';
import { DCAT, FOAF } from './vocabulary.ts';

/** What the data set says of itself, to be joined with the rest that is said of it. */
export function aboutDataset(dataset: DatasetInfo, names: Names): Said[] {
  const { language } = dataset;
  return [
    ...isA(`${DCAT}Dataset`),
    [`${DCTERMS}title`, text(dataset.title, language)],
    ...ifGiven(dataset.description, (words) => [[`${DCTERMS}description`, text(words, language)]]),
    ...licenceOf(dataset, names),
    ...dataset.creators.map(({ orcid }, i): Said => [`${DCTERMS}creator`, iri(creatorIri(orcid, i, names))]),
    ...ifGiven(dataset.publisher, () => [[`${DCTERMS}publisher`, iri(names.of('publisher'))]]),
    ...ifGiven(dataset.version, (version) => [[`${DCAT}version`, text(version)]]),
    ...ifGiven(dataset.doi, (doi) => [
      [`${DCTERMS}identifier`, text(doiIri(doi))],
      [`${OWL}sameAs`, iri(doiIri(doi))],
    ]),
    ...ifGiven(dataset.issued, (day) => [[`${DCTERMS}issued`, typed(day, `${XSD}date`)]]),
    ...(dataset.keywords ?? []).map((word): Said => [`${DCAT}keyword`, text(word, language)]),
    ...ifGiven(dataset.homepage, (page) => [
      [`${DCAT}landingPage`, iri(page)],
      [`${FOAF}homepage`, iri(page)],
    ]),
    ...ifGiven(language, (tag) => [[`${DCTERMS}language`, languageOf(tag)]]),
  ];
}

/** The creators and the publisher, and the words of a licence that is no web address. */
export function agentsOf({ creators, publisher, licence, language }: DatasetInfo, names: Names): Resource[] {
  // Only persons have an ORCID iD; without one it may be a person or a group.
  const agents = creators.map(({ name, orcid }, i) => ({
    iri: creatorIri(orcid, i, names),
    says: [...isA(orcid === undefined ? `${FOAF}Agent` : `${FOAF}Person`), named(name)],
  }));
  if (publisher !== undefined) {
    agents.push({ iri: names.of('publisher'), says: [...isA(`${FOAF}Agent`), named(publisher)] });
  }
  if (licence === undefined || isWebAddress(licence)) return agents;
  const rights: Said[] = [...isA(`${DCTERMS}RightsStatement`), [`${RDFS}label`, text(licence, language)]];
  return [...agents, { iri: names.of('rights'), says: rights }];
}

function named(name: string): Said {
  return [`${FOAF}name`, text(name)];
}

function creatorIri(orcid: string | undefined, i: number, names: Names): string {
  return orcid === undefined ? names.of(`creator-${i + 1}`) : `https://orcid.org/${orcid}`;
}

/** The terms of use, which catalogues look for at the data set and at each file. */
export function licenceOf({ licence }: DatasetInfo, names: Names): readonly Said[] {
  return ifGiven(licence, (words) => [
    isWebAddress(words) ? [`${DCTERMS}license`, iri(words)] : [`${DCTERMS}rights`, iri(names.of('rights'))],
  ]);
}

function isWebAddress(words: string): boolean {
  return /^https?:\S+$/i.test(words);
}

/** Of a BCP 47 tag, the language: two letters are ISO 639-1, three ISO 639-3 (RFC 5646, clause 2.2.1). */
function languageOf(tag: string) {
  const [language = ''] = tag.toLowerCase().split('-');
  if (language.length === 2) return iri(`http://id.loc.gov/vocabulary/iso639-1/${language}`);
  return language.length === 3 ? iri(`http://lexvo.org/id/iso639-3/${language}`) : text(tag);
}
