/**
 * Loads every format into the real programs that it is for: `npm run test:clients`.
 *
 * Prints one line a check, the time of each client, the matrix, then `N passed, M failed`; exit code 1 when any failed.
 * `--only rdflib,gephi` runs some clients; `--write` writes what the matrix shows into `docs/clients.md`, which is
 * otherwise compared with it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FORMATS } from '../../dist/formats/table.js';
import { CLIENTS } from './clients.js';
import { checkDocs, writeDocs } from './docs.js';
import { install, toolsIn } from './install.js';
import { Matrix } from './matrix.js';
import { makeSets } from './sets.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const scratch = mkdtempSync(join(tmpdir(), 'factweave-clients-'));
const counts = { passed: 0, failed: 0 };
try {
  await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
say(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;

async function main() {
  const clients = chosen(values.only?.split(','));
  const times = new Map();
  const add = (what, seconds) => times.set(what, (times.get(what) ?? 0) + seconds);
  const problems = install(clients, (what, seconds) => add(`installing ${what}`, seconds));
  const sets = await timed('making the sets', add, () => makeSets(scratch));
  for (const { set, checks } of sets)
    for (const { title, run } of checks) await check(`${set.name}: ${title}`, run);
  const matrix = new Matrix([...FORMATS.keys()]);
  const tools = toolsIn(scratch);
  for (const client of clients) {
    await timed(client.name, add, () =>
      runClient(client, {
        problem: problems.get(client.id),
        sets: sets.map(({ set }) => set),
        tools,
        matrix,
      }),
    );
  }
  if (values.write) writeDocs(clients, matrix);
  else await check('docs/clients.md shows this matrix', () => checkDocs(clients, matrix));
  say('');
  for (const [what, seconds] of times) say(`${seconds.toFixed(1).padStart(7)} s  ${what}`);
  say(`\n${matrix.toText()}\n`);
}

function chosen(ids) {
  const unknown = ids?.filter((id) => !CLIENTS.some((client) => client.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`no such client: ${unknown.join(', ')}`);
  return ids ? CLIENTS.filter(({ id }) => ids.includes(id)) : CLIENTS;
}

async function timed(what, add, action) {
  const start = performance.now();
  try {
    return await action();
  } finally {
    add(what, (performance.now() - start) / 1000);
  }
}

async function runClient(client, { problem, sets, tools, matrix }) {
  let version = 'none';
  await check(`${client.name} is there`, async () => {
    if (problem) return [problem];
    version = await client.version(tools);
    return version ? [] : ['it does not say its version'];
  });
  matrix.addClient(client, version);
  for (const set of sets) {
    for (const one of client.checks) {
      for (const profile of one.profiles ?? [undefined]) {
        const place = profile ? `${one.format}/${profile}` : one.format;
        const passed = await check(`${set.name}: ${client.name} ${version}, ${place}: ${one.title}`, () =>
          problem
            ? ['the client is not there']
            : one.run({ set, file: set.file(one.format, profile), profile, tools }),
        );
        matrix.count(client, one, { profile, passed });
      }
    }
  }
}

async function check(name, run) {
  let wrong;
  try {
    wrong = await run();
  } catch (error) {
    wrong = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
  const passed = wrong.length === 0;
  counts[passed ? 'passed' : 'failed']++;
  say(`${passed ? 'ok  ' : 'FAIL'} ${name}`);
  for (const line of wrong.slice(0, 10)) say(`       ${line.slice(0, 2000)}`);
  if (wrong.length > 10) say(`       … and ${wrong.length - 10} more`);
  return passed;
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
