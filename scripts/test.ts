/** The command `npm test`: the checks, then every test. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkProject } from './check.ts';
import { needChromium } from './chromium.ts';
import { readArguments, say, type Command } from './cli.ts';
import { removeTemporary, temporaryFolder } from './lib/files.ts';
import { runProgram } from './run.ts';

interface Tally {
  passed: number;
  failed: number;
}

const command: Command<never> = {
  run: 'npm test',
  does: 'Runs the checks and every test, the browser ones included; with FILTER, only the test files whose path contains it.',
  operands: '[FILTER…]',
  options: {},
};

/** Runs Vitest and counts: a skipped test counts as failed, and so does a file that does not load. */
async function runTests(filters: readonly string[], chromium: string): Promise<Tally> {
  const folder = temporaryFolder();
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runProgram('vitest', ['run', ...reporters, ...filters], { env: { CHROMIUM: chromium } });
  const tally = await readFile(report, 'utf8').then(readReport, () => ({ passed: 0, failed: 1 }));
  removeTemporary(folder);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readReport(text: string): Tally {
  const report = JSON.parse(text) as {
    numPassedTests: number;
    numTotalTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests + broken.length };
}

const { operands } = readArguments(command);
const tallies: Tally[] = [];
try {
  const chromium = await needChromium();
  say(`Chromium: ${chromium}`);
  if (operands.length === 0) tallies.push(await checkProject());
  tallies.push(await runTests(operands, chromium));
} catch (problem) {
  process.stderr.write(`${(problem as Error).message}\n`);
  tallies.push({ passed: 0, failed: 1 });
}
const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
say(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
