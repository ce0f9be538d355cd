import { join } from 'node:path';
import { Problems } from '../core/diagnostic.ts';
import { nearest } from '../core/suggest.ts';
import { exportProject } from '../files/exportProject.ts';
import { type OpenProject, openProject } from '../files/openProject.ts';
import type { Account, Manifest } from '../formats/manifest.ts';
import { FORMATS } from '../formats/table.ts';
import { build } from '../pipeline.ts';
import type { Call, Command } from './command.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { showBytes, stagePrinter } from './progress.ts';
import { reportProblems, summaryOf, toJson } from './report.ts';

export const buildCommand: Command = {
  name: 'build',
  usage: 'build [DIR] [options]',
  summary: 'turn the facts of a project into its exports',
  details: [
    'Reads factweave.yaml in DIR (default: this folder) and the files it names, checks everything, and writes',
    'the exports with their manifest. With any error nothing is replaced.',
  ].join('\n'),
  options: [
    { name: 'out', value: 'DIR', summary: 'where to write (default: `output` of factweave.yaml)' },
    { name: 'formats', value: 'A,B', summary: `which formats: ${[...FORMATS.keys()].join(', ')}` },
    { name: 'keep-going', summary: 'write what can be written, list the rest in the manifest, exit 1' },
    { name: 'quiet', summary: 'print problems only' },
  ],
  words: [0, 1],
  run: runBuild,
};

function runBuild(call: Call, io: Io): number {
  const folder = call.words[0] ?? '.';
  const json = call.switches.has('json');
  const keepGoing = call.switches.has('keep-going');
  const formats = chosenFormats(call);
  const problems = new Problems();
  const listener = stagePrinter(io, json || call.switches.has('quiet'));
  const project = openProject(folder, problems);
  if (!project || (problems.errors > 0 && !keepGoing)) return finish({ problems, json }, io);
  const { knowledge, graph } = build(project, problems, listener);
  if (problems.errors > 0 && !keepGoing) return finish({ problems, json }, io);
  const settings = formats ? { ...project.settings, formats } : project.settings;
  const out = outputFolder(call, project);
  const manifest = exportProject(
    { knowledge, graph, settings },
    { folder: out, keepGoing, listener },
    problems,
  );
  return finish({ problems, json, manifest, out, quiet: call.switches.has('quiet') }, io);
}

function chosenFormats(call: Call): string[] | undefined {
  const formats = call.values.get('formats')?.flatMap((value) => value.split(','));
  for (const name of formats ?? []) {
    if (FORMATS.has(name)) continue;
    const suggestion = nearest(name, FORMATS.keys());
    const hint = suggestion ? `did you mean ${suggestion}?` : `formats: ${[...FORMATS.keys()].join(', ')}`;
    throw new UsageError(`unknown format ${JSON.stringify(name)}: ${hint}`);
  }
  return formats;
}

/** `--out` counts from this folder, the setting from the project. */
function outputFolder(call: Call, project: OpenProject): string {
  return call.values.get('out')?.at(-1) ?? join(project.folder, project.settings.output);
}

interface Outcome {
  readonly problems: Problems;
  readonly json: boolean;
  readonly manifest?: Manifest | undefined;
  readonly out?: string;
  readonly quiet?: boolean;
}

function finish({ problems, json, manifest, out, quiet }: Outcome, io: Io): number {
  if (json) {
    const result = { ok: problems.errors === 0, problems: problems.diagnostics.map(toJson), manifest };
    io.out(`${JSON.stringify(result, undefined, 2)}\n`);
  } else {
    reportProblems(problems, io);
    if (manifest && out !== undefined && !quiet) showManifest(manifest, out, io);
    io.err(`${summaryOf(problems)}${manifest ? '' : '; nothing was replaced'}\n`);
  }
  return problems.errors > 0 ? EXIT.refused : EXIT.ok;
}

function showManifest(manifest: Manifest, out: string, io: Io): void {
  io.out('\n');
  for (const file of manifest.files) {
    io.out(
      `${join(out, file.name).padEnd(36)} ${showBytes(file.bytes).padStart(9)}  ${showAccount(file.facts)}\n`,
    );
    for (const [what, count] of Object.entries(file.losses)) io.out(`${' '.repeat(48)}${what}: ${count}\n`);
  }
}

/** «52 facts read = 44 written + 0 refused + 8 outside the view (planned 3, negated 1 …)». */
export function showAccount({ read, written, refused, outside }: Account): string {
  const hidden = Object.values(outside).reduce((sum, count) => sum + count, 0);
  const reasons = Object.entries(outside).map(([reason, count]) => `${reason} ${count}`);
  const why = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
  return `${read} facts read = ${written} written + ${refused} refused + ${hidden} outside the view${why}`;
}
