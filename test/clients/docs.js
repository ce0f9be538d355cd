/** `docs/clients.md`, written from a run and compared with the next one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { differ, ROOT } from './client.js';
import { CLIENTS } from './clients.js';

const PATH = join(ROOT, 'docs/clients.md');

export function writeDocs(clients, matrix) {
  if (clients.length < CLIENTS.length) throw new Error('--write needs all clients');
  writeFileSync(PATH, pageOf(clients, matrix).join('\n'));
}

/** The whole page when all clients ran; otherwise the rows of those that ran, and their limits, stand in it. */
export function checkDocs(clients, matrix) {
  const page = readFileSync(PATH, 'utf8').split('\n');
  if (clients.length === CLIENTS.length) return differLines(pageOf(clients, matrix), page);
  const lines = new Set(page);
  return [...matrix.toMarkdown(), ...clients.flatMap(limitLines)]
    .filter((line) => !lines.has(line))
    .map((line) => `not in docs/clients.md: ${line}`);
}

function pageOf(clients, matrix) {
  return [...HEAD, ...matrix.toMarkdown(), ...cellsMean(), ...limitsOf(clients), ''];
}

/** Compares lists of lines, each at its place. */
function differLines(expected, found) {
  const length = Math.max(expected.length, found.length);
  return Array.from({ length }, (_, i) =>
    differ(`docs/clients.md, line ${i + 1}`, expected[i], found[i]),
  ).flat();
}

const HEAD = [
  '# What reads the exports',
  '',
  'Every format is loaded by the programs that people load it into, and what they found is compared with what was',
  'written. This page is made by `bash test/clients/run.sh --write`; without `--write` the run fails when the page says',
  'anything else.',
  '',
];

function cellsMean() {
  return [
    '',
    'A cell gives the checks that passed, of all. Each check is made on two sets: the exports of `data/rust`, and those',
    'of a project made to break readers, with names of every script, ids that are words of JavaScript, parallel and',
    'symmetric edges, facts of every status and dates of every precision.',
    '',
    '- **RDF formats**: for each profile that the format can hold, the client reads the very quads of the sorted N-Quads of',
    '  that profile, term for term; not as many, but the same. Where it loads them into a store as well, that is a second',
    '  check. Some clients spell a language tag or a number in another way, which the limits below name.',
    '- **shapes, dataset**: read as other Turtle is; and the data conforms to the shapes, while data with one thing wrong',
    '  does not: a class, a datatype, a status, or a statement without its evidence, object or source.',
    '- **citation**: valid by the schema of the Citation File Format, while a file with one thing wrong is not.',
    '- **Graph formats and tables**: ids, kinds, attributes and positions are those of the laid-out JSON, with what the',
    '  format forces, as the loss report says.',
    '- **(… refused)**: the client does not know this profile. It is asked all the same, and passes when it says so',
    '  instead of reading something else.',
    '- **–**: the client has no reader for the format.',
    '',
    '## How to run it',
    '',
    '```sh',
    'npm run test:clients                                # all clients; installs what is missing, on Debian',
    'bash test/clients/run.sh --only rdflib,rapper       # some',
    'bash test/clients/run.sh --write                    # all, and writes this page',
    '```',
    '',
    'Versions from npm, PyPI and Maven are pinned in `package-lock.json`, `test/clients/requirements.txt` and',
    '`test/clients/java/*/pom.xml`. Debian packages are those of the machine. A client that cannot be installed has',
    'failed.',
    '',
  ];
}

function limitsOf(clients) {
  const lines = clients.flatMap(limitLines);
  return lines.length === 0 ? [] : ['## Limits of the clients', '', ...lines];
}

function limitLines({ name, limits = [] }) {
  return limits.map((limit) => `- **${name}**: ${limit}`);
}
