/** The keys of the fact file form that are the same for every ontology, with what an editor shows of them. */

/** Keys of evidence: in a block, in a single fact, and in a fact inside a block, where they override the block's. */
export const EVIDENCE_KEYS = {
  source: 'The id of the source that states the fact; without it, the source of the file.',
  quote: 'The words of the source that state the fact, exactly as they stand there.',
  occurrence: 'Which occurrence of the quote is meant, from 1, where the words stand there more than once.',
  row: 'The key of the table row that states the fact.',
  column: 'The table column that states the fact.',
  certainty: 'How sure the reading of the source is; without it, certain.',
  confidence: 'The score from 0 to 1 that an extracting program gave its reading.',
  saidBy: 'The id of the entity whose words the source reports.',
  dateExpression: "The source's own words for a date that was resolved.",
  note: 'What the reader remarks, such as whom a pronoun stands for.',
  withoutPlace: 'Why neither a quote nor a row can be given.',
} as const;

/** Keys of how a fact is meant. */
export const STATUS_KEYS = {
  status: 'How the source puts it; without it, asserted.',
  negated: 'True when the source says that it is not so.',
} as const;

/** Keys of the object of a fact; one of the first three. */
export const OBJECT_KEYS = {
  object: 'The object: an entity id, or a value.',
  unknown: 'True in place of an object: there is one, and nobody says which.',
  none: 'True in place of an object: the source says that there is none.',
  language: 'The BCP 47 language tag of the text; without it, the language of the file.',
} as const;

/** All keys that may stand beside qualifiers, so that no qualifier can have their names. */
export const FACT_KEYS: ReadonlySet<string> = new Set([
  ...Object.keys(EVIDENCE_KEYS),
  ...Object.keys(STATUS_KEYS),
  ...Object.keys(OBJECT_KEYS),
]);

/** Keys of a source. */
export const SOURCE_KEYS = {
  type: 'What the source is: an article, a press release, a table.',
  title: 'The title of the source.',
  publisher: 'Who published the source.',
  author: 'Who wrote the source.',
  published: 'When the source was published, as an EDTF date.',
  retrieved: 'When the source was retrieved, as an EDTF date.',
  url: 'Where the source can be read.',
  language: 'The BCP 47 language tag of the source.',
  licence: 'The licence under which the text of the source may be used.',
  text: 'The file that holds the text of the source.',
  sha256: 'The SHA-256 digest of the stored bytes, 64 hex digits in lower case.',
  copyOf: 'The id of the source whose text this one repeats.',
  corrects: 'The id of the source that this one puts right.',
  retracts: 'The id of the source that this one takes back.',
} as const;

/** Keys of a judgement. */
export const JUDGEMENT_KEYS = {
  reject: 'The id of a fact that shall not count.',
  distinct: 'Ids of entities that are not the same, although they look it.',
  by: 'Who decided it.',
  why: 'Why it was decided so.',
} as const;
