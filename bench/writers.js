/**
 * How fast each RDF writer is, in triples per CPU second, beside the n3 Writer and unchecked string concatenation of
 * the same text. All take turns in one process; the figure of each is its best of several rounds. Text counts when
 * it is encoded as UTF-8, as for a file.
 *
 * Usage: node bench/writers.js [FACTS] [ROUNDS]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DataFactory, Parser, Writer } from 'n3';
import { draw, FORMATS, openProject, Problems, read, weave } from '../dist/index.js';
import { arrangeFor, concatenateGraphml, concatenateNQuads, concatenateTurtle } from './concatenate.js';
import { generate } from './generate.js';

const { namedNode, literal, quad } = DataFactory;
const facts = Number(process.argv[2] ?? 50_000);
const rounds = Number(process.argv[3] ?? 5);
/** Text of every contender is encoded into this one, the fastest way there is. */
const buffer = Buffer.allocUnsafe(1 << 22);
let project;
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

const graph = denseGraph();
const graphml = textOf(graphmlOf(graph));
const graphHead = graphml.slice(0, graphml.indexOf('<node '));

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

same('GraphML', textOf(concatenateGraphml(graph, graphHead)), graphml);
const graphRuns = [
  { label: 'graphml', run: () => encoded(graphmlOf(graph)) },
  { label: 'concatenated GraphML', run: () => encoded(concatenateGraphml(graph, graphHead)) },
];

same('N-Quads', textOf(joinedQuads()), nquads);
same('Turtle', textOf(joinedTurtle()), turtle);
for (let round = 0; round < rounds; round++) {
  for (const one of [...runs, ...graphRuns]) {
    const before = process.cpuUsage();
    one.run();
    const { user, system } = process.cpuUsage(before);
    one.best = Math.min(one.best ?? Number.POSITIVE_INFINITY, (user + system) / 1e6);
  }
}
print(
  `Node ${process.version}, ${availableParallelism()} cores, ${count(facts)} facts, best of ${rounds} rounds\n\n`,
);
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

printGraphml();

function speedOf(wanted) {
  const { triples, best } = runs.find(({ label }) => label === wanted);
  return triples / best;
}

function knowledgeOf(size) {
  const folder = mkdtempSync(join(tmpdir(), 'factweave-writers-'));
  try {
    generate(folder, size);
    const problems = new Problems();
    project = openProject(folder, problems);
    const woven = weave(project, read(project, problems), problems);
    if (problems.errors > 0) throw new Error(JSON.stringify([...problems.counts]));
    return woven;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writing(format, profile) {
  return (format.bytes ?? format.write)(knowledge, {
    problems: new Problems(),
    losses: new Map(),
    options: profile ? { profile } : {},
  });
}

/** Of the N-Quads of the profile: what all serialisations of it hold. */
function triplesIn(_, profile) {
  if (!lines.has(profile)) {
    let found = 0;
    for (const chunk of writing(FORMATS.get('nquads'), profile))
      found += String(chunk).split('\n').length - 1;
    lines.set(profile, found);
  }
  return lines.get(profile);
}

function textOf(chunks) {
  return [...chunks].map(String).join('');
}

function encoded(chunks) {
  let bytes = 0;
  for (const chunk of chunks) bytes += typeof chunk === 'string' ? buffer.utf8Write(chunk) : chunk.length;
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
    bytes += buffer.utf8Write(pending);
    pending = '';
  };
  const sink = {
    write(text, _, done) {
      pending += text;
      if (pending.length >= 1 << 15) flush();
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

/** Every attribute on every node and edge: graph-tool writes a value for each, and would have more to do. */
function denseGraph() {
  const { view, placement } = draw(knowledge, project.settings);
  const dense = (part) => ({
    ...part,
    attributes: part.attributes.filter(({ values }) => values.every((value) => value !== undefined)),
  });
  return { placement, view: { ...view, nodes: dense(view.nodes), edges: dense(view.edges) } };
}

function graphmlOf(graph) {
  const format = FORMATS.get('graphml');
  return (format.bytes ?? format.write)(graph, { problems: new Problems(), losses: new Map() });
}

function printGraphml() {
  const { nodes, edges } = graph.view;
  const values = graphml.split('<data ').length - 1;
  print(`\n${count(nodes.count)} nodes, ${count(edges.count)} edges, ${count(values)} values\n\n`);
  print(
    '| writer | bytes | CPU ms | speed against graph-tool | speed against concatenation |\n|---|--:|--:|--:|--:|\n',
  );
  const other = graphTool();
  const [ours, joined] = graphRuns;
  const bytes = Buffer.byteLength(graphml);
  const ratio = (seconds) => (seconds ? `${(seconds / ours.best).toFixed(2)}×` : '');
  const row = (cells) => print(`| ${cells.join(' | ')} |\n`);
  row(['graphml', count(bytes), ms(ours.best), ratio(other?.seconds), ratio(joined.best)]);
  row([joined.label, count(bytes), ms(joined.best), '', '']);
  if (!other) print('\ngraph-tool is not installed (Debian: python3-graph-tool)\n');
  else {
    row([`graph-tool ${other.version}`, count(other.bytes), ms(other.seconds), '', '']);
    print(
      `\ngraph-tool held ${count(other.nodes)} nodes, ${count(other.edges)} edges, ${count(other.values)} values of nodes and edges\n`,
    );
  }
}

function ms(seconds) {
  return count(Math.round(seconds * 1000));
}

/** Undefined where graph-tool is not installed. */
function graphTool() {
  const folder = mkdtempSync(join(tmpdir(), 'factweave-graphtool-'));
  try {
    const [from, to] = ['in', 'out'].map((name) => join(folder, `${name}.graphml`));
    writeFileSync(from, graphml);
    const script = fileURLToPath(new URL('graphtool.py', import.meta.url));
    const run = spawnSync('/usr/bin/python3', [script, from, to, String(rounds)], { encoding: 'utf8' });
    return run.status === 0 ? { ...JSON.parse(run.stdout), bytes: statSync(to).size } : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
