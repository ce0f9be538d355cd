import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../core/suggest.ts';
import { type Io, UsageError } from './io.ts';

/** An option of a command, as `--help` shows it. */
export interface Option {
  readonly name: string;
  /** The word for its value; without one it is a switch. */
  readonly value?: string;
  readonly summary: string;
}

/** The words of a call, sorted out. */
export interface Call {
  readonly words: readonly string[];
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly details: string;
  readonly options: readonly Option[];
  /** How many words it takes besides options: least and most. */
  readonly words: readonly [number, number];
  /** Returns the exit code. */
  readonly run: (call: Call, io: Io) => number | Promise<number>;
}

/** Options that every command has. */
const COMMON_OPTIONS: readonly Option[] = [
  { name: 'json', summary: 'print the result as JSON, for machines' },
  { name: 'help', summary: 'show this help' },
];

/** Sorts the words of a call into options and others; throws UsageError with the nearest known option. */
export function parseCall(command: Command, args: readonly string[]): Call {
  const options = [...command.options, ...COMMON_OPTIONS];
  const config = Object.fromEntries(options.map((option) => [option.name, descriptor(option)]));
  const { tokens } = parseArgs({
    args: [...args],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words: string[] = [];
  const switches = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find((known) => known.name === token.name);
    if (!option) throw unknownOption(token.rawName, options);
    if (option.value === undefined) switches.add(option.name);
    else if (token.value === undefined)
      throw new UsageError(`--${option.name} wants a value: --${option.name} ${option.value}`);
    else values.set(option.name, [...(values.get(option.name) ?? []), token.value]);
  }
  const [least, most] = command.words;
  if (!switches.has('help') && (words.length < least || words.length > most)) {
    throw new UsageError(`usage: factweave ${command.usage}`);
  }
  return { words, switches, values };
}

function descriptor(option: Option): NonNullable<ParseArgsConfig['options']>[string] {
  return option.value === undefined ? { type: 'boolean' } : { type: 'string', multiple: true };
}

function unknownOption(raw: string, options: readonly Option[]): UsageError {
  const suggestion = nearest(
    raw.replace(/^-+/, ''),
    options.map((option) => option.name),
  );
  const hint =
    suggestion === undefined
      ? options.map((option) => `--${option.name}`).join(', ')
      : `did you mean --${suggestion}?`;
  return new UsageError(`unknown option ${raw}: ${hint}`);
}

/** The help text of one command. */
export function helpOf(command: Command): string {
  const options = [...command.options, ...COMMON_OPTIONS].map((option) => {
    const flag = option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`;
    return wrapped(`  ${flag.padEnd(22)} ${option.summary}`, 25);
  });
  return `factweave ${command.usage}\n\n${command.details}\n\nOptions\n${options.join('\n')}\n`;
}

/** Longest line of a help text. */
const WIDTH = 110;

/** Breaks a long line at its blanks; the further lines are indented. */
function wrapped(line: string, indent: number): string {
  if (line.length <= WIDTH) return line;
  const at = line.lastIndexOf(' ', WIDTH);
  if (at <= indent) return line;
  return `${line.slice(0, at)}\n${wrapped(' '.repeat(indent) + line.slice(at + 1), indent)}`;
}
