import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../files/errors.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { STARTER_FOLDER } from '../files/packaged.ts';
import type { Call, Command } from './command.ts';
import { EXIT, type Io, UsageError } from './io.ts';

export const initCommand: Command = {
  name: 'init',
  usage: 'init DIR [options]',
  summary: 'write a small commented example that builds at once',
  details: 'Writes a project with a short source text into DIR, which must be new or empty.',
  options: [],
  words: [1, 1],
  run: runInit,
};

function runInit(call: Call, io: Io): number {
  const [folder = ''] = call.words;
  if (existsSync(folder) && attempt('read', folder, () => readdirSync(folder)).length > 0) {
    throw new UsageError(`${folder} is not empty: choose a new folder`);
  }
  attempt('create', folder, () => makeFolder(folder));
  const files = readdirSync(STARTER_FOLDER).sort();
  for (const name of files) {
    attempt('write', join(folder, name), () => copyFileSync(join(STARTER_FOLDER, name), join(folder, name)));
  }
  if (call.switches.has('json'))
    io.out(`${JSON.stringify({ ok: true, folder, files, problems: [] }, undefined, 2)}\n`);
  else
    io.out(`${files.map((name) => join(folder, name)).join('\n')}\n\nnext: npx factweave build ${folder}\n`);
  return EXIT.ok;
}
