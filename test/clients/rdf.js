/** The checks of a client that reads RDF: for each format and profile, the very quads that were written. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'oxigraph';
import { FORMATS } from '../../dist/formats/table.js';
import { differ, differSets, oncePer, outputOf } from './client.js';
import { readQuads } from './quads.js';

/** Formats that are Turtle, too: a file of each describes the set. */
const DESCRIPTIONS = ['shapes', 'dataset'];
export const RDF_FORMATS = ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld', 'ndjsonld'];

/**
 * The checks of a client, in the order of the formats.
 *
 * @param {object} reading
 * @param {readonly string[]} reading.formats
 * @param {string} [reading.title]
 * @param {(asked: import('./client.js').Asked & { format: string }) => Set<string> | Promise<Set<string>>} reading.read
 *   Gives the quads in the spelling of `quads.js`; throws what the client complains about.
 * @param {Partial<Record<string, RegExp>>} [reading.refused] The profiles that the client does not know, each with
 *   what it then says.
 * @param {(quads: ReadonlySet<string>) => ReadonlySet<string>} [reading.known] What is the same to the client and to
 *   RDF, in one spelling: `byValue`, `withLowerTags`. Without it the quads are compared sign for sign.
 */
export function rdfChecks({
  formats,
  title = 'the same quads',
  read,
  refused = {},
  known = (quads) => quads,
}) {
  const checks = formats.flatMap((format) => {
    const profiles = profilesOf(format);
    const same = {
      format,
      title,
      profiles: profiles.filter((profile) => !refused[profile]),
      run: async (asked) =>
        differSets('quads', known(asked.set.quads(asked.profile)), known(await read({ ...asked, format }))),
    };
    const refusal = {
      format,
      title: 'refused, as this version does not know it',
      refusal: true,
      profiles: profiles.filter((profile) => refused[profile]),
      run: (asked) => checkRefused(() => read({ ...asked, format }), refused[asked.profile]),
    };
    return refusal.profiles.length > 0 ? [same, refusal] : [same];
  });
  return formats.includes('turtle') ? [...checks, ...descriptionChecks({ title, read, known })] : checks;
}

/** The Turtle files beside the data. They have no N-Quads beside them: Oxigraph says what is expected. */
function descriptionChecks({ title, read, known }) {
  return DESCRIPTIONS.map((name) => ({
    format: name,
    title,
    run: async (asked) => {
      const expected = readQuads(
        parse(readFileSync(asked.file, 'utf8'), { format: 'text/turtle' }).map(lineOf).join('\n'),
      );
      const found = await read({ ...asked, format: 'turtle', profile: name });
      return differSets('kinds of triples', unlabelled(known(expected)), unlabelled(known(found)));
    },
  }));
}

function lineOf(quad) {
  return `${quad} .`;
}

/** The lines without the labels of blank nodes, which each program makes anew, each with how often it then stands there. */
function unlabelled(quads) {
  const counts = new Map();
  for (const quad of quads) {
    const line = quad.replace(/^_:\S+|(?<=> )_:\S+/g, '_:');
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return new Set([...counts].map(([line, count]) => `${count} × ${line}`));
}

async function checkRefused(read, expected) {
  try {
    const quads = await read();
    return [`${quads.size} quads were read, where a refusal is expected`];
  } catch (error) {
    return expected.test(error.message) ? [] : [`another refusal than ${expected}: ${error.message}`];
  }
}

/**
 * A reader for `rdfChecks` that starts a program once for all files of a set.
 *
 * @param {Batch} batch
 */
export function batchReader(batch) {
  const answerTo = batchAnswers(batch);
  return (asked) => {
    const { answer, out } = answerTo(asked);
    if (answer !== 'ok') throw new Error(answer);
    return readQuads(readFileSync(out, 'utf8'));
  };
}

/**
 * Asks a program once for all files of a set, and gives its answer for one of them.
 *
 * @typedef {object} Batch
 * @property {string} id A name for the folder of its files.
 * @property {readonly string[]} formats
 * @property {string} [task]
 * @property {(input: string, tools: import('./client.js').Tools) => import('./client.js').Ran} start Takes a job a line
 *   (task, format, input, output, parted by tabs) and answers with a line for each: `ok` or the complaint.
 *
 * @param {Batch} batch
 * @returns {(asked: import('./client.js').Asked & { format: string }) => { answer: string, out: string }}
 */
export function batchAnswers({ id, formats, task = 'read', start }) {
  const answersOf = oncePer((set, tools) => {
    const folder = join(tools.scratch, `${id}-${set.name}`);
    mkdirSync(folder);
    const jobs = jobsOf(formats, set).map((job) => ({
      ...job,
      out: join(folder, `${job.profile}.${job.format}.nq`),
    }));
    const lines = jobs.map(({ format, file, out }) => [task, format, file, out].join('\t'));
    const answers = outputOf(start(`${lines.join('\n')}\n`, tools))
      .trimEnd()
      .split('\n');
    const wrong = differ('answers', jobs.length, answers.length);
    if (wrong.length > 0) throw new Error(wrong.join());
    return new Map(
      jobs.map(({ format, profile, out }, i) => [`${format}/${profile}`, { answer: answers[i], out }]),
    );
  });
  return ({ set, format, profile, tools }) => answersOf(set, tools).get(`${format}/${profile}`);
}

function jobsOf(formats, set) {
  const data = formats.flatMap((format) =>
    profilesOf(format).map((profile) => ({ format, profile, file: set.file(format, profile) })),
  );
  const beside = DESCRIPTIONS.map((name) => ({ format: 'turtle', profile: name, file: set.file(name) }));
  return formats.includes('turtle') ? [...data, ...beside] : data;
}

/** The profiles that a format can hold. */
export function profilesOf(format) {
  return FORMATS.get(format)?.profiles ?? [];
}
