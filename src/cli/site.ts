import { join } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import { checkIri } from '../core/iri.ts';
import { type OpenProject, openProject } from '../files/openProject.ts';
import { type WrittenSite, writeSite } from '../files/writeSite.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { read, weave } from '../pipeline.ts';
import type { Call, Command } from './command.ts';
import { changesOf, EXPORT_OPTIONS } from './exportOptions.ts';
import { type Io, UsageError } from './io.ts';
import { showBytes, stagePrinter } from './progress.ts';
import { askedProblems, exitCodeOf, MAX_PROBLEMS, reportProblems, summaryOf, toJson } from './report.ts';

/** Where a site is written unless `--out` says otherwise, in the project folder. */
const DEFAULT_FOLDER = 'site';

export const siteCommand: Command = {
  name: 'site',
  usage: 'site [DIR] [options]',
  summary: 'write the facts of a project as a linked-data web site',
  details: [
    'Writes a folder of static files: an HTML page and a Turtle file for every entity and source, an index, rules that',
    'lead from IRIs to pages, and a manifest. DIR is the project (default: this folder). With any error nothing is',
    'replaced. Pages of an earlier site that are no more are removed; files that are not of the site stay.',
  ].join('\n'),
  options: [
    { name: 'out', value: 'DIR', summary: `where to write (default: ${DEFAULT_FOLDER} in the project)` },
    {
      name: 'address',
      value: 'URL',
      summary: 'where the site will lie, if not at the base of the IRIs; ends in /',
    },
    ...EXPORT_OPTIONS.filter(({ name }) => name === 'plain'),
    MAX_PROBLEMS,
    { name: 'quiet', summary: 'print problems only' },
  ],
  words: [0, 1],
  run: runSite,
};

async function runSite(call: Call, io: Io): Promise<number> {
  const [folder = '.'] = call.words;
  const { problems, shown } = askedProblems(call);
  const json = call.switches.has('json');
  const quiet = call.switches.has('quiet');
  const address = addressOf(call);
  const change = changesOf(call);
  const listener = stagePrinter(io, json || quiet);
  const opened = openProject(folder, problems);
  const project = opened && { ...opened, settings: change(opened.settings) };
  const out = call.values.get('out')?.at(-1) ?? join(folder, DEFAULT_FOLDER);
  const outcome = { problems, folder, out, shown, quiet };
  const knowledge = project && problems.errors === 0 ? know(project, problems, listener) : undefined;
  if (!project || !knowledge) return finish(outcome, undefined, { io, json });
  const written = await writeSite(knowledge, { folder: out, project, listener, address }, problems);
  return finish(outcome, written, { io, json });
}

/** Undefined when anything is wrong, or when an input could not be read at all. */
function know(
  project: OpenProject,
  problems: Problems,
  listener: ReturnType<typeof stagePrinter>,
): Knowledge | undefined {
  const parsed = read(project, problems, listener);
  const knowledge = weave(project, parsed, problems, listener);
  return problems.errors > 0 ? undefined : knowledge;
}

function addressOf(call: Call): string | undefined {
  const address = call.values.get('address')?.at(-1);
  if (address === undefined) return undefined;
  const right = /^https?:\/\/[^?#]*\/$/.test(address) && checkIri(address) === undefined;
  if (!right) throw new UsageError('--address wants the URL of a folder, such as https://example.org/ships/');
  return address;
}

interface Outcome {
  readonly problems: Problems;
  readonly folder: string;
  readonly out: string;
  readonly shown: number;
  readonly quiet: boolean;
}

function finish(
  { problems, folder, out, shown, quiet }: Outcome,
  written: WrittenSite | undefined,
  { io, json }: { readonly io: Io; readonly json: boolean },
): number {
  if (json) {
    const site = written && {
      folder: out,
      ...written.size,
      limits: written.limits,
      kept: written.kept,
      redirectsFrom: written.redirectsFrom,
    };
    const found = problems.diagnostics.map((one) => toJson(one, folder));
    io.out(`${JSON.stringify({ ok: problems.errors === 0, problems: found, site }, undefined, 2)}\n`);
    return exitCodeOf(problems);
  }
  reportProblems(problems, io, { folder, shown });
  if (written && !quiet) showSite(written, out, io);
  io.err(`${summaryOf(problems)}${written ? '' : '; nothing was replaced'}\n`);
  return exitCodeOf(problems);
}

function showSite({ size, limits, kept, redirectsFrom }: WrittenSite, out: string, io: Io): void {
  const { files, bytes, largest, mostInFolder } = size;
  io.out(`\n${out}: ${files} files, ${showBytes(bytes)}; at most ${mostInFolder} in a folder; `);
  io.out(`largest ${largest.name} (${showBytes(largest.bytes)})\n`);
  for (const { host, what, limit, found } of limits) {
    const shown = (count: number) => (what.startsWith('bytes') ? showBytes(count) : String(count));
    const verdict = found > limit ? 'too much' : 'fits';
    io.out(
      `  ${host.padEnd(24)} ${what.padEnd(17)} ${shown(found).padStart(9)} of ${shown(limit).padStart(9)}  ${verdict}\n`,
    );
  }
  if (redirectsFrom !== undefined && redirectsFrom !== '/')
    io.out(`note: hosts read _redirects at their root only, and this site begins at ${redirectsFrom}\n`);
  if (kept.length > 0) io.out(`kept, since they were changed: ${kept.join(', ')}\n`);
}
