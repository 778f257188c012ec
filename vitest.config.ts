import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/run.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
