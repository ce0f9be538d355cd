/**
 * How fast each RDF writer is, in triples per CPU second, beside the n3 Writer and unchecked string concatenation of
 * the same text. All take turns in one process; the figure of each is its best of several rounds. Text counts when
 * it is encoded as UTF-8, as for a file.
 *
 * Usage: node bench/writers.js [FACTS] [ROUNDS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFactory, Parser, Writer } from 'n3';
import { FORMATS, openProject, Problems, read, weave } from '../dist/index.js';
import { arrangeFor, concatenateNQuads, concatenateTurtle } from './concatenate.js';
import { generate } from './generate.js';

const { namedNode, literal, quad } = DataFactory;
const facts = Number(process.argv[2] ?? 50_000);
const rounds = Number(process.argv[3] ?? 5);
const knowledge = knowledgeOf(facts);
const formats = [...FORMATS.values()].filter((format) => format.profiles);
const nquads = textOf(writing(FORMATS.get('nquads')));
const turtle = textOf(writing(FORMATS.get('turtle')));
const lines = new Map();
const byId = arrangeFor(knowledge, true);
const byRelation = arrangeFor(knowledge, false);
const head = turtle.slice(0, turtle.indexOf('\n#'));
const prefixes = Object.fromEntries(
  [...head.matchAll(/@prefix ([^:]*): <([^>]*)>/g)].map(([, name, iri]) => [name, iri]),
);
const quads = new Parser({ format: 'N-Quads' }).parse(nquads);
const inReadingOrder = new Parser({ format: 'Turtle' }).parse(turtle);

const runs = [];
for (const format of formats) {
  for (const profile of format.profiles) {
    const label = `${format.name} ${profile}`;
    const chunks = () => writing(format, profile);
    runs.push({ label, run: () => encoded(chunks()), triples: triplesIn(format, profile) });
  }
}
for (const [label, options, all] of [
  ['N-Quads', { format: 'N-Quads' }, quads],
  ['Turtle', { prefixes }, inReadingOrder],
]) {
  const parts = all.map(partsOf);
  runs.push({ label: `n3 ${label}`, run: () => n3(options, parts, quadOf), triples: all.length });
  runs.push({ label: `n3 ${label}, quads at hand`, run: () => n3(options, all), triples: all.length });
}
const joinedQuads = () => concatenateNQuads(knowledge, byId);
const joinedTurtle = () => concatenateTurtle(knowledge, byRelation, head);
runs.push({ label: 'concatenated N-Quads', run: () => encoded(joinedQuads()), triples: quads.length });
runs.push({ label: 'concatenated Turtle', run: () => encoded(joinedTurtle()), triples: quads.length });

same('N-Quads', textOf(joinedQuads()), nquads);
same('Turtle', textOf(joinedTurtle()), turtle);
for (let round = 0; round < rounds; round++) {
  for (const one of runs) {
    const before = process.cpuUsage();
    one.run();
    const { user, system } = process.cpuUsage(before);
    one.best = Math.min(one.best ?? Number.POSITIVE_INFINITY, (user + system) / 1e6);
  }
}
print(`Node ${process.version}, ${count(facts)} facts, best of ${rounds} rounds\n\n`);
print('| writer | triples | k triples/CPU-s | against n3 | against concatenation |\n|---|--:|--:|--:|--:|\n');
for (const { label, triples, best } of runs) {
  const speed = triples / best;
  const [name, profile] = label.split(' ');
  const syntax = { turtle: 'Turtle', trig: 'Turtle', ntriples: 'N-Quads', nquads: 'N-Quads' }[name];
  // The other contenders write the triples of `statements`; JSON-LD has nothing to stand beside.
  const beside = profile === 'statements' && syntax ? [`n3 ${syntax}`, `concatenated ${syntax}`] : [];
  const ratios = [0, 1].map((i) => (beside[i] ? `${(speed / speedOf(beside[i])).toFixed(2)}×` : ''));
  print(`| ${[label, count(triples), count(Math.round(speed / 1000)), ...ratios].join(' | ')} |\n`);
}

function speedOf(wanted) {
  const { triples, best } = runs.find(({ label }) => label === wanted);
  return triples / best;
}

function knowledgeOf(size) {
  const folder = mkdtempSync(join(tmpdir(), 'factweave-writers-'));
  try {
    generate(folder, size);
    const problems = new Problems();
    const project = openProject(folder, problems);
    const woven = weave(project, read(project, problems), problems);
    if (problems.errors > 0) throw new Error(JSON.stringify([...problems.counts]));
    return woven;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writing(format, profile) {
  return format.write(knowledge, { problems: new Problems(), losses: new Map(), profile });
}

/** Of the N-Quads of the profile: what all serialisations of it hold. */
function triplesIn(_, profile) {
  if (!lines.has(profile)) {
    let found = 0;
    for (const chunk of writing(FORMATS.get('nquads'), profile)) found += chunk.split('\n').length - 1;
    lines.set(profile, found);
  }
  return lines.get(profile);
}

function textOf(chunks) {
  return [...chunks].join('');
}

function encoded(chunks) {
  let bytes = 0;
  for (const chunk of chunks) bytes += Buffer.from(chunk).length;
  return bytes;
}

/** A quad as a program has it before it makes terms. */
function partsOf({ subject, predicate, object }) {
  const { value, termType, language, datatype } = object;
  return {
    subject: subject.value,
    predicate: predicate.value,
    value,
    isLiteral: termType === 'Literal',
    type: language || datatype?.value,
    hasLanguage: language !== undefined && language !== '',
  };
}

function quadOf({ subject, predicate, value, isLiteral, type, hasLanguage }) {
  const object = isLiteral ? literal(value, hasLanguage ? type : namedNode(type)) : namedNode(value);
  return quad(namedNode(subject), namedNode(predicate), object);
}

/** The Writer takes quads, so that a program has to make them: `make` does, unless they are at hand. */
function n3(options, all, make = (one) => one) {
  let pending = '';
  let bytes = 0;
  const flush = () => {
    bytes += Buffer.from(pending).length;
    pending = '';
  };
  const sink = {
    write(text, _, done) {
      pending += text;
      if (pending.length >= 1 << 16) flush();
      done?.();
    },
    end(done) {
      flush();
      done?.();
    },
  };
  const writer = new Writer(sink, options);
  for (const one of all) writer.addQuad(make(one));
  writer.end();
  return bytes;
}

function same(what, found, expected) {
  if (found === expected) return;
  const [a, b] = [found.split('\n'), expected.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  throw new Error(`${what}: line ${at + 1} is ${a[at]}, not ${b[at]}`);
}

function count(number) {
  return number.toLocaleString('en-US');
}

function print(text) {
  process.stdout.write(text);
}
