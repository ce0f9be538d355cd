import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import { earlierExports } from '../files/checkOutput.ts';
import { exportProject } from '../files/exportProject.ts';
import { type OpenProject, openProject } from '../files/openProject.ts';
import { LOSSES, type LossName } from '../formats/losses.ts';
import type { Account, Manifest } from '../formats/manifest.ts';
import { reportKeptEvents } from '../graph/flatten.ts';
import type { PlacedGraph } from '../graph/view.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { gather, type StageListener } from '../pipeline.ts';
import type { Settings } from '../project/settings.ts';
import type { Call, Option } from './command.ts';
import { EXPORT_OPTIONS } from './exportOptions.ts';
import { type Io, UsageError } from './io.ts';
import { showBytes, stagePrinter } from './progress.ts';
import { askedProblems, exitCodeOf, MAX_PROBLEMS, reportProblems, summaryOf, toJson } from './report.ts';

/** The options of `build` and `export`. */
export const MAKING_OPTIONS: readonly Option[] = [
  { name: 'out', value: 'DIR', summary: 'where to write (default: `output` of factweave.yaml)' },
  ...EXPORT_OPTIONS,
  { name: 'keep-going', summary: 'write what can be written, list the rest in the manifest, exit 1' },
  MAX_PROBLEMS,
  { name: 'quiet', summary: 'print problems only' },
];

/** In what `build` and `export` differ. */
export interface Making {
  /** The settings of this run: those of the project with what the call says. */
  readonly settings: (project: OpenProject) => Settings;
  /** Places the graph; undefined, with an error, when it cannot. */
  readonly graph: (knowledge: Knowledge, project: OpenProject, report: Report) => PlacedGraph | undefined;
}

/** Where the making of a graph says what it does. */
export interface Report {
  readonly problems: Problems;
  readonly listener: StageListener;
  /** Takes a line for people about what was done otherwise than asked: printed at the end. */
  readonly note: (line: string) => void;
}

/** Makes the exports of a project and prints what became of it; returns the exit code. */
export function makeExports(call: Call, io: Io, making: Making): number {
  const folder = call.words[0] ?? '.';
  const json = call.switches.has('json');
  const quiet = call.switches.has('quiet');
  const keepGoing = call.switches.has('keep-going');
  const { problems, shown } = askedProblems(call);
  const outcome = { problems, json, shown, folder };
  const listener = stagePrinter(io, json || quiet);
  const opened = openProject(folder, problems);
  if (!opened || (problems.errors > 0 && !keepGoing)) return finish(outcome, io);
  const project = { ...opened, settings: making.settings(opened) };
  const { knowledge, unreadable } = gather(project, problems, listener);
  if (problems.errors > 0 && !keepGoing) return finish(outcome, io);
  if (unreadable > 0) return finish({ ...outcome, unreadable }, io);
  const notes: string[] = [];
  const note = (line: string): void => void notes.push(line);
  const graph = making.graph(knowledge, project, { problems, listener, note });
  if (!graph) return finish(outcome, io);
  reportKeptEvents({ notes: graph.view.events, entities: knowledge.entities }, problems);
  const out = outputFolder(call, project);
  const earlier = [...(earlierExports(out)?.files.keys() ?? [])].filter((name) =>
    existsSync(join(out, name)),
  );
  const manifest = exportProject(
    { knowledge, graph, settings: project.settings },
    { folder: out, keepGoing, listener, project },
    problems,
  );
  const kept = new Set(manifest?.files.map(({ name }) => name));
  const removed = manifest ? earlier.filter((name) => !kept.has(name)) : [];
  return finish({ ...outcome, manifest, removed, notes, quotes: quotesOf(knowledge), out, quiet }, io);
}

/** `--out` counts from this folder, the setting from the project. */
export function outputFolder(call: Call, project: OpenProject): string {
  const out = call.values.get('out')?.at(-1);
  if (out === '') throw new UsageError('--out wants a folder');
  return out ?? join(project.folder, project.settings.output);
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
  readonly notes?: readonly string[];
  readonly quotes?: Quotes;
  readonly out?: string;
  readonly quiet?: boolean;
}

function finish(
  {
    problems,
    json,
    shown,
    folder,
    unreadable = 0,
    manifest,
    removed = [],
    notes = [],
    quotes,
    out,
    quiet,
  }: Outcome,
  io: Io,
): number {
  if (json) {
    const result = {
      ok: problems.errors === 0,
      problems: problems.diagnostics.map((one) => toJson(one, folder)),
      manifest,
      ...(removed.length > 0 && { removed }),
      ...(notes.length > 0 && { notes }),
    };
    io.out(`${JSON.stringify(result, undefined, 2)}\n`);
  } else {
    reportProblems(problems, io, { shown, folder });
    if (manifest && out !== undefined && !quiet) {
      showManifest(manifest, out, io);
      for (const note of notes) io.out(`${note}\n`);
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
      `${join(out, file.name).padEnd(36)} ${showBytes(file.bytes).padStart(9)}  ${file.facts ? showAccount(file.facts) : ''}`.trimEnd() +
        '\n',
    );
    for (const [what, count] of Object.entries(file.losses))
      io.out(`${' '.repeat(36)} ${what}: ${count} ${isLoss(what) ? LOSSES[what] : ''}\n`);
  }
}

function isLoss(name: string): name is LossName {
  return Object.hasOwn(LOSSES, name);
}

/** «52 facts read = 44 written + 0 refused + 8 outside the view (planned 3, negated 1 …)». */
function showAccount({ read, written, refused, outside, refusedValues }: Account): string {
  const hidden = Object.values(outside).reduce((sum, count) => sum + count, 0);
  const reasons = Object.entries(outside).map(([reason, count]) => `${reason} ${count}`);
  const why = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
  const values = refusedValues === undefined ? '' : `, ${refusedValues} values left out`;
  return `${read} facts read = ${written} written + ${refused} refused + ${hidden} outside the view${why}${values}`;
}
