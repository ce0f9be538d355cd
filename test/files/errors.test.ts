import { describe, expect, it } from 'vitest';
import { attempt, FileError, ioReason } from '../../src/files/errors.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: something, open 'x'`), { code, errno: -1, syscall: 'open' });
}

describe('attempt', () => {
  it('gives what the operation gives', () => expect(attempt('read', 'x', () => 7)).toBe(7));

  it.each([
    'EACCES',
    'EPERM',
    'EROFS',
    'ENOSPC',
    'EDQUOT',
    'EIO',
    'ENOENT',
    'ENOTDIR',
    'EISDIR',
    'EMFILE',
    'EXDEV',
    'ELOOP',
    'ENAMETOOLONG',
    'EBUSY',
  ])('makes a FileError of %s', (code) => {
    const run = () =>
      attempt('write', '/some/file', () => {
        throw systemError(code);
      });
    expect(run).toThrow(FileError);
    expect(run).toThrow(/^cannot write \/some\/file: /);
  });

  it('leaves every other error the bug that it is', () => {
    for (const bug of [
      new TypeError('x is undefined'),
      systemError('ERR_INVALID_ARG_TYPE'),
      'a text',
      undefined,
    ]) {
      let thrown: unknown = 'nothing';
      try {
        attempt('write', 'x', () => {
          throw bug;
        });
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBe(bug);
    }
  });

  it('keeps the first of nested errors, which knows its file', () => {
    const inner = new FileError('replace', '/inner', 'it is a folder');
    expect(() =>
      attempt('write', '/outer', () => {
        throw inner;
      }),
    ).toThrow(inner);
  });
});

describe('ioReason', () => {
  it('says in words what the system says', () => {
    expect(ioReason(systemError('ENOSPC'))).toBe('no space left on the disk');
    expect(ioReason(systemError('EBUSY'))).toBe('EBUSY');
    expect(ioReason(new Error('x'))).toBeUndefined();
  });
});
