import { nearest } from '../core/suggest.ts';
import { FileError } from '../files/errors.ts';
import { packageVersion } from '../files/packaged.ts';
import { anchorCommand } from './anchor.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { type Command, helpOf, parseCall } from './command.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { initCommand } from './init.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { ontologyCommand } from './ontology.ts';
import { siteCommand } from './site.ts';
import { verifyCommand } from './verify.ts';
import { viewCommand } from './view.ts';

/** All commands, in the order of `--help`. */
export const COMMANDS: readonly Command[] = [
  initCommand,
  checkCommand,
  anchorCommand,
  buildCommand,
  exportCommand,
  explainCommand,
  siteCommand,
  viewCommand,
  verifyCommand,
  ontologyCommand,
];

/** Runs one command line and returns its exit code; never throws, never exits. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(args, harmless(io));
  } catch (error) {
    if (error instanceof UsageError) return fail(io, `factweave: ${error.message}`, EXIT.usage);
    if (error instanceof FileError) {
      const hint = error.action === 'read' ? 'check the file' : 'free space, or choose another folder';
      return fail(io, `factweave: ${error.message}\n  hint: nothing was replaced; ${hint}`, EXIT.io);
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return fail(io, `factweave: this is a fault of the program, please report it:\n${trace}`, EXIT.bug);
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    io.out(overview());
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  if (name === '--version') {
    io.out(`${packageVersion()}\n`);
    return EXIT.ok;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) throw unknownCommand(name);
  const call = parseCall(command, rest);
  if (!call.switches.has('help')) return command.run(call, io);
  io.out(helpOf(command));
  return EXIT.ok;
}

function unknownCommand(name: string): UsageError {
  const names = COMMANDS.map((command) => command.name);
  const suggestion = nearest(name, names);
  return new UsageError(
    `unknown command ${JSON.stringify(name)}: ${suggestion ? `did you mean ${suggestion}?` : `commands: ${names.join(', ')}`}`,
  );
}

function overview(): string {
  const lines = COMMANDS.map(
    (command) => `  ${command.usage.replace(' [options]', '').padEnd(22)} ${command.summary}`,
  );
  return [
    'factweave turns sourced facts into a typed knowledge graph and exports it with its evidence.',
    '',
    'Commands',
    ...lines,
    '',
    '`factweave COMMAND --help` shows the options of a command.',
    'Exit codes: 0 done, 1 data refused, 2 wrong call, 3 disk, 4 beyond a limit, 70 a fault of the program,',
    '130 and 143 stopped.',
    '',
  ].join('\n');
}

function fail(io: Io, message: string, code: number): number {
  io.err(`${message}\n`);
  return code;
}

/** Control and bidi characters other than tab and line end: a terminal would obey them. The redrawing of a line may. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is made visible here
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** An output on which nothing that data or paths contain can act; the escapes are those of JSON. */
function harmless(io: Io): Io {
  const shown = (text: string) =>
    text
      .split('\r\u001b[K')
      .map((part) => part.replace(OBEYED, escaped))
      .join('\r\u001b[K');
  return { ...io, out: (text) => io.out(shown(text)), err: (text) => io.err(shown(text)) };
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
