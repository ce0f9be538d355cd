import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Code, type Diagnostic, KEPT_PER_CODE, Problems, severityOf } from '../core/diagnostic.ts';
import { messageOf } from '../core/messages.ts';
import { type Place, SourceText } from '../core/place.ts';
import type { Call, Option } from './command.ts';
import { EXIT, type Io, UsageError } from './io.ts';

/** How many problems of one code are shown in full; the rest is one line. */
const SHOWN_PER_CODE = 10;

/** The option of how many problems are shown. */
export const MAX_PROBLEMS: Option = {
  name: 'max-problems',
  value: 'N',
  summary: `how many problems of a kind are shown in full (default: ${SHOWN_PER_CODE})`,
};

/** What `--max-problems` says, and problems that keep as many; throws UsageError for what is no number. */
export function askedProblems(call: Call): { readonly problems: Problems; readonly shown: number } {
  const text = call.values.get(MAX_PROBLEMS.name)?.at(-1) ?? String(SHOWN_PER_CODE);
  if (!/^[0-9]{1,7}$/.test(text)) throw new UsageError('--max-problems wants a whole number, such as 100');
  const shown = Number(text);
  return { problems: new Problems(Math.max(KEPT_PER_CODE, shown)), shown };
}

/** Codes of what lies beyond a limit. */
const LIMITS: ReadonlySet<Code> = new Set<Code>(['limit-exceeded', 'file-too-large', 'too-deep']);

/** The exit code of a run: 4 when all that is wrong lies beyond a limit. */
export function exitCodeOf(problems: Problems): number {
  if (problems.errors === 0) return EXIT.ok;
  const codes = [...problems.counts.keys()].filter((code) => severityOf(code) === 'error');
  return codes.every((code) => LIMITS.has(code)) ? EXIT.limit : EXIT.refused;
}

/** How problems are shown: the folder that their files are named from, and how many of one code. */
export interface Shown {
  readonly folder?: string | undefined;
  readonly shown?: number;
}

/** Prints all problems, grouped and capped: errors in full with the line and a caret, then the counts. */
export function reportProblems(
  problems: Problems,
  io: Io,
  { folder, shown: shownPerCode = SHOWN_PER_CODE }: Shown = {},
): void {
  const shown = new Map<Code, number>();
  const lines = lineReader();
  for (const inFolder of problems.diagnostics) {
    const diagnostic = placedIn(folder, inFolder);
    const times = (shown.get(diagnostic.code) ?? 0) + 1;
    shown.set(diagnostic.code, times);
    if (times <= shownPerCode) io.err(`${showDiagnostic(diagnostic, lines)}\n`);
  }
  for (const [code, count] of problems.counts) {
    const more = count - shownPerCode;
    if (more > 0) io.err(`… and ${more} more ${code}${more === 1 ? '' : ' problems'} like these\n`);
  }
}

/** «3 errors, 1 warning», or nothing to report. */
export function summaryOf(problems: Problems): string {
  const all = [...problems.counts.values()].reduce((sum, count) => sum + count, 0);
  return `${count(problems.errors, 'error')}, ${count(all - problems.errors, 'warning')}`;
}

/** A problem for `--json`. */
export function toJson(diagnostic: Diagnostic, folder?: string): object {
  const { code, severity, place, params } = placedIn(folder, diagnostic);
  return { code, severity, ...place, params, ...messageOf(diagnostic) };
}

/** Files are named from the project folder; people call from another one. */
function placedIn(folder: string | undefined, diagnostic: Diagnostic): Diagnostic {
  const { place } = diagnostic;
  if (folder === undefined || !place) return diagnostic;
  return { ...diagnostic, place: { ...place, file: join(folder, place.file) } };
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

type LineReader = (place: Place) => string | undefined;

function showDiagnostic(diagnostic: Diagnostic, lineAt: LineReader): string {
  const { place, severity, code } = diagnostic;
  const { message, hint } = messageOf(diagnostic);
  const where = place ? `${place.file}:${place.line}:${place.column} ` : '';
  const line = place && lineAt(place);
  const picture = place && line !== undefined ? caret(line, place) : '';
  return `${where}${severity} ${code}: ${message}\n${picture}  hint: ${hint}`;
}

/** The source line with a caret below the column; long lines are cut around it. */
function caret(line: string, place: Place): string {
  const points = [...line.replace(/\t/g, ' ')];
  const start = Math.max(0, Math.min(place.column - 40, points.length - 80));
  const cut = points.slice(start, start + 80).join('');
  const number = String(place.line);
  const dots = start > 0 ? '…' : '';
  const blanks = ' '.repeat(Math.max(0, place.column - 1 - start) + dots.length);
  return `  ${number} | ${dots}${printable(cut)}\n  ${' '.repeat(number.length)} | ${blanks}^\n`;
}

/** Control characters would move the caret or the terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced here
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\u00b7');
}

/** Reads lines of the files that diagnostics point into; files that are not there give none. */
function lineReader(): LineReader {
  const texts = new Map<string, SourceText | undefined>();
  return (place) => {
    if (!texts.has(place.file)) texts.set(place.file, readText(place.file));
    return texts.get(place.file)?.line(place.line);
  };
}

/** Files beyond this size are not read again for a picture. */
const LARGEST_PICTURED = 64 * 1024 * 1024;

function readText(file: string): SourceText | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.length > LARGEST_PICTURED
      ? undefined
      : new SourceText(file, bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    return undefined; // the file that a diagnostic reports as missing
  }
}
