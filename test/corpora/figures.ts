/** The figures of the audit: each is a test that says its bar and what was found, printed as one table. */
import type { TestCase, TestModule } from 'vitest/node';

/** What an audit found; without faults the bar is met. */
export interface Finding {
  /** The figure in words: `1,200 terms in 6 formats: 0 invalid, 0 altered`. */
  readonly found: string;
  /** One line each, the first of them printed. */
  readonly faults: readonly string[];
}

interface Figure extends Finding {
  readonly bar: string;
}

declare module 'vitest' {
  interface TaskMeta {
    figure?: Figure;
  }
}

const SHOWN = 12;

/** Prints the table of figures, what failed, and `N passed, M failed` last. */
export class FigureReporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly { readonly message: string }[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.flatMap((module) =>
      module.errors().map((one) => `${module.moduleId}: ${one.message}`),
    );
    const stateOf = (test: TestCase) => test.result().state;
    const failed = tests.filter((test) => stateOf(test) === 'failed');
    print(table(tests));
    for (const test of failed) print(faultsOf(test));
    for (const line of [...broken, ...errors.map(({ message }) => message)]) print(`BROKEN ${line}\n`);
    const failures = failed.length + broken.length + errors.length;
    const skipped = tests.filter((test) => stateOf(test) === 'skipped').length;
    if (skipped > 0) print(`${skipped} skipped\n`);
    print(`${tests.filter((test) => stateOf(test) === 'passed').length} passed, ${failures} failed\n`);
  }
}

function table(tests: readonly TestCase[]): string {
  const rows = tests.map((test) => {
    const { figure } = test.meta();
    const { state } = test.result();
    const result = state === 'passed' ? 'ok' : state === 'failed' ? 'FAIL' : 'skipped';
    const seconds = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(1);
    return [
      result,
      test.fullName.replaceAll(' > ', ': '),
      figure?.bar ?? '',
      figure?.found ?? '',
      `${seconds} s`,
    ];
  });
  return [['', 'figure', 'bar', 'found', 'time'], ...rows].map((row) => `${row.join(' | ')}\n`).join('');
}

function faultsOf(test: TestCase): string {
  const faults = test.meta().figure?.faults ?? [];
  const thrown = (test.result().errors ?? []).map((error) => error.stack ?? error.message);
  const lines = faults.length > 0 ? [...faults.slice(0, SHOWN)] : thrown;
  if (faults.length > SHOWN) lines.push(`… and ${faults.length - SHOWN} more`);
  return `FAIL ${test.fullName}\n${lines.map((line) => `     ${line.slice(0, 600)}\n`).join('')}`;
}

function print(text: string): void {
  process.stdout.write(text);
}
