import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Half of the time of a browser test is waiting, so the machine has room for as many files as it has cores.
    maxWorkers: '100%',
    globalSetup: ['tests/support/run.ts'],
    // What is asserted never depends on the speed of the machine: these limits only end what hangs.
    testTimeout: 300_000,
    hookTimeout: 1_200_000,
    teardownTimeout: 120_000,
    expect: { poll: { timeout: 120_000 } },
  },
});
