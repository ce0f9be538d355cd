/** A build never writes over the files that it is made from, nor over the exports of another project. */
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { contentOf, PROJECT, scratchFolders } from './scratch.ts';

const folderWith = scratchFolders('check-output');
const settings = (changes: Readonly<Record<string, string>>) =>
  Object.entries(changes).reduce(
    (text, [key, value]) => text.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: ${value}`),
    PROJECT['factweave.yaml'] ?? '',
  );

async function build(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    terminal: false,
    now: () => 0,
  };
  return { code: await run(['build', ...args], io), out, err };
}

const JSON_FACTS =
  '{"source":"s","sources":{"s":{"type":"T"}},"entities":{"a":"Ship"},"facts":[{"quote":"q","says":{"a":{"name":"A"}}}]}';

describe('an output that would replace', () => {
  const own = { ...PROJECT, 'facts.json': JSON_FACTS };
  it.each([
    ['an input', settings({ inputs: '[facts.json]', output: '.', name: 'facts' }), 'facts.json'],
    ['the ontology', settings({ output: '.', name: 'ships' }), 'ships.ttl'],
    [
      'the lock, even one that is not there yet',
      settings({ output: '.', name: 'evidence.lock' }),
      'evidence.lock.json',
    ],
  ])('%s is refused', async (_, yaml, name) => {
    const folder = folderWith({ ...own, 'factweave.yaml': yaml });
    const before = contentOf(folder);
    const { code, err } = await build(folder);
    expect(code).toBe(1);
    expect(err).toMatch(/factweave\.yaml:8:9 error output-over-input: /);
    expect(err).toContain(`would replace "${name}"`);
    expect(contentOf(folder)).toEqual(before);
  });

  it('an input by way of a link is refused', async () => {
    const folder = folderWith({
      ...own,
      'factweave.yaml': settings({ inputs: '[facts.json]', name: 'facts' }),
    });
    symlinkSync(folder, join(folder, 'out'));
    expect((await build(folder)).err).toContain('error output-over-input: ');
    expect(readFileSync(join(folder, 'facts.json'), 'utf8')).toBe(JSON_FACTS);
  });

  it('the text of a source is refused, also where only its sha256 says so', async () => {
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'; // of «x»
    const facts = (PROJECT['facts.yaml'] ?? '').replace(
      'title: The log',
      `title: The log, sha256: ${sha256}`,
    );
    const folder = folderWith({ ...PROJECT, 'facts.yaml': facts, 'out/ships.json': 'x' });
    expect((await build(folder)).err).toContain('would replace "log"');
    expect(readFileSync(join(folder, 'out/ships.json'), 'utf8')).toBe('x');
  });

  it('nothing of the project goes on', async () => expect((await build(folderWith(PROJECT))).code).toBe(0));
});

describe('the exports of another project', () => {
  it.each([
    ['base', { base: 'https://example.org/other/' }],
    ['name', { name: 'boats' }],
  ])('with another %s stay', async (_, changes) => {
    const out = folderWith();
    const first = folderWith({ ...PROJECT, 'factweave.yaml': settings({ title: 'The first', ...changes }) });
    expect((await build(first, '--out', out)).code).toBe(0);
    const before = contentOf(out);
    const { code, err } = await build(folderWith(PROJECT), '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('error output-of-another: ');
    const { base, name } = { base: 'https://example.org/id/', name: 'ships', ...changes };
    expect(err).toContain(`"The first", "${name} (${base})"; this one is "ships (https://example.org/id/)"`);
    expect(contentOf(out)).toEqual(before);
  });

  it('are those of the same project where only the formats differ, and it is said what is removed', async () => {
    const folder = folderWith(PROJECT);
    await build(folder);
    const { code, out } = await build(folder, '--formats', 'json');
    expect(code).toBe(0);
    expect(out).toContain(
      'removed: ships.ttl, ships.nq, ships.graphml, shapes.ttl, dataset.ttl (not among the formats of this build)\n',
    );
    expect(Object.keys(contentOf(join(folder, 'out'))).sort()).toEqual(['manifest.json', 'ships.json']);
  });
});
