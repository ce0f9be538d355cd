/** The command line from end to end: every command, every exit code, what is printed for people and for machines. */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { EXIT } from '../../src/cli/io.ts';
import { COMMANDS, run } from '../../src/cli/run.ts';
import { contentOf, PROJECT, scratchFolders } from '../files/scratch.ts';

const folderWith = scratchFolders('cli');
const project = (changes: Readonly<Record<string, string>> = {}) => folderWith({ ...PROJECT, ...changes });

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function call(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  let clock = 0;
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    now: () => {
      clock += 7;
      return clock;
    },
  });
  return { code, out, err };
}

const WRONG = { 'facts.yaml': (PROJECT['facts.yaml'] ?? '').replace('homePort: malmo', 'homePrt: malmo') };

describe('help', () => {
  it('lists every command with its summary', async () => {
    const { code, out } = await call('--help');
    expect(code).toBe(EXIT.ok);
    for (const command of COMMANDS) {
      expect(out).toContain(command.name);
      expect(out).toContain(command.summary);
    }
    expect(await call('help')).toEqual({ code, out, err: '' });
  });

  it('names every exit code that there is', async () => {
    const { out } = await call('--help');
    for (const code of Object.values(EXIT)) expect(out).toMatch(new RegExp(`\\b${code} `));
  });

  it('is printed without any command too, as a wrong call', async () => {
    expect((await call()).code).toBe(EXIT.usage);
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    'of %s shows its usage and options',
    async (name, command: Command) => {
      const { code, out } = await call(name, '--help');
      expect(code).toBe(EXIT.ok);
      expect(out.split('\n')[0]).toBe(`factweave ${command.usage}`);
      for (const option of command.options) {
        expect(out).toContain(`--${option.name}`);
        expect(out.replace(/\s+/g, ' ')).toContain(option.summary);
      }
      expect(out).toContain('--json');
    },
  );

  it('fits a terminal', async () => {
    for (const args of [['--help'], ...COMMANDS.map(({ name }) => [name, '--help'])]) {
      for (const line of (await call(...args)).out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    }
  });

  it('has the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await call('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('exit code 2: a wrong call', () => {
  it.each([
    [['biuld'], 'did you mean build?'],
    [['build', '--otu', 'x'], 'did you mean --out?'],
    [['build', '--out'], '--out wants a value'],
    [['build', 'a', 'b'], 'usage: factweave build'],
    [['init'], 'usage: factweave init'],
    [['explain'], 'usage: factweave explain'],
    [['verify'], 'usage: factweave verify'],
    [['ontology', 'chekc'], 'ontology check or ontology generate'],
    [['build', '--formats', 'turtel'], 'did you mean turtle?'],
    [['build', '--formats', ''], 'unknown format ""'],
    [['__proto__'], 'unknown command'],
    [['build', '--__proto__'], 'unknown option'],
    [['constructor'], 'unknown command'],
  ])('%j', async (args, words) => {
    const { code, out, err } = await call(...args);
    expect([code, out]).toEqual([EXIT.usage, '']);
    expect(err).toMatch(/^factweave: .*\n$/);
    expect(err).toContain(words);
  });

  it('explain of something that is not there', async () => {
    const { code, err } = await call('explain', 'auroar', project());
    expect([code, err]).toEqual([
      EXIT.usage,
      'factweave: no entity, fact or source is called "auroar": did you mean aurora?\n',
    ]);
  });

  it('init of a folder that is not empty', async () => {
    const folder = folderWith({ mine: 'x' });
    expect((await call('init', folder)).code).toBe(EXIT.usage);
    expect(contentOf(folder)).toEqual({ mine: 'x' });
  });
});

describe('exit code 1: data refused', () => {
  const commands = (folder: string) => [
    ['check', folder],
    ['build', folder],
    ['anchor', folder],
    ['explain', 'aurora', folder],
  ];

  it('of every command that reads a project, with the line and a caret', async () => {
    for (const args of commands(project(WRONG))) {
      const { code, err } = await call(...args);
      expect(code, args[0]).toBe(EXIT.refused);
      expect(err, args[0]).toMatch(
        /facts\.yaml:11:\d+ error unknown-relation: .*\n {2}11 \| .*\n.*\^\n {2}hint: did you mean "homePort"\?/,
      );
    }
  });

  it('of verify, for a file that was changed', async () => {
    const folder = project();
    expect((await call('build', folder)).code).toBe(EXIT.ok);
    const file = join(folder, 'out/ships.ttl');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    const { code, out, err } = await call('verify', join(folder, 'out'));
    expect([code, out]).toEqual([EXIT.refused, `${join(folder, 'out')}: not equal\n`]);
    expect(err).toContain('verify-changed');
  });

  it('of verify, for a folder without a manifest, and for a manifest that is none', async () => {
    expect((await call('verify', folderWith())).code).toBe(EXIT.refused);
    for (const text of ['{', '[]', '{"files":[{"name":"..","format":"json","sha256":""}]}', '{"base":"x"}']) {
      const { code, err } = await call('verify', folderWith({ 'manifest.json': text }));
      expect(code).toBe(EXIT.refused);
      expect(err).toContain('verify-unreadable');
    }
  });

  it('of ontology check, for a file that is incomplete', async () => {
    const folder = folderWith({
      'mine.ttl': '@prefix fw: <https://w3id.org/factweave/ns#> .\n<urn:x> a fw:Class .\n',
    });
    expect((await call('ontology', 'check', join(folder, 'mine.ttl'))).code).toBe(EXIT.refused);
  });

  it('replaces nothing, and says so', async () => {
    const folder = project({ ...WRONG, 'out/manifest.json': '{"files":[]}' });
    const { err } = await call('build', folder);
    expect(err.trim().split('\n').at(-1)).toBe('1 error, 0 warnings; nothing was replaced');
    expect(contentOf(join(folder, 'out'))).toEqual({ 'manifest.json': '{"files":[]}' });
  });

  it('of a build that keeps going, which writes the rest and lists the refusal', async () => {
    const folder = project(WRONG);
    const { code } = await call('build', folder, '--keep-going');
    expect(code).toBe(EXIT.refused);
    const manifest = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8'));
    expect(manifest.refusals).toHaveLength(1);
    expect(manifest.refusals[0]).toMatchObject({ code: 'unknown-relation', line: 11 });
    expect(manifest.counts).toMatchObject({ factsRead: 2, factsRefused: 1 });
    expect((await call('verify', join(folder, 'out'))).code).toBe(EXIT.ok);
  });
});

describe('exit code 3: the disk', () => {
  it.each([
    ['build', (folder: string) => ['build', project(), '--out', join(folder, 'file')], 'it is a file'],
    [
      'build below a file',
      (folder: string) => ['build', project(), '--out', join(folder, 'file/out')],
      'a part of the path is a file',
    ],
    [
      'init below a file',
      (folder: string) => ['init', join(folder, 'file/project')],
      'a part of the path is a file',
    ],
    ['init of a file', (folder: string) => ['init', join(folder, 'file')], 'a part of the path is a file'],
    [
      'ontology generate',
      (folder: string) => ['ontology', 'generate', 'film', '--out', join(folder, 'file')],
      'it is a file',
    ],
    [
      'check with sources that are nowhere',
      (folder: string) => ['check', textProject(), '--sources', join(folder, 'nowhere')],
      'no such file or folder',
    ],
    [
      'anchor with sources that are nowhere',
      (folder: string) => ['anchor', textProject(), '--sources', join(folder, 'nowhere')],
      'no such file or folder',
    ],
  ])('%s', async (_, args, reason) => {
    const folder = folderWith({ file: 'mine' });
    const { code, err } = await call(...args(folder));
    expect(code).toBe(EXIT.io);
    expect(err).toMatch(/factweave: cannot [a-z]+ .*: .*\n {2}hint: .*\n$/);
    expect(err).toContain(reason);
    expect(contentOf(folder)).toEqual({ file: 'mine' });
  });

  function textProject(): string {
    return project({
      'facts.yaml': (PROJECT['facts.yaml'] ?? '').replace('title: The log', `sha256: ${'0'.repeat(64)}`),
    });
  }

  it('leaves the old exports as they were', async () => {
    const folder = project();
    await call('build', folder);
    const before = contentOf(join(folder, 'out'));
    mkdirSync(join(folder, 'out/ships.gexf'));
    expect((await call('build', folder, '--formats', 'turtle,gexf')).code).toBe(EXIT.io);
    expect(contentOf(join(folder, 'out'))).toEqual({ ...before, 'ships.gexf': undefined });
  });
});

describe('exit code 70: a fault of the program', () => {
  it('is told with its trace, never thrown', async () => {
    const printed: string[] = [];
    const code = await run(['--version'], {
      out: () => {
        throw new TypeError('a fault');
      },
      err: (text) => void printed.push(text),
      terminal: false,
      now: () => 0,
    });
    expect(code).toBe(EXIT.bug);
    expect(printed.join('')).toMatch(
      /^factweave: this is a fault of the program, please report it:\nTypeError: a fault\n {4}at /,
    );
  });
});

describe('--json', () => {
  const cases: readonly (readonly [string, () => Promise<readonly string[]>])[] = [
    ['init', async () => ['init', join(folderWith(), 'new')]],
    ['check', async () => ['check', project()]],
    ['anchor', async () => ['anchor', project()]],
    ['build', async () => ['build', project()]],
    ['export', async () => ['export', join(await built(), '..')]],
    ['explain', async () => ['explain', 'aurora', project()]],
    ['site', async () => ['site', project()]],
    ['view', async () => ['view', project()]],
    ['verify', async () => ['verify', await built()]],
    ['ontology', async () => ['ontology', 'check', 'film']],
  ];

  async function built(): Promise<string> {
    const folder = project();
    await call('build', folder);
    return join(folder, 'out');
  }

  it('is covered here for every command', () => {
    expect(cases.map(([name]) => name)).toEqual(COMMANDS.map(({ name }) => name));
  });

  it.each(cases)('of %s is one JSON value, and nothing else, on the standard output', async (_, args) => {
    const { code, out, err } = await call(...(await args()), '--json');
    expect(code).toBe(EXIT.ok);
    expect(err.replace(/^not checked.*\n/, '')).toBe('');
    expect(out.endsWith('\n')).toBe(true);
    expect(JSON.parse(out)).toMatchObject({ ok: true, problems: [] });
  });

  it.each([
    ['check', (folder: string) => ['check', folder]],
    ['anchor', (folder: string) => ['anchor', folder]],
    ['build', (folder: string) => ['build', folder]],
    ['explain', (folder: string) => ['explain', 'aurora', folder]],
  ])('of %s has its problems, with places, messages and hints', async (_, args) => {
    const { code, out, err } = await call(...args(project(WRONG)), '--json');
    expect([code, err]).toEqual([EXIT.refused, '']);
    const { ok, problems } = JSON.parse(out);
    expect(ok).toBe(false);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'unknown-relation',
      severity: 'error',
      line: 11,
      column: 31,
      params: { value: 'homePrt', suggestion: 'homePort' },
      message: 'unknown relation "homePrt" on Ship',
      hint: 'did you mean "homePort"?',
    });
    expect(problems[0].file).toMatch(/facts\.yaml$/);
  });

  it('of verify and ontology has their problems', async () => {
    const { out } = await call('verify', folderWith(), '--json');
    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ code: 'verify-missing' }] });
    const folder = folderWith({ 'mine.ttl': 'this is no Turtle' });
    const ontology = await call('ontology', 'check', join(folder, 'mine.ttl'), '--json');
    expect(JSON.parse(ontology.out)).toMatchObject({
      ok: false,
      problems: [{ code: 'ontology-syntax', line: 1 }],
    });
  });

  it('of a build has the manifest', async () => {
    const folder = project();
    const { out } = await call('build', folder, '--json');
    const written = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8'));
    expect(JSON.parse(out).manifest).toEqual(written);
  });
});

describe('what a build prints', () => {
  it('is each stage with its time, then the files with their accounts', async () => {
    const { out, err } = await call('build', project());
    const stages = [...err.matchAll(/^ {2}([a-z]+) +(.*?) +(\d+) ms$/gm)];
    expect(stages.map(([, stage]) => stage)).toEqual([
      'read',
      'parse',
      'merge',
      'check',
      'view',
      'layout',
      ...Array(6).fill('write'),
    ]);
    expect(stages.every(([, , , time]) => time === '7')).toBe(true);
    expect(err).toContain('2 facts, 2 entities, 1 source');
    expect(err.trim().split('\n').at(-1)).toBe('0 errors, 0 warnings');
    const files = out.trim().split('\n');
    expect(files.pop()).toBe('0 quotes anchored, 1 without a place');
    expect(files).toHaveLength(6);
    for (const line of files.splice(0, 4))
      expect(line).toMatch(
        /out\/ships\.[a-z]+ +[\d.]+ k?B {2}2 facts read = 2 written \+ 0 refused \+ 0 outside the view$/,
      );
  });

  it('is nothing with --quiet but the count of problems', async () => {
    expect(await call('build', project(), '--quiet')).toEqual({
      code: 0,
      out: '',
      err: '0 errors, 0 warnings\n',
    });
  });

  it('are only the formats asked for', async () => {
    const folder = project();
    await call('build', folder, '--formats', 'json,turtle', '--formats', 'json');
    expect(Object.keys(contentOf(join(folder, 'out'))).sort()).toEqual([
      'manifest.json',
      'ships.json',
      'ships.ttl',
    ]);
  });

  it('redraws its progress on a terminal only', async () => {
    const lines = Array.from(
      { length: 9000 },
      (_, i) => `{"subject":"a","relation":"name","object":"A${i}","source":"s","row":"${i}"}`,
    );
    const folder = project({
      'factweave.yaml': (PROJECT['factweave.yaml'] ?? '').replace('facts.yaml', 'facts.jsonl'),
      'facts.jsonl': ['{"source":"s","type":"T"}', '{"entity":"a","class":"Ship"}', ...lines].join('\n'),
    });
    const printed = async (terminal: boolean) => {
      let err = '';
      let clock = 0;
      const now = () => {
        clock += 60;
        return clock;
      };
      await run(['build', folder, '--formats', 'json'], {
        out: () => {},
        err: (text) => {
          err += text;
        },
        terminal,
        now,
      });
      return err;
    };
    expect((await printed(true)).split('\r\u001b[K')).toContainEqual(
      expect.stringMatching(/^ {2}read +█*·* \d+ %$/),
    );
    expect(await printed(false)).not.toContain('\r');
  });
});

describe('explain', () => {
  const folder = project();

  it('prints an entity with its facts, their sources and quotes', async () => {
    const { code, out } = await call('explain', 'aurora', folder);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain('Aurora — Ship aurora\n  https://example.org/id/aurora\n');
    expect(out).toContain('Aurora (aurora) – homePort – Malmö (malmo)   [plain]  f-');
    expect(out).toContain('«the Aurora of Malmö», place not anchored  — The log');
  });

  it('prints the ids that an entity had before, and leads on from them', async () => {
    const facts = (PROJECT['facts.yaml'] ?? '').replace(
      '  aurora: Ship',
      '  aurora: { class: Ship, formerIds: [zephyr, a] }',
    );
    const renamed = project({ 'facts.yaml': facts });
    const { out } = await call('explain', 'aurora', renamed);
    expect(out).toContain('\n  https://example.org/id/aurora\n  formerly a, zephyr\n\n');
    expect(JSON.parse((await call('explain', 'aurora', renamed, '--json')).out).entity.formerIds).toEqual([
      'a',
      'zephyr',
    ]);
    expect((await call('explain', 'zephyr', renamed)).err).toContain('did you mean aurora?');
  });

  it('prints the facts in which an entity is the object', async () => {
    expect((await call('explain', 'malmo', folder)).out).toContain('– homePort – Malmö (malmo)');
  });

  it('finds a fact by its id, whole or its first digits', async () => {
    const { out } = await call('explain', 'aurora', folder, '--json');
    const [first] = JSON.parse(out).facts;
    for (const start of [first.id, first.id.slice(0, 10), first.id.slice(0, 6)]) {
      const found = await call('explain', start, folder);
      expect(found.code).toBe(EXIT.ok);
      expect(found.out).toContain(first.id);
      expect(JSON.parse((await call('explain', start, folder, '--json')).out).facts[0]).toEqual(first);
    }
    expect((await call('explain', 'f-', folder)).code).toBe(EXIT.usage);
    expect((await call('explain', 'f-zzzz', folder)).code).toBe(EXIT.usage);
  });

  it('tells what is disputed, negated, rejected and who says so', async () => {
    const facts = `${(PROJECT['facts.yaml'] ?? '').replace('malmo: {', 'visby: { class: Port, label: Visby }\n  malmo: {')}
  - quote: of Visby, they say
    saidBy: aurora
    note: " hearsay "
    says: { aurora: { homePort: { object: visby, season: winter }, launched: { object: 1912, dateExpression: that year } } }
  - { row: "3", column: port, says: { aurora: { homePort: visby } } }
  - { withoutPlace: from memory, says: { aurora: { homePort: { object: malmo, negated: true } } } }
`;
    const { out } = await call('explain', 'aurora', project({ 'facts.yaml': facts }));
    for (const words of [
      'DISPUTED',
      '[negated',
      'contradicted by',
      'said by Aurora (aurora)',
      'note: hearsay\n',
      'season: winter',
      'row 3, column port',
      'without a place: from memory',
      'in the words of the source: that year',
    ])
      expect(out).toContain(words);
  });
});

describe('a first journey', () => {
  it('init, build, verify, explain, anchor, check', async () => {
    const folder = join(folderWith(), 'first');
    const init = await call('init', folder);
    expect(init.code).toBe(EXIT.ok);
    expect(init.out).toMatch(/\nnext: .*factweave build /);
    for (const name of Object.keys(contentOf(folder))) expect(init.out).toContain(name);
    expect((await call('build', folder)).code).toBe(EXIT.ok);
    const verify = await call('verify', join(folder, 'exports'));
    expect(verify.code).toBe(EXIT.ok);
    expect(verify.out).toMatch(/: all equal\n$/);
    expect((await call('explain', 'low-tide', folder)).out).toContain('Low Tide');
    const lock = readFileSync(join(folder, 'evidence.lock.json'), 'utf8');
    expect((await call('anchor', folder)).out).toContain('unchanged: 4 quotes in 1 sources');
    expect(readFileSync(join(folder, 'evidence.lock.json'), 'utf8')).toBe(lock);
    expect(await call('check', folder)).toEqual({
      code: 0,
      out: '4 anchored quotes verified in their texts\n0 errors, 0 warnings\n',
      err: '',
    });
  });

  it('anchor writes the lock file, and leaves nothing beside it', async () => {
    const folder = join(folderWith(), 'first');
    await call('init', folder);
    const before = contentOf(folder);
    writeFileSync(join(folder, 'evidence.lock.json'), '{"version":1,"sources":{}}');
    expect((await call('anchor', folder)).out).toContain('written: 4 quotes');
    expect(contentOf(folder)).toEqual(before);
  });
});

const MAIN = 'dist/cli/main.js';
const PIPE = { encoding: 'utf8', shell: '/bin/bash' } as const;

/** The compiled program, which `npm test` has made. */
describe('the program in a shell', () => {
  const folder = project();
  const shell = (command: string) => spawnSync(command, { ...PIPE, cwd: process.cwd() });

  it('is quiet when its reader has seen enough, or is gone', () => {
    for (const command of [
      '--help',
      `build ${folder}`,
      `explain aurora ${folder}`,
      'ontology check film --json',
    ]) {
      for (const reader of ['head -c 10', '(exec 0<&-; sleep 0.3)']) {
        const { stderr, stdout } = shell(
          `node ${MAIN} ${command} | ${reader} > /dev/null; echo \${PIPESTATUS[0]}`,
        );
        expect([stdout, /EPIPE|cannot/.test(stderr)], `${command} | ${reader}`).toEqual(['0\n', false]);
      }
    }
  });

  it.skipIf(!existsSync('/dev/full'))(
    'ends with exit code 3 and one line when its output cannot be written',
    () => {
      for (const command of ['--help', `build ${folder} --quiet --json`, `explain aurora ${folder}`]) {
        const { stderr, status } = shell(`node ${MAIN} ${command} > /dev/full`);
        expect([stderr, status], command).toEqual([
          'factweave: cannot print: no space left on the disk\n',
          3,
        ]);
      }
      expect(shell(`node ${MAIN} build ${folder} 2> /dev/full`).status).toBe(3);
    },
  );

  it('has the exit code of what it did', () => {
    const code = (...args: readonly string[]) =>
      spawnSync('node', [MAIN, ...args], { stdio: 'ignore' }).status;
    expect(code('--version')).toBe(0);
    expect(code('check', project(WRONG))).toBe(1);
    expect(code('no-such-command')).toBe(2);
    expect(code('build', folder, '--out', join(folder, 'facts.yaml'))).toBe(3);
  });

  it('stops at once when it is told to, as any program', () => {
    const script = `node ${MAIN} build data/rust --out ${join(folder, 'stopped')} & pid=$!; sleep 0.25; kill -INT $pid; wait $pid; echo $?`;
    const { stdout } = spawnSync(`set -m; ${script}`, PIPE);
    // On a fast machine the build may have ended before.
    expect(['130', '0']).toContain(stdout.trim().split('\n').at(-1));
  });

  it('writes a large result whole into a pipe', () => {
    const out = execFileSync('node', [MAIN, 'explain', 'rust', 'data/rust', '--json'], {
      maxBuffer: 1 << 26,
      encoding: 'utf8',
    });
    expect(out.length).toBeGreaterThan(20_000);
    expect(JSON.parse(out).facts.length).toBeGreaterThan(10);
  });

  it('reads nothing from a closed standard input', () => {
    const closed = openSync('/dev/null', 'r');
    const { status } = spawnSync('node', [MAIN, '--version'], { stdio: [closed, 'pipe', 'pipe'] });
    closeSync(closed);
    expect(status).toBe(0);
  });
});
