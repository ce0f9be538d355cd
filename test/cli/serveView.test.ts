/** `factweave view --serve`: the compiled program as a server, with real changes of real files. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { contentOf, PROJECT, scratchFolders } from '../files/scratch.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folderWith = scratchFolders('serve');
const FACTS = PROJECT['facts.yaml'] ?? '';
const WRONG = FACTS.replace('homePort: malmo', 'homePrt: malmo');
const project = (changes: Readonly<Record<string, string>> = {}) => folderWith({ ...PROJECT, ...changes });

interface Served {
  readonly child: ChildProcess;
  readonly port: number;
  readonly printed: () => string;
}

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

function start(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [MAIN, 'view', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  return child;
}

async function serve(folder: string): Promise<Served> {
  const child = start([folder, '--serve', '--port', '0']);
  let text = '';
  child.stderr?.on('data', (data) => {
    text += data;
  });
  const [address] = await once(child.stdout ?? child, 'data');
  return { child, port: Number(/:([0-9]+)\/\n$/.exec(String(address))?.[1]), printed: () => text };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask(port: number, options: { path?: string; method?: string; host?: string } = {}): Promise<Answer> {
  const { path = '/', method = 'GET', host = `127.0.0.1:${port}` } = options;
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, method, host: '127.0.0.1', headers: { host } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (data) => {
        body += data;
      });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

interface State {
  readonly version: string;
  readonly problems: readonly { place: string; code: string; message: string; hint: string }[];
  readonly more: number;
}

/** The states that a browser hears, one after the other. */
async function* statesOf(port: number): AsyncGenerator<State> {
  const answer = await fetch(`http://127.0.0.1:${port}/events`);
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of answer.body ?? []) {
    text += decoder.decode(part, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) yield JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '');
  }
}

async function next(states: AsyncGenerator<State>, wanted: (state: State) => boolean): Promise<State> {
  for (;;) {
    const { value, done } = await states.next();
    if (done) throw new Error('the server hung up');
    if (wanted(value)) return value;
  }
}

const versionIn = (page: string) => /id="live">\{"version":"([0-9a-f]+)"\}/.exec(page)?.[1];

describe('the server', () => {
  it('serves the page of the moment, and nothing else', async () => {
    const { port } = await serve(project());
    const page = await ask(port);
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "frame-ancestors 'none'",
    });
    expect(page.body.includes('the Aurora of Malmö')).toBe(true);
    expect(page.body.includes('connect-src &#39;self&#39;')).toBe(true);
    const head = await ask(port, { method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      page.headers['content-length'],
    ]);
    expect((await ask(port, { path: '/?x=1' })).status).toBe(200);
    for (const path of ['/facts.yaml', '/../facts.yaml', '/view.html', '//', '/events/'])
      expect((await ask(port, { path })).status, path).toBe(404);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask(port, { method })).status, method).toBe(405);
  });

  it('answers to its own address only', async () => {
    const { port } = await serve(project());
    expect((await ask(port, { host: `localhost:${port}` })).status).toBe(200);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1:${port + 1}`,
      '127.0.0.1',
      'localhost',
    ])
      for (const path of ['/', '/events'])
        expect((await ask(port, { host, path })).status, `${host} ${path}`).toBe(403);
    const other = connect({ host: '::1', port });
    await expect(once(other, 'connect')).rejects.toThrow();
  });

  it('makes the page anew when a file changes, and tells browsers', async () => {
    const folder = project();
    const { port } = await serve(folder);
    const states = statesOf(port);
    const first = await next(states, () => true);
    expect(first).toEqual({ version: versionIn((await ask(port)).body), problems: [], more: 0 });
    writeFileSync(join(folder, 'facts.yaml'), FACTS.replace('name: Aurora', 'name: Northern Light'));
    const second = await next(states, ({ version }) => version !== first.version);
    const page = (await ask(port)).body;
    expect(versionIn(page)).toBe(second.version);
    expect(page).toContain('Northern Light');
    await states.return(undefined);
  });

  it('notices a file that takes the place of another, of every kind', async () => {
    const folder = project();
    const { port } = await serve(folder);
    const states = statesOf(port);
    let { version } = await next(states, () => true);
    const replace = (name: string, text: string) => {
      writeFileSync(join(folder, `${name}.new`), text);
      renameSync(join(folder, `${name}.new`), join(folder, name));
    };
    const changes: readonly (readonly [name: string, text: string])[] = [
      ['facts.yaml', FACTS.replace('name: Aurora', 'name: Northern Light')],
      ['ships.ttl', (PROJECT['ships.ttl'] ?? '').replace('"home port"@en', '"port of registry"@en')],
      ['factweave.yaml', (PROJECT['factweave.yaml'] ?? '').replace('title: Ships', 'title: Old ships')],
    ];
    for (const [name, text] of changes) {
      replace(name, text);
      ({ version } = await next(states, (state) => state.version !== version));
    }
    const page = (await ask(port)).body;
    for (const words of ['Northern Light', 'port of registry', '<title>Old ships</title>'])
      expect(page).toContain(words);
    await states.return(undefined);
  });

  it('watches files that the settings come to name', async () => {
    const folder = project();
    mkdirSync(join(folder, 'more'));
    const { port } = await serve(folder);
    const states = statesOf(port);
    const { version } = await next(states, () => true);
    const settings = (PROJECT['factweave.yaml'] ?? '').replace('[facts.yaml]', '[facts.yaml, more/b.yaml]');
    writeFileSync(join(folder, 'factweave.yaml'), settings);
    const broken = await next(states, ({ problems }) => problems.length > 0);
    expect(broken.problems[0]?.code).toBe('file-missing');
    expect(broken.version).toBe(version);
    writeFileSync(
      join(folder, 'more/b.yaml'),
      'source: log\nfacts: [{ quote: q, says: { aurora: { launched: 1912 } } }]\n',
    );
    const mended = await next(states, ({ problems }) => problems.length === 0);
    expect(mended.version).not.toBe(version);
    await states.return(undefined);
  });

  it('notices files in folders that were missing, and a project that was away', async () => {
    const settings = (PROJECT['factweave.yaml'] ?? '').replace('[facts.yaml]', '[a/b/facts.yaml]');
    const files = { ...PROJECT, 'factweave.yaml': settings };
    const folder = folderWith({ ...files, 'facts.yaml': '' });
    const { port } = await serve(folder);
    const states = statesOf(port);
    await next(states, ({ problems }) => problems[0]?.code === 'file-missing');
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    writeFileSync(join(folder, 'a/b/facts.yaml'), FACTS);
    const good = await next(states, ({ problems }) => problems.length === 0);
    renameSync(folder, `${folder}-away`);
    await next(states, ({ problems }) => problems[0]?.code === 'no-project');
    renameSync(`${folder}-away`, folder);
    expect(await next(states, ({ problems }) => problems.length === 0)).toEqual(good);
    await states.return(undefined);
  });

  it('keeps the last picture through errors, and says where they are', async () => {
    const folder = project();
    const { port, printed } = await serve(folder);
    const states = statesOf(port);
    const good = await next(states, () => true);
    writeFileSync(join(folder, 'facts.yaml'), WRONG);
    const bad = await next(states, ({ problems }) => problems.length > 0);
    expect(bad.version).toBe(good.version);
    expect(bad.problems[0]).toMatchObject({
      place: 'facts.yaml:11:31',
      code: 'unknown-relation',
      hint: 'did you mean "homePort"?',
    });
    expect(versionIn((await ask(port)).body)).toBe(good.version);
    expect(printed()).toContain(`${join(folder, 'facts.yaml')}:11:31 error unknown-relation`);
    rmSync(join(folder, 'factweave.yaml'));
    const gone = await next(states, ({ problems }) => problems[0]?.code === 'no-project');
    expect(gone.version).toBe(good.version);
    writeFileSync(join(folder, 'facts.yaml'), FACTS);
    writeFileSync(join(folder, 'factweave.yaml'), PROJECT['factweave.yaml'] ?? '');
    expect(await next(states, ({ problems }) => problems.length === 0)).toEqual(good);
    await states.return(undefined);
  });

  it('waits for the first facts without an error', async () => {
    const folder = project({ 'facts.yaml': WRONG });
    const { port } = await serve(folder);
    expect(versionIn((await ask(port)).body)).toBe('0');
    const states = statesOf(port);
    expect((await next(states, () => true)).problems).toHaveLength(1);
    writeFileSync(join(folder, 'facts.yaml'), FACTS);
    const good = await next(states, ({ problems }) => problems.length === 0);
    expect(versionIn((await ask(port)).body)).toBe(good.version);
    await states.return(undefined);
  });

  it('writes nothing', async () => {
    const folder = project();
    const before = contentOf(folder);
    const { port } = await serve(folder);
    await ask(port);
    expect(contentOf(folder)).toEqual(before);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('stops on %s, with browsers connected', async (signal, code) => {
    const { child, port } = await serve(project());
    const states = statesOf(port);
    await next(states, () => true);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([code, null]);
    await expect(ask(port)).rejects.toThrow();
  });

  it('says when its port is in use: exit 3', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const child = start([project(), '--serve', '--port', String(port)]);
    let text = '';
    child.stderr?.on('data', (data) => {
      text += data;
    });
    expect(await once(child, 'close')).toEqual([3, null]);
    expect(text).toContain(
      `cannot listen on 127.0.0.1:${port}: the port is in use\n  hint: choose another port`,
    );
    other.close();
  });

  it('does not start without a project: exit 1', async () => {
    const child = start([folderWith({}), '--serve', '--port', '0']);
    expect(await once(child, 'exit')).toEqual([1, null]);
  });
});
