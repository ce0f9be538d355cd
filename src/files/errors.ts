/** What the operating system says, in words a user can act on. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EIO: 'the disk reports an error',
  EEXIST: 'there is something of that name',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a folder',
  EMFILE: 'too many open files',
  EXDEV: 'it lies on another disk',
  ELOOP: 'the links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/** The reason of a failed file operation, or undefined when the error is no file error (and so a bug). */
export function ioReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (error.code === 'ERR_FS_FILE_TOO_LARGE') return 'it is larger than 2 GiB';
  return REASONS[error.code] ?? (/^E[A-Z]+$/.test(error.code) ? error.code : undefined);
}

/** Thrown when writing or reading fails for a reason outside the program: full disk, no permission. */
export class FileError extends Error {
  readonly path: string;
  readonly action: string;
  readonly reason: string;

  constructor(action: string, path: string, reason: string) {
    super(`cannot ${action} ${path}: ${reason}`);
    this.action = action;
    this.path = path;
    this.reason = reason;
  }
}

/** Runs a file operation; a failure of the system becomes a FileError, any other stays the bug that it is. */
export function attempt<T>(action: string, path: string, operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    const reason = ioReason(error);
    if (reason === undefined) throw error;
    throw new FileError(action, path, reason);
  }
}
