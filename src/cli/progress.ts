import type { StageListener } from '../pipeline.ts';
import type { Io } from './io.ts';

/** Redraws at most this often, in milliseconds. */
const INTERVAL = 100;
const WIDTH = 24;

/** Prints each stage with its time when it ends; on a terminal a bar while it runs. */
export function stagePrinter(io: Io, quiet: boolean): StageListener {
  if (quiet) return { end: () => {}, progress: () => {} };
  let since = io.now();
  let drawn = 0;
  return {
    end: (stage, detail) => {
      const time = io.now() - since;
      if (drawn > 0) io.err('\r\u001b[K');
      drawn = 0;
      io.err(`  ${stage.padEnd(8)} ${detail.padEnd(44)} ${showTime(time)}\n`);
      since = io.now();
    },
    progress: (stage, done, total) => {
      if (!io.terminal || io.now() - Math.max(since, drawn) < INTERVAL) return;
      drawn = io.now();
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '·');
      const left = leftOf(share, drawn - since);
      io.err(`\r\u001b[K  ${stage.padEnd(8)} ${bar} ${Math.floor(share * 100)} %${left}`);
    },
  };
}

/** The time left, told once a run has taken long enough to judge by. */
function leftOf(share: number, milliseconds: number): string {
  if (milliseconds < 1000 || share < 0.02) return '';
  return `, ${Math.ceil((milliseconds * (1 / share - 1)) / 1000)} s left`;
}

function showTime(milliseconds: number): string {
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A size in bytes for people: `18.2 kB`. */
export function showBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return bytes < 1_000_000_000
    ? `${(bytes / 1_000_000).toFixed(1)} MB`
    : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}
