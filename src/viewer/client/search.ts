/** Finding entities by their labels, whatever the accents and capitals. */

/** Letters that do not fall apart into a base and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};

/** Lower case, without accents, quotes straight, blanks single. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħ]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”«»]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}

export interface Wanted {
  readonly query: string;
  readonly limit: number;
  /** What comes first among equals: the larger. */
  readonly weight: (index: number) => number;
}

/** Of folded labels: those that begin so, then those with a word that begins so, then those that hold it anywhere. */
export function findLabels(index: readonly string[], { query, limit, weight }: Wanted): number[] {
  const wanted = folded(query);
  if (wanted === '') return [];
  const tiers: [number[], number[], number[]] = [[], [], []];
  index.forEach((label, item) => {
    const tier = tierOf(label, wanted);
    if (tier !== undefined) tiers[tier].push(item);
  });
  const byWeight = (a: number, b: number) => weight(b) - weight(a) || a - b;
  return tiers.flatMap((tier) => tier.sort(byWeight)).slice(0, limit);
}

function tierOf(label: string, wanted: string): 0 | 1 | 2 | undefined {
  const place = label.indexOf(wanted);
  if (place < 0) return undefined;
  if (place === 0) return 0;
  for (let at = place; at >= 0; at = label.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(label[at - 1] ?? '')) return 1;
  }
  return 2;
}
