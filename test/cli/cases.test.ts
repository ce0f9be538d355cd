/**
 * Golden cases of bad input: each file in `cases/` is a project with one thing wrong, and all that `build` prints.
 *
 * Sections start with `== NAME`. A file section gives a file of the project (`(escaped)`: with \xNN and \uNNNN
 * escapes); files that a case does not give are those of the base below. `UPDATE_CASES=1` rewrites the
 * expectations, to be read before they are committed.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { CODES, messageOf } from '../../src/core/messages.ts';

const CASES = new URL('./cases/', import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'factweave-cases-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const BASE: Readonly<Record<string, string>> = {
  'factweave.yaml': `factweave: 1
title: A case
name: case
base: https://example.org/id/
language: en
ontology: [film]
inputs: [facts.yaml]
output: out
layout: { engine: none }
`,
  'facts.yaml': `source: paper
language: en
sources:
  paper: { type: Article, title: A paper }
entities:
  tide: Film
  ana: Person
facts:
  - quote: Tide was directed by Ana
    says:
      tide: { name: Tide, director: ana }
      ana: { name: Ana }
`,
};
const EARLIER = '{"files":[]}\n';

interface Case {
  readonly args: readonly string[];
  readonly files: ReadonlyMap<string, Buffer>;
  readonly expected: string;
  readonly head: string;
}

function readCase(text: string): Case {
  const [head = '', expected = ''] = text.split('\n== prints\n');
  const files = new Map<string, Buffer>(
    Object.entries(BASE).map(([name, body]) => [name, Buffer.from(body)]),
  );
  let args: readonly string[] = ['build', '.'];
  for (const section of head.split(/^== /m).slice(1)) {
    const [title = '', ...lines] = section.split('\n');
    const body = lines.join('\n');
    const [name = '', mode] = title.split(' (');
    if (name === 'run') args = body.trim().split(' ');
    else if (name.startsWith('without ')) files.delete(name.slice(8));
    else files.set(name, mode ? fromEscapes(body.trimEnd()) : Buffer.from(body));
  }
  return { args, files, expected, head };
}

/** \xNN is a byte, \uNNNN stays as it is (for JSON), \n is a line end. */
function fromEscapes(text: string): Buffer {
  const binary = Buffer.from(text, 'utf8').toString('latin1');
  const bytes = binary.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes.replace(/\\n/g, '\n'), 'latin1');
}

async function runCase({ args, files }: Case, folder: string): Promise<string> {
  for (const [name, body] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), body);
  }
  mkdirSync(join(folder, 'out'), { recursive: true });
  if (!files.has('out/manifest.json')) writeFileSync(join(folder, 'out/manifest.json'), EARLIER);
  let printed = '';
  const here = process.cwd();
  process.chdir(folder);
  try {
    const err = (text: string) => {
      printed += text;
    };
    const code = await run(args, { out: err, err, terminal: false, now: () => 0 });
    return `${stripStages(printed).replaceAll(folder, '.')}exit ${code}\n`;
  } finally {
    process.chdir(here);
  }
}

/** The lines of stages are the progress of a good run, not part of what a case is about. */
function stripStages(text: string): string {
  return text.replace(/^ {2}(read|parse|merge|check|view|layout|write) .* ms\n/gm, '');
}

const names = readdirSync(CASES)
  .filter((name) => name.endsWith('.txt'))
  .sort();
const seenCodes = new Set<string>();

describe('bad input', () => {
  for (const name of names) {
    it(name.replace(/\.txt$/, ''), async () => {
      const path = new URL(name, CASES);
      const text = readFileSync(path, 'utf8');
      const one = readCase(text);
      const folder = join(scratch, name);
      mkdirSync(folder);
      const printed = await runCase(one, folder);
      for (const match of printed.matchAll(/(?:error|warning) ([a-z0-9-]+):/g)) seenCodes.add(match[1] ?? '');
      if (process.env.UPDATE_CASES)
        writeFileSync(path, `${one.head.replace(/\n$/, '')}\n== prints\n${printed}`);
      else expect(printed).toBe(one.expected);
      const refused = !printed.endsWith('exit 0\n');
      if (refused && !one.files.has('out/manifest.json') && !one.args.includes('--keep-going')) {
        expect(readFileSync(join(folder, 'out/manifest.json'), 'utf8')).toBe(EARLIER);
      }
      const out = join(folder, 'out');
      const left = existsSync(out) && statSync(out).isDirectory() ? readdirSync(out) : [];
      expect(left.filter((entry) => entry.startsWith('.'))).toEqual([]);
    });
  }

  it('has at least 60 cases', () => expect(names.length).toBeGreaterThanOrEqual(60));
});

describe('codes', () => {
  it('are all known to the messages', () => {
    for (const code of seenCodes) expect(CODES).toContain(code);
    expect(typeof messageOf).toBe('function');
  });
});
