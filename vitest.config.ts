import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'agreement/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Test files share a worker, many times faster than a fresh one each: a test undoes what it changes outside itself.
    isolate: false,
    maxWorkers: 2,
    // Tests that start processes take their time on a busy machine.
    testTimeout: 60_000,
  },
});
