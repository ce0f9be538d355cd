import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Many tests start processes, which takes long on a busy machine. These only end what hangs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
