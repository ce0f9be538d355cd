import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problems } from '../core/diagnostic.ts';
import { openSettings } from '../files/openProject.ts';
import { verifyFolder } from '../files/verifyFolder.ts';
import { SETTINGS_FILE } from '../project/settings.ts';
import type { Call, Command } from './command.ts';
import { EXIT, type Io } from './io.ts';
import { reportProblems, toJson } from './report.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify DIR [options]',
  summary: 'read the exports in a folder back and compare them',
  details: [
    'Reads each file by a program that did not write it (Oxigraph, saxes, graphology), and compares the files with',
    'each other and with the manifest: triples, plain facts, nodes, edges and all attributes. DIR is a folder of',
    'exports, or a project, whose output folder is then read.',
  ].join('\n'),
  options: [],
  words: [1, 1],
  run: runVerify,
};

async function runVerify(call: Call, io: Io): Promise<number> {
  const [folder = ''] = call.words;
  const problems = new Problems();
  const exports = outputOf(folder, problems);
  const verified = exports === undefined ? [] : await verifyFolder(exports, problems);
  const equal = problems.errors === 0;
  if (call.switches.has('json')) {
    io.out(
      `${JSON.stringify({ ok: equal, verified, problems: problems.diagnostics.map((one) => toJson(one, folder)) }, undefined, 2)}\n`,
    );
  } else {
    reportProblems(problems, io, { folder });
    for (const { file, reader, what } of verified)
      io.out(`  ${file.padEnd(20)} ${reader.padEnd(20)} ${what}\n`);
    const unread = verified.filter(({ reader }) => reader === 'sha256').length;
    const but = unread === 0 ? '' : `; ${unread} by checksum alone`;
    io.out(equal ? `${exports}: all equal${but}\n` : `${exports ?? folder}: not equal\n`);
  }
  return equal ? EXIT.ok : EXIT.refused;
}

/** The output folder of a project; any other folder is one of exports. Undefined when the settings cannot be used. */
function outputOf(folder: string, problems: Problems): string | undefined {
  if (!existsSync(join(folder, SETTINGS_FILE))) return folder;
  const opened = openSettings(folder, problems);
  return opened && join(folder, opened.settings.output);
}
