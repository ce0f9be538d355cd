/** The world as a command sees it: tests pass their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal that can redraw a line. */
  readonly terminal: boolean;
  /** Milliseconds of a clock, only for the times that are printed. */
  readonly now: () => number;
}

/** Exit codes, as `--help` lists them. */
export const EXIT = { ok: 0, refused: 1, usage: 2, io: 3, limit: 4, bug: 70 } as const;

/** Thrown by a command for a call that makes no sense: exit code 2. */
export class UsageError extends Error {}
