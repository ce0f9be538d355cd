/**
 * What a client is: a program that people load the exports into, and the checks of what it finds there.
 *
 * To add one is to add `test/clients/<id>.js` and its line in `clients.js`.
 *
 * @typedef {object} Client
 * @property {string} id What `--only` takes: `rdflib`.
 * @property {string} name What the matrix shows: `rdflib`.
 * @property {Needs} needs
 * @property {(tools: Tools) => string | Promise<string>} version Asked of the installed program itself.
 * @property {readonly string[]} [limits] What the client cannot do, or does otherwise; one sentence each, for
 *   `docs/clients.md`.
 * @property {readonly Check[]} checks
 *
 * @typedef {object} Needs
 * @property {readonly (readonly [string, string])[]} [debian] Pairs of a Debian package and a shell command that
 *   succeeds when it is there: `['jing', 'command -v jing']`.
 * @property {readonly string[]} [python] Names of PyPI packages; their versions are pinned in `requirements.txt`.
 * @property {string} [maven] A folder with a `pom.xml` and one single-file Java program: `java/gephi`.
 * @property {string} [npm] The name of a development dependency, for the version.
 *
 * @typedef {object} Check Made once for each set, and for each profile where there are some.
 * @property {string} format The name of an entry of `src/formats/table.ts`, the column of the matrix.
 * @property {string} title
 * @property {readonly string[]} [profiles] RDF only.
 * @property {boolean} [refusal] The check passes when the client refuses to read what it is known not to know; the
 *   cell of the matrix says so.
 * @property {(asked: Asked) => readonly string[] | Promise<readonly string[]>} run Gives the differences: none means
 *   passed. What it throws is a difference.
 *
 * @typedef {object} Asked
 * @property {import('./sets.js').ClientSet} set
 * @property {string} file The path of the file of the format, in this profile. Of several, the first: see `set.files`.
 * @property {string} [profile]
 * @property {Tools} tools
 *
 * @typedef {object} Tools
 * @property {string} python The path of the Python that has the packages of `requirements.txt`.
 * @property {(distribution: string) => string} pythonVersion Of an installed PyPI package.
 * @property {(packageName: string) => string} npmVersion Of an installed npm package.
 * @property {(folder: string, args: readonly string[], options?: { input?: string, jvm?: readonly string[] }) => Ran}
 *   java Runs the one `.java` file of a Maven folder (`java/gephi`) with the jars of its `pom.xml`.
 * @property {(folder: string, main: string, args: readonly string[], options?: { jvm?: readonly string[] }) => Ran}
 *   javaMain Runs a main class of those jars.
 * @property {(folder: string, artifact: string) => string} mavenVersion Of a jar of the folder: `gephi-toolkit`.
 * @property {string} scratch A folder for files of one's own; use names that begin with the id of the client.
 *
 * @typedef {object} Ran
 * @property {number | null} status
 * @property {string} stdout
 * @property {string} stderr
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the clients, with a `/` at its end. */
export const HERE = fileURLToPath(new URL('.', import.meta.url));
/** The folder of the project: paths such as `ontology/schemas` begin here, whatever the working folder is. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a program to its end, with UTF-8 everywhere.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ input?: string, cwd?: string, env?: Record<string, string>, minutes?: number }} [options]
 * @returns {Ran}
 * @throws When it cannot be started, or takes longer than `minutes`, five unless given.
 */
export function run(program, args, { input = '', cwd = ROOT, env = {}, minutes = 5 } = {}) {
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    input,
    cwd,
    timeout: minutes * 60_000,
    env: { ...process.env, LC_ALL: 'C.UTF-8', PYTHONUTF8: '1', ...env },
  });
  if (result.error) throw result.error;
  return result;
}

/** What a program that ended well printed; otherwise throws what it complained about. */
export function outputOf({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(`exit ${status}: ${(stderr || stdout).trim().slice(-2000)}`);
  return stdout;
}

/** Compares two values by `===`. */
export function differ(what, expected, found) {
  return expected === found ? [] : [`${what}: ${show(found)}, where ${show(expected)} is expected`];
}

/** Compares two values of JSON: lists in order, objects by their members. */
export function differJson(what, expected, found) {
  return differ(what, canonical(expected), canonical(found));
}

/** Compares two sets of lines. */
export function differSets(what, expected, found) {
  const missing = [...expected].filter((line) => !found.has(line));
  const added = [...found].filter((line) => !expected.has(line));
  return [
    ...differ(`number of ${what}`, expected.size, found.size),
    ...missing.map((line) => `not found: ${line}`),
    ...added.map((line) => `not expected: ${line}`),
  ];
}

/** Makes a function run once for each object it is called with, such as a set: one start of a slow program for many checks. */
export function oncePer(read) {
  const results = new WeakMap();
  return (key, ...rest) => {
    if (!results.has(key))
      results.set(
        key,
        attempt(() => read(key, ...rest)),
      );
    const { value, error } = results.get(key);
    if (error) throw error;
    return value;
  };
}

function attempt(action) {
  try {
    return { value: action() };
  } catch (error) {
    return { error };
  }
}

function canonical(value) {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function show(value) {
  const text = typeof value === 'string' ? value : String(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
