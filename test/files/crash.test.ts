/**
 * A run that is killed, or that the disk fails, at any call of the file system: the exports are all old or all new.
 *
 * Runs the compiled program, which `npm test` has made.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { Problems } from '../../src/core/diagnostic.ts';
import { finishCommit } from '../../src/files/commit.ts';
import { finishSite } from '../../src/files/commitSite.ts';
import { Staging } from '../../src/files/output.ts';
import { verifyFolder } from '../../src/files/verifyFolder.ts';
import { contentOf, PROJECT, scratchFolders } from './scratch.ts';

const FAULTS = new URL('./faults.mjs', import.meta.url).href;
const REPLACE = fileURLToPath(new URL('./replace.mjs', import.meta.url));
const folderWith = scratchFolders('crash');
const silent = { out: () => {}, err: () => {}, terminal: false, now: () => 0 };
type Content = Readonly<Record<string, string | undefined>>;

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
  readonly hit: string;
  readonly count: number;
}

interface Fault {
  readonly at: number;
  readonly kind: string;
  /** A later call, at which it is killed. */
  readonly killAt?: number;
}
const NO_FAULT: Fault = { at: 0, kind: 'KILL' };

/** Runs a program on an output folder, with a fault in one of the calls that touch it. */
function runWith(
  args: readonly string[],
  { out, fault }: { out: string; fault: Fault },
  started?: (child: ChildProcess) => void,
): Promise<Ended> {
  const log = `${out}.log`;
  const faults = {
    FAULT_AT: String(fault.at),
    FAULT: fault.kind,
    FAULT_LOG: log,
    FAULT_FOLDER: out,
    FAULT_KILL: String(fault.killAt ?? 0),
  };
  const child = spawn(process.execPath, ['--import', FAULTS, ...args], {
    env: { ...process.env, ...faults },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started?.(child);
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      const logged = existsSync(log) ? JSON.parse(readFileSync(log, 'utf8')) : { hit: '', count: 0 };
      resolve({ code, signal, stderr, ...logged });
    }),
  );
}

/** Runs tasks by their number from 1, some at a time. */
async function inParallel(count: number, task: (n: number) => Promise<void>): Promise<void> {
  let next = 1;
  const worker = async () => {
    while (next <= count) await task(next++);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

function visible(content: Content): Content {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !name.startsWith('.')));
}

const manifest = (...names: readonly string[]) => JSON.stringify({ files: names.map((name) => ({ name })) });
const OLD: Record<string, string> = { a: 'old a', b: 'old b', 'manifest.json': manifest('a', 'b') };
const NEW: Record<string, string> = { a: 'new a', c: 'new c', 'manifest.json': manifest('a', 'c') };

describe('replacing a set of files', () => {
  const from = folderWith(NEW);
  const replace = (out: string, fault: Fault) => runWith([REPLACE, out, from], { out, fault });

  it('leaves all old or all new wherever it is killed', async () => {
    const { code, count } = await replace(folderWith(OLD), NO_FAULT);
    expect(code).toBe(0);
    expect(count).toBeGreaterThan(30);
    const sets: string[] = [];
    await inParallel(count, async (at) => {
      const out = folderWith({ ...OLD, foreign: 'mine' });
      expect((await replace(out, { at, kind: 'KILL' })).signal, `call ${at}`).toBe('SIGKILL');
      finishCommit(out);
      const { foreign, ...found } = visible(contentOf(out));
      expect(foreign).toBe('mine');
      sets[at - 1] = found.a === OLD.a ? 'old' : 'new';
      expect(found, `call ${at}`).toEqual(found.a === OLD.a ? OLD : NEW);
      const next = new Staging(out);
      for (const [name, text] of Object.entries(NEW)) next.write({ name, chunks: [text] });
      next.commit();
      expect(contentOf(out)).toEqual({ ...NEW, foreign: 'mine' });
    });
    // There is one point where it turns, and none where it turns back.
    expect(sets.join(' ')).toMatch(/^(old )+(new ?)+$/);
  });

  it('leaves all old, and nothing beside it, wherever the disk fails', async () => {
    const kinds = ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EMFILE'];
    const { count } = await replace(folderWith(OLD), NO_FAULT);
    const codes: (number | null)[] = [];
    await inParallel(count, async (at) => {
      const out = folderWith({ ...OLD, foreign: 'mine' });
      const kind = kinds[at % kinds.length] ?? 'EIO';
      const { code, stderr, hit } = await replace(out, { at, kind });
      codes[at - 1] = code;
      const what = `${kind} at call ${at}, ${hit}: ${stderr}`;
      // A disk without links, or a folder that cannot be deleted, keeps nothing from its end.
      if (code === 0) {
        expect(['linkSync', 'rmSync'], what).toContain(hit);
        expect(visible(contentOf(out)), what).toEqual({ ...NEW, foreign: 'mine' });
        if (hit === 'linkSync') expect(contentOf(out)).toEqual({ ...NEW, foreign: 'mine' });
      } else {
        expect([code, stderr.split('\n').length], what).toEqual([3, 2]);
        expect(contentOf(out), what).toEqual({ ...OLD, foreign: 'mine' });
      }
    });
    expect(codes.filter((code) => code === 3).length).toBeGreaterThan(25);
  });
});

function siteOf(files: Record<string, string>): Record<string, string> {
  const entries = Object.entries(files).map(([name, text]) => ({
    name,
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  return { ...files, 'site.json': JSON.stringify({ base: 'https://x.example/', files: entries }) };
}

const REPLACE_SITE = fileURLToPath(new URL('./replaceSite.mjs', import.meta.url));
const OLD_SITE = siteOf({
  'a.html': 'old a',
  'b.html': 'old b',
  'source/s.html': 'old s',
  'gone/g.html': 'g',
});
const NEW_SITE = siteOf({ 'a.html': 'new a', 'c.html': 'c', 'source/s.html': 'new s', 'w3id/x': 'x' });

describe.each([
  {
    what: 'a set of exports',
    script: REPLACE,
    old: OLD,
    next: NEW,
    manifest: 'manifest.json',
    finish: finishCommit,
  },
  {
    what: 'a site',
    script: REPLACE_SITE,
    old: OLD_SITE,
    next: NEW_SITE,
    manifest: 'site.json',
    finish: finishSite,
  },
])('replacing $what', ({ script, old, next, manifest: last, finish }) => {
  const from = folderWith(next);
  const replace = (out: string, fault: Fault) => runWith([script, out, from], { out, fault });
  const isWhole = (out: string, what: string) => {
    finish(out);
    const { foreign, ...found } = visible(contentOf(out));
    expect(foreign, what).toBe('mine');
    expect(found, what).toEqual(found[last] === old[last] ? old : next);
  };

  it('leaves all old or all new wherever it is killed', async () => {
    const { code, count } = await replace(folderWith(old), NO_FAULT);
    expect([code, count > 30]).toEqual([0, true]);
    await inParallel(count, async (at) => {
      const out = folderWith({ ...old, foreign: 'mine' });
      expect((await replace(out, { at, kind: 'KILL' })).signal, `call ${at}`).toBe('SIGKILL');
      isWhole(out, `call ${at}`);
    });
  });

  it('leaves all old wherever the disk fails, and when it is killed while that comes back', async () => {
    const { count } = await replace(folderWith(old), NO_FAULT);
    await inParallel(count, async (at) => {
      const out = folderWith({ ...old, foreign: 'mine' });
      const ended = await replace(out, { at, kind: 'EIO' });
      if (ended.code === 3) expect(contentOf(out), `call ${at}`).toEqual({ ...old, foreign: 'mine' });
      else isWhole(out, `call ${at}`);
    });
    // Late faults come after the moving has begun; each call of the putting back is once the last one.
    const at = count - 6;
    const whole = await replace(folderWith({ ...old, foreign: 'mine' }), { at, kind: 'EIO' });
    await inParallel(whole.count - at, async (n) => {
      const out = folderWith({ ...old, foreign: 'mine' });
      await replace(out, { at, kind: 'EIO', killAt: at + n });
      isWhole(out, `${at}, then ${at + n}`);
    });
  });
});

/** A project whose exports take several chunks. */
function projectWith(title: string, formats: string): Record<string, string> {
  const ships = Array.from({ length: 100 }, (_, i) => `ship-${i}`);
  return {
    ...PROJECT,
    'factweave.yaml': (PROJECT['factweave.yaml'] ?? '').replace(
      'title: Ships',
      `title: ${title}\nformats: [${formats}]`,
    ),
    'facts.yaml': [
      'source: log',
      'sources: { log: { type: Article, text: log.txt } }',
      'entities:',
      '  malmo: { class: Port, label: Malmö }',
      ...ships.map((id) => `  ${id}: Ship`),
      'facts:',
      ...ships.map(
        (id) =>
          `  - { quote: "${title} ${id}", says: { ${id}: { name: "${title} ${id}", homePort: malmo } } }`,
      ),
      '',
    ].join('\n'),
  };
}

describe('a build', () => {
  const project = folderWith(projectWith('New', 'nquads, turtle'));
  const oldSet = join(folderWith(), 'out');
  let before: Content = {};
  let after: Content = {};
  let length = 0;

  beforeAll(async () => {
    expect(
      await run(['build', folderWith(projectWith('Old', 'turtle, graphml')), '--out', oldSet], silent),
    ).toBe(0);
    before = contentOf(oldSet);
    const out = copyOfOld();
    const began = performance.now();
    const { code, stderr } = await build(out, NO_FAULT);
    length = performance.now() - began;
    expect([code, stderr]).toEqual([0, '0 errors, 0 warnings\n']);
    after = contentOf(out);
    expect(Object.keys(before)).not.toEqual(Object.keys(after));
  });

  function copyOfOld(): string {
    const out = join(folderWith(), 'out');
    cpSync(oldSet, out, { recursive: true });
    return out;
  }

  const build = (out: string, fault: Fault, started?: (child: ChildProcess) => void) =>
    runWith(['dist/cli/main.js', 'build', project, '--out', out, '--quiet'], { out, fault }, started);

  /** `verify` finds one of the two sets whole, and the next build makes the new one. */
  async function checkAfterKill(out: string): Promise<void> {
    const problems = new Problems();
    await verifyFolder(out, problems);
    expect(problems.diagnostics).toEqual([]);
    const found = visible(contentOf(out));
    expect(found).toEqual(found['manifest.json'] === before['manifest.json'] ? before : after);
    expect(await run(['build', project, '--out', out], silent)).toBe(0);
    expect(contentOf(out)).toEqual(after);
  }

  it('that is killed at any moment leaves all old or all new, and the next one repairs it', async () => {
    // Later moments are where the disk is written; the shares were drawn once.
    const shares = [0.45, 0.71, 0.84, 0.91, 0.96];
    await inParallel(shares.length, async (n) => {
      const out = copyOfOld();
      await build(out, NO_FAULT, (child) =>
        setTimeout(() => child.kill('SIGKILL'), length * (shares[n - 1] ?? 1)),
      );
      await checkAfterKill(out);
    });
  });

  it('that is killed while it moves its files is finished by verify', async () => {
    const out = copyOfOld();
    const { count } = await build(copyOfOld(), NO_FAULT);
    // The last three calls are the syncing of the folder and the deleting of what is over.
    expect((await build(out, { at: count - 7, kind: 'KILL' })).signal).toBe('SIGKILL');
    expect(existsSync(join(out, '.factweave-commit'))).toBe(true);
    await checkAfterKill(out);
  });

  it.each(['ENOSPC', 'EIO', 'EROFS'])(
    'that the disk fails with %s ends with exit code 3 and two lines',
    async (kind) => {
      for (const at of [4, 12]) {
        const out = copyOfOld();
        const { code, stderr } = await build(out, { at, kind });
        expect(code).toBe(3);
        expect(stderr).toMatch(
          /^factweave: cannot [a-z]+ \S+: [a-z -]+\n {2}hint: nothing was replaced; [a-z, ]+\n$/,
        );
        expect(contentOf(out)).toEqual(before);
      }
    },
  );
});
