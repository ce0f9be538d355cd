/**
 * The exports that the clients read: those of `data/rust`, and those of a project made to break readers.
 *
 * @typedef {object} ClientSet
 * @property {string} name `rust` or `hostile`.
 * @property {import('../../src/knowledge/knowledge.ts').Knowledge} knowledge
 * @property {import('../../src/graph/view.ts').PlacedGraph} graph
 * @property {string} folder All files of the default profile, with their manifest.
 * @property {(format: string, profile?: string) => string} file The path of the file of a format; of several, the first.
 * @property {(format: string) => readonly string[]} files The paths of all files of a format, in the default profile.
 * @property {string} strict The path of the strict GraphML.
 * @property {unknown} json The laid-out JSON, parsed.
 * @property {(profile: string) => ReadonlySet<string>} quads The quads of a profile, in the spelling of `quads.js`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../dist/formats/table.js';
import { build, exportProject, openProject, Problems } from '../../dist/index.js';
import { differ, ROOT } from './client.js';
import { writeHostileProject } from './hostileProject.js';
import { readQuads } from './quads.js';

const DEFAULT_PROFILE = 'statements';

/** @returns {readonly { set: ClientSet, checks: readonly { title: string, run: () => readonly string[] }[] }[]} */
export function makeSets(scratch) {
  return [rustSet(scratch), hostileSet(scratch)];
}

function rustSet(scratch) {
  const project = projectOf(join(ROOT, 'data/rust'));
  const set = makeSet({ name: 'rust', project, folder: join(scratch, 'rust') });
  const title = 'exports/rust is what the library makes of data/rust';
  return { set, checks: [{ title, run: () => checkCommitted(project, join(scratch, 'rust-committed')) }] };
}

function checkCommitted(project, folder) {
  write(project, folder);
  const committed = join(ROOT, 'exports/rust');
  return [...new Set([...readdirSync(folder), ...readdirSync(committed)])].flatMap((name) =>
    differ(name, textOf(join(committed, name)), textOf(join(folder, name))),
  );
}

function textOf(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return 'no such file';
  }
}

function hostileSet(scratch) {
  writeHostileProject(join(scratch, 'hostile-project'));
  const project = projectOf(join(scratch, 'hostile-project'));
  const set = makeSet({ name: 'hostile', project, folder: join(scratch, 'hostile') });
  return { set, checks: [{ title: 'the set is as rich as it should be', run: () => checkRich(project) }] };
}

function checkRich({ graph, problems }) {
  const { nodes, edges } = graph.view;
  const pairs = new Set(edges.id.map((_, i) => `${edges.source[i]} ${edges.target[i]}`));
  const symmetric = edges.symmetric.reduce((sum, one) => sum + one, 0);
  const standing = edges.attributes.find(({ name }) => name === 'notPlain')?.values ?? [];
  return [
    ...differ('errors', 0, problems.errors),
    ...atLeast('nodes', 250, nodes.count),
    ...atLeast('edges', 500, edges.count),
    ...atLeast('parallel edges', 50, edges.count - pairs.size),
    ...atLeast('symmetric edges', 40, symmetric),
    ...atLeast('reasons for not being plain', 6, new Set(standing.flatMap((one) => one ?? [])).size),
  ];
}

function atLeast(what, least, found) {
  return found >= least ? [] : [`${what}: ${found}, where at least ${least} are expected`];
}

function projectOf(folder) {
  const problems = new Problems();
  const project = openProject(folder, problems);
  if (!project) throw new Error(JSON.stringify(problems.diagnostics));
  return { ...build(project, problems), settings: project.settings, problems };
}

/** Writes a set as `factweave build` does, and gives its manifest. */
function write({ knowledge, graph, settings }, folder, formats = settings.formats) {
  const problems = new Problems();
  const listener = { end: () => {}, progress: () => {} };
  const exported = { knowledge, graph, settings: { ...settings, formats } };
  const manifest = exportProject(exported, { folder, keepGoing: false, listener }, problems);
  if (!manifest) throw new Error(JSON.stringify(problems.diagnostics));
  return manifest;
}

/** @returns {ClientSet} */
function makeSet({ name, project, folder }) {
  const { knowledge, graph } = project;
  const manifest = write(project, folder, [...FORMATS.keys()]);
  const files = (format) =>
    manifest.files.filter((one) => one.format === format).map((one) => join(folder, one.name));
  const file = (format, profile = DEFAULT_PROFILE) =>
    profile === DEFAULT_PROFILE
      ? files(format)[0]
      : join(folder, profile, name + FORMATS.get(format)?.extension);
  const strict = join(folder, `${name}-strict.graphml`);
  writeWith('graphml', { graphml: 'strict' }, { from: graph, path: strict });
  for (const [format, { profiles = [] }] of FORMATS) {
    for (const profile of profiles) {
      if (profile === DEFAULT_PROFILE) continue;
      mkdirSync(join(folder, profile), { recursive: true });
      writeWith(format, { profile }, { from: knowledge, path: file(format, profile) });
    }
  }
  const json = JSON.parse(readFileSync(file('json'), 'utf8'));
  const read = new Map();
  const quads = (profile) => {
    if (!read.has(profile)) read.set(profile, readQuads(readFileSync(file('nquads', profile), 'utf8')));
    return read.get(profile);
  };
  return { name, knowledge, graph, folder, file, files, strict, json, quads };
}

/** One file with other options than those of the project. */
function writeWith(format, options, { from, path }) {
  const problems = new Problems();
  const chunks = [...FORMATS.get(format).write(from, { problems, losses: new Map(), options })];
  if (problems.errors > 0) throw new Error(JSON.stringify(problems.diagnostics));
  writeFileSync(path, chunks.join(''));
}
