/** A project folder as it is found: missing, too large, outside, not a file, not to be read. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/core/diagnostic.ts';

import { openOntologyFiles, openProject } from '../../src/files/openProject.ts';
import { fill, PROJECT, scratchFolders } from './scratch.ts';

const folderWith = scratchFolders('project');

function open(folder: string) {
  const problems = new Problems();
  const project = openProject(folder, problems);
  const codes = problems.diagnostics.map(({ code, place }) =>
    place ? `${code} ${place.line}:${place.column}` : code,
  );
  return { project, codes, problems };
}

const projectWith = (files: Readonly<Record<string, string>>) => folderWith({ ...PROJECT, ...files });
const settings = (from: string, to: string) => ({
  'factweave.yaml': (PROJECT['factweave.yaml'] ?? '').replace(from, to),
});

describe('a project', () => {
  it('is opened with its files', () => {
    const folder = projectWith({ 'evidence.lock.json': '{"version":1,"sources":{}}' });
    const { project, codes } = open(folder);
    expect(codes).toEqual([]);
    expect(project?.inputs.map(({ file }) => file)).toEqual(['facts.yaml']);
    expect(project?.ontology.relations.has('homePort')).toBe(true);
    expect(project?.lock?.text).toContain('"version"');
    expect(project?.settings.name).toBe('ships');
  });

  it('takes its name from the folder, made fit for a file name', () => {
    const named = (name: string) => {
      const folder = join(folderWith(), name);
      fill(folder, { ...PROJECT, ...settings('name: ships\n', '') });
      return open(folder).project?.settings.name;
    };
    expect(named('Årets skepp (3)')).toBe('rets-skepp-3-');
    expect(named('東京')).toBe('graph');
    expect(named('manifest')).toBe('graph');
    expect(named('..x')).toBe('x');
  });

  it.each([
    ['is not there', () => join(folderWith(), 'nowhere')],
    ['has no settings', () => folderWith({ 'facts.yaml': '' })],
    ['is a file', () => join(folderWith({ x: 'mine' }), 'x')],
  ])('that %s is none', (_, folder) => expect(open(folder()).codes).toEqual(['no-project']));

  it('with settings that are a folder is none', () => {
    const folder = folderWith();
    mkdirSync(join(folder, 'factweave.yaml'));
    expect(open(folder).codes).toEqual(['no-project']);
  });
});

describe('a file that the settings name', () => {
  it.each([
    ['is missing', settings('[facts.yaml]', '[nowhere.yaml]'), 'file-missing 7:10'],
    ['is a folder', settings('[facts.yaml]', '[sub]'), 'file-missing 7:10'],
    ['is the folder itself', settings('[facts.yaml]', '[.]'), 'file-missing 7:10'],
    ['lies outside', settings('[facts.yaml]', '[../secret.yaml]'), 'outside-folder 7:10'],
    ['lies outside by a link', settings('[facts.yaml]', '[link.yaml]'), 'outside-folder 7:10'],
    ['lies outside by a linked folder', settings('[facts.yaml]', '[way/secret.yaml]'), 'outside-folder 7:10'],
    ['is an ontology outside', settings('[ships.ttl]', '[../secret.ttl]'), 'outside-folder 6:12'],
    ['is an ontology that is missing', settings('[ships.ttl]', '[nowhere.ttl]'), 'file-missing 6:12'],
    ['is an ontology that nobody has', settings('[ships.ttl]', '[shipz]'), 'unknown-ontology 6:12'],
    ['is too large', settings('output: out', 'limits: { fileBytes: 10 }'), 'file-too-large 7:10'],
    ['is a link that leads nowhere', settings('[facts.yaml]', '[broken.yaml]'), 'file-missing 7:10'],
    ['has a path of the system', settings('[facts.yaml]', '[/etc/hostname]'), 'file-missing 7:10'],
  ])('%s', (_, changed, code) => {
    const root = folderWith({ 'secret.yaml': 'facts: []\n', 'secret.ttl': '' });
    const folder = join(root, 'project');
    fill(folder, { ...PROJECT, ...changed });
    mkdirSync(join(folder, 'sub'));
    symlinkSync(join(root, 'secret.yaml'), join(folder, 'link.yaml'));
    symlinkSync(root, join(folder, 'way'));
    symlinkSync('nowhere', join(folder, 'broken.yaml'));
    const { project, codes } = open(folder);
    expect(codes).toEqual([code]);
    if (project)
      expect(project.inputs.map(({ bytes }) => bytes.length)).toEqual(code.includes('6:12') ? [1] : []);
  });

  it('may be a link inside of the folder', () => {
    const folder = projectWith(settings('[facts.yaml]', '[linked.yaml]'));
    symlinkSync('facts.yaml', join(folder, 'linked.yaml'));
    expect(open(folder).codes).toEqual([]);
  });

  it('may be named through a linked project folder', () => {
    const folder = projectWith({});
    const link = join(folderWith(), 'link');
    symlinkSync(folder, link);
    expect(open(link).codes).toEqual([]);
  });

  it('is reported with all others', () => {
    const folder = projectWith(settings('[facts.yaml]', '[a.yaml, facts.yaml, b.yaml]'));
    expect(open(folder).codes).toEqual(['file-missing 7:10', 'file-missing 7:30']);
  });
});

describe('the lock file', () => {
  it('that is not text is reported', () => {
    const folder = projectWith({});
    writeFileSync(join(folder, 'evidence.lock.json'), Buffer.from([0xff, 0xfe, 0, 1]));
    expect(open(folder).codes).toEqual(['utf16-text 1:1']);
  });
});

describe('ontologies by name', () => {
  const codes = (...names: readonly string[]) => {
    const problems = new Problems();
    const ontology = openOntologyFiles(names, problems);
    return { codes: problems.diagnostics.map(({ code }) => code), ontology };
  };
  it('come with factweave, with those that they import', () => {
    const { ontology, codes: none } = codes('film');
    expect(none).toEqual([]);
    expect(ontology?.ontology.lists.size).toBeGreaterThan(3);
  });
  it('are files from the working folder', () => {
    const folder = projectWith({});
    expect(codes(join(folder, 'ships.ttl')).codes).toEqual([]);
    expect(codes(join(folder, 'nowhere.ttl')).codes).toEqual(['file-missing']);
  });
  it.each(['../package', 'film/..', 'factweave.', '__proto__', ''])('%j is none', (name) =>
    expect(codes(name).codes).toEqual(['unknown-ontology']),
  );
});
