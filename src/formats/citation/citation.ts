/** How to cite the data set: `CITATION.cff`, in the Citation File Format 1.2.0, which code hosts and archives read. */
import { checkIri } from '../../core/iri.ts';
import { findIllegal } from '../../core/text.ts';
import type { Creator, DatasetInfo } from '../../knowledge/knowledge.ts';
import type { DescriptionFormat, ExportSet, WriteContext } from '../formats.ts';
import { countLoss, type LossName } from '../losses.ts';
import { spdxName } from './licences.ts';
import { type YamlMap, yamlOf } from './yamlText.ts';

export const citation: DescriptionFormat = {
  input: 'set',
  name: 'citation',
  title: 'Citation file (CFF)',
  extension: '.cff',
  fileName: 'CITATION.cff',
  // RFC 9512; the format has no media type of its own.
  mediaType: 'application/yaml',
  write: writeCitation,
};

/** Takes the facts in no account: it cites the set as a whole. What the format has no form for is counted as a loss. */
function* writeCitation({ knowledge: { dataset } }: ExportSet, context: WriteContext): Generator<string> {
  const parts = Object.values(dataset).flatMap((value) => (typeof value === 'string' ? value : []));
  const names = [...dataset.creators.map(({ name }) => name), ...(dataset.keywords ?? [])];
  const illegal = [...parts, ...names].find((text) => findIllegal(text));
  if (illegal !== undefined) {
    const reason = `it holds ${findIllegal(illegal)?.codePoint}`;
    context.problems.add('refused-term', undefined, { value: illegal, format: citation.name, reason });
    return;
  }
  const lose = (what: LossName): undefined => countLoss(context.losses, what) as undefined; // a function without result
  yield yamlOf({
    'cff-version': '1.2.0',
    message: 'If you use this data set, please cite it as below.',
    type: 'dataset',
    title: dataset.title,
    abstract: dataset.description,
    authors: authorsOf(dataset, lose),
    version: dataset.version,
    doi: doiOf(dataset, lose),
    'date-released': dataset.issued,
    ...licenceOf(dataset, lose),
    keywords: keywordsOf(dataset),
    url: addressOf(dataset.homepage ?? dataset.download, lose),
  });
}

type Lose = (what: LossName) => undefined;

/** There must be one: where nobody is named it is the publisher, and where there is none either, nobody known. */
function authorsOf({ creators, publisher }: DatasetInfo, lose: Lose): YamlMap[] {
  if (creators.length > 0) {
    if (publisher !== undefined) lose('publisher-left-out');
    return creators.map(authorOf);
  }
  lose('author-unknown');
  return [{ name: publisher ?? 'anonymous' }];
}

/**
 * A person where that is sure and the name says which part is which: with an ORCID iD, as `Family, Given`. All others
 * stand with their name as it is, which the format has for bodies of any kind.
 */
function authorOf({ name, orcid }: Creator): YamlMap {
  const id = orcid === undefined ? undefined : `https://orcid.org/${orcid}`;
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim());
  const isSplit = id !== undefined && family !== '' && given !== '' && more.length === 0;
  return isSplit ? { 'family-names': family, 'given-names': given, orcid: id } : { name, orcid: id };
}

/** The characters that the schema of the format allows in a DOI. */
const DOI = /^10\.\d{4,9}(?:\.\d+)?\/[A-Za-z0-9:/_;\-.()[\]\\]+$/;

function doiOf({ doi }: DatasetInfo, lose: Lose): string | undefined {
  return doi === undefined || DOI.test(doi) ? doi : lose('doi-left-out');
}

function licenceOf({ licence }: DatasetInfo, lose: Lose): YamlMap {
  if (licence === undefined) return {};
  const spdx = spdxName(licence);
  if (spdx !== undefined) return { license: spdx };
  return isAddress(licence) ? { 'license-url': licence } : (lose('licence-left-out') ?? {});
}

function keywordsOf({ keywords = [] }: DatasetInfo): string[] | undefined {
  const distinct = [...new Set(keywords)].filter((word) => word !== '');
  return distinct.length === 0 ? undefined : distinct;
}

function addressOf(iri: string | undefined, lose: Lose): string | undefined {
  return iri === undefined || isAddress(iri) ? iri : lose('address-left-out');
}

/** A URI of the web: the schema knows no others, and no characters beyond ASCII. */
function isAddress(text: string): boolean {
  return /^https?:\/\/[!-~]+$/.test(text) && checkIri(text) === undefined;
}
