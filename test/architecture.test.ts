/** The house rules that no linter knows: which way imports go, where each outside package lives, no film in src. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const all = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort();
/** What runs in a browser: bundled by itself, and so under rules of its own. */
const inBrowser = all.filter((name) => /^viewer\/(client|live)\//.test(name));
const files = all.filter((name) => !inBrowser.includes(name));
const textOf = (name: string) => readFileSync(join(SRC, name), 'utf8');

/** Stages from the core outwards: a file imports from its own stage or from an earlier one. */
const STAGES = [
  'core',
  'ontology',
  'facts',
  'knowledge',
  'graph',
  'layout',
  'formats',
  'site',
  'viewer',
  'project',
  'pipeline',
  'files',
  'cli',
];

function stageOf(name: string): number {
  const stage =
    name === 'pipeline.ts' ? 'pipeline' : name === 'index.ts' ? 'cli' : (name.split('/')[0] ?? '');
  return STAGES.indexOf(stage);
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** A file of the project stays as it is named; of a package's file only the package counts. */
function packageOf(to: string): string {
  return /^(?:[.]|node:)/.test(to) ? to : (/^(?:@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
}

function importsOf(name: string): Import[] {
  const pattern =
    /(?:^|\n)(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import '([^']+)'/g;
  const imported = [...textOf(name).matchAll(pattern)].map((match) => ({
    from: name,
    to: packageOf(match[2] ?? match[3] ?? match[4] ?? ''),
    typeOnly: match[1] !== undefined,
  }));
  // A file of a package, which is read as bytes.
  const resolved = [...textOf(name).matchAll(/\brequire\.resolve\('((?:@[^/']+\/)?[^/']+)/g)];
  return [...imported, ...resolved.map(([, to = '']) => ({ from: name, to, typeOnly: false }))];
}

const imports = files.flatMap(importsOf);
const inner = imports.filter(({ to }) => to.startsWith('.'));
const outer = imports.filter(({ to }) => !to.startsWith('.'));
const target = ({ from, to }: Import) => relative(SRC, join(SRC, dirname(from), to));

describe('imports', () => {
  it('are found at all', () => expect(inner.length).toBeGreaterThan(200));

  it('go toward the core only', () => {
    const outward = inner.filter((one) => stageOf(target(one)) > stageOf(one.from));
    expect(outward.map((one) => `${one.from} → ${target(one)}`)).toEqual([]);
  });

  it('stay within a format, the table and the shared pieces aside', () => {
    const formatOf = (name: string) => /^formats\/([a-z]+)\//.exec(name)?.[1];
    const across = inner.filter((one) => {
      const [a, b] = [formatOf(one.from), formatOf(target(one))];
      // Descriptions in RDF: their terms pass the gate of all RDF, and they count what its writers write.
      const describes = b === 'rdf' && (a === 'dataset' || a === 'shapes');
      return a !== undefined && b !== undefined && a !== b && !describes;
    });
    expect(across.map((one) => `${one.from} → ${target(one)}`)).toEqual([]);
  });

  it('form no circle', () => {
    const next = new Map(
      files.map((name) => [name, inner.filter((one) => one.from === name && !one.typeOnly).map(target)]),
    );
    const done = new Set<string>();
    const visit = (name: string, path: readonly string[]): string[] => {
      if (path.includes(name)) return [[...path.slice(path.indexOf(name)), name].join(' → ')];
      if (done.has(name)) return [];
      const circles = (next.get(name) ?? []).flatMap((to) => visit(to, [...path, name]));
      done.add(name);
      return circles;
    };
    expect(files.flatMap((name) => visit(name, []))).toEqual([]);
  });
});

/** Where each outside package, and each part of Node that touches the world, may be imported. */
const HOMES: Readonly<Record<string, RegExp>> = {
  n3: /^ontology\/turtle\.ts$/,
  fflate: /^files\/gzip\.ts$/,
  zod: /^(facts\/(form|issues)\.ts|facts\/anchor\/lockSchema\.ts|project\/form\.ts|files\/(earlierBuild|verifyFolder)\.ts)$/,
  yaml: /^facts\/text\/yaml/,
  oxigraph: /^formats\/rdf\/read\.ts$/,
  saxes: /^formats\/((graphml|gexf|picture)\/read|xmlReading)\.ts$/,
  graphology: /^(graph|layout|formats)\//,
  'graphology-graphml': /^formats\/graphml\/readGraphology\.ts$/,
  'graphology-communities-louvain': /^graph\//,
  'graphology-layout-forceatlas2': /^layout\/forces\/graphology\.ts$/,
  'hyparquet-writer': /^formats\/parquet\/library\.ts$/,
  // Read as bytes: the renderer's WebAssembly, which formats/picture/resvg.ts starts, and its fonts.
  '@resvg/resvg-wasm': /^files\/packaged\.ts$/,
  'dejavu-fonts-ttf': /^files\/packaged\.ts$/,
  'node:buffer': /^facts\/text\//,
  'node:crypto': /./,
  'node:fs': /^(files|cli)\//,
  'node:path': /^(files|cli)\//,
  'node:zlib': /^files\/gzip\.ts$/,
  'node:url': /^(files|cli)\//,
  'node:http': /^files\/serveViewer\.ts$/,
  'node:module': /^(files\/|formats\/parquet\/library\.ts$)/,
  'node:util': /^cli\//,
  'node:worker_threads': /^files\/(arrangeOffThread|layoutThread)\.ts$/,
};

describe('outside packages', () => {
  it('have one home each', () => {
    const strays = outer.filter(({ from, to }) => !HOMES[to]?.test(from));
    expect(strays.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('are all in use', () => {
    const used = new Set(outer.map(({ to }) => to));
    expect(Object.keys(HOMES).filter((name) => !used.has(name))).toEqual([]);
  });

  it('are the dependencies of package.json', () => {
    const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    const used = [...new Set(outer.map(({ to }) => to))].filter((name) => !name.startsWith('node:'));
    expect(used.sort()).toEqual(Object.keys(dependencies).sort());
  });
});

describe('what runs in a browser', () => {
  const own = inBrowser.flatMap(importsOf);

  it('imports itself and the form of the payload from src, and no package but these', () => {
    const strays = own.filter((one) =>
      one.to.startsWith('.')
        ? !inBrowser.includes(target(one)) && target(one) !== join('viewer', 'payload.ts')
        : !/^(sigma|graphology)(\/|$)/.test(one.to),
    );
    expect(strays.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('makes no markup of texts, and reaches no network but its own server', () => {
    const pattern =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|\bfetch\(|XMLHttpRequest|WebSocket/;
    expect(inBrowser.filter((name) => pattern.test(textOf(name)))).toEqual([]);
  });

  it('is imported by nothing else', () => {
    const strays = inner.filter((one) => inBrowser.includes(target(one)));
    expect(strays.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

describe('src', () => {
  const code = (name: string) => textOf(name);
  const withoutComments = (text: string) => text.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');

  it('touches process and console only at the edge', () => {
    const touching = files.filter(
      (name) => !/^(cli|files)\//.test(name) && /\b(process|console)\./.test(code(name)),
    );
    expect(touching).toEqual([]);
  });

  it('has no clock, randomness or locale in results', () => {
    const pattern = /Math\.random|Date\.now|new Date\(|localeCompare|toLocale(?!String\('en-US'\))/;
    expect(files.filter((name) => !name.startsWith('cli/') && pattern.test(code(name)))).toEqual([]);
  });

  it('places and draws with what every engine rounds alike: no powers, logarithms, angles', () => {
    const exact = 'abs|ceil|floor|fround|imul|max|min|round|sign|sqrt|trunc|PI|LN2|SQRT2';
    const inexact = new RegExp(`\\*\\*|\\bMath\\b(?!\\.(?:${exact})\\b)`);
    const drawing = files.filter((name) => /^(layout|formats\/picture)\//.test(name));
    expect(drawing.length).toBeGreaterThan(50);
    expect(drawing.filter((name) => inexact.test(withoutComments(code(name))))).toEqual([]);
    for (const one of ['2 ** n', 'x **= 2', 'Math.hypot(x, y)', 'const { sin } = Math', 'Math["log"](2)'])
      expect(inexact.test(one), one).toBe(true);
  });

  it('knows no film words', () => {
    const pattern =
      /\b(film|movie|actor|director|producer|cinemato\w*|screenwriter|financier|distributor|salesAgent|defendant)s?\b/i;
    const lines = files.flatMap((name) =>
      code(name)
        .split('\n')
        .filter((line) => pattern.test(line) && !/^\s*'?usage|\['film'\]|default: film/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(lines).toEqual([]);
  });

  it('escapes the type system nowhere', () => {
    const pattern = /\bas any\b|: any\b|@ts-ignore|@ts-expect-error|\w!\.|\w!\[/;
    expect(files.filter((name) => pattern.test(withoutComments(code(name))))).toEqual([]);
  });

  it('has no drawers', () => {
    expect(files.filter((name) => /(^|\/)(utils?|helpers?|common|misc|types)(\.ts|\/)/.test(name))).toEqual(
      [],
    );
  });
});
