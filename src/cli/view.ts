import { join } from 'node:path';
import type { Problems } from '../core/diagnostic.ts';
import { packagedViewer } from '../files/packaged.ts';
import { writeViewerFile } from '../files/writeViewer.ts';
import { INCLUDABLE } from '../project/form.ts';
import { writeViewer } from '../viewer/page.ts';
import type { ViewerPayload } from '../viewer/payload.ts';
import type { Call, Command } from './command.ts';
import { EXPORT_OPTIONS } from './exportOptions.ts';
import { type Io, UsageError } from './io.ts';
import { makerOf, showCounts } from './makeView.ts';
import { showBytes, stagePrinter } from './progress.ts';
import { askedProblems, exitCodeOf, MAX_PROBLEMS, reportProblems, summaryOf, toJson } from './report.ts';
import { serveView } from './serveView.ts';

/** Where the page is written unless `--out` says otherwise: not among the exports, whose manifest owns every file. */
const DEFAULT_FILE = 'view.html';
const DEFAULT_PORT = '4173';

export const viewCommand: Command = {
  name: 'view',
  usage: 'view [DIR] [options]',
  summary: 'write the graph as a page to look at, with the evidence behind every edge',
  details: [
    'Writes one HTML file that needs neither a server nor a network: the graph with search and filters, and for every',
    'entity and edge its facts with quote, source, place and status. DIR is the project (default: this folder). Nodes',
    'stand where the exports of the project have them. With any error nothing is replaced. With --serve nothing is',
    'written: the page is served to browsers on this machine, and made anew whenever a file of the project changes.',
  ].join('\n'),
  options: [
    { name: 'out', value: 'FILE', summary: `where to write (default: ${DEFAULT_FILE} in the project)` },
    {
      name: 'include',
      value: 'A,B',
      summary: `facts that are not plain and can be switched on: ${INCLUDABLE.join(', ')}, or none (default: all of these)`,
    },
    ...EXPORT_OPTIONS.filter(({ name }) => name === 'plain'),
    { name: 'serve', summary: 'serve the page on this machine, and reload it when the project changes' },
    { name: 'port', value: 'N', summary: `with --serve: the port, 0 for any (default: ${DEFAULT_PORT})` },
    MAX_PROBLEMS,
    { name: 'quiet', summary: 'print problems only' },
  ],
  words: [0, 1],
  run: runView,
};

async function runView(call: Call, io: Io): Promise<number> {
  const [folder = '.'] = call.words;
  const { problems, shown } = askedProblems(call);
  const json = call.switches.has('json');
  const quiet = call.switches.has('quiet');
  const port = portOf(call);
  const make = makerOf(call, folder);
  if (call.switches.has('serve')) {
    if (json || call.values.has('out'))
      throw new UsageError('--serve writes no file and prints no JSON: leave out --out and --json');
    return serveView(make, io, { folder, port, quiet, shown });
  }
  if (call.values.has('port')) throw new UsageError('--port goes with --serve');
  const listener = stagePrinter(io, json || quiet);
  const path = outputOf(call, folder);
  const made = make(problems, listener);
  const outcome = { problems, folder, path, shown, quiet };
  if (!made || !('payload' in made)) return finish(outcome, undefined, { io, json });
  const { knowledge, payload, project } = made;
  const chunks = writeViewer(payload, packagedViewer('client'));
  const sources = [...knowledge.sources.values()];
  const written = writeViewerFile(chunks, { path, project, sources }, problems);
  if (written) listener.end('write', path);
  return finish(outcome, written && { bytes: written.bytes, payload }, { io, json });
}

function outputOf(call: Call, folder: string): string {
  const out = call.values.get('out')?.at(-1);
  if (out === '') throw new UsageError('--out wants a file');
  return out ?? join(folder, DEFAULT_FILE);
}

function portOf(call: Call): number {
  const text = call.values.get('port')?.at(-1) ?? DEFAULT_PORT;
  if (!/^[0-9]{1,5}$/.test(text) || Number(text) > 65_535)
    throw new UsageError('--port wants a number from 0 to 65535');
  return Number(text);
}

interface Outcome {
  readonly problems: Problems;
  readonly folder: string;
  readonly path: string;
  readonly shown: number;
  readonly quiet: boolean;
}

function finish(
  { problems, folder, path, shown, quiet }: Outcome,
  written: { readonly bytes: number; readonly payload: ViewerPayload } | undefined,
  { io, json }: { readonly io: Io; readonly json: boolean },
): number {
  if (json) {
    const view = written && { path, bytes: written.bytes, ...countsOf(written.payload) };
    const found = problems.diagnostics.map((one) => toJson(one, folder));
    io.out(`${JSON.stringify({ ok: problems.errors === 0, problems: found, view }, undefined, 2)}\n`);
    return exitCodeOf(problems);
  }
  reportProblems(problems, io, { folder, shown });
  if (written && !quiet) io.out(`\n${path}: ${showBytes(written.bytes)}; ${showCounts(written.payload)}\n`);
  io.err(`${summaryOf(problems)}${written ? '' : '; nothing was replaced'}\n`);
  return exitCodeOf(problems);
}

function countsOf({ nodes, edges, facts, leftOut, layout }: ViewerPayload): object {
  return {
    nodes: nodes.id.length,
    edges: edges.id.length,
    facts: facts.length,
    leftOut: Object.fromEntries(leftOut),
    byLevels: layout.byLevels,
  };
}
