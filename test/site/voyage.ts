/** Facts about ships of every kind that a page shows. */
import { type Files, know, SETTINGS, says, type Woven, withFacts } from '../harbour.ts';

export const VOYAGE: Files = withFacts(
  says('aurora: { name: Aurora, homePort: malmo, launched: 1912-03 }', 'quote: the Aurora of Malmö'),
  says('aurora: { homePort: visby }', 'source: paper, quote: is based at Visby'),
  says(
    'aurora: { tonnage: 1200, retired: "true", register: "https://example.org/r?a=1&b=2" }',
    'row: "17", column: t',
  ),
  says('borealis: { name: Borealis, flagState: malta, sisterShip: aurora }'),
  says(
    'borealis: { homePort: { object: malmo, season: winter, startDate: 1920 } }',
    'quote: winters in Malmö, note: «It» is the Borealis',
  ),
  '{ quote: is said to be scrapped, status: attributed, saidBy: aurora, says: { borealis: { scrapped: 1950 } } }',
  '{ quote: never came to Visby, says: { borealis: { homePort: { object: visby, negated: true } } } }',
  '{ quote: will call at Visby, status: planned, certainty: possible, says: { borealis: { trader: visby } } }',
  '{ withoutPlace: common knowledge, says: { aurora: { constructor: { unknown: true } } } }',
);

/** `change` is made to the text of the file. */
export function voyage(
  base = 'https://example.org/id/',
  change: (text: string) => string = (text) => text,
): Woven {
  const dataset = {
    ...SETTINGS.dataset,
    base,
    description: 'Ships & ports',
    licence: 'https://example.org/licence',
    creators: [{ name: 'A. Keeper' }],
  };
  const files = Object.fromEntries(
    Object.entries(VOYAGE).map(([name, text]) => [name, change(String(text))]),
  );
  return know(files, { settings: { ...SETTINGS, dataset } });
}
