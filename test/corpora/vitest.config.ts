import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { FigureReporter } from './figures.ts';

/** The corpora: `npm run audit`. Not a part of `npm test`, which has to stay quick. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/corpora/**/*.audit.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: [new FigureReporter()],
  },
});
