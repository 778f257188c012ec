import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { limits } from './tests/support/limits.ts';

const all = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('tests', path).replaceAll('\\', '/'));
/** Files that change modules or variables for themselves. Others must not see that, so they have a process each. */
const changing = /\bvi\.(?:mock|hoisted|resetModules|stubEnv|stubGlobal|useFakeTimers)\b/u;
const apart = all.filter((path) => changing.test(readFileSync(path, 'utf8')));

export default defineConfig({
  test: {
    // Files wait: for a page, for a site that another of them builds. So there is room for one more than cores; each may
    // hold a Chromium, so a large machine runs no more than its memory bears.
    maxWorkers: Math.min(availableParallelism() + 1, 8),
    globalSetup: ['tests/support/run.ts'],
    testTimeout: limits.test,
    hookTimeout: limits.test,
    teardownTimeout: limits.step,
    expect: { requireAssertions: true, poll: { timeout: limits.step } },
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      // Loading the modules of a file again costs more than most of its tests: these load each once in a process.
      {
        extends: true,
        test: { name: 'together', include: all.filter((path) => !apart.includes(path)), isolate: false },
      },
    ],
  },
});
