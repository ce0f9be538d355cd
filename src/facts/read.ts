import type { Problems } from '../core/diagnostic.ts';
import { lineDocument, treeDocument } from './document.ts';
import { readFile, readLine } from './readRecords.ts';
import type { RecordSink } from './records.ts';
import { decode } from './text/decode.ts';
import { readJson } from './text/json.ts';
import { lineOrigin, readJsonLines } from './text/jsonLines.ts';
import { TEXT_LIMITS, type TextLimits } from './text/limits.ts';
import { readYaml } from './text/yaml.ts';

/** A file as bytes, under the name that diagnostics show. */
export interface InputFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Hears how many bytes of a file are read. */
export type ReadProgress = (bytes: number) => void;

/** Where a reader reports, and how much it may read. */
export interface ReadRun {
  readonly problems: Problems;
  readonly progress?: ReadProgress;
  readonly limits?: TextLimits;
}

type Reader = (input: InputFile, sink: RecordSink, run: Required<ReadRun>) => void;

/** How a fact file is read, by its ending. */
const READERS: Readonly<Record<string, Reader>> = {
  '.yaml': readYamlFacts,
  '.yml': readYamlFacts,
  '.json': readJsonFacts,
  '.jsonl': readJsonLinesFacts,
  '.ndjson': readJsonLinesFacts,
};

/** Whether a file name ends like a fact file: `.yaml`, `.yml`, `.json`, `.jsonl`, `.ndjson`. */
export function isFactFile(file: string): boolean {
  return extensionOf(file) in READERS;
}

/** Whether a fact file is read line by line, so that it may be larger than the memory for one text. */
export function isReadByLine(file: string): boolean {
  return READERS[extensionOf(file)] === readJsonLinesFacts;
}

/** Reads a fact file into records. */
export function readFacts(
  input: InputFile,
  sink: RecordSink,
  { problems, progress = () => {}, limits = TEXT_LIMITS }: ReadRun,
): void {
  const extension = extensionOf(input.file);
  const reader = READERS[extension];
  if (reader) {
    reader(input, sink, { problems, progress, limits });
    return;
  }
  problems.add('unknown-file-type', { file: input.file, line: 1, column: 1 }, { extension });
  sink.unreadable();
}

function extensionOf(file: string): string {
  return /\.[A-Za-z0-9]+$/.exec(file)?.[0].toLowerCase() ?? '';
}

function readYamlFacts({ file, bytes }: InputFile, sink: RecordSink, run: Required<ReadRun>): void {
  const { problems, limits } = run;
  const source = decode(file, bytes, problems, limits.fileBytes);
  const tree = source && readYaml(source, problems, limits);
  if (source && tree) readFile(treeDocument(source, tree), sink, problems);
  else sink.unreadable();
}

function readJsonFacts({ file, bytes }: InputFile, sink: RecordSink, run: Required<ReadRun>): void {
  const { problems, limits } = run;
  const source = decode(file, bytes, problems, limits.fileBytes);
  const tree = source && readJson(source, problems, limits);
  if (source && tree) readFile(treeDocument(source, tree), sink, problems);
  else sink.unreadable();
}

/** The codes of lines, and of whole files of lines, that cannot be read. */
const UNREADABLE = [
  'json-syntax',
  'limit-exceeded',
  'too-deep',
  'not-utf8',
  'utf16-text',
  'empty-file',
] as const;

/** A line that cannot be read makes the whole file unreadable: it may hold a fact or a definition. */
function readJsonLinesFacts({ file, bytes }: InputFile, sink: RecordSink, run: Required<ReadRun>): void {
  const { problems, progress, limits } = run;
  const unread = (): number => UNREADABLE.reduce((sum, code) => sum + (problems.counts.get(code) ?? 0), 0);
  const before = unread();
  for (const { tree, line, byteOffset } of readJsonLines(file, bytes, problems, limits)) {
    if ((line & 4095) === 0) progress(byteOffset);
    readLine(lineDocument(tree, lineOrigin(file, bytes, byteOffset, line)), sink, problems);
  }
  if (unread() > before) sink.unreadable();
}
