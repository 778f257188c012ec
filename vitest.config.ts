import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { limits } from './tests/support/limits.ts';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Files wait: for a page, for a site that another of them builds. So there is room for one more than cores; each may
    // hold a Chromium, so a large machine runs no more than its memory bears.
    maxWorkers: Math.min(availableParallelism() + 1, 8),
    globalSetup: ['tests/support/run.ts'],
    testTimeout: limits.test,
    hookTimeout: limits.test,
    teardownTimeout: limits.step,
    expect: { requireAssertions: true, poll: { timeout: limits.step } },
  },
});
