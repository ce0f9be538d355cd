/** `factweave view`: the file, what it holds, and what it never replaces. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { Problems } from '../../src/core/diagnostic.ts';
import { openProject } from '../../src/files/openProject.ts';
import { writeViewerFile } from '../../src/files/writeViewer.ts';
import { VIEWER_MARK } from '../../src/viewer/page.ts';
import { contentOf, PROJECT, scratchFolders } from '../files/scratch.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folderWith = scratchFolders('view');
const FACTS = PROJECT['facts.yaml'] ?? '';
const PLANNED = `${FACTS}  - { quote: will sail, status: planned, says: { aurora: { launched: 1912 } } }\n`;
const WRONG = FACTS.replace('homePort: malmo', 'homePrt: malmo');
const project = (changes: Readonly<Record<string, string>> = {}) => folderWith({ ...PROJECT, ...changes });

async function call(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    now: () => 0,
  });
  return { code, out, err };
}

describe('the file', () => {
  it('is written into the project, and nothing else is', async () => {
    const folder = project();
    const { code, out, err } = await call('view', folder);
    expect(code).toBe(EXIT.ok);
    expect(out).toMatch(/view\.html: [0-9.]+ kB; 2 nodes, 1 edges; 2 facts\n$/);
    expect(err).toContain('0 errors');
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(PROJECT), 'view.html'].sort());
    expect(contentOf(folder)['view.html']).toContain('the Aurora of Malmö');
  });

  it('is replaced by the next one, the same for the same facts', async () => {
    const folder = project();
    await call('view', folder);
    const first = contentOf(folder);
    await call('view', folder);
    expect(contentOf(folder)).toEqual(first);
    writeFileSync(join(folder, 'facts.yaml'), FACTS.replace('the Aurora of', 'Aurora of'));
    await call('view', folder);
    expect(contentOf(folder)['view.html']).not.toBe(first['view.html']);
  });

  it('goes where the call says, into new folders too', async () => {
    const folder = project();
    const path = join(folder, 'web/deep/ships.html');
    expect((await call('view', folder, '--out', path)).code).toBe(EXIT.ok);
    expect(readdirSync(join(folder, 'web/deep'))).toEqual(['ships.html']);
  });

  it('stays as it was with any error', async () => {
    const folder = project();
    await call('view', folder);
    writeFileSync(join(folder, 'facts.yaml'), WRONG);
    const before = contentOf(folder);
    const { code, err } = await call('view', folder);
    expect(code).toBe(EXIT.refused);
    expect(err).toContain(`${join(folder, 'facts.yaml')}:11:31 error unknown-relation`);
    expect(err).toContain('nothing was replaced');
    expect(contentOf(folder)).toEqual(before);
  });

  it('never takes the place of a file that is not its own', async () => {
    const folder = project({ 'index.html': '<h1>Mine</h1>', 'empty.html': '' });
    const before = contentOf(folder);
    for (const [name, error] of [
      ['index.html', 'view-over-foreign'],
      ['empty.html', 'view-over-foreign'],
      ['facts.yaml', 'output-over-input'],
      ['evidence.lock.json', 'output-over-input'],
    ] as const) {
      const { code, err } = await call('view', folder, '--out', join(folder, name));
      // The call names the file: no line of the settings is at fault.
      expect([code, new RegExp(`^error ${error}`, 'm').test(err)], name).toEqual([EXIT.refused, true]);
    }
    expect(contentOf(folder)).toEqual(before);
  });

  it('is not written over a folder: exit 3', async () => {
    const folder = project({ 'view.html/x': '' });
    expect((await call('view', folder)).code).toBe(EXIT.io);
  });

  it('is not written when it would be too long for a browser', async () => {
    const folder = project();
    await call('view', folder);
    const before = contentOf(folder);
    const opened = openProject(folder, new Problems());
    if (!opened) throw new Error('no project');
    const problems = new Problems();
    const path = join(folder, 'view.html');
    const writing = { path, project: opened, sources: [], longest: 10 };
    expect(writeViewerFile(['1234567', '1234'], writing, problems)).toBeUndefined();
    expect(problems.diagnostics.map(({ code }) => code)).toEqual(['limit-exceeded']);
    expect(contentOf(folder)).toEqual(before);
    expect(writeViewerFile(['1234567', '123'], writing, new Problems())).toMatchObject({ bytes: 10 });
  });

  it('has the places of the exports', async () => {
    const folder = project({
      'factweave.yaml': `${PROJECT['factweave.yaml']}`.replace('engine: none', 'seed: 7'),
    });
    await call('build', folder);
    const exported = JSON.parse(readFileSync(join(folder, 'out/ships.json'), 'utf8'));
    await call('view', folder);
    const { nodes, layout } = payloadIn(join(folder, 'view.html'));
    const places = exported.nodes.map(
      ({ attributes: { x, y } }: { attributes: { x: number; y: number } }) => [x, y],
    );
    expect(nodes.x.map((x: number, i: number) => [x, nodes.y[i]])).toEqual(places);
    expect(layout.algorithm).toBe(exported.attributes.layout.algorithm);
  });

  it('stays as it was when the next one cannot be finished', async () => {
    const folder = project();
    await call('view', folder);
    const before = contentOf(folder);
    const opened = openProject(folder, new Problems());
    if (!opened) throw new Error('no project');
    const broken = function* (): Generator<string> {
      yield VIEWER_MARK;
      throw new Error('a fault');
    };
    const writing = { path: join(folder, 'view.html'), project: opened, sources: [] };
    expect(() => writeViewerFile(broken(), writing, new Problems())).toThrow('a fault');
    expect(contentOf(folder)).toEqual(before);
  });

  it('begins with its mark', async () => {
    const folder = project();
    await call('view', folder);
    expect(readFileSync(join(folder, 'view.html'), 'utf8').slice(0, 512)).toContain(VIEWER_MARK);
  });
});

function payloadIn(path: string) {
  const text = readFileSync(path, 'utf8');
  return JSON.parse(
    /<script type="application\/json" id="payload">([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '',
  );
}

describe('options', () => {
  it('--include chooses what can be switched on; the rest is counted', async () => {
    const folder = project({ 'facts.yaml': PLANNED });
    const path = join(folder, 'view.html');
    await call('view', folder);
    expect(payloadIn(path)).toMatchObject({ leftOut: [], shown: [] });
    const { out } = await call('view', folder, '--include', 'negated,alleged');
    expect(out).toContain('2 facts, 1 left out (planned 1)');
    expect(payloadIn(path).leftOut).toEqual([['planned', 1]]);
    expect((await call('view', folder, '--include', 'none')).out).toContain('left out (planned 1)');
    expect((await call('view', folder, '--include', 'planed')).code).toBe(EXIT.usage);
  });

  it('what the exports include is shown from the start', async () => {
    const settings = `${PROJECT['factweave.yaml']}view: { include: [planned, alleged] }\n`;
    const folder = project({ 'factweave.yaml': settings });
    await call('view', folder, '--include', 'planned');
    expect(payloadIn(join(folder, 'view.html')).shown).toEqual(['planned']);
  });

  it('--json tells what was written', async () => {
    const folder = project();
    const { out, err } = await call('view', folder, '--json');
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      view: { path: join(folder, 'view.html'), nodes: 2, edges: 1, facts: 2, leftOut: {}, byLevels: false },
    });
    expect(err).toBe('');
    writeFileSync(join(folder, 'facts.yaml'), WRONG);
    const failed = JSON.parse((await call('view', folder, '--json')).out);
    expect(failed.ok).toBe(false);
    expect(failed.view).toBeUndefined();
    expect(failed.problems[0]).toMatchObject({ code: 'unknown-relation', line: 11 });
  });

  it('--quiet prints problems only', async () => {
    expect(await call('view', project(), '--quiet')).toMatchObject({
      out: '',
      err: '0 errors, 0 warnings\n',
    });
  });

  it.each([
    ['--serve', '--out', 'x.html'],
    ['--serve', '--json'],
    ['--serve', '--port', 'http'],
    ['--serve', '--port', '70000'],
    ['--port', '80'],
    ['--out', ''],
  ])('%s %s %s is a wrong call', async (...args) => {
    expect((await call('view', project(), ...args)).code).toBe(EXIT.usage);
  });
});

describe('without the bundle', () => {
  it('says how to make it', async () => {
    const code = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      const is = fs.existsSync;
      fs.existsSync = (path) => !String(path).endsWith('client.js') && is(path);
      syncBuiltinESMExports();`;
    for (const more of [[], ['--serve', '--port', '0']]) {
      const preload = `data:text/javascript,${encodeURIComponent(code)}`;
      const child = spawn(process.execPath, ['--import', preload, MAIN, 'view', project(), ...more]);
      let text = '';
      child.stderr.on('data', (data) => {
        text += data;
      });
      expect(await once(child, 'close')).toEqual([3, null]);
      expect(text).toContain('client.js: it is not built yet, `npm run compile` makes it');
    }
  });
});
