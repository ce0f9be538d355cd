import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';
import { SourceText } from '../../src/core/place.ts';
import { treeDocument } from '../../src/facts/document.ts';
import { readYaml } from '../../src/facts/text/yaml.ts';
import { WRITE_DEFAULTS } from '../../src/formats/options.ts';
import { FORMATS } from '../../src/formats/table.ts';
import { DEFAULT_FORMATS, parseSettings } from '../../src/project/settings.ts';
import { errorsOf, expectedAt, unmarked } from '../marked.ts';

const BASE = `factweave: 1
title: Ships
base: https://example.org/id/
ontology: [ships.ttl]
inputs: [facts.yaml]
`;

function settingsOf(yaml: string, folderName = 'harbour') {
  const problems = new Problems();
  const source = new SourceText('factweave.yaml', yaml);
  const tree = readYaml(source, problems);
  if (!tree) throw new Error('no tree');
  return { settings: parseSettings(treeDocument(source, tree), { folderName }, problems), problems };
}

describe('settings', () => {
  it('have these defaults', () => {
    expect(settingsOf(BASE).settings).toEqual({
      dataset: { base: 'https://example.org/id/', title: 'Ships', creators: [] },
      name: 'harbour',
      ontology: ['ships.ttl'],
      inputs: ['facts.yaml'],
      output: 'exports',
      formats: ['turtle', 'nquads', 'graphml', 'json', 'shapes', 'dataset'],
      compress: [],
      plain: 'all',
      write: WRITE_DEFAULTS,
      view: { include: [], parallel: 'aggregate', events: 'nodes', communities: true },
      layout: { engine: 'forceatlas2', profile: 'communities', start: 'fresh', seed: 1 },
      limits: { facts: 10_000_000 },
    });
  });

  it('are taken as they are given', () => {
    const { settings, problems } = settingsOf(`${BASE}name: fleet
description: All ships
licence: CC0-1.0
creators: [A. Mate, B. Pilot]
language: sv
output: ../out
formats: [json]
view: { include: [planned, possible], parallel: keep, communities: false }
layout: { engine: none, profile: overview, start: earlier, seed: 0, iterations: 12 }
limits: { fileBytes: 10, facts: 3 }
`);
    expect(problems.diagnostics).toEqual([]);
    expect(settings).toMatchObject({
      dataset: {
        description: 'All ships',
        licence: 'CC0-1.0',
        creators: [{ name: 'A. Mate' }, { name: 'B. Pilot' }],
        language: 'sv',
      },
      name: 'fleet',
      output: '../out',
      formats: ['json'],
      view: { include: ['planned', 'possible'], parallel: 'keep', communities: false },
      layout: { engine: 'none', profile: 'overview', start: 'earlier', seed: 0, iterations: 12 },
      limits: { fileBytes: 10, facts: 3 },
    });
  });

  it('name only formats that there are by default', () => {
    for (const name of DEFAULT_FORMATS) expect(FORMATS.has(name)).toBe(true);
  });
});

const line = (key: string, value: string) =>
  BASE.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: ${value}`);

describe('a wrong setting', () => {
  it.each([
    ['version', line('factweave', '‸2'), 'unsupported-version'],
    ['version with a point', line('factweave', '‸1.0'), 'unsupported-version'],
    ['base without its end', line('base', '‸https://example.org/id'), 'invalid-iri'],
    ['base that is relative', line('base', '‸id/'), 'invalid-iri'],
    ['base with a blank', line('base', '‸https://example.org/a b/'), 'invalid-iri'],
    ['base that injects a statement', line('base', '‸"https://e.org/> <s> <p> <o/"'), 'invalid-iri'],
    ['base that is a list', line('base', '‸[a]'), 'wrong-shape'],
    ['inputs without any', line('inputs', '‸[]'), 'wrong-shape'],
    ['inputs that are a text', line('inputs', '‸facts.yaml'), 'wrong-shape'],
    ['ontology without any', line('ontology', '‸[]'), 'wrong-shape'],
    ['no title', `‸${BASE.replace('title: Ships\n', '')}`, 'missing-key'],
    ['an unknown key', `${BASE}‸titel: x\n`, 'unknown-key'],
    ['__proto__', `${BASE}‸__proto__: x\n`, 'unknown-key'],
    ['a key of a wrong level', `${BASE}‸seed: 3\n`, 'unknown-key'],
    ['an unknown key below', `${BASE}layout: { ‸sede: 3 }\n`, 'unknown-key'],
    ['a seed that is negative', `${BASE}layout: { seed: ‸-1 }\n`, 'wrong-shape'],
    ['a seed with a point', `${BASE}layout: { seed: ‸1.5 }\n`, 'wrong-shape'],
    ['a seed beyond what is exact', `${BASE}layout: { seed: ‸9007199254740993 }\n`, 'wrong-shape'],
    ['an engine', `${BASE}layout: { engine: ‸dot }\n`, 'unknown-value'],
    ['parallel', `${BASE}view: { parallel: ‸merge }\n`, 'unknown-value'],
    ['a reason to include', `${BASE}view: { include: [planned, ‸rejected] }\n`, 'unknown-value'],
    ['communities', `${BASE}view: { communities: ‸yes }\n`, 'unknown-value'],
    ['a format', `${BASE}formats: [json, ‸turtel]\n`, 'unknown-format'],
    ['no formats', `${BASE}formats: ‸[]\n`, 'wrong-shape'],
    ['a language', `${BASE}language: ‸en_US\n`, 'invalid-language-tag'],
    ['a name with a slash', `${BASE}name: ‸a/b\n`, 'wrong-shape'],
    ['a name that is hidden', `${BASE}name: ‸.ships\n`, 'wrong-shape'],
    ['the name of the manifest', `${BASE}name: ‸Manifest\n`, 'wrong-shape'],
    ['a limit in words', `${BASE}limits: { facts: ‸many }\n`, 'wrong-shape'],
    ['settings that are a list', '‸- a\n', 'wrong-shape'],
  ])('%s is refused at its place', (_, marked, codes) => {
    const { text, places } = unmarked(marked);
    const { settings, problems } = settingsOf(text);
    expect(settings).toBeUndefined();
    expect(errorsOf(problems)).toEqual(expectedAt(places, codes));
  });

  it('is reported with all others', () => {
    const { problems } = settingsOf(`${line('base', 'x')}language: en_US\nformats: [a, b]\n`);
    expect(errorsOf(problems).map((error) => error.split(' ')[0])).toEqual([
      'invalid-iri',
      'invalid-language-tag',
      'unknown-format',
      'unknown-format',
    ]);
  });

  it('comes with what was probably meant', () => {
    const params = (yaml: string) => settingsOf(yaml).problems.diagnostics[0]?.params;
    expect(params(line('base', 'https://example.org/id'))).toMatchObject({
      suggestion: 'https://example.org/id/',
    });
    expect(params(`${BASE}formats: [turtel]\n`)).toMatchObject({ suggestion: 'turtle' });
    expect(params(`${BASE}language: en_US\n`)).toMatchObject({ suggestion: 'en-US' });
  });
});

describe('the name of the exports', () => {
  it('is that of the folder, unless it would be that of the manifest', () => {
    expect(settingsOf(BASE, 'harbour').settings?.name).toBe('harbour');
    expect(settingsOf(BASE, 'manifest').settings?.name).toBe('graph');
    expect(settingsOf(`${BASE}name: manifests\n`).settings?.name).toBe('manifests');
  });
});
