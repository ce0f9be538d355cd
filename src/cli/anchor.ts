import { Problems } from '../core/diagnostic.ts';
import { anchorProject } from '../files/anchorProject.ts';
import { LOCK_FILE, openProject } from '../files/openProject.ts';
import type { Call, Command } from './command.ts';
import type { Io } from './io.ts';
import { exitCodeOf, reportProblems, summaryOf, toJson } from './report.ts';

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
      `${JSON.stringify({ ok: problems.errors === 0, ...result, problems: problems.diagnostics.map((one) => toJson(one, call.words[0] ?? '.')) }, undefined, 2)}\n`,
    );
  } else {
    reportProblems(problems, io, { folder: call.words[0] ?? '.' });
    if (result && problems.errors === 0) {
      const what = result.changed ? 'written' : 'unchanged';
      io.out(`${result.path} ${what}: ${result.anchored} quotes in ${result.sources} sources\n`);
    }
    const unwritten = problems.errors > 0 ? `; ${LOCK_FILE} was not written` : '';
    io.err(`${summaryOf(problems)}${unwritten}\n`);
  }
  return exitCodeOf(problems);
}
