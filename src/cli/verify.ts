import { Problems } from '../core/diagnostic.ts';
import { verifyFolder } from '../files/verifyFolder.ts';
import type { Call, Command } from './command.ts';
import { EXIT, type Io } from './io.ts';
import { reportProblems, toJson } from './report.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify DIR [options]',
  summary: 'read the exports in a folder back and compare them',
  details: [
    'Reads each file by a program that did not write it (Oxigraph, saxes, graphology), and compares the files with',
    'each other and with the manifest: triples, plain facts, nodes, edges and all attributes.',
  ].join('\n'),
  options: [],
  words: [1, 1],
  run: runVerify,
};

async function runVerify(call: Call, io: Io): Promise<number> {
  const [folder = ''] = call.words;
  const problems = new Problems();
  const verified = await verifyFolder(folder, problems);
  const equal = problems.errors === 0;
  if (call.switches.has('json')) {
    io.out(
      `${JSON.stringify({ ok: equal, verified, problems: problems.diagnostics.map(toJson) }, undefined, 2)}\n`,
    );
  } else {
    reportProblems(problems, io);
    for (const { file, reader, what } of verified)
      io.out(`  ${file.padEnd(20)} ${reader.padEnd(20)} ${what}\n`);
    io.out(equal ? `${folder}: all equal\n` : `${folder}: not equal\n`);
  }
  return equal ? EXIT.ok : EXIT.refused;
}
