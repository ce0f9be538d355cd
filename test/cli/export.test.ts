/** `build` and `export` with their options: what each changes, and that the layout stays. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { contentOf, PROJECT, scratchFolders } from '../files/scratch.ts';

const folderWith = scratchFolders('export');
const FACTS = `${PROJECT['facts.yaml']}
  - quote: planned
    status: planned
    says: { aurora: { flagState: panama } }
`;
const project = (changes: Readonly<Record<string, string>> = {}) =>
  folderWith({ ...PROJECT, 'facts.yaml': FACTS, ...changes });

async function call(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
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

async function built(
  folder: string,
  ...options: readonly string[]
): Promise<Record<string, string | undefined>> {
  const { code, err } = await call('build', folder, ...options);
  expect(err).toContain('0 errors');
  expect(code).toBe(EXIT.ok);
  return contentOf(join(folder, 'out'));
}

const withoutManifest = ({ 'manifest.json': _, ...files }: Record<string, string | undefined>) => files;

describe('export', () => {
  it('adds formats, and gives the bytes that a build of all would give', async () => {
    const folder = project();
    const before = await built(folder, '--formats', 'turtle,json');
    expect((await call('export', folder, '--formats', 'gexf,graphml')).code).toBe(EXIT.ok);
    const after = contentOf(join(folder, 'out'));
    expect(after).toEqual(await built(project(), '--formats', 'turtle,json,gexf,graphml'));
    expect(after).toMatchObject(withoutManifest(before));
  });

  it('keeps positions that were moved by hand, or by another program', async () => {
    const folder = project();
    const files = await built(folder, '--formats', 'json');
    const [name = ''] = Object.keys(withoutManifest(files));
    const json = JSON.parse(files[name] ?? '');
    json.nodes[0].attributes.x = 123.45;
    writeFileSync(join(folder, 'out', name), JSON.stringify(json));
    expect((await call('export', folder, '--formats', 'gexf')).code).toBe(EXIT.ok);
    expect(contentOf(join(folder, 'out'))['ships.gexf']).toContain('x="123.45"');
  });

  it('writes another folder alone', async () => {
    const folder = project();
    const before = await built(folder);
    const out = join(folder, 'other');
    expect((await call('export', folder, '--formats', 'cytoscape', '--out', out)).code).toBe(EXIT.ok);
    expect(Object.keys(contentOf(out)).sort()).toEqual(['manifest.json', 'ships.cyjs']);
    expect(contentOf(join(folder, 'out'))).toEqual(before);
  });

  it('leaves the files that are there as they were made, whatever their options', async () => {
    const folder = project();
    const options = [
      '--profile',
      'plain',
      '--compress',
      'turtle',
      '--include',
      'planned',
      '--parallel',
      'keep',
    ];
    const before = await built(folder, '--formats', 'turtle,nquads,json', ...options);
    expect((await call('export', folder, '--formats', 'gexf')).code).toBe(EXIT.ok);
    expect(contentOf(join(folder, 'out'))).toMatchObject(withoutManifest(before));
    expect((await call('export', folder, '--compress', 'none')).code).toBe(EXIT.ok);
    expect(Object.keys(contentOf(join(folder, 'out')))).toContain('ships.ttl');
  });

  it('refuses a profile that a format which is there cannot hold', async () => {
    const folder = project();
    const before = await built(folder);
    const { code, err } = await call('export', folder, '--formats', 'trig', '--profile', 'named-graphs');
    expect([code, err]).toEqual([EXIT.usage, expect.stringContaining('turtle cannot hold the profile')]);
    expect(contentOf(join(folder, 'out'))).toEqual(before);
  });

  it('reads a compressed layout', async () => {
    const folder = project();
    await built(folder, '--formats', 'json', '--compress', 'json');
    const ran = await call('export', folder, '--formats', 'gexf');
    expect([ran.code, ran.err]).toEqual([EXIT.ok, expect.stringContaining('0 errors')]);
  });

  it.each([
    ['without an earlier build', 'layout-missing', async (_: string) => {}],
    [
      'without laid-out JSON',
      'layout-missing',
      async (folder: string) => void (await built(folder, '--formats', 'turtle')),
    ],
    [
      'after a new entity',
      'layout-incomplete',
      async (folder: string) => {
        await built(folder);
        writeFileSync(join(folder, 'facts.yaml'), FACTS.replace('entities:', 'entities:\n  zephyr: Ship'));
      },
    ],
    [
      'of a broken file',
      'layout-unreadable',
      async (folder: string) => {
        await built(folder);
        writeFileSync(join(folder, 'out/ships.json'), '{"attributes":{"layout":{}}}');
      },
    ],
    [
      'with a place that is no number',
      'layout-unreadable',
      async (folder: string) => {
        const { 'ships.json': json = '' } = await built(folder);
        writeFileSync(join(folder, 'out/ships.json'), json.replace(/"x":[-0-9.]+/, '"x":"NaN"'));
      },
    ],
  ])('%s is refused: %s', async (_, codeOfProblem, prepare) => {
    const folder = project();
    await prepare(folder);
    const before = contentOf(folder);
    const { code, err } = await call('export', folder, '--formats', 'gexf');
    expect(err).toContain(`error ${codeOfProblem}: `);
    expect(code).toBe(EXIT.refused);
    expect(contentOf(folder)).toEqual(before);
  });
});

describe('build --start earlier', () => {
  const start = ['--start', 'earlier'] as const;

  it('says that there is no layout to go on from, and goes on from that one the next time', async () => {
    const folder = project({
      'factweave.yaml': (PROJECT['factweave.yaml'] ?? '').replace('engine: none', 'engine: forceatlas2'),
    });
    const said = `layout made anew: ${join(folder, 'out')} holds no laid-out JSON to go on from; the next build can\n`;
    const first = await call('build', folder, ...start, '--formats', 'json');
    expect([first.code, first.out]).toEqual([EXIT.ok, expect.stringContaining(said)]);
    const next = await call('build', folder, ...start, '--formats', 'json');
    expect([next.code, next.out]).toEqual([EXIT.ok, expect.not.stringContaining('made anew')]);
    expect(next.err).toContain('continued-forceatlas2');
  });

  it('says which format would keep the layout where the build has it not', async () => {
    const { code, out } = await call('build', project(), ...start, '--formats', 'turtle');
    expect([code, out]).toEqual([
      EXIT.ok,
      expect.stringContaining('; the format json keeps one for the next build\n'),
    ]);
  });

  it('is among the notes of --json, and not printed with --quiet or without --start', async () => {
    const { out } = await call('build', project(), ...start, '--formats', 'turtle', '--json');
    expect(JSON.parse(out).notes).toEqual([expect.stringMatching(/^layout made anew: /)]);
    expect((await call('build', project(), ...start, '--quiet')).out).toBe('');
    expect((await call('build', project())).out).not.toContain('made anew');
  });
});

describe('an option', () => {
  const outputs = new Map<string, Promise<Record<string, string | undefined>>>();
  const plainBuild = (formats: string) => {
    const known = outputs.get(formats) ?? built(project(), '--formats', formats);
    outputs.set(formats, known);
    return known;
  };

  it.each([
    ['profile', 'plain', 'nquads'],
    ['profile', 'named-graphs', 'trig'],
    ['profile', 'rdf12', 'turtle'],
    ['graphml', 'strict', 'graphml'],
    ['size-unit', 'pixels', 'json'],
    ['include', 'planned,negated', 'json'],
    ['parallel', 'keep', 'json'],
  ])('--%s %s changes %s, as the setting does', async (option, value, format) => {
    const changed = await built(project(), '--formats', format, `--${option}`, value);
    const setting =
      option === 'include' || option === 'parallel'
        ? `view: { ${option}: ${option === 'include' ? `[${value}]` : value} }`
        : `write: { ${option === 'size-unit' ? 'sizeUnit' : option}: ${value} }`;
    const settings = `${PROJECT['factweave.yaml']}\nformats: [${format}]\n${setting}\n`;
    expect(changed).toEqual(await built(project({ 'factweave.yaml': settings })));
    if (option !== 'parallel')
      expect(withoutManifest(changed)).not.toEqual(withoutManifest(await plainBuild(format)));
  });

  it('--formulas prefix marks what a spreadsheet would run', async () => {
    const facts = FACTS.replace(/name: [^,}\n]+/, 'name: "=1+1"');
    const changed = await built(project({ 'facts.yaml': facts }), '--formats', 'csv', '--formulas', 'prefix');
    expect(facts).not.toBe(FACTS);
    expect(changed['ships.nodes.csv']).toContain("'=1+1");
  });

  it('--illegal-characters replace writes what XML would refuse, and counts it', async () => {
    const facts = FACTS.replace(/name: [^,}\n]+/, 'name: "a\\uFFFFb"');
    const folder = project({ 'facts.yaml': facts });
    expect((await call('build', folder, '--formats', 'graphml,gexf,json')).err).toContain('refused-term');
    const changed = await built(folder, '--formats', 'graphml,gexf,json', '--illegal-characters', 'replace');
    expect(changed['ships.graphml']).toContain('a\ufffdb');
    expect(changed['ships.gexf']).toContain('a\ufffdb');
    expect(JSON.parse(changed['manifest.json'] ?? '').files[0].losses['character-replaced']).toBeGreaterThan(
      0,
    );
    expect((await call('verify', join(folder, 'out'))).code).toBe(EXIT.ok);
  });

  it.each(
    [...FORMATS.keys()].filter(
      (name) => !['csv', 'parquet', 'png', 'dataset', 'shapes', 'citation'].includes(name),
    ),
  )('--compress %s gives a gzip file of the same content, without time or name', async (format) => {
    const [[name = '', text = '']] = Object.entries(withoutManifest(await plainBuild(format))) as [
      [string, string],
    ];
    const folder = project();
    await built(folder, '--formats', format, '--compress', format);
    const bytes = readFileSync(join(folder, 'out', `${name}.gz`));
    expect(gunzipSync(bytes).toString('utf8')).toBe(text);
    expect([...bytes.subarray(0, 10)]).toEqual([31, 139, 8, 0, 0, 0, 0, 0, 0, 3]);
    const { code, out } = await call('verify', join(folder, 'out'));
    expect([code, out]).toEqual([EXIT.ok, expect.stringContaining('all equal')]);
  });

  it.each(['plain', 'statements', 'named-graphs', 'rdf12'])(
    'verify reads back the profile %s',
    async (profile) => {
      const formats = [...FORMATS.values()].flatMap((format) =>
        'profiles' in format && format.profiles?.some((name) => name === profile) ? [format.name] : [],
      );
      const folder = project();
      await built(folder, '--formats', [...formats, 'json'].join(','), '--profile', profile);
      const { code, out } = await call('verify', join(folder, 'out'));
      expect([code, out.match(/ oxigraph /g)?.length]).toEqual([
        EXIT.ok,
        profile === 'plain' ? formats.length : formats.length + 1,
      ]);
    },
  );

  it.each([
    ['--profile', 'statement', 'did you mean statements?'],
    ['--profile', 'named-graphs', 'turtle cannot hold the profile named-graphs'],
    ['--plain', 'some', '--plain takes all, best, undisputed'],
    ['--include', 'planned,rejected', 'unknown value for --include "rejected"'],
    ['--compress', 'csv', 'unknown value for --compress "csv"'],
    ['--events', 'flatened', 'did you mean flattened?'],
  ])('%s %s is a wrong call', async (option, value, words) => {
    const folder = project();
    const before = contentOf(folder);
    const { code, err } = await call('build', folder, option, value);
    expect(err).toContain(words);
    expect(code).toBe(EXIT.usage);
    expect(contentOf(folder)).toEqual(before);
  });
});
