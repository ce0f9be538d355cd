/** Installs what the clients need, on Debian with node and npm. What is there already is left alone. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HERE, outputOf, ROOT, run } from './client.js';

const VENV = join(HERE, '.venv');
const PYTHON = join(VENV, 'bin/python');
/** The folder beside a `pom.xml` that takes its jars. */
const JARS = '.jars';
const PYTHON_NEEDS = [['python3-venv', "python3 -c 'import ensurepip, venv'"]];
const MAVEN_NEEDS = [
  ['default-jdk-headless', 'command -v javac'],
  ['maven', 'command -v mvn'],
];

/**
 * @param {readonly import('./client.js').Client[]} clients
 * @param {(what: string, seconds: number) => void} took Hears what was installed and how long it took.
 * @returns {Map<string, string>} Why a client cannot run, by its id; those that can are not in it.
 */
export function install(clients, took) {
  const step = (what, action) => {
    const start = performance.now();
    const problem = problemOf(action);
    took(what, (performance.now() - start) / 1000);
    return problem;
  };
  const apt = step('Debian packages', () => installDebian(clients.flatMap(debianNeeds)));
  const pip = clients.some(({ needs }) => needs.python) ? step('Python packages', installPython) : undefined;
  const problems = new Map();
  for (const client of clients) {
    const { python, maven } = client.needs;
    const absent = debianNeeds(client).filter(([, test]) => !succeeds(test));
    const problem =
      (absent.length > 0 ? `no ${absent.map(([name]) => name).join(', ')}: ${apt}` : undefined) ??
      (python ? pip : undefined) ??
      (maven ? step(`jars of ${client.name}`, () => installMaven(maven)) : undefined);
    if (problem) problems.set(client.id, problem);
  }
  return problems;
}

function debianNeeds({ needs }) {
  return [
    ...(needs.debian ?? []),
    ...(needs.python ? PYTHON_NEEDS : []),
    ...(needs.maven ? MAVEN_NEEDS : []),
  ];
}

function problemOf(action) {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function succeeds(command) {
  return run('bash', ['-c', command]).status === 0;
}

function installDebian(needs) {
  const missing = [...new Map(needs)].filter(([, test]) => !succeeds(test)).map(([name]) => name);
  if (missing.length === 0) return;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [program, ...rest] = [...asRoot, 'apt-get', '-o', 'DPkg::Lock::Timeout=120', '-qq', ...args];
    outputOf(run(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' }, minutes: 15 }));
  };
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing);
}

/** A venv that was cut off half-way, or whose python is gone, is made anew. */
function installPython() {
  if (!succeeds(`'${PYTHON}' -m pip --version`)) {
    rmSync(VENV, { recursive: true, force: true });
    outputOf(run('python3', ['-m', 'venv', VENV]));
  }
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
  outputOf(
    run(PYTHON, ['-m', 'pip', 'install', ...quiet, '--requirement', join(HERE, 'requirements.txt')], {
      minutes: 15,
    }),
  );
}

/** The jars of a `pom.xml`, once for each of its states: its checksum stands beside them. */
function installMaven(folder) {
  const pom = join(HERE, folder, 'pom.xml');
  const jars = join(HERE, folder, JARS);
  const stamp = join(jars, 'pom.sha256');
  const checksum = createHash('sha256').update(readFileSync(pom)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === checksum) return;
  rmSync(jars, { recursive: true, force: true });
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${jars}`, '-DincludeScope=runtime'];
  outputOf(run('mvn', ['-q', '-B', '-f', pom, ...goal], { minutes: 15 }));
  writeFileSync(stamp, checksum);
}

/** @returns {import('./client.js').Tools} */
export function toolsIn(scratch) {
  return {
    python: PYTHON,
    pythonVersion: (name) =>
      outputOf(
        run(PYTHON, ['-c', 'import importlib.metadata as m, sys; print(m.version(sys.argv[1]))', name]),
      ).trim(),
    npmVersion: (name) =>
      JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version,
    java: (folder, args, { input, jvm = [] } = {}) =>
      run(
        'java',
        [...jvm, '-cp', classPath(folder), programIn(folder), ...args],
        input === undefined ? {} : { input },
      ),
    javaMain: (folder, main, args, { jvm = [] } = {}) =>
      run('java', [...jvm, '-cp', classPath(folder), main, ...args]),
    mavenVersion: versionOfJar,
    scratch,
  };
}

function classPath(folder) {
  return join(HERE, folder, JARS, '*');
}

function programIn(folder) {
  const programs = readdirSync(join(HERE, folder)).filter((name) => name.endsWith('.java'));
  if (programs.length !== 1)
    throw new Error(`${folder} has ${programs.length} Java programs, where one is expected`);
  return join(HERE, folder, programs[0]);
}

function versionOfJar(folder, artifact) {
  const names = readdirSync(join(HERE, folder, JARS)).filter((name) => name.startsWith(`${artifact}-`));
  const versions = names.flatMap(
    (name) => /^(\d[\w.]*)(?:-all)?\.jar$/.exec(name.slice(artifact.length + 1))?.[1] ?? [],
  );
  if (versions.length !== 1) throw new Error(`${versions.length} jars of ${artifact}`);
  return versions[0];
}
