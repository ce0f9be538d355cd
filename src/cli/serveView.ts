import { join } from 'node:path';
import { type Diagnostic, Problems } from '../core/diagnostic.ts';
import { messageOf } from '../core/messages.ts';
import { showPlace } from '../core/place.ts';
import { ownFiles } from '../files/checkOutput.ts';
import { FileError } from '../files/errors.ts';
import { packagedViewer } from '../files/packaged.ts';
import { type ServedState, ViewerServer } from '../files/serveViewer.ts';
import { FileWatcher } from '../files/watchFiles.ts';
import { NO_PICTURE, writeViewer, writeWaiting } from '../viewer/page.ts';
import type { ViewerPayload } from '../viewer/payload.ts';
import { EXIT, type Io } from './io.ts';
import { type Maker, showCounts } from './makeView.ts';
import { stagePrinter } from './progress.ts';
import { exitCodeOf, reportProblems, summaryOf } from './report.ts';

/** How many errors the page shows. */
const MOST_SHOWN = 20;

export interface Serving {
  readonly folder: string;
  readonly port: number;
  readonly quiet: boolean;
  readonly shown: number;
}

/**
 * Serves the page until the program is told to stop, and makes it anew when a file of the project changes. Errors
 * are shown in the page, which keeps the last picture without them. Returns the exit code.
 */
export async function serveView(make: Maker, io: Io, serving: Serving): Promise<number> {
  const first = remade(make, io, serving);
  if (!first.files) return exitCodeOf(first.problems);
  const { version, chunks } = first.payload ? pageOf(first.payload) : waitingPage();
  const server = new ViewerServer();
  if (!(await listens(server, serving.port, io))) return EXIT.io;
  server.publish({ version, ...errorsOf(first.problems) }, chunks);
  io.out(`${server.address}\n`);
  if (!serving.quiet) io.err('watching the files of the project; stop with Ctrl-C\n');
  const { stopped, fail } = untilStopped();
  let files = first.files;
  const remake = remaker({ make, io, serving, server }, version);
  const watcher: FileWatcher = new FileWatcher(() => {
    try {
      files = remake() ?? files;
      watcher.watch(files);
    } catch (error) {
      fail(error);
    }
  });
  try {
    watcher.watch(files);
    return await stopped;
  } finally {
    watcher.close();
    await server.close();
  }
}

/** Says on the terminal why it cannot. */
async function listens(server: ViewerServer, port: number, io: Io): Promise<boolean> {
  try {
    await server.listen(port);
    return true;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    io.err(`factweave: ${error.message}\n  hint: choose another port with --port, 0 for any that is free\n`);
    return false;
  }
}

interface Session {
  readonly make: Maker;
  readonly io: Io;
  readonly serving: Serving;
  readonly server: ViewerServer;
}

/** Makes the page anew, or publishes why it cannot; gives the files to watch, where they are known. */
function remaker({ make, io, serving, server }: Session, first: string): () => Remade['files'] {
  let version = first;
  return () => {
    try {
      const { payload, problems, files } = remade(make, io, serving);
      const page = payload && pageOf(payload);
      version = page?.version ?? version;
      server.publish({ version, ...errorsOf(problems) }, page?.chunks);
      return files;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      // What cannot be read now may be readable soon, when it has been written whole.
      io.err(`factweave: ${error.message}\n`);
      server.publish({ version, ...unreadable(error) });
      return undefined;
    }
  };
}

/** Settles with the exit code of the signal that comes, or fails with what is given to `fail`. */
function untilStopped(): { readonly stopped: Promise<number>; readonly fail: (error: unknown) => void } {
  let fail = (_: unknown): void => {};
  const stopped = new Promise<number>((resolve, reject) => {
    fail = reject;
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
  });
  return { stopped, fail };
}

interface Remade {
  readonly problems: Problems;
  /** The files to watch; undefined where the settings cannot be read. */
  readonly files: readonly string[] | undefined;
  /** Undefined with any error. */
  readonly payload: ViewerPayload | undefined;
}

/** Makes the payload and prints what became of it. */
function remade(make: Maker, io: Io, { folder, quiet, shown }: Serving): Remade {
  const problems = new Problems();
  const made = make(problems, stagePrinter(io, true));
  reportProblems(problems, io, { folder, shown });
  const payload = made && 'payload' in made ? made.payload : undefined;
  const what = payload ? showCounts(payload) : 'the picture stays as it was';
  if (!quiet || !payload) io.err(`${summaryOf(problems)}; ${what}\n`);
  const files = made && ownFiles(made.project, []).map((name) => join(folder, name));
  return { problems, files, payload };
}

interface Page {
  readonly version: string;
  readonly chunks: readonly Buffer[];
}

function pageOf(payload: ViewerPayload): Page {
  let version = '';
  const versioned = (found: string): void => {
    version = found;
  };
  const live = { ...packagedViewer('live'), versioned };
  const chunks = [...writeViewer(payload, packagedViewer('client'), live)].map((chunk) => Buffer.from(chunk));
  return { version, chunks };
}

function waitingPage(): Page {
  return { version: NO_PICTURE, chunks: [Buffer.from(writeWaiting(packagedViewer('live')))] };
}

function errorsOf(problems: Problems): Omit<ServedState, 'version'> {
  const errors = problems.diagnostics.filter(({ severity }) => severity === 'error');
  const shown = errors.slice(0, MOST_SHOWN);
  return { problems: shown.map(shownProblem), more: problems.errors - shown.length };
}

function shownProblem(diagnostic: Diagnostic): object {
  const { code, place } = diagnostic;
  return { place: place ? showPlace(place) : '', code, ...messageOf(diagnostic) };
}

function unreadable({ path, message }: FileError): Omit<ServedState, 'version'> {
  return { problems: [{ place: path, code: 'file', message, hint: 'save it once more' }], more: 0 };
}
