/** Source texts are found by what they are, not by what they are called. */
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type EntityId, parseId, type SourceId } from '../../src/core/ids.ts';
import { fixedOrigin } from '../../src/core/place.ts';
import type { Source } from '../../src/facts/facts.ts';
import { FileError } from '../../src/files/errors.ts';
import { findSourceTexts } from '../../src/files/sourceTexts.ts';
import { scratchFolders } from './scratch.ts';

const folderWith = scratchFolders('sources');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function source(id: string, fields: Partial<Source>): Source {
  const parsed = parseId<SourceId & EntityId>(id);
  if (!parsed) throw new Error('not an id');
  return { id: parsed, type: 'T', origin: fixedOrigin({ file: 'f', line: 1, column: 1 }), ...fields };
}

function found(sources: readonly Source[], ...folders: readonly string[]): Record<string, string> {
  const texts = findSourceTexts(sources, folders);
  return Object.fromEntries([...texts].map(([id, bytes]) => [id, Buffer.from(bytes).toString()]));
}

const log = source('log', { sha256: sha256('the log') });

describe('a source text', () => {
  it('is found by its sha256, under any name and at any depth', () =>
    expect(found([log], folderWith({ 'a/b/c/whatever.bin': 'the log', 'a/log.txt': 'another' }))).toEqual({
      log: 'the log',
    }));

  it('is found in any of the folders', () =>
    expect(found([log], folderWith(), folderWith({ x: 'the log' }))).toEqual({ log: 'the log' }));

  it('with its name but another hash is given too, so that the change is noticed', () => {
    const named = source('log', { sha256: sha256('the log'), text: 'texts/log.txt' });
    expect(found([named], folderWith({ 'texts/log.txt': 'changed' }))).toEqual({ log: 'changed' });
    expect(found([named], folderWith({ 'texts/log.txt': 'changed', other: 'the log' }))).toEqual({
      log: 'the log',
    });
  });

  it('without a hash is found by its name', () =>
    expect(
      found([source('log', { text: 'log.txt' })], folderWith({ 'log.txt': 'x', 'sub/log.txt': 'y' })),
    ).toEqual({ log: 'x' }));

  it('is one for several sources', () =>
    expect(found([log, source('copy', { sha256: sha256('the log') })], folderWith({ x: 'the log' }))).toEqual(
      { log: 'the log', copy: 'the log' },
    ));

  it('is not looked for in hidden folders and node_modules', () =>
    expect(
      found([log], folderWith({ '.git/x': 'the log', 'node_modules/y': 'the log', 'a/.b/z': 'the log' })),
    ).toEqual({}));

  it('is not looked for where no source has a text', () => {
    expect(found([source('log', {})], folderWith({ x: 'the log' }))).toEqual({});
    expect(found([source('log', {})], '/nowhere')).toEqual({});
  });
});

describe('links', () => {
  it('that lead out of the folder are not followed', () => {
    const outside = folderWith({ 'secret/x': 'the log' });
    const folder = folderWith();
    symlinkSync(join(outside, 'secret'), join(folder, 'way-out'));
    symlinkSync(join(outside, 'secret/x'), join(folder, 'file-out'));
    symlinkSync('/', join(folder, 'root'));
    symlinkSync('..', join(folder, 'up'));
    expect(found([log], folder)).toEqual({});
  });

  it('to a folder beside whose name begins alike are not followed', () => {
    const root = folderWith({ 'texts-secret/x': 'the log', 'texts/y': '' });
    symlinkSync(join(root, 'texts-secret'), join(root, 'texts/z'));
    expect(found([log], join(root, 'texts'))).toEqual({});
  });

  it('inside of it are followed, once where they go round', () => {
    const folder = folderWith({ 'a/b/x': 'the log' });
    symlinkSync('..', join(folder, 'a/b/round'));
    symlinkSync(folder, join(folder, 'a/all'));
    expect(found([log], folder)).toEqual({ log: 'the log' });
  });

  it('that lead nowhere are passed over', () => {
    const folder = folderWith({ x: 'the log' });
    symlinkSync('nowhere', join(folder, 'broken'));
    symlinkSync('itself', join(folder, 'itself'));
    expect(found([log], folder)).toEqual({ log: 'the log' });
  });

  it('may lead to the folder itself', () => {
    const root = folderWith({ 'real/x': 'the log' });
    symlinkSync(join(root, 'real'), join(root, 'link'));
    expect(found([log], join(root, 'link'))).toEqual({ log: 'the log' });
  });
});

describe('a folder that cannot be searched', () => {
  it.each(['nowhere', 'file'])('(%s) is an error of the disk', (name) => {
    const folder = folderWith({ file: 'x' });
    mkdirSync(join(folder, 'empty'));
    expect(() => findSourceTexts([log], [join(folder, name)])).toThrow(FileError);
  });
});
