/** Folders of files for the tests of the disk. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** Makes numbered folders below a folder of its own, which is deleted after the tests of the file. */
export function scratchFolders(name: string): (files?: Readonly<Record<string, string | Buffer>>) => string {
  const root = mkdtempSync(join(tmpdir(), `factweave-${name}-`));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  let count = 0;
  return (files = {}) => {
    const folder = join(root, String(++count));
    mkdirSync(folder);
    fill(folder, files);
    return folder;
  };
}

export function fill(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** All files below a folder by path, with their text; folders that are empty as `undefined`. */
export function contentOf(folder: string): Record<string, string | undefined> {
  const content: Record<string, string | undefined> = {};
  if (!existsSync(folder)) return content;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    if (entry.isFile()) content[name] = readFileSync(path, 'utf8');
    else if (entry.isDirectory() && readdirSync(path).length === 0) content[name] = undefined;
  }
  return content;
}

/** A small project that builds. */
export const PROJECT: Readonly<Record<string, string>> = {
  'factweave.yaml': `factweave: 1
title: Ships
name: ships
base: https://example.org/id/
language: en
ontology: [ships.ttl]
inputs: [facts.yaml]
output: out
layout: { engine: none }
`,
  'ships.ttl': readFileSync(new URL('../ontology/cases/ships.ttl', import.meta.url), 'utf8'),
  'facts.yaml': `source: log
language: en
sources:
  log: { type: Article, title: The log, text: log.txt }
entities:
  aurora: Ship
  malmo: { class: Port, label: Malmö }
facts:
  - quote: the Aurora of Malmö
    says:
      aurora: { name: Aurora, homePort: malmo }
`,
};
