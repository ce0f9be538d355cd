/**
 * Makes a project of synthetic facts as JSON lines: works with names, dates, genres, companies, casts and crews, as a
 * table of titles would give them. A few people are in very many works and most in few (a power law).
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Everything a run makes depends on this and the size alone. */
const SEED = 20_211_021;

const GIVEN = [
  'Ana',
  'Björn',
  'Chloé',
  'Dmitri',
  'Eun-ji',
  'Fatou',
  'Gwen',
  'Hồng',
  'Ivo',
  'José',
  'Zoë',
  '美咲',
];
const FAMILY = [
  'Abebe',
  'Björk',
  'Castro',
  "D'Amico",
  'Endō',
  'Fischer',
  'Grünwald',
  'Haddad',
  'Łukasz',
  'Nakamura',
];
const WORDS = [
  'Low',
  'Tide',
  'Night',
  'of',
  'the',
  'Red',
  'Harbour',
  'Iron',
  'Été',
  'Last',
  'Train',
  '“Blue”',
  'East',
];
const GENRES = ['drama', 'western', 'thriller', 'comedy', 'documentary', 'science fiction', 'crime', 'war'];
const ROLES = ['gaffer', 'sound mixer', 'armourer', 'key grip', 'costume designer', 'script supervisor'];

/** Writes `factweave.yaml` and `facts.jsonl` with exactly `count` facts into the folder. */
export function generate(folder, count) {
  writeFileSync(join(folder, 'factweave.yaml'), SETTINGS);
  const file = openSync(join(folder, 'facts.jsonl'), 'w');
  let pending = '';
  for (const record of records(count)) {
    pending += `${JSON.stringify(record)}\n`;
    if (pending.length < 1 << 16) continue;
    writeSync(file, pending);
    pending = '';
  }
  writeSync(file, pending);
  closeSync(file);
}

const SETTINGS = `factweave: 1
title: Synthetic facts
name: bench
base: https://example.org/bench/
language: en
ontology: [film]
inputs: [facts.jsonl]
output: out
formats: [turtle, nquads, graphml, json]
view: { communities: false }
layout: { engine: none }
`;

function* records(count) {
  const random = randomFrom(SEED);
  const people = Math.max(1, Math.floor(count / 8));
  const companies = Math.max(1, Math.floor(count / 400));
  yield { source: 'people', type: 'Table', title: 'People' };
  for (let i = 0; i < companies; i++) {
    yield { entity: `c${i}`, class: 'Organization', label: `${pick(random, FAMILY)} Pictures ${i}` };
  }
  let left = count;
  for (let i = 0; i < people && left > 0; i++, left--) {
    const name = `${pick(random, GIVEN)} ${pick(random, FAMILY)} ${i.toString(36)}`;
    yield { entity: `p${i}`, class: 'Person' };
    yield fact(`p${i}`, 'name', name, { language: 'en', source: 'people', row: `p${i}` });
  }
  for (let work = 0; left > 0; work++) {
    if (work % 5000 === 0) yield { source: `s${work / 5000}`, type: 'Table', title: `Titles ${work / 5000}` };
    yield { entity: `t${work}`, class: 'Film' };
    const facts = factsOf(work, { random, people, companies }).slice(0, left);
    yield* facts;
    left -= facts.length;
  }
}

/** What the row of a title says: some eleven facts. */
function factsOf(work, { random, people, companies }) {
  const id = `t${work}`;
  const from = { source: `s${Math.floor(work / 5000)}`, row: id };
  const name = `${pick(random, WORDS)} ${pick(random, WORDS)} ${pick(random, WORDS)} ${work.toString(36)}`;
  const person = () => `p${Math.floor(people * random() ** 3)}`;
  const year = 1930 + Math.floor(random() * 95);
  const day = () => `${year}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
  const facts = [
    fact(id, 'name', name, { language: 'en', ...from }),
    fact(id, 'release', random() < 0.5 ? String(year) : day(), from),
    fact(id, 'genre', pick(random, GENRES), { language: 'en', ...from }),
    fact(id, 'director', person(), from),
    fact(id, 'productionCompany', `c${Math.floor(companies * random() ** 3)}`, from),
  ];
  if (random() < 0.1) facts.push(fact(id, 'composer', person(), { status: 'planned', ...from }));
  const cast = new Set(Array.from({ length: 4 }, person));
  [...cast].forEach((who, i) => {
    const qualifiers = {
      position: i + 1,
      characterName: `${pick(random, GIVEN)} the ${pick(random, WORDS)}`,
    };
    facts.push(fact(id, 'actor', who, { qualifiers, ...from }));
  });
  const qualifiers = { roleName: pick(random, ROLES), startDate: day() };
  facts.push(fact(id, 'crewMember', person(), { qualifiers, ...from }));
  return facts;
}

function fact(subject, relation, object, rest) {
  return { subject, relation, object, ...rest };
}

function pick(random, values) {
  return values[Math.floor(random() * values.length)];
}

/** A counter whose bits are mixed with 32-bit integer operations only: the same numbers on every machine. */
function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
