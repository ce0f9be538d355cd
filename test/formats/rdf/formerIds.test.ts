/** The present entity names its former IRIs in every serialisation and profile, and nothing else changes. */
import { Store } from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { PROFILE_NAMES } from '../../../src/formats/options.ts';
import { isRdfFormat } from '../../../src/formats/rdf/read.ts';
import { DCTERMS } from '../../../src/ontology/namespaces.ts';
import { HEAD, know, SETTINGS, says } from '../../harbour.ts';
import { readVocabularies } from '../../ontology/vocabularies.ts';
import { write } from './fixture.ts';
import { oxigraphLines, RDF_WRITERS } from './reading.ts';

const FACTS = [
  says('aurora: { name: Aurora, homePort: malmo }'),
  says('borealis: { name: Borealis, sisterShip: aurora }'),
  '{ quote: p, status: planned, says: { borealis: { homePort: visby } } }',
];
const NOW = HEAD.replace(/ {2}paper:.*\n/, '') + FACTS.map((fact) => `  - ${fact}\n`).join('');
const RENAMED = NOW.replace('label: Aurora', 'label: Aurora, formerIds: [zephyr, v1.2]');

function shipsAt(base: string, text: string) {
  const { knowledge, codes } = know(
    { 'facts.yaml': text },
    { settings: { ...SETTINGS, dataset: { ...SETTINGS.dataset, base } } },
  );
  expect(codes).toEqual([]);
  return knowledge;
}

const NAMES = Object.keys(RDF_WRITERS).filter(isRdfFormat);
const PAIRS = PROFILE_NAMES.flatMap((profile) =>
  NAMES.filter((name) => RDF_WRITERS[name].profiles?.includes(profile)).map((name) => ({ profile, name })),
);
const BASES = ['https://example.org/id/', 'https://example.org/ships#'];

it('the property is a term of its vocabulary', () => {
  expect(readVocabularies().get(DCTERMS)?.has('replaces')).toBe(true);
});

describe.each(PAIRS)('$name, profile $profile', ({ name, profile }) => {
  it.each(BASES)('tells the former IRIs of the base %s, and nothing more, by Oxigraph', async (base) => {
    const linesOf = async (text: string) =>
      oxigraphLines(write(RDF_WRITERS[name], shipsAt(base, text), profile).text, name);
    const added = ['v1.2', 'zephyr'].map((id) => `<${base}aurora> <${DCTERMS}replaces> <${base}${id}> .`);
    const [renamed, before] = [await linesOf(RENAMED), await linesOf(NOW)];
    expect(renamed.filter((line) => !before.includes(line))).toEqual(added);
    expect(before.filter((line) => !renamed.includes(line))).toEqual([]);
  });
});

it('an old IRI leads to the entity by one query', () => {
  const [base = ''] = BASES;
  const store = new Store();
  store.load(write(RDF_WRITERS.turtle, shipsAt(base, RENAMED), 'statements').text, { format: 'text/turtle' });
  const label = '<http://www.w3.org/2000/01/rdf-schema#label>';
  const found = store.query(
    `SELECT ?now ?name { ?now <${DCTERMS}replaces> <${base}zephyr> ; ${label} ?name }`,
  );
  // A SELECT query gives a list of maps, which the types of the client do not tell from other answers.
  const rows = (found as ReadonlyMap<string, { readonly value: string }>[]).map((row) => [
    row.get('now')?.value,
    row.get('name')?.value,
  ]);
  expect(rows).toEqual([[`${base}aurora`, 'Aurora']]);
});
