/** A set of exports replaces the earlier one whole, or not at all. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { Problems } from '../../src/core/diagnostic.ts';
import { finishCommit } from '../../src/files/commit.ts';
import { FileError } from '../../src/files/errors.ts';
import { exportProject } from '../../src/files/exportProject.ts';
import { Staging } from '../../src/files/output.ts';
import { verifyFolder } from '../../src/files/verifyFolder.ts';
import { place, SETTINGS, says, withFacts } from '../harbour.ts';
import { contentOf, fill, PROJECT, scratchFolders } from './scratch.ts';

const folderWith = scratchFolders('output');
const manifest = (...names: readonly string[]) => JSON.stringify({ files: names.map((name) => ({ name })) });
const EARLIER = { 'a.ttl': 'old a', 'b.ttl': 'old b', 'manifest.json': manifest('a.ttl', 'b.ttl') };

function stage(folder: string, files: Readonly<Record<string, string>>): Staging {
  const staging = new Staging(folder);
  for (const [name, text] of Object.entries(files)) staging.write({ name, chunks: [text] });
  return staging;
}

const NEXT = { 'a.ttl': 'new a', 'c.ttl': 'new c', 'manifest.json': manifest('a.ttl', 'c.ttl') };

describe('a commit', () => {
  it('makes the folder, with its parents', () => {
    const folder = join(folderWith(), 'x/y');
    stage(folder, NEXT).commit();
    expect(contentOf(folder)).toEqual(NEXT);
  });

  it('replaces files, deletes those of the earlier manifest, and leaves all others', () => {
    const others = { 'notes.txt': 'mine', 'sub/deep.ttl': 'mine', '.hidden': 'mine' };
    const folder = folderWith({ ...EARLIER, ...others });
    stage(folder, NEXT).commit();
    expect(contentOf(folder)).toEqual({ ...NEXT, ...others });
  });

  it.each([
    ['is broken', '{"files":'],
    [
      'is of another program',
      '{"files":["a.ttl",{"name":7},null,{"name":"../outside"},{"name":"sub/x"},{"name":".."}]}',
    ],
    ['is a list', '[]'],
    ['names no list', '{"files":{"name":"b.ttl"}}'],
    ['names a folder', '{"files":[{"name":"sub"}]}'],
  ])('deletes nothing when the earlier manifest %s', (_, text) => {
    const root = folderWith({
      outside: 'mine',
      'out/b.ttl': 'mine',
      'out/sub/x': 'mine',
      'out/manifest.json': text,
    });
    stage(join(root, 'out'), NEXT).commit();
    expect(contentOf(root)).toEqual({
      outside: 'mine',
      'out/b.ttl': 'mine',
      'out/sub/x': 'mine',
      'out/a.ttl': 'new a',
      'out/c.ttl': 'new c',
      'out/manifest.json': NEXT['manifest.json'],
    });
  });

  it('replaces a link, not what it points to', () => {
    const root = folderWith({ target: 'mine', 'out/x': '' });
    symlinkSync(join(root, 'target'), join(root, 'out/a.ttl'));
    symlinkSync(join(root, 'nowhere'), join(root, 'out/c.ttl'));
    stage(join(root, 'out'), NEXT).commit();
    expect(contentOf(root)).toEqual({ target: 'mine', 'out/x': '', ...prefixed('out/', NEXT) });
  });
});

function prefixed(prefix: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [prefix + name, text]));
}

describe('what was written', () => {
  it('is told with its size and hash', () => {
    const staging = new Staging(folderWith());
    const written = staging.write({ name: 'a', chunks: ['Mal', 'mö', '', '\u{1f6a2}'] });
    const bytes = Buffer.from('Malmö\u{1f6a2}');
    expect(written).toEqual({
      name: 'a',
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    staging.discard();
  });
});

describe('nothing is replaced, and nothing left behind,', () => {
  it('when a writer breaks off in the middle', () => {
    const folder = folderWith(EARLIER);
    const staging = stage(folder, { 'a.ttl': 'new a' });
    function* chunks() {
      yield 'x'.repeat(100_000);
      throw new RangeError('a bug');
    }
    expect(() => staging.write({ name: 'b.ttl', chunks: chunks() })).toThrow(RangeError);
    staging.discard();
    expect(contentOf(folder)).toEqual(EARLIER);
  });

  it('when a file cannot be replaced: it is a folder', () => {
    const folder = folderWith({ ...EARLIER, 'c.ttl/mine': 'mine' });
    const staging = stage(folder, NEXT);
    expect(() => staging.commit()).toThrow(/^cannot replace .*c\.ttl: it is a folder$/);
    expect(contentOf(folder)).toEqual({ ...EARLIER, 'c.ttl/mine': 'mine' });
  });

  it('when the manifest cannot be replaced, with all others in place already', () => {
    const folder = folderWith({ 'b.ttl': 'old b', 'manifest.json/mine': 'mine' });
    const staging = stage(folder, NEXT);
    expect(() => staging.commit()).toThrow(FileError);
    expect(contentOf(folder)).toEqual({ 'b.ttl': 'old b', 'manifest.json/mine': 'mine' });
  });

  it('when a staged file is gone', () => {
    const folder = folderWith(EARLIER);
    const staging = stage(folder, NEXT);
    const [hidden = ''] = readdirSync(folder).filter((name) => name.startsWith('.'));
    renameSync(join(folder, hidden), join(folder, 'moved'));
    expect(() => staging.commit()).toThrow(FileError);
    expect(contentOf(folder)).toEqual({ ...EARLIER, ...prefixed('moved/', NEXT) });
  });

  it('when a format finds an error while it writes', () => {
    const folder = folderWith(EARLIER);
    const { knowledge, graph } = place(withFacts(says('aurora: { name: "a\uffff" }')));
    const problems = new Problems();
    const options = { folder, keepGoing: false, listener: { end: () => {}, progress: () => {} } };
    expect(exportProject({ knowledge, graph, settings: SETTINGS }, options, problems)).toBeUndefined();
    expect(problems.counts.get('refused-term')).toBeGreaterThan(0);
    expect(contentOf(folder)).toEqual(EARLIER);
  });

  it('when a format throws, whichever it is', () => {
    const { knowledge, graph } = place(withFacts(says('aurora: { homePort: malmo }')));
    const folder = folderWith(EARLIER);
    const options = { folder, keepGoing: false, listener: { end: () => {}, progress: () => {} } };
    const broken = {
      ...graph,
      view: {
        ...graph.view,
        edges: { ...graph.view.edges, attributes: [{ name: 'x', type: 'int', values: ['y'] }] },
      },
    } as typeof graph;
    expect(() =>
      exportProject({ knowledge, graph: broken, settings: SETTINGS }, options, new Problems()),
    ).toThrow(TypeError);
    expect(contentOf(folder)).toEqual(EARLIER);
  });
});

describe('an output folder that cannot be one', () => {
  const fails = (folder: string, reason: RegExp) => {
    expect(() => new Staging(folder)).toThrow(FileError);
    expect(() => new Staging(folder)).toThrow(reason);
  };
  it('is a file', () => fails(join(folderWith({ out: 'mine' }), 'out'), /it is a file/));
  it('lies below a file', () =>
    fails(join(folderWith({ out: 'mine' }), 'out/sub'), /a part of the path is a file/));
  it.skipIf(!existsSync('/proc/self'))('lies where nothing can be written', () =>
    fails('/proc/factweave', /no such file|not permitted|denied/),
  );
  it('has a name that is too long', () => fails(join(folderWith(), 'x'.repeat(300)), /the name is too long/));
});

describe('the same format twice', () => {
  it('is written once', () => {
    const { knowledge, graph } = place(withFacts(says('aurora: { homePort: malmo }')));
    const folder = join(folderWith(), 'out');
    const settings = { ...SETTINGS, formats: ['json', 'turtle', 'json'] };
    const options = { folder, keepGoing: false, listener: { end: () => {}, progress: () => {} } };
    const written = exportProject({ knowledge, graph, settings }, options, new Problems());
    expect(written?.files.map(({ format }) => format)).toEqual(['json', 'turtle']);
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'ships.json', 'ships.ttl']);
  });
});

describe('keep going', () => {
  it('writes what stands, with an account that adds up in every format', async () => {
    const { knowledge, graph } = place(
      withFacts(
        says('aurora: { name: ["a\uffff", "b\ufffe"], homePort: malmo, callSign: "x\uffff" }'),
        says('borealis: { name: { object: B, status: planned } }'),
      ),
    );
    const folder = join(folderWith(), 'out');
    const problems = new Problems();
    const options = { folder, keepGoing: true, listener: { end: () => {}, progress: () => {} } };
    const written = exportProject({ knowledge, graph, settings: SETTINGS }, options, problems);
    expect(written?.files).toHaveLength(SETTINGS.formats.length);
    for (const { facts, format } of written?.files ?? []) {
      if (!facts) throw new Error('no account');
      const outside = Object.values(facts.outside).reduce((sum, count) => sum + count, 0);
      expect(facts.written + facts.refused + outside, format).toBe(facts.read);
      expect(facts.written, format).toBeGreaterThanOrEqual(0);
      expect(facts.refused, format).toBe(0);
      if (format === 'graphml') expect(facts.refusedValues).toBeGreaterThan(0);
      else expect(facts.refusedValues, format).toBeUndefined();
    }
    expect(written?.refusals.length).toBe(problems.errors);
  });
});

/** Brings a folder into the state of a run that was cut off when it had moved this many files. */
function cutOff(folder: string, moved: number): void {
  const complete = join(folder, '.factweave-commit');
  fill(complete, NEXT);
  mkdirSync(join(complete, 'earlier'));
  for (const name of Object.keys(NEXT).slice(0, moved)) {
    if (existsSync(join(folder, name))) linkSync(join(folder, name), join(complete, 'earlier', name));
    renameSync(join(complete, name), join(folder, name));
  }
}

describe('a commit that was cut off', () => {
  it.each([0, 1, 2, 3])('after %i files is finished by the next run', (moved) => {
    const folder = folderWith(EARLIER);
    cutOff(folder, moved);
    new Staging(folder).discard();
    expect(contentOf(folder)).toMatchObject(NEXT);
    expect(Object.keys(contentOf(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
    // With the manifest in place already, the files of the earlier set were dealt with before.
    if (moved < 3) expect(contentOf(folder)).toEqual(NEXT);
  });

  it('is finished by verify', async () => {
    const folder = folderWith(EARLIER);
    cutOff(folder, 1);
    await verifyFolder(folder, new Problems());
    expect(contentOf(folder)).toEqual(NEXT);
  });

  it('is undone when it cannot be finished', () => {
    const folder = folderWith({ ...EARLIER, 'c.ttl/mine': 'mine' });
    cutOff(folder, 1);
    expect(() => finishCommit(folder)).toThrow(FileError);
    expect(contentOf(folder)).toEqual({ ...EARLIER, 'c.ttl/mine': 'mine' });
    finishCommit(folder);
  });

  it('is not touched by a run that only staged', () => {
    const folder = folderWith({ ...EARLIER, '.factweave-staging-0/a.ttl': 'half' });
    finishCommit(folder);
    expect(contentOf(folder)['a.ttl']).toBe('old a');
    new Staging(folder).discard();
    expect(contentOf(folder)).toEqual(EARLIER);
  });
});

describe('two runs at once', () => {
  it('leave each other’s staging alone', () => {
    const folder = folderWith(EARLIER);
    const other = `.factweave-staging-${process.ppid}`;
    fill(folder, { [`${other}/a.ttl`]: 'half' });
    stage(folder, NEXT).commit();
    expect(contentOf(folder)).toEqual({ ...NEXT, [`${other}/a.ttl`]: 'half' });
  });

  it('never mix: one whose staging is gone fails', () => {
    const folder = folderWith(EARLIER);
    const first = stage(folder, { 'a.ttl': 'first a' });
    const [hidden = ''] = readdirSync(folder).filter((name) => name.startsWith('.factweave'));
    // The staging folder of a run in another process has another name.
    renameSync(join(folder, hidden), join(folder, '.factweave-staging-0'));
    stage(folder, NEXT).commit();
    expect(() => first.write({ name: 'b.ttl', chunks: ['first b'] })).toThrow(FileError);
    expect(contentOf(folder)).toEqual(NEXT);
  });
});

/** Mounts a file system of 64 kB, where that is permitted. */
function tinyDisk(): string | undefined {
  const folder = folderWith();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  afterAll(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }));
  return folder;
}
const disk = process.platform === 'linux' ? tinyDisk() : undefined;

describe('a full disk', () => {
  it.skipIf(!disk)(
    '(skipped where mounting is not permitted) ends with exit code 3 and the old exports',
    async () => {
      if (!disk) return;
      const project = folderWith(PROJECT);
      const out = join(disk, 'out');
      const printed: string[] = [];
      const io = {
        out: () => {},
        err: (text: string) => void printed.push(text),
        terminal: false,
        now: () => 0,
      };
      expect(await run(['build', project, '--out', out, '--formats', 'nquads'], io)).toBe(0);
      const before = contentOf(out);
      // What is left is enough to begin, not to end.
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(40_000));
      expect(await run(['build', project, '--out', out], io)).toBe(3);
      expect(printed.join('')).toMatch(
        /factweave: cannot write .*: no space left on the disk\n {2}hint: nothing was replaced/,
      );
      expect(contentOf(out)).toEqual(before);
      const problems = new Problems();
      await verifyFolder(out, problems);
      expect(problems.diagnostics).toEqual([]);
    },
  );
});
