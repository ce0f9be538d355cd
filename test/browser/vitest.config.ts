import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './countReporter.ts';

/** The pages in a real browser: `npm run test:browser`. Not a part of `npm test`, which has to run without one. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/browser/**/*.browser.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The machine may be busy.
    expect: { poll: { timeout: 10_000 } },
    // Each file has a browser of its own, which draws on the processor.
    maxWorkers: 3,
    reporters: ['default', new CountReporter()],
  },
});
