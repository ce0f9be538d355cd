import { readFileSync } from 'node:fs';
import { type Code, type Diagnostic, KEPT_PER_CODE, type Problems } from '../core/diagnostic.ts';
import { messageOf } from '../core/messages.ts';
import { type Place, SourceText } from '../core/place.ts';
import type { Io } from './io.ts';

/** How many problems of one code are shown in full; the rest is one line. */
const SHOWN_PER_CODE = 10;

/** Prints all problems, grouped and capped: errors in full with the line and a caret, then the counts. */
export function reportProblems(problems: Problems, io: Io, shownPerCode = SHOWN_PER_CODE): void {
  const shown = new Map<Code, number>();
  const lines = lineReader();
  for (const diagnostic of problems.diagnostics) {
    const times = (shown.get(diagnostic.code) ?? 0) + 1;
    shown.set(diagnostic.code, times);
    if (times <= shownPerCode) io.err(`${showDiagnostic(diagnostic, lines)}\n`);
  }
  for (const [code, count] of problems.counts) {
    const more = count - Math.min(shownPerCode, KEPT_PER_CODE);
    if (more > 0) io.err(`… and ${more} more ${code}${more === 1 ? '' : ' problems'} like these\n`);
  }
}

/** «3 errors, 1 warning», or nothing to report. */
export function summaryOf(problems: Problems): string {
  const all = [...problems.counts.values()].reduce((sum, count) => sum + count, 0);
  return `${count(problems.errors, 'error')}, ${count(all - problems.errors, 'warning')}`;
}

/** A problem for `--json`. */
export function toJson(diagnostic: Diagnostic): object {
  const { code, severity, place, params } = diagnostic;
  return { code, severity, ...place, params, ...messageOf(diagnostic) };
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
