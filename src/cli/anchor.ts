import { Problems } from '../core/diagnostic.ts';
import { anchorProject } from '../files/anchorProject.ts';
import { openProject } from '../files/openProject.ts';
import type { Call, Command } from './command.ts';
import { EXIT, type Io } from './io.ts';
import { reportProblems, summaryOf, toJson } from './report.ts';

export const anchorCommand: Command = {
  name: 'anchor',
  usage: 'anchor [DIR] [options]',
  summary: 'find every quote in its source text, and write evidence.lock.json',
  details: [
    'Source texts are found by their sha256 in DIR (default: this folder) and in folders given with --sources.',
    'The lock file keeps the place of each quote, so that the text itself need not be passed on.',
  ].join('\n'),
  options: [{ name: 'sources', value: 'DIR', summary: 'a folder with source texts (may be repeated)' }],
  words: [0, 1],
  run: runAnchor,
};

function runAnchor(call: Call, io: Io): number {
  const problems = new Problems();
  const project = openProject(call.words[0] ?? '.', problems);
  const result = project && anchorProject(project, call.values.get('sources') ?? [], problems);
  if (call.switches.has('json')) {
    io.out(
      `${JSON.stringify({ ok: problems.errors === 0, ...result, problems: problems.diagnostics.map(toJson) }, undefined, 2)}\n`,
    );
  } else {
    reportProblems(problems, io);
    if (result && problems.errors === 0) {
      const what = result.changed ? 'written' : 'unchanged';
      io.out(`${result.path} ${what}: ${result.anchored} quotes in ${result.sources} sources\n`);
    }
    io.err(`${summaryOf(problems)}\n`);
  }
  return problems.errors > 0 ? EXIT.refused : EXIT.ok;
}
