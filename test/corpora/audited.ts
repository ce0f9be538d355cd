import { expect, test } from 'vitest';
import type { Finding } from './figures.ts';

/** A test that is one row of the table: it fails when there is a fault. */
export function audited(name: string, bar: string, examine: () => Finding | Promise<Finding>): void {
  test(name, async ({ task }) => {
    const finding = await examine();
    task.meta.figure = { bar, ...finding, faults: finding.faults.slice(0, 100) };
    expect(finding.faults.length, finding.faults[0]).toBe(0);
  });
}

/** `1,200`. */
export function counted(count: number): string {
  return count.toLocaleString('en-US');
}
