/** The checks of a client that knows SHACL: the data conforms to the shapes, and data that is wrong does not. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oncePer, outputOf } from './client.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const FW = 'https://w3id.org/factweave/ns#';
/** A date as the end of a literal. */
const DATED = /#(?:date|gYear|gYearMonth)>/;
/** From so many quads on, a slow client is given an excerpt. */
const LARGE = 5000;
const TYPE = `<${RDF}type>`;
const PERSON = '<http://schema.org/Person>';
const PLACE = '<http://schema.org/Place>';

/** What is done to the data, in the order of {@link dataOf}. */
const MUTATIONS = [
  'a person said to be a place',
  'a date said to be a boolean',
  'a statement without evidence',
  'a statement without its status',
  'a statement of an unknown status',
  'a statement with two subjects',
  'a statement without an object',
  'a piece of evidence without its source',
];

/**
 * @param {string} id A name for its files.
 * @param {(input: string, tools: import('./client.js').Tools) => import('./client.js').Ran} start Takes a job a line (the
 *   word `conforms`, format, data, shapes, parted by tabs) and answers with a line for each: `ok`, or why not.
 * @param {{ oneStatementIn?: number }} [options] Asks slow clients for one statement in so many of large sets, with all
 *   that it needs, where others are asked for all.
 * @returns {readonly import('./client.js').Check[]}
 */
export function shaclChecks(id, start, { oneStatementIn = 1 } = {}) {
  const answersOf = oncePer((set, tools) => {
    const shapes = set.file('shapes');
    const jobs = Object.entries(dataOf(set, oneStatementIn)).map(([name, lines]) => {
      const path = join(tools.scratch, `${id}-${set.name}-${name}.nt`);
      writeFileSync(path, `${lines.join('\n')}\n`);
      return ['conforms', 'ntriples', path, shapes].join('\t');
    });
    if (oneStatementIn === 1) jobs[0] = ['conforms', 'turtle', set.file('turtle'), shapes].join('\t');
    return outputOf(start(`${jobs.join('\n')}\n`, tools))
      .trimEnd()
      .split('\n');
  });
  const check = (title, run) => ({
    format: 'shapes',
    title,
    run: ({ set, tools }) => run(answersOf(set, tools)),
  });
  const refused = (answer) =>
    answer.startsWith('does not conform') ? [] : [`${answer}, where it should not conform`];
  return [
    check('the Turtle conforms', ([whole]) => (whole === 'ok' ? [] : [whole])),
    ...MUTATIONS.map((what, i) => check(`${what} does not conform`, (answers) => refused(answers[i + 1]))),
  ];
}

/** The quads of the statements, and those with one thing wrong: an entity of another class, a value of another datatype. */
function dataOf(set, oneStatementIn) {
  const all = [...set.quads('statements')];
  const lines = all.length < LARGE ? all : excerptOf(all, oneStatementIn);
  const subjects = new Set(
    lines.flatMap((line) => new RegExp(` <${RDF}subject> (<[^>]*>) `).exec(line)?.[1] ?? []),
  );
  const person = [...subjects].find((one) => lines.includes(`${one} ${TYPE} ${PERSON} .`));
  const dated = lines.find((line) => line.includes(` <${RDF}object> "`) && DATED.test(line));
  if (!person || !dated) throw new Error(`${set.name} has no person or no date to break`);
  const classless = lines.filter((line) => !line.startsWith(`${person} ${TYPE} `));
  return {
    whole: lines,
    'wrong-class': [...classless, `${person} ${TYPE} ${PLACE} .`],
    'wrong-datatype': lines.map((line) => (line === dated ? line.replace(DATED, '#boolean>') : line)),
    ...brokenStatements(lines, subjectOf(dated)),
  };
}

function brokenStatements(lines, statement) {
  const says = (name) => `${statement} <${name}> `;
  const without = (start) => lines.filter((line) => !line.startsWith(start));
  const noStatus = without(says(`${FW}status`));
  const evidence = lines.find((line) => / <[^>]*#e-[^>]*> \.$/.test(line));
  const piece = / (<[^>]*#e-[^>]*>) \.$/.exec(evidence ?? '')?.[1];
  return {
    'no-evidence': without(says(`${FW}evidence`)),
    'no-status': noStatus,
    'unknown-status': [...noStatus, `${says(`${FW}status`)}<${FW}sunk> .`],
    'two-subjects': [...lines, `${says(`${RDF}subject`)}<urn:x:another> .`],
    'no-object': without(says(`${RDF}object`)),
    'no-source': without(`${piece} <http://www.w3.org/ns/prov#wasDerivedFrom> `),
  };
}

/** All that is no part of a statement, and some statements with what they speak of: their evidence, their opponents. */
function excerptOf(lines, oneStatementIn) {
  const bySubject = grouped(lines);
  const statements = [...bySubject.keys()].filter((one) => one.includes('#f-'));
  const kept = new Set([...bySubject.keys()].filter((one) => !/#[ef]-/.test(one)));
  for (const [i, one] of statements.entries()) if (i % oneStatementIn === 0) kept.add(one);
  // A set that grows while it is walked: what is kept needs what it names.
  for (const one of kept) {
    for (const line of bySubject.get(one) ?? []) {
      const object = / (<[^>]*#[ef]-[^>]*>) \.$/.exec(line)?.[1];
      if (object) kept.add(object);
    }
  }
  return lines.filter((line) => kept.has(subjectOf(line)));
}

function grouped(lines) {
  const groups = new Map();
  for (const line of lines) groups.set(subjectOf(line), [...(groups.get(subjectOf(line)) ?? []), line]);
  return groups;
}

function subjectOf(line) {
  return line.slice(0, line.indexOf(' '));
}
