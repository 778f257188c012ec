import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { limits } from './tests/support/limits.ts';

const all = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join('tests', path).replaceAll('\\', '/'));
/**
 * Files that change modules or variables for themselves, which others must not see, and files that watch modules being
 * loaded, which others must not have loaded: they have a process each.
 */
const changing = /\bvi\.(?:mock|hoisted|resetModules|stubEnv|stubGlobal|useFakeTimers)\b|\bmadeWhile\(/u;
const apart = all.filter((path) => changing.test(readFileSync(path, 'utf8')));

/** Files that wait for a site that one of them builds; and files that take long, because they build or start programs. */
const waits = /\b(?:stage|useSite|serveSite)\(/u;
const long = /\b(?:buildSite|renderPages|runNode|startNode|spawn|growthOf|withFault)\(/u;

/** Begins with what takes long, so that none of it runs alone at the end, and with others beside those that wait. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = (await super.sort(files)).map((file) => ({ file, text: readFileSync(file.moduleId, 'utf8') }));
    const waiting = sorted.filter(({ text }) => waits.test(text));
    const others = sorted.filter(({ text }) => !waits.test(text));
    const busy = [...others.filter(({ text }) => long.test(text)), ...others.filter(({ text }) => !long.test(text))];
    const turns = Array.from({ length: Math.max(waiting.length, busy.length) }, (_, i) => [busy[i], waiting[i]]);
    return turns.flat().flatMap((one) => one?.file ?? []);
  }
}

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
    sequence: { sequencer: LongFirst },
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
