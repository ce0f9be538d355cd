import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import { nearest } from '../core/suggest.ts';
import { earlierExports } from '../files/checkOutput.ts';
import { exportProject } from '../files/exportProject.ts';
import { type OpenProject, openProject } from '../files/openProject.ts';
import type { Account, Manifest } from '../formats/manifest.ts';
import { FORMATS } from '../formats/table.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { build } from '../pipeline.ts';
import type { Call, Command } from './command.ts';
import { type Io, UsageError } from './io.ts';
import { showBytes, stagePrinter } from './progress.ts';
import { askedProblems, exitCodeOf, MAX_PROBLEMS, reportProblems, summaryOf, toJson } from './report.ts';

export const buildCommand: Command = {
  name: 'build',
  usage: 'build [DIR] [options]',
  summary: 'turn the facts of a project into its exports',
  details: [
    'Reads factweave.yaml in DIR (default: this folder) and the files it names, checks everything, and writes',
    'the exports with their manifest. With any error nothing is replaced. Files of the earlier exports that are not',
    'among the formats of this build are removed; other files in the folder stay.',
  ].join('\n'),
  options: [
    { name: 'out', value: 'DIR', summary: 'where to write (default: `output` of factweave.yaml)' },
    { name: 'formats', value: 'A,B', summary: `which formats: ${[...FORMATS.keys()].join(', ')}` },
    { name: 'keep-going', summary: 'write what can be written, list the rest in the manifest, exit 1' },
    MAX_PROBLEMS,
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
  const { problems, shown } = askedProblems(call);
  const outcome = { problems, json, shown, folder };
  const listener = stagePrinter(io, json || call.switches.has('quiet'));
  const project = openProject(folder, problems);
  if (!project || (problems.errors > 0 && !keepGoing)) return finish(outcome, io);
  const { knowledge, graph, unreadable } = build(project, problems, listener);
  if (problems.errors > 0 && !keepGoing) return finish(outcome, io);
  if (unreadable > 0) return finish({ ...outcome, unreadable }, io);
  const settings = formats ? { ...project.settings, formats } : project.settings;
  const out = outputFolder(call, project);
  const earlier = [...(earlierExports(out)?.files.keys() ?? [])].filter((name) =>
    existsSync(join(out, name)),
  );
  const manifest = exportProject(
    { knowledge, graph, settings },
    { folder: out, keepGoing, listener, project },
    problems,
  );
  const kept = new Set(manifest?.files.map(({ name }) => name));
  const removed = manifest ? earlier.filter((name) => !kept.has(name)) : [];
  return finish(
    { ...outcome, manifest, removed, quotes: quotesOf(knowledge), out, quiet: call.switches.has('quiet') },
    io,
  );
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
  readonly shown: number;
  readonly folder: string;
  /** Inputs that could not be read, for all that `--keep-going` says. */
  readonly unreadable?: number;
  readonly manifest?: Manifest | undefined;
  /** Files of the earlier exports that this build does not write. */
  readonly removed?: readonly string[];
  readonly quotes?: Quotes;
  readonly out?: string;
  readonly quiet?: boolean;
}

function finish(
  { problems, json, shown, folder, unreadable = 0, manifest, removed = [], quotes, out, quiet }: Outcome,
  io: Io,
): number {
  if (json) {
    const result = {
      ok: problems.errors === 0,
      problems: problems.diagnostics.map((one) => toJson(one, folder)),
      manifest,
      ...(removed.length > 0 && { removed }),
    };
    io.out(`${JSON.stringify(result, undefined, 2)}\n`);
  } else {
    reportProblems(problems, io, { shown, folder });
    if (manifest && out !== undefined && !quiet) {
      showManifest(manifest, out, io);
      if (removed.length > 0)
        io.out(`removed: ${removed.join(', ')} (not among the formats of this build)\n`);
      if (quotes && quotes.without > 0)
        io.out(`${quotes.anchored} quotes anchored, ${quotes.without} without a place\n`);
    }
    const why = unreadable > 0 ? ', since nobody knows what an input that cannot be read holds' : '';
    io.err(`${summaryOf(problems)}${manifest ? '' : `; nothing was replaced${why}`}\n`);
  }
  return exitCodeOf(problems);
}

interface Quotes {
  readonly anchored: number;
  readonly without: number;
}

/** How many distinct quotes have a place in the text of their source. */
function quotesOf({ evidence }: Knowledge): Quotes {
  const quoted = evidence.filter((piece) => piece.quote !== undefined);
  const anchored = quoted.filter((piece) => piece.anchor !== undefined).length;
  return { anchored, without: quoted.length - anchored };
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
export function showAccount({ read, written, refused, outside, refusedValues }: Account): string {
  const hidden = Object.values(outside).reduce((sum, count) => sum + count, 0);
  const reasons = Object.entries(outside).map(([reason, count]) => `${reason} ${count}`);
  const why = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
  const values = refusedValues === undefined ? '' : `, ${refusedValues} values left out`;
  return `${read} facts read = ${written} written + ${refused} refused + ${hidden} outside the view${why}${values}`;
}
