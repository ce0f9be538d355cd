import type { TestModule } from 'vitest/node';

/** Ends the output with `N passed, M failed`; a file that cannot be run is a failure too. */
export class CountReporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.reduce((sum, module) => sum + module.errors().length, 0) + errors.length;
    process.stdout.write(`\n${count('passed')} passed, ${count('failed') + broken} failed\n`);
  }
}
