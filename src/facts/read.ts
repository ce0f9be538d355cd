import type { Problems } from '../core/diagnostic.ts';
import { lineDocument, treeDocument } from './document.ts';
import { readFile, readLine } from './readRecords.ts';
import type { RecordSink } from './records.ts';
import { decode } from './text/decode.ts';
import { readJson } from './text/json.ts';
import { lineOrigin, readJsonLines } from './text/jsonLines.ts';
import { readYaml } from './text/yaml.ts';

/** A file as bytes, under the name that diagnostics show. */
export interface InputFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Hears how many bytes of a file are read. */
export type ReadProgress = (bytes: number) => void;

type Reader = (input: InputFile, sink: RecordSink, problems: Problems, progress: ReadProgress) => void;

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

/** Reads a fact file into records. */
export function readFacts(
  input: InputFile,
  sink: RecordSink,
  problems: Problems,
  progress: ReadProgress = () => {},
): void {
  const extension = extensionOf(input.file);
  const reader = READERS[extension];
  if (reader) reader(input, sink, problems, progress);
  else problems.add('unknown-file-type', { file: input.file, line: 1, column: 1 }, { extension });
}

function extensionOf(file: string): string {
  return /\.[A-Za-z0-9]+$/.exec(file)?.[0].toLowerCase() ?? '';
}

function readYamlFacts({ file, bytes }: InputFile, sink: RecordSink, problems: Problems): void {
  const source = decode(file, bytes, problems);
  const tree = source && readYaml(source, problems);
  if (source && tree) readFile(treeDocument(source, tree), sink, problems);
}

function readJsonFacts({ file, bytes }: InputFile, sink: RecordSink, problems: Problems): void {
  const source = decode(file, bytes, problems);
  const tree = source && readJson(source, problems);
  if (source && tree) readFile(treeDocument(source, tree), sink, problems);
}

function readJsonLinesFacts(
  { file, bytes }: InputFile,
  sink: RecordSink,
  problems: Problems,
  progress: ReadProgress,
): void {
  for (const { tree, line, byteOffset } of readJsonLines(file, bytes, problems)) {
    if ((line & 4095) === 0) progress(byteOffset);
    readLine(lineDocument(tree, lineOrigin(file, bytes, byteOffset, line)), sink, problems);
  }
}
