/**
 * A project made to break readers: names of every script and with every sign that a format gives a meaning, ids that
 * are words of JavaScript, parallel edges, symmetric links, facts that are not plain yet shown, dates of all precisions.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = [
  'plain',
  'Été à Łódź – «ça»',
  'שלום עולם \u202eabc\u202c \u200f!',
  'مرحبا بالعالم',
  '映画『羅生門』',
  'é and e\u0301, ß and İ, ﬁ and fi',
  '🎬 👩‍👩‍👧 🏴‍☠️ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u{10fffd}',
  'a "double" and a \'single\' quote',
  'the end ]]> of CDATA',
  '<b>bold</b> & <!-- not --> <?pi?> <![CDATA[x]]>',
  '"/><node id="evil"/>',
  '&amp; &#38; &lt; & <',
  'AT&T <one> two',
  'back\\slash \\n \\u0041 \\U0001F600 \\"',
  'a line\nand another\r\nand\ra tab\there',
  ' blanks around ',
  'semi;colon;;twice',
  'trailing backslash \\',
  'triple """ quotes \'\'\' here',
  '"@en ^^<http://example.org/x> .',
  '<http://example.org/x> <y> "z" .',
  '# no comment @prefix : <x> .',
  'dot.',
  '1.',
  '=1+1',
  'NaN',
  'true',
  '-1e999',
  '007',
  '__proto__',
  'constructor',
  '{"json": [1, 2]}',
  '%20 %zz %',
  '\u00a0no-break\u00a0 \u2028 \u2029 \u0085 \ufeff \u200b',
  '\u007f\u0080\u009f C1 and delete',
  '\ue000 private \ufffd \ufdd0',
  `${'x'.repeat(5000)} long`,
];

/** Ids that some program takes for something else. */
const ODD_IDS = [
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'true',
  'NaN',
  '0',
  '00',
  '1e5',
  'A',
  'a',
  'x..y',
  '9-_.',
];
const DATES = [
  '2021-10-21',
  '2021-10',
  '2021',
  '2021?',
  '1984~',
  '2004-06/2006-08',
  '1985/..',
  '[1913,1914]',
  '198X',
];
const TERRITORIES = ['domestic', 'international', 'worldwide'];
const MEDIA = ['theatrical', 'television', 'streaming', 'homeVideo'];
const STANDING = [
  {},
  { status: 'planned' },
  { status: 'expected', certainty: 'probable' },
  { status: 'alleged', saidBy: 'p1' },
  { status: 'attributed', saidBy: 'o1', confidence: '0.75' },
  { negated: 'true' },
  { certainty: 'possible' },
  { status: 'planned', negated: 'true' },
];

const SETTINGS = {
  factweave: '1',
  title: 'Hostile & <rich> "set" ]]> 🎬',
  description: 'Two\nlines; and שלום',
  name: 'hostile',
  base: 'https://example.org/id/',
  licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
  creators: ['A; B', 'Ç & D'],
  language: 'en',
  ontology: ['film'],
  inputs: ['facts.json'],
  output: 'out',
  view: {
    include: ['planned', 'expected', 'alleged', 'attributed', 'negated', 'possible'],
    parallel: 'keep',
  },
};

/** Writes the project into a new folder. */
export function writeHostileProject(folder) {
  mkdirSync(folder, { recursive: true });
  // JSON is YAML.
  writeFileSync(join(folder, 'factweave.yaml'), JSON.stringify(SETTINGS));
  writeFileSync(
    join(folder, 'facts.json'),
    JSON.stringify({ sources: SOURCES, entities: entities(), facts: [...facts()] }),
  );
}

const SOURCES = {
  paper: {
    type: 'Article',
    title: 'On “everything” & <more> ]]>',
    publisher: 'The Ünïcode Times',
    author: "O'Brien; \\ Müller",
    published: '2021-10',
    retrieved: '2022-01-02',
    url: 'https://example.org/ä/%20?q=a&b=(c)#d',
    language: 'en-GB',
    licence: 'all rights reserved; "ask"',
  },
  table: { type: 'Table', title: 'Rows', copyOf: 'paper', url: 'urn:isbn:9780000000000' },
  'zh.source_1': { type: 'Report', title: '報告', language: 'zh-Hant', corrects: 'table' },
};

function entities() {
  const all = {};
  const add = (id, kind, label) => {
    all[id] = label === undefined ? { class: kind } : { class: kind, label };
  };
  for (let i = 0; i < 60; i++)
    add(`w${i}`, i % 7 === 0 ? 'Series' : i % 5 === 0 ? 'Story' : 'Film', labelOf(i));
  for (let i = 0; i < 110; i++) add(`p${i}`, 'Person', i % 3 === 0 ? labelOf(i) : undefined);
  for (let i = 0; i < 40; i++) add(`o${i}`, 'Organization', labelOf(i + 5));
  for (let i = 0; i < 20; i++)
    add(`event-${i}`, i % 2 === 0 ? 'LegalProceeding' : 'Filming', labelOf(i + 11));
  for (let i = 0; i < 12; i++) add(`deal_${i}`, 'Agreement', labelOf(i + 3));
  for (let i = 0; i < 8; i++) add(`place.${i}`, 'Place', labelOf(i + 17));
  for (const id of ODD_IDS) add(id, 'Person', `odd ${id}`);
  return all;
}

/** The same label for several entities, so that a unique name has to be made. */
function labelOf(i) {
  return NAMES[i % NAMES.length];
}

function* facts() {
  const told = counter();
  for (let i = 0; i < 110; i++) {
    if (i % 3 !== 0)
      yield told({
        [`p${i}`]: {
          name: {
            object: `${NAMES[i % NAMES.length]} ${i}`,
            language: ['en', 'he', 'zh-Hant', 'de-CH-1996'][i % 4],
          },
        },
      });
    yield told(
      { [`p${i}`]: { occupation: [NAMES[(i + 1) % NAMES.length], 'one; two'] } },
      STANDING[i % STANDING.length],
    );
  }
  yield* casts(told);
  yield* money(told);
  yield* events(told);
  for (const [i, id] of ODD_IDS.entries()) {
    yield told({ w1: { actor: { object: id, characterName: NAMES[i], position: String(i + 1) } } });
    yield told({ [id]: { spouse: ODD_IDS[(i + 1) % ODD_IDS.length] } });
  }
}

function* casts(told) {
  for (let i = 0; i < 60; i++) {
    const [a, b, c] = [`p${(i * 7) % 110}`, `p${(i * 11 + 1) % 110}`, `p${(i * 13 + 2) % 110}`];
    const characterName = NAMES[i % NAMES.length];
    yield told({ [`w${i}`]: { director: a, producer: a, editor: b } }, STANDING[i % STANDING.length]);
    yield told({ [`w${i}`]: { actor: [a, { object: b, characterName, position: String(i) }, c] } });
    yield told(
      { [`w${i}`]: { actor: { object: b, creditedAs: [characterName, 'x; y'], startDate: DATES[i % 6] } } },
      { source: 'table', row: `r${i}`, column: 'Cast & crew' },
    );
    yield told({
      [`w${i}`]: {
        genre: [{ object: 'western', language: 'en' }, NAMES[(i + 2) % NAMES.length]],
        release: { object: DATES[i % DATES.length], releaseKind: 'release' },
      },
    });
    if (i % 4 === 0) yield told({ [`w${i}`]: { release: { object: '1999', releaseKind: 'release' } } });
    if (i > 0) yield told({ [`w${i}`]: { basedOn: `w${i - 1}` } }, STANDING[(i + 3) % STANDING.length]);
    if (i % 6 === 0) yield told({ [`w${i}`]: { composer: { unknown: 'true' } } });
  }
}

function* money(told) {
  for (let i = 0; i < 40; i++) {
    const work = `w${i}`;
    for (const territory of TERRITORIES.slice(0, 1 + (i % 3))) {
      const rightsMedium = MEDIA.slice(0, 1 + (i % 4));
      yield told({
        [work]: { distributor: { object: `o${i}`, territory, rightsMedium, endDate: DATES[i % 5] } },
      });
    }
    yield told(
      { [work]: { financier: [`o${(i + 1) % 40}`, { object: `p${i}`, financingType: 'gapLoan' }] } },
      STANDING[(i + 1) % STANDING.length],
    );
    yield told({
      [`o${i}`]: {
        founder: [`p${i}`, `o${(i + 3) % 40}`],
        ownedBy: { object: `o${(i + 7) % 40}`, share: '33.50' },
      },
    });
    yield told({ [`o${i}`]: { identifier: { object: `Q${i}00`, scheme: 'Wikidata' } } });
    yield told({
      [`p${i}`]: { spouse: `p${i + 1}`, worksFor: { object: `o${i}`, roleName: NAMES[i % NAMES.length] } },
    });
  }
  for (let i = 0; i < 12; i++) {
    yield told({
      [`deal_${i}`]: {
        amount: { object: `${i}2500000.50`, currency: 'EUR' },
        exclusive: i % 2 === 0 ? 'true' : 'false',
        licensor: `o${i}`,
        licensee: `o${i + 1}`,
        covers: [`w${i}`, `w${i + 1}`],
        term: '2020-01/2025-12',
        language: ['en', 'fr-CA'],
        media: MEDIA,
        state: 'signed',
      },
    });
  }
}

function* events(told) {
  for (let i = 0; i < 20; i += 2) {
    yield told({
      [`event-${i}`]: {
        defendant: [`p${i}`, `o${i}`],
        charge: NAMES[i],
        outcome: 'dismissed',
        startDate: DATES[i % 4],
      },
    });
    yield told(
      {
        [`event-${i + 1}`]: {
          filmingOf: `w${i}`,
          location: `place.${(i / 2) % 8}`,
          superEvent: `event-${i}`,
          plannedStartDate: DATES[(i + 1) % 4],
          about: [`p${i}`, `o${i}`, `w${i}`],
        },
      },
      { certainty: 'probable', dateExpression: 'this “month” & next', note: NAMES[i + 1] },
    );
  }
}

/** Gives each block a place of its own in one of the sources: a hostile quote, a row, or the reason for neither. */
function counter() {
  let n = 0;
  return (says, rest = {}) => {
    n++;
    const quote = `${NAMES[n % NAMES.length]} #${n}`;
    if (n % 9 === 0)
      return { source: 'zh.source_1', withoutPlace: `no "place" & no ]]> ${n}`, ...rest, says };
    return {
      source: n % 4 === 0 ? 'zh.source_1' : 'paper',
      ...('row' in rest ? {} : { quote }),
      ...rest,
      says,
    };
  };
}
