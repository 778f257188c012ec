/** The command `npm run check`: formatting, types, linter and unused code. */

import { isMain, readArguments, say, type Command } from './cli.ts';
import { runProgram, type Program } from './run.ts';

interface Check {
  name: string;
  program: Program;
  args: readonly string[];
  /** What to do when it fails. */
  remedy: string;
}

/** The checks of the project's own files, which run before any test. */
const checks: readonly Check[] = [
  { name: 'formatting', program: 'prettier', args: ['--check', '.'], remedy: 'npx prettier --write .' },
  // It checks TypeScript in pages and in separate files, so tsc is not needed too.
  {
    name: 'types',
    program: 'astro-check',
    args: ['--minimumFailingSeverity', 'error'],
    remedy: 'fix the types that are named above',
  },
  // All rules, those that need types included. `.oxlintrc.json` lists them.
  { name: 'lint', program: 'oxlint', args: ['--deny-warnings'], remedy: 'fix what is named above' },
  { name: 'unused code', program: 'knip', args: [], remedy: 'remove what is named above, or use it' },
];

/** Runs all checks at once and prints the output of those that fail. */
export async function checkProject(): Promise<{ passed: number; failed: number }> {
  await runProgram('astro', ['sync'], { output: 'collect' });
  const begun = performance.now();
  const results = await Promise.all(
    checks.map(async ({ name, program, args, remedy }) => {
      const { code, output } = await runProgram(program, args, { output: 'collect' });
      if (code !== 0) process.stderr.write(`${output.trimEnd()}\n${name}: failed. Do: ${remedy}\n`);
      say(`${code === 0 ? 'passed' : 'FAILED'}  ${name}`, begun);
      return code === 0;
    }),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: checks.length - passed };
}

const command: Command<never> = {
  run: 'npm run check',
  does: 'Formatting (prettier), types (astro check), lint with types (oxlint) and unused code (knip).',
  options: {},
};

if (isMain(import.meta)) {
  readArguments(command);
  const { failed } = await checkProject();
  process.exitCode = failed > 0 ? 1 : 0;
}
