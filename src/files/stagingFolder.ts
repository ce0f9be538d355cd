/** Where a run stages what it writes. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ioReason } from './errors.ts';

const STAGING = '.factweave-staging';

/** Where this run stages what it writes. A run beside it, of the same folder, has another and cannot mix in. */
export function stagingIn(folder: string): string {
  return join(folder, `${STAGING}-${process.pid}`);
}

/** Clears away what runs that were cut off had staged. */
export function clearStaging(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(STAGING) && !isLiving(Number(name.slice(STAGING.length + 1))))
      clearAway(join(folder, name));
  }
}

/** Whether a process of that number runs, other than this one: its staging folder is in use. */
function isLiving(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Deletes a folder of this program. What the disk refuses to delete is left to the next run: it harms nothing. */
export function clearAway(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (ioReason(error) === undefined) throw error;
  }
}
