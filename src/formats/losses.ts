/** What formats force: the loss report of the manifest counts each by name. */

/** Each loss in words, for people who read a loss report. */
export const LOSSES = {
  'address-left-out': 'addresses that are no URI of the web, where the format takes no other',
  'attribute-renamed': 'attributes whose name the format needs for itself, under another',
  'author-unknown': 'data sets without a creator, given to their publisher or to nobody known',
  'character-replaced': 'texts with U+FFFD in place of characters that XML cannot hold',
  'colon-replaced': 'class names with another character for «:», which parts the labels of Neo4j',
  'constraint-left-out': 'constraints on labels that Cypher would have to quote',
  'day-left-out': 'first or last days of dates outside the years 1 to 9999',
  'doi-left-out': 'DOIs with characters that the format does not take',
  'edge-left-out': 'edges to a node that was refused',
  'empty-left-out': 'empty texts, which are written as nothing',
  'evidence-left-out': 'pieces of evidence, which the profile or the picture does not hold',
  'fact-refused': 'facts with a term that the format cannot hold',
  'formula-prefixed': 'texts that a spreadsheet would run, after a quote mark',
  'integer-left-out': 'whole numbers beyond 64 bits, which stay text',
  'integer-widened': 'whole numbers too large for the type of their attribute, which is made wider',
  'licence-left-out': 'licences in words, where the format takes an address or a name of SPDX',
  'glyph-missing': 'characters that the font of the picture has no sign for',
  'label-left-out': 'names and relations that had no room in the picture',
  'label-shortened': 'names that end with «…» in the picture',
  'line-break-replaced': 'labels with a blank in place of line breaks and tabs',
  'list-joined': 'lists as one text, their items parted by «;»',
  'not-plain-left-out': 'facts that are not plain, which the profile does not hold',
  'period-left-out': 'periods that end before they start',
  'publisher-left-out': 'publishers beside creators, for whom the format has no place',
  'semicolon-replaced': 'items of lists with «,» in place of «;»',
  'value-refused': 'values that RDF cannot hold',
} as const;

export type LossName = keyof typeof LOSSES;

/** The number of values by what happened to them. */
export type Losses = Map<LossName, number>;

export function countLoss(losses: Losses, what: LossName, times = 1): void {
  losses.set(what, (losses.get(what) ?? 0) + times);
}
