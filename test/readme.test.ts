/** What the README shows is true: its excerpts stand in the files, its example runs against the packed package. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS, run } from '../src/cli/run.ts';
import { FORMATS } from '../src/formats/table.ts';

const README = readFileSync('README.md', 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'factweave-readme-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function block(language: string, containing: string): string {
  const blocks = [...README.matchAll(/```(\w*)\n([\s\S]*?)```/g)].filter(([, lang]) => lang === language);
  return blocks.map((match) => match[2] ?? '').find((text) => text.includes(containing)) ?? '';
}

describe('README', () => {
  it('lists every command and every format', () => {
    for (const { name } of COMMANDS) expect(README).toContain(`factweave ${name}`);
    for (const [name, { extension, fileName = extension }] of FORMATS)
      expect(README).toContain(`| \`${name}\` | \`${fileName}\``);
  });

  it('shows input that stands in data/rust', () => {
    const facts = readFileSync('data/rust/facts.yaml', 'utf8');
    const lines = block('yaml', 'actor:')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(facts).toContain(line.trim());
  });

  it('shows output that stands in exports/rust', () => {
    const turtle = readFileSync('exports/rust/rust.ttl', 'utf8');
    const lines = block('turtle', 'rdf:Statement')
      .split('\n')
      .filter((line) => !/^\s*(…)?$/.test(line));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(turtle).toContain(line.replace(/e-…>.*$/, ''));
  });

  it('shows the message of a mistake as it is printed', async () => {
    const folder = join(scratch, 'data/rust');
    mkdirSync(folder, { recursive: true });
    for (const name of ['factweave.yaml', 'facts.yaml', 'evidence.lock.json']) {
      const text = readFileSync(join('data/rust', name), 'utf8');
      writeFileSync(join(folder, name), text.replace('film, financier: bondit', 'film, financer: bondit'));
    }
    const printed: string[] = [];
    const err = (text: string) => void printed.push(text);
    await run(['check', folder], { out: () => {}, err, terminal: false, now: () => 0 });
    const shown = block('', 'error unknown-relation')
      .replace(/:\d+:/, ':LINE:')
      .replace(/^ +\d* +\|/gm, ' |');
    const real = printed
      .join('')
      .replaceAll(`${scratch}/`, '')
      .replace(/:\d+:/, ':LINE:')
      .replace(/^ +\d* +\|/gm, ' |');
    expect(real).toContain(shown.trimEnd());
  });

  it('has an example that runs against the packed package', { timeout: 120_000 }, () => {
    const npm = (...args: string[]) =>
      execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const packed = JSON.parse(npm('pack', '--json', '--ignore-scripts', '--pack-destination', scratch))[0]
      .filename;
    const modules = join(scratch, 'node_modules');
    mkdirSync(join(modules, 'factweave'), { recursive: true });
    execFileSync('tar', [
      '-xzf',
      join(scratch, packed),
      '-C',
      join(modules, 'factweave'),
      '--strip-components=1',
    ]);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const name of Object.keys(dependencies)) {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(resolve('node_modules', name), join(modules, name));
    }
    symlinkSync(resolve('data'), join(scratch, 'example-data'));
    const example = block('ts', 'openProject').replace("'data/rust'", "'example-data/rust'");
    writeFileSync(join(scratch, 'example.mjs'), example);
    const printed = execFileSync('node', ['example.mjs'], { cwd: scratch, encoding: 'utf8' });
    expect(printed).toContain('bondit-media-capital');
    expect(printed).toContain('an independent film financed by BondIt Media Capital');
    expect(printed.trim().split('\n').at(-1)).toMatch(/^\d+$/);
  });
});

describe('docs/file-format.md', () => {
  const page = readFileSync('docs/file-format.md', 'utf8');
  const turtle = [...page.matchAll(/```turtle\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

  it('shows an ontology that builds, and one that adds to another', async () => {
    const folder = join(scratch, 'sea');
    mkdirSync(folder);
    const settings = (ontology: string) =>
      `factweave: 1\ntitle: Sea\nbase: https://example.org/id/\nontology: [${ontology}]\ninputs: [facts.yaml]\n`;
    const facts = (entities: string, says: string) =>
      `source: log\nsources:\n  log: { type: Table }\nentities: ${entities}\nfacts:\n  - row: '1'\n    says: ${says}\n`;
    const build = async () => {
      const printed: string[] = [];
      const err = (text: string) => void printed.push(text);
      const code = await run(['build', folder], { out: () => {}, err, terminal: false, now: () => 0 });
      return code === 0 ? 'built' : printed.join('');
    };
    writeFileSync(join(folder, 'sea.ttl'), turtle.find((text) => text.includes('sea:calledAt')) ?? '');
    writeFileSync(join(folder, 'factweave.yaml'), settings('sea.ttl'));
    const said = /`(anna: \{[^`]*\})`/.exec(page)?.[1] ?? '';
    writeFileSync(
      join(folder, 'facts.yaml'),
      facts('{ anna: Ship, porto: { class: Port, label: Porto } }', `{ ${said} }`),
    );
    expect(await build()).toBe('built');

    writeFileSync(join(folder, 'mine.ttl'), turtle.find((text) => text.includes('mine:italy')) ?? '');
    writeFileSync(join(folder, 'factweave.yaml'), settings('film, mine.ttl'));
    const entities = '{ w: { class: Film, label: W }, o: { class: Organization, label: O } }';
    writeFileSync(
      join(folder, 'facts.yaml'),
      facts(entities, '{ w: { salesAgent: { object: o, territory: italy } } }'),
    );
    expect(await build()).toBe('built');
  });
});
